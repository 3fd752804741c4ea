// What this module keeps of a person: for which teams they book. It goes with them; the team's bookings stay.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { TeamCoordinator } from './team.entities.js';

@Injectable()
export class TeamsPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const columns = { reasonSealed: 'team_booking.reason' };
    this.data.add({
      module: 'teams',
      sealed: [{ table: 'team_booking', columns, subject: 't.agencyId', scope: 't.agencyId' }],
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(TeamCoordinator).delete({ agencyId, personId });
      },
    });
  }
}
