export { OwnTeamDays } from './own-team-days.js';
export { Rosters } from './rosters.js';
export { RostersModule } from './rosters.module.js';
export { RosterPlace, ROSTER_ENTITIES } from './roster.entities.js';
