import { Injectable } from '@nestjs/common';
import { err, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  concernBlockers,
  openSteps,
  stateAfter,
  type ConcernBlocker,
  type ConcernStepKind,
} from '@tongxing/shared/rules';
import { CardFreezes } from '../../progress/index.js';
import { CaseTeam } from '../case-team.js';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, TransitionError } from '../../platform/graphql/index.js';
import { ConcernTiesRepository, type LinkView } from '../ties/concern-ties.repository.js';
import { ConcernReaches } from '../concern-reaches.js';
import { ConcernsRepository, type ConcernView } from '../concerns.repository.js';
import { ConcernStepsRepository, type NewStep, type StepView } from './concern-steps.repository.js';
import { factsOf } from './step-facts.js';
import { stepProblems } from './step-problems.js';

export interface ConcernFile {
  readonly concern: ConcernView;
  readonly steps: readonly StepView[];
  /** What the reader may write now. */
  readonly mayWrite: readonly ConcernStepKind[];
  readonly openTaskIds: readonly string[];
  readonly accounts: number;
  /** Colleagues whom it is about. */
  readonly about: readonly PersonId[];
  /** To which child it was linked, where it named none. */
  readonly links: readonly LinkView[];
  readonly mayLink: boolean;
  /** Cards about the child that somebody outside reads, or will. */
  readonly openCards: number;
}
export interface ConcernBlockedError {
  readonly code: 'CONCERN_BLOCKED';
  readonly blockers: readonly ConcernBlocker[];
}
export type StepError = NotFoundError | InvalidInputError | TransitionError | ConcernBlockedError;

const DROPOUT_DAYS = 3;
const DAY_MS = 86_400_000;
const MISSING = { code: 'NOT_FOUND' as const };

