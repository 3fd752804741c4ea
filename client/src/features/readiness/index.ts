// What other pages of the desk show about readiness; they name `features/readiness` among their catalogues.
export { inOrder, openFindings, standingOf, type EligibilityView, type Finding } from './eligibility-view.js';
export { FindingList } from './FindingList.js';
export { RuleLine } from './RuleLine.js';
export { ServiceDateField } from './ServiceDateField.js';
export { StandingBadge } from './StandingBadge.js';
export { useCodeWords } from './use-code-words.js';
export { WeekTimes } from './WeekTimes.js';
