// What the open problem found, told in the indices of a snapshot that has changed since it was opened.
import { at, item } from './ints.js';
import { positionOf, whereIn } from './people.js';
import type { Problem } from './problem.js';
import { edgeOf } from './score.js';
import { NONE } from './transport/problem.js';
import type { TransportSolution } from './transport/transport.js';

/** Pairs and prices go over by id; whoever is new uses nothing and has no price. */
export function carriedOver(before: Problem, found: TransportSolution, now: Problem): TransportSolution {
  const rows = now.childIds.map((id) => placeOf(before.childIds, id));
  const companion = new Int32Array(before.childIds.length).fill(NONE);
  let row = 0;
  for (const edge of found.edges) {
    while (edge >= at(before.rowStart, row + 1)) row += 1;
    companion[row] = at(before.volunteer, edge);
  }
  const edges: number[] = [];
  rows.forEach((earlier, child) => {
    const column = earlier === NONE ? NONE : at(companion, earlier);
    if (column === NONE) return;
    const edge = edgeOf(now, child, positionOf(now.volunteerIds, item(before.volunteerIds, column)));
    if (edge === undefined) throw new Error('BUG: a pair in use is no candidate any more');
    edges.push(edge);
  });
  const priced = (prices: Int32Array, earlier: number) => (earlier === NONE ? 0 : at(prices, earlier));
  const { prices } = found;
  return {
    edges: Int32Array.from(edges),
    prices: {
      // Who does not ask any more has no pairs, and no price.
      row: Int32Array.from(rows, (earlier, child) =>
        at(now.rowStart, child) === at(now.rowStart, child + 1) ? 0 : priced(prices.row, earlier),
      ),
      column: Int32Array.from(now.volunteerIds, (id) => priced(prices.column, placeOf(before.volunteerIds, id))),
      group: Int32Array.from(now.supervisorIds, (id) => priced(prices.group, placeOf(before.supervisorIds, id))),
    },
    objective: found.objective,
    bound: found.bound,
  };
}

function placeOf(ids: readonly string[], id: string): number {
  const found = whereIn(ids, id, (one) => one);
  return ids[found] === id ? found : NONE;
}
