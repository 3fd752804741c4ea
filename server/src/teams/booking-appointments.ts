// A team's days in the calendar of whoever books for it, by kind and time alone. A hold and a request are not certain;
// what only waited was never in the calendar.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { TeamBookingState } from '@tongxing/shared/states';
import { CalendarSources, type Appointment } from '../calendar/index.js';
import { Agencies } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly planVersion: number;
  readonly onDate: LocalDate;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly state: TeamBookingState;
}

@Injectable()
export class BookingAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const today = await this.agencies.today(agencyId);
    const rows = await this.database.read<Row>(
      `SELECT DISTINCT b.id AS id, b.version AS version, a.version AS planVersion, a.onDate AS onDate,
         a.startMinute AS startMinute, a.endMinute AS endMinute,
         CASE WHEN a.state = 'CANCELLED' THEN 'CANCELLED' ELSE b.state END AS state
       FROM team_coordinator c JOIN team_booking b ON b.teamId = c.teamId JOIN activity a ON a.id = b.activityId
       WHERE c.agencyId = ? AND c.personId = ? AND c.sinceOn <= ? AND (c.untilOn IS NULL OR c.untilOn > ?)
         AND a.onDate >= ? AND b.state <> 'WAITLISTED' AND (b.state <> 'CANCELLED' OR EXISTS
           (SELECT 1 FROM team_booking_step p WHERE p.bookingId = b.id AND p.state NOT IN ('WAITLISTED', 'CANCELLED')))`,
      [agencyId, personId, today, today, from],
    );
    return rows.map(({ id, version, planVersion, onDate, startMinute, endMinute, state }) => ({
      ...{ kind: 'TEAM_BOOKING' as const, id, day: onDate, status: STATUS[state] },
      // A moved activity changes no booking.
      sequence: Number(version) + Number(planVersion),
      span: { startMinute: Number(startMinute), minutes: Number(endMinute) - Number(startMinute) },
      path: `/company/bookings/${encodeURIComponent(toGlobalId('TeamBooking', id))}`,
    }));
  }
}

const STATUS: Readonly<Partial<Record<TeamBookingState, 'TENTATIVE' | 'CANCELLED'>>> = {
  HELD: 'TENTATIVE',
  REQUESTED: 'TENTATIVE',
  OFFERED: 'TENTATIVE',
  CANCELLED: 'CANCELLED',
};
