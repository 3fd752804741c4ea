// Brings a snapshot into its one order and refuses what the engine cannot reason about exactly.
import { needsServedBy } from '../rules/codes.js';
import { byCodeUnit } from './ints.js';
import { BadProblem } from './transport/problem.js';
import type {
  MatchChild,
  MatchRules,
  MatchSnapshot,
  MatchSupervisor,
  MatchVolunteer,
  PairOfIds,
  WeeklyTime,
} from './types.js';

/**
 * The same snapshot with people sorted by id and lists sorted without repeats, so that the order in which
 * rows were read cannot change a result. Throws `BadProblem` on a repeated id, on supervisors in a circle, and on a
 * number that is no whole number in its range.
 */
export function normalise(snapshot: MatchSnapshot): Required<MatchSnapshot> {
  const volunteers = byId(snapshot.volunteers.map(normaliseVolunteer));
  const circle = circleOfSupervisors(volunteers);
  if (circle) throw new BadProblem('SUPERVISORS_IN_A_CIRCLE', circle.join(', '));
  return {
    serviceDate: snapshot.serviceDate,
    volunteers,
    children: byId(snapshot.children.map(normaliseChild)),
    supervisors: byId(snapshot.supervisors.map(supervisor)),
    locks: pairsInOrder(snapshot.locks),
    vetoes: pairsInOrder(snapshot.vetoes),
    earlierPairs: pairsInOrder(snapshot.earlierPairs ?? []),
  };
}

/** The rules with their defaults filled in; throws on minutes that are no whole number. */
export function normaliseRules(rules: MatchRules): Required<MatchRules> {
  return {
    minimumCommonMinutes: whole(rules.minimumCommonMinutes, 'minimumCommonMinutes', 0, 10_080),
    allowOtherGender: rules.allowOtherGender,
    supervisionRequired: rules.supervisionRequired ?? false,
  };
}

export interface Supervised {
  readonly id: string;
  readonly supervisorId?: string | undefined;
}

/** People who supervise each other, or themselves: where supervisors accompany children too, their ids stand in both. */
export function circleOfSupervisors(volunteers: readonly Supervised[]): string[] | undefined {
  const above = new Map<string, string>();
  for (const { id, supervisorId } of volunteers) if (supervisorId !== undefined) above.set(id, supervisorId);
  const inOrder = new Set<string>();
  for (const { id, supervisorId } of volunteers) {
    // Most supervisors have nobody above them here, and end no circle.
    if (supervisorId === undefined || !above.has(supervisorId)) continue;
    const way = new Set<string>();
    for (let here: string | undefined = id; here !== undefined && !inOrder.has(here); here = above.get(here)) {
      if (way.has(here)) return [...way, here].slice([...way].indexOf(here));
      way.add(here);
    }
    for (const one of way) inOrder.add(one);
  }
  return undefined;
}

export function normaliseVolunteer(v: MatchVolunteer): MatchVolunteer {
  return {
    id: v.id,
    gender: v.gender,
    languages: codes(v.languages),
    skills: codes(v.skills),
    serves: codes(v.serves ?? needsServedBy(v.skills)),
    freeTimes: times(v.freeTimes),
    area: v.area,
    place: place(v.place),
    travelBudget: whole(v.travelBudget, 'travelBudget', 0, MOST_METRES),
    places: wholePlaces(v.places),
    supervisorId: v.supervisorId,
    eligible: v.eligible,
  };
}

export function normaliseChild(c: MatchChild): MatchChild {
  return {
    id: c.id,
    gender: c.gender,
    languages: codes(c.languages),
    needs: codes(c.needs),
    freeTimes: times(c.freeTimes),
    area: c.area,
    place: place(c.place),
    priority: whole(c.priority, 'priority', 1, 5),
    waitingDays: whole(c.waitingDays, 'waitingDays', 0, MOST_PLACES),
    companionGender: c.companionGender,
  };
}

function supervisor(s: MatchSupervisor): MatchSupervisor {
  return { id: s.id, places: wholePlaces(s.places) };
}

/** Beyond any two places on earth, and small enough for squared distances to stay exact. */
const MOST_METRES = 30_000_000;
const MOST_PLACES = 1_000_000;

export const wholePlaces = (places: number): number => whole(places, 'places', 0, MOST_PLACES);

function place(at: MatchVolunteer['place']): MatchVolunteer['place'] {
  if (!at) return undefined;
  return { x: whole(at.x, 'x', -MOST_METRES, MOST_METRES), y: whole(at.y, 'y', -MOST_METRES, MOST_METRES) };
}

function times(list: readonly WeeklyTime[]): WeeklyTime[] {
  return list
    .map(({ weekday, startMinute, endMinute }) => ({
      weekday: whole(weekday, 'weekday', 1, 7),
      startMinute: whole(startMinute, 'startMinute', 0, 1439),
      endMinute: whole(endMinute, 'endMinute', startMinute + 1, 1440),
    }))
    .sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute || a.endMinute - b.endMinute);
}

function codes(list: readonly string[]): readonly string[] {
  for (let i = 1; i < list.length; i++) {
    if (byCodeUnit(list[i - 1] as string, list[i] as string) >= 0) return [...new Set(list)].sort(byCodeUnit);
  }
  return list;
}

export function pairsInOrder(list: readonly PairOfIds[]): PairOfIds[] {
  const sorted = list
    .map(({ volunteerId, childId }) => ({ volunteerId, childId }))
    .sort((a, b) => byCodeUnit(a.volunteerId, b.volunteerId) || byCodeUnit(a.childId, b.childId));
  return sorted.filter((pair, i) => {
    const before = sorted[i - 1];
    return before?.volunteerId !== pair.volunteerId || before.childId !== pair.childId;
  });
}

export function byId<T extends { readonly id: string }>(people: T[]): T[] {
  const unfit = people.find(({ id }) => id === '' || id.includes('\n'));
  if (unfit) throw new BadProblem('BAD_ID', JSON.stringify(unfit.id));
  const isSorted = people.every((person, i) => i === 0 || byCodeUnit(people[i - 1]?.id ?? '', person.id) < 0);
  if (isSorted) return people;
  const sorted = people.sort((a, b) => byCodeUnit(a.id, b.id));
  const repeated = sorted.find((person, i) => sorted[i - 1]?.id === person.id);
  if (repeated) throw new BadProblem('SAME_ID_TWICE', repeated.id);
  return sorted;
}

export function whole(value: number, name: string, least: number, most: number): number {
  if (!Number.isSafeInteger(value)) throw new BadProblem('NOT_A_WHOLE_NUMBER', `${name}: ${value}`);
  if (value < least) throw new BadProblem(value < 0 ? 'NEGATIVE' : 'TOO_SMALL', `${name}: ${value}, below ${least}`);
  if (value > most) throw new BadProblem('TOO_LARGE', `${name}: ${value}, above ${most}`);
  return value;
}
