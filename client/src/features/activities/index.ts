// What other pages take of activities; whoever does names `features/activities` among their catalogues.
export { monthOf, otherMonth, weeksOf } from './month-view.js';
export { fenOf, yuanOf } from '../../ui/format/money.js';
export { minuteOf } from './activity-form.js';
export { useActivityWords } from './use-activity-words.js';
