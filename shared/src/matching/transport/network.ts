// What the searches work on: edges, places and prices in typed arrays that can grow, and who uses what so far.
import { at, bump } from '../ints.js';
import { NONE, type TransportProblem } from './problem.js';

/** Of each row so many best edges are kept at hand; all others are covered by one bound. */
export const AT_HAND = 8;
/** Less than any value that an edge can be worth under prices. */
export const NOTHING = -0x40000000;

/**
 * A *slot* is one unit of what a row may choose: a child has one, a sponsor of three shares has three. A slot uses an
 * edge or none; the slots of a column form a list. `place` is the price of a place: the column's own and its group's.
 */
export class Network {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly rowStart: Int32Array;
  readonly edgeColumn: Int32Array;
  /** Negative: the edge is ruled out. */
  readonly edgeValue: Int32Array;
  readonly slotStart: Int32Array;
  readonly rowOfSlot: Int32Array;
  readonly edgeOfSlot: Int32Array;
  /** 1 for slots that ask for a place; others are as if they did not exist. */
  readonly asks: Uint8Array;
  readonly capacity: Int32Array;
  readonly taken: Int32Array;
  readonly groupOf: Int32Array;
  readonly groupCapacity: Int32Array;
  readonly groupTaken: Int32Array;
  readonly place: Int32Array;
  readonly groupPrice: Int32Array;
  readonly rowPrice: Int32Array;
  readonly teamStart: Int32Array;
  readonly team: Int32Array;
  readonly firstSlot: Int32Array;
  readonly nextSlot: Int32Array;
  /** The best edges of each row under earlier prices, and the most that any other edge was worth. */
  readonly handEdge: Int32Array;
  readonly handSize: Int32Array;
  readonly bound: Int32Array;
  readonly #previousSlot: Int32Array;
  readonly #net = new Int32Array(AT_HAND);

  constructor(problem: TransportProblem) {
    const rows = problem.start.length - 1;
    const columns = problem.capacity.length;
    const groups = problem.groupCapacity.length;
    this.rows = rows;
    this.columns = columns;
    this.groups = groups;
    this.rowStart = problem.start;
    this.edgeColumn = problem.column;
    this.edgeValue = problem.value.slice();
    this.slotStart = startsOf(problem.supply, rows);
    const slots = at(this.slotStart, rows);
    this.rowOfSlot = new Int32Array(slots);
    for (let row = 0; row < rows; row++) this.rowOfSlot.fill(row, at(this.slotStart, row), at(this.slotStart, row + 1));
    this.edgeOfSlot = new Int32Array(slots).fill(NONE);
    this.asks = new Uint8Array(slots);
    this.capacity = problem.capacity.slice();
    this.taken = new Int32Array(columns);
    this.groupOf = problem.group;
    this.groupCapacity = problem.groupCapacity.slice();
    this.groupTaken = new Int32Array(groups);
    this.place = new Int32Array(columns);
    this.groupPrice = new Int32Array(groups);
    this.rowPrice = new Int32Array(rows);
    [this.teamStart, this.team] = teamsOf(problem.group, groups);
    this.firstSlot = new Int32Array(columns).fill(NONE);
    this.nextSlot = new Int32Array(slots).fill(NONE);
    this.#previousSlot = new Int32Array(slots).fill(NONE);
    this.handEdge = new Int32Array(rows * AT_HAND);
    this.handSize = new Int32Array(rows);
    this.bound = new Int32Array(rows);
  }

  /** Moves a slot to an edge, or to none. Places taken are the caller's to count: a swap takes none. */
  move(slot: number, edge: number): void {
    const before = at(this.edgeOfSlot, slot);
    if (before !== NONE) this.#unlink(slot, at(this.edgeColumn, before));
    this.edgeOfSlot[slot] = edge;
    if (edge !== NONE) this.#link(slot, at(this.edgeColumn, edge));
  }

  /** Counts a place of the column, and of its group, as taken (`by` 1) or given back (-1). */
  count(column: number, by: number): void {
    bump(this.taken, column, by);
    const group = at(this.groupOf, column);
    if (group !== NONE) bump(this.groupTaken, group, by);
  }

