// What this module keeps of a person: with which teams they came. It goes with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { RosterPlace, TeamMember } from './roster.entities.js';

@Injectable()
export class RostersPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'rosters',
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(RosterPlace).delete({ agencyId, personId });
        await this.database.repository(TeamMember).delete({ agencyId, personId });
      },
    });
  }
}
