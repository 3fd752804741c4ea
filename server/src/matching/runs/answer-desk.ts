// Answers questions about stored runs: keeps the few that people have open, solved, so that an answer takes no solve.
import { gunzipSync } from 'node:zlib';
import {
  alternatives,
  compareRuns,
  edit,
  exactLoss,
  explain,
  extraPlaces,
  proposedPairs,
  readCanonical,
  startMatch,
  suggest,
  unmatchedChildIds,
  type Alternative,
  type ExtraPlaces,
  type MatchChild,
  type MatchSnapshot,
  type MatchState,
  type MatchVolunteer,
  type MatchWeights,
  type PairOfIds,
  type ReasonCount,
  type RejectionCode,
  type RunComparison,
  type ScorePart,
} from '@tongxing/shared/matching';

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
  readonly slack: number;
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
  | { readonly kind: 'whatIf'; readonly board: BoardNow; readonly change: WhatIf }
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

const STATES_KEPT = 3;

export class AnswerDesk {
  readonly #states = new Map<string, MatchState>();

  knows(run: string): boolean {
    return this.#states.has(run);
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
    const state = this.#states.get(run);
    if (!state) throw new Error('BUG: asked about a run that the desk has not been given');
    this.#keep(run, state);
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
          ? othersFor(this.#derived(run, state, question.board), question.board, question.childId, question.count)
          : alternatives(state, question.childId, question.count);
      case 'ruledOut':
        return ruledOut(state, question.childId, question.count);
      case 'whatIf':
        return consequences(this.#derived(run, state, question.board), question.board, question.change);
      case 'childrenFor':
        return childrenFor(this.#derived(run, state, question.board), question.volunteer, question.count);
      case 'volunteersFor':
        return volunteersFor(this.#derived(run, state, question.board), question.child, question.count);
    }
  }

  /** The run as it stands after what was decided since; kept too, since the next question is about the same board. */
  #derived(run: string, state: MatchState, since: BoardNow | Since): MatchState {
    const changes =
      'decided' in since
        ? { locks: since.decided, gone: since.gone, open: since.open.map(keyOf), vetoes: [] }
        : { locks: since.locks, gone: [], open: 'ALL' as const, vetoes: since.vetoes };
    const key = `${run} ${JSON.stringify(changes)}`;
    const known = this.#states.get(key);
    const derived = known ?? startMatch(after(state.snapshot, changes), state.rules, state.weights);
    this.#keep(key, derived);
    return derived;
  }

  #keep(key: string, state: MatchState): void {
    this.#states.delete(key);
    this.#states.set(key, state);
    const [oldest] = this.#states.keys();
    if (this.#states.size > STATES_KEPT && oldest !== undefined) this.#states.delete(oldest);
  }
}

interface Decisions {
  readonly locks: readonly PairOfIds[];
  readonly vetoes: readonly PairOfIds[];
  readonly gone: readonly string[];
  /** Open again, though the run held them fast; all of them where `locks` says everything that is decided now. */
  readonly open: readonly string[] | 'ALL';
}

const keyOf = ({ volunteerId, childId }: PairOfIds): string => `${volunteerId} ${childId}`;

function after(snapshot: MatchSnapshot, { locks, vetoes, gone, open }: Decisions): MatchSnapshot {
  const left = new Set(gone);
  const free = new Set(open === 'ALL' ? snapshot.locks.map(keyOf) : open);
  return {
    ...snapshot,
    children: snapshot.children.filter((child) => !left.has(child.id)),
    locks: [...snapshot.locks.filter((lock) => !free.has(keyOf(lock))), ...locks],
    vetoes: [...snapshot.vetoes, ...vetoes],
  };
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
function consequences(state: MatchState, board: BoardNow, change: WhatIf): Consequences {
  const open = new Map(board.open.map((pair) => [pair.childId, pair]));
  const pair = { volunteerId: change.volunteerId, childId: change.childId };
  const total = board.open.reduce((sum, one) => sum + one.score, 0);
  if (change.kind === 'DECLINE') {
    const next = edit(state, { kind: 'veto', ...pair });
    return { rejections: [], loss: total - next.solution.certificate.objective, moves: movesOf(next, open, []) };
  }
  const forced = explain(state, pair);
  if (forced.score === undefined) return { rejections: forced.rejections, loss: 0, moves: [] };
  const next = edit(state, { kind: 'lock', ...pair });
  const worth = next.solution.certificate.objective + forced.score;
  const chosen = { ...pair, score: forced.score, parts: forced.parts, slack: 0 };
  return { rejections: [], loss: total - worth, moves: movesOf(next, open, [chosen]) };
}

type Chosen = PairOfIds & { readonly score: number; readonly parts: readonly ScorePart[]; readonly slack: number };

function movesOf(next: MatchState, open: ReadonlyMap<string, PairOfIds>, forced: readonly Chosen[]): Move[] {
  const then = new Map<string, Chosen>([...proposedPairs(next), ...forced].map((pair) => [pair.childId, pair]));
  const children = [...new Set([...forced.map((pair) => pair.childId), ...open.keys(), ...then.keys()])];
  return children.flatMap((childId) => {
    const before = open.get(childId)?.volunteerId;
    const chosen = then.get(childId);
    if (before === chosen?.volunteerId) return [];
    const { score, parts = [], slack = 0 } = chosen ?? {};
    return [{ childId, before, after: chosen?.volunteerId, score, parts, slack }];
  });
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
  const own = proposedPairs(state).find((pair) => pair.childId === childId);
  const others = alternatives(state, childId, count);
  return own ? [{ ...own, loss: 0 }, ...others].slice(0, count) : others;
}
