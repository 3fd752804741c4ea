// The hard rules between one volunteer and one child, and every reason where they fail.
import { at, byCodeUnit, item } from './ints.js';
import { normalise, normaliseRules } from './normalise.js';
import { personAt } from './people.js';
import { placesLeft, UNKNOWN_SUPERVISOR, UNSUPERVISED, type PlacesLeft } from './places.js';
import { commonMinutes, weeklySpans } from './times.js';
import type { MatchChild, MatchRules, MatchSnapshot, MatchVolunteer, RejectionCode } from './types.js';

/** Exact in integers, and unmapped is not too far: the pages warn of an unmapped area instead. */
export function withinTravelBudget(volunteer: MatchVolunteer, child: MatchChild): boolean {
  if (!volunteer.place || !child.place) return true;
  return squaredMetres(volunteer.place, child.place) <= volunteer.travelBudget ** 2;
}

/** H25: what child or family asked for; where nobody asked, the same gender unless the agency allows the other. */
export function genderAllows(rules: MatchRules, volunteer: MatchVolunteer, child: MatchChild): boolean {
  const wanted = child.companionGender ?? (rules.allowOtherGender ? undefined : child.gender);
  return wanted === undefined || volunteer.gender === wanted;
}

/** A pair must be able to meet: even where an agency asks for no minutes, one common minute is needed. */
export function leastCommonMinutes(rules: MatchRules): number {
  return Math.max(1, rules.minimumCommonMinutes);
}

/** Reasons that stand with the volunteer alone, whoever the child is. */
export function volunteerRejections(
  rules: MatchRules,
  left: PlacesLeft,
  volunteer: MatchVolunteer,
  index: number,
): RejectionCode[] {
  const supervisor = at(left.supervisorOf, index);
  const supervised = supervisor >= 0 ? at(left.supervisor, supervisor) > 0 : supervisor === UNSUPERVISED;
  const unsupervised = supervisor === UNSUPERVISED && rules.supervisionRequired === true;
  const reasons: RejectionCode[] = [];
  if (!volunteer.eligible) reasons.push('NOT_ELIGIBLE');
  if (at(left.volunteer, index) === 0) reasons.push('NO_PLACE');
  if (!supervised || unsupervised || supervisor === UNKNOWN_SUPERVISOR) reasons.push('NO_SUPERVISOR_PLACE');
  return reasons;
}

/** On demand, every reason why one volunteer cannot accompany one child; none where they may. */
export class Rejections {
  readonly #snapshot: MatchSnapshot;
  readonly #rules: MatchRules;
  readonly #left: PlacesLeft;
  readonly #vetoes: ReadonlySet<string>;

  /** Both already normalised. */
  constructor(snapshot: MatchSnapshot, rules: MatchRules, left: PlacesLeft) {
    this.#snapshot = snapshot;
    this.#rules = rules;
    this.#left = left;
    this.#vetoes = new Set(snapshot.vetoes.map((veto) => pairKey(veto.volunteerId, veto.childId)));
  }

  /** All reasons in a fixed order; throws for ids that the snapshot does not have. */
  whyNot(volunteerId: string, childId: string): RejectionCode[] {
    return this.#reasons(known(this.#snapshot.volunteers, volunteerId), known(this.#snapshot.children, childId));
  }

  /** For how many volunteers each reason holds, most first. A volunteer with three reasons counts in all three. */
  counts(childId: string): ReasonCount[] {
    const child = known(this.#snapshot.children, childId);
    const counts = new Map<RejectionCode, number>();
    for (let volunteer = 0; volunteer < this.#snapshot.volunteers.length; volunteer++) {
      for (const code of this.#reasons(volunteer, child)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts]
      .map(([code, volunteers]) => ({ code, volunteers }))
      .sort((a, b) => b.volunteers - a.volunteers || byCodeUnit(a.code, b.code));
  }

  #reasons(volunteerIndex: number, childIndex: number): RejectionCode[] {
    const volunteer = item(this.#snapshot.volunteers, volunteerIndex);
    const child = item(this.#snapshot.children, childIndex);
    const reasons = volunteerRejections(this.#rules, this.#left, volunteer, volunteerIndex);
    const common = commonMinutes(weeklySpans(volunteer.freeTimes), weeklySpans(child.freeTimes));
    if (!genderAllows(this.#rules, volunteer, child)) reasons.push('GENDER_RULE');
    if (!volunteer.languages.some((code) => child.languages.includes(code))) reasons.push('NO_COMMON_LANGUAGE');
    if (!withinTravelBudget(volunteer, child)) reasons.push('TOO_FAR');
    if (common < leastCommonMinutes(this.#rules)) reasons.push('NO_COMMON_TIME');
    if (this.#vetoes.has(pairKey(volunteer.id, child.id))) reasons.push('VETOED');
    return reasons;
  }
}

export interface ReasonCount {
  readonly code: RejectionCode;
  readonly volunteers: number;
}

/** Every reason why this volunteer cannot accompany this child; none where they may. */
export function whyNot(
  snapshot: MatchSnapshot,
  rules: MatchRules,
  volunteerId: string,
  childId: string,
): RejectionCode[] {
  return rejections(snapshot, rules).whyNot(volunteerId, childId);
}

/** For how many volunteers each reason stands in the way of this child, most first. */
export function reasonCounts(snapshot: MatchSnapshot, rules: MatchRules, childId: string): ReasonCount[] {
  return rejections(snapshot, rules).counts(childId);
}

/** The reasons of a whole snapshot, to ask for many children at once. */
export function rejections(snapshot: MatchSnapshot, rules: MatchRules): Rejections {
  const ordered = normalise(snapshot);
  return new Rejections(ordered, normaliseRules(rules), placesLeft(ordered));
}

/** One key for a pair; ids hold no line break. */
export function pairKey(volunteerId: string, childId: string): string {
  return `${volunteerId}\n${childId}`;
}

function squaredMetres(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

function known(people: readonly { readonly id: string }[], id: string): number {
  const found = personAt(people, id);
  if (found === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
  return found;
}
