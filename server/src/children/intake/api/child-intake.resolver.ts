import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NEEDS, wordsOf } from '@tongxing/shared/rules';
import { Allow, OfGrade, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { ChildType, toChild } from '../../api/child.types.js';
import { HouseholdLoaders } from '../../households/api/household.loaders.js';
import { HouseholdType, toHousehold } from '../../households/api/household.types.js';
import { Pseudonyms } from '../../names/child-names.js';
import { Schools } from '../../schools/schools.js';
import { ChildIntakes } from '../child-intakes.js';
import {
  ChangeChildIntakeInput,
  ChildIntakeType,
  ChildNeedType,
  ChildPseudonymType,
  FormerHouseholdType,
  IntakeCountsType,
  SaveChildResult,
  toCounts,
  toFormer,
  toIntake,
  toNeeds,
} from './child-intake.types.js';

@Resolver(() => ChildType)
export class ChildIntakeResolver {
  constructor(
    private readonly intakes: ChildIntakes,
    private readonly loaders: HouseholdLoaders,
    private readonly names: Pseudonyms,
    private readonly schools: Schools,
  ) {}

  @Query(() => IntakeCountsType, { description: 'How many children came by each channel (P02).' })
  @Allow('child.read')
  async intakesByChannel(@Context('actor') actor: PersonActor): Promise<IntakeCountsType> {
    return toCounts(await this.intakes.counts(rowsFor(actor, 'child.read')));
  }

  @Query(() => [String], { description: 'Names of schools at which children within reach learn.' })
  @Allow('child.record')
  schoolNames(@Context('actor') actor: PersonActor): Promise<string[]> {
    return this.schools.names(rowsFor(actor, 'child.record'));
  }

  @Mutation(() => SaveChildResult, { description: 'Writes down how a child came, and what to know of them.' })
  @Allow('child.record')
  async changeChildIntake(
    @Args('input') input: ChangeChildIntakeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveChildResult> {
    const outcome = await this.intakes.change(actor, { ...input, childId: fromGlobalId('Child', input.childId) ?? '' });
    return outcome.ok ? toChild(outcome.value) : toCommonPayload(outcome.error);
  }

  @ResolveField(() => ChildIntakeType, { description: 'How the child came, and what to know before a programme.' })
  @OfGrade('G3')
  intake(@Parent() { view }: ChildType): ChildIntakeType {
    return toIntake(view, this.intakes.versionOf(view));
  }

  @ResolveField(() => [ChildNeedType], { description: 'Needs, the most pressing first.' })
  @OfGrade('G5')
  needsByPriority(@Parent() { view }: ChildType): ChildNeedType[] {
    return toNeeds(view).filter(({ need }) => wordsOf(NEEDS, need) !== undefined);
  }

  @ResolveField(() => HouseholdType, { nullable: true, description: 'The household in which the child lives.' })
  @OfGrade('G3')
  async household(@Parent() { view }: ChildType, @Context() context: GraphqlContext): Promise<HouseholdType | null> {
    const found = await this.loaders.household(context, view.householdId);
    return found ? toHousehold(found) : null;
  }

  @ResolveField(() => [FormerHouseholdType], { description: 'Where the child lived before, the latest first.' })
  @OfGrade('G4')
  async formerHouseholds(
    @Parent() { view }: ChildType,
    @Context() context: GraphqlContext,
  ): Promise<FormerHouseholdType[]> {
    return (await this.loaders.formerHomes(context, view.person.id)).map((home) => toFormer(view.id, home));
  }

  @ResolveField(() => [ChildPseudonymType], { description: 'By which names others know the child.' })
  @OfGrade('G3')
  async pseudonyms(
    @Parent() { view }: ChildType,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<ChildPseudonymType[]> {
    return (await this.names.given(agencyId, view.id)).map((name) => make(ChildPseudonymType, { ...name }));
  }
}
