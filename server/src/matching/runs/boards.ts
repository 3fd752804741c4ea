// A board after the run: what is held fast, what another choice would cost everybody else, and the swap itself.
import { Injectable } from '@nestjs/common';
import { err, ok, type MatchProposalId, type Result } from '@tongxing/shared/kernel';
import type { PairOfIds, RejectionCode, ScorePart } from '@tongxing/shared/matching';
import { ChildrenRepository, type ChildView } from '../../children/index.js';
import { VolunteersRepository, type VolunteerView } from '../../people/index.js';
import { rowsFor, type PersonActor, type Rows } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, rowWhereOfChild, UnitOfWork } from '../../platform/database/index.js';
import type { NotFoundError, StaleVersionError, TransitionError } from '../../platform/graphql/index.js';
import type { BoardNow, Consequences, Move, Question, WhatIf } from './answer-desk.js';
import { MatchEngine } from './match-engine.js';
import { MatchProposal } from './match-run.entity.js';
import { RunDocuments } from './run-documents.js';

export interface PairRefusedError {
  readonly code: 'PAIR_REFUSED';
  readonly rejections: readonly RejectionCode[];
}
type DecideError = NotFoundError | StaleVersionError | TransitionError;
export type SwapError = DecideError | PairRefusedError;

export interface AlternativeView {
  readonly volunteer: VolunteerView;
  readonly score: number;
  /** Negative where places that came free make it better. */
  readonly loss: number;
  readonly parts: readonly ScorePart[];
}
export interface MoveView {
  readonly child: ChildView;
  readonly before?: VolunteerView | undefined;
  readonly after?: VolunteerView | undefined;
  readonly score?: number | undefined;
}
export interface WhatIfView {
  readonly loss: number;
  readonly moves: readonly MoveView[];
}
interface Seen {
  readonly proposal: MatchProposal;
  readonly board: readonly BoardRow[];
  readonly consequences: Consequences;
}
type BoardRow = Pick<MatchProposal, 'id' | 'childId' | 'volunteerId' | 'score' | 'state' | 'version' | 'heldAt'>;

