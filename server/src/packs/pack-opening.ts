// A pack for each team of an activity that was closed, due within ten working days.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { packDue } from '@tongxing/shared/rules';
import { Activities } from '../activities/index.js';
import { Holidays } from '../holidays/index.js';
import { Agencies } from '../people/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { JobHandlers } from '../platform/outbox/index.js';
import { TeamBooking } from '../teams/index.js';
import { PacksRepository } from './packs.repository.js';

/** Bookings whose team was on the day. */
const CAME = ['ROSTER_LOCKED', 'ATTENDED', 'REPORTED'] as const;

@Injectable()
export class PackOpening implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly activities: Activities,
    private readonly agencies: Agencies,
    private readonly holidays: Holidays,
    private readonly repository: PacksRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.handlers.on('ActivityClosed', ({ activityId }, { agencyId }) => this.open(agencyId, activityId));
  }

  /** Inside a unit of work; once for each booking, however often it is asked. */
  async open(agencyId: AgencyId, activityId: string): Promise<void> {
    const where = { agencyId, activityId, state: In([...CAME]) };
    const bookings = await this.database.repository(TeamBooking).findBy(where);
    const view = bookings.length > 0 ? await this.activities.find(agencyId, activityId) : undefined;
    if (view?.activity.state !== 'CLOSED') return;
    const closedOn = await this.agencies.today(agencyId);
    const dueOn = packDue(closedOn, await this.holidays.marks(agencyId));
    for (const { id: bookingId, teamId } of bookings) {
      if (await this.repository.hasOfBooking(agencyId, bookingId)) continue;
      const id: string = this.ids.next<never>();
      const of = { id, agencyId, bookingId, teamId, activityId, onDate: view.activity.onDate };
      const nothing = { edition: 0, children: null, sentAt: null, version: 1, createdAt: this.clock.nowIso() };
      await this.repository.add({ ...of, closedOn, dueOn, ...nothing });
      this.trail.record({ action: 'pack.opened', subjectType: 'TeamPack', subjectId: id, facts: { due: dueOn } });
    }
  }
}
