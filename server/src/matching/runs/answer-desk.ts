// Answers questions about stored runs: keeps the few that people have open, solved, so that an answer takes no solve.
import { gunzipSync } from 'node:zlib';
import {
  alternatives,
  compareRuns,
  edit,
  exactLoss,
  explain,
  extraPlaces,
  proposedPair,
  readCanonical,
  slackOf,
  startMatch,
  suggest,
  unmatchedChildIds,
  type Alternative,
  type ExtraPlaces,
  type MatchChild,
  type MatchState,
  type MatchVolunteer,
  type MatchWeights,
  type Pair,
  type PairOfIds,
  type ReasonCount,
  type RejectionCode,
  type RunComparison,
  type ScorePart,
} from '@tongxing/shared/matching';
import { after, keyOf, wayBetween, type Way } from './board-changes.js';

/** What people have made of a run since: the engine goes on from there. */
export interface BoardNow {
  /** Accepted, or held fast: they keep their places. */
  readonly decided: readonly PairOfIds[];
  /** Children whom this board has no more to do with. */
  readonly gone: readonly string[];
  readonly open: readonly (PairOfIds & { readonly score: number })[];
}
export type WhatIf = ({ readonly kind: 'DECLINE' } & PairOfIds) | ({ readonly kind: 'SWAP' } & PairOfIds);

export interface Move {
  readonly childId: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly score?: number | undefined;
  readonly parts: readonly ScorePart[];
  /** What the whole would lose without the new pair; only where the moves are to be kept. */
  readonly slack?: number | undefined;
}
export interface Consequences {
  /** Why the pair cannot be; empty where it can. */
  readonly rejections: readonly RejectionCode[];
  /** What all open proposals together would lose, exactly; negative where places that came free make it better. */
  readonly loss: number;
  readonly moves: readonly Move[];
}
export interface RuledOut {
  readonly volunteerId: string;
  readonly rejections: readonly RejectionCode[];
}

export interface SuggestedChild {
  readonly childId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** What the whole would lose, exactly, if this pair were chosen. */
  readonly loss: number;
}

export type Question =
  | { readonly kind: 'left' }
  | { readonly kind: 'extraPlaces'; readonly places: number }
  | { readonly kind: 'compare'; readonly weights: MatchWeights }
  | { readonly kind: 'unmatched'; readonly childIds: readonly string[] }
  | {
      readonly kind: 'alternatives';
      readonly childId: string;
      readonly count: number;
      /** As it stands now; as the run left it where this is missing. */
      readonly board?: BoardNow | undefined;
    }
  | { readonly kind: 'ruledOut'; readonly childId: string; readonly count: number }
  | { readonly kind: 'whatIf'; readonly board: BoardNow; readonly change: WhatIf; readonly toKeep: boolean }
  | { readonly kind: 'childrenFor'; readonly volunteer: MatchVolunteer; readonly board: Since; readonly count: number }
  | { readonly kind: 'volunteersFor'; readonly child: MatchChild; readonly board: Since; readonly count: number };

/** All that is decided now, wherever. */
export interface Since {
  readonly locks: readonly PairOfIds[];
  readonly vetoes: readonly PairOfIds[];
}

export interface Answers {
  /** Children whom the run found nobody for. */
  left: readonly string[];
  extraPlaces: ExtraPlaces;
  compare: RunComparison;
  unmatched: readonly { readonly childId: string; readonly reasons: readonly ReasonCount[] }[];
  alternatives: readonly Alternative[];
  ruledOut: readonly RuledOut[];
  whatIf: Consequences;
  childrenFor: readonly SuggestedChild[];
  volunteersFor: readonly Alternative[];
}
export type Answer = Answers[Question['kind']];

/** Runs that people look at. */
const RUNS_KEPT = 3;
/** Boards of the run that was asked about last: a worker's, and a colleague's who decides about other children. */
const BOARDS_KEPT = 2;

interface Open {
  readonly run: MatchState;
  /** As people have made it since, the one asked about last first. */
  readonly boards: MatchState[];
}

