// What a plan of an activity still needs before others may come to it; both sides show it.

export const PLAN_NEEDS = [
  'TASK_GOAL',
  'PROCESS_GOAL',
  'CHILDREN_PART',
  'CHILDREN_GROUP',
  'WORKER',
  'RISK_CHILDREN',
  'RISK_STAFF',
  'VENUE',
  'ADULTS',
] as const;
export type PlanNeed = (typeof PLAN_NEEDS)[number];

export interface PlanFacts {
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly childrenPart: string;
  readonly children: number;
  readonly hasGroup: boolean;
  readonly workers: number;
  readonly riskChildren: string;
  readonly riskStaff: string;
  /** Whether every point of the venue's checklist was seen, not too long before the day. */
  readonly venueSafe: boolean;
  /** Children whom one adult can look after. */
  readonly childrenPerAdult: number;
  /** Workers in charge and seats of roles together. */
  readonly adults: number;
}

/** Everything that is missing, never only the first: part for children (T4), risk plans (P42), goals, who is in charge, a safe venue, adults enough. */
export function planNeeds(plan: PlanFacts): PlanNeed[] {
  const missing: Readonly<Record<PlanNeed, boolean>> = {
    TASK_GOAL: plan.taskGoal.trim() === '',
    PROCESS_GOAL: plan.processGoal.trim() === '',
    CHILDREN_PART: plan.childrenPart.trim() === '',
    // Visits a month are counted by the group of children.
    CHILDREN_GROUP: plan.children > 0 && !plan.hasGroup,
    WORKER: plan.workers === 0,
    RISK_CHILDREN: plan.riskChildren.trim() === '',
    RISK_STAFF: plan.riskStaff.trim() === '',
    VENUE: !plan.venueSafe,
    ADULTS: plan.children > plan.adults * plan.childrenPerAdult,
  };
  return PLAN_NEEDS.filter((need) => missing[need]);
}

export interface TimeAndPlace {
  readonly venueId: string;
  /** Minutes since midnight. */
  readonly starts: number;
  readonly ends: number;
}

/** H22: in two places at once, the way between two venues included; at one venue one may follow the other at once. */
export function collides(one: TimeAndPlace, other: TimeAndPlace, gapMinutes: number): boolean {
  const gap = one.venueId === other.venueId ? 0 : gapMinutes;
  return one.starts < other.ends + gap && other.starts < one.ends + gap;
}
