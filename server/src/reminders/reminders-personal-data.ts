// What this module keeps of a person: of what they were reminded. It goes with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { ReminderSent } from './reminder.entities.js';

@Injectable()
export class RemindersPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'reminders',
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(ReminderSent).delete({ agencyId, personId });
      },
    });
  }
}
