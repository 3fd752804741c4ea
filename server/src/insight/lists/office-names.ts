// The offices of children and volunteers by name: one batch a request.
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Placements } from '../../people/index.js';
import type { ArrangedColumn } from '../../platform/database/index.js';
import { perRequest, type GraphqlContext } from '../../platform/graphql/index.js';

@Injectable()
export class OfficeNames {
  constructor(private readonly placements: Placements) {}

  /** By row id; null where a row belongs to the whole agency. */
  async of(
    agencyId: AgencyId,
    column: ArrangedColumn,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string | null>> {
    const offices = await column.of(agencyId, ids);
    const names = await this.placements.officeNames(
      agencyId,
      [...offices.values()].filter((office) => office !== null),
    );
    return new Map([...offices].map(([id, office]) => [id, office === null ? null : (names.get(office) ?? null)]));
  }

  /** Within one request. */
  load(context: GraphqlContext, key: object, column: ArrangedColumn, id: string): Promise<string | null> {
    const { actor } = context;
    if (!actor) return Promise.resolve(null);
    const loader = perRequest(
      context,
      key,
      () =>
        new DataLoader<string, string | null>(async (ids) => {
          const names = await this.of(actor.agencyId, column, ids);
          return ids.map((one) => names.get(one) ?? null);
        }),
    );
    return loader.load(id);
  }
}
