import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Permission } from '@tongxing/shared/permissions';
import { Access, rowsFor, type Actor, type RowSource } from '../../platform/access/index.js';
import { Database, rowWhereOfChild } from '../../platform/database/index.js';
import { Companionship } from './companionship.entity.js';

const OWN: readonly Permission[] = ['companionship.readOwn', 'companionship.answerOwn'];

/** Which pairs somebody may touch: the case team where the child is theirs, a volunteer the own ones. */
@Injectable()
export class CompanionshipsAccess implements RowSource {
  readonly resource = 'companionship';

  constructor(
    private readonly database: Database,
    access: Access,
  ) {
    access.register(this);
  }

  async touchable(actor: Actor, permission: Permission, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (OWN.includes(permission)) return this.#own(actor, ids);
    const where = { ...rowWhereOfChild(rowsFor(actor, permission)), id: In([...ids]) };
    const rows = await this.database.repository(Companionship).find({ select: { id: true }, where });
    return new Set(rows.map((row) => row.id));
  }

  async #own(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (actor.kind !== 'person') return new Set();
    const rows = await this.database
      .repository(Companionship)
      .createQueryBuilder('c')
      .innerJoin('volunteer', 'v', 'v.id = c.volunteerId AND v.agencyId = c.agencyId')
      .select('c.id', 'id')
      .where('c.agencyId = :agencyId AND v.personId = :personId', actor)
      .andWhere({ id: In([...ids]) })
      .getRawMany<{ id: string }>();
    return new Set(rows.map((row) => row.id));
  }
}
