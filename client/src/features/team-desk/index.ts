// What other pages take of teams at the desk; whoever does names `features/team-desk` among their catalogues.
export { ActivityTeams } from './ActivityTeams.js';
