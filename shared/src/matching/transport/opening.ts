// Opening prices where groups are short of places, so that the exact search begins near its end.
import { at, bump } from '../ints.js';
import { AT_HAND, type Network } from './network.js';
import { NONE } from './problem.js';

const ROUNDS = 6;
/** Prices stay below what was found by this part of the greatest value: one too high costs more to put right. */
const MARGIN_PART = 100;

/**
 * A market of the groups' places alone. It opens at the price at which as many rows find something as there are
 * places; then each round asks every row up to which price it would stay with its best group, and at which it would
 * come to its second best, and moves each group half way to the price that fills it exactly. What comes out are
 * prices, not an assignment: they may be wrong in either direction, and the exact search puts them right. Rows are
 * judged by the edges at hand only. Expects that no price is set and every row was read; does nothing where no group
 * is short of places.
 */
export function openGroups(net: Network): void {
  const places = sellable(net);
  if (!someGroupIsShort(net, places)) return;
  const opening = openingPrice(net, places);
  const prices = new Int32Array(net.groups);
  for (let group = 0; group < net.groups; group++) if (at(places, group) !== NONE) prices[group] = opening;
  const market = new Market(net, places, prices);
  for (let round = 0; round < ROUNDS; round++) market.clear();
  setPrices(net, prices, opening);
}

/** The places of each group; `NONE` where its columns have no more than it has: such a group never has a price. */
function sellable(net: Network): Int32Array {
  const places = new Int32Array(net.groups);
  for (let group = 0; group < net.groups; group++) {
    let ofColumns = 0;
    for (let i = at(net.teamStart, group); i < at(net.teamStart, group + 1); i++) {
      ofColumns += at(net.capacity, at(net.team, i));
    }
    places[group] = ofColumns > at(net.groupCapacity, group) ? at(net.groupCapacity, group) : NONE;
  }
  return places;
}

/** Whether the rows, each at its best column, would overfill a group. */
function someGroupIsShort(net: Network, places: Int32Array): boolean {
  const left = places.slice();
  for (let row = 0; row < net.rows; row++) {
    if (at(net.handSize, row) === 0) continue;
    const group = at(net.groupOf, at(net.edgeColumn, at(net.handEdge, row * AT_HAND)));
    if (group === NONE || at(places, group) === NONE) continue;
    if (at(left, group) === 0) return true;
    bump(left, group, -1);
  }
  return false;
}

/** What the first row that goes without would have found, were every place as good as every other. */
function openingPrice(net: Network, places: Int32Array): number {
  if (places.includes(NONE) || net.groupOf.includes(NONE)) return 0;
  const total = places.reduce((sum, some) => sum + some, 0);
  if (total >= net.rows) return 0;
  const best = new Int32Array(net.rows);
  for (let row = 0; row < net.rows; row++) best[row] = net.bestOf(row);
  best.sort();
  return at(best, net.rows - 1 - total);
}

class Market {
  readonly #net: Network;
  readonly #places: Int32Array;
  readonly #prices: Int32Array;
  /** Prices at which rows would come to, or stay with, a group; two a row at most. */
  readonly #offer: Int32Array;
  readonly #groupOfOffer: Int32Array;
  readonly #sorted: Int32Array;
  readonly #start: Int32Array;
  #offers = 0;

  constructor(net: Network, places: Int32Array, prices: Int32Array) {
    this.#net = net;
    this.#places = places;
    this.#prices = prices;
    this.#offer = new Int32Array(2 * net.rows);
    this.#groupOfOffer = new Int32Array(2 * net.rows);
    this.#sorted = new Int32Array(2 * net.rows);
    this.#start = new Int32Array(net.groups + 1);
  }

  clear(): void {
    this.#offers = 0;
    for (let row = 0; row < this.#net.rows; row++) this.#ask(row);
    this.#sortByGroup();
    const prices = this.#prices;
    for (let group = 0; group < this.#net.groups; group++) {
      const places = at(this.#places, group);
      if (places === NONE) continue;
      const offers = this.#sorted.subarray(at(this.#start, group), at(this.#start, group + 1)).sort();
      const filling = offers.length > places ? Math.max(0, at(offers, offers.length - 1 - places)) : 0;
      // Half way, since all groups move at once; but a group that fills at no price has none.
      prices[group] = filling === 0 ? 0 : (at(prices, group) + filling) >> 1;
    }
  }

  #ask(row: number): void {
    const { handEdge, handSize, edgeColumn, edgeValue, groupOf } = this.#net;
    let most = -1;
    let group = NONE;
    let second = -1;
    let secondGroup = NONE;
    const first = row * AT_HAND;
    for (let i = first; i < first + at(handSize, row); i++) {
      const edge = at(handEdge, i);
      const above = at(groupOf, at(edgeColumn, edge));
      const worth = at(edgeValue, edge) - (above === NONE ? 0 : at(this.#prices, above));
      if (group === NONE || worth > most) {
        if (above !== group) {
          second = most;
          secondGroup = group;
        }
        most = worth;
        group = above;
      } else if (above !== group && (secondGroup === NONE || worth > second)) {
        second = worth;
        secondGroup = above;
      }
    }
    if (group === NONE) return;
    const without = secondGroup === NONE ? 0 : Math.max(0, second);
    this.#put(group, at(this.#prices, group) + (most > 0 ? most - without : most));
    if (secondGroup !== NONE) this.#put(secondGroup, at(this.#prices, secondGroup) + second - Math.max(0, most));
  }

  #put(group: number, price: number): void {
    this.#offer[this.#offers] = price;
    this.#groupOfOffer[this.#offers] = group;
    this.#offers += 1;
  }

  #sortByGroup(): void {
    const start = this.#start.fill(0);
    for (let i = 0; i < this.#offers; i++) bump(start, at(this.#groupOfOffer, i) + 1, 1);
    for (let group = 0; group < this.#net.groups; group++) bump(start, group + 1, at(start, group));
    const next = start.slice();
    for (let i = 0; i < this.#offers; i++) {
      const group = at(this.#groupOfOffer, i);
      this.#sorted[at(next, group)] = at(this.#offer, i);
      bump(next, group, 1);
    }
  }
}

/** Rows were read when nothing had a price. Where all rose by the opening price, so sank what any edge is worth. */
function setPrices(net: Network, prices: Int32Array, opening: number): void {
  let greatest = 0;
  for (let row = 0; row < net.rows; row++) greatest = Math.max(greatest, net.bestOf(row));
  const margin = Math.ceil(greatest / MARGIN_PART);
  let least = opening;
  for (let group = 0; group < net.groups; group++) {
    const price = Math.max(0, at(prices, group) - margin);
    least = Math.min(least, price);
    net.groupPrice[group] = price;
    for (let i = at(net.teamStart, group); i < at(net.teamStart, group + 1); i++) net.place[at(net.team, i)] = price;
  }
  // Without an opening price some column may have none at all, and the bounds stand as they were read.
  if (least > 0) for (let row = 0; row < net.rows; row++) bump(net.bound, row, -least);
}
