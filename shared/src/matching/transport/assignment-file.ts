// An assignment problem as outsiders write it down, and the answer that they read.
import { transportProblems } from './certificate.js';
import { BadProblem, checkTransport, MOST_VALUE, NONE, type TransportProblem } from './problem.js';
import { Transport } from './transport.js';

export interface AssignmentAnswer {
  /** The sum of `base[row] + w[edge]` over the chosen edges. */
  readonly objective: number;
  /** Row and column of each chosen edge, by row. */
  readonly pairs: readonly (readonly [row: number, column: number])[];
  /** Of the solve alone, without reading and checking. */
  readonly milliseconds: number;
  readonly certificate: { readonly primal: number; readonly dual: number; readonly holds: boolean };
}

/**
 * Reads `{ start, col, w, base, capR, group, capG }`: row i's edges are `start[i]` to `start[i + 1]`, `col` and `w`
 * stand for each edge, `base` for each row; `capR` and `group` (negative: none) for each column, `capG` for each
 * group. `base`, `group` and `capG` may be missing. Throws `BadProblem`, which names the place that is wrong.
 */
export function readAssignment(file: unknown): TransportProblem {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) throw new BadProblem('NOT_A_LIST', 'the file');
  const parts: Readonly<Record<string, unknown>> = { ...file };
  const start = integers(parts['start'], 'start');
  const column = integers(parts['col'], 'col');
  const weight = integers(parts['w'], 'w');
  const capacity = integers(parts['capR'], 'capR');
  const rows = start.length - 1;
  const base = parts['base'] === undefined ? new Int32Array(Math.max(0, rows)) : integers(parts['base'], 'base');
  const group =
    parts['group'] === undefined ? new Int32Array(capacity.length).fill(NONE) : integers(parts['group'], 'group');
  const groupCapacity = parts['capG'] === undefined ? new Int32Array(0) : integers(parts['capG'], 'capG');
  if (rows < 0) throw new BadProblem('START_NOT_ASCENDING', 'start');
  if (weight.length !== column.length) throw new BadProblem('LENGTHS_DIFFER', 'w, col');
  if (base.length !== rows) throw new BadProblem('LENGTHS_DIFFER', 'base, start');
  const problem = {
    start,
    column,
    value: values(start, weight, base),
    capacity,
    group: group.map((at) => (at < 0 ? NONE : at)),
    groupCapacity,
  };
  checkTransport(problem);
  return problem;
}

/** The best choice, with the proof that there is none better. */
export function solveAssignment(problem: TransportProblem): AssignmentAnswer {
  const begun = performance.now();
  const solution = new Transport(problem).solution();
  const milliseconds = Math.round((performance.now() - begun) * 1000) / 1000;
  const holds = transportProblems(problem, solution).length === 0;
  return {
    objective: solution.objective,
    pairs: pairsOf(problem, solution.edges),
    milliseconds,
    certificate: { primal: solution.objective, dual: solution.bound, holds },
  };
}

function pairsOf(problem: TransportProblem, edges: Int32Array): (readonly [number, number])[] {
  let row = 0;
  return [...edges].map((edge) => {
    while (edge >= (problem.start[row + 1] ?? 0)) row += 1;
    return [row, problem.column[edge] ?? NONE] as const;
  });
}

/** What an edge is worth to the whole; one that would cost it something is worth nothing, and is never chosen. */
function values(start: Int32Array, weight: Int32Array, base: Int32Array): Int32Array {
  const value = new Int32Array(weight.length);
  for (let row = 0; row < base.length; row++) {
    for (let edge = start[row] ?? 0; edge < (start[row + 1] ?? 0); edge++) {
      const one = weight[edge] ?? 0;
      if (one < 0) throw new BadProblem('NEGATIVE', `w[${edge}]`);
      const sum = one + (base[row] ?? 0);
      if (sum > MOST_VALUE) throw new BadProblem('TOO_LARGE', `w[${edge}] and base[${row}]`);
      value[edge] = Math.max(0, sum);
    }
  }
  return value;
}

function integers(list: unknown, name: string): Int32Array {
  if (!Array.isArray(list)) throw new BadProblem('NOT_A_LIST', name);
  const read = new Int32Array(list.length);
  for (let index = 0; index < read.length; index++) {
    const one: unknown = list[index];
    if (typeof one !== 'number' || !Number.isInteger(one))
      throw new BadProblem('NOT_A_WHOLE_NUMBER', `${name}[${index}]`);
    if (Math.abs(one) > 2 * MOST_VALUE) throw new BadProblem('TOO_LARGE', `${name}[${index}]`);
    read[index] = one;
  }
  return read;
}
