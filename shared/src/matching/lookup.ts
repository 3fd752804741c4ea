// Finds volunteers for a child without asking each: by gender and place in one sorted line, by time and language as bits.
import { leastCommonMinutes, volunteerRejections } from './gates.js';
import { at, bump, item } from './ints.js';
import type { PlacesLeft } from './places.js';
import { FreeMinutes, hoursTouched, WEEK_HOURS, weeklySpans } from './times.js';
import type { Gender, MatchChild, MatchRules, MatchSnapshot, MatchVolunteer } from './types.js';

/** Metres of a pair one of whose places is unmapped and whose areas differ. */
export const UNMAPPED = -1;

const CLASSES: readonly (Gender | undefined)[] = ['FEMALE', 'MALE', undefined];
/** So many volunteers a cell, about; and never more cells a side than this. */
const VOLUNTEERS_A_CELL = 8;
const MOST_CELLS = 256;

/** Those who were found for the last child asked about, by volunteer. */
export interface Found {
  readonly minutes: Int32Array;
  readonly metres: Int32Array;
}

/**
 * All volunteers to whom nothing stands in the way by themselves, in one line: by gender, then by cell of the town,
 * row by row. A child's surroundings are then a few stretches of the line, and on those stretches 32 volunteers at
 * a time are asked for a common hour and a common language. Distance and minutes are measured of whoever is left.
 */
export class Lookup {
  readonly found: Found;
  readonly #volunteers: readonly MatchVolunteer[];
  readonly #rules: MatchRules;
  readonly #least: number;
  readonly #farthest: number;
  readonly #town: Town;
  /** Volunteers by their place in the line. */
  readonly #line: Int32Array;
  /** Where each cell's stretch begins: class by class, cell by cell, and last the unmapped. */
  readonly #cellStart: Int32Array;
  readonly #words: number;
  readonly #hourBits: Int32Array;
  readonly #languageBits = new Map<string, Int32Array>();
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** The square of the travel budget, or -1 of the unmapped: squares of metres are exact as they are. */
  readonly #reach: Float64Array;
  readonly #spanStart: Int32Array;
  readonly #spans: Int32Array;
  readonly #free = new FreeMinutes();
  readonly #hit: Int32Array;

