// A breach of personal data: what it can be, whom it can concern, and the clocks that run from the moment it is noticed.

/** 未成年人网络保护条例 35: leaked, changed, or lost; or it may have been. */
export const BREACH_KINDS = ['LEAKED', 'CHANGED', 'LOST'] as const;
export type BreachKind = (typeof BREACH_KINDS)[number];
export const BREACH_CATEGORIES = [
  'NAMES',
  'CONTACTS',
  'ADDRESSES',
  'ID_NUMBERS',
  'FAMILY',
  'SCHOOL',
  'HEALTH',
  'SAFETY',
  'PAPERS',
  'ACCOUNTS',
] as const;
export type BreachCategory = (typeof BREACH_CATEGORIES)[number];
export const AFFECTED_GROUPS = ['CHILDREN', 'GUARDIANS', 'VOLUNTEERS', 'STAFF', 'OTHERS'] as const;
export type AffectedGroup = (typeof AFFECTED_GROUPS)[number];
export interface AffectedCount {
  readonly group: AffectedGroup;
  /** As far as is known; an estimate is better than nothing. */
  readonly count: number;
}
/** How those concerned were told: each by themselves, or by a notice where that cannot be done. */
export const TOLD_HOW = ['EACH', 'PUBLIC_NOTICE', 'NOBODY_AFFECTED'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];

/** In the order in which they are taken. */
export const BREACH_STEPS = ['CONTAIN', 'TELL_AUTHORITY', 'TELL_AFFECTED', 'CLOSE'] as const;
export type BreachStep = (typeof BREACH_STEPS)[number];

const HOUR_MS = 3_600_000;
/** From the moment a breach is noticed. */
export type BreachHours = Readonly<Record<BreachStep, number>>;
/**
 * Article 35 says “at once” and “in time” without numbers. Where an agency sets nothing else, its clock is the strictest that
 * the rules on reporting network incidents have for an operator: four hours to the authority. Those concerned are told within
 * a day, the closing report is due after thirty days.
 */
export const BREACH_HOURS: BreachHours = {
  CONTAIN: 1,
  TELL_AUTHORITY: 4,
  TELL_AFFECTED: 24,
  CLOSE: 30 * 24,
};

/** Until when each step is to be done, by the hours that stood when the breach was written down. */
export function breachDeadlines(
  noticedAt: string,
  hours: BreachHours = BREACH_HOURS,
): Readonly<Record<BreachStep, string>> {
  const after = (step: BreachStep) => new Date(Date.parse(noticedAt) + hours[step] * HOUR_MS).toISOString();
  return {
    CONTAIN: after('CONTAIN'),
    TELL_AUTHORITY: after('TELL_AUTHORITY'),
    TELL_AFFECTED: after('TELL_AFFECTED'),
    CLOSE: after('CLOSE'),
  };
}

/** How a step stands: done in time, done late, waiting, or waiting past its end. */
export type StepStanding = 'DONE' | 'DONE_LATE' | 'WAITING' | 'LATE';
export function stepStanding(deadline: string, doneAt: string | undefined, now: string): StepStanding {
  if (doneAt !== undefined) return doneAt <= deadline ? 'DONE' : 'DONE_LATE';
  return now <= deadline ? 'WAITING' : 'LATE';
}