@Injectable()
export class Boards {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly engine: MatchEngine,
    private readonly documents: RunDocuments,
    private readonly children: ChildrenRepository,
    private readonly volunteers: VolunteersRepository,
  ) {}

  /** Holds a pair fast, so that later runs and swaps leave it as it is, or lets it go. */
  hold(actor: PersonActor, id: string, version: number, held: boolean): Promise<Result<MatchProposal, DecideError>> {
    return this.work.run(actor, async () => {
      const found = await this.#lock(actor, id, version);
      if (!found.ok) return found;
      const change = held ? { heldBy: actor.personId, heldAt: this.clock.nowIso() } : { heldBy: null, heldAt: null };
      await this.database.repository(MatchProposal).update({ id }, { ...change, version: version + 1 });
      const action = held ? 'proposal.held' : 'proposal.letGo';
      this.trail.record({ action, subjectType: 'MatchProposal', subjectId: id });
      return ok({ ...found.value, ...change, version: version + 1 });
    });
  }

  /** Who else among the reader's rows could accompany the child, and what each choice would cost the whole as it stands now. */
  async alternatives(actor: PersonActor, proposal: MatchProposal, count: number): Promise<AlternativeView[]> {
    const { id, runId, childId, state } = proposal;
    const board = state === 'PROPOSED' ? await this.#now(actor, await this.#rows(runId), id) : undefined;
    const found = await this.#answer(runId, { kind: 'alternatives', childId, count, board });
    const ids = found.map((one) => one.volunteerId);
    const volunteers = await this.volunteers.byIds(rowsFor(actor, 'match.read'), ids);
    return found.flatMap(({ volunteerId, score, loss, parts }) => {
      const volunteer = volunteers.get(volunteerId);
      return volunteer ? [{ volunteer, score, loss, parts }] : [];
    });
  }

  /** What becomes of the other open proposals if this one is declined; nothing is stored. */
  async ifDeclined(actor: PersonActor, proposal: MatchProposal): Promise<WhatIfView> {
    const { volunteerId, childId } = proposal;
    const { consequences } = await this.#ask(actor, proposal, { kind: 'DECLINE', volunteerId, childId }, false);
    return this.#view(rowsFor(actor, 'match.read'), consequences);
  }

  /** What becomes of everybody if the child gets this volunteer instead; nothing is stored. */
  async ifSwapped(
    actor: PersonActor,
    proposal: MatchProposal,
    volunteerId: string,
  ): Promise<Result<WhatIfView, PairRefusedError | NotFoundError>> {
    const within = rowsFor(actor, 'match.read');
    if (!(await this.volunteers.byIds(within, [volunteerId])).has(volunteerId)) return err({ code: 'NOT_FOUND' });
    const change = { kind: 'SWAP', volunteerId, childId: proposal.childId } as const;
    const { consequences } = await this.#ask(actor, proposal, change, false);
    const { rejections } = consequences;
    if (rejections.length > 0) return err({ code: 'PAIR_REFUSED', rejections });
    return ok(await this.#view(within, consequences));
  }

  /** Gives the child this volunteer, holds the pair fast, and moves whoever has to move: all of it, or nothing. */
  async swap(
    actor: PersonActor,
    id: string,
    version: number,
    volunteerId: string,
  ): Promise<Result<MatchProposal, SwapError>> {
    const where = { ...rowWhereOfChild(rowsFor(actor, 'match.decide')), id };
    const proposal = await this.database.repository(MatchProposal).findOneBy(where);
    if (!proposal) return err({ code: 'NOT_FOUND' });
    if (proposal.state !== 'PROPOSED') return err(refused(proposal.state));
    if (proposal.version !== version) return err({ code: 'STALE_VERSION', currentVersion: proposal.version });
    const theirs = await this.volunteers.byIds(rowsFor(actor, 'match.read'), [volunteerId]);
    if (!theirs.has(volunteerId)) return err({ code: 'NOT_FOUND' });
    const seen = await this.#ask(actor, proposal, { kind: 'SWAP', volunteerId, childId: proposal.childId }, true);
    const { rejections } = seen.consequences;
    if (rejections.length > 0) return err({ code: 'PAIR_REFUSED', rejections });
    return this.work.run(actor, () => this.#swap(actor, seen, version, volunteerId));
  }

  async #swap(
    actor: PersonActor,
    { proposal, board, consequences }: Seen,
    version: number,
    volunteerId: string,
  ): Promise<Result<MatchProposal, SwapError>> {
    const found = await this.#lock(actor, proposal.id, version);
    if (!found.ok) return found;
    // Somebody decided something else on this board meanwhile: what was worked out is of yesterday.
    if (!sameBoard(board, await this.#rows(proposal.runId))) {
      return err({ code: 'STALE_VERSION', currentVersion: version });
    }
    const rows = new Map(board.map((row) => [row.childId, row]));
    for (const move of consequences.moves) await this.#apply(proposal, rows.get(move.childId), move);
    const hold = { heldBy: actor.personId, heldAt: this.clock.nowIso() };
    await this.database.repository(MatchProposal).update({ id: proposal.id }, hold);
    this.trail.record({
      action: 'proposal.swapped',
      subjectType: 'MatchProposal',
      subjectId: proposal.id,
      facts: { from: proposal.volunteerId, to: volunteerId, loss: consequences.loss, moved: consequences.moves.length },
    });
    return ok(await this.database.repository(MatchProposal).findOneByOrFail({ id: proposal.id }));
  }

  async #apply(proposal: MatchProposal, row: BoardRow | undefined, move: Move): Promise<void> {
    const proposals = this.database.repository(MatchProposal);
    const { after, score = 0, parts, slack } = move;
    if (after === undefined) {
      if (row) await proposals.update({ id: row.id }, { state: 'EXPIRED', version: row.version + 1 });
      return;
    }
    if (slack === undefined) throw new Error('BUG: a move to keep of which nobody knows what it is worth');
    const pair = { volunteerId: after, score, parts: [...parts], slack, state: 'PROPOSED' as const };
    if (row) {
      await proposals.update({ id: row.id }, { ...pair, version: row.version + 1 });
      return;
    }
    await proposals.insert({
      id: this.ids.next<MatchProposalId>(),
      agencyId: proposal.agencyId,
      runId: proposal.runId,
      childId: move.childId,
      ...pair,
      version: 1,
      decidedBy: null,
      decidedAt: null,
      declineReasonSealed: null,
      heldBy: null,
      heldAt: null,
    });
  }

  /** `toKeep`: whether what is found will be stored, and not only shown. */
  async #ask(actor: PersonActor, proposal: MatchProposal, change: WhatIf, toKeep: boolean): Promise<Seen> {
    const { id, runId } = proposal;
    const rows = await this.#rows(runId);
    const board = await this.#now(actor, rows, id);
    const consequences = await this.#answer(runId, { kind: 'whatIf', board, change, toKeep });
    return { proposal, board: rows, consequences };
  }

  async #now(actor: PersonActor, rows: readonly BoardRow[], asked: string): Promise<BoardNow> {
    return boardNow(rows, await this.children.idsWithin(rowsFor(actor, 'match.decide')), asked);
  }

  #answer<Kind extends Question['kind']>(runId: string, question: Extract<Question, { kind: Kind }>) {
    return this.engine.ask(runId, question, () => this.documents.readPacked(runId, 'INPUT'));
  }

  #rows(runId: string): Promise<BoardRow[]> {
    const columns = 'id, childId, volunteerId, score, state, version, heldAt';
    return this.database.read(`SELECT ${columns} FROM match_proposal WHERE runId = ? ORDER BY id`, [runId]);
  }

  /** Names only for whoever may see them; a move of somebody else's child is not among these moves at all. */
  async #view(within: Rows, { loss, moves }: Consequences): Promise<WhatIfView> {
    const children = await this.children.byIds(
      within,
      moves.map((move) => move.childId),
    );
    const ids = moves.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
    const volunteers = await this.volunteers.byIds(within, ids);
    const named = (id: string | undefined) => (id === undefined ? undefined : volunteers.get(id));
    return {
      loss,
      moves: moves.flatMap(({ childId, before, after, score }) => {
        const child = children.get(childId);
        return child ? [{ child, before: named(before), after: named(after), score }] : [];
      }),
    };
  }

  async #lock(actor: PersonActor, id: string, version: number): Promise<Result<MatchProposal, DecideError>> {
    const query = this.database
      .repository(MatchProposal)
      .createQueryBuilder('p')
      .where({ ...rowWhereOfChild(rowsFor(actor, 'match.decide')), id });
    const proposal = await this.database.forUpdate(query).getOne();
    if (!proposal) return err({ code: 'NOT_FOUND' });
    if (proposal.state !== 'PROPOSED') return err(refused(proposal.state));
    if (proposal.version !== version) return err({ code: 'STALE_VERSION', currentVersion: proposal.version });
    return ok(proposal);
  }
}

/** A pair that is held, and a pair of somebody else's child, stays; the one that is asked about is open whatever it is. */
function boardNow(rows: readonly BoardRow[], mine: ReadonlySet<string>, asked: string): BoardNow {
  const decided: PairOfIds[] = [];
  const gone: string[] = [];
  const open: (PairOfIds & { score: number })[] = [];
  for (const { id, childId, volunteerId, score, state, heldAt } of rows) {
    const pair = { childId, volunteerId };
    const fixed = state === 'PROPOSED' && id !== asked && (heldAt !== null || !mine.has(childId));
    if (state === 'ACCEPTED' || fixed) decided.push(pair);
    else if (state === 'PROPOSED') open.push({ ...pair, score });
    else if (state === 'DECLINED') gone.push(childId);
  }
  return { decided, gone, open };
}

function sameBoard(before: readonly BoardRow[], now: readonly BoardRow[]): boolean {
  return (
    before.length === now.length && before.every((row, i) => row.id === now[i]?.id && row.version === now[i].version)
  );
}

const refused = (from: string) => ({ code: 'TRANSITION_REFUSED' as const, from, to: 'PROPOSED' });
