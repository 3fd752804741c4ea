// What this module keeps of a person: the fingerprint of an address. It ends with them.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { CalendarFeed } from './calendar-feed.entity.js';

@Injectable()
export class CalendarPersonalData implements OnModuleInit {
  constructor(
    private readonly data: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.data.add({
      module: 'calendar',
      erase: async ({ agencyId, personId }) => {
        await this.database.repository(CalendarFeed).delete({ agencyId, personId });
      },
    });
  }
}
