// Other pages name `features/team-roster` and `features/team-day` among their catalogues.
export { TeamRosters } from './TeamRosters.js';
