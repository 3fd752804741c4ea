// How many people of teams a day can take: the least of several limits, and which of them binds. Pure; both sides show it.
import { addDays, type LocalDate } from '../kernel/index.js';

/** What a team comes for: beside children, or what can be done without meeting any (T11). */
export const TEAM_TASKS = ['WITH_CHILDREN', 'WITHOUT_CHILDREN'] as const;
export type TeamTasks = (typeof TEAM_TASKS)[number];

export const CAPACITY_LIMITS = ['VENUE', 'WORKERS', 'RATIO', 'EXPOSURE', 'CHECK_TIME', 'NO_OTHER_TASKS'] as const;
export type CapacityLimit = (typeof CAPACITY_LIMITS)[number];

export interface CapacityFacts {
  readonly onDate: LocalDate;
  readonly today: LocalDate;
  /** Most people whom the venue holds, everybody counted. */
  readonly venuePeople: number;
  readonly children: number;
  readonly workers: number;
  /** Guests whom one worker can look after. */
  readonly guestsPerWorker: number;
  /** Guests for one child at most: nobody is stared at. */
  readonly guestsPerChild: number;
  /** Other days of this month on which teams visit the same children, and how many such days there may be. */
  readonly otherVisits: number;
  readonly visitsPerMonth: number;
  /** Whether there is something to do without meeting children. */
  readonly hasOtherTasks: boolean;
  readonly checkLeadDays: number;
  /** Days before the activity by which everybody must be cleared. */
  readonly cutOffDays: number;
}
export interface TakenPlaces {
  readonly withChildren: number;
  readonly withoutChildren: number;
}
export interface LimitLeft {
  readonly limit: CapacityLimit;
  /** Places that this limit alone would allow. */
  readonly places: number;
  /** And what is left of them. */
  readonly left: number;
}
export interface FreePlaces {
  readonly tasks: TeamTasks;
  readonly free: number;
  /** The limit that leaves least; the first of several. */
  readonly binding: CapacityLimit;
  /** Every limit that applies, the tightest first. */
  readonly limits: readonly LimitLeft[];
}
type CheckFacts = Pick<CapacityFacts, 'onDate' | 'today' | 'checkLeadDays' | 'cutOffDays'>;

/** The day by which the record check of everybody who will meet children must be there. */
export const checkBy = ({ onDate, cutOffDays }: Pick<CapacityFacts, 'onDate' | 'cutOffDays'>): LocalDate =>
  addDays(onDate, -cutOffDays);

/** Whether checks asked for today can still arrive in time (H8, T11). */
export const checksCanArrive = (facts: CheckFacts): boolean =>
  addDays(facts.today, facts.checkLeadDays) <= checkBy(facts);

/** Free places for these tasks; never below zero, however much was taken before a limit went down. */
export function freePlaces(facts: CapacityFacts, taken: TakenPlaces, tasks: TeamTasks): FreePlaces {
  const everybody = taken.withChildren + taken.withoutChildren;
  const shared = [
    limit('VENUE', facts.venuePeople - facts.children - facts.workers, everybody),
    limit('WORKERS', facts.workers * facts.guestsPerWorker, everybody),
  ];
  const own = tasks === 'WITH_CHILDREN' ? besideChildren(facts, taken.withChildren) : withoutChildren(facts);
  // A stable order: what binds first in the list stays first where two leave as little.
  const limits = [...shared, ...own].sort((a, b) => a.left - b.left);
  const [least] = limits;
  if (!least) throw new Error('BUG: a day without limits');
  return { tasks, free: least.left, binding: least.limit, limits };
}

function besideChildren(facts: CapacityFacts, taken: number): LimitLeft[] {
  return [
    limit('RATIO', facts.children * facts.guestsPerChild, taken),
    // A day that is agreed already stays; nobody new comes to children who have had their visits.
    ...(facts.otherVisits >= facts.visitsPerMonth ? [limit('EXPOSURE', 0, 0)] : []),
    ...(checksCanArrive(facts) ? [] : [limit('CHECK_TIME', 0, 0)]),
  ];
}

const withoutChildren = (facts: CapacityFacts): LimitLeft[] =>
  facts.hasOtherTasks ? [] : [limit('NO_OTHER_TASKS', 0, 0)];

const limit = (name: CapacityLimit, places: number, taken: number): LimitLeft => ({
  limit: name,
  places: Math.max(0, places),
  left: Math.max(0, places - taken),
});

export interface Waiting {
  readonly id: string;
  readonly people: number;
  /** Whether a part of the team would come too. */
  readonly partly: boolean;
  readonly tasks: TeamTasks;
}
export interface PlaceOffer {
  readonly id: string;
  readonly people: number;
}

/** The first in line whom the free places fit, whole or in part where they would come so; undefined where nobody fits. */
export function nextOffer(line: readonly Waiting[], free: Readonly<Record<TeamTasks, number>>): PlaceOffer | undefined {
  for (const { id, people, partly, tasks } of line) {
    const places = Math.min(people, free[tasks]);
    if (places === people || (partly && places > 0)) return { id, people: places };
  }
  return undefined;
}
