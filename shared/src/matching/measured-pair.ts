// One pair by itself, measured as the lookup measures many.
import { genderAllows, leastCommonMinutes, withinTravelBudget } from './gates.js';
import { UNMAPPED } from './lookup.js';
import { commonMinutes, weeklySpans } from './times.js';
import type { MatchChild, MatchRules, MatchVolunteer } from './types.js';

/** Minutes and metres of a pair that no rule between the two forbids; undefined where one does. Cheapest rules first. */
export function measuredPair(
  rules: MatchRules,
  volunteer: MatchVolunteer,
  child: MatchChild,
): { readonly minutes: number; readonly metres: number } | undefined {
  if (!withinTravelBudget(volunteer, child) || !genderAllows(rules, volunteer, child)) return undefined;
  if (!volunteer.languages.some((code) => child.languages.includes(code))) return undefined;
  const minutes = commonMinutes(weeklySpans(volunteer.freeTimes), weeklySpans(child.freeTimes));
  if (minutes < leastCommonMinutes(rules)) return undefined;
  return { minutes, metres: metresBetween(volunteer, child) };
}

function metresBetween({ place, area }: MatchVolunteer, child: MatchChild): number {
  if (!place || !child.place) return area !== undefined && area === child.area ? 0 : UNMAPPED;
  return Math.floor(Math.sqrt((place.x - child.place.x) ** 2 + (place.y - child.place.y) ** 2));
}
