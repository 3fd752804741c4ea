// What is free on a day, read from its plan, its offer and its bookings; and what a wish to come must say.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import {
  freePlaces,
  TEAM_NAME_LIMITS,
  TEAM_TASKS,
  type CapacityFacts,
  type CostLine,
  type FreePlaces,
  type TakenPlaces,
  type TeamTasks,
} from '@tongxing/shared/rules';
import { TAKES_PLACES, type TeamBookingState } from '@tongxing/shared/states';

export interface DayPlan {
  readonly onDate: string;
  readonly venuePeople: number;
  readonly children: number;
  readonly workers: number;
}
export interface DayTerms {
  readonly guestsPerWorker: number;
  readonly guestsPerChild: number;
  readonly visitsPerMonth: number;
  readonly hasOtherTasks: boolean;
  readonly otherTasks: string | null;
  readonly checkLeadDays: number;
  readonly cutOffDays: number;
  readonly noticeDays: number;
  readonly costLines: readonly CostLine[];
}
export interface Booked {
  readonly id: string;
  readonly tasks: TeamTasks;
  readonly people: number;
  readonly state: TeamBookingState;
  readonly expiresAt: string | null;
}
export interface Problem {
  readonly field: string;
  readonly code: string;
}

/** From here on the team comes: only then is it told how to find the place where children are. */
export const AGREED: readonly TeamBookingState[] = ['CONFIRMED', 'ROSTER_LOCKED', 'ATTENDED', 'REPORTED'];

/** A team has one of these at once on one day at most, and none when it ends. */
export const LIVING_BOOKINGS: readonly TeamBookingState[] = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'ROSTER_LOCKED',
  'WAITLISTED',
  'OFFERED',
];

const MOST_PEOPLE = 500;
const MOST_LINES = 20;
const LONGEST = { what: 60, otherTasks: 300, reason: 300, request: 64, ...TEAM_NAME_LIMITS } as const;
const AMOUNT = /^\d{1,12}$/;

/** A hold or an offer whose time is over holds nobody's place, whether or not the job has been here. */
export const isOver = ({ state, expiresAt }: Pick<Booked, 'state' | 'expiresAt'>, nowIso: string): boolean =>
  (state === 'HELD' || state === 'OFFERED') && expiresAt !== null && expiresAt <= nowIso;

/** Seconds that a hold or an offer still stands, 0 once it is over; undefined for what does not run out. */
export function secondsLeft({ state, expiresAt }: Pick<Booked, 'state' | 'expiresAt'>, now: Date): number | undefined {
  if ((state !== 'HELD' && state !== 'OFFERED') || expiresAt === null) return undefined;
  return Math.max(0, Math.ceil((new Date(expiresAt).getTime() - now.getTime()) / 1000));
}

/** Places that are somebody's at this moment. */
export function takenBy(bookings: readonly Booked[], nowIso: string): TakenPlaces {
  const taking = bookings.filter((one) => TAKES_PLACES.includes(one.state) && !isOver(one, nowIso));
  const sum = (tasks: TeamTasks): number =>
    taking.filter((one) => one.tasks === tasks).reduce((people, one) => people + one.people, 0);
  return { withChildren: sum('WITH_CHILDREN'), withoutChildren: sum('WITHOUT_CHILDREN') };
}

/** The limits of a day (H8, H22, T11). */
export const factsOf = (plan: DayPlan, terms: DayTerms, otherVisits: number, today: LocalDate): CapacityFacts => ({
  ...{ onDate: plan.onDate as LocalDate, today, otherVisits },
  ...{ venuePeople: plan.venuePeople, children: plan.children, workers: plan.workers },
  ...{ guestsPerWorker: terms.guestsPerWorker, guestsPerChild: terms.guestsPerChild },
  ...{ visitsPerMonth: terms.visitsPerMonth, hasOtherTasks: terms.hasOtherTasks },
  ...{ checkLeadDays: terms.checkLeadDays, cutOffDays: terms.cutOffDays },
});

/** Free places for each kind of tasks. */
export const placesOf = (facts: CapacityFacts, taken: TakenPlaces): FreePlaces[] =>
  TEAM_TASKS.map((tasks) => freePlaces(facts, taken, tasks));

/** The last day on which a team may cancel by itself. */
export const cancelUntil = (onDate: string, { noticeDays }: Pick<DayTerms, 'noticeDays'>): LocalDate =>
  addDays(onDate as LocalDate, -noticeDays);

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const wrong = (field: string, code: string, is: boolean): Problem[] => (is ? [{ field, code }] : []);

export const peopleProblems = (people: number): Problem[] =>
  wrong('people', 'OUT_OF_RANGE', !within(people, 1, MOST_PEOPLE));

export function wishProblems(wish: {
  readonly people: number;
  readonly budget: string | undefined;
  readonly requestId: string;
}): Problem[] {
  const { people, budget, requestId } = wish;
  return [
    ...peopleProblems(people),
    ...wrong('budget', 'NOT_AN_AMOUNT', budget !== undefined && !AMOUNT.test(budget)),
    ...wrong('requestId', 'REQUIRED', requestId.trim() === ''),
    ...wrong('requestId', 'TOO_LONG', requestId.length > LONGEST.request),
  ];
}

export function reasonProblems(reason: string): Problem[] {
  const { length } = reason.trim();
  return [...wrong('reason', 'REQUIRED', length === 0), ...wrong('reason', 'TOO_LONG', length > LONGEST.reason)];
}

export function termsProblems(terms: DayTerms): Problem[] {
  const lines = terms.costLines;
  const named = (text: string) => text.trim() !== '' && text.trim().length <= LONGEST.what;
  const other = (terms.otherTasks ?? '').trim();
  return [
    ...wrong('guestsPerWorker', 'OUT_OF_RANGE', !within(terms.guestsPerWorker, 1, 100)),
    ...wrong('guestsPerChild', 'OUT_OF_RANGE', !within(terms.guestsPerChild, 0, 10)),
    ...wrong('visitsPerMonth', 'OUT_OF_RANGE', !within(terms.visitsPerMonth, 0, 31)),
    ...wrong('otherTasks', 'REQUIRED', terms.hasOtherTasks && other === ''),
    ...wrong('otherTasks', 'TOO_LONG', other.length > LONGEST.otherTasks),
    ...wrong('checkLeadDays', 'OUT_OF_RANGE', !within(terms.checkLeadDays, 0, 120)),
    ...wrong('cutOffDays', 'OUT_OF_RANGE', !within(terms.cutOffDays, 0, 60)),
    ...wrong('noticeDays', 'OUT_OF_RANGE', !within(terms.noticeDays, 0, 90)),
    ...wrong(
      'costLines',
      'WRONG_LINE',
      lines.length > MOST_LINES || !lines.every(({ what, amount }) => named(what) && AMOUNT.test(amount)),
    ),
  ];
}

export function teamProblems(
  fields: { readonly name: string; readonly shortName: string },
  taken: readonly string[],
): Problem[] {
  const name = fields.name.trim();
  const shortName = fields.shortName.trim();
  return [
    ...wrong('name', 'REQUIRED', name === ''),
    ...wrong('name', 'TOO_LONG', name.length > LONGEST.name),
    ...wrong('name', 'TAKEN', taken.includes(name)),
    ...wrong('shortName', 'REQUIRED', shortName === ''),
    ...wrong('shortName', 'TOO_LONG', shortName.length > LONGEST.shortName),
  ];
}
