// After the day: once its attendance is closed, each team whose roster was locked was there (SM5b).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { JobHandlers } from '../platform/outbox/index.js';
import { TeamBooking, TeamBookings } from '../teams/index.js';

@Injectable()
export class RostersAttended implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly bookings: TeamBookings,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.handlers.on('AttendanceClosed', ({ activityId, closedBy }, { agencyId }) =>
      this.#attended(agencyId, activityId, closedBy),
    );
  }

  /** Heard twice, it changes nothing. */
  async #attended(agencyId: AgencyId, activityId: string, personId: PersonId): Promise<void> {
    const where = { agencyId, activityId, state: 'ROSTER_LOCKED' as const };
    for (const { id } of await this.database.repository(TeamBooking).findBy(where)) {
      const locked = await this.bookings.lockedById(agencyId, id);
      if (locked?.booking.state === 'ROSTER_LOCKED')
        await this.bookings.advance({ personId }, locked.booking, 'ATTENDED');
    }
  }
}
