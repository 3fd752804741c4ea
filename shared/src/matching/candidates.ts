// Finds who may accompany whom: never all pairs, only those that an index leaves over are measured.
import { pairKey, Rejections } from './gates.js';
import { at, item } from './ints.js';
import { Lookup } from './lookup.js';
import { normalise, normaliseRules } from './normalise.js';
import { placesLeft, type PlacesLeft } from './places.js';
import type { MatchRules, MatchSnapshot } from './types.js';

export { UNMAPPED } from './lookup.js';

/** Candidate pairs, a row a child, volunteers ascending within it. All arrays follow the normalised snapshot. */
export interface Csr {
  readonly snapshot: Required<MatchSnapshot>;
  readonly rowStart: Int32Array;
  readonly volunteer: Int32Array;
  /** Common minutes a week. */
  readonly minutes: Int32Array;
  /** Straight-line metres, or `UNMAPPED`. */
  readonly metres: Int32Array;
}

export interface Candidates {
  readonly csr: Csr;
  readonly left: PlacesLeft;
  readonly rejected: Rejections;
  /** Who may accompany one more child; made when first asked for. */
  readonly lookup: () => Lookup;
}

/** Who may accompany whom, and on demand every reason for the rest. Children with a decided companion get nobody. */
export function candidates(snapshot: MatchSnapshot, rules: MatchRules): Candidates {
  const ordered = normalise(snapshot);
  const checked = normaliseRules(rules);
  const left = placesLeft(ordered);
  const lookup = new Lookup(ordered, checked, left);
  return candidatesOf(findPairs(ordered, lookup, left), checked, left, lookup);
}

/** Candidate pairs with all that can be asked about them. */
export function candidatesOf(csr: Csr, rules: Required<MatchRules>, left: PlacesLeft, known?: Lookup): Candidates {
  let lookup = known;
  return {
    csr,
    left,
    rejected: new Rejections(csr.snapshot, rules, left),
    lookup: () => (lookup ??= new Lookup(csr.snapshot, rules, left)),
  };
}

function findPairs(snapshot: Required<MatchSnapshot>, lookup: Lookup, left: PlacesLeft): Csr {
  const { volunteers, children } = snapshot;
  const vetoed = new Set(snapshot.vetoes.map((veto) => pairKey(veto.volunteerId, veto.childId)));
  const vetoedChildren = new Set(snapshot.vetoes.map((veto) => veto.childId));
  const rowStart = new Int32Array(children.length + 1);
  const pairs = new Pairs(PAIRS_A_CHILD * children.length);
  children.forEach((child, row) => {
    if (!left.accompanied.has(child.id)) {
      const mayBeVetoed = vetoedChildren.has(child.id);
      lookup.each(child, (volunteer) => {
        if (mayBeVetoed && vetoed.has(pairKey(item(volunteers, volunteer).id, child.id))) return;
        pairs.add(volunteer, at(lookup.found.minutes, volunteer), at(lookup.found.metres, volunteer));
      });
    }
    rowStart[row + 1] = pairs.size;
  });
  return { snapshot, rowStart, ...pairs.all() };
}

/** Room for so many is made at first: more is made as it is needed, by copying. */
const PAIRS_A_CHILD = 64;

/** Three lists that grow together. */
class Pairs {
  size = 0;
  #volunteer: Int32Array;
  #minutes: Int32Array;
  #metres: Int32Array;

  constructor(room: number) {
    const some = Math.max(64, room);
    this.#volunteer = new Int32Array(some);
    this.#minutes = new Int32Array(some);
    this.#metres = new Int32Array(some);
  }

  add(volunteer: number, minutes: number, metres: number): void {
    if (this.size === this.#volunteer.length) {
      this.#volunteer = twice(this.#volunteer);
      this.#minutes = twice(this.#minutes);
      this.#metres = twice(this.#metres);
    }
    this.#volunteer[this.size] = volunteer;
    this.#minutes[this.size] = minutes;
    this.#metres[this.size] = metres;
    this.size += 1;
  }

  all(): Pick<Csr, 'volunteer' | 'minutes' | 'metres'> {
    return {
      volunteer: this.#volunteer.slice(0, this.size),
      minutes: this.#minutes.slice(0, this.size),
      metres: this.#metres.slice(0, this.size),
    };
  }
}

function twice(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}
