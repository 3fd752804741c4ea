// The exact optimum of a transport problem, kept optimal while people say no, come, go and change their limits.
import { at, bump } from '../ints.js';
import { Demand } from './demand.js';
import { Network } from './network.js';
import { openGroups } from './opening.js';
import { checkTransport, NONE, type TransportPrices, type TransportProblem } from './problem.js';
import { Vacancy } from './vacancy.js';

/** What is chosen, and the two sums that are equal where, and only where, nothing better exists. */
export interface TransportSolution {
  /** Chosen edges, ascending. */
  readonly edges: Int32Array;
  readonly prices: TransportPrices;
  readonly objective: number;
  readonly bound: number;
}

/** What was best, edges ascending, for rows of one edge each; one row at most does not ask yet. */
export interface Earlier {
  readonly edges: Int32Array;
  readonly prices: TransportPrices;
  readonly absent: number;
}

export class Transport {
  readonly #net: Network;
  readonly #demand: Demand;
  #vacancy: Vacancy | undefined;

  /**
   * Solves at once, or goes on from what was best before. Throws `BadProblem` on what cannot be solved.
   */
  constructor(problem: TransportProblem, earlier?: Earlier) {
    checkTransport(problem);
    this.#net = new Network(problem);
    this.#demand = new Demand(this.#net);
    if (earlier) {
      this.#goOnFrom(earlier);
      return;
    }
    const order = byBestValue(this.#net);
    openGroups(this.#net);
    for (const row of order) this.#serveRow(row);
    this.#fillGroups();
  }

  #goOnFrom({ edges, prices, absent }: Earlier): void {
    const net = this.#net;
    for (let column = 0; column < net.columns; column++) {
      const group = at(net.groupOf, column);
      net.place[column] = at(prices.column, column) + (group === NONE ? 0 : at(prices.group, group));
    }
    net.groupPrice.set(prices.group);
    net.rowPrice.set(prices.row);
    net.asks.fill(1);
    if (absent !== NONE) this.#hush(absent);
    let row = 0;
    for (const edge of edges) {
      while (edge >= at(net.rowStart, row + 1)) row += 1;
      net.move(at(net.slotStart, row), edge);
      net.count(at(net.edgeColumn, edge), 1);
    }
    for (let one = 0; one < net.rows; one++) net.readRow(one);
  }

  /** Opening prices may have been too high: what is free and has a price is offered until one of the two is over. */
  #fillGroups(): void {
    const net = this.#net;
    for (let group = 0; group < net.groups; group++) {
      while (at(net.groupPrice, group) > 0 && !net.groupIsFull(group)) this.#vacancies().offerGroup(group);
    }
  }

  /** The edges that a row uses now. */
  edgesOf(row: number): number[] {
    const { slotStart, edgeOfSlot } = this.#net;
    const edges: number[] = [];
    for (let slot = at(slotStart, row); slot < at(slotStart, row + 1); slot++) {
      if (at(edgeOfSlot, slot) !== NONE) edges.push(at(edgeOfSlot, slot));
    }
    return edges.sort((a, b) => a - b);
  }

  /** Never this edge again. */
  ruleOut(edge: number): void {
    const net = this.#net;
    const row = this.#vacancies().rowOf(edge);
    const slot = this.#slotOn(row, edge);
    net.edgeValue[edge] = -1;
    if (slot === NONE) return;
    net.asks[slot] = 0;
    this.#vacate(slot);
    this.#demand.serve(slot);
  }

  /** The row goes, with all that it used. */
  leave(row: number): void {
    this.#hush(row);
    const { slotStart } = this.#net;
    for (let slot = at(slotStart, row); slot < at(slotStart, row + 1); slot++) this.#vacate(slot);
  }

  /** The row asks again, or for the first time. */
  come(row: number): void {
    this.#serveRow(row);
  }

  setCapacity(column: number, places: number): void {
    const net = this.#net;
    while (at(net.capacity, column) < places) this.#addPlace(column);
    while (at(net.capacity, column) > places) {
      bump(net.capacity, column, -1);
      if (at(net.taken, column) > at(net.capacity, column)) this.#sendOn(at(net.firstSlot, column));
    }
  }

  setGroupCapacity(group: number, places: number): void {
    const net = this.#net;
    while (at(net.groupCapacity, group) < places) {
      const wasFull = net.groupIsFull(group);
      bump(net.groupCapacity, group, 1);
      if (wasFull) this.#vacancies().offerGroup(group);
    }
    while (at(net.groupCapacity, group) > places) {
      bump(net.groupCapacity, group, -1);
      if (at(net.groupTaken, group) > at(net.groupCapacity, group)) this.#demand.sendAwayFrom(group);
    }
  }

