export { DayFacts, CheckTime, useTheme } from './DayFacts.js';
export { NEED, REFUSAL, TASKS } from './team-day-words.js';
export { TeamDaysLink } from './TeamDaysLink.js';
export { GUEST_DAY } from './team-day.operations.js';
