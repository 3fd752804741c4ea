import { BadProblem, startDays, type DaysProblem } from '@tongxing/shared/matching';
import type { DaysAnswer } from './days-engine.js';

/** Throws on anything but decided days that cannot be together. */
export function solvedYear(problem: DaysProblem): DaysAnswer {
  try {
    const { solution, verdict } = startDays(problem);
    return { solution, checked: verdict.valid };
  } catch (failure) {
    if (failure instanceof BadProblem && failure.code === 'LOCKS_CONFLICT') return { conflict: failure.message };
    throw failure;
  }
}
