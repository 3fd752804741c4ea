// One more slot asks for a place: finds the cheapest way to give it one, and moves the prices along.
import { at } from '../ints.js';
import { MinHeap } from '../min-heap.js';
import { AT_HAND, NOTHING, type Network } from './network.js';
import { NONE } from './problem.js';

const FAR = 0x7fffffff;

/**
 * Shortest augmenting paths under prices (Dijkstra over reduced costs). Kept true between two calls, and what makes
 * the result optimal: an edge not in use is worth at most its row's price, an edge in use at least that; a price above
 * 0 stands only on rows whose slots all have a place, on full columns and on full groups.
 *
 * Within a search a column's distance is what it costs that one more place is wanted there; a group's likewise.
 */
export class Demand {
  readonly #net: Network;
  readonly #heap = new MinHeap();
  /** Distances of columns, then groups. */
  readonly #distance: Int32Array;
  readonly #rowDistance: Int32Array;
  /** How a column was reached: by which slot taking which edge, or (`NONE`) from its group. */
  readonly #byEdge: Int32Array;
  readonly #bySlot: Int32Array;
  /** The column from which a group was reached. */
  readonly #fromColumn: Int32Array;
  readonly #reached: number[] = [];
  readonly #reachedRows: number[] = [];
  readonly #slotOfRow: Int32Array;
  #best = FAR;
  /** Where the cheapest way found so far ends: a free place of this column, */
  #endColumn = NONE;
  /** or this slot that stays, or is left, without a place. */
  #endSlot = NONE;

  constructor(net: Network) {
    this.#net = net;
    this.#distance = new Int32Array(net.columns + net.groups).fill(FAR);
    this.#rowDistance = new Int32Array(net.rows).fill(FAR);
    this.#slotOfRow = new Int32Array(net.rows);
    this.#byEdge = new Int32Array(net.columns);
    this.#bySlot = new Int32Array(net.columns);
    this.#fromColumn = new Int32Array(net.groups);
  }

  /** Gives the slot the place that is best for the whole, or none where that is best. */
  serve(slot: number): void {
    const net = this.#net;
    const row = at(net.rowOfSlot, slot);
    // Whoever has others asking keeps their common price; a first one sets it.
    if (this.#isFirst(row, slot)) net.rowPrice[row] = net.bestOf(row);
    net.asks[slot] = 1;
    const most = at(net.rowPrice, row);
    if (most === 0) return;
    this.#best = most;
    this.#endColumn = NONE;
    this.#endSlot = slot;
    this.#reachRow(row, slot, 0);
    this.#search();
    this.#settle(slot);
  }

  /** The group has one too many: whoever the whole misses least goes elsewhere, or goes without. */
  sendAwayFrom(group: number): void {
    this.#best = FAR;
    this.#reachGroup(group, 0, NONE);
    this.#search();
    this.#settle(NONE);
  }

  #isFirst(row: number, slot: number): boolean {
    const { slotStart, asks } = this.#net;
    for (let other = at(slotStart, row); other < at(slotStart, row + 1); other++) {
      if (other !== slot && asks[other] === 1) return false;
    }
    return true;
  }

  #search(): void {
    const { columns, groups } = this.#net;
    const heap = this.#heap;
    const distance = this.#distance;
    const firstRow = columns + groups;
    while (!heap.isEmpty) {
      const here = heap.leastKey();
      if (here >= this.#best) break;
      const node = heap.pop();
      if (node >= firstRow) this.#readOn(node - firstRow, here);
      else if (here !== at(distance, node)) continue;
      else if (node < columns) this.#leaveColumn(node, here);
      else this.#leaveGroup(node - columns, here);
    }
    heap.clear();
  }

