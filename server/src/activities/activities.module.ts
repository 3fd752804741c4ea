import { Module } from '@nestjs/common';
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
import { VenuesResolver } from './api/venues.resolver.js';
import { Venues } from './venues.js';

@Module({
  imports: [PeopleModule],
  providers: [
    Activities,
    ActivitiesPersonalData,
    ActivitiesRepository,
    ActivitiesResolver,
    ActivityMoves,
    ActivityPlans,
    ActivityEnds,
    ActivityTeam,
    ActivityViews,
    Venues,
    VenuesResolver,
  ],
  exports: [Activities, ActivityEnds, ActivityMoves, ActivityPlans, ActivityTeam, Venues],
})
export class ActivitiesModule {}
