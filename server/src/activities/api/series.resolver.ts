import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, LocalDateType } from '../../platform/graphql/index.js';
import { SeriesPlans } from '../series/series-plans.js';
import { SeriesSteps } from '../series/series-steps.js';
import { ActivityType, SaveActivityResult } from './activities.types.js';
import {
  ActivitySeriesType,
  CancelSeriesInput,
  ChangeSeriesInput,
  PlanActivitySeriesInput,
  RepeatInput,
  SeriesDaysResult,
  SeriesStepInput,
  StepSeriesResult,
} from './series.types.js';
import { fieldsOf, toResult } from './to-activity.js';
import { toDays, toSeries, toStepped, wishOf } from './to-series.js';

const occasion = ({ activityId, version }: SeriesStepInput) => ({
  ...{ id: fromGlobalId('Activity', activityId) ?? '', version },
});

@Resolver(() => ActivityType)
export class SeriesResolver {
  constructor(
    private readonly plans: SeriesPlans,
    private readonly steps: SeriesSteps,
  ) {}

  @ResolveField(() => ActivitySeriesType, { nullable: true, description: 'To which series it belongs; null: to none.' })
  async series(@Parent() { view }: ActivityType): Promise<ActivitySeriesType | null> {
    const found = await this.plans.of(view.activity);
    return found ? toSeries(found) : null;
  }

  @Query(() => SeriesDaysResult, { description: 'On which days a series would be, before it is made.' })
  @Allow('activity.plan')
  async seriesDays(
    @Args('onDate', { type: () => LocalDateType, description: 'The first day.' }) onDate: LocalDate,
    @Args('repeat', { description: 'How it goes on.' }) repeat: RepeatInput,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<typeof SeriesDaysResult> {
    return toDays(await this.plans.days(agencyId, onDate, wishOf(repeat))) as typeof SeriesDaysResult;
  }

  @Mutation(() => SaveActivityResult, { description: 'A draft for each day of a series; answers the first.' })
  @Allow('activity.plan')
  async planActivitySeries(
    @Args('input') { repeat, requestId, ...input }: PlanActivitySeriesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveActivityResult> {
    const outcome = await this.plans.make(actor, fieldsOf(input), wishOf(repeat), requestId);
    return toResult(actor, outcome) as typeof SaveActivityResult;
  }

  @Mutation(() => StepSeriesResult, { description: 'Changes the plan of this and later occasions, each on its day.' })
  @Allow('activity.plan')
  async changeSeries(
    @Args('input') input: ChangeSeriesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StepSeriesResult> {
    return toStepped(await this.steps.changeLater(actor, occasion(input), fieldsOf(input))) as typeof StepSeriesResult;
  }

  @Mutation(() => StepSeriesResult, { description: 'A second person passes this and later occasions (P42).' })
  @Allow('activity.review')
  async reviewSeries(
    @Args('input') input: SeriesStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StepSeriesResult> {
    return toStepped(await this.steps.reviewLater(actor, occasion(input))) as typeof StepSeriesResult;
  }

  @Mutation(() => StepSeriesResult, { description: 'Opens this and later occasions to others.' })
  @Allow('activity.plan')
  async openSeries(
    @Args('input') input: SeriesStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StepSeriesResult> {
    return toStepped(await this.steps.openLater(actor, occasion(input))) as typeof StepSeriesResult;
  }

  @Mutation(() => StepSeriesResult, { description: 'Calls this and later occasions off; what is over stays.' })
  @Allow('activity.plan')
  async cancelSeries(
    @Args('input') { reason, ...input }: CancelSeriesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof StepSeriesResult> {
    return toStepped(await this.steps.cancelLater(actor, occasion(input), reason)) as typeof StepSeriesResult;
  }
}
