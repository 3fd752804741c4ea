import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { CalendarModule } from '../calendar/index.js';
import { PeopleModule } from '../people/index.js';
import { TeamBookingsResolver } from './api/bookings.resolver.js';
import { TeamsResolver } from './api/teams.resolver.js';
import { BookingAppointments } from './booking-appointments.js';
import { BookingMoves } from './booking-moves.js';
import { BookingViews } from './booking-views.js';
import { BookingsRepository } from './bookings.repository.js';
import { MovedBookings } from './moved-bookings.js';
import { TeamBookings } from './team-bookings.js';
import { TeamCalendar } from './team-calendar.js';
import { TeamDays } from './team-days.js';
import { TeamHolds } from './team-holds.js';
import { TeamOffers } from './team-offers.js';
import { NewTeams } from './new-teams.js';
import { Teams } from './teams.js';
import { TeamsPersonalData } from './teams-personal-data.js';
import { TeamsRepository } from './teams.repository.js';

@Module({
  imports: [ActivitiesModule, CalendarModule, PeopleModule],
  providers: [
    BookingAppointments,
    BookingMoves,
    BookingsRepository,
    BookingViews,
    MovedBookings,
    NewTeams,
    TeamBookings,
    TeamBookingsResolver,
    TeamCalendar,
    TeamDays,
    TeamHolds,
    TeamOffers,
    Teams,
    TeamsPersonalData,
    TeamsRepository,
    TeamsResolver,
  ],
  exports: [BookingViews, NewTeams, TeamBookings, TeamDays, TeamOffers, Teams],
})
export class TeamsModule {}
