// What a company hears of a year, and when it is reminded that wishes close.
import { addDays, daysBetween, type LocalDate } from '@tongxing/shared/kernel';

export const YEAR_MESSAGES = ['OPENED', 'FORTNIGHT', 'TWO_DAYS', 'TOLD', 'NO_DAY', 'LINE_CLOSED'] as const;
export type YearMessage = (typeof YEAR_MESSAGES)[number];
export type WishStep = Extract<YearMessage, 'FORTNIGHT' | 'TWO_DAYS'>;

/** The later step first. */
const STEPS: readonly (readonly [WishStep, number])[] = [
  ['TWO_DAYS', 2],
  ['FORTNIGHT', 14],
];

/**
 * Which reminder is due to whoever has not wished; undefined: none. A step whose day nobody worked on is due on the days
 * after; one whose day had come when the catalogue opened is none, since the opening itself was told then.
 */
export function wishStep(wishesUntil: LocalDate, openedOn: LocalDate, today: LocalDate): WishStep | undefined {
  const left = daysBetween(today, wishesUntil);
  if (left < 0) return undefined;
  const due = STEPS.find(([, days]) => left <= days);
  return due && addDays(wishesUntil, -due[1]) > openedOn ? due[0] : undefined;
}
