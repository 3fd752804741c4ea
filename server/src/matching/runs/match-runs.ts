import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  err,
  ok,
  type AgencyId,
  type LocalDate,
  type MatchRunId,
  type OfficeId,
  type Result,
} from '@tongxing/shared/kernel';
import { reprove, type StoredSolution, type Verdict } from '@tongxing/shared/matching';
import { rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError, TransitionError } from '../../platform/graphql/index.js';
import { Agencies, Agency, Areas, Office } from '../../people/index.js';
import { stateOf } from './run-state.js';
import { MatchRun, type Readiness, type RunScope } from './match-run.entity.js';
import { RunDocuments } from './run-documents.js';
import { RunStore } from './run-store.js';
import { RunWork } from './run-work.js';

export interface RunWish {
  /** Today where it is missing. */
  readonly serviceDate?: LocalDate | undefined;
  readonly requestId: string;
  /** All rows of whoever starts it where it is missing. */
  readonly scope?: RunScope | undefined;
  /** How long to wait for the end before answering; a run that is not done by then goes on. */
  readonly waitMs?: number | undefined;
}
export type NobodyReadyError = { readonly code: 'NOBODY_READY' } & Readiness;
export type UnderWayError = { readonly code: 'MATCH_UNDER_WAY'; readonly runId: string };
export type RunMatchError = InvalidInputError | NobodyReadyError | UnderWayError;
export type CancelError = NotFoundError | TransitionError;

const LONGEST_REQUEST_ID = 64;
/** Whoever works at a run says so every few seconds. */
const SILENT_MS = 60_000;
const PATIENCE_MS = 20_000;
const TO_THE_END_MS = 600_000;

