// When a talk with the supervisor is due (S4, §7.4.3): individual ones and group ones, each within its own interval.
import { addDays, type LocalDate } from '../kernel/index.js';

export const SUPERVISION_KINDS = ['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'] as const;
export type SupervisionKind = (typeof SUPERVISION_KINDS)[number];
export const SUPERVISION_FORMATS = ['INDIVIDUAL', 'GROUP'] as const;
export type SupervisionFormat = (typeof SUPERVISION_FORMATS)[number];
export const SUPERVISION_SOURCES = ['INTERNAL', 'EXTERNAL'] as const;
export type SupervisionSource = (typeof SUPERVISION_SOURCES)[number];
export const SUPERVISION_MISSED = ['VOLUNTEER_ABSENT', 'SUPERVISOR_ABSENT', 'CALLED_OFF'] as const;
export type SupervisionMissed = (typeof SUPERVISION_MISSED)[number];

/** Words for how somebody is, from 0 to 4; what they say stands on the page. */
export const WELLBEING_STEPS = 5;
export const LARGEST_GROUP = 30;
export const MOST_ACTIONS = 10;
export const LONGEST_SUPERVISION_TEXT = 2_000;
export const LONGEST_SUPERVISION_LINE = 200;

export interface SupervisionIntervals {
  readonly supervisionIndividualDays: number;
  readonly supervisionGroupDays: number;
}
export interface SeenOn {
  /** From when on the person is supervised at all. */
  readonly since: LocalDate;
  readonly individualOn?: LocalDate | undefined;
  readonly groupOn?: LocalDate | undefined;
}
export interface SupervisionDue {
  readonly individualDueOn: LocalDate;
  readonly groupDueOn: LocalDate;
  /** Formats whose last day is past. */
  readonly overdue: readonly SupervisionFormat[];
}

const later = (a: LocalDate, b: LocalDate | undefined): LocalDate => (b !== undefined && b > a ? b : a);

/** The last day of either interval, counted from the last talk of that format, or from the day on which supervision began. */
export function supervisionDue(seen: SeenOn, intervals: SupervisionIntervals, today: LocalDate): SupervisionDue {
  const individualDueOn = addDays(later(seen.since, seen.individualOn), intervals.supervisionIndividualDays);
  const groupDueOn = addDays(later(seen.since, seen.groupOn), intervals.supervisionGroupDays);
  const overdue: SupervisionFormat[] = [];
  if (individualDueOn < today) overdue.push('INDIVIDUAL');
  if (groupDueOn < today) overdue.push('GROUP');
  return { individualDueOn, groupDueOn, overdue };
}
