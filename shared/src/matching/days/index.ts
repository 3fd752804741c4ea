// Problem C: which company comes to which activity on which day.
export {
  dayInTheWay,
  editDays,
  explainDay,
  reopenDays,
  startDays,
  suggestDays,
  type DayChoice,
  type DayExplanation,
  type DayInTheWay,
  type DaysChange,
  type DaysState,
} from './days-state.js';
export type { DayEffort } from './day-search.js';
export { checkDayWeights } from './model.js';
export { dayParts, dayRejections } from './options.js';
export { DEFAULT_DAY_EFFORT, solveDays, type DaysOptions } from './solve-days.js';
export { verifyDays } from './verify-days.js';
export * from './types.js';
