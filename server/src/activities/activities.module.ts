import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { HolidaysModule } from '../holidays/index.js';
import { PeopleModule } from '../people/index.js';
import { Activities } from './activities.js';
import { ActivitiesPersonalData } from './activities-personal-data.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityMoves } from './activity-moves.js';
import { ActivityPlans } from './activity-plans.js';
import { ActivityEnds } from './activity-ends.js';
import { ActivityTeam } from './activity-team.js';
import { ActivityViews } from './activity-views.js';
import { ActivitiesResolver } from './api/activities.resolver.js';
import { ReschedulingResolver } from './api/rescheduling.resolver.js';
import { SeriesResolver } from './api/series.resolver.js';
import { VenuesResolver } from './api/venues.resolver.js';
import { DeskAppointments } from './desk-appointments.js';
import { MoveEffects } from './move-effects.js';
import { Rescheduling } from './rescheduling.js';
import { ActivityHolds } from './series/activity-holds.js';
import { SeriesPlans } from './series/series-plans.js';
import { SeriesSteps } from './series/series-steps.js';
import { Venues } from './venues.js';

@Module({
  imports: [CalendarModule, HolidaysModule, PeopleModule],
  providers: [
    Activities,
    ActivitiesPersonalData,
    ActivitiesRepository,
    ActivitiesResolver,
    ActivityMoves,
    ActivityPlans,
    ActivityEnds,
    ActivityHolds,
    ActivityTeam,
    ActivityViews,
    DeskAppointments,
    MoveEffects,
    Rescheduling,
    ReschedulingResolver,
    SeriesPlans,
    SeriesResolver,
    SeriesSteps,
    Venues,
    VenuesResolver,
  ],
  exports: [
    ...[Activities, ActivityEnds, ActivityHolds, ActivityMoves, ActivityPlans, ActivityTeam],
    ...[MoveEffects, Rescheduling, Venues],
  ],
})
export class ActivitiesModule {}
