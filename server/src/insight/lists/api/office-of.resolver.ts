// The office that stands beside a child, or to which a volunteer belongs.
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildLists, ChildType } from '../../../children/index.js';
import { VolunteerLists, VolunteerType } from '../../../people/index.js';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { OfficeNames } from '../office-names.js';

const WHAT = 'Name of the office; null for the whole agency.';

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