  constructor(snapshot: MatchSnapshot, rules: MatchRules, left: PlacesLeft) {
    const { volunteers } = snapshot;
    this.#volunteers = volunteers;
    this.#rules = rules;
    this.#least = leastCommonMinutes(rules);
    this.found = { minutes: new Int32Array(volunteers.length), metres: new Int32Array(volunteers.length) };
    const open = volunteers.flatMap((volunteer, at) =>
      volunteerRejections(rules, left, volunteer, at).length === 0 ? [at] : [],
    );
    this.#farthest = open.reduce((most, at) => Math.max(most, item(volunteers, at).travelBudget), 0);
    this.#town = new Town(open.flatMap((at) => item(volunteers, at).place ?? []));
    [this.#line, this.#cellStart] = this.#lineUp(open);
    this.#words = (this.#line.length + 31) >>> 5;
    this.#hourBits = new Int32Array(WEEK_HOURS * this.#words);
    this.#x = new Float64Array(this.#line.length);
    this.#y = new Float64Array(this.#line.length);
    this.#reach = new Float64Array(this.#line.length);
    this.#spanStart = new Int32Array(this.#line.length + 1);
    this.#hit = new Int32Array((volunteers.length + 31) >>> 5);
    const spans: Int32Array[] = [];
    this.#line.forEach((volunteer, position) => {
      const { place, travelBudget, freeTimes, languages } = item(volunteers, volunteer);
      this.#x[position] = place?.x ?? 0;
      this.#y[position] = place?.y ?? 0;
      this.#reach[position] = place ? travelBudget * travelBudget : -1;
      const own = weeklySpans(freeTimes);
      spans.push(own);
      this.#spanStart[position + 1] = at(this.#spanStart, position) + own.length;
      for (const hour of hoursTouched(own)) setBit(this.#hourBits, hour * this.#words, position);
      for (const code of languages) setBit(this.#bitsOf(code), 0, position);
    });
    this.#spans = new Int32Array(at(this.#spanStart, this.#line.length));
    spans.forEach((own, position) => this.#spans.set(own, at(this.#spanStart, position)));
  }

  /** Calls with each volunteer whom no rule but a veto keeps from the child, ascending; `found` tells of each. */
  each(child: MatchChild, visit: (volunteer: number) => void): void {
    const spans = weeklySpans(child.freeTimes);
    this.#free.set(spans);
    const hours = Int32Array.from(hoursTouched(spans), (hour) => hour * this.#words);
    const languages = child.languages.flatMap((code) => this.#languageBits.get(code) ?? []);
    const wanted = child.companionGender ?? (this.#rules.allowOtherGender ? undefined : child.gender);
    CLASSES.forEach((gender, index) => {
      if (wanted !== undefined && gender !== wanted) return;
      this.#stretches(index, child, (from, to) => this.#ask(from, to, hours, languages, child));
    });
    this.#tell(visit);
  }

  #stretches(index: number, { place }: MatchChild, ask: (from: number, to: number) => void): void {
    const { side, cells } = this.#town;
    const first = index * (cells + 1);
    if (!place) return ask(at(this.#cellStart, first), at(this.#cellStart, first + cells + 1));
    const west = this.#town.column(place.x - this.#farthest);
    const east = this.#town.column(place.x + this.#farthest);
    const north = this.#town.row(place.y + this.#farthest);
    for (let row = this.#town.row(place.y - this.#farthest); row <= north; row++) {
      const cell = first + row * side;
      ask(at(this.#cellStart, cell + west), at(this.#cellStart, cell + east + 1));
    }
    ask(at(this.#cellStart, first + cells), at(this.#cellStart, first + cells + 1));
  }

  /** Bit by bit over a stretch of the line: a common hour, a common language, then whatever is exact. */
  #ask(from: number, to: number, hours: Int32Array, languages: readonly Int32Array[], child: MatchChild): void {
    if (from >= to) return;
    const lastWord = (to - 1) >>> 5;
    for (let word = from >>> 5; word <= lastWord; word++) {
      let bits = 0;
      for (let i = 0; i < hours.length; i++) bits |= at(this.#hourBits, at(hours, i) + word);
      if (bits === 0) continue;
      let spoken = 0;
      for (const list of languages) spoken |= at(list, word);
      bits &= spoken;
      const begin = word << 5;
      if (begin < from) bits &= -1 << (from - begin);
      if (begin + 32 > to) bits &= -1 >>> (begin + 32 - to);
      while (bits !== 0) {
        this.#measure(begin + 31 - Math.clz32(bits & -bits), child);
        bits &= bits - 1;
      }
    }
  }

  #measure(position: number, child: MatchChild): void {
    const farthest = this.#reach[position] as number;
    let metres = UNMAPPED;
    if (child.place && farthest >= 0) {
      const x = (this.#x[position] as number) - child.place.x;
      const y = (this.#y[position] as number) - child.place.y;
      const squared = x * x + y * y;
      if (squared > farthest) return;
      metres = Math.floor(Math.sqrt(squared));
    }
    const minutes = this.#free.common(this.#spans, at(this.#spanStart, position), at(this.#spanStart, position + 1));
    if (minutes < this.#least) return;
    const volunteer = at(this.#line, position);
    if (metres === UNMAPPED) metres = sameArea(item(this.#volunteers, volunteer), child) ? 0 : UNMAPPED;
    this.found.minutes[volunteer] = minutes;
    this.found.metres[volunteer] = metres;
    setBit(this.#hit, 0, volunteer);
  }

  #tell(visit: (volunteer: number) => void): void {
    const hit = this.#hit;
    for (let word = 0; word < hit.length; word++) {
      let bits = at(hit, word);
      if (bits === 0) continue;
      hit[word] = 0;
      while (bits !== 0) {
        visit((word << 5) + 31 - Math.clz32(bits & -bits));
        bits &= bits - 1;
      }
    }
  }

  #lineUp(open: readonly number[]): [line: Int32Array, cellStart: Int32Array] {
    const { cells } = this.#town;
    const stretch = (volunteer: number) => {
      const { gender, place } = item(this.#volunteers, volunteer);
      return CLASSES.indexOf(gender) * (cells + 1) + (place ? this.#town.cell(place) : cells);
    };
    const start = new Int32Array(CLASSES.length * (cells + 1) + 1);
    for (const volunteer of open) bump(start, stretch(volunteer) + 1, 1);
    for (let i = 1; i < start.length; i++) bump(start, i, at(start, i - 1));
    const next = start.slice();
    const line = new Int32Array(open.length);
    for (const volunteer of open) {
      const one = stretch(volunteer);
      line[at(next, one)] = volunteer;
      bump(next, one, 1);
    }
    return [line, start];
  }

  #bitsOf(language: string): Int32Array {
    const known = this.#languageBits.get(language) ?? new Int32Array(this.#words);
    this.#languageBits.set(language, known);
    return known;
  }
}

/** Unmapped is not too far: the pages warn of an unmapped area instead. The same service area is 0 metres off. */
const sameArea = (volunteer: MatchVolunteer, child: MatchChild): boolean =>
  volunteer.area !== undefined && volunteer.area === child.area;

/** The volunteers' town in square cells. What lies outside belongs to the cell at the edge. */
class Town {
  readonly side: number;
  readonly cells: number;
  readonly #west: number;
  readonly #south: number;
  readonly #metres: number;

  constructor(places: readonly { readonly x: number; readonly y: number }[]) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of places) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    this.#west = places.length === 0 ? 0 : west;
    this.#south = places.length === 0 ? 0 : south;
    this.side = Math.max(1, Math.min(MOST_CELLS, Math.floor(Math.sqrt(places.length / VOLUNTEERS_A_CELL))));
    this.cells = this.side * this.side;
    this.#metres = Math.floor(Math.max(east - west, north - south, 0) / this.side) + 1;
  }

  column(x: number): number {
    return Math.max(0, Math.min(this.side - 1, Math.floor((x - this.#west) / this.#metres)));
  }

  row(y: number): number {
    return Math.max(0, Math.min(this.side - 1, Math.floor((y - this.#south) / this.#metres)));
  }

  cell({ x, y }: { readonly x: number; readonly y: number }): number {
    return this.row(y) * this.side + this.column(x);
  }
}

function setBit(bits: Int32Array, offset: number, index: number): void {
  const word = offset + (index >>> 5);
  bits[word] = at(bits, word) | (1 << (index & 31));
}
