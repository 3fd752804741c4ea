// What a coordinator typed for a day, and what it costs them while they type.
import { costOf, type CostLine } from '@tongxing/shared/rules';
import { fenOf, yuanOf } from '../../ui/format/money.js';
import { peopleOf } from './days-view.js';

export interface WishValues {
  readonly people: string;
  readonly budget: string;
}
export interface CostView {
  /** Yuan, as digits. */
  readonly total: string;
  /** Yuan beyond the budget; undefined where it is kept, or not said. */
  readonly over: string | undefined;
}

/** Undefined as long as the number of people is none. */
export function costView(lines: readonly CostLine[], { people, budget }: WishValues): CostView | undefined {
  const count = peopleOf(people);
  if (count === undefined) return undefined;
  const total = costOf(lines, count);
  const most = fenOf(budget);
  const over = most !== undefined && total > BigInt(most) ? yuanOf((total - BigInt(most)).toString()) : undefined;
  return { total: yuanOf(total.toString()), over };
}

/** Fields that need another look before anything is sent. */
export function wishFaults({ people, budget }: WishValues): readonly (keyof WishValues)[] {
  return [
    ...(peopleOf(people) === undefined ? (['people'] as const) : []),
    ...(budget.trim() !== '' && fenOf(budget) === undefined ? (['budget'] as const) : []),
  ];
}

/** Whole units of what is left, the larger first: days and hours, hours and minutes, or minutes and seconds. */
export function timeLeft(seconds: number): {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
} {
  const whole = Math.max(0, Math.floor(seconds));
  return {
    days: Math.floor(whole / 86_400),
    hours: Math.floor((whole % 86_400) / 3600),
    minutes: Math.floor((whole % 3600) / 60),
    seconds: whole % 60,
  };
}
