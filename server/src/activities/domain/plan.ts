// What a plan of an activity may say, what it still needs, and with what it would collide.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import {
  ACTIVITY_GAP_MINUTES,
  ACTIVITY_LIMITS,
  collides,
  planNeeds,
  SKILLS,
  VENUE_CHECK_DAYS,
  VENUE_CHECKS,
  type ActivityKind,
  type ActivityRole,
  type BudgetLine,
  type PlanNeed,
} from '@tongxing/shared/rules';

export interface ActivityFields {
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly venueId: string;
  readonly onDate: LocalDate;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly childrenGroup: string;
  readonly children: number;
  readonly childrenPerAdult: number;
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly childrenPart: string;
  readonly riskChildren: string;
  readonly riskStaff: string;
  /** People in charge. */
  readonly inChargeIds: readonly string[];
  readonly roles: readonly ActivityRole[];
  readonly budget: readonly BudgetLine[];
}
export interface Problem {
  readonly field: string;
  readonly code: string;
}

const { task: LONGEST_LINE, ...LONGEST } = ACTIVITY_LIMITS.longest;
const { children: MOST_CHILDREN, perAdult: MOST_PER_ADULT, tasks: MOST_LINES, seats: MOST_SEATS } = ACTIVITY_LIMITS;
const DAY_MINUTES = 24 * 60;
const AMOUNT = /^\d{1,12}$/;

/** Every field that needs another value, with why. */
export function activityProblems(fields: ActivityFields, today: LocalDate): Problem[] {
  const { onDate, startMinute, endMinute, children, childrenPerAdult, roles, budget } = fields;
  const wrong = (field: string, code: string, is: boolean): Problem[] => (is ? [{ field, code }] : []);
  return [
    ...wrong('theme', 'REQUIRED', fields.theme.trim() === ''),
    ...(Object.keys(LONGEST) as (keyof typeof LONGEST)[]).flatMap((field) =>
      wrong(field, 'TOO_LONG', fields[field].trim().length > LONGEST[field]),
    ),
    ...wrong('onDate', 'IN_THE_PAST', onDate < today),
    ...wrong('onDate', 'TOO_FAR', onDate > addDays(today, ACTIVITY_LIMITS.furthestDays)),
    ...wrong('startMinute', 'OUT_OF_RANGE', !within(startMinute, 0, DAY_MINUTES - 1)),
    ...wrong('endMinute', 'BEFORE_START', !within(endMinute, startMinute + 1, DAY_MINUTES)),
    ...wrong('children', 'OUT_OF_RANGE', !within(children, 0, MOST_CHILDREN)),
    ...wrong('childrenPerAdult', 'OUT_OF_RANGE', !within(childrenPerAdult, 1, MOST_PER_ADULT)),
    ...wrong('roles', 'WRONG_LINE', roles.length > MOST_LINES || !roles.every(roleHolds)),
    ...wrong('budget', 'WRONG_LINE', budget.length > MOST_LINES || !budget.every(lineHolds)),
  ];
}

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const named = (text: string) => text.trim() !== '' && text.trim().length <= LONGEST_LINE;
const roleHolds = ({ task, seats, skill }: ActivityRole) =>
  named(task) && within(seats, 1, MOST_SEATS) && (skill === '' || SKILLS.some(({ code }) => code === skill));
const lineHolds = ({ what, amount }: BudgetLine) => named(what) && AMOUNT.test(amount);

/** What the plan still needs before a second person may pass it. */
export function needsOf(
  plan: Omit<ActivityFields, 'venueId' | 'inChargeIds'> & { readonly workers: number },
  venue: { readonly checks: readonly string[]; readonly checkedOn: string | null },
): PlanNeed[] {
  const { childrenGroup, workers, roles, onDate } = plan;
  const seen = VENUE_CHECKS.every(({ code }) => venue.checks.includes(code));
  const lately = venue.checkedOn !== null && addDays(venue.checkedOn as LocalDate, VENUE_CHECK_DAYS) >= onDate;
  const adults = workers + roles.reduce((sum, { seats }) => sum + seats, 0);
  return planNeeds({ ...plan, hasGroup: childrenGroup.trim() !== '', venueSafe: seen && lately, adults });
}

export interface Planned {
  readonly id: string;
  readonly venueId: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly inChargeIds: readonly string[];
}
export interface Clash {
  readonly what: 'VENUE' | 'WORKER';
  readonly activityId: string;
  /** The people who would be in two places; empty for a venue. */
  readonly personIds: readonly string[];
}

/** With which of the others of the same day a plan collides, in venue or people (H22). */
export function clashesOf(plan: Planned, others: readonly Planned[]): Clash[] {
  const hours = ({ venueId, startMinute, endMinute }: Planned) => ({ venueId, starts: startMinute, ends: endMinute });
  return others
    .filter((other) => other.id !== plan.id && collides(hours(plan), hours(other), ACTIVITY_GAP_MINUTES))
    .flatMap((other): Clash[] => {
      const personIds = plan.inChargeIds.filter((id) => other.inChargeIds.includes(id));
      return [
        ...(other.venueId === plan.venueId ? [{ what: 'VENUE' as const, activityId: other.id, personIds: [] }] : []),
        ...(personIds.length > 0 ? [{ what: 'WORKER' as const, activityId: other.id, personIds }] : []),
      ];
    });
}
