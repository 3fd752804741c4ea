import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, mayDo, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  LocalDateType,
  pageBounds,
  toConnection,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { NameMatchType, QUERY_OF_MATCH, toNameMatch } from '../../names/api/people-search.types.js';
import { NameSearch } from '../../names/name-search.js';
import { Volunteers } from '../volunteers.js';
import { EligibilityType } from './eligibility.types.js';
import { VolunteerLoaders } from './volunteer.loaders.js';
import { toVolunteer, VolunteerConnection, VolunteerFilter, VolunteerType } from './volunteer.types.js';

/** Nested fields without arguments take what graphql-js hands over: a decorator would put Nest's wrapper around each call. */
@Resolver(() => VolunteerType)
export class VolunteerResolver {
  constructor(
    private readonly volunteersService: Volunteers,
    private readonly agencies: Agencies,
    private readonly loaders: VolunteerLoaders,
    private readonly names: NameSearch,
  ) {}

  @Query(() => VolunteerConnection, { description: 'The volunteers of the agency.' })
  @Allow('volunteer.read')
  async volunteers(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('filter', { type: () => VolunteerFilter, nullable: true, description: 'Which volunteers.' })
    filter?: VolunteerFilter,
  ) {
    const bounds = pageBounds({ first, after });
    const serviceDate = () => (filter?.serviceDate as LocalDate | undefined) ?? this.agencies.today(actor.agencyId);
    const reads = { hits: mayDo(actor, 'screening.readHit') };
    const query = { ...filter, serviceDate, reads, ...bounds };
    const { volunteers, total } = await this.volunteersService.page(rowsFor(actor, 'volunteer.read'), query);
    return toConnection(volunteers.map(toVolunteer), bounds.offset, total);
  }

  @Query(() => VolunteerType, {
    nullable: true,
    description: 'One volunteer; null where there is none, or none for the viewer.',
  })
  @Allow('volunteer.read')
  async volunteer(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<VolunteerType | null> {
    const found = await this.volunteersService.find(
      rowsFor(actor, 'volunteer.read'),
      fromGlobalId('Volunteer', id) ?? '',
    );
    return found ? toVolunteer(found) : null;
  }

  @ResolveField(() => EligibilityType, { description: 'The one eligibility function at a day of service.' })
  eligibility(
    @Parent() volunteer: VolunteerType,
    @Context() context: GraphqlContext,
    @Args('on', {
      type: () => LocalDateType,
      nullable: true,
      description: 'Day of service; today where it is missing.',
    })
    on?: LocalDate,
  ): Promise<EligibilityType> {
    return this.loaders.eligibility(context, volunteer.view, on);
  }

  @ResolveField(() => NameMatchType, { nullable: true, description: 'The part of the name that a query means.' })
  async nameMatch(
    @Parent() volunteer: VolunteerType,
    @Args('query', { type: () => String, nullable: true, description: QUERY_OF_MATCH }) query?: string | null,
  ): Promise<NameMatchType | null> {
    const match = query ? await this.names.matchOf(volunteer.name, query) : null;
    return match && toNameMatch(match);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the area the volunteer lives in.' })
  area(volunteer: VolunteerType, _: unknown, context: GraphqlContext): Promise<string | null> | null {
    const { areaCode } = volunteer.view;
    return areaCode === undefined ? null : this.loaders.areaName(context, areaCode);
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the supervisor.' })
  supervisorName(volunteer: VolunteerType, _: unknown, context: GraphqlContext): Promise<string | null> | null {
    const { supervisorId } = volunteer.view;
    return supervisorId === undefined ? null : this.loaders.personName(context, supervisorId);
  }
}
