import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import { nextContactOn, type Blocker } from '@tongxing/shared/rules';
import { ChildrenRepository } from '../../children/index.js';
import { Consents, type FamilyWord } from '../../disclosure/index.js';
import { Agencies, VolunteersRepository } from '../../people/index.js';
import { allRows, rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CompanionshipGate } from './companionship-gate.js';
import { ConsentPapers, paperProblems } from './consent-papers.js';
import {
  CompanionshipsRepository,
  type CompanionshipView,
  type Plan,
  type StepError,
} from './companionships.repository.js';
import { CoverRows } from './covers/cover-rows.js';
import { withinCover } from './covers/cover-days.js';
import type { PairFilter } from './pair-filter.js';
import { familyWordProblems, planProblems, startProblems, textProblem } from './input-problems.js';

export type PrepareError = StepError | InvalidInputError;
export type ActivateError =
  PrepareError | { readonly code: 'COMPANIONSHIP_BLOCKED'; readonly blockers: readonly Blocker[] };
type Outcome<E> = Promise<Result<CompanionshipView, E>>;

/** The worker's steps along SM13: the family's word, the plan, the start, the end. */
@Injectable()
export class Companionships {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly repository: CompanionshipsRepository,
    private readonly consents: Consents,
    private readonly gate: CompanionshipGate,
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly papers: ConsentPapers,
    private readonly covers: CoverRows,
  ) {}

  find(within: Rows, id: string): Promise<CompanionshipView | undefined> {
    return this.repository.find(within, id);
  }

  /** A page of accepted pairs, the newest first. */
  async page(
    within: Rows,
    filter: Omit<PairFilter, 'contactDueBefore'> & { readonly contactOverdue: boolean },
    bounds: { offset: number; limit: number },
  ): ReturnType<CompanionshipsRepository['page']> {
    const contactDueBefore = filter.contactOverdue ? await this.agencies.today(within.agencyId) : undefined;
    return this.repository.page(within, { ...filter, contactDueBefore }, bounds);
  }

  /** Writes down what guardian and child said. Only a consent with the child's own yes moves the pair on (H26). */
  async recordConsent(
    actor: PersonActor,
    id: string,
    version: number,
    word: FamilyWord,
    paperIds: readonly string[] = [],
  ): Outcome<PrepareError> {
    const today = await this.agencies.today(actor.agencyId);
    const problems = [...familyWordProblems(word, today), ...paperProblems(paperIds)];
    return this.work.run(actor, async () => {
      const found = await this.#lock(actor, 'consent.record', id, version, problems);
      if (!found.ok) return found;
      const pair = found.value;
      if (!MAY_HEAR_FAMILY.has(pair.state)) {
        return err({ code: 'TRANSITION_REFUSED' as const, from: pair.state, to: 'FAMILY_CONSENTED' });
      }
      const { agencyId, childId } = pair;
      const childPersonId = await this.children.personOf(agencyId, childId);
      const subject = { agencyId, childId, childPersonId, companionshipId: pair.id };
      const consentId = await this.consents.add(subject, word, actor.personId);
      const fields = await this.papers.attach(actor, pair, paperIds, consentId);
      if (fields.length > 0) return err(invalid(fields));
      const to = afterFamilyWord(pair.state, word.childAnswer === 'YES');
      this.#record('consent.recorded', pair, {
        consent: consentId,
        childAnswer: word.childAnswer,
        state: to,
        papers: String(paperIds.length),
      });
      await this.outbox.publish('ConsentRecorded', { consentId, companionshipId: pair.id });
      // Who had said stop is heard again only by a yes of the child's own.
      const heard = word.childAnswer === 'YES' ? { familyStoppedAt: null } : {};
      return to === pair.state ? ok(await this.repository.note(pair, heard)) : this.repository.step(pair, to, heard);
    });
  }

  /** A plan with a task goal and a process goal, approved by the worker who writes it (H13, T3). */
  async approvePlan(actor: PersonActor, id: string, version: number, plan: Plan): Outcome<PrepareError> {
    const today = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const found = await this.#lock(actor, 'companionship.prepare', id, version, planProblems(plan));
      if (!found.ok) return found;
      const pair = found.value;
      if (pair.state === 'ENDED' || pair.state === 'VOLUNTEER_DECLINED') {
        return err({ code: 'TRANSITION_REFUSED' as const, from: pair.state, to: pair.state });
      }
      this.#record('plan.approved', pair);
      return ok(await this.repository.note(pair, { plan, planApprovedBy: actor.personId, planApprovedOn: today }));
    });
  }

  /** Starts a companionship, or takes a paused one up again. Refused, with every reason, while H26 is not met. */
  async activate(actor: PersonActor, id: string, version: number, startsOn: LocalDate): Outcome<ActivateError> {
    const outcome = await this.#activate(actor, id, version, startsOn);
    if (!outcome.ok && outcome.error.code === 'COMPANIONSHIP_BLOCKED') {
      const facts = { codes: outcome.error.blockers.map((blocker) => blocker.code).join(',') };
      const entry = { action: 'companionship.startRefused', subjectType: 'Companionship', subjectId: id, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  /** Ends it with a reason; what had begun ends with a closing talk (P20). */
  async end(
    actor: PersonActor,
    id: string,
    version: number,
    reason: string,
    closingTalkOn: LocalDate | undefined,
  ): Outcome<PrepareError> {
    const today = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const found = await this.#lock(actor, 'companionship.end', id, version, textProblem('reason', reason));
      if (!found.ok) return found;
      const pair = found.value;
      const began = pair.state === 'ACTIVE' || pair.state === 'PAUSED';
      if (began && !closingTalkOn) return err(invalid([{ field: 'closingTalkOn', code: 'REQUIRED' }]));
      const ended = await this.repository.step(pair, 'ENDED', {
        reason: reason.trim(),
        endedOn: today,
        endCause: 'DECIDED',
        closingTalkOn: closingTalkOn ?? null,
      });
      if (!ended.ok) return ended;
      this.#record('companionship.ended', pair, { from: pair.state });
      await this.#publishEnded(pair);
      return ended;
    });
  }

  async #activate(actor: PersonActor, id: string, version: number, startsOn: LocalDate): Outcome<ActivateError> {
    const today = await this.agencies.today(actor.agencyId);
    const of = await this.covers.coveredBy(rowsFor(actor, 'companionship.activate'), id);
    return this.work.run(actor, async () => {
      // Locked before the pair that stands in for it, as by whoever takes this one up again.
      const first = of === undefined ? undefined : await this.repository.lock(allRows(actor.agencyId), of);
      const found = await this.#lock(actor, 'companionship.activate', id, version, startProblems(startsOn, today));
      if (!found.ok) return found;
      const pair = found.value;
      // What nobody consented to is told as the missing consent it is, not as a step that does not follow.
      const cleared = await this.gate.clear(pair, startsOn, first?.ok ? first.value : undefined);
      if (!cleared.ok) return err({ code: 'COMPANIONSHIP_BLOCKED' as const, blockers: cleared.error });
      const active = await this.repository.begin(cleared.value, {
        startsOn: pair.startsOn ?? startsOn,
        // A pair that rested meets soon: the month begins anew on the day on which it goes on.
        nextContactOn: withinCover(pair, nextContactOn(startsOn, pair.plan?.contactsPerMonth ?? 1)),
      });
      if (!active.ok) return active;
      this.#record('companionship.activated', pair, { startsOn });
      const volunteerPersonId = await this.#personOf(pair);
      await this.outbox.publish('CompanionshipActivated', { companionshipId: pair.id, volunteerPersonId });
      return active;
    });
  }

  async #lock(
    actor: PersonActor,
    permission: Permission,
    id: string,
    version: number,
    fields: FieldProblem[],
  ): Outcome<PrepareError> {
    const found = await this.repository.lock(rowsFor(actor, permission), id, version);
    return found.ok && fields.length > 0 ? err(invalid(fields)) : found;
  }

  async #publishEnded(pair: CompanionshipView): Promise<void> {
    const volunteerPersonId = await this.#personOf(pair);
    await this.outbox.publish('CompanionshipEnded', {
      companionshipId: pair.id,
      workerPersonId: pair.workerId,
      volunteerPersonId,
    });
  }

  async #personOf(pair: CompanionshipView) {
    return personOf(this.volunteers, pair.agencyId, pair.volunteerId);
  }

  #record(action: string, pair: CompanionshipView, facts: Record<string, string> = {}): void {
    this.trail.record({ action, subjectType: 'Companionship', subjectId: pair.id, facts });
  }
}

