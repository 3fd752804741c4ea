// Beside which adult a volunteer under age accompanies a child (H8, ADR 0033).
import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Allow, Graded, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  toCommonPayload,
  toGlobalId,
} from '../../../platform/graphql/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { BesideAdults, type AdultChoice } from '../beside/beside-adults.js';
import { toVolunteer, VolunteerType } from './volunteer.types.js';

@ObjectType('AdultChoice', { description: 'An adult whose record check holds, and who may go along with a minor.' })
@Graded('volunteer', 'G2')
export class AdultChoiceType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) adultId: string;
  @Field({ description: 'Full name.' }) name: string;
  @Field({ description: 'Whether it is a colleague; a volunteer otherwise.' }) colleague: boolean;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day of their record check.' })
  until: string | null;
}

@ObjectType('AdultBeside', { description: 'Beside whom a volunteer under age accompanies a child.' })
@Graded('volunteer', 'G2')
export class AdultBesideType {
  @Field({ description: 'Full name of the adult.' }) name: string;
  @Field(() => LocalDateType, { description: 'Since which day.' }) since: string;
  @Field({ description: 'Whether the adult may be company today.' }) cleared: boolean;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day of their record check.' })
  until: string | null;
}

@ObjectType('CompanyOfMinor', { description: 'Who goes along with a volunteer under age.' })
@Graded('volunteer', 'G2')
export class CompanyOfMinorType {
  @Field(() => AdultBesideType, { nullable: true, description: 'The adult; null where none is named yet.' })
  adult: AdultBesideType | null;
}

@InputType()
export class PutBesideInput {
  @Field(() => ID, { description: 'The volunteer under age.' }) volunteerId: string;
  @Field(() => ID, { description: 'The adult, by person.' }) adultId: string;
}
@InputType()
export class EndBesideInput {
  @Field(() => ID, { description: 'The volunteer under age.' }) volunteerId: string;
}
export const BesideResult = createUnionType({
  name: 'BesideResult',
  types: () => [VolunteerType, InvalidInput, NotFound] as const,
});

@Resolver(() => VolunteerType)
export class BesideResolver {
  constructor(
    private readonly besides: BesideAdults,
    private readonly agencies: Agencies,
  ) {}

  @ResolveField(() => CompanyOfMinorType, {
    nullable: true,
    description: 'Who goes along with somebody under age; null of an adult.',
  })
  async company(
    @Parent() { view }: VolunteerType,
    @Context('actor') actor: PersonActor,
  ): Promise<CompanyOfMinorType | null> {
    const today = await this.agencies.today(actor.agencyId);
    if (!(await this.besides.isMinor(actor.agencyId, view, today))) return null;
    const found = await this.besides.of(actor.agencyId, view.person.id);
    if (!found) return make(CompanyOfMinorType, { adult: null });
    const { name, since, cleared } = found;
    const adult = make(AdultBesideType, { name, since, cleared: cleared !== undefined, until: cleared?.until ?? null });
    return make(CompanyOfMinorType, { adult });
  }

  @Query(() => [AdultChoiceType], { description: 'Cleared adults who could go along with a minor; 40 at most.' })
  @Allow('volunteer.change')
  async adultChoices(
    @Context('actor') actor: PersonActor,
    @Args('name', { type: () => String, nullable: true, description: 'Part of the name.' }) name?: string | null,
  ): Promise<AdultChoiceType[]> {
    return (await this.besides.choices(actor, (name ?? '').trim())).map(toChoice);
  }

  @Mutation(() => BesideResult, {
    description:
      'Names the adult beside whom a volunteer under age accompanies a child; who may serve follows at once.',
  })
  @Allow('volunteer.change')
  async putBeside(
    @Args('input') { volunteerId, adultId }: PutBesideInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BesideResult> {
    const id = fromGlobalId('Volunteer', volunteerId) ?? '';
    const outcome = await this.besides.put(actor, id, fromGlobalId('Person', adultId) ?? '');
    return outcome.ok ? toVolunteer(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => BesideResult, { description: 'The adult goes along no more: pairs that meet rest from now on.' })
  @Allow('volunteer.change')
  async endBeside(
    @Args('input') { volunteerId }: EndBesideInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof BesideResult> {
    const outcome = await this.besides.end(actor, fromGlobalId('Volunteer', volunteerId) ?? '');
    return outcome.ok ? toVolunteer(outcome.value) : toCommonPayload(outcome.error);
  }
}

const toChoice = ({ personId, name, as, until }: AdultChoice): AdultChoiceType =>
  make(AdultChoiceType, {
    adultId: toGlobalId('Person', personId),
    ...{ name, colleague: as === 'COLLEAGUE', until: until ?? null },
  });
