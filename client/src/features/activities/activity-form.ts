// Between what is typed of a plan and what the server takes.
import { parseLocalDate } from '@tongxing/shared/kernel';
import type { ActivityKind, ActivityQuery, BudgetPayer, PlanActivityInput, SeriesRhythm } from '../../gql/graphql.js';
import { fenOf, yuanOf } from '../../ui/format/money.js';

export interface TypedPlan {
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly venueId: string;
  readonly onDate: string;
  readonly from: string;
  readonly to: string;
  readonly childrenGroup: string;
  readonly childCount: string;
  readonly childrenPerAdult: string;
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly childrenPart: string;
  readonly riskChildren: string;
  readonly riskStaff: string;
  readonly inChargeIds: string[];
  readonly roles: { task: string; seats: string; skill: string }[];
  readonly budget: { what: string; yuan: string; payer: BudgetPayer }[];
  /** Empty: it is not repeated. */
  readonly every: '' | SeriesRhythm;
  readonly ends: 'TIMES' | 'UNTIL';
  readonly times: string;
  readonly until: string;
  /** Holidays on which it is held all the same. */
  readonly keep: string[];
  /** Of a change: this occasion alone, or later ones as well. */
  readonly scope: 'THIS' | 'LATER';
}
export type PlanField = keyof TypedPlan;
type Activity = NonNullable<ActivityQuery['activity']>;

const MINUTES = 60;

/** 15:30 as minutes since midnight; undefined for what is no time. */
export function minuteOf(time: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  return match ? Number(match[1]) * MINUTES + Number(match[2]) : undefined;
}
export const timeOf = (minute: number): string =>
  [Math.floor(minute / MINUTES), minute % MINUTES].map((part) => String(part).padStart(2, '0')).join(':');

const whole = (text: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1;
  return value >= least && value <= most ? value : undefined;
};
const rolesOf = (typed: TypedPlan) => typed.roles.filter(({ task }) => task.trim() !== '');
const linesOf = (typed: TypedPlan) => typed.budget.filter(({ what, yuan }) => what.trim() !== '' || yuan.trim() !== '');

/** The fields that need another look before anything is sent. */
export function planFaults(typed: TypedPlan, today: string): readonly PlanField[] {
  const [from, to] = [minuteOf(typed.from), minuteOf(typed.to)];
  const faults: Readonly<Partial<Record<PlanField, boolean>>> = {
    theme: typed.theme.trim() === '' || typed.theme.trim().length > 80,
    venueId: typed.venueId === '',
    onDate: !parseLocalDate(typed.onDate) || typed.onDate < today,
    from: from === undefined,
    to: to === undefined || to <= (from ?? 0),
    childCount: whole(typed.childCount, 0, 500) === undefined,
    childrenPerAdult: whole(typed.childrenPerAdult, 1, 30) === undefined,
    roles: !rolesOf(typed).every(({ task, seats }) => task.trim().length <= 60 && whole(seats, 1, 200) !== undefined),
    budget: !linesOf(typed).every(({ what, yuan }) => what.trim() !== '' && fenOf(yuan) !== undefined),
  };
  return (Object.keys(faults) as PlanField[]).filter((field) => faults[field]);
}

/** What the server takes; only for what has no faults. */
export function toPlanInput(typed: TypedPlan): Omit<PlanActivityInput, 'requestId'> {
  const { from: _from, to: _to, childCount: _childCount, scope: _scope, ...rest } = typed;
  const { every: _every, ends: _ends, times: _times, until: _until, keep: _keep, ...texts } = rest;
  return {
    ...texts,
    startMinute: minuteOf(typed.from) ?? 0,
    endMinute: minuteOf(typed.to) ?? 0,
    children: Number(typed.childCount),
    childrenPerAdult: Number(typed.childrenPerAdult),
    inChargeIds: [...typed.inChargeIds],
    roles: rolesOf(typed).map(({ task, seats, skill }) => ({ task: task.trim(), seats: Number(seats), skill })),
    budget: linesOf(typed).map(({ what, yuan, payer }) => ({ what: what.trim(), amount: fenOf(yuan) ?? '0', payer })),
  };
}

const NO_ROLE = { task: '', seats: '1', skill: '' };
const NO_LINE = { what: '', yuan: '', payer: 'AGENCY' as const };

/** What stands in the form to begin with: the plan, or an empty one on a day. */
export function typedPlan(activity: Activity | undefined, onDate: string): TypedPlan {
  const roles = (activity?.roles ?? []).map(({ task, seats, skill }) => ({ task, seats: String(seats), skill }));
  const budget = (activity?.budget ?? []).map(({ what, amount, payer }) => ({ what, yuan: yuanOf(amount), payer }));
  return {
    kind: activity?.kind ?? 'GROWTH_GROUP',
    theme: activity?.theme ?? '',
    themeEn: activity?.themeEn ?? '',
    venueId: activity?.venue.id ?? '',
    onDate: activity?.onDate ?? onDate,
    from: timeOf(activity?.startMinute ?? 9 * MINUTES),
    to: timeOf(activity?.endMinute ?? 11 * MINUTES),
    childrenGroup: activity?.childrenGroup ?? '',
    childCount: String(activity?.children ?? 10),
    childrenPerAdult: String(activity?.childrenPerAdult ?? 5),
    taskGoal: activity?.taskGoal ?? '',
    processGoal: activity?.processGoal ?? '',
    childrenPart: activity?.childrenPart ?? '',
    riskChildren: activity?.riskChildren ?? '',
    riskStaff: activity?.riskStaff ?? '',
    inChargeIds: (activity?.inCharge ?? []).map(({ id }) => id),
    roles: [...roles, NO_ROLE, NO_ROLE],
    budget: [...budget, NO_LINE, NO_LINE],
    ...{ every: '', ends: 'TIMES', times: '8', until: '', keep: [], scope: 'THIS' },
  };
}
