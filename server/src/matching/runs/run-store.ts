// Keeps what a run found: in bounded pieces, so that others write in between, and to be seen only when it is whole.
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { AgencyId, MatchProposalId } from '@tongxing/shared/kernel';
import type { Pair, PairOfIds } from '@tongxing/shared/matching';
import type { PersonActor, Rows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, inParts, rowWhereOfChild, UnitOfWork } from '../../platform/database/index.js';
import type { Taken } from './match-snapshots.js';
import { MatchProposal, MatchRun } from './match-run.entity.js';
import { inItsTurn } from './in-its-turn.js';
import { RunDocuments } from './run-documents.js';
import { stateOf } from './run-state.js';
import type { Solved } from './solve-task.js';

export interface Outcome {
  readonly taken: Taken;
  readonly solved: Solved;
  readonly pairs: readonly Pair[];
  readonly durationMs: number;
}

/** A millisecond or two of SQLite's only writer. */
const ROWS_A_PIECE = 25;

@Injectable()
export class RunStore {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly documents: RunDocuments,
  ) {}

  /**
   * Writes the proof and the proposals piece by piece; until the last step they belong to a run that is not done, and
   * nobody is shown them. That step makes all of them open at once, beside the end of the earlier ones. Nothing stays of
   * a run that is not wanted any more.
   */
  async keep(actor: PersonActor, run: MatchRun, within: Rows, outcome: Outcome, signal: AbortSignal): Promise<void> {
    const { solved, pairs } = outcome;
    const isWanted = () => !signal.aborted;
    await this.documents.write(this.work, actor, run.id, 'INPUT', solved.input, isWanted);
    await this.documents.write(this.work, actor, run.id, 'SOLUTION', solved.solution, isWanted);
    const rows = pairs.map((pair) => toProposal(this.ids.next<MatchProposalId>(), run, pair));
    for (const piece of inParts(rows, ROWS_A_PIECE)) {
      if (!isWanted()) break;
      await inItsTurn(() => this.work.run(actor, () => this.#insert(piece)));
    }
    const shown = isWanted() && (await this.work.run(actor, () => this.#show(run, within, outcome)));
    if (!shown) await this.forget(run);
  }

  /** Takes away what a run left that was never done. */
  async forget({ id, agencyId }: Pick<MatchRun, 'id' | 'agencyId'>): Promise<void> {
    const system = { kind: 'system', agencyId: agencyId as AgencyId, name: 'match' } as const;
    await this.work.run(system, async () => {
      const run = await this.#lock(id);
      if (!run || stateOf(run) === 'DONE') return;
      await this.documents.remove(id);
      await this.database.repository(MatchProposal).delete({ runId: id });
    });
  }

  /** Everything at once: the earlier proposals end, the new ones open, and the run is done. False where it is not wanted. */
  async #show(run: MatchRun, within: Rows, { taken, solved, pairs, durationMs }: Outcome) {
    // Somebody cancelled it at the last moment: what it found is not kept.
    if ((await this.#lock(run.id))?.state !== 'RUNNING') return false;
    const held = await this.#expireOpenProposals(run, within, taken.held);
    const open = { state: 'PROPOSED' as const };
    await this.database.repository(MatchProposal).update({ runId: run.id, state: 'EXPIRED' }, open);
    await this.#insert(held);
    const change = {
      state: 'DONE' as const,
      progress: 100,
      endedAt: this.clock.nowIso(),
      readiness: taken.readiness,
      volunteersConsidered: taken.readiness.volunteersReady,
      childrenConsidered: taken.readiness.childrenWaiting,
      candidatePairs: solved.candidatePairs,
      objective: String(solved.objective),
      bound: String(solved.bound),
      certificateChecked: solved.verified,
      inputHash: solved.inputHash,
      weightsVersion: taken.frame.weights.version,
      durationMs,
    };
    await this.database.repository(MatchRun).update({ id: run.id }, change);
    this.trail.record({
      action: 'match.run',
      subjectType: 'MatchRun',
      subjectId: run.id,
      facts: { proposals: pairs.length, candidatePairs: change.candidatePairs, inputHash: change.inputHash },
    });
    return true;
  }

  /**
   * A new run looks at these rosters again: what an earlier one proposed for them and nobody decided is superseded.
   * What a worker holds fast comes along to the new board.
   */
  async #expireOpenProposals(run: MatchRun, within: Rows, held: readonly PairOfIds[]): Promise<MatchProposal[]> {
    const proposals = this.database.repository(MatchProposal);
    const open = { ...rowWhereOfChild(within), state: 'PROPOSED' as const };
    const stays = new Set(held.map(pairKey));
    const earlier = await proposals.findBy({ ...open, heldAt: Not(IsNull()) });
    const carried = earlier.filter((proposal) => stays.has(pairKey(proposal)));
    const area = run.scope?.kind === 'AREA' ? run.scope.areaCode : undefined;
    const update = proposals
      .createQueryBuilder()
      .update()
      .set({ state: 'EXPIRED', version: () => 'version + 1' })
      .where(open)
      .andWhere('runId <> :ownRun', { ownRun: run.id });
    if (area !== undefined) {
      const ofArea = 'childId IN (SELECT id FROM child WHERE agencyId = :ofAgency AND areaCode = :ofArea)';
      update.andWhere(ofArea, { ofAgency: run.agencyId, ofArea: area });
    }
    await update.execute();
    return carried.map((proposal) => ({
      ...proposal,
      id: this.ids.next<MatchProposalId>(),
      runId: run.id,
      version: 1,
    }));
  }

  async #insert(rows: readonly MatchProposal[]): Promise<void> {
    for (const piece of inParts(rows, ROWS_A_PIECE)) await this.database.repository(MatchProposal).insert(piece);
  }

  #lock(id: string): Promise<MatchRun | null> {
    return this.database.forUpdate(this.database.repository(MatchRun).createQueryBuilder('r').where({ id })).getOne();
  }
}

/** Not open before the run is whole: a state in which nobody finds or decides it. */
const toProposal = (id: MatchProposalId, run: MatchRun, pair: Pair): MatchProposal => ({
  id,
  agencyId: run.agencyId,
  runId: run.id,
  volunteerId: pair.volunteerId,
  childId: pair.childId,
  score: pair.score,
  parts: [...pair.parts],
  slack: pair.slack,
  state: 'EXPIRED',
  version: 1,
  decidedBy: null,
  decidedAt: null,
  declineReasonSealed: null,
  heldBy: null,
  heldAt: null,
});

const pairKey = ({ volunteerId, childId }: PairOfIds) => `${volunteerId} ${childId}`;
