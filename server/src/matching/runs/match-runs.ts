import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  err,
  ok,
  type AgencyId,
  type LocalDate,
  type MatchProposalId,
  type MatchRunId,
  type Result,
} from '@tongxing/shared/kernel';
import {
  reprove,
  type MatchInput,
  type MatchResult,
  type StoredSolution,
  type Verdict,
} from '@tongxing/shared/matching';
import { rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, rowWhereOfChild, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError } from '../../platform/graphql/index.js';
import { Agencies } from '../../people/index.js';
import { MatchEngine } from './match-engine.js';
import { MatchProposal, MatchRun } from './match-run.entity.js';
import { MatchSnapshots, type Readiness } from './match-snapshots.js';
import { RunDocuments } from './run-documents.js';

export type RunMatchError = InvalidInputError | ({ readonly code: 'NOBODY_READY' } & Readiness);

const LONGEST_REQUEST_ID = 64;

/** Runs the engine and keeps what proves the run. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly snapshots: MatchSnapshots,
    private readonly engine: MatchEngine,
    private readonly documents: RunDocuments,
  ) {}

  /** Proposes companions for all waiting children; the same `requestId` again answers with the same run. */
  async run(
    actor: PersonActor,
    serviceDate: LocalDate | undefined,
    requestId: string,
  ): Promise<Result<MatchRun, RunMatchError>> {
    const today = await this.agencies.today(actor.agencyId);
    const day = serviceDate ?? today;
    const fields = problemsOf(day, today, requestId);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const earlier = await this.#byRequest(actor.agencyId, requestId);
    if (earlier) return ok(earlier);
    const { input, readiness } = await this.snapshots.take(rowsFor(actor, 'match.run'), day);
    if (readiness.volunteersReady === 0 || readiness.childrenWaiting === 0) {
      return err({ code: 'NOBODY_READY', ...readiness });
    }
    const started = performance.now();
    const result = await this.engine.ask({ kind: 'run', input });
    if (!result.verified) throw new Error('BUG: the engine gave a solution that its checker refuses');
    const durationMs = Math.round(performance.now() - started);
    return this.#store(actor, requestId, { input, readiness, result, durationMs });
  }

  find(agencyId: AgencyId, id: string): Promise<MatchRun | null> {
    return this.database.repository(MatchRun).findOneBy({ agencyId, id });
  }

  /** For the operator's command, which proves a run without reading whose it is. */
  findAnywhere(id: string): Promise<MatchRun | null> {
    return this.database.repository(MatchRun).findOneBy({ id });
  }

  async page(agencyId: AgencyId, offset: number, limit: number): Promise<{ runs: MatchRun[]; total: number }> {
    const [runs, total] = await this.database
      .repository(MatchRun)
      .findAndCount({ where: { agencyId }, order: { startedAt: 'DESC', id: 'DESC' }, skip: offset, take: limit });
    return { runs, total };
  }

  /** Proves a stored run again from its stored text alone: the input's hash, then the certificate. */
  async verify(run: MatchRun): Promise<Verdict> {
    const canonical = await this.documents.read(run.id, 'INPUT');
    if (sha256(canonical) !== run.inputHash) return { valid: false, problems: ['the stored input has another hash'] };
    const stored = JSON.parse(await this.documents.read(run.id, 'SOLUTION')) as StoredSolution;
    return reprove(canonical, stored);
  }

  #byRequest(agencyId: AgencyId, requestId: string): Promise<MatchRun | null> {
    return this.database.repository(MatchRun).findOneBy({ agencyId, requestId });
  }

  async #store(actor: PersonActor, requestId: string, solved: Solved): Promise<Result<MatchRun, RunMatchError>> {
    try {
      return ok(await this.work.run(actor, () => this.#write(actor, requestId, solved)));
    } catch (error) {
      // The same request came twice at once: the other one has stored the run.
      const other = this.database.engine.isUniqueViolation(error) && (await this.#byRequest(actor.agencyId, requestId));
      if (other) return ok(other);
      throw error;
    }
  }

  async #write(actor: PersonActor, requestId: string, solved: Solved): Promise<MatchRun> {
    const { agencyId } = actor;
    const run = this.#toRow(actor, requestId, solved);
    await this.database.repository(MatchRun).insert(run);
    await this.documents.write(agencyId, run.id, 'INPUT', solved.result.canonical);
    const { pairs, certificate } = solved.result;
    await this.documents.write(agencyId, run.id, 'SOLUTION', JSON.stringify({ pairs, certificate }));
    await this.#expireOpenProposals(rowsFor(actor, 'match.run'));
    await this.#insertProposals(agencyId, run.id, pairs);
    this.trail.record({
      action: 'match.run',
      subjectType: 'MatchRun',
      subjectId: run.id,
      facts: { proposals: pairs.length, candidatePairs: run.candidatePairs, inputHash: run.inputHash },
    });
    return run;
  }

  #toRow(actor: PersonActor, requestId: string, { input, readiness, result, durationMs }: Solved): MatchRun {
    return {
      id: this.ids.next<MatchRunId>(),
      agencyId: actor.agencyId,
      requestId,
      startedBy: actor.personId,
      startedAt: this.clock.nowIso(),
      serviceDate: input.snapshot.serviceDate,
      volunteersConsidered: readiness.volunteersReady,
      childrenConsidered: readiness.childrenWaiting,
      candidatePairs: result.candidatePairs,
      objective: String(result.certificate.objective),
      bound: String(result.certificate.bound),
      certificateChecked: result.verified,
      inputHash: sha256(result.canonical),
      weightsVersion: input.weights.version,
      durationMs,
    };
  }

  /** A new run looks at these rosters again: what an earlier one proposed for them and nobody decided is superseded. */
  async #expireOpenProposals(within: Rows): Promise<void> {
    await this.database
      .repository(MatchProposal)
      .createQueryBuilder()
      .update()
      .set({ state: 'EXPIRED', version: () => 'version + 1' })
      .where({ ...rowWhereOfChild(within), state: 'PROPOSED' })
      .execute();
  }

  async #insertProposals(agencyId: AgencyId, runId: string, pairs: MatchResult['pairs']): Promise<void> {
    const rows = pairs.map((pair) => ({
      id: this.ids.next<MatchProposalId>(),
      agencyId,
      runId,
      volunteerId: pair.volunteerId,
      childId: pair.childId,
      score: pair.score,
      parts: [...pair.parts],
      slack: pair.slack,
      state: 'PROPOSED' as const,
      version: 1,
      decidedBy: null,
      decidedAt: null,
      declineReasonSealed: null,
    }));
    for (let from = 0; from < rows.length; from += 100) {
      await this.database.repository(MatchProposal).insert(rows.slice(from, from + 100));
    }
  }
}

interface Solved {
  readonly input: MatchInput;
  readonly readiness: Readiness;
  readonly result: MatchResult;
  readonly durationMs: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function problemsOf(day: LocalDate, today: LocalDate, requestId: string) {
  const fields: { field: string; code: string }[] = [];
  if (day < today) fields.push({ field: 'serviceDate', code: 'IN_THE_PAST' });
  if (requestId.length === 0 || requestId.length > LONGEST_REQUEST_ID) {
    fields.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return fields;
}
