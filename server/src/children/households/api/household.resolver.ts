import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Areas, VolunteerLoaders } from '../../../people/index.js';
import { Allow, OfGrade, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import {
  Connection,
  fromGlobalId,
  make,
  pageBounds,
  toConnection,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { HouseholdList } from '../household-list.js';
import { HouseholdMembers } from '../household-members.js';
import { Households } from '../households.js';
import { HouseholdLoaders } from './household.loaders.js';
import {
  AddHouseholdMemberInput,
  ChangeCaregiverInput,
  ChangeHouseholdInput,
  EndHouseholdMemberInput,
  HouseholdFilter,
  MoveChildToHouseholdInput,
  MoveHouseholdInput,
  RecordFamilyNeedInput,
  RecordHouseholdInput,
  RecordMajorEventInput,
} from './household.inputs.js';
import {
  AreaChoiceType,
  HouseholdAddressType,
  HouseholdMemberType,
  HouseholdType,
  SaveHouseholdResult,
  toHousehold,
  toPayload,
} from './household.types.js';

const HouseholdConnection = Connection(() => HouseholdType, 'Household');
type Saved = Promise<typeof SaveHouseholdResult>;

@Resolver(() => HouseholdType)
export class HouseholdResolver {
  constructor(
    private readonly households: Households,
    private readonly members: HouseholdMembers,
    private readonly list: HouseholdList,
    private readonly loaders: HouseholdLoaders,
    private readonly areas: VolunteerLoaders,
    private readonly areaTable: Areas,
  ) {}

  @Query(() => HouseholdConnection, {
    name: 'households',
    description: 'The households of the agency by number; for the case team only.',
  })
  @Allow('household.read')
  async page(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('filter', { type: () => HouseholdFilter, nullable: true, description: 'Which households.' })
    filter?: HouseholdFilter,
  ) {
    const bounds = pageBounds({ first, after });
    const { households, total } = await this.list.page(rowsFor(actor, 'household.read'), { ...filter, ...bounds });
    return toConnection(households.map(toHousehold), bounds.offset, total);
  }

  @Query(() => HouseholdType, {
    nullable: true,
    description: 'One household; null where there is none, or none for the viewer.',
  })
  @Allow('household.read')
  async household(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<HouseholdType | null> {
    const found = await this.households.find(actor, fromGlobalId('Household', id) ?? '');
    return found ? toHousehold(found) : null;
  }

  @Query(() => [AreaChoiceType], { description: 'Areas to choose from, by their codes.' })
  @Allow('household.read')
  async areaChoices(
    @Context('actor') { agencyId }: PersonActor,
    @Args('closed', { defaultValue: false, description: 'Closed ones too, for whoever lives there still.' })
    closed: boolean,
  ): Promise<AreaChoiceType[]> {
    const areas = closed ? await this.areaTable.list(agencyId) : await this.areaTable.open(agencyId);
    return areas.map(({ code, name, nameEn, closedOn }) =>
      make(AreaChoiceType, { code, name, nameEn, closed: closedOn != null }),
    );
  }

  @Mutation(() => SaveHouseholdResult, { description: 'Records a household of children who have none so far.' })
  @Allow('household.record')
  async recordHousehold(@Args('input') input: RecordHouseholdInput, @Context('actor') actor: PersonActor): Saved {
    const childIds = input.childIds.map((id) => fromGlobalId('Child', id) ?? '');
    return toPayload(await this.households.record(actor, { ...input, childIds }));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'Changes what a family says of itself as a whole.' })
  @Allow('household.record')
  async changeHousehold(@Args('input') input: ChangeHouseholdInput, @Context('actor') actor: PersonActor): Saved {
    return toPayload(await this.households.change(actor, { ...input, householdId: householdOf(input) }));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'Somebody joins a household.' })
  @Allow('household.record')
  async addHouseholdMember(
    @Args('input') { adult, since, ...input }: AddHouseholdMemberInput,
    @Context('actor') actor: PersonActor,
  ): Saved {
    return toPayload(
      await this.members.add(actor, { ...adult, since: since ?? null, householdId: householdOf(input) }),
    );
  }

  @Mutation(() => SaveHouseholdResult, { description: 'Somebody leaves a household; that they belonged to it stays.' })
  @Allow('household.record')
  async endHouseholdMember(@Args('input') input: EndHouseholdMemberInput, @Context('actor') actor: PersonActor): Saved {
    return toPayload(await this.members.end(actor, memberOf(input), input.until));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'From a day on somebody else looks after the children.' })
  @Allow('household.record')
  async changeCaregiver(@Args('input') input: ChangeCaregiverInput, @Context('actor') actor: PersonActor): Saved {
    return toPayload(await this.members.changeCaregiver(actor, memberOf(input), input.since));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'Writes down what turned a family’s life.' })
  @Allow('household.record')
  async recordMajorEvent(@Args('input') input: RecordMajorEventInput, @Context('actor') actor: PersonActor): Saved {
    return toPayload(await this.households.recordEvent(actor, { ...input, householdId: householdOf(input) }));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'The family moves; where it lived before stays on record.' })
  @Allow('household.record')
  async moveHousehold(@Args('input') input: MoveHouseholdInput, @Context('actor') actor: PersonActor): Saved {
    return toPayload(await this.households.move(actor, householdOf(input), input));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'What a family needs in one domain, or that it is met.' })
  @Allow('household.record')
  async recordFamilyNeed(@Args('input') input: RecordFamilyNeedInput, @Context('actor') actor: PersonActor): Saved {
    return toPayload(await this.households.recordNeed(actor, { ...input, householdId: householdOf(input) }));
  }

  @Mutation(() => SaveHouseholdResult, { description: 'A child goes to live in another household, or in a first one.' })
  @Allow('household.record')
  async moveChildToHousehold(
    @Args('input') { childId, since, ...input }: MoveChildToHouseholdInput,
    @Context('actor') actor: PersonActor,
  ): Saved {
    const child = fromGlobalId('Child', childId) ?? '';
    return toPayload(await this.members.moveChild(actor, { childId: child, householdId: householdOf(input), since }));
  }

  @ResolveField(() => [HouseholdAddressType], { description: 'Where it lives and lived, the earliest first.' })
  async addresses(@Parent() { id, view }: HouseholdType, @Context() context: GraphqlContext) {
    const open = await this.loaders.isOpen(context, view);
    return Promise.all(
      view.addresses.map(async ({ areaCode, address, since, until }) =>
        make(HouseholdAddressType, {
          id,
          area: await this.areas.areaName(context, areaCode),
          address: open ? (address ?? null) : null,
          since: since ?? '',
          until: until ?? null,
        }),
      ),
    );
  }

  @ResolveField(() => Boolean, {
    description: 'Whether addresses and phone numbers are open to this reader: as one of its children’s files is.',
  })
  @OfGrade('G1')
  contactOpen(@Parent() { view }: HouseholdType, @Context() context: GraphqlContext): Promise<boolean> {
    return this.loaders.isOpen(context, view);
  }
}

@Resolver(() => HouseholdMemberType)
export class HouseholdMemberResolver {
  constructor(private readonly loaders: HouseholdLoaders) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Phone number; null as well where the children’s files are closed to this reader.',
  })
  async phone(
    @Parent() { household, view }: HouseholdMemberType,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    const open = view.person.phone !== undefined && (await this.loaders.isOpen(context, household));
    return open ? (view.person.phone ?? null) : null;
  }
}

const householdOf = ({ householdId }: { readonly householdId: string }) => fromGlobalId('Household', householdId) ?? '';
const memberOf = ({ householdMemberId }: { readonly householdMemberId: string }) =>
  fromGlobalId('HouseholdMember', householdMemberId) ?? '';