  solution(): TransportSolution {
    const net = this.#net;
    const edges = net.edgeOfSlot.filter((edge) => edge !== NONE).sort();
    const column = Int32Array.from({ length: net.columns }, (_, at) => net.columnPrice(at));
    const prices = { row: this.#rowPrices(), column, group: net.groupPrice.slice() };
    return { edges, prices, objective: this.#objective(), bound: this.#bound(column) };
  }

  /**
   * Rows that do not ask have the price of what they would find. Rows that have all they ask for have the price of the
   * least of it, so that what a row of one edge uses is worth exactly its prices.
   */
  #rowPrices(): Int32Array {
    const net = this.#net;
    return net.rowPrice.map((price, row) => {
      let asking = 0;
      let least = MOST;
      for (let slot = at(net.slotStart, row); slot < at(net.slotStart, row + 1); slot++) {
        if (net.asks[slot] === 0) continue;
        asking += 1;
        const edge = at(net.edgeOfSlot, slot);
        least =
          edge === NONE ? price : Math.min(least, at(net.edgeValue, edge) - at(net.place, at(net.edgeColumn, edge)));
        if (edge === NONE) break;
      }
      return asking === 0 ? net.bestOf(row) : least;
    });
  }

  #objective(): number {
    let sum = 0;
    for (const edge of this.#net.edgeOfSlot) if (edge !== NONE) sum += at(this.#net.edgeValue, edge);
    return sum;
  }

  /** The prices of all that is asked for and all that there is, and what used edges are worth beyond them. */
  #bound(columnPrice: Int32Array): number {
    const net = this.#net;
    let sum = 0;
    for (let slot = 0; slot < net.rowOfSlot.length; slot++) {
      if (net.asks[slot] === 0) continue;
      const price = at(net.rowPrice, at(net.rowOfSlot, slot));
      const edge = at(net.edgeOfSlot, slot);
      sum += edge === NONE ? price : at(net.edgeValue, edge) - at(net.place, at(net.edgeColumn, edge));
    }
    for (let column = 0; column < net.columns; column++) sum += at(columnPrice, column) * at(net.capacity, column);
    for (let group = 0; group < net.groups; group++) sum += at(net.groupPrice, group) * at(net.groupCapacity, group);
    return sum;
  }

  #serveRow(row: number): void {
    const { slotStart } = this.#net;
    for (let slot = at(slotStart, row); slot < at(slotStart, row + 1); slot++) this.#demand.serve(slot);
  }

  #vacancies(): Vacancy {
    this.#vacancy ??= new Vacancy(this.#net);
    return this.#vacancy;
  }

  #slotOn(row: number, edge: number): number {
    const { slotStart, edgeOfSlot } = this.#net;
    for (let slot = at(slotStart, row); slot < at(slotStart, row + 1); slot++) {
      if (at(edgeOfSlot, slot) === edge) return slot;
    }
    return NONE;
  }

  /** None of the row's slots asks any more: a row of which some do has one price for all that it uses. */
  #hush(row: number): void {
    const { asks, slotStart, rowPrice } = this.#net;
    asks.fill(0, at(slotStart, row), at(slotStart, row + 1));
    rowPrice[row] = 0;
  }

  /** The place of a slot that asks no more goes to whom it serves best. */
  #vacate(slot: number): void {
    const net = this.#net;
    const edge = at(net.edgeOfSlot, slot);
    if (edge === NONE) return;
    const column = at(net.edgeColumn, edge);
    net.move(slot, NONE);
    net.count(column, -1);
    this.#vacancies().offerColumn(column);
  }

  /** The place of the slot is gone for its column, but not for the group; its row looks for places anew. */
  #sendOn(slot: number): void {
    const net = this.#net;
    const row = at(net.rowOfSlot, slot);
    const column = at(net.edgeColumn, at(net.edgeOfSlot, slot));
    const group = at(net.groupOf, column);
    this.#hush(row);
    net.move(slot, NONE);
    net.count(column, -1);
    if (group !== NONE) this.#vacancies().offerGroup(group);
    this.leave(row);
    this.#serveRow(row);
  }

  /** One place more at the column. While that is settled, the group has one more too; then it gives that one back. */
  #addPlace(column: number): void {
    const net = this.#net;
    const wasFull = net.isFull(column);
    bump(net.capacity, column, 1);
    if (!wasFull || net.columnPrice(column) === 0) return;
    const group = at(net.groupOf, column);
    const groupWasFull = group !== NONE && net.groupIsFull(group);
    if (groupWasFull) bump(net.groupCapacity, group, 1);
    this.#vacancies().offerColumn(column);
    if (!groupWasFull) return;
    bump(net.groupCapacity, group, -1);
    if (at(net.groupTaken, group) > at(net.groupCapacity, group)) this.#demand.sendAwayFrom(group);
  }
}

/** Rows by the value of their best edge, the greatest first: where places are scarce, few have to move later. */
function byBestValue(net: Network): Float64Array {
  const order = new Float64Array(net.rows);
  for (let row = 0; row < net.rows; row++) {
    net.readRow(row);
    order[row] = (MOST - net.bestOf(row)) * net.rows + row;
  }
  order.sort();
  return order.map((key) => key % net.rows);
}

const MOST = 1_000_000_000;
