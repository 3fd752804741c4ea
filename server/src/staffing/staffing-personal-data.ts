// What this module keeps of a person: their wishes, their seats, and why they could not come. It goes with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { ActivityWishRow, SeatAssignment } from './staffing.entities.js';

@Injectable()
export class StaffingPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const columns = { reasonSealed: 'seat_assignment.reason' };
    this.data.add({
      module: 'staffing',
      sealed: [{ table: 'seat_assignment', columns, subject: 't.personId', scope: 't.agencyId' }],
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(SeatAssignment).delete({ agencyId, personId });
        await this.database.repository(ActivityWishRow).delete({ agencyId, personId });
      },
    });
  }
}
