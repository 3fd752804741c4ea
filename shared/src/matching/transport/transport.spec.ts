// The optimum, against trying everything, in random order of changes; and the certificate, which lies are caught by.
import { Seeded } from '../testing/small-problem.js';
import { transportProblems } from './certificate.js';
import { AT_HAND } from './network.js';
import { NONE, type TransportProblem } from './problem.js';
import { Transport, type TransportSolution } from './transport.js';

interface Sides {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly mostValue: number;
  readonly mostSupply: number;
}

interface Draft {
  start: number[];
  column: number[];
  value: number[];
  supply: number[];
  capacity: number[];
  group: number[];
  groupCapacity: number[];
}

function invent(random: Seeded, sides: Sides): Draft {
  const draft: Draft = { start: [0], column: [], value: [], supply: [], capacity: [], group: [], groupCapacity: [] };
  const density = 20 + random.next(80);
  for (let row = 0; row < sides.rows; row++) {
    for (let at = 0; at < sides.columns; at++) {
      if (!random.chance(density)) continue;
      draft.column.push(at);
      draft.value.push(random.next(sides.mostValue + 1));
    }
    draft.start.push(draft.column.length);
    draft.supply.push(random.chance(10) ? 0 : 1 + random.next(sides.mostSupply));
  }
  for (let at = 0; at < sides.columns; at++) {
    draft.capacity.push(random.next(4));
    draft.group.push(random.next(sides.groups + 1) - 1);
  }
  for (let at = 0; at < sides.groups; at++) draft.groupCapacity.push(random.next(5));
  return draft;
}

function problemOf(draft: Draft, ruledOut: ReadonlySet<number> = new Set()): TransportProblem {
  return {
    start: Int32Array.from(draft.start),
    column: Int32Array.from(draft.column),
    value: Int32Array.from(draft.value, (value, edge) => (ruledOut.has(edge) ? 0 : value)),
    supply: Int32Array.from(draft.supply),
    capacity: Int32Array.from(draft.capacity),
    group: Int32Array.from(draft.group),
    groupCapacity: Int32Array.from(draft.groupCapacity),
  };
}

/** The greatest total, by trying everything. */
function bruteForce({ start, column, value, supply, capacity, group, groupCapacity }: TransportProblem): number {
  const left = [...capacity];
  const leftOfGroup = [...groupCapacity];
  const best = (row: number, edge: number, used: number): number => {
    if (row === start.length - 1) return 0;
    if (edge === start[row + 1]) return best(row + 1, edge, 0);
    const without = best(row, edge + 1, used);
    const at = column[edge] ?? 0;
    const above = group[at] ?? NONE;
    if (used === (supply?.[row] ?? 1) || left[at] === 0 || (above !== NONE && leftOfGroup[above] === 0)) return without;
    left[at] = (left[at] ?? 0) - 1;
    if (above !== NONE) leftOfGroup[above] = (leftOfGroup[above] ?? 0) - 1;
    const together = (value[edge] ?? 0) + best(row, edge + 1, used + 1);
    left[at] = (left[at] ?? 0) + 1;
    if (above !== NONE) leftOfGroup[above] = (leftOfGroup[above] ?? 0) + 1;
    return Math.max(without, together);
  };
  return best(0, 0, 0);
}

const SMALL: readonly Sides[] = [
  { rows: 4, columns: 3, groups: 1, mostValue: 9, mostSupply: 1 },
  { rows: 5, columns: 4, groups: 2, mostValue: 30, mostSupply: 1 },
  { rows: 3, columns: 5, groups: 2, mostValue: 12, mostSupply: 3 },
  { rows: 4, columns: 4, groups: 0, mostValue: 3, mostSupply: 2 },
];
const INSTANCES = 6000;
const EDITED = 1500;
const EDITS = 40;
const WIDE = 250;
const EDITS_WIDE = 24;

