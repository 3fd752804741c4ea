// Sponsorships kept open for changes: a row for every single share, a column for every pair, a group for every child.
import { at } from '../ints.js';
import { personAt } from '../people.js';
import { openSession, type Opening, type Session } from '../session.js';
import { NONE, type TransportProblem } from '../transport/problem.js';
import { Transport, type TransportSolution } from '../transport/transport.js';
import type { ShareSnapshot } from './types.js';

/** An open problem of more edges than this would not be worth its memory: it is solved anew instead. */
const MOST_OPEN_EDGES = 4_000_000;

/** Sponsors as rows and children as columns, in the order of their snapshot. */
export interface ShareSides {
  readonly snapshot: Required<ShareSnapshot>;
  readonly problem: TransportProblem;
}

export interface ShareBase extends Opening, ShareSides {
  /** The rows of each sponsor's shares: as many as the sponsor could use when the problem was opened. */
  readonly unitStart: Int32Array;
  /** The problem as it is open: columns are the edges of `problem`. */
  readonly units: TransportProblem;
}

export type ShareSession = Session<ShareBase>;

/** Whose part in the problem begins only now, in the indices of the sides that are opened. */
export interface Newcomers {
  /** Shares of each sponsor that took part before. */
  readonly unitsBefore: Int32Array;
  /** 1 for children who took part before. */
  readonly childBefore: Uint8Array;
}

/**
 * Opens a solved problem, `found` being what was best among those who took part before. A sponsor's shares are rows of
 * their own here, and a pair is a column of one place, so that no two of them go to one child: all limits lie within
 * one another, and the steps of A serve. Undefined where that would be too large.
 */
export function openShares(
  sides: ShareSides,
  found: TransportSolution,
  newcomers?: Newcomers,
): ShareSession | undefined {
  const { snapshot, problem } = sides;
  const unitStart = unitStarts(problem);
  if (unitEdges(problem, unitStart) > MOST_OPEN_EDGES) return undefined;
  const units = unitRows(problem, unitStart);
  const side = { snapshot, problem, unitStart, units };
  const those = newcomers ?? everybody(problem, unitStart);
  return openSession({ ...side, open: () => opened(side, found, those) });
}

function opened(
  { problem, unitStart, units }: Omit<ShareBase, 'open'>,
  found: TransportSolution,
  { unitsBefore, childBefore }: Newcomers,
): Transport {
  const edges: number[] = [];
  const row = new Int32Array(at(unitStart, unitsBefore.length));
  const column = new Int32Array(problem.column.length);
  // At first a newcomer's place is too dear for everybody, and there is none.
  const group = dearPrices(problem, found, childBefore);
  let used = 0;
  unitsBefore.forEach((were, sponsor) => {
    const first = at(unitStart, sponsor);
    const price = at(found.prices.row, sponsor);
    row.fill(price, first, first + were);
    const [from, to] = [at(problem.start, sponsor), at(problem.start, sponsor + 1)];
    for (let unit = first; used < found.edges.length && at(found.edges, used) < to; used++, unit++) {
      const edge = at(found.edges, used);
      edges.push(at(units.start, unit) + edge - from);
      // What a pair in use is worth beyond its sponsor and child.
      column[edge] = at(problem.value, edge) - price - at(group, at(problem.column, edge));
    }
  });
  const groupCapacity = problem.capacity.map((needed, child) => (childBefore[child] === 1 ? needed : 0));
  const transport = new Transport(
    { ...units, groupCapacity },
    { edges: Int32Array.from(edges), prices: { row, column, group }, absent: NONE },
  );
  const late: number[] = [];
  unitsBefore.forEach((were, sponsor) => {
    for (let unit = at(unitStart, sponsor) + were; unit < at(unitStart, sponsor + 1); unit++) late.push(unit);
  });
  for (const unit of late) transport.leave(unit);
  for (const unit of late) transport.come(unit);
  problem.capacity.forEach((needed, child) => {
    if (childBefore[child] === 0) transport.setGroupCapacity(child, needed);
  });
  return transport;
}

/** What is best now, with sponsors as rows again. Shares of one sponsor have one price: each could take the other's pair. */
export function foundBySponsor({ base: { unitStart, units }, found }: ShareSession): TransportSolution {
  const edges = found.edges.map((edge) => at(units.column, edge)).sort();
  const row = new Int32Array(unitStart.length - 1);
  for (let sponsor = 0; sponsor < row.length; sponsor++) {
    const first = at(unitStart, sponsor);
    if (first < at(unitStart, sponsor + 1)) row[sponsor] = at(found.prices.row, first);
  }
  const prices = { row, column: found.prices.group, group: new Int32Array(0) };
  return { edges, prices, objective: found.objective, bound: found.bound };
}

