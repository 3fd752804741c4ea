// A team's day in the calendar of whoever comes along, by kind and time alone.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { CalendarSources, type Appointment } from '../calendar/index.js';
import { Database } from '../platform/database/index.js';

const OWN_PAGE = '/volunteer/team-days';
const SECOND_MS = 1000;

interface Row {
  readonly id: string;
  readonly versions: number;
  readonly onDate: LocalDate;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly gone: number;
  readonly changedAt: string;
  readonly createdAt: string;
}

@Injectable()
export class PlaceAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const rows = await this.database.read<Row>(
      `SELECT p.id AS id, a.version + b.version AS versions, a.onDate AS onDate, a.startMinute AS startMinute,
         a.endMinute AS endMinute, p.changedAt AS changedAt, p.createdAt AS createdAt,
         CASE WHEN p.state = 'JOINED' AND b.state <> 'CANCELLED' AND a.state <> 'CANCELLED' THEN 0 ELSE 1 END AS gone
       FROM roster_place p JOIN team_booking b ON b.id = p.bookingId JOIN activity a ON a.id = b.activityId
       WHERE p.agencyId = ? AND p.personId = ? AND p.state <> 'ASKED' AND a.onDate >= ?`,
      [agencyId, personId, from],
    );
    return rows.map(({ id, versions, onDate, startMinute, endMinute, gone, changedAt, createdAt }) => ({
      ...{ kind: 'TEAM_DAY' as const, id, day: onDate, path: OWN_PAGE },
      // A place counts no changes; when it was last changed only grows.
      sequence: Number(versions) + Math.ceil((Date.parse(changedAt) - Date.parse(createdAt)) / SECOND_MS),
      status: Number(gone) === 1 ? ('CANCELLED' as const) : undefined,
      span: { startMinute: Number(startMinute), minutes: Number(endMinute) - Number(startMinute) },
    }));
  }
}
