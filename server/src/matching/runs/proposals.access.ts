import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Permission } from '@tongxing/shared/permissions';
import { Access, rowsFor, type Actor, type RowSource } from '../../platform/access/index.js';
import { Database, rowWhereOfChild } from '../../platform/database/index.js';
import { MatchProposal } from './match-run.entity.js';

/** Which proposals somebody may touch: those for children that are theirs. Runs themselves name nobody. */
@Injectable()
export class ProposalsAccess implements RowSource {
  readonly resource = 'match';

  constructor(
    private readonly database: Database,
    access: Access,
  ) {
    access.register(this);
  }

  async touchable(actor: Actor, permission: Permission, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { ...rowWhereOfChild(rowsFor(actor, permission)), id: In([...ids]) };
    const rows = await this.database.repository(MatchProposal).find({ select: { id: true }, where });
    return new Set(rows.map((row) => row.id));
  }
}
