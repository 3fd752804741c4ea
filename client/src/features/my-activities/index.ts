// What other pages show of the own activities; they name `features/my-activities` among their catalogues.
export { ActivitiesLink } from './ActivitiesLink.js';
