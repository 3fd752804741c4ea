// @ts-check
// What others do: the best pair first, as long as there are places.

/**
 * @param {import('@tongxing/shared/matching').TransportProblem} problem of A or D
 * @returns {{ objective: number, placed: number }}
 */
export function greedy({ start, column, value, supply, capacity, group, groupCapacity }) {
  const left = capacity.slice();
  const leftOfGroup = groupCapacity.slice();
  const rowOf = new Int32Array(column.length);
  for (let row = 0; row + 1 < start.length; row++) rowOf.fill(row, start[row], start[row + 1]);
  const best = Float64Array.from(value, (worth, edge) => -worth * column.length + edge).sort();
  const asked = supply ? supply.slice() : new Int32Array(start.length - 1).fill(1);
  let objective = 0;
  let placed = 0;
  for (const key of best) {
    const edge = ((key % column.length) + column.length) % column.length;
    const row = rowOf[edge] ?? 0;
    const at = column[edge] ?? 0;
    const above = group[at] ?? -1;
    if ((asked[row] ?? 0) === 0 || (left[at] ?? 0) === 0 || (above >= 0 && (leftOfGroup[above] ?? 0) === 0)) continue;
    asked[row] = (asked[row] ?? 0) - 1;
    left[at] = (left[at] ?? 0) - 1;
    if (above >= 0) leftOfGroup[above] = (leftOfGroup[above] ?? 0) - 1;
    objective += value[edge] ?? 0;
    placed += 1;
  }
  return { objective, placed };
}
