import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, OfGrade, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { PairLoaders } from '../../pair-loaders.js';
import { NextSteps } from '../next-steps/next-steps.js';
import { CompanionshipType } from './companionship.types.js';
import {
  AddNextStepInput,
  AddNextStepResult,
  DropNextStepInput,
  DropNextStepResult,
  NextStepType,
  TickNextStepInput,
  TickNextStepResult,
  toNextStep,
} from './next-steps.types.js';
import { toStep } from './steps.types.js';

const idOf = (globalId: string): string => fromGlobalId('NextStep', globalId) ?? '';

@Resolver(() => CompanionshipType)
export class NextStepsResolver {
  constructor(
    private readonly steps: NextSteps,
    private readonly loaders: PairLoaders,
  ) {}

  @Mutation(() => AddNextStepResult, { description: 'Writes down what a pair sets out to do.' })
  @Allow('companionship.prepare')
  async addNextStep(
    @Args('input') { companionshipId, text, dueOn, requestId }: AddNextStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddNextStepResult> {
    const step = { text, dueOn: (dueOn ?? undefined) as LocalDate | undefined, requestId };
    const outcome = await this.steps.add(actor, fromGlobalId('Companionship', companionshipId) ?? '', step);
    return outcome.ok ? toStep(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => TickNextStepResult, { description: 'Says that a step is done, or not yet; either side may.' })
  @Allow('companionship.recordContact')
  async tickNextStep(
    @Args('input') { nextStepId, done }: TickNextStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TickNextStepResult> {
    const outcome = await this.steps.tick(actor, idOf(nextStepId), done);
    return outcome.ok ? toStep(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => DropNextStepResult, { description: 'Takes a step off the list.' })
  @Allow('companionship.prepare')
  async dropNextStep(
    @Args('input') { nextStepId }: DropNextStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DropNextStepResult> {
    const outcome = await this.steps.drop(actor, idOf(nextStepId));
    return outcome.ok ? toStep(outcome.value) : toCommonPayload(outcome.error);
  }

  @ResolveField(() => [NextStepType], { description: 'What the two set out to do: what is open, then what was done.' })
  @OfGrade('G5')
  async nextSteps(@Parent() pair: CompanionshipType, @Context() context: GraphqlContext): Promise<NextStepType[]> {
    return (await this.loaders.nextSteps(context, pair.view.id)).map(toNextStep);
  }
}
