// Assignment problems from the literature whose optimum is known in closed form and whose data follow from a recipe.
// Those that are only published as files (Beasley's, 1990) cannot be had here.
import { Seeded } from '../testing/small-problem.js';
import { transportProblems } from './certificate.js';
import { NONE, type TransportProblem } from './problem.js';
import { Transport } from './transport.js';

/** The least cost of serving every row once, at most `capacity[column]` a column; every row reaches every column. */
function leastCost(cost: readonly (readonly number[])[], capacity?: readonly number[]): number {
  const columns = cost[0]?.length ?? 0;
  // So much is every served row worth that none is left out.
  const prize = 1 + Math.max(...cost.map((row) => Math.max(...row))) * 2;
  const problem: TransportProblem = {
    start: Int32Array.from({ length: cost.length + 1 }, (_, row) => row * columns),
    column: Int32Array.from({ length: cost.length * columns }, (_, edge) => edge % columns),
    value: Int32Array.from(cost.flat(), (one) => prize - one),
    capacity: Int32Array.from(capacity ?? Array.from({ length: columns }, () => 1)),
    group: new Int32Array(columns).fill(NONE),
    groupCapacity: new Int32Array(0),
  };
  const solution = new Transport(problem).solution();
  expect(transportProblems(problem, solution)).toEqual([]);
  expect(solution.edges.length).toBe(cost.length);
  return prize * cost.length - solution.objective;
}

const matrix = (rows: number, columns: number, cost: (i: number, j: number) => number): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => cost(i + 1, j + 1)));

/** Rows and columns in another order, each with an amount of its own added: the same problem, in disguise. */
function disguised(random: Seeded, cost: number[][]): { readonly cost: number[][]; readonly added: number } {
  const ofRow = cost.map(() => random.next(1000));
  const ofColumn = (cost[0] ?? []).map(() => random.next(1000));
  const rows = random.shuffle(cost.map((row, i) => row.map((one, j) => one + (ofRow[i] ?? 0) + (ofColumn[j] ?? 0))));
  const order = random.shuffle(ofColumn.map((_, j) => j));
  return { cost: rows.map((row) => order.map((j) => row[j] ?? 0)), added: sum(ofRow) + sum(ofColumn) };
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

describe('assignment problems with known optima', () => {
  it.each([10, 50, 100, 200])('products i × j (Machol and Wien 1976), the hard ones, of size %i', (n) => {
    // Great with small, by the rearrangement inequality.
    const best = (n * (n + 1) * (n + 2)) / 6;
    expect(leastCost(matrix(n, n, (i, j) => i * j))).toBe(best);
    const { cost, added } = disguised(
      new Seeded(n),
      matrix(n, n, (i, j) => i * j),
    );
    expect(leastCost(cost)).toBe(best + added);
  });

  it.each([10, 60, 150])('matrices after Monge (Hoffman 1963), whose diagonal is best, of size %i', (n) => {
    const monge = [
      (i: number, j: number) => (i - j) ** 2,
      (i: number, j: number) => Math.abs(i - j),
      (i: number, j: number) => Math.max(i, j),
      (i: number, j: number) => (n - i) * j,
    ];
    for (const of of monge) {
      const diagonal = sum(Array.from({ length: n }, (_, i) => of(i + 1, i + 1)));
      const { cost, added } = disguised(new Seeded(n), matrix(n, n, of));
      expect(leastCost(cost)).toBe(diagonal + added);
    }
  });

  it('transportation after Monge, filled from the north-west corner', () => {
    const random = new Seeded(1963);
    for (let instance = 0; instance < 40; instance++) {
      const capacity = Array.from({ length: 2 + random.next(12) }, () => 1 + random.next(5));
      const rows = sum(capacity);
      const cost = matrix(rows, capacity.length, (i, j) => (i - 4 * j) ** 2);
      const columnOf = capacity.flatMap((places, j) => Array.from({ length: places }, () => j));
      const corner = sum(cost.map((row, i) => row[columnOf[i] ?? 0] ?? 0));
      expect(leastCost(cost, capacity)).toBe(corner);
    }
  });

  it('random costs come to π²/6 on the way (Parisi; Aldous 2001): the mean over instances is the sum of 1/k²', () => {
    const random = new Seeded(1998);
    const [n, instances, unit] = [20, 200, 1_000_000];
    const exponential = () => Math.round(-Math.log((1 + random.next(unit)) / (unit + 1)) * unit);
    const total = sum(Array.from({ length: instances }, () => leastCost(matrix(n, n, exponential))));
    const expected = sum(Array.from({ length: n }, (_, k) => 1 / (k + 1) ** 2));
    // The variance is about (4ζ(2) − 4ζ(3)) / n (Wästlund 2005): four standard errors either way.
    const error = 4 * Math.sqrt((4 * 1.645 - 4 * 1.202) / n / instances);
    expect(Math.abs(total / instances / unit - expected)).toBeLessThan(error);
  });
});
