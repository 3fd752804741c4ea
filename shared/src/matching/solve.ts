// The exact optimum of problem A, with the prices that prove it.
import { Assignment, NOBODY } from './assignment.js';
import { CheapestPlace } from './cheapest-place.js';
import { at, item } from './ints.js';
import type { ChosenPair, Problem, StoredSolution } from './problem.js';

/** Scores beyond this could leave 32 bits when a search adds prices up. */
const MOST_SCORE = 100_000_000;

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
 * The pairs of greatest total score within the places of volunteers and supervisors. Children are served one by
 * one in the order of their ids, each by a shortest augmenting path, so equal input gives equal pairs. Throws on
 * scores that are not positive whole numbers.
 */
export function solve(problem: Problem): Solution {
  const odd = problem.weight.find((weight) => weight < 1 || weight > MOST_SCORE);
  if (odd !== undefined) throw new Error(`BUG: a score of ${odd}, not from 1 to ${MOST_SCORE}`);
  const assignment = new Assignment(problem);
  const search = new CheapestPlace(problem, assignment);
  for (let child = 0; child < problem.childIds.length; child++) search.serve(child);

  const prices = { child: search.childPrice, volunteer: search.volunteerPrices(), supervisor: search.supervisorPrice };
  const pairs = pairsOf(problem, assignment.edgeOfChild);
  return {
    edgeOfChild: assignment.edgeOfChild,
    taken: assignment.taken,
    supervisorTaken: assignment.supervisorTaken,
    prices,
    pairs,
    certificate: {
      objective: pairs.reduce((sum, pair) => sum + pair.score, 0),
      bound:
        prices.child.reduce((sum, price) => sum + price, 0) +
        cost(prices.volunteer, problem.places) +
        cost(prices.supervisor, problem.supervisorPlaces),
      childPrices: named(problem.childIds, prices.child),
      volunteerPrices: named(problem.volunteerIds, prices.volunteer),
      supervisorPrices: named(problem.supervisorIds, prices.supervisor),
    },
  };
}

function pairsOf(problem: Problem, edgeOfChild: Int32Array): ChosenPair[] {
  const pairs: ChosenPair[] = [];
  edgeOfChild.forEach((edge, child) => {
    if (edge === NOBODY) return;
    const volunteerId = item(problem.volunteerIds, at(problem.volunteer, edge));
    pairs.push({ volunteerId, childId: item(problem.childIds, child), score: at(problem.weight, edge) });
  });
  return pairs;
}

function cost(prices: Int32Array, places: Int32Array): number {
  return prices.reduce((sum, price, i) => sum + price * at(places, i), 0);
}

function named(ids: readonly string[], prices: Int32Array): Record<string, number> {
  return Object.fromEntries(ids.map((id, i) => [id, at(prices, i)]));
}
