// Other pages name `features/team-booking` and `features/activities` among their catalogues.
export { TeamWaits } from './TeamWaits.js';