export class AnswerDesk {
  /** The one asked about last stands last. */
  readonly #open = new Map<string, Open>();

  knows(run: string): boolean {
    return this.#open.has(run);
  }

  /** A run that was solved right here. */
  remember(run: string, state: MatchState): void {
    this.#keep(run, state);
  }

  learn(run: string, packed: string): void {
    const { snapshot, rules, weights } = readCanonical(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));
    this.#keep(run, startMatch(snapshot, rules, weights));
  }

  answer(run: string, question: Question): Answer {
    const open = this.#open.get(run);
    if (!open) throw new Error('BUG: asked about a run that the desk has not been given');
    this.#touch(run, open);
    const state = open.run;
    switch (question.kind) {
      case 'left':
        return unmatchedChildIds(state);
      case 'extraPlaces':
        return extraPlaces(state, question.places);
      case 'compare':
        return compareRuns(state, question.weights);
      case 'unmatched':
        return question.childIds.map((childId) => ({ childId, reasons: state.candidates.rejected.counts(childId) }));
      case 'alternatives':
        return question.board
          ? othersFor(boardOf(open, question.board), question.board, question.childId, question.count)
          : alternatives(state, question.childId, question.count);
      case 'ruledOut':
        return ruledOut(state, question.childId, question.count);
      case 'whatIf':
        return consequences(boardOf(open, question.board), question);
      case 'childrenFor':
        return childrenFor(boardOf(open, question.board), question.volunteer, question.count);
      case 'volunteersFor':
        return volunteersFor(boardOf(open, question.board), question.child, question.count);
    }
  }

  #keep(run: string, state: MatchState): void {
    this.#touch(run, { run: state, boards: [] });
  }

  #touch(run: string, open: Open): void {
    this.#open.delete(run);
    for (const other of this.#open.values()) other.boards.length = 0;
    this.#open.set(run, open);
    const [oldest] = this.#open.keys();
    if (this.#open.size > RUNS_KEPT && oldest !== undefined) this.#open.delete(oldest);
  }
}

interface Near {
  readonly state: MatchState;
  readonly way: Way;
}

/** The run as it stands after what was decided since: from the nearest that is known by a few changes, or solved anew. */
function boardOf(open: Open, since: BoardNow | Since): MatchState {
  const wanted = after(
    open.run.snapshot,
    'decided' in since
      ? { locks: since.decided, gone: since.gone, open: since.open.map(keyOf), vetoes: [] }
      : { locks: since.locks, gone: [], open: 'ALL', vetoes: since.vetoes },
  );
  const near = [...open.boards, open.run].map((state) => ({ state, way: wayBetween(state.snapshot, wanted) }));
  const nearest = near.reduce<Near | undefined>(
    (least, { state, way }) => (way && way.length < (least?.way.length ?? Infinity) ? { state, way } : least),
    undefined,
  );
  const board = nearest
    ? nearest.way.changes.reduce(edit, nearest.state)
    : startMatch(wanted, open.run.rules, open.run.weights);
  if (board !== open.run) {
    const others = open.boards.filter((state) => state !== board && state !== nearest?.state);
    open.boards.splice(0, open.boards.length, board, ...others.slice(0, BOARDS_KEPT - 1));
  }
  return board;
}

/** Who else could accompany the child of an open proposal, by what all open proposals together would lose. */
function othersFor(state: MatchState, { open }: BoardNow, childId: string, count: number): Alternative[] {
  const before = open.find((pair) => pair.childId === childId)?.volunteerId;
  // Places that came free since may make more possible than the board has.
  const total = open.reduce((sum, one) => sum + one.score, 0);
  const better = state.solution.certificate.objective - total;
  return volunteersInOrder(state, childId, count + 1)
    .filter(({ volunteerId }) => volunteerId !== before)
    .slice(0, count)
    .map((one) => ({ ...one, loss: one.loss - better }));
}

