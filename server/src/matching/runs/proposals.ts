import { Injectable } from '@nestjs/common';
import {
  err,
  ok,
  type AgencyId,
  type ChildId,
  type CompanionshipId,
  type LocalDate,
  type MatchProposalId,
  type Result,
  type VolunteerId,
} from '@tongxing/shared/kernel';
import type { EligibilityFinding } from '@tongxing/shared/rules';
import { mayMove, PROPOSAL_MACHINE, type ProposalState } from '@tongxing/shared/states';
import { ChildrenRepository } from '../../children/index.js';
import { Agencies, VolunteerEligibility, VolunteersRepository, type VolunteerView } from '../../people/index.js';
import { allRows, rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, rowWhereOfChild, UnitOfWork } from '../../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Companionship } from '../companionships/companionship.entity.js';
import { Places, type PlaceTakenError } from '../companionships/places.js';
import { commonTimes } from '../domain/common-times.js';
import { MatchProposal, MatchRun } from './match-run.entity.js';

export type NotEligibleError = {
  readonly code: 'VOLUNTEER_NOT_ELIGIBLE';
  readonly findings: readonly EligibilityFinding[];
};
type DecideError = NotFoundError | StaleVersionError | TransitionError;
export type AcceptError = DecideError | NotEligibleError | PlaceTakenError;
export type DeclineError = DecideError | InvalidInputError;

const LONGEST_REASON = 500;

