import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { AgreementsModule } from '../agreements/index.js';
import { CalendarModule } from '../calendar/index.js';
import { ImportsModule } from '../imports/index.js';
import { PeopleModule } from '../people/index.js';
import { RemindersModule } from '../reminders/index.js';
import { SsoModule } from '../sso/index.js';
import { TeamsModule } from '../teams/index.js';
import { OwnTeamDaysResolver } from './api/own-team-days.resolver.js';
import { RostersResolver } from './api/rosters.resolver.js';
import { TeamDayDoorResolver } from './api/team-day-door.resolver.js';
import { TeamRosterFilesController } from './api/team-roster-files.controller.js';
import { ColleagueInvites } from './colleague-invites.js';
import { DayGuests } from './day-guests.js';
import { MovedPlaces } from './moved-places.js';
import { OwnTeamDays } from './own-team-days.js';
import { PlaceAppointments } from './place-appointments.js';
import { RosterBookings } from './roster-bookings.js';
import { RosterClearances } from './roster-clearances.js';
import { RosterLists } from './roster-lists.js';
import { RosterPlaces } from './roster-places.repository.js';
import { RosterReminders } from './roster-reminders.js';
import { RosterTurnout } from './roster-turnout.js';
import { Rosters } from './rosters.js';
import { RostersAttended } from './rosters-attended.js';
import { RostersPersonalData } from './rosters-personal-data.js';

const SERVICES = [DayGuests, OwnTeamDays, Rosters];
const INNER = [
  ColleagueInvites,
  PlaceAppointments,
  MovedPlaces,
  RosterLists,
  RosterBookings,
  RosterClearances,
  RosterPlaces,
  RosterReminders,
  RosterTurnout,
  RostersAttended,
  RostersPersonalData,
];
const API = [OwnTeamDaysResolver, RostersResolver, TeamDayDoorResolver];

@Module({
  imports: [
    ActivitiesModule,
    AgreementsModule,
    CalendarModule,
    ImportsModule,
    PeopleModule,
    RemindersModule,
    SsoModule,
    TeamsModule,
  ],
  controllers: [TeamRosterFilesController],
  providers: [...SERVICES, ...INNER, ...API],
  exports: SERVICES,
})
export class RostersModule {}
