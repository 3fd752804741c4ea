// Talks in somebody's own calendar: those they lead and those they have a seat in, by kind and time alone.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { CalendarSources, type Appointment } from '../calendar/index.js';
import { Database } from '../platform/database/index.js';

const USUAL_MINUTES = 60;
const OWN_PAGE = '/volunteer/supervision';
const LEADERS_PAGE = '/agency/supervision';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly plannedOn: LocalDate;
  readonly startMinute: number;
  readonly minutes: number | null;
  readonly leaderId: string;
  readonly state: string;
}

@Injectable()
export class OwnAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  /** A talk that did not take place is struck out. */
  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const rows = await this.database.read<Row>(
      `SELECT s.id AS id, s.version AS version, s.plannedOn AS plannedOn, s.startMinute AS startMinute,
         s.minutes AS minutes, s.leaderId AS leaderId, s.state AS state FROM supervision_session s
       WHERE s.agencyId = ? AND s.plannedOn >= ? AND (s.leaderId = ? OR EXISTS
         (SELECT 1 FROM supervision_seat t WHERE t.sessionId = s.id AND t.personId = ?))`,
      [agencyId, from, personId, personId],
    );
    return rows.map(({ id, version, plannedOn, startMinute, minutes, leaderId, state }) => ({
      ...{ kind: 'SUPERVISION' as const, id, sequence: Number(version), day: plannedOn },
      span: { startMinute: Number(startMinute), minutes: Number(minutes ?? USUAL_MINUTES) },
      status: state === 'MISSED' ? ('CANCELLED' as const) : undefined,
      path: leaderId === personId ? LEADERS_PAGE : OWN_PAGE,
    }));
  }
}