/** A worker's decision about what the engine proposed. The engine never decides. */
@Injectable()
export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly eligibility: VolunteerEligibility,
    private readonly children: ChildrenRepository,
    private readonly places: Places,
  ) {}

  /**
   * Accepts a proposal: the pair takes its places and waits for the volunteer's answer.
   * Every gate is asked again now; what held when the engine ran may no longer hold.
   */
  async accept(actor: PersonActor, proposalId: string, version: number): Promise<Result<MatchProposal, AcceptError>> {
    const outcome = await this.#tryAccept(actor, proposalId, version);
    if (!outcome.ok && (outcome.error.code === 'VOLUNTEER_NOT_ELIGIBLE' || outcome.error.code === 'PLACE_TAKEN')) {
      const facts = { code: outcome.error.code };
      const entry = { action: 'proposal.acceptRefused', subjectType: 'MatchProposal', subjectId: proposalId, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  decline(
    actor: PersonActor,
    proposalId: string,
    version: number,
    reason: string,
  ): Promise<Result<MatchProposal, DeclineError>> {
    return this.work.run(actor, async () => {
      const text = reason.trim();
      if (text === '') return err(invalid('reason', 'REQUIRED'));
      if (text.length > LONGEST_REASON) return err(invalid('reason', 'TOO_LONG'));
      const found = await this.#lock(actor, proposalId, version, 'DECLINED');
      if (!found.ok) return found;
      const declineReasonSealed = await this.#sealReason(found.value, text);
      const decided = await this.#decide(actor, found.value, 'DECLINED', declineReasonSealed);
      this.trail.record({ action: 'proposal.declined', subjectType: 'MatchProposal', subjectId: proposalId });
      return ok(decided);
    });
  }

  /** One proposal among these rows; null for any other id. */
  find(within: Rows, id: string): Promise<MatchProposal | null> {
    return this.database.repository(MatchProposal).findOneBy({ ...rowWhereOfChild(within), id });
  }

  async page(
    within: Rows,
    runId: string,
    state: ProposalState | undefined,
    bounds: { offset: number; limit: number },
  ): Promise<{ proposals: MatchProposal[]; total: number }> {
    const [proposals, total] = await this.database.repository(MatchProposal).findAndCount({
      where: { ...rowWhereOfChild(within), runId, ...(state ? { state } : {}) },
      order: { score: 'DESC', id: 'ASC' },
      skip: bounds.offset,
      take: bounds.limit,
    });
    return { proposals, total };
  }

  /** How many wait for a decision. */
  countOpen(within: Rows): Promise<number> {
    return this.database.repository(MatchProposal).countBy({ ...rowWhereOfChild(within), state: 'PROPOSED' });
  }

  /** Why these were declined, by id; of an erased child nothing is left. */
  async declineReasons(proposals: readonly MatchProposal[]): Promise<ReadonlyMap<string, string>> {
    await this.cipher.loadKeys(proposals.map((proposal) => proposal.declineReasonSealed));
    return new Map(
      proposals.flatMap(({ id, declineReasonSealed: sealed }) =>
        sealed === null || this.cipher.isErased(sealed) ? [] : [[id, this.cipher.open(sealed, reasonPlace(id))]],
      ),
    );
  }

  /** A reason tells of the child, so it is sealed with the child's key. */
  async #sealReason({ agencyId, childId, id }: MatchProposal, text: string): Promise<string> {
    const subject = await this.children.personOf(agencyId as AgencyId, childId as ChildId);
    await this.cipher.ensureKeys(agencyId, [subject]);
    return this.cipher.sealFor(subject, text, reasonPlace(id));
  }

  async #tryAccept(actor: PersonActor, id: string, version: number): Promise<Result<MatchProposal, AcceptError>> {
    try {
      return await this.work.run(actor, () => this.#accept(actor, id, version));
    } catch (error) {
      // The key on the child's one place: somebody else accepted another companion at the same moment.
      if (this.database.engine.isUniqueViolation(error)) return err({ code: 'PLACE_TAKEN', who: 'CHILD' });
      throw error;
    }
  }

  async #accept(actor: PersonActor, id: string, version: number): Promise<Result<MatchProposal, AcceptError>> {
    const { agencyId } = actor;
    const found = await this.#lock(actor, id, version, 'ACCEPTED');
    if (!found.ok) return found;
    const proposal = found.value;
    const volunteer = await this.volunteers.lock(agencyId, proposal.volunteerId as VolunteerId);
    if (!volunteer) return err({ code: 'NOT_FOUND' });
    const findings = await this.#openFindings(agencyId, volunteer, proposal.runId);
    if (findings) return err({ code: 'VOLUNTEER_NOT_ELIGIBLE', findings });
    const taken = await this.places.whoIsTaken(actor, proposal.childId, volunteer);
    if (taken) return err({ code: 'PLACE_TAKEN', who: taken });
    const companionshipId = await this.#begin(actor, proposal, volunteer);
    const decided = await this.#decide(actor, proposal, 'ACCEPTED', null);
    this.trail.record({
      action: 'proposal.accepted',
      subjectType: 'MatchProposal',
      subjectId: id,
      facts: { companionship: companionshipId },
    });
    await this.outbox.publish('ProposalAccepted', {
      proposalId: id as MatchProposalId,
      companionshipId,
      volunteerPersonId: volunteer.person.id,
    });
    return ok(decided);
  }

  /** The findings that bar the volunteer on the later of today and the run's day of service; undefined where none do. */
  async #openFindings(
    agencyId: AgencyId,
    volunteer: VolunteerView,
    runId: string,
  ): Promise<readonly EligibilityFinding[] | undefined> {
    const run = await this.database.repository(MatchRun).findOneByOrFail({ agencyId, id: runId });
    const today = await this.agencies.today(agencyId);
    const day = run.serviceDate > today ? (run.serviceDate as LocalDate) : today;
    const judged = (await this.eligibility.on(agencyId, [volunteer], day)).get(volunteer.id);
    return judged?.ready ? undefined : (judged?.findings ?? []);
  }

  async #begin(actor: PersonActor, proposal: MatchProposal, volunteer: VolunteerView): Promise<CompanionshipId> {
    const id = this.ids.next<CompanionshipId>();
    const child = (await this.children.byIds(allRows(actor.agencyId), [proposal.childId])).get(proposal.childId);
    await this.database.repository(Companionship).insert({
      id,
      agencyId: actor.agencyId,
      proposalId: proposal.id,
      volunteerId: proposal.volunteerId,
      childId: proposal.childId,
      heldChildId: proposal.childId,
      workerId: actor.personId,
      state: 'ACCEPTED',
      version: 1,
      acceptedAt: this.clock.nowIso(),
      commonTimes: commonTimes(volunteer.freeTimes, child?.freeTimes ?? []),
    });
    return id;
  }

  async #lock(
    actor: PersonActor,
    id: string,
    version: number,
    to: ProposalState,
  ): Promise<Result<MatchProposal, DecideError>> {
    const query = this.database
      .repository(MatchProposal)
      .createQueryBuilder('p')
      .where({ ...rowWhereOfChild(rowsFor(actor, 'match.decide')), id });
    const proposal = await this.database.forUpdate(query).getOne();
    if (!proposal) return err({ code: 'NOT_FOUND' });
    if (!mayMove(PROPOSAL_MACHINE, proposal.state, to)) {
      return err({ code: 'TRANSITION_REFUSED', from: proposal.state, to });
    }
    if (proposal.version !== version) return err({ code: 'STALE_VERSION', currentVersion: proposal.version });
    return ok(proposal);
  }

  async #decide(
    actor: PersonActor,
    proposal: MatchProposal,
    state: ProposalState,
    declineReasonSealed: string | null,
  ): Promise<MatchProposal> {
    const change = {
      state,
      version: proposal.version + 1,
      decidedBy: actor.personId,
      decidedAt: this.clock.nowIso(),
      declineReasonSealed,
    };
    await this.database.repository(MatchProposal).update({ id: proposal.id, version: proposal.version }, change);
    return { ...proposal, ...change };
  }
}

const reasonPlace = (id: string) => `match_proposal.declineReason.${id}`;
const invalid = (field: string, code: string) => ({ code: 'INVALID_INPUT' as const, fields: [{ field, code }] });
