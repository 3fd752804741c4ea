// What is stored of solved sponsorships, by ids, and the proof of it from that alone.
import { at, item } from '../ints.js';
import { transportProblems } from '../transport/certificate.js';
import type { Verdict } from '../verify-certificate.js';
import { shareCandidates } from './share-candidates.js';
import { scoreShares } from './share-score.js';
import { proposedShares, shareProblem, type ProposedShare, type ShareState } from './share-state.js';
import type { ShareSnapshot, ShareWeights } from './types.js';

export interface StoredShares {
  readonly shares: readonly ProposedShare[];
  readonly certificate: {
    readonly objective: number;
    readonly bound: number;
    /** What one more share of a sponsor, or one more sponsor of a child, would be worth. */
    readonly sponsorPrices: Readonly<Record<string, number>>;
    readonly childPrices: Readonly<Record<string, number>>;
  };
}

export interface SharesInput {
  readonly snapshot: ShareSnapshot;
  readonly weights: ShareWeights;
}

export const readShares = (value: object): value is SharesInput =>
  Object.hasOwn(value, 'snapshot') && Object.hasOwn(value, 'weights');

export function storedShares(state: ShareState): StoredShares {
  const { prices, objective, bound } = state.solution;
  const { sponsors, children } = state.snapshot;
  return {
    shares: proposedShares(state),
    certificate: {
      objective,
      bound,
      sponsorPrices: Object.fromEntries(sponsors.map(({ id }, row) => [id, at(prices.row, row)])),
      childPrices: Object.fromEntries(children.map(({ id }, column) => [id, at(prices.column, column)])),
    },
  };
}

/** Candidates and scores are worked out anew; the shares and prices are checked against them, without solving. */
export function verifyShares({ snapshot, weights }: SharesInput, { shares, certificate }: StoredShares): Verdict {
  const candidates = shareCandidates(snapshot);
  const scored = scoreShares(candidates, weights);
  const { sponsors, children } = candidates.snapshot;
  const problem = shareProblem(candidates, scored);
  const problems: string[] = [];
  const edgeOf = new Map<string, number>();
  sponsors.forEach(({ id }, row) => {
    for (let edge = at(problem.start, row); edge < at(problem.start, row + 1); edge++) {
      edgeOf.set(JSON.stringify([id, item(children, at(problem.column, edge)).id]), edge);
    }
  });
  const edges = shares.flatMap(({ sponsorId, childId, score }) => {
    const edge = edgeOf.get(JSON.stringify([sponsorId, childId]));
    if (edge === undefined) problems.push(`${sponsorId} for ${childId}: this may not be`);
    else if (at(problem.value, edge) !== score) problems.push(`${sponsorId} for ${childId}: not worth ${score}`);
    return edge === undefined ? [] : [edge];
  });
  const priced = (people: readonly { readonly id: string }[], prices: Readonly<Record<string, number>>) =>
    Int32Array.from(people, ({ id }) => {
      const price = prices[id];
      if (price === undefined || !Number.isSafeInteger(price)) problems.push(`${id}: no whole price`);
      return price ?? 0;
    });
  const { objective, bound, sponsorPrices, childPrices } = certificate;
  const prices = {
    row: priced(sponsors, sponsorPrices),
    column: priced(children, childPrices),
    group: new Int32Array(0),
  };
  problems.push(...transportProblems(problem, { edges: Int32Array.from(edges), prices, objective, bound }));
  return problems.length === 0 ? { valid: true } : { valid: false, problems };
}
