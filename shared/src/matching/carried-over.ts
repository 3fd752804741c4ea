// What the open problem found, told in the indices of a snapshot that has changed since it was opened.
import { at, item } from './ints.js';
import { positionOf } from './people.js';
import type { Problem } from './problem.js';
import { edgeOf } from './score.js';
import { solutionOf, type Solution } from './solve.js';
import type { TransportSolution } from './transport/transport.js';

/** Everybody of `now` must be part of `before`; pairs and prices go over by id. */
export function carriedOver(before: Problem, found: TransportSolution, now: Problem): Solution {
  const rows = now.childIds.map((id) => positionOf(before.childIds, id));
  const companion = new Int32Array(before.childIds.length).fill(-1);
  let row = 0;
  for (const edge of found.edges) {
    while (edge >= at(before.rowStart, row + 1)) row += 1;
    companion[row] = at(before.volunteer, edge);
  }
  const edges: number[] = [];
  rows.forEach((earlier, child) => {
    const column = at(companion, earlier);
    if (column < 0) return;
    const edge = edgeOf(now, child, positionOf(now.volunteerIds, item(before.volunteerIds, column)));
    if (edge === undefined) throw new Error('BUG: a pair in use is no candidate any more');
    edges.push(edge);
  });
  const { row: ofRow, column: ofColumn, group: ofGroup } = found.prices;
  const prices = {
    // Who does not ask any more has no pairs, and no price.
    row: Int32Array.from(rows, (earlier, child) =>
      at(now.rowStart, child) === at(now.rowStart, child + 1) ? 0 : at(ofRow, earlier),
    ),
    column: Int32Array.from(now.volunteerIds, (id) => at(ofColumn, positionOf(before.volunteerIds, id))),
    group: Int32Array.from(now.supervisorIds, (id) => at(ofGroup, positionOf(before.supervisorIds, id))),
  };
  return solutionOf(now, { edges: Int32Array.from(edges), prices, objective: found.objective, bound: found.bound });
}