/** The same shares and prices by id; whoever is new, or has no candidate pair, uses nothing and has no price. */
export function carriedShares(before: ShareSides, found: TransportSolution, now: ShareSides): TransportSolution {
  const rowBefore = places(now.snapshot.sponsors, before.snapshot.sponsors);
  const childBefore = places(now.snapshot.children, before.snapshot.children);
  const childNow = places(before.snapshot.children, now.snapshot.children);
  const usedFrom = firstUsed(before.problem, found.edges);
  const edges: number[] = [];
  const takesPart = new Uint8Array(childBefore.length);
  for (const child of now.problem.column) takesPart[child] = 1;
  const row = rowBefore.map((earlier, sponsor) => {
    const [from, to] = [at(now.problem.start, sponsor), at(now.problem.start, sponsor + 1)];
    if (earlier === NONE || from === to) return 0;
    for (let used = at(usedFrom, earlier); used < at(usedFrom, earlier + 1); used++) {
      const child = at(childNow, at(before.problem.column, at(found.edges, used)));
      const place = now.problem.column.subarray(from, to).indexOf(child);
      if (place < 0) throw new Error('BUG: a share in use is no candidate any more');
      edges.push(from + place);
    }
    return at(found.prices.row, earlier);
  });
  const column = childBefore.map((earlier, child) =>
    earlier === NONE || takesPart[child] === 0 ? 0 : at(found.prices.column, earlier),
  );
  const prices = { row, column, group: new Int32Array(0) };
  return { edges: Int32Array.from(edges).sort(), prices, objective: found.objective, bound: found.bound };
}

/** Where each of `people` stands among `others`. */
function places(people: readonly { readonly id: string }[], others: readonly { readonly id: string }[]): Int32Array {
  return Int32Array.from(people, ({ id }) => personAt(others, id) ?? NONE);
}

/** Where the used edges of each row begin among all that are used. */
function firstUsed({ start }: TransportProblem, edges: Int32Array): Int32Array {
  let used = 0;
  return start.map((from) => {
    while (used < edges.length && at(edges, used) < from) used += 1;
    return used;
  });
}

function unitStarts(problem: TransportProblem): Int32Array {
  const starts = new Int32Array(problem.start.length);
  problem.supply?.forEach((units, sponsor) => {
    starts[sponsor + 1] = at(starts, sponsor) + units;
  });
  return starts;
}

function unitEdges({ start }: Pick<TransportProblem, 'start'>, unitStart: Int32Array): number {
  let edges = 0;
  for (let sponsor = 0; sponsor + 1 < start.length; sponsor++) {
    const units = at(unitStart, sponsor + 1) - at(unitStart, sponsor);
    edges += units * (at(start, sponsor + 1) - at(start, sponsor));
  }
  return edges;
}

function unitRows({ start, column, value, capacity }: TransportProblem, unitStart: Int32Array): TransportProblem {
  const edges = unitEdges({ start }, unitStart);
  const starts = new Int32Array(at(unitStart, unitStart.length - 1) + 1);
  const pair = new Int32Array(edges);
  const worth = new Int32Array(edges);
  let next = 0;
  for (let sponsor = 0; sponsor + 1 < start.length; sponsor++) {
    for (let unit = at(unitStart, sponsor); unit < at(unitStart, sponsor + 1); unit++) {
      for (let edge = at(start, sponsor); edge < at(start, sponsor + 1); edge++) {
        pair[next] = edge;
        worth[next++] = at(value, edge);
      }
      starts[unit + 1] = next;
    }
  }
  const one = new Int32Array(column.length).fill(1);
  return { start: starts, column: pair, value: worth, capacity: one, group: column, groupCapacity: capacity };
}

function everybody(problem: TransportProblem, unitStart: Int32Array): Newcomers {
  const unitsBefore = new Int32Array(unitStart.length - 1);
  for (let sponsor = 0; sponsor < unitsBefore.length; sponsor++) {
    unitsBefore[sponsor] = at(unitStart, sponsor + 1) - at(unitStart, sponsor);
  }
  return { unitsBefore, childBefore: new Uint8Array(problem.capacity.length).fill(1) };
}

function dearPrices(
  { start, column, value }: TransportProblem,
  { prices }: TransportSolution,
  childBefore: Uint8Array,
): Int32Array {
  const dear = prices.column.slice();
  for (let sponsor = 0; sponsor + 1 < start.length; sponsor++) {
    for (let edge = at(start, sponsor); edge < at(start, sponsor + 1); edge++) {
      const child = at(column, edge);
      if (childBefore[child] === 1) continue;
      dear[child] = Math.max(at(dear, child), at(value, edge) - at(prices.row, sponsor));
    }
  }
  return dear;
}
