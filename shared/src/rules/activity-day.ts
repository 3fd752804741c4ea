// The day itself: who comes in for what, and what each step from an open activity to a closed one asks. Pure; both sides
// show it.
import type { LocalDate } from '../kernel/index.js';
import type { TeamTasks } from './team-capacity.js';

export const CHECK_IN_WAYS = ['CODE', 'LIST', 'WALK_IN'] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];

/** What came of an arrival: in beside children, in for what can be done without meeting any (T11), or not in. */
export const ARRIVALS = ['WITH_CHILDREN', 'OTHER_TASKS', 'REFUSED'] as const;
export type Arrival = (typeof ARRIVALS)[number];

export const ARRIVAL_REFUSALS = ['NOT_READY', 'NOT_EXPECTED', 'FULL'] as const;
export type ArrivalRefusal = (typeof ARRIVAL_REFUSALS)[number];

export interface ArrivalFacts {
  /** Whether the eligibility function says yes for the day (H6–H8). */
  readonly ready: boolean;
  /** Whether their work is stopped: then there are no other tasks either. */
  readonly stopped: boolean;
  /** For what they are expected; undefined for whoever nobody expects. */
  readonly expected: TeamTasks | undefined;
  /** By their own phone, or by the worker's list. */
  readonly by: 'SELF' | 'WORKER';
  /** The worker gives them something to do without meeting children. */
  readonly otherTasks: boolean;
  /** Further people whom the venue holds. */
  readonly room: number;
}
export interface ArrivalAnswer {
  readonly arrival: Arrival;
  readonly why?: ArrivalRefusal | undefined;
}

const refused = (why: ArrivalRefusal): ArrivalAnswer => ({ arrival: 'REFUSED', why });

/**
 * P14: whoever is not ready is refused with the reason, employees of one day like everybody else; a worker may give them
 * other tasks. Whoever nobody expects is let in by a worker only.
 */
export function arrivalOf({ ready, stopped, expected, by, otherTasks, room }: ArrivalFacts): ArrivalAnswer {
  if (stopped) return refused('NOT_READY');
  if (room <= 0) return refused('FULL');
  if (by === 'SELF' && expected === undefined) return refused('NOT_EXPECTED');
  if (expected === 'WITHOUT_CHILDREN' || (by === 'WORKER' && otherTasks)) return { arrival: 'OTHER_TASKS' };
  return ready ? { arrival: 'WITH_CHILDREN' } : refused('NOT_READY');
}

/** What a step of the day still needs; everything, never only the first. */
export const DAY_NEEDS = [
  'ROSTERS',
  'ON_THE_DAY',
  'RISK_CHILDREN',
  'RISK_STAFF',
  'IN_CHARGE',
  'LEFT',
  'PICKED_UP',
  'CHILDREN_ASKED',
  'EVALUATION',
  'REFLECTION',
] as const;
export type DayNeed = (typeof DAY_NEEDS)[number];

const missing = (needs: Readonly<Partial<Record<DayNeed, boolean>>>): DayNeed[] =>
  DAY_NEEDS.filter((need) => needs[need]);

/** P42: no activity runs without a risk plan for children and staff, a colleague in charge, and on its day. */
export function beginNeeds(facts: {
  readonly onDate: LocalDate;
  readonly today: LocalDate;
  readonly riskChildren: string;
  readonly riskStaff: string;
  /** Colleagues in charge who may work today. */
  readonly inCharge: number;
}): DayNeed[] {
  return missing({
    ON_THE_DAY: facts.onDate !== facts.today,
    RISK_CHILDREN: facts.riskChildren.trim() === '',
    RISK_STAFF: facts.riskStaff.trim() === '',
    IN_CHARGE: facts.inCharge === 0,
  });
}

/** P07: attendance closes only by a named colleague in charge, when nobody is left inside and each child was fetched. */
export function recordNeeds(facts: {
  readonly inCharge: boolean;
  readonly stillInside: number;
  readonly notFetched: number;
}): DayNeed[] {
  return missing({ IN_CHARGE: !facts.inCharge, LEFT: facts.stillInside > 0, PICKED_UP: facts.notFetched > 0 });
}

/** P21: no activity closes without both, nor before each child who came was asked how it was (§4.5). */
export const lookBackNeeds = (said: {
  readonly evaluation: string;
  readonly reflection: string;
  /** Children who came, and neither said something nor said that they do not want to. */
  readonly notAsked: number;
}): DayNeed[] =>
  missing({
    CHILDREN_ASKED: said.notAsked > 0,
    EVALUATION: said.evaluation.trim() === '',
    REFLECTION: said.reflection.trim() === '',
  });

/** Minutes that count into somebody's hours; nothing for whoever went out before coming in. */
export const minutesServed = (inMinute: number, outMinute: number): number => Math.max(0, outMinute - inMinute);