/** What becomes of the open proposals if one is declined, or its child gets another companion; nothing is kept. */
function consequences(
  state: MatchState,
  { board, change, toKeep }: Extract<Question, { kind: 'whatIf' }>,
): Consequences {
  const open = new Map(board.open.map((pair) => [pair.childId, pair]));
  const pair = { volunteerId: change.volunteerId, childId: change.childId };
  const total = board.open.reduce((sum, one) => sum + one.score, 0);
  if (change.kind === 'DECLINE') {
    const next = edit(state, { kind: 'veto', ...pair });
    const loss = total - next.solution.certificate.objective;
    return { rejections: [], loss, moves: movesOf(next, open, undefined, toKeep) };
  }
  const forced = explain(state, pair);
  if (forced.score === undefined) return { rejections: forced.rejections, loss: 0, moves: [] };
  const next = edit(state, { kind: 'lock', ...pair });
  const worth = next.solution.certificate.objective + forced.score;
  const chosen = { ...pair, score: forced.score, parts: forced.parts, slack: 0 };
  return { rejections: [], loss: total - worth, moves: movesOf(next, open, chosen, toKeep) };
}

type Chosen = Omit<Pair, 'slack'> & { readonly slack?: number };

/** The forced pair first. Reasons are looked up of those pairs alone that move. */
function movesOf(
  next: MatchState,
  open: ReadonlyMap<string, PairOfIds>,
  forced: Chosen | undefined,
  toKeep: boolean,
): Move[] {
  const then = new Map(next.solution.pairs.map((pair) => [pair.childId, pair.volunteerId]));
  if (forced) then.set(forced.childId, forced.volunteerId);
  const children = new Set([...(forced ? [forced.childId] : []), ...open.keys(), ...then.keys()]);
  return [...children].flatMap((childId): Move[] => {
    const before = open.get(childId)?.volunteerId;
    const goes = then.get(childId);
    if (before === goes) return [];
    if (goes === undefined) return [{ childId, before, after: undefined, parts: [] }];
    const chosen = childId === forced?.childId ? forced : proposed(next, childId, toKeep);
    const { score, parts, slack } = chosen;
    return [{ childId, before, after: goes, score, parts, slack }];
  });
}

function proposed(state: MatchState, childId: string, toKeep: boolean): Chosen {
  const pair = proposedPair(state, childId);
  if (!pair) throw new Error('BUG: a chosen pair that is not proposed');
  return toKeep ? { ...pair, slack: slackOf(state, childId) } : pair;
}

/** Whom a rule keeps from the child, those first whom the fewest reasons keep: a word with them may change it. */
function ruledOut(state: MatchState, childId: string, count: number): RuledOut[] {
  const found: RuledOut[] = [];
  for (const { id, eligible } of state.snapshot.volunteers) {
    if (!eligible) continue;
    const rejections = state.candidates.rejected.whyNot(id, childId);
    if (rejections.length > 0) found.push({ volunteerId: id, rejections });
  }
  return found.sort((a, b) => a.rejections.length - b.rejections.length).slice(0, count);
}

/** A volunteer as they are today, whoever they were at the time of the run. */
function childrenFor(state: MatchState, volunteer: MatchVolunteer, count: number): SuggestedChild[] {
  const known = state.snapshot.volunteers.some(({ id }) => id === volunteer.id);
  const now = known ? state : edit(state, { kind: 'arrive', volunteer });
  return suggest(now, volunteer.id, count).map(({ childId, score, parts }) => {
    const loss = exactLoss(now, { volunteerId: volunteer.id, childId }) ?? 0;
    return { childId, score, parts, loss };
  });
}

function volunteersFor(state: MatchState, child: MatchChild, count: number): Alternative[] {
  const known = state.snapshot.children.some(({ id }) => id === child.id);
  return volunteersInOrder(known ? state : edit(state, { kind: 'arrive', child }), child.id, count);
}

/** Whom the engine would propose first, then the others by their loss. */
function volunteersInOrder(state: MatchState, childId: string, count: number): Alternative[] {
  const own = proposedPair(state, childId);
  const others = alternatives(state, childId, count);
  return own ? [{ ...own, loss: 0 }, ...others].slice(0, count) : others;
}
