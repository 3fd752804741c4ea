// Teams whose roster is locked are expected with the people on it; until each confirmed team has locked its own, the list of
// the activity is not final (SM5b, SM8).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { RosterPlace } from '../rosters/index.js';
import { TeamBooking } from '../teams/index.js';
import { ExpectedPeople, type Expected } from './expected-people.js';

@Injectable()
export class TeamsExpected implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly expected: ExpectedPeople,
  ) {}

  onModuleInit(): void {
    this.expected.add((agencyId, activityId) => this.#people(agencyId, activityId));
    this.expected.addGate(async (agencyId, activityId) => {
      const where = { agencyId, activityId, state: 'CONFIRMED' as const };
      return (await this.database.repository(TeamBooking).countBy(where)) === 0;
    });
  }

  async #people(agencyId: AgencyId, activityId: string): Promise<readonly Expected[]> {
    const where = { agencyId, activityId, state: In(['ROSTER_LOCKED', 'ATTENDED']) };
    const bookings = await this.database.repository(TeamBooking).findBy(where);
    if (bookings.length === 0) return [];
    const bookingId = In(bookings.map(({ id }) => id));
    const places = await this.database.repository(RosterPlace).findBy({ agencyId, bookingId, state: 'JOINED' });
    return places.map(({ personId, tasks }) => ({ personId, from: 'TEAM' as const, tasks }));
  }
}
