import { Injectable } from '@nestjs/common';
import type { Permission } from '@tongxing/shared/permissions';
import { Access, rowsFor, type Actor, type RowSource } from '../../platform/access/index.js';
import { Database, idsAmong } from '../../platform/database/index.js';

/** Which households somebody may touch: those of their offices, and those of the whole agency. */
@Injectable()
export class HouseholdsAccess implements RowSource {
  readonly resource = 'household';

  constructor(
    private readonly database: Database,
    access: Access,
  ) {
    access.register(this);
  }

  touchable(actor: Actor, permission: Permission, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return idsAmong(this.database, 'household', rowsFor(actor, permission), ids);
  }
}
