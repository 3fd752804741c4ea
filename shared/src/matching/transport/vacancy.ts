// A place became free: finds who should have it, and lowers the prices that nothing holds up any more.
import { at, bump } from '../ints.js';
import { MinHeap } from '../min-heap.js';
import type { Network } from './network.js';
import { NONE } from './problem.js';

const FAR = 0x7fffffff;

/**
 * The mirror of `Demand`. A column's distance is what it costs the whole to give away a place there; a row that would
 * rather have that place gives away its own. Where giving it away is dearer than its price, it stays free.
 */
export class Vacancy {
  readonly #net: Network;
  readonly #heap = new MinHeap();
  readonly #distance: Int32Array;
  readonly #rowDistance: Int32Array;
  /** The edge that a row would take. */
  readonly #byEdge: Int32Array;
  /** The slot that would leave a column, or `NONE`: the place is its group's. */
  readonly #bySlot: Int32Array;
  readonly #fromColumn: Int32Array;
  readonly #reached: number[] = [];
  readonly #reachedRows: number[] = [];
  readonly #columnStart: Int32Array;
  readonly #edge: Int32Array;
  readonly #rowOfEdge: Int32Array;
  #best = FAR;
  #endSlot = NONE;
  #endGroup = NONE;
  #endColumn = NONE;

