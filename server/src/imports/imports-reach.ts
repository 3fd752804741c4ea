// Which rosters somebody may know of: those of their offices; those of colleagues only for whoever sees colleagues.
import { Injectable } from '@nestjs/common';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, rowsFor, type PersonActor, type Rows } from '../platform/access/index.js';
import { ROSTER_KINDS, type RosterKind } from './domain/index.js';
import type { ImportBatch } from './import-batch.entity.js';
import { ImportBatchesRepository } from './import-batches.repository.js';

/** Beside the permission of the step itself. Roles are the director's to give, by a roster too. */
const ALSO: Readonly<Partial<Record<RosterKind, Readonly<Record<'see' | 'bring', Permission>>>>> = {
  STAFF: { see: 'staff.read', bring: 'staff.change' },
  ACTIVITIES: { see: 'activity.read', bring: 'activity.plan' },
  TEAMS: { see: 'team.read', bring: 'team.change' },
};
const BRINGING: readonly Permission[] = ['roster.import'];

const may = (actor: PersonActor, kind: RosterKind, what: 'see' | 'bring'): boolean => {
  const permission = ALSO[kind]?.[what];
  return permission === undefined || mayDo(actor, permission);
};
export const mayBring = (actor: PersonActor, kind: RosterKind): boolean => may(actor, kind, 'bring');

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
    const kinds = ROSTER_KINDS.filter((kind) => may(actor, kind, 'see'));
    return this.batches.countByState(within, kinds);
  }

  #reaches(actor: PersonActor, permission: Permission, { kind }: ImportBatch): boolean {
    return may(actor, kind, BRINGING.includes(permission) ? 'bring' : 'see');
  }
}
