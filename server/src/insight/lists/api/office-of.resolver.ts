// The office that stands beside a child, or to which a volunteer belongs, by name: one batch a request.
import { Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { AgencyId } from '@tongxing/shared/kernel';
import { ChildLists, ChildType } from '../../../children/index.js';
import { Placements, VolunteerLists, VolunteerType } from '../../../people/index.js';
import type { ArrangedColumn } from '../../../platform/database/index.js';
import { perRequest, type GraphqlContext } from '../../../platform/graphql/index.js';

const WHAT = 'Name of the office; null for the whole agency.';

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

@Resolver(() => ChildType)
export class ChildOfficeResolver {
  constructor(
    private readonly lists: ChildLists,
    private readonly names: OfficeNames,
  ) {}

  @ResolveField(() => String, { nullable: true, description: WHAT })
  office(@Parent() child: ChildType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.load(context, ChildOfficeResolver, this.lists.offices, child.view.id);
  }
}

@Resolver(() => VolunteerType)
export class VolunteerOfficeResolver {
  constructor(
    private readonly lists: VolunteerLists,
    private readonly names: OfficeNames,
  ) {}

  @ResolveField(() => String, { nullable: true, description: WHAT })
  office(@Parent() volunteer: VolunteerType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.load(context, VolunteerOfficeResolver, this.lists.offices, volunteer.view.id);
  }
}
