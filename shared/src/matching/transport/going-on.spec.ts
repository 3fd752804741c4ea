// An open problem is told as it is: what it was given stays untouched, what it told stays said, and another goes on
// from there.
import { Seeded } from '../testing/small-problem.js';
import { transportProblems } from './certificate.js';
import { NONE, type TransportProblem } from './problem.js';
import { Transport, type TransportSolution } from './transport.js';

interface Sides {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly mostSupply: number;
}

const INSTANCES = 120;
const SIDES: Sides = { rows: 14, columns: 12, groups: 3, mostSupply: 1 };

function invent(random: Seeded, { rows, columns, groups, mostSupply }: Sides): TransportProblem {
  const start = [0];
  const column: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < columns; at++) if (random.chance(60)) column.push(at);
    start.push(column.length);
  }
  const upTo = (size: number, most: number) => Int32Array.from({ length: size }, () => random.next(most + 1));
  return {
    start: Int32Array.from(start),
    column: Int32Array.from(column),
    value: Int32Array.from(column, () => random.next(60)),
    supply: Int32Array.from({ length: rows }, () => 1 + random.next(mostSupply)),
    capacity: upTo(columns, 2),
    group: Int32Array.from({ length: columns }, () => random.next(groups + 1) - 1),
    groupCapacity: upTo(groups, 4),
  };
}

const copied = (problem: TransportProblem): TransportProblem => structuredClone(problem);
const edgesWithin = ({ start }: TransportProblem, edges: Int32Array, row: number) =>
  [...edges].filter((edge) => edge >= (start[row] ?? 0) && edge < (start[row + 1] ?? 0));

/** A few changes of each kind, the same for equal seeds, and the problem as it is after them. */
function changed(random: Seeded, problem: TransportProblem, transport: Transport, away: Set<number>): TransportProblem {
  const now = copied(problem);
  const supply = now.supply ?? new Int32Array(0);
  for (let change = 0; change < 6; change++) {
    const row = random.next(supply.length);
    const column = random.next(now.capacity.length);
    if (change % 3 === 0 && !away.has(row)) {
      away.add(row);
      supply[row] = 0;
      transport.leave(row);
    } else if (change % 3 === 1) {
      const edge = random.next(now.column.length);
      now.value[edge] = 0;
      transport.ruleOut(edge);
    } else {
      now.capacity[column] = random.next(4);
      transport.setCapacity(column, now.capacity[column] ?? 0);
    }
  }
  return now;
}

/** What a row would find at the prices: the most that any edge which may be used is worth beyond its place. */
function best({ start, column, value, group }: TransportProblem, { prices }: TransportSolution, row: number): number {
  let most = 0;
  for (let edge = start[row] ?? 0; edge < (start[row + 1] ?? 0); edge++) {
    if ((value[edge] ?? 0) === 0) continue;
    const at = column[edge] ?? 0;
    const place = (prices.column[at] ?? 0) + (prices.group[group[at] ?? NONE] ?? 0);
    most = Math.max(most, (value[edge] ?? 0) - place);
  }
  return most;
}

describe('an open problem', () => {
  it('leaves untouched what it was given and what it told before', () => {
    for (let seed = 0; seed < INSTANCES; seed++) {
      const random = new Seeded(seed);
      const problem = invent(random, { ...SIDES, mostSupply: 3 });
      const asGiven = copied(problem);
      const transport = new Transport(problem);
      const solution = transport.solution();
      const asTold = structuredClone(solution);
      changed(random, problem, transport, new Set());
      transport.setGroupCapacity(0, 0);
      transport.setGroupCapacity(1, 6);
      expect(problem).toEqual(asGiven);
      expect(solution).toEqual(asTold);
    }
  });

  it('tells the edges of all rows, and of each, ascending', () => {
    for (let seed = 0; seed < INSTANCES; seed++) {
      const random = new Seeded(seed);
      const problem = invent(random, { ...SIDES, mostSupply: 4 });
      const transport = new Transport(problem);
      changed(random, problem, transport, new Set());
      const { edges } = transport.solution();
      expect([...edges]).toEqual([...edges].sort((a, b) => a - b));
      for (let row = 0; row < SIDES.rows; row++) {
        expect(transport.edgesOf(row)).toEqual(edgesWithin(problem, edges, row));
      }
    }
  });

  it('prices a row that is away at just what it would find', () => {
    let some = 0;
    for (let seed = 0; seed < INSTANCES; seed++) {
      const random = new Seeded(seed);
      const problem = invent(random, { ...SIDES, rows: 20, mostSupply: 2 });
      const transport = new Transport(problem);
      const away = new Set<number>();
      const now = changed(random, problem, transport, away);
      const solution = transport.solution();
      for (const row of away) {
        expect(solution.prices.row[row]).toBe(best(now, solution, row));
        some += best(now, solution, row) > 0 ? 1 : 0;
      }
    }
    expect(some).toBeGreaterThan(INSTANCES / 3);
  });
});

describe('another that goes on from there', () => {
  it('stands where the first one stood, and follows changes as well', () => {
    for (let seed = 0; seed < INSTANCES; seed++) {
      const random = new Seeded(seed);
      const problem = invent(random, SIDES);
      const found = new Transport(problem).solution();
      const next = new Transport(problem, { ...found, absent: NONE });
      expect(next.solution()).toEqual(found);
      const now = changed(random, problem, next, new Set());
      expect(transportProblems(now, next.solution())).toEqual([]);
      expect(next.solution().objective).toBe(new Transport(now).solution().objective);
    }
  });

  it('takes in the one row that was away', () => {
    let served = 0;
    for (let seed = 0; seed < INSTANCES; seed++) {
      const random = new Seeded(seed);
      const problem = invent(random, SIDES);
      const absent = random.next(SIDES.rows);
      const first = new Transport(problem);
      first.leave(absent);
      const found = first.solution();
      const next = new Transport(problem, { ...found, absent });
      expect(next.solution()).toEqual(found);
      next.come(absent);
      const solution = next.solution();
      expect(transportProblems(problem, solution)).toEqual([]);
      expect(solution.objective).toBe(new Transport(problem).solution().objective);
      served += next.edgesOf(absent).length;
    }
    expect(served).toBeGreaterThan(INSTANCES / 4);
  });
});
