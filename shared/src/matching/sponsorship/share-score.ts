// What a share is worth to a child, in whole points, each with the fact behind it.
import { pairKey } from '../gates.js';
import { at, item } from '../ints.js';
import { checkTable, refuseTable, type WeightProblem } from '../weight-problems.js';
import type { ShareCandidates } from './share-candidates.js';
import type { ShareChild, ShareCriterion, SharePart, ShareSponsor, ShareWeights } from './types.js';

export interface ScoredShares {
  /** For each candidate pair, the sum of its parts; always positive. */
  readonly value: Int32Array;
  parts(edge: number): SharePart[];
}

const DAYS_FOR_FULL_GRADE = 180;

interface Measured {
  /** 0 to 100, a whole number. */
  readonly grade: number;
  readonly fact: string;
}

const CRITERIA: Readonly<
  Record<ShareCriterion, (sponsor: ShareSponsor, child: ShareChild, before: boolean) => Measured>
> = {
  priority: (_, { priority }) => ({ grade: 20 * priority, fact: String(priority) }),
  waiting: (_, { waitingDays }) => ({
    grade: Math.min(100, Math.floor((100 * waitingDays) / DAYS_FOR_FULL_GRADE)),
    fact: String(waitingDays),
  }),
  wishes: ({ wishes = {} }, child) => {
    const answers = [
      [wishes.area, wishes.area === child.area],
      [wishes.stage, wishes.stage === child.stage],
      [wishes.need, wishes.need !== undefined && child.needs.includes(wishes.need)],
    ] as const;
    const made = answers.filter(([wish]) => wish !== undefined);
    const met = made.filter(([, holds]) => holds).length;
    return { grade: made.length === 0 ? 0 : Math.floor((100 * met) / made.length), fact: `${met}/${made.length}` };
  },
  continuity: (_, __, before) => ({ grade: before ? 100 : 0, fact: before ? 'BEFORE' : 'NEW' }),
};

/** As `checkWeights`, for the table of sponsorships: priority must weigh something, or a share could be worth nothing. */
export function checkShareWeights(weights: ShareWeights): WeightProblem[] {
  return checkTable(weights.criteria, new Set(Object.keys(CRITERIA)), new Set(['priority']));
}

/** Scores every candidate pair. Throws `BadProblem` on a table that `checkShareWeights` refuses. */
export function scoreShares(candidates: ShareCandidates, weights: ShareWeights): ScoredShares {
  refuseTable(checkShareWeights(weights));
  const { snapshot, start, child } = candidates;
  const { sponsors, children } = snapshot;
  const used = weights.criteria.filter((row) => row.weight > 0);
  const before = beforeIn(snapshot);
  const value = new Int32Array(child.length);
  sponsors.forEach((sponsor, row) => {
    for (let edge = at(start, row); edge < at(start, row + 1); edge++) {
      const to = item(children, at(child, edge));
      let sum = 0;
      for (const { criterion, weight } of used)
        sum += weight * CRITERIA[criterion](sponsor, to, before(sponsor, to)).grade;
      value[edge] = sum;
    }
  });
  return scoredAs(candidates, weights, value);
}

/** Scores that are known already, with the parts on demand. */
export function scoredAs(
  { snapshot, start, child }: ShareCandidates,
  weights: ShareWeights,
  value: Int32Array,
): ScoredShares {
  const used = weights.criteria.filter((row) => row.weight > 0);
  const before = beforeIn(snapshot);
  return {
    value,
    parts: (edge) => {
      const sponsor = item(snapshot.sponsors, rowOf(start, edge));
      const to = item(snapshot.children, at(child, edge));
      return used.map(({ criterion, weight }) => {
        const { grade, fact } = CRITERIA[criterion](sponsor, to, before(sponsor, to));
        return { criterion, points: weight * grade, fact };
      });
    },
  };
}

function beforeIn({
  earlierShares,
}: ShareCandidates['snapshot']): (sponsor: ShareSponsor, child: ShareChild) => boolean {
  if (earlierShares.length === 0) return () => false;
  const earlier = new Set(earlierShares.map(({ sponsorId, childId }) => pairKey(sponsorId, childId)));
  return (sponsor, child) => earlier.has(pairKey(sponsor.id, child.id));
}

/** The row in which an edge stands. */
function rowOf(start: Int32Array, edge: number): number {
  let from = 0;
  let to = start.length - 1;
  while (from + 1 < to) {
    const middle = (from + to) >> 1;
    if (at(start, middle) <= edge) from = middle;
    else to = middle;
  }
  return from;
}
