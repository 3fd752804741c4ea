// Which rosters somebody may know of: those of their offices; those of colleagues only for whoever sees colleagues.
import { Injectable } from '@nestjs/common';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, rowsFor, type PersonActor, type Rows } from '../platform/access/index.js';
import { ROSTER_KINDS, type RosterKind } from './domain/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';

/** Beside the permission of the step itself. Roles are the director's to give, by a roster too. */
const ALSO: Readonly<Record<'see' | 'bring', Permission>> = { see: 'staff.read', bring: 'staff.change' };
const BRINGING: readonly Permission[] = ['roster.import'];

export const mayBring = (actor: PersonActor, kind: RosterKind): boolean => kind !== 'STAFF' || mayDo(actor, ALSO.bring);

@Injectable()
export class ImportsReach {
  constructor(private readonly batches: ImportBatchesRepository) {}

  /** Undefined where there is none, or none that this actor may touch by this permission. */
  async find(actor: PersonActor, permission: Permission, id: string): Promise<ImportBatch | undefined> {
    const batch = await this.batches.find(rowsFor(actor, permission), id);
    return batch && this.#reaches(actor, permission, batch) ? batch : undefined;
  }

  async newest(actor: PersonActor): Promise<ImportBatch[]> {
    const batches = await this.batches.newest(rowsFor(actor, 'roster.stage'));
    return batches.filter((batch) => this.#reaches(actor, 'roster.stage', batch));
  }

  async countByState(actor: PersonActor, within: Rows): ReturnType<ImportBatchesRepository['countByState']> {
    const kinds = ROSTER_KINDS.filter((kind) => kind !== 'STAFF' || mayDo(actor, ALSO.see));
    return this.batches.countByState(within, kinds);
  }

  #reaches(actor: PersonActor, permission: Permission, { kind }: ImportBatch): boolean {
    return kind !== 'STAFF' || mayDo(actor, BRINGING.includes(permission) ? ALSO.bring : ALSO.see);
  }
}
