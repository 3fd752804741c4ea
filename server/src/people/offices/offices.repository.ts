import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Office } from '../agencies/office.entity.js';
import { RoleAssignment } from '../person.entity.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';

@Injectable()
export class OfficesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** All offices that an agency ever had, locked in one order; inside a unit of work. */
  lockAll(agencyId: AgencyId): Promise<Office[]> {
    const query = this.database
      .repository(Office)
      .createQueryBuilder('o')
      .where('o.agencyId = :agencyId', { agencyId })
      .orderBy('o.id');
    return this.database.forUpdate(query).getMany();
  }

  /** Inside a unit of work. */
  async add(agencyId: AgencyId, name: string, startsOn: LocalDate): Promise<OfficeId> {
    const id = this.ids.next<OfficeId>();
    const office = { id, agencyId, name, startsOn, endsOn: null, areaCode: null, createdAt: this.clock.nowIso() };
    await this.database.repository(Office).insert(office);
    return id;
  }

  /** Inside a unit of work. */
  async change(agencyId: AgencyId, id: OfficeId, change: Partial<Pick<Office, 'name' | 'endsOn'>>): Promise<void> {
    await this.database.repository(Office).update({ agencyId, id }, change);
  }

  /** Who has a role there on a day or later. */
  async holders(agencyId: AgencyId, officeId: OfficeId, on: LocalDate): Promise<PersonId[]> {
    const rows = await this.database.repository(RoleAssignment).find({
      select: { id: true, personId: true },
      where: [
        { agencyId, officeId, endsOn: IsNull() },
        { agencyId, officeId, endsOn: MoreThanOrEqual(on) },
      ],
      order: { id: 'ASC' },
    });
    return [...new Set(rows.map(({ personId }) => personId as PersonId))];
  }

  volunteers(agencyId: AgencyId, officeId: OfficeId): Promise<number> {
    return this.database.repository(Volunteer).countBy({ agencyId, officeId, erasedAt: IsNull() });
  }

  /** Inside a unit of work. */
  async moveVolunteers(agencyId: AgencyId, from: OfficeId, to: OfficeId | null): Promise<void> {
    await this.database.repository(Volunteer).update({ agencyId, officeId: from }, { officeId: to });
  }
}
