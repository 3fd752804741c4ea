// Proves that nothing better exists. Shares no code with the solver, so that a mistake there cannot hide itself here.
import type { TransportProblem } from './problem.js';
import type { TransportSolution } from './transport.js';

/**
 * What is wrong with a solution; empty where it is feasible and proven optimal. By duality of linear programming: the
 * chosen edges keep to all limits; no price is negative; an edge that is not chosen is worth no more than the prices
 * of its row, column and group together; and what is chosen is worth exactly what all prices come to, where a chosen
 * edge's worth beyond its prices counts too, since an edge is chosen only once.
 */
export function transportProblems(problem: TransportProblem, solution: TransportSolution): string[] {
  const problems: string[] = [];
  const { start, column, value, capacity, group, groupCapacity } = problem;
  const { prices } = solution;
  const rows = start.length - 1;
  const chosen = new Uint8Array(column.length);
  for (const edge of solution.edges) {
    if (chosen[edge] === 1) problems.push(`edge ${edge} is chosen twice`);
    if (edge >= 0 && edge < column.length) chosen[edge] = 1;
    else problems.push(`there is no edge ${edge}`);
  }
  const placePrice = capacity.map((_, at) => {
    const above = group[at] ?? -1;
    return (prices.column[at] ?? 0) + (above < 0 ? 0 : (prices.group[above] ?? 0));
  });
  const fits = [
    [prices.row, rows, 'row'],
    [prices.column, capacity.length, 'column'],
    [prices.group, groupCapacity.length, 'group'],
  ] as const;
  for (const [list, length, name] of fits) {
    if (list.length !== length) problems.push(`prices of ${name}s: ${list.length}, not ${length}`);
    if (list.some((price) => price < 0)) problems.push(`a ${name} has a price below 0`);
  }
  const usedOfColumn = new Array<number>(capacity.length).fill(0);
  const usedOfGroup = new Array<number>(groupCapacity.length).fill(0);
  let objective = 0;
  let bound = 0;
  for (let row = 0; row < rows; row++) {
    const supply = problem.supply ? (problem.supply[row] ?? 0) : 1;
    const price = prices.row[row] ?? 0;
    let used = 0;
    bound += supply * price;
    for (let edge = start[row] ?? 0; edge < (start[row + 1] ?? 0); edge++) {
      const at = column[edge] ?? 0;
      const worth = value[edge] ?? 0;
      const covered = price + (placePrice[at] ?? 0);
      if (chosen[edge] === 0) {
        if (worth > covered) problems.push(`edge ${edge} is worth ${worth}, its prices cover ${covered}`);
        continue;
      }
      used += 1;
      objective += worth;
      bound += Math.max(0, worth - covered);
      const above = group[at] ?? -1;
      usedOfColumn[at] = (usedOfColumn[at] ?? 0) + 1;
      if (above >= 0) usedOfGroup[above] = (usedOfGroup[above] ?? 0) + 1;
    }
    if (used > supply) problems.push(`row ${row} uses ${used} edges, ${supply} are allowed`);
  }
  usedOfColumn.forEach((used, at) => {
    const most = capacity[at] ?? 0;
    bound += most * (prices.column[at] ?? 0);
    if (used > most) problems.push(`column ${at} has ${most} places, ${used} are used`);
  });
  usedOfGroup.forEach((used, at) => {
    const most = groupCapacity[at] ?? 0;
    bound += most * (prices.group[at] ?? 0);
    if (used > most) problems.push(`group ${at} has ${most} places, ${used} are used`);
  });
  if (!Number.isSafeInteger(objective) || !Number.isSafeInteger(bound)) problems.push('the sums are no exact integers');
  if (solution.objective !== objective) problems.push(`chosen is ${objective}, not ${solution.objective}`);
  if (solution.bound !== bound) problems.push(`the prices come to ${bound}, not ${solution.bound}`);
  if (objective !== bound) problems.push(`chosen is worth ${objective}, the prices come to ${bound}`);
  return problems;
}