/** What happens with a concern after it was raised: each step by the machine and its gate, written once and never changed. */
@Injectable()
export class ConcernSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly team: CaseTeam,
    private readonly reaches: ConcernReaches,
    private readonly concerns: ConcernsRepository,
    private readonly repository: ConcernStepsRepository,
    private readonly ties: ConcernTiesRepository,
    private readonly cards: CardFreezes,
  ) {}

  /** A concern with all its steps; undefined where the actor may not know of it. */
  async file(actor: PersonActor, id: string): Promise<ConcernFile | undefined> {
    const concern = await this.concerns.find(await this.reaches.of(actor), id);
    return concern && this.#file(actor, concern);
  }

  /** Writes one step, and with a triage keeps the child's cards back where that is asked for. The same `requestId` again writes nothing more and answers the concern as it stands. */
  async write(
    actor: PersonActor,
    id: string,
    step: Omit<NewStep, 'by'>,
    freezeCards = false,
  ): Promise<Result<ConcernFile, StepError>> {
    const reach = await this.reaches.of(actor);
    const outcome = await this.work.run(actor, async (): Promise<Result<ConcernFile, StepError>> => {
      const concern = await this.concerns.lock(reach, id);
      if (!concern) return err(MISSING);
      const known = await this.repository.byRequest(actor.agencyId, step.requestId);
      if (known) return known.concernId === id ? ok(await this.#file(actor, concern)) : err(MISSING);
      const refused = await this.#refusal(actor, concern, { ...step, by: actor.personId });
      if (refused) return err(refused);
      const frozen = freezeCards && step.kind === 'TRIAGED' ? await this.#freeze(actor, concern) : undefined;
      await this.#write(actor, concern, { ...step, by: actor.personId }, frozen);
      const after = await this.concerns.find(reach, id);
      return after ? ok(await this.#file(actor, after)) : err(MISSING);
    });
    if (!outcome.ok && outcome.error.code === 'CONCERN_BLOCKED') {
      const facts = { kind: step.kind, why: outcome.error.blockers.join(' ') };
      const entry = { action: 'concern.stepRefused', subjectType: 'Concern', subjectId: id, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #refusal(actor: PersonActor, concern: ConcernView, step: NewStep): Promise<StepError | undefined> {
    const fields = stepProblems(step, this.clock.nowIso());
    if (step.assigneeId !== undefined && !(await this.#canBeGiven(concern, step.assigneeId))) {
      fields.push({ field: 'assigneeId', code: 'NOT_OF_THE_TEAM' });
    }
    if (fields.length > 0) return { code: 'INVALID_INPUT', fields };
    const facts = factsOf(concern.state, await this.repository.of(concern), await this.repository.accountsOf(concern));
    const blockers = concernBlockers(step.kind, facts, writerOf(actor), step.taskId);
    // Whether the step follows from here is said first; what stands against it only of a step that could follow.
    if (stateAfter(concern.state, step.kind) === undefined) {
      return { code: 'TRANSITION_REFUSED', from: concern.state, to: step.kind };
    }
    return blockers.length > 0 ? { code: 'CONCERN_BLOCKED', blockers } : undefined;
  }

  /** To somebody at work, and never to whom it is about. */
  async #canBeGiven(concern: ConcernView, personId: PersonId): Promise<boolean> {
    const about = await this.ties.aboutOf(concern);
    return !about.has(personId) && (await this.team.includes(concern.agencyId, personId));
  }

  async #freeze({ personId }: PersonActor, { agencyId, childId }: ConcernView): Promise<number | undefined> {
    return childId && this.cards.forConcern({ agencyId, childId }, personId);
  }

  async #write(actor: PersonActor, concern: ConcernView, step: NewStep, frozen?: number): Promise<void> {
    const now = this.clock.nowIso();
    const { kind, category, happenedAt } = step;
    const state = stateAfter(concern.state, kind) ?? concern.state;
    await this.repository.add(concern, step);
    const seen = concern.state === 'RECEIVED' ? { seenBy: actor.personId, seenAt: now } : {};
    const reported = kind === 'REPORTED' && concern.reportedAt === undefined ? { reportedAt: happenedAt ?? now } : {};
    const closed = state === 'CLOSED' ? { closedAt: now } : {};
    await this.concerns.move(concern, { state, ...seen, ...reported, ...closed });
    if (kind === 'TRIAGED' && category === 'DROPOUT') await this.#dropoutTask(actor, concern, step);
    const late = kind === 'REPORTED' && (happenedAt ?? now) > concern.dueAt;
    const facts = {
      kind,
      from: concern.state,
      to: state,
      ...(kind === 'REPORTED' ? { late } : {}),
      ...(frozen === undefined ? {} : { frozen }),
    };
    this.trail.record({ action: 'concern.step', subjectType: 'Concern', subjectId: concern.id, facts });
  }

  /** H18: a suspected dropout is reported to the school's authority; the task is there with the word, and stays. */
  async #dropoutTask(actor: PersonActor, concern: ConcernView, { requestId }: NewStep): Promise<void> {
    const steps = await this.repository.of(concern);
    if (steps.some(({ kind }) => kind === 'DROPOUT_TASK')) return;
    const dueAt = new Date(this.clock.now().getTime() + DROPOUT_DAYS * DAY_MS).toISOString();
    const about = await this.ties.aboutOf(concern);
    const beside = concern.workerId && !about.has(concern.workerId) ? concern.workerId : undefined;
    const assigneeId: PersonId = beside ?? actor.personId;
    await this.repository.add(concern, {
      ...{ kind: 'DROPOUT_TASK', by: actor.personId, assigneeId, dueAt },
      requestId: `${requestId.slice(0, 56)}.dropout`,
    });
    this.trail.record({ action: 'concern.dropoutTask', subjectType: 'Concern', subjectId: concern.id });
  }

  async #file(actor: PersonActor, concern: ConcernView): Promise<ConcernFile> {
    const steps = await this.repository.of(concern);
    const accounts = await this.repository.accountsOf(concern);
    const facts = factsOf(concern.state, steps, accounts);
    const mayWrite = openSteps(facts, writerOf(actor));
    const { agencyId, childId, raisedChildId, state } = concern;
    return {
      ...{ concern, steps, mayWrite, accounts, openTaskIds: facts.openTasks.map(({ id }) => id) },
      about: [...(await this.ties.aboutOf(concern))],
      links: await this.ties.linksOf(concern),
      mayLink: raisedChildId === undefined && state !== 'CLOSED',
      openCards: childId ? await this.cards.open({ agencyId, childId }) : 0,
    };
  }
}

const writerOf = ({ personId, roles }: PersonActor) => ({
  id: personId,
  leads: roles.includes('SUPERVISOR') || roles.includes('DIRECTOR'),
});
