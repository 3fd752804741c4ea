import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { Activities } from './activities.js';
import { ActivitiesPersonalData } from './activities-personal-data.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityMoves } from './activity-moves.js';
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
    ActivityTeam,
    ActivityViews,
    Venues,
    VenuesResolver,
  ],
  exports: [Activities, ActivityMoves, ActivityTeam, Venues],
})
export class ActivitiesModule {}
