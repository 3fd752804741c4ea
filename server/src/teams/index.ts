import { TeamBooking, TeamBookingStep, TeamCoordinator, TeamOffer, VolunteerTeam } from './team.entities.js';

export { TasksEnum as TeamTasksEnum } from './api/bookings.types.js';
export { TeamNameType } from './api/teams.types.js';
export { toTeamName } from './api/to-team.js';
export { BookingViews, type BookingView } from './booking-views.js';
export { type BookingError } from './booking-errors.js';
export { TeamBookings } from './team-bookings.js';
export { TeamDays, type TeamDay } from './team-days.js';
export { TeamOffers } from './team-offers.js';
export { NewTeams } from './new-teams.js';
export { Teams } from './teams.js';
export { TeamsModule } from './teams.module.js';
export { TeamBooking, TeamBookingStep, TeamCoordinator, TeamOffer, VolunteerTeam } from './team.entities.js';

/** Tables of this module. */
export const TEAM_ENTITIES = [VolunteerTeam, TeamCoordinator, TeamOffer, TeamBooking, TeamBookingStep];
