// What this module keeps of a person: of which activities they are in charge. It goes with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { ActivityWorker } from './activity.entities.js';

/** What is written about a plan is about nobody, and sealed with the agency's key. */
const PLAN_COLUMNS = {
  riskChildrenSealed: 'activity.riskChildren',
  riskStaffSealed: 'activity.riskStaff',
  cancelReasonSealed: 'activity.cancelReason',
};
const MOVE_COLUMNS = { reasonSealed: 'activity_moving.reason' };

@Injectable()
export class ActivitiesPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'activities',
      sealed: [
        { table: 'activity', columns: PLAN_COLUMNS, subject: 't.agencyId', scope: 't.agencyId' },
        { table: 'activity_moving', columns: MOVE_COLUMNS, subject: 't.agencyId', scope: 't.agencyId' },
      ],
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(ActivityWorker).delete({ agencyId, personId });
      },
    });
  }
}