  constructor(net: Network) {
    this.#net = net;
    this.#distance = new Int32Array(net.columns + net.groups).fill(FAR);
    this.#rowDistance = new Int32Array(net.rows).fill(FAR);
    this.#byEdge = new Int32Array(net.rows);
    this.#bySlot = new Int32Array(net.columns);
    this.#fromColumn = new Int32Array(net.groups);
    this.#rowOfEdge = rowsOfEdges(net);
    [this.#columnStart, this.#edge] = edgesByColumn(net);
  }

  /** The edges of a column, as a part of one list; each with its row by `rowOf`. */
  edgesOf(column: number): Int32Array {
    return this.#edge.subarray(at(this.#columnStart, column), at(this.#columnStart, column + 1));
  }

  rowOf(edge: number): number {
    return at(this.#rowOfEdge, edge);
  }

  /** A place of the column, and of its group, is free that was not. */
  offerColumn(column: number): void {
    if (at(this.#net.place, column) === 0) return;
    this.#reachColumn(column, 0, NONE);
    this.#settle(column);
  }

  /** A place of the group is free that was not, at no column in particular. */
  offerGroup(group: number): void {
    if (at(this.#net.groupPrice, group) === 0) return;
    this.#reachGroup(group, 0, NONE);
    this.#settle(NONE);
  }

  #settle(source: number): void {
    this.#search();
    this.#lowerPrices();
    this.#walkBack(source);
    this.#best = FAR;
    this.#endSlot = this.#endGroup = this.#endColumn = NONE;
  }

  #search(): void {
    const { columns } = this.#net;
    const heap = this.#heap;
    while (!heap.isEmpty) {
      const here = heap.leastKey();
      if (here >= this.#best) break;
      const node = heap.pop();
      if (here !== at(this.#distance, node)) continue;
      if (node < columns) this.#leaveColumn(node, here);
      else this.#leaveGroup(node - columns, here);
    }
    heap.clear();
  }

  #reachColumn(column: number, there: number, slot: number): void {
    if (at(this.#distance, column) === FAR) this.#reached.push(column);
    this.#distance[column] = there;
    this.#bySlot[column] = slot;
    this.#heap.push(there, column);
  }

  #reachGroup(group: number, there: number, column: number): void {
    const node = this.#net.columns + group;
    if (at(this.#distance, node) === FAR) this.#reached.push(node);
    this.#distance[node] = there;
    this.#fromColumn[group] = column;
    this.#heap.push(there, node);
  }

  /** A place is to be had here. */
  #leaveColumn(column: number, here: number): void {
    const net = this.#net;
    const group = at(net.groupOf, column);
    const unused = here + net.columnPrice(column);
    if (group !== NONE) {
      if (unused < this.#best && unused < at(this.#distance, net.columns + group)) {
        this.#reachGroup(group, unused, column);
      }
    } else if (unused < this.#best) {
      this.#endAt(unused, NONE, NONE, column);
    }
    const from = here + at(net.place, column);
    for (let i = at(this.#columnStart, column); i < at(this.#columnStart, column + 1); i++) {
      const edge = at(this.#edge, i);
      const row = at(this.#rowOfEdge, edge);
      const there = from + at(net.rowPrice, row) - at(net.edgeValue, edge);
      if (there >= this.#best || there >= at(this.#rowDistance, row) || at(net.edgeValue, edge) < 0) continue;
      this.#reachRow(row, there, edge);
    }
  }

  #reachRow(row: number, there: number, edge: number): void {
    const net = this.#net;
    if (!this.#asks(row) || net.inUseBy(row, edge)) return;
    if (at(this.#rowDistance, row) === FAR) this.#reachedRows.push(row);
    this.#rowDistance[row] = there;
    this.#byEdge[row] = edge;
    for (let slot = at(net.slotStart, row); slot < at(net.slotStart, row + 1); slot++) {
      if (net.asks[slot] === 0) continue;
      const used = at(net.edgeOfSlot, slot);
      if (used === NONE) {
        this.#endAt(there, slot, NONE, NONE);
        return;
      }
      const column = at(net.edgeColumn, used);
      const next = there + at(net.edgeValue, used) - at(net.place, column) - at(net.rowPrice, row);
      if (next < this.#best && next < at(this.#distance, column)) this.#reachColumn(column, next, slot);
    }
  }

  #asks(row: number): boolean {
    const { slotStart, asks } = this.#net;
    for (let slot = at(slotStart, row); slot < at(slotStart, row + 1); slot++) if (asks[slot] === 1) return true;
    return false;
  }

  /** A place is to be had in the group: at any of its columns that is not full itself. */
  #leaveGroup(group: number, here: number): void {
    const net = this.#net;
    const price = at(net.groupPrice, group);
    if (here + price < this.#best) this.#endAt(here + price, NONE, group, NONE);
    for (let i = at(net.teamStart, group); i < at(net.teamStart, group + 1); i++) {
      const column = at(net.team, i);
      if (!net.isFull(column) && here < this.#best && here < at(this.#distance, column)) {
        this.#reachColumn(column, here, NONE);
      }
    }
  }

  #endAt(best: number, slot: number, group: number, column: number): void {
    this.#best = best;
    this.#endSlot = slot;
    this.#endGroup = group;
    this.#endColumn = column;
  }

  #lowerPrices(): void {
    const net = this.#net;
    for (const row of this.#reachedRows) {
      const nearer = this.#best - at(this.#rowDistance, row);
      if (nearer > 0) bump(net.rowPrice, row, nearer);
      this.#rowDistance[row] = FAR;
    }
    for (const node of this.#reached) {
      const nearer = this.#best - at(this.#distance, node);
      this.#distance[node] = FAR;
      if (nearer <= 0) continue;
      if (node >= net.columns) {
        bump(net.groupPrice, node - net.columns, -nearer);
      } else {
        bump(net.place, node, -nearer);
        this.#loosenBounds(node);
      }
    }
    this.#reached.length = 0;
    this.#reachedRows.length = 0;
  }

  /** What a cheaper column may be worth to rows that do not have it at hand. */
  #loosenBounds(column: number): void {
    const { bound, edgeValue, place } = this.#net;
    for (let i = at(this.#columnStart, column); i < at(this.#columnStart, column + 1); i++) {
      const edge = at(this.#edge, i);
      const row = at(this.#rowOfEdge, edge);
      const worth = at(edgeValue, edge) - at(place, column);
      if (worth > at(bound, row)) bound[row] = worth;
    }
  }

  /** Everybody on the way moves on by one, from the end back to the place that was offered. */
  #walkBack(source: number): void {
    const net = this.#net;
    let column = this.#endColumn;
    let occupied = false;
    if (this.#endSlot !== NONE) {
      column = this.#take(this.#endSlot);
      occupied = true;
    } else if (this.#endGroup !== NONE) {
      column = at(this.#fromColumn, this.#endGroup);
    }
    while (column !== NONE) {
      if (column === source) {
        if (occupied) net.count(column, 1);
        return;
      }
      const slot = at(this.#bySlot, column);
      if (occupied && slot === NONE) {
        // The place is the group's: another of its columns goes without.
        net.count(column, 1);
        column = at(this.#fromColumn, at(net.groupOf, column));
        occupied = false;
        continue;
      }
      if (!occupied) net.count(column, -1);
      column = this.#take(slot);
      occupied = true;
    }
  }

  /** The slot takes the edge by which its row was reached; answers the column of it. */
  #take(slot: number): number {
    const edge = at(this.#byEdge, at(this.#net.rowOfSlot, slot));
    this.#net.move(slot, edge);
    return at(this.#net.edgeColumn, edge);
  }
}

function rowsOfEdges(net: Network): Int32Array {
  const rowOfEdge = new Int32Array(net.edgeColumn.length);
  for (let row = 0; row < net.rows; row++) rowOfEdge.fill(row, at(net.rowStart, row), at(net.rowStart, row + 1));
  return rowOfEdge;
}

function edgesByColumn(net: Network): [start: Int32Array, edge: Int32Array] {
  const { edgeColumn } = net;
  const start = new Int32Array(net.columns + 1);
  for (let edge = 0; edge < edgeColumn.length; edge++) bump(start, at(edgeColumn, edge) + 1, 1);
  for (let column = 0; column < net.columns; column++) bump(start, column + 1, at(start, column));
  const next = start.slice();
  const byColumn = new Int32Array(edgeColumn.length);
  for (let edge = 0; edge < edgeColumn.length; edge++) {
    const column = at(edgeColumn, edge);
    byColumn[at(next, column)] = edge;
    bump(next, column, 1);
  }
  return [start, byColumn];
}
