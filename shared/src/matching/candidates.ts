// Finds who may accompany whom. Each rule is an index of volunteers; only pairs that pass all of them are measured.
import { Bitset } from './bitset.js';
import {
  genderAllows,
  leastCommonMinutes,
  metresBetween,
  pairKey,
  Rejections,
  volunteerRejections,
  withinTravelBudget,
} from './gates.js';
import { Grid } from './grid.js';
import { item } from './ints.js';
import { normalise, normaliseRules } from './normalise.js';
import { placesLeft, type PlacesLeft } from './places.js';
import { commonMinutes, hoursTouched, weeklySpans, WEEK_HOURS } from './times.js';
import type { MatchChild, MatchRules, MatchSnapshot, MatchVolunteer } from './types.js';

/** Metres of a pair one of whose places is unmapped. */
export const UNMAPPED = -1;

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
}

/** Who may accompany whom, and on demand every reason for the rest. Children with a decided companion get nobody. */
export function candidates(snapshot: MatchSnapshot, rules: MatchRules): Candidates {
  const ordered = normalise(snapshot);
  const checked = normaliseRules(rules);
  const left = placesLeft(ordered);
  return { csr: findPairs(ordered, checked, left), left, rejected: new Rejections(ordered, checked, left) };
}

function findPairs(snapshot: Required<MatchSnapshot>, rules: MatchRules, left: PlacesLeft): Csr {
  const { volunteers, children } = snapshot;
  const spans = volunteers.map((v) => weeklySpans(v.freeTimes));
  const index = new VolunteerIndex(snapshot, rules, left, spans);
  const vetoed = new Set(snapshot.vetoes.map((veto) => pairKey(veto.volunteerId, veto.childId)));
  const vetoedChildren = new Set(snapshot.vetoes.map((veto) => veto.childId));
  const least = leastCommonMinutes(rules);
  const rowStart = new Int32Array(children.length + 1);
  const found = { volunteer: [] as number[], minutes: [] as number[], metres: [] as number[] };

  children.forEach((child, row) => {
    if (!left.accompanied.has(child.id)) {
      const childSpans = weeklySpans(child.freeTimes);
      const mayBeVetoed = vetoedChildren.has(child.id);
      index.lookUp(child, childSpans).forEach((at) => {
        const volunteer = item(volunteers, at);
        const minutes = commonMinutes(item(spans, at), childSpans);
        if (minutes < least || !withinTravelBudget(volunteer, child)) return;
        if (mayBeVetoed && vetoed.has(pairKey(volunteer.id, child.id))) return;
        found.volunteer.push(at);
        found.minutes.push(minutes);
        found.metres.push(metresBetween(volunteer, child) ?? UNMAPPED);
      });
    }
    rowStart[row + 1] = found.volunteer.length;
  });
  return {
    snapshot,
    rowStart,
    volunteer: Int32Array.from(found.volunteer),
    minutes: Int32Array.from(found.minutes),
    metres: Int32Array.from(found.metres),
  };
}

/** Volunteers by each rule, as bitsets; a look-up is a few intersections. */
class VolunteerIndex {
  readonly #open: Bitset;
  readonly #byGenderRule = new Map<string, Bitset>();
  readonly #byLanguage = new Map<string, Bitset>();
  readonly #byHour: Bitset[];
  readonly #grid: Grid;
  readonly #volunteers: readonly MatchVolunteer[];
  readonly #rules: MatchRules;
  readonly #found: Bitset;
  readonly #union: Bitset;

  constructor(snapshot: MatchSnapshot, rules: MatchRules, left: PlacesLeft, spans: readonly Int32Array[]) {
    const { volunteers } = snapshot;
    const size = volunteers.length;
    this.#volunteers = volunteers;
    this.#rules = rules;
    this.#open = new Bitset(size);
    this.#found = new Bitset(size);
    this.#union = new Bitset(size);
    this.#byHour = Array.from({ length: WEEK_HOURS }, () => new Bitset(size));
    this.#grid = new Grid(snapshot.children, volunteers);
    volunteers.forEach((volunteer, at) => {
      if (volunteerRejections(rules, left, volunteer, at).length > 0) return;
      this.#open.add(at);
      for (const code of volunteer.languages) entry(this.#byLanguage, code, size).add(at);
      for (const hour of hoursTouched(item(spans, at))) item(this.#byHour, hour).add(at);
    });
  }

  /** Volunteers who pass every rule, but for exact minutes, exact metres and vetoes. Good until the next look-up. */
  lookUp(child: MatchChild, spans: Int32Array): Bitset {
    this.#found.copyFrom(this.#open);
    this.#found.keepOnly(this.#allowedByGender(child));
    if (child.place) this.#found.keepOnly(this.#grid.around(child.place));
    this.#keepAnyOf(child.languages.map((code) => this.#byLanguage.get(code)));
    this.#keepAnyOf(hoursTouched(spans).map((hour) => this.#byHour[hour]));
    return this.#found;
  }

  #keepAnyOf(sets: readonly (Bitset | undefined)[]): void {
    this.#union.clear();
    for (const set of sets) if (set) this.#union.addAll(set);
    this.#found.keepOnly(this.#union);
  }

  /** Children fall into few kinds by this rule; each kind is worked out once. */
  #allowedByGender(child: MatchChild): Bitset {
    const kind = `${child.gender} ${child.companionGender ?? ''}`;
    const known = this.#byGenderRule.get(kind);
    if (known) return known;
    const allowed = entry(this.#byGenderRule, kind, this.#volunteers.length);
    this.#volunteers.forEach((volunteer, at) => {
      if (genderAllows(this.#rules, volunteer, child)) allowed.add(at);
    });
    return allowed;
  }
}

function entry(index: Map<string, Bitset>, key: string, size: number): Bitset {
  const known = index.get(key) ?? new Bitset(size);
  index.set(key, known);
  return known;
}
