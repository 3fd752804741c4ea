import { TeamBooking, TeamBookingStep, TeamCoordinator, TeamOffer, VolunteerTeam } from './team.entities.js';

export { TeamsModule } from './teams.module.js';
export { TeamBooking, TeamOffer, VolunteerTeam } from './team.entities.js';

/** Tables of this module. */
export const TEAM_ENTITIES = [VolunteerTeam, TeamCoordinator, TeamOffer, TeamBooking, TeamBookingStep];
