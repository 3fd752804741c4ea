import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  perRequest,
  toCommonPayload,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { Staff } from '../../staff/staff.js';
import { StaffMemberType, toMember } from '../../staff/api/staff.types.js';
import { SupervisorPlaces, type PlacesView } from '../supervisor-places.js';
import {
  ChangeSupervisorPlacesInput,
  ChangeSupervisorPlacesResult,
  SupervisorPlacesType,
} from './supervisor-places.types.js';

@Resolver(() => StaffMemberType)
export class SupervisorPlacesResolver {
  constructor(
    private readonly places: SupervisorPlaces,
    private readonly staff: Staff,
  ) {}

  @ResolveField(() => SupervisorPlacesType, { description: 'What counts while they are a supervisor.' })
  async supervisorPlaces(
    @Parent() member: StaffMemberType,
    @Context() context: GraphqlContext,
  ): Promise<SupervisorPlacesType> {
    const { actor } = context;
    if (!actor) throw new Error('BUG: a colleague was reached without an actor');
    const loader = perRequest(
      context,
      'supervisor places',
      () =>
        new DataLoader<string, PlacesView>(async (ids) => {
          const of = await this.places.of(actor.agencyId, ids);
          return ids.map(of);
        }),
    );
    return make(SupervisorPlacesType, await loader.load(fromGlobalId('Person', member.personId) ?? ''));
  }

  @Mutation(() => ChangeSupervisorPlacesResult, {
    description: 'Agrees with one supervisor how many companionships they look after (S4).',
  })
  @Allow('staff.change')
  async changeSupervisorPlaces(
    @Args('input') { personId, places, version }: ChangeSupervisorPlacesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeSupervisorPlacesResult> {
    const outcome = await this.places.change(actor, fromGlobalId('Person', personId) ?? '', places, version);
    if (!outcome.ok) return toCommonPayload(outcome.error);
    const member = await this.staff.member(actor.agencyId, outcome.value);
    const offices = await this.staff.offices(actor.agencyId);
    return member ? toMember(member, offices) : toCommonPayload({ code: 'NOT_FOUND' });
  }
}