/** The person behind a volunteer of the agency. */
export async function personOf(volunteers: VolunteersRepository, agencyId: AgencyId, volunteerId: string) {
  return (await companionOf(volunteers, { agencyId, volunteerId })).person.id;
}

/** The volunteer of a pair. */
export async function companionOf(
  volunteers: VolunteersRepository,
  { agencyId, volunteerId }: { readonly agencyId: AgencyId; readonly volunteerId: string },
) {
  const volunteer = (await volunteers.byIds(allRows(agencyId), [volunteerId])).get(volunteerId);
  if (!volunteer) throw new Error('BUG: a companionship without its volunteer');
  return volunteer;
}

const MAY_HEAR_FAMILY: ReadonlySet<CompanionshipView['state']> = new Set([
  'VOLUNTEER_AGREED',
  'FAMILY_CONSENTED',
  'PAUSED',
]);

/** Where a pair stands after the family has spoken: a paused one stays paused until the worker takes it up again. */
function afterFamilyWord(state: CompanionshipView['state'], childSaidYes: boolean) {
  if (state === 'PAUSED') return 'PAUSED';
  return childSaidYes ? 'FAMILY_CONSENTED' : 'VOLUNTEER_AGREED';
}

const invalid = (fields: FieldProblem[]): InvalidInputError => ({ code: 'INVALID_INPUT', fields });
