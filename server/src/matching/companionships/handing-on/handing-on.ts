// A child goes on with another companion: the row ends, another begins, and who comes next reads what was chosen (ADR 0028).
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../../children/index.js';
import { Agencies, VolunteerEligibility, VolunteersRepository, type VolunteerView } from '../../../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../../platform/graphql/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import type { PairRefusedError } from '../../runs/boards.js';
import type { NotEligibleError } from '../../runs/proposals.js';
import { personOf } from '../companionships.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from '../companionships.repository.js';
import { Contacts } from '../contacts/contacts.js';
import { textProblem } from '../input-problems.js';
import { NewPairs } from '../new-pairs.js';
import { PairRules } from '../pair-rules.js';
import { Places, type PlaceTakenError } from '../places.js';
import type { HandedOnKind } from './handed-on-kinds.js';
import { HandedOn } from './handed-on.js';

export interface HandOn {
  readonly volunteerId: string;
  readonly reason: string;
  readonly closingTalkOn: LocalDate | undefined;
  /** What the next companion may read; nothing where this is empty. */
  readonly share: readonly Exclude<HandedOnKind, 'NOTE'>[];
  /** Contacts of the pair so far whose notes the next companion may read. */
  readonly contactIds: readonly string[];
}
export type HandOnError = StepError | InvalidInputError | NotEligibleError | PlaceTakenError | PairRefusedError;
type Outcome = Promise<Result<CompanionshipView, HandOnError>>;

/** What has begun is handed on; before that, a worker ends it and chooses anew. */
const BEGUN: ReadonlySet<CompanionshipView['state']> = new Set(['ACTIVE', 'PAUSED']);
const REMEMBERED: ReadonlySet<HandOnError['code']> = new Set(['VOLUNTEER_NOT_ELIGIBLE', 'PLACE_TAKEN', 'PAIR_REFUSED']);
const MOST_NOTES = 50;

@Injectable()
export class HandingOn {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly repository: CompanionshipsRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly children: ChildrenRepository,
    private readonly rules: PairRules,
    private readonly places: Places,
    private readonly newPairs: NewPairs,
    private readonly contacts: Contacts,
    private readonly handedOn: HandedOn,
  ) {}

  /**
   * Ends a pair that has begun, after its closing talk, and invites another volunteer as a pair of its own. The family
   * and the child are asked anew of the new person (H26), and nothing of the earlier pair is read but what was chosen.
   */
  async handOn(actor: PersonActor, id: string, version: number, to: HandOn): Outcome {
    const outcome = await this.#try(actor, id, version, to);
    if (!outcome.ok && REMEMBERED.has(outcome.error.code)) {
      const facts = { code: outcome.error.code };
      const entry = { action: 'companionship.handOnRefused', subjectType: 'Companionship', subjectId: id, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #try(actor: PersonActor, id: string, version: number, to: HandOn): Outcome {
    try {
      return await this.work.run(actor, () => this.#handOn(actor, id, version, to));
    } catch (error) {
      // The key on the child's one place: somebody else gave the child a companion at the same moment.
      if (this.database.engine.isUniqueViolation(error)) return err({ code: 'PLACE_TAKEN', who: 'CHILD' });
      throw error;
    }
  }

  async #handOn(actor: PersonActor, id: string, version: number, to: HandOn): Outcome {
    const today = await this.agencies.today(actor.agencyId);
    const found = await this.repository.lock(rowsFor(actor, 'companionship.prepare'), id, version);
    if (!found.ok) return found;
    const pair = found.value;
    // Whoever stands in holds no place of the child's that could be handed on.
    if (!BEGUN.has(pair.state) || pair.cover)
      return err({ code: 'TRANSITION_REFUSED', from: pair.state, to: 'ACCEPTED' });
    const notes = await this.contacts.ofPair(pair, to.contactIds);
    const fields = problemsOf(to, pair, today, notes.length);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const cleared = await this.#clear(actor, pair, to.volunteerId, today);
    if (!cleared.ok) return cleared;
    const ended = await this.repository.step(pair, 'ENDED', {
      ...{ reason: to.reason.trim(), endedOn: today, endCause: 'DECIDED' },
      closingTalkOn: to.closingTalkOn ?? null,
    });
    if (!ended.ok) return ended;
    const who = await this.places.whoIsTaken(actor, pair.childId, cleared.value);
    if (who) return err({ code: 'PLACE_TAKEN', who });
    return ok(await this.#begin(actor, pair, cleared.value, to));
  }

  /** The next volunteer, locked: one of the worker's, ready today, and kept from this child by no rule. */
  async #clear(
    actor: PersonActor,
    pair: CompanionshipView,
    volunteerId: string,
    today: LocalDate,
  ): Promise<Result<VolunteerView, HandOnError>> {
    const { agencyId } = actor;
    const theirs = await this.volunteers.byIds(rowsFor(actor, 'match.read'), [volunteerId]);
    const known = theirs.get(volunteerId);
    const volunteer = known && (await this.volunteers.lock(agencyId, known.id));
    const child = (await this.children.byIds(allRows(agencyId), [pair.childId])).get(pair.childId);
    if (!volunteer || !child) return err({ code: 'NOT_FOUND' });
    const judged = (await this.eligibility.on(agencyId, [volunteer], today)).get(volunteer.id);
    if (!judged?.ready) return err({ code: 'VOLUNTEER_NOT_ELIGIBLE', findings: judged?.findings ?? [] });
    const rejections = await this.rules.between(agencyId, volunteer, child, today);
    return rejections.length > 0 ? err({ code: 'PAIR_REFUSED', rejections }) : ok(volunteer);
  }

  async #begin(actor: PersonActor, pair: CompanionshipView, volunteer: VolunteerView, to: HandOn) {
    const { proposalId, childId } = pair;
    const next = await this.newPairs.add(actor, volunteer, { proposalId, childId, handedOnFromId: pair.id });
    await this.handedOn.choose(actor, next, to.share, to.contactIds);
    this.trail.record({
      ...{ action: 'companionship.handedOn', subjectType: 'Companionship', subjectId: pair.id },
      facts: { to: next.id, share: [...to.share].sort().join(','), notes: String(to.contactIds.length) },
    });
    await this.outbox.publish('CompanionshipHandedOn', {
      companionshipId: pair.id,
      volunteerPersonId: await personOf(this.volunteers, pair.agencyId, pair.volunteerId),
    });
    return next;
  }
}

function problemsOf(
  { volunteerId, reason, closingTalkOn, share, contactIds }: HandOn,
  pair: CompanionshipView,
  today: LocalDate,
  notes: number,
): FieldProblem[] {
  const problems = textProblem('reason', reason);
  if (!closingTalkOn) problems.push({ field: 'closingTalkOn', code: 'REQUIRED' });
  else if (closingTalkOn > today) problems.push({ field: 'closingTalkOn', code: 'IN_THE_FUTURE' });
  else if (pair.startsOn && closingTalkOn < pair.startsOn) {
    problems.push({ field: 'closingTalkOn', code: 'BEFORE_START' });
  }
  if (volunteerId === pair.volunteerId) problems.push({ field: 'volunteerId', code: 'THE_SAME' });
  if (new Set(share).size !== share.length) problems.push({ field: 'share', code: 'TWICE' });
  if (contactIds.length > MOST_NOTES || notes !== contactIds.length) {
    problems.push({ field: 'contactIds', code: 'NOT_OF_THIS_PAIR' });
  }
  return problems;
}
