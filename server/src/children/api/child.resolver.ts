import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import {
  NameMatchType,
  NameSearch,
  PeopleRepository,
  QUERY_OF_MATCH,
  toNameMatch,
  VolunteerLoaders,
} from '../../people/index.js';
import { Allow, rowsFor, type PersonActor } from '../../platform/access/index.js';
import {
  Connection,
  fromGlobalId,
  pageBounds,
  perRequest,
  toConnection,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { Children } from '../children.js';
import { ChildFilter, ChildType, toChild } from './child.types.js';

const ChildConnection = Connection(() => ChildType, 'Child');

@Resolver(() => ChildType)
export class ChildResolver {
  constructor(
    private readonly service: Children,
    private readonly loaders: VolunteerLoaders,
    private readonly names: NameSearch,
    private readonly people: PeopleRepository,
  ) {}

  @Query(() => ChildConnection, { description: 'The children of the agency; for the case team only.' })
  @Allow('child.read')
  async children(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('filter', { type: () => ChildFilter, nullable: true, description: 'Which children.' }) filter?: ChildFilter,
  ) {
    const bounds = pageBounds({ first, after });
    const { children, total } = await this.service.page(rowsFor(actor, 'child.read'), { ...filter, ...bounds });
    return toConnection(children.map(toChild), bounds.offset, total);
  }

  @Query(() => ChildType, {
    nullable: true,
    description: 'One child; null where there is none, or none for the viewer.',
  })
  @Allow('child.read')
  async child(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ChildType | null> {
    const found = await this.service.find(rowsFor(actor, 'child.read'), fromGlobalId('Child', id) ?? '');
    return found ? toChild(found) : null;
  }

  @ResolveField(() => NameMatchType, { nullable: true, description: 'The part of the name that a query means.' })
  async nameMatch(
    @Parent() child: ChildType,
    @Args('query', { type: () => String, nullable: true, description: QUERY_OF_MATCH }) query?: string | null,
  ): Promise<NameMatchType | null> {
    const match = query ? await this.names.matchOf(child.name, query) : null;
    return match && toNameMatch(match);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the area the child lives in.' })
  area(@Parent() child: ChildType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.areaName(context, child.view.areaCode);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The last four characters of the identity number: enough to compare with a paper, never all of it.',
  })
  idNumberEnd(@Parent() child: ChildType, @Context() context: GraphqlContext): Promise<string | null> {
    const { actor } = context;
    if (!actor) throw new Error('BUG: a child was reached without an actor');
    const loader = perRequest(
      context,
      'identity number ends',
      () =>
        new DataLoader<string, string | null>(async (ids) => {
          const ends = await this.people.idNumberEnds(actor.agencyId, ids);
          return ids.map((id) => ends.get(id) ?? null);
        }),
    );
    return loader.load(child.view.person.id);
  }
}
