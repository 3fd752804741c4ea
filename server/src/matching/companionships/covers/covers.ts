// A companion is away: another volunteer stands in for some days, as a pair of its own that ends by itself (ADR 0044).
import { Injectable } from '@nestjs/common';
import { addDays, err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../../../children/index.js';
import {
  Agencies,
  AgencySettings,
  VolunteerEligibility,
  VolunteersRepository,
  type VolunteerView,
} from '../../../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import type { FieldProblem } from '../../../platform/graphql/index.js';
import { CompanionshipsRepository, type CompanionshipView } from '../companionships.repository.js';
import { Contacts } from '../contacts/contacts.js';
import type { HandOn, HandOnError } from '../handing-on/handing-on.js';
import { HandedOn } from '../handing-on/handed-on.js';
import { NewPairs } from '../new-pairs.js';
import { PairRules } from '../pair-rules.js';
import { Places } from '../places.js';

export interface NewCover extends Pick<HandOn, 'volunteerId' | 'share' | 'contactIds'> {
  /** First and last day. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}
export type CoverError = HandOnError;
type Outcome = Promise<Result<CompanionshipView, CoverError>>;

/** An absence may be known before it begins; the stand-in's own first day waits until the companion rests. */
const MAY_BE_COVERED: ReadonlySet<CompanionshipView['state']> = new Set(['ACTIVE', 'PAUSED']);
const REMEMBERED: ReadonlySet<CoverError['code']> = new Set(['VOLUNTEER_NOT_ELIGIBLE', 'PLACE_TAKEN', 'PAIR_REFUSED']);
const MOST_NOTES = 50;

@Injectable()
export class Covers {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
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
   * Invites a volunteer to stand in for the companion of a pair from a day to a day. The child's place stays with the
   * pair; of the stand-in everybody is asked anew (H26), and nothing of the pair is read but what was chosen.
   */
  async invite(actor: PersonActor, id: string, version: number, cover: NewCover): Outcome {
    const outcome = await this.#try(actor, id, version, cover);
    if (!outcome.ok && REMEMBERED.has(outcome.error.code)) {
      const facts = { code: outcome.error.code };
      const entry = { action: 'companionship.coverRefused', subjectType: 'Companionship', subjectId: id, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #try(actor: PersonActor, id: string, version: number, cover: NewCover): Outcome {
    try {
      return await this.work.run(actor, () => this.#invite(actor, id, version, cover));
    } catch (error) {
      // The key on the one who stands in: a colleague invited somebody at the same moment.
      if (this.database.engine.isUniqueViolation(error)) return err({ code: 'PLACE_TAKEN', who: 'CHILD' });
      throw error;
    }
  }

  async #invite(actor: PersonActor, id: string, version: number, cover: NewCover): Outcome {
    const found = await this.repository.lock(rowsFor(actor, 'companionship.prepare'), id, version);
    if (!found.ok) return found;
    const pair = found.value;
    // Nobody stands in for somebody who stands in, nor against a family's stop.
    if (!MAY_BE_COVERED.has(pair.state) || pair.cover || pair.familyStoppedAt !== undefined) {
      return err({ code: 'TRANSITION_REFUSED', from: pair.state, to: 'ACCEPTED' });
    }
    const fields = await this.#problemsOf(actor, pair, cover);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const cleared = await this.#clear(actor, pair, cover);
    if (!cleared.ok) return cleared;
    const who = await this.places.whoIsTaken(actor, pair.childId, cleared.value, pair.id);
    if (who) return err({ code: 'PLACE_TAKEN', who });
    return ok(await this.#begin(actor, pair, cleared.value, cover));
  }

  /** The volunteer, locked: one of the worker's, ready on the first and on the last day, and kept from the child by no rule. */
  async #clear(
    actor: PersonActor,
    pair: CompanionshipView,
    { volunteerId, from, until }: NewCover,
  ): Promise<Result<VolunteerView, CoverError>> {
    const { agencyId } = actor;
    const known = (await this.volunteers.byIds(rowsFor(actor, 'match.read'), [volunteerId])).get(volunteerId);
    const volunteer = known && (await this.volunteers.lock(agencyId, known.id));
    const child = (await this.children.byIds(allRows(agencyId), [pair.childId])).get(pair.childId);
    if (!volunteer || !child) return err({ code: 'NOT_FOUND' });
    for (const day of [from, until]) {
      const judged = (await this.eligibility.on(agencyId, [volunteer], day)).get(volunteer.id);
      if (!judged?.ready) return err({ code: 'VOLUNTEER_NOT_ELIGIBLE', findings: judged?.findings ?? [] });
    }
    const rejections = await this.rules.between(agencyId, volunteer, child, from);
    return rejections.length > 0 ? err({ code: 'PAIR_REFUSED', rejections }) : ok(volunteer);
  }

  async #begin(actor: PersonActor, pair: CompanionshipView, volunteer: VolunteerView, cover: NewCover) {
    const { proposalId, childId, id: of } = pair;
    const { from, until, share, contactIds } = cover;
    // Whoever has the pair open learns that it has changed.
    await this.repository.note(pair, {});
    const invited = await this.newPairs.add(actor, volunteer, { proposalId, childId, cover: { of, from, until } });
    await this.handedOn.choose(actor, invited, share, contactIds);
    this.trail.record({
      ...{ action: 'companionship.coverInvited', subjectType: 'Companionship', subjectId: pair.id },
      facts: { to: invited.id, from, until, share: [...share].sort().join(','), notes: String(contactIds.length) },
    });
    return invited;
  }

  async #problemsOf(
    { agencyId }: PersonActor,
    pair: CompanionshipView,
    { volunteerId, from, until, share, contactIds }: NewCover,
  ): Promise<FieldProblem[]> {
    const today = await this.agencies.today(agencyId);
    const { coverMaxDays } = await this.settings.valuesOf(agencyId);
    const notes = await this.contacts.ofPair(pair, contactIds);
    const problems: FieldProblem[] = [];
    if (from < today) problems.push({ field: 'from', code: 'IN_THE_PAST' });
    if (until < from) problems.push({ field: 'until', code: 'BEFORE_START' });
    else if (until >= addDays(from, coverMaxDays)) problems.push({ field: 'until', code: 'TOO_LONG' });
    if (volunteerId === pair.volunteerId) problems.push({ field: 'volunteerId', code: 'THE_SAME' });
    if (new Set(share).size !== share.length) problems.push({ field: 'share', code: 'TWICE' });
    if (contactIds.length > MOST_NOTES || notes.length !== contactIds.length) {
      problems.push({ field: 'contactIds', code: 'NOT_OF_THIS_PAIR' });
    }
    return problems;
  }
}
