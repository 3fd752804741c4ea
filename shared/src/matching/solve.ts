// The exact optimum of problem A, with the prices that prove it.
import { at, bump, item } from './ints.js';
import type { ChosenPair, Problem, StoredSolution } from './problem.js';
import { NONE, type TransportProblem } from './transport/problem.js';
import { Transport, type TransportSolution } from './transport/transport.js';

export interface Prices {
  readonly child: Int32Array;
  readonly volunteer: Int32Array;
  readonly supervisor: Int32Array;
}

export interface Solution extends StoredSolution {
  /** The candidate pair of each child, by index, or -1. */
  readonly edgeOfChild: Int32Array;
  /** Places taken with each volunteer and each supervisor. */
  readonly taken: Int32Array;
  readonly supervisorTaken: Int32Array;
  readonly prices: Prices;
}

/**
 * The pairs of greatest total score within the places of volunteers and supervisors. Indices follow the sorted ids, so
 * equal input gives equal pairs. Throws `BadProblem` on scores and places that cannot be added up.
 */
export function solve(problem: Problem): Solution {
  return solutionOf(problem, openTransport(problem).solution());
}

/** The solved problem, to be changed further. */
export function openTransport(problem: Problem): Transport {
  const odd = problem.weight.find((weight) => weight < 1);
  if (odd !== undefined) throw new Error(`BUG: a score of ${odd}: a pair that may be chosen is worth something`);
  return new Transport(transportOf(problem));
}

/** What the solver found, in the words of the problem. */
export function solutionOf(problem: Problem, found: TransportSolution): Solution {
  const { edges, prices, objective, bound } = found;
  const edgeOfChild = new Int32Array(problem.childIds.length).fill(NONE);
  const taken = new Int32Array(problem.volunteerIds.length);
  const supervisorTaken = new Int32Array(problem.supervisorIds.length);
  let child = 0;
  for (const edge of edges) {
    while (edge >= at(problem.rowStart, child + 1)) child += 1;
    const volunteer = at(problem.volunteer, edge);
    const supervisor = at(problem.supervisorOf, volunteer);
    edgeOfChild[child] = edge;
    bump(taken, volunteer, 1);
    if (supervisor >= 0) bump(supervisorTaken, supervisor, 1);
  }
  return {
    edgeOfChild,
    taken,
    supervisorTaken,
    prices: { child: prices.row, volunteer: prices.column, supervisor: prices.group },
    pairs: pairsOf(problem, edgeOfChild),
    certificate: {
      objective,
      bound,
      childPrices: named(problem.childIds, prices.row),
      volunteerPrices: named(problem.volunteerIds, prices.column),
      supervisorPrices: named(problem.supervisorIds, prices.group),
    },
  };
}

/** Children are the rows, volunteers the columns, supervisors the groups above them. */
export function transportOf(problem: Problem): TransportProblem {
  return {
    start: problem.rowStart,
    column: problem.volunteer,
    value: problem.weight,
    capacity: problem.places,
    group: problem.supervisorOf.map((supervisor) => (supervisor < 0 ? NONE : supervisor)),
    groupCapacity: problem.supervisorPlaces,
  };
}

function pairsOf(problem: Problem, edgeOfChild: Int32Array): ChosenPair[] {
  const pairs: ChosenPair[] = [];
  edgeOfChild.forEach((edge, child) => {
    if (edge === NONE) return;
    const volunteerId = item(problem.volunteerIds, at(problem.volunteer, edge));
    pairs.push({ volunteerId, childId: item(problem.childIds, child), score: at(problem.weight, edge) });
  });
  return pairs;
}

function named(ids: readonly string[], prices: Int32Array): Record<string, number> {
  return Object.fromEntries(ids.map((id, i) => [id, at(prices, i)]));
}