describe('the optimum', () => {
  it(`is what trying everything finds, on ${INSTANCES} small problems, and is proven`, () => {
    const random = new Seeded(20261122);
    const wrong: string[] = [];
    for (let instance = 0; instance < INSTANCES; instance++) {
      const problem = problemOf(invent(random, SMALL[instance % SMALL.length] as Sides));
      const solution = new Transport(problem).solution();
      wrong.push(...told(instance, transportProblems(problem, solution)));
      wrong.push(...told(instance, differs(solution.objective, bruteForce(problem))));
    }
    expect(wrong).toEqual([]);
  });

  it(`stays proven and equal to a fresh solve through ${EDITED * EDITS} changes`, () => {
    const random = new Seeded(7);
    const wrong: string[] = [];
    for (let instance = 0; instance < EDITED; instance++) {
      const sides: Sides = {
        rows: 2 + random.next(12),
        columns: 1 + random.next(8),
        groups: random.next(4),
        mostValue: 1 + random.next(40),
        mostSupply: 1 + random.next(2),
      };
      const draft = invent(random, sides);
      const ruledOut = new Set<number>();
      const away = new Map<number, number>();
      const transport = new Transport(problemOf(draft));
      for (let edit = 0; edit < EDITS; edit++) {
        change(random, draft, ruledOut, away, transport);
        const now = problemOf(draft, ruledOut);
        const solution = transport.solution();
        wrong.push(...told(`${instance}.${edit}`, transportProblems(now, solution)));
        if (edit % 4 > 0) continue;
        const fresh = new Transport(now).solution().objective;
        wrong.push(...told(`${instance}.${edit}`, differs(solution.objective, fresh)));
      }
    }
    expect(wrong).toEqual([]);
  });

  it(`is proven where rows have more edges than are kept at hand, through ${WIDE * EDITS_WIDE} changes`, () => {
    const random = new Seeded(31);
    const wrong: string[] = [];
    for (let instance = 0; instance < WIDE; instance++) {
      const sides: Sides = {
        rows: 8 + random.next(40),
        columns: AT_HAND + 1 + random.next(4 * AT_HAND),
        groups: random.next(6),
        // Few values: many ties, so that what is nearest changes hands. Many: hardly any.
        mostValue: random.chance(50) ? 1 + random.next(4) : 1000,
        mostSupply: 1 + random.next(3),
      };
      const draft = invent(random, sides);
      const ruledOut = new Set<number>();
      const away = new Map<number, number>();
      const transport = new Transport(problemOf(draft));
      wrong.push(...told(instance, transportProblems(problemOf(draft), transport.solution())));
      for (let edit = 0; edit < EDITS_WIDE; edit++) {
        change(random, draft, ruledOut, away, transport);
        wrong.push(...told(`${instance}.${edit}`, transportProblems(problemOf(draft, ruledOut), transport.solution())));
      }
    }
    expect(wrong).toEqual([]);
  });
});

const told = (where: number | string, problems: readonly string[]) => problems.map((one) => `${where}: ${one}`);
const differs = (found: number, best: number) => (found === best ? [] : [`found ${found}, the best is ${best}`]);

/** One change to the draft and, by its own means, to the solved problem. */
function change(
  random: Seeded,
  draft: Draft,
  ruledOut: Set<number>,
  away: Map<number, number>,
  transport: Transport,
): void {
  const kind = random.next(5);
  const row = random.next(draft.supply.length);
  if (kind === 0 && draft.column.length > 0) {
    const used = draft.supply.flatMap((_, at) => transport.edgesOf(at));
    const edge = used.length > 0 && random.chance(80) ? random.pick(used) : random.next(draft.column.length);
    ruledOut.add(edge);
    transport.ruleOut(edge);
  } else if (kind === 1) {
    const supply = away.get(row);
    if (supply === undefined) {
      away.set(row, draft.supply[row] ?? 0);
      draft.supply[row] = 0;
      transport.leave(row);
    } else {
      away.delete(row);
      draft.supply[row] = supply;
      transport.come(row);
    }
  } else if (kind === 2 || draft.groupCapacity.length === 0) {
    const at = random.next(draft.capacity.length);
    const places = random.next(4);
    draft.capacity[at] = places;
    transport.setCapacity(at, places);
  } else {
    const at = random.next(draft.groupCapacity.length);
    const places = random.next(5);
    draft.groupCapacity[at] = places;
    transport.setGroupCapacity(at, places);
  }
}

describe('the certificate', () => {
  const problem = problemOf(invent(new Seeded(3), { rows: 6, columns: 4, groups: 2, mostValue: 20, mostSupply: 1 }));
  const honest = new Transport(problem).solution();
  const lies: readonly [string, (solution: TransportSolution) => TransportSolution][] = [
    ['an edge less', (s) => ({ ...s, edges: s.edges.slice(1) })],
    ['an edge twice', (s) => ({ ...s, edges: Int32Array.from([...s.edges, s.edges[0] ?? 0]) })],
    ['a higher objective', (s) => ({ ...s, objective: s.objective + 1, bound: s.bound + 1 })],
    ['a negative price', (s) => ({ ...s, prices: { ...s.prices, row: s.prices.row.map((price) => price - 1) } })],
    ['prices that cover nothing', (s) => ({ ...s, prices: { ...s.prices, row: s.prices.row.map(() => 0) } })],
  ];

  it('holds for the truth', () => {
    expect(honest.objective).toBeGreaterThan(0);
    expect(transportProblems(problem, honest)).toEqual([]);
  });

  it.each(lies)('does not hold for %s', (_, lie) => {
    expect(transportProblems(problem, lie(honest))).not.toEqual([]);
  });
});
