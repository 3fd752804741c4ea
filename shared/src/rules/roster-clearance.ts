// Who of a team may come on its day, and for what: made of what the one eligibility function found for that day. Pure; both
// sides show it. Nothing is judged anew here (rules.md): a finding that lets somebody serve is taken as it stands.
import { ASSIGNABLE } from './eligibility.js';
import type { Requirement, SeenFinding, SeenOutcome } from './eligibility.types.js';
import type { TeamTasks } from './team-capacity.js';

/** What somebody still needs; the last one says no more than that the agency has to be asked (H8). */
export const ROSTER_NEEDS = ['TRAINING', 'AGREEMENT', 'RECORD_CHECK', 'ASK_AGENCY'] as const;
export type RosterNeed = (typeof ROSTER_NEEDS)[number];

const NEED: Readonly<Record<Requirement, RosterNeed>> = {
  TRAINING: 'TRAINING',
  VOLUNTEER_AGREEMENT: 'AGREEMENT',
  RECORD_CHECK: 'RECORD_CHECK',
  AGE: 'ASK_AGENCY',
  WORK_STATUS: 'ASK_AGENCY',
};

/**
 * What is missing before somebody may do these tasks on the day that the findings are about; empty where nothing is. The
 * record check is asked for where children are met (T11). Of whoever is stopped it reads the same whatever the cause: a hit
 * is never to be guessed. A minor, of whom no check is made, meets no child with a team.
 */
export function rosterNeeds(findings: readonly SeenFinding[], tasks: TeamTasks): readonly RosterNeed[] {
  if (findings.some(({ outcome }) => outcome === 'STOPPED' || outcome === 'NOT_AVAILABLE')) return ['ASK_AGENCY'];
  const needs = new Set<RosterNeed>();
  for (const { requirement, outcome, remedy } of findings) {
    if ((ASSIGNABLE as readonly SeenOutcome[]).includes(outcome)) continue;
    if (requirement === 'RECORD_CHECK' && tasks === 'WITHOUT_CHILDREN') continue;
    needs.add(remedy === 'SERVE_BESIDE_CLEARED_ADULT' ? 'ASK_AGENCY' : NEED[requirement]);
  }
  return ROSTER_NEEDS.filter((need) => needs.has(need));
}

/** Asked for: somebody gave a number at the link and has not come in yet. */
export const ROSTER_PLACE_STATES = ['ASKED', 'JOINED', 'LEFT'] as const;
export type RosterPlaceState = (typeof ROSTER_PLACE_STATES)[number];

/** Why something about a roster cannot be done, or not any more. */
export const ROSTER_REFUSALS = [
  'CLOSED',
  'CUT_OFF',
  'FULL',
  'NOT_CLEARED',
  'NO_SUCH_TASKS',
  'NOT_JOINED',
  'NOBODY',
  'TOO_SOON',
] as const;
export type RosterRefusal = (typeof ROSTER_REFUSALS)[number];

export interface RosterMember {
  readonly id: string;
  readonly tasks: TeamTasks;
  readonly findings: readonly SeenFinding[];
}
/** Each member in exactly one of the lists, in the order in which they came. */
export interface RosterSplit {
  /** May come as they are down. */
  readonly clear: readonly string[];
  /** May not meet children on this day, and may do the other tasks: a check that is missing keeps nobody at home (T11). */
  readonly otherTasks: readonly string[];
  /** Still have something to do themselves, or to ask. */
  readonly notClear: readonly string[];
}

/** Who may come as what, where the day has tasks without children or has none. */
export function rosterSplit(members: readonly RosterMember[], hasOtherTasks: boolean): RosterSplit {
  const split = { clear: [] as string[], otherTasks: [] as string[], notClear: [] as string[] };
  for (const { id, tasks, findings } of members) {
    if (rosterNeeds(findings, tasks).length === 0) split.clear.push(id);
    else if (hasOtherTasks && rosterNeeds(findings, 'WITHOUT_CHILDREN').length === 0) split.otherTasks.push(id);
    else split.notClear.push(id);
  }
  return split;
}