  /** A row seeks a place from here: its best edges at once, the others when nothing nearer is left. */
  #reachRow(row: number, slot: number, here: number): void {
    if (at(this.#rowDistance, row) === FAR) this.#reachedRows.push(row);
    this.#rowDistance[row] = here;
    this.#slotOfRow[row] = slot;
    this.#tryHand(row, slot, here);
  }

  #tryHand(row: number, slot: number, here: number): void {
    const net = this.#net;
    const { handEdge, edgeColumn, edgeValue, place } = net;
    const from = here + at(net.rowPrice, row);
    const first = row * AT_HAND;
    const to = first + at(net.handSize, row);
    const several = at(net.slotStart, row + 1) - at(net.slotStart, row) > 1;
    for (let i = first; i < to; i++) {
      const edge = at(handEdge, i);
      const column = at(edgeColumn, edge);
      const there = from - at(edgeValue, edge) + at(place, column);
      if (there >= this.#best || there >= at(this.#distance, column)) continue;
      if (several && net.inUseBy(row, edge)) continue;
      this.#reachColumn(column, there, edge, slot);
    }
    const bound = at(net.bound, row);
    if (bound <= NOTHING || from - bound >= this.#best) return;
    // Among equals a free place may be one of those not at hand: looked for before anybody is asked to move.
    if (from - bound <= here) this.#readOn(row, from - bound);
    else this.#heap.push(from - bound, net.columns + net.groups + row);
  }

  /** The edges beyond those at hand may matter now: each is tried, and the best are kept at hand again. */
  #readOn(row: number, here: number): void {
    const net = this.#net;
    const from = at(this.#rowDistance, row) + at(net.rowPrice, row);
    if (from - at(net.bound, row) !== here) return;
    net.readRow(row);
    const { rowStart, edgeColumn, edgeValue, place } = net;
    const slot = at(this.#slotOfRow, row);
    const several = at(net.slotStart, row + 1) - at(net.slotStart, row) > 1;
    for (let edge = at(rowStart, row); edge < at(rowStart, row + 1); edge++) {
      const column = at(edgeColumn, edge);
      const there = from - at(edgeValue, edge) + at(place, column);
      if (there >= this.#best || there >= at(this.#distance, column)) continue;
      if (several && net.inUseBy(row, edge)) continue;
      this.#reachColumn(column, there, edge, slot);
    }
  }

  #reachColumn(column: number, there: number, edge: number, slot: number): void {
    const net = this.#net;
    if (at(this.#distance, column) === FAR) this.#reached.push(column);
    this.#distance[column] = there;
    this.#byEdge[column] = edge;
    this.#bySlot[column] = slot;
    if (edge !== NONE && !net.isFull(column)) {
      const group = at(net.groupOf, column);
      if (group === NONE || !net.groupIsFull(group)) {
        this.#best = there;
        this.#endColumn = column;
        this.#endSlot = NONE;
        return;
      }
    }
    this.#heap.push(there, column);
  }

  /** One more is wanted here: the group gives a place, or somebody leaves. */
  #leaveColumn(column: number, here: number): void {
    const net = this.#net;
    const group = at(net.groupOf, column);
    if (group !== NONE && !net.isFull(column) && here < at(this.#distance, net.columns + group)) {
      this.#reachGroup(group, here, column);
    }
    const price = at(net.place, column);
    for (let slot = at(net.firstSlot, column); slot !== NONE; slot = at(net.nextSlot, slot)) {
      const row = at(net.rowOfSlot, slot);
      const rowPrice = at(net.rowPrice, row);
      const there = here + at(net.edgeValue, at(net.edgeOfSlot, slot)) - price - rowPrice;
      if (there >= at(this.#rowDistance, row)) continue;
      if (there + rowPrice < this.#best) {
        this.#best = there + rowPrice;
        this.#endColumn = NONE;
        this.#endSlot = slot;
      }
      if (there < this.#best) this.#reachRow(row, slot, there);
    }
  }

  #reachGroup(group: number, here: number, column: number): void {
    const node = this.#net.columns + group;
    if (at(this.#distance, node) === FAR) this.#reached.push(node);
    this.#distance[node] = here;
    this.#fromColumn[group] = column;
    this.#heap.push(here, node);
  }

  /** One more is wanted in the group: somebody leaves at one of its columns. */
  #leaveGroup(group: number, here: number): void {
    const net = this.#net;
    const price = at(net.groupPrice, group);
    for (let i = at(net.teamStart, group); i < at(net.teamStart, group + 1); i++) {
      const column = at(net.team, i);
      if (at(net.taken, column) === 0) continue;
      const there = here + at(net.place, column) - price;
      if (there < this.#best && there < at(this.#distance, column)) this.#reachColumn(column, there, NONE, NONE);
    }
  }

  #settle(source: number): void {
    this.#raisePrices();
    this.#walkBack(source);
    this.#endColumn = NONE;
    this.#endSlot = NONE;
  }

  #raisePrices(): void {
    const net = this.#net;
    const best = this.#best;
    for (const row of this.#reachedRows) {
      const nearer = best - at(this.#rowDistance, row);
      if (nearer > 0) net.rowPrice[row] = at(net.rowPrice, row) - nearer;
      this.#rowDistance[row] = FAR;
    }
    for (const node of this.#reached) {
      const nearer = best - at(this.#distance, node);
      if (nearer > 0 && node < net.columns) net.place[node] = at(net.place, node) + nearer;
      else if (nearer > 0) net.groupPrice[node - net.columns] = at(net.groupPrice, node - net.columns) + nearer;
    }
    for (const node of this.#reached) {
      if (node >= net.columns && at(this.#distance, node) < best) this.#liftTeam(node - net.columns);
      this.#distance[node] = FAR;
    }
    this.#reached.length = 0;
    this.#reachedRows.length = 0;
  }

  /** No place is cheaper than its group. */
  #liftTeam(group: number): void {
    const net = this.#net;
    const price = at(net.groupPrice, group);
    for (let i = at(net.teamStart, group); i < at(net.teamStart, group + 1); i++) {
      const column = at(net.team, i);
      if (at(net.place, column) < price) net.place[column] = price;
    }
  }

  /** Everybody on the way moves on by one, from the end back to who asked. */
  #walkBack(source: number): void {
    const net = this.#net;
    let column = this.#endColumn;
    if (column !== NONE) {
      net.count(column, 1);
    } else {
      const leaving = this.#endSlot;
      if (leaving === source) return;
      column = at(net.edgeColumn, at(net.edgeOfSlot, leaving));
      net.move(leaving, NONE);
    }
    for (;;) {
      const edge = at(this.#byEdge, column);
      if (edge === NONE) {
        // A place went from this column to another of the same group.
        net.count(column, -1);
        column = at(this.#fromColumn, at(net.groupOf, column));
        if (column === NONE) return;
        net.count(column, 1);
        continue;
      }
      const slot = at(this.#bySlot, column);
      const before = at(net.edgeOfSlot, slot);
      net.move(slot, edge);
      if (slot === source) return;
      column = at(net.edgeColumn, before);
    }
  }
}