/** Starts runs of the engine, ends them, and keeps what proves them. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly areas: Areas,
    private readonly documents: RunDocuments,
    private readonly runWork: RunWork,
    private readonly store: RunStore,
  ) {}

  /** The same, for whoever goes on with its proposals: the run is done when it answers. */
  async run(
    actor: PersonActor,
    serviceDate: LocalDate | undefined,
    requestId: string,
  ): Promise<Result<MatchRun, RunMatchError>> {
    const outcome = await this.start(actor, { serviceDate, requestId, waitMs: TO_THE_END_MS });
    if (outcome.ok && stateOf(outcome.value) !== 'DONE') throw new Error('the run was not done');
    return outcome;
  }

  /** Somebody who may start a run looks at where one does. */
  expect(): void {
    this.runWork.expect();
  }

  /**
   * Proposes companions for waiting children; the same `requestId` again answers with the same run: done, or still
   * under way when `waitMs` are over.
   */
  async start(actor: PersonActor, wish: RunWish): Promise<Result<MatchRun, RunMatchError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const serviceDate = wish.serviceDate ?? today;
    const scope = wish.scope ?? { kind: 'ALL' };
    const rows = rowsFor(actor, 'match.run');
    const fields = [...problemsOf(serviceDate, today, wish.requestId), ...(await this.#problemsOfScope(rows, scope))];
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const earlier = await this.#byRequest(agencyId, wish.requestId);
    const run = earlier ? ok(earlier) : await this.#begin(actor, { serviceDate, scope, requestId: wish.requestId });
    if (!run.ok) return run;
    if (!earlier) this.runWork.begin(actor, run.value, within(rows, scope));
    await this.runWork.settled(run.value.id, wish.waitMs ?? PATIENCE_MS);
    const now = await this.find(agencyId, run.value.id);
    if (!now) throw new Error('BUG: a run without its row');
    if (stateOf(now) === 'FAILED' && now.readiness) return err({ code: 'NOBODY_READY', ...now.readiness });
    return ok(now);
  }

  /** Ends a run that is under way; nothing that it found is kept. */
  cancel(actor: PersonActor, id: string): Promise<Result<MatchRun, CancelError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const query = this.database.repository(MatchRun).createQueryBuilder('r').where({ agencyId, id });
      const run = await this.database.forUpdate(query).getOne();
      if (!run) return err({ code: 'NOT_FOUND' as const });
      const from = stateOf(run);
      if (from !== 'RUNNING') return err({ code: 'TRANSITION_REFUSED' as const, from, to: 'CANCELLED' });
      const change = { state: 'CANCELLED' as const, endedAt: this.clock.nowIso() };
      await this.database.repository(MatchRun).update({ id }, change);
      this.trail.record({ action: 'match.cancelled', subjectType: 'MatchRun', subjectId: id });
      this.work.afterCommit(() => this.runWork.abort(id));
      return ok({ ...run, ...change });
    });
  }

  async find(agencyId: AgencyId, id: string): Promise<MatchRun | null> {
    await this.#endSilent(agencyId);
    return this.database.repository(MatchRun).findOneBy({ agencyId, id });
  }

  /** For the operator's command, which proves a run without reading whose it is. */
  findAnywhere(id: string): Promise<MatchRun | null> {
    return this.database.repository(MatchRun).findOneBy({ id });
  }

  async page(agencyId: AgencyId, offset: number, limit: number): Promise<{ runs: MatchRun[]; total: number }> {
    await this.#endSilent(agencyId);
    const [runs, total] = await this.database
      .repository(MatchRun)
      .findAndCount({ where: { agencyId }, order: { startedAt: 'DESC', id: 'DESC' }, skip: offset, take: limit });
    return { runs, total };
  }

  /** Proves a stored run again from its stored text alone: the input's hash, the certificate, and the row's own sums. */
  async verify(run: MatchRun): Promise<Verdict> {
    if (stateOf(run) !== 'DONE')
      return { valid: false, problems: ['this run was not done: there is nothing to prove'] };
    const canonical = await this.documents.read(run.id, 'INPUT');
    if (sha256(canonical) !== run.inputHash) return { valid: false, problems: ['the stored input has another hash'] };
    const stored = JSON.parse(await this.documents.read(run.id, 'SOLUTION')) as StoredSolution;
    const { objective, bound } = stored.certificate;
    if (String(objective) !== run.objective || String(bound) !== run.bound) {
      return { valid: false, problems: ['the run says another value than its certificate'] };
    }
    return reprove(canonical, stored);
  }

  async #begin(
    actor: PersonActor,
    wish: { serviceDate: LocalDate; scope: RunScope; requestId: string },
  ): Promise<Result<MatchRun, UnderWayError>> {
    const { agencyId } = actor;
    await this.#endSilent(agencyId);
    const now = this.clock.nowIso();
    const run: MatchRun = {
      id: this.ids.next<MatchRunId>(),
      agencyId,
      ...wish,
      startedBy: actor.personId,
      startedAt: now,
      aliveAt: now,
      endedAt: null,
      state: 'RUNNING',
      progress: 0,
      readiness: null,
      ...NOTHING_YET,
    };
    try {
      return await this.work.run(actor, async () => {
        // Two that look at the same children at once would each throw away what the other has proposed.
        const agency = this.database.repository(Agency).createQueryBuilder('a').where({ id: agencyId });
        await this.database.forUpdate(agency).getOne();
        const busy = await this.database.repository(MatchRun).findOneBy({ agencyId, state: 'RUNNING' });
        if (busy) return err({ code: 'MATCH_UNDER_WAY' as const, runId: busy.id });
        await this.database.repository(MatchRun).insert(run);
        return ok(run);
      });
    } catch (error) {
      // The same request came twice at once: the other one has begun the run.
      const other = this.database.engine.isUniqueViolation(error) && (await this.#byRequest(agencyId, wish.requestId));
      if (other) return ok(other);
      throw error;
    }
  }

  /** A process that was killed says nothing any more; what it was at has failed, and another run may begin. */
  async #endSilent(agencyId: AgencyId): Promise<void> {
    const running = await this.database.repository(MatchRun).findBy({ agencyId, state: 'RUNNING' });
    const limit = new Date(this.clock.now().getTime() - SILENT_MS).toISOString();
    const silent = running.filter((run) => (run.aliveAt ?? '') < limit && !this.runWork.isAt(run.id));
    if (silent.length === 0) return;
    await this.work.run({ kind: 'system', agencyId, name: 'match' }, async () => {
      for (const { id } of silent) {
        const change = { state: 'FAILED' as const, endedAt: this.clock.nowIso() };
        await this.database.repository(MatchRun).update({ id, state: 'RUNNING' }, change);
      }
    });
    for (const run of silent) await this.store.forget(run);
  }

  #byRequest(agencyId: AgencyId, requestId: string): Promise<MatchRun | null> {
    return this.database.repository(MatchRun).findOneBy({ agencyId, requestId });
  }

  /** An office that is not theirs reads as one that is not there. */
  async #problemsOfScope({ agencyId, offices }: Rows, scope: RunScope) {
    if (scope.kind === 'OFFICE') {
      const theirs = offices === 'ALL' || offices.includes(scope.officeId as OfficeId);
      const stands =
        theirs && (await this.database.repository(Office).existsBy({ agencyId, id: scope.officeId as OfficeId }));
      return stands ? [] : [{ field: 'officeId', code: 'NOT_FOUND' }];
    }
    if (scope.kind === 'AREA' && !(await this.areas.byCode(agencyId)).has(scope.areaCode)) {
      return [{ field: 'areaCode', code: 'NOT_FOUND' }];
    }
    return [];
  }
}

const NOTHING_YET = {
  volunteersConsidered: 0,
  childrenConsidered: 0,
  candidatePairs: 0,
  objective: '0',
  bound: '0',
  certificateChecked: false,
  inputHash: '',
  weightsVersion: 0,
  durationMs: 0,
};

const within = (rows: Rows, scope: RunScope): Rows =>
  scope.kind === 'OFFICE' ? { ...rows, offices: [scope.officeId as OfficeId] } : rows;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function problemsOf(day: LocalDate, today: LocalDate, requestId: string) {
  const fields: { field: string; code: string }[] = [];
  if (day < today) fields.push({ field: 'serviceDate', code: 'IN_THE_PAST' });
  if (requestId.length === 0 || requestId.length > LONGEST_REQUEST_ID) {
    fields.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return fields;
}