  isFull(column: number): boolean {
    return at(this.taken, column) >= at(this.capacity, column);
  }

  groupIsFull(group: number): boolean {
    return at(this.groupTaken, group) >= at(this.groupCapacity, group);
  }

  /** The column's part of the price of a place. */
  columnPrice(column: number): number {
    const group = at(this.groupOf, column);
    return at(this.place, column) - (group === NONE ? 0 : at(this.groupPrice, group));
  }

  /** Whether another slot of the same row uses the edge already. */
  inUseBy(row: number, edge: number): boolean {
    for (let slot = at(this.slotStart, row); slot < at(this.slotStart, row + 1); slot++) {
      if (at(this.edgeOfSlot, slot) === edge) return true;
    }
    return false;
  }

  /** Reads a whole row: keeps its best edges at hand, under the prices of now, and bounds the rest. */
  readRow(row: number): void {
    const { edgeColumn, edgeValue, place, handEdge } = this;
    const net = this.#net;
    const first = row * AT_HAND;
    const to = at(this.rowStart, row + 1);
    let size = 0;
    let least = NOTHING;
    let bound = NOTHING;
    for (let edge = at(this.rowStart, row); edge < to; edge++) {
      const worth = at(edgeValue, edge) - at(place, at(edgeColumn, edge));
      if (size === AT_HAND) {
        if (worth <= least) {
          if (worth > bound) bound = worth;
          continue;
        }
        if (least > bound) bound = least;
        size -= 1;
      }
      let hole = size++;
      while (hole > 0 && at(net, hole - 1) < worth) {
        net[hole] = at(net, hole - 1);
        handEdge[first + hole] = at(handEdge, first + hole - 1);
        hole -= 1;
      }
      net[hole] = worth;
      handEdge[first + hole] = edge;
      if (size === AT_HAND) least = at(net, AT_HAND - 1);
    }
    this.handSize[row] = size;
    this.bound[row] = bound;
  }

  /** What the row's best edge is worth under the prices of now; 0 where none is worth anything. Reads the row if needed. */
  bestOf(row: number): number {
    const known = this.#bestAtHand(row);
    if (known >= at(this.bound, row)) return Math.max(0, known);
    this.readRow(row);
    return Math.max(0, this.#bestAtHand(row));
  }

  #bestAtHand(row: number): number {
    const first = row * AT_HAND;
    const to = first + at(this.handSize, row);
    let best = NOTHING;
    for (let i = first; i < to; i++) {
      const edge = at(this.handEdge, i);
      const worth = at(this.edgeValue, edge) - at(this.place, at(this.edgeColumn, edge));
      if (worth > best) best = worth;
    }
    return best;
  }

  #link(slot: number, column: number): void {
    const first = at(this.firstSlot, column);
    this.firstSlot[column] = slot;
    this.nextSlot[slot] = first;
    this.#previousSlot[slot] = NONE;
    if (first !== NONE) this.#previousSlot[first] = slot;
  }

  #unlink(slot: number, column: number): void {
    const next = at(this.nextSlot, slot);
    const previous = at(this.#previousSlot, slot);
    if (previous === NONE) this.firstSlot[column] = next;
    else this.nextSlot[previous] = next;
    if (next !== NONE) this.#previousSlot[next] = previous;
  }
}

function startsOf(supply: Int32Array | undefined, rows: number): Int32Array {
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) starts[row + 1] = at(starts, row) + (supply ? at(supply, row) : 1);
  return starts;
}

function teamsOf(groupOf: Int32Array, groups: number): [start: Int32Array, team: Int32Array] {
  const start = new Int32Array(groups + 1);
  for (const group of groupOf) if (group !== NONE) bump(start, group + 1, 1);
  for (let group = 0; group < groups; group++) bump(start, group + 1, at(start, group));
  const next = start.slice();
  const team = new Int32Array(at(start, groups));
  groupOf.forEach((group, column) => {
    if (group === NONE) return;
    team[at(next, group)] = column;
    bump(next, group, 1);
  });
  return [start, team];
}
