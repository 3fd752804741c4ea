// Activities in the calendar of whoever is in charge of them, by kind and time alone; a plan that nobody has passed yet is
// not certain.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { ActivityState } from '@tongxing/shared/states';
import { CalendarSources, type Appointment } from '../calendar/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly onDate: LocalDate;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly state: ActivityState;
}

@Injectable()
export class DeskAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const rows = await this.database.read<Row>(
      `SELECT a.id AS id, a.version AS version, a.onDate AS onDate, a.startMinute AS startMinute,
         a.endMinute AS endMinute, a.state AS state
       FROM activity_worker w JOIN activity a ON a.id = w.activityId
       WHERE w.agencyId = ? AND w.personId = ? AND a.onDate >= ?`,
      [agencyId, personId, from],
    );
    return rows.map(({ id, version, onDate, startMinute, endMinute, state }) => ({
      ...{ kind: 'ACTIVITY' as const, id, sequence: Number(version), day: onDate, status: STATUS[state] },
      span: { startMinute: Number(startMinute), minutes: Number(endMinute) - Number(startMinute) },
      path: `/agency/activities/${encodeURIComponent(toGlobalId('Activity', id))}`,
    }));
  }
}

const STATUS: Readonly<Partial<Record<ActivityState, 'TENTATIVE' | 'CANCELLED'>>> = {
  DRAFT: 'TENTATIVE',
  CANCELLED: 'CANCELLED',
};
