// Solved sponsorships with their proof, and the changes a worker makes to them.
import { at, item } from '../ints.js';
import { personAt } from '../people.js';
import { transportProblems } from '../transport/certificate.js';
import { NONE, type TransportProblem } from '../transport/problem.js';
import { Transport, type TransportSolution } from '../transport/transport.js';
import { shareCandidates, type ShareCandidates } from './share-candidates.js';
import { scoreShares, type ScoredShares } from './share-score.js';
import type { Share, ShareChild, ShareSnapshot, ShareSponsor, ShareWeights } from './types.js';

export interface ShareState {
  /** Normalised: sorted by id, without repeats. */
  readonly snapshot: Required<ShareSnapshot>;
  readonly weights: ShareWeights;
  readonly candidates: ShareCandidates;
  readonly scored: ScoredShares;
  /** Sponsors are the rows, children the columns. */
  readonly problem: TransportProblem;
  readonly solution: TransportSolution;
  /** What the independent checker finds wrong; empty where the solution is proven optimal. */
  readonly problems: readonly string[];
}

export interface ProposedShare extends Share {
  readonly score: number;
}

export type ShareChange =
  | ({ readonly kind: 'veto' } & Share)
  | ({ readonly kind: 'lock' } & Share)
  | { readonly kind: 'arrive'; readonly sponsor: ShareSponsor }
  | { readonly kind: 'arrive'; readonly child: ShareChild }
  /** Who leaves takes decided shares along. */
  | { readonly kind: 'leave'; readonly sponsorId: string }
  | { readonly kind: 'leave'; readonly childId: string }
  /** Shares in all, decided ones included. */
  | { readonly kind: 'shares'; readonly sponsorId: string; readonly shares: number }
  | { readonly kind: 'shares'; readonly childId: string; readonly shares: number };

/** Shares to children: the greatest total score, proven. Throws `BadProblem` on input that cannot be added up. */
export function startShares(snapshot: ShareSnapshot, weights: ShareWeights): ShareState {
  const candidates = shareCandidates(snapshot);
  const scored = scoreShares(candidates, weights);
  const problem = shareProblem(candidates, scored);
  const solution = new Transport(problem).solution();
  const problems = transportProblems(problem, solution);
  return { snapshot: candidates.snapshot, weights, candidates, scored, problem, solution, problems };
}

/** Sponsors as rows of as many units as shares, children as columns of as many places as sponsors are needed. */
export function shareProblem(candidates: ShareCandidates, scored: ScoredShares): TransportProblem {
  return {
    start: candidates.start,
    column: candidates.child,
    value: scored.value,
    // A sponsor never takes two shares of one child, so no more shares than candidates can be used.
    supply: candidates.sharesLeft.map((left, row) =>
      Math.min(left, at(candidates.start, row + 1) - at(candidates.start, row)),
    ),
    capacity: candidates.needLeft,
    group: new Int32Array(candidates.needLeft.length).fill(NONE),
    groupCapacity: new Int32Array(0),
  };
}

/** The proposed shares, by sponsor and child. */
export function proposedShares({
  snapshot,
  candidates: { start, child },
  scored,
  solution,
}: ShareState): ProposedShare[] {
  let row = 0;
  return [...solution.edges].map((edge) => {
    while (edge >= at(start, row + 1)) row += 1;
    return {
      sponsorId: item(snapshot.sponsors, row).id,
      childId: item(snapshot.children, at(child, edge)).id,
      score: at(scored.value, edge),
    };
  });
}

/** The state after a change, optimal and proven again. Throws for ids that the snapshot does not have. */
export function editShares({ snapshot, weights }: ShareState, change: ShareChange): ShareState {
  return startShares(changed(snapshot, change), weights);
}

function changed(snapshot: Required<ShareSnapshot>, change: ShareChange): ShareSnapshot {
  const { sponsors, children, locks, vetoes } = snapshot;
  switch (change.kind) {
    case 'veto':
      return { ...snapshot, vetoes: [...vetoes, known(snapshot, change)] };
    case 'lock':
      return { ...snapshot, locks: [...locks, known(snapshot, change)] };
    case 'arrive':
      return 'sponsor' in change
        ? { ...snapshot, sponsors: [...sponsors, change.sponsor] }
        : { ...snapshot, children: [...children, change.child] };
    case 'leave':
      return 'sponsorId' in change
        ? {
            ...snapshot,
            sponsors: without(sponsors, change.sponsorId),
            locks: locks.filter(({ sponsorId }) => sponsorId !== change.sponsorId),
          }
        : {
            ...snapshot,
            children: without(children, change.childId),
            locks: locks.filter(({ childId }) => childId !== change.childId),
          };
    case 'shares':
      return 'sponsorId' in change
        ? { ...snapshot, sponsors: withShares(sponsors, change.sponsorId, change.shares) }
        : { ...snapshot, children: withShares(children, change.childId, change.shares) };
  }
}

function known({ sponsors, children }: ShareSnapshot, { sponsorId, childId }: Share): Share {
  mustStand(sponsors, sponsorId);
  mustStand(children, childId);
  return { sponsorId, childId };
}

function without<T extends { readonly id: string }>(people: readonly T[], id: string): T[] {
  mustStand(people, id);
  return people.filter((one) => one.id !== id);
}

function withShares<T extends { readonly id: string; readonly shares: number }>(
  people: readonly T[],
  id: string,
  shares: number,
): T[] {
  mustStand(people, id);
  return people.map((one) => (one.id === id ? { ...one, shares } : one));
}

function mustStand(people: readonly { readonly id: string }[], id: string): void {
  if (personAt(people, id) === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
}
