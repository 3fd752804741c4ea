import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Office } from '../agencies/office.entity.js';
import { RoleAssignment } from '../person.entity.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';
import { WorkStop } from '../work-stops/work-stop.entity.js';

/** A role from a day to a day, as the row that holds it. */
export interface Post {
  readonly id: string;
  readonly personId: PersonId;
  readonly role: Role;
  readonly officeId: OfficeId | undefined;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | undefined;
}
export type NewPost = Omit<Post, 'id'>;

@Injectable()
export class StaffRepository {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** All posts of these roles that an agency ever gave, the earliest first. */
  async posts(agencyId: AgencyId, roles: readonly Role[]): Promise<Post[]> {
    const where = { agencyId, role: In([...roles]) };
    const order = { startsOn: 'ASC', id: 'ASC' } as const;
    return (await this.database.repository(RoleAssignment).find({ where, order })).map(toPost);
  }

  async postsOf(agencyId: AgencyId, personId: string): Promise<Post[]> {
    return (await this.database.repository(RoleAssignment).findBy({ agencyId, personId })).map(toPost);
  }

  /** One post with its row locked; inside a unit of work. */
  async lock(agencyId: AgencyId, id: string): Promise<Post | undefined> {
    const query = this.database
      .repository(RoleAssignment)
      .createQueryBuilder('r')
      .where('r.agencyId = :agencyId AND r.id = :id', { agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    return row ? toPost(row) : undefined;
  }

  /** All posts of a role, locked in one order; inside a unit of work. */
  async lockRole(agencyId: AgencyId, role: Role): Promise<Post[]> {
    const query = this.database
      .repository(RoleAssignment)
      .createQueryBuilder('r')
      .where('r.agencyId = :agencyId AND r.role = :role', { agencyId, role })
      .orderBy('r.id');
    return (await this.database.forUpdate(query).getMany()).map(toPost);
  }

  /** Inside a unit of work. */
  async add(agencyId: AgencyId, post: NewPost): Promise<string> {
    const id: string = this.ids.next<never>();
    const { officeId, endsOn, ...row } = post;
    await this.database
      .repository(RoleAssignment)
      .insert({ ...row, id, agencyId, officeId: officeId ?? null, endsOn: endsOn ?? null });
    return id;
  }

  /** The last day on which it holds; a post that never began holds on none and goes. Inside a unit of work. */
  async end({ id, startsOn }: Post, endsOn: LocalDate): Promise<void> {
    const posts = this.database.repository(RoleAssignment);
    if (endsOn < startsOn) await posts.delete({ id });
    else await posts.update({ id }, { endsOn });
  }

  async stopped(agencyId: AgencyId): Promise<ReadonlySet<string>> {
    const where = { agencyId, openPersonId: Not(IsNull()) };
    const rows = await this.database.repository(WorkStop).find({ select: { id: true, personId: true }, where });
    return new Set(rows.map(({ personId }) => personId));
  }

  offices(agencyId: AgencyId): Promise<Office[]> {
    return this.database.repository(Office).find({ where: { agencyId }, order: { id: 'ASC' } });
  }

  /** Volunteers whom somebody supervises. */
  supervised(agencyId: AgencyId, supervisorId: PersonId): Promise<number> {
    return this.database.repository(Volunteer).countBy({ agencyId, supervisorId, erasedAt: IsNull() });
  }

  async supervisedIds(agencyId: AgencyId, supervisorId: PersonId): Promise<string[]> {
    const where = { agencyId, supervisorId, erasedAt: IsNull() };
    return (await this.database.repository(Volunteer).find({ select: { id: true }, where })).map(({ id }) => id);
  }
}

const toPost = (row: RoleAssignment): Post => ({
  id: row.id,
  personId: row.personId as PersonId,
  role: row.role as Role,
  officeId: (row.officeId ?? undefined) as OfficeId | undefined,
  startsOn: row.startsOn as LocalDate,
  endsOn: (row.endsOn ?? undefined) as LocalDate | undefined,
});
