// A square grid over the children's places: which volunteers may reach a cell, without measuring every pair.
import { Bitset } from './bitset.js';
import type { MatchChild, MatchVolunteer } from './types.js';

type Place = NonNullable<MatchChild['place']>;

/** Cells a side; enough to tell quarters of a city apart, few enough for a large budget to mark them all. */
const SIDE = 32;

export class Grid {
  readonly #west: number;
  readonly #south: number;
  readonly #cellMetres: number;
  readonly #reach = new Map<number, Bitset>();

  constructor(children: readonly MatchChild[], volunteers: readonly MatchVolunteer[]) {
    const places = children.flatMap((child) => (child.place ? [child.place] : []));
    this.#west = least(places, (place) => place.x);
    this.#south = least(places, (place) => place.y);
    const width = -least(places, (place) => -place.x) - this.#west;
    const height = -least(places, (place) => -place.y) - this.#south;
    this.#cellMetres = Math.floor(Math.max(width, height, 0) / SIDE) + 1;
    for (const place of places) this.#reach.set(this.#cellOf(place), new Bitset(volunteers.length));
    if (places.length > 0) volunteers.forEach((volunteer, index) => this.#mark(volunteer, index));
  }

  /** Volunteers whose square of travel touches the place's cell: a superset of those within budget. */
  around(place: Place): Bitset {
    const reach = this.#reach.get(this.#cellOf(place));
    if (!reach) throw new Error('BUG: a place that the grid was not built for');
    return reach;
  }

  #mark(volunteer: MatchVolunteer, index: number): void {
    const { place, travelBudget } = volunteer;
    if (!place) {
      for (const reach of this.#reach.values()) reach.add(index);
      return;
    }
    const lastColumn = Math.min(SIDE - 1, this.#steps(place.x + travelBudget - this.#west));
    const lastRow = Math.min(SIDE - 1, this.#steps(place.y + travelBudget - this.#south));
    for (let row = Math.max(0, this.#steps(place.y - travelBudget - this.#south)); row <= lastRow; row++) {
      for (let column = Math.max(0, this.#steps(place.x - travelBudget - this.#west)); column <= lastColumn; column++) {
        this.#reach.get(row * SIDE + column)?.add(index);
      }
    }
  }

  #cellOf(place: Place): number {
    return this.#steps(place.y - this.#south) * SIDE + this.#steps(place.x - this.#west);
  }

  #steps(metres: number): number {
    return Math.floor(metres / this.#cellMetres);
  }
}

function least(places: readonly Place[], of: (place: Place) => number): number {
  return places.reduce((smallest, place) => Math.min(smallest, of(place)), Infinity);
}
