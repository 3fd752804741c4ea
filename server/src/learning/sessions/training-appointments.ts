// Training sessions in somebody's own calendar: those they give and those they have a seat in, by kind and time alone.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { CalendarSources, type Appointment } from '../../calendar/index.js';
import { Database } from '../../platform/database/index.js';

const OWN_PAGE = '/volunteer/training';
const TRAINERS_PAGE = '/agency/courses';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly happensOn: LocalDate;
  readonly startMinute: number;
  readonly minutes: number;
  readonly trainerId: string;
  readonly cancelledAt: string | null;
}

@Injectable()
export class TrainingAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  /** Whoever only waits for a seat, or gave it back, has none; a session that was called off is struck out. */
  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const rows = await this.database.read<Row>(
      `SELECT s.id AS id, s.version AS version, s.happensOn AS happensOn, s.startMinute AS startMinute,
         s.minutes AS minutes, s.trainerId AS trainerId, s.cancelledAt AS cancelledAt FROM training_session s
       WHERE s.agencyId = ? AND s.happensOn >= ? AND (s.trainerId = ? OR EXISTS
         (SELECT 1 FROM training_place p WHERE p.sessionId = s.id AND p.personId = ? AND p.state IN ('ENROLLED', 'ATTENDED')))`,
      [agencyId, from, personId, personId],
    );
    return rows.map(({ id, version, happensOn, startMinute, minutes, trainerId, cancelledAt }) => ({
      ...{ kind: 'TRAINING' as const, id, day: happensOn },
      sequence: Number(version),
      status: cancelledAt === null ? undefined : ('CANCELLED' as const),
      span: { startMinute: Number(startMinute), minutes: Number(minutes) },
      path: trainerId === personId ? TRAINERS_PAGE : OWN_PAGE,
    }));
  }
}
