// A volunteer's seats in their own calendar, by kind and time alone.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { CalendarSources, type Appointment } from '../calendar/index.js';
import { Database } from '../platform/database/index.js';

const OWN_PAGE = '/volunteer/activities';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly planVersion: number;
  readonly gone: number;
  readonly onDate: LocalDate;
  readonly startMinute: number;
  readonly endMinute: number;
}

@Injectable()
export class SeatAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  /** What was published and then declined, ended or called off is struck out; proposals are in no calendar. */
  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const rows = await this.database.read<Row>(
      `SELECT s.id AS id, s.version AS version, a.version AS planVersion, s.onDate AS onDate,
         s.startMinute AS startMinute, s.endMinute AS endMinute,
         CASE WHEN s.state = 'PUBLISHED' AND a.state <> 'CANCELLED' THEN 0 ELSE 1 END AS gone
       FROM seat_assignment s JOIN activity a ON a.id = s.activityId
       WHERE s.agencyId = ? AND s.personId = ? AND s.onDate >= ? AND s.publishedAt IS NOT NULL
         AND s.state <> 'PROPOSED'`,
      [agencyId, personId, from],
    );
    return rows.map(({ id, version, planVersion, gone, onDate, startMinute, endMinute }) => ({
      ...{ kind: 'ACTIVITY' as const, id, day: onDate, path: OWN_PAGE },
      // Calling the activity off changes no seat.
      sequence: Number(version) + Number(planVersion),
      status: Number(gone) === 1 ? ('CANCELLED' as const) : undefined,
      span: { startMinute: Number(startMinute), minutes: Number(endMinute) - Number(startMinute) },
    }));
  }
}
