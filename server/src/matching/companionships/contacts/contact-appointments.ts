// The next contact in a volunteer's own calendar, while the two meet: the day by which, and nobody's name.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { CalendarSources, type Appointment } from '../../../calendar/index.js';
import { Database } from '../../../platform/database/index.js';

const OWN_PAGE = '/volunteer/companionships';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly nextContactOn: LocalDate;
  readonly contacts: number;
}

@Injectable()
export class ContactAppointments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarSources,
  ) {}

  onModuleInit(): void {
    this.calendar.add((agencyId, personId, from) => this.of(agencyId, personId, from));
  }

  /** A pair that rests, or whose consent was taken back, stands in no calendar from that moment. */
  async of(agencyId: AgencyId, personId: PersonId, from: LocalDate): Promise<Appointment[]> {
    const rows = await this.database.read<Row>(
      `SELECT c.id AS id, c.version AS version, c.nextContactOn AS nextContactOn,
         (SELECT COUNT(*) FROM companionship_contact k WHERE k.companionshipId = c.id) AS contacts
       FROM companionship c JOIN volunteer v ON v.id = c.volunteerId
       WHERE c.agencyId = ? AND v.personId = ? AND c.state = 'ACTIVE' AND c.nextContactOn >= ?`,
      [agencyId, personId, from],
    );
    return rows.map(({ id, version, nextContactOn, contacts }) => ({
      ...{ kind: 'CONTACT' as const, id, day: nextContactOn, path: OWN_PAGE },
      // A contact that is written down moves the day without a new version of the pair.
      sequence: Number(version) + Number(contacts),
    }));
  }
}
