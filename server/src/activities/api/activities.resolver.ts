import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, LocalDateType } from '../../platform/graphql/index.js';
import { Activities } from '../activities.js';
import { ActivityTeam } from '../activity-team.js';
import {
  ActivityInChargeType,
  ActivityStepInput,
  ActivityType,
  CancelActivityInput,
  ChangeActivityInput,
  MoveActivityResult,
  PlanActivityInput,
  SaveActivityResult,
  TimeClashType,
} from './activities.types.js';
import { fieldsOf, toActivity, toClash, toInCharge, toResult } from './to-activity.js';

@Resolver(() => ActivityType)
export class ActivitiesResolver {
  constructor(
    private readonly activities: Activities,
    private readonly team: ActivityTeam,
  ) {}

  @Query(() => [ActivityType], {
    name: 'activities',
    description: 'Activities of some days, the earliest first; at most 500.',
  })
  @Allow('activity.read')
  async someActivities(
    @Args('from', { type: () => LocalDateType, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateType, description: 'Last day.' }) to: LocalDate,
    @Context('actor') actor: PersonActor,
  ): Promise<ActivityType[]> {
    return (await this.activities.between(actor.agencyId, from, to)).map((view) => toActivity(view, actor));
  }

  @Query(() => ActivityType, { nullable: true, description: 'One activity; null where there is none.' })
  @Allow('activity.read')
  async activity(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ActivityType | null> {
    const view = await this.activities.find(actor.agencyId, fromGlobalId('Activity', id) ?? '');
    return view ? toActivity(view, actor) : null;
  }

  @Query(() => [ActivityInChargeType], { description: 'Colleagues who can be in charge of an activity.' })
  @Allow('activity.plan')
  async activityTeam(@Context('actor') { agencyId }: PersonActor): Promise<ActivityInChargeType[]> {
    return (await this.team.all(agencyId)).map(toInCharge);
  }

  @ResolveField(() => [TimeClashType], {
    description: 'With what a draft would collide if it were passed now; empty afterwards.',
  })
  async clashes(@Parent() { view }: ActivityType): Promise<TimeClashType[]> {
    return (await this.activities.clashes(view)).map(toClash);
  }

  @Mutation(() => SaveActivityResult, { description: 'Begins a plan, as a draft.' })
  @Allow('activity.plan')
  async planActivity(
    @Args('input') input: PlanActivityInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveActivityResult> {
    const outcome = await this.activities.create(actor, fieldsOf(input), input.requestId);
    return toResult(actor, outcome) as typeof SaveActivityResult;
  }

  @Mutation(() => SaveActivityResult, { description: 'Changes a plan; it is a draft again.' })
  @Allow('activity.plan')
  async changeActivity(
    @Args('input') input: ChangeActivityInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveActivityResult> {
    const id = fromGlobalId('Activity', input.activityId) ?? '';
    const outcome = await this.activities.change(actor, id, input.version, fieldsOf(input));
    return toResult(actor, outcome) as typeof SaveActivityResult;
  }

  @Mutation(() => MoveActivityResult, { description: 'A second person passes the risk plan (P42).' })
  @Allow('activity.review')
  async reviewActivity(
    @Args('input') { activityId, version }: ActivityStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveActivityResult> {
    return toResult(actor, await this.activities.review(actor, fromGlobalId('Activity', activityId) ?? '', version));
  }

  @Mutation(() => MoveActivityResult, { description: 'Opens a passed activity to others.' })
  @Allow('activity.plan')
  async openActivity(
    @Args('input') { activityId, version }: ActivityStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveActivityResult> {
    return toResult(actor, await this.activities.open(actor, fromGlobalId('Activity', activityId) ?? '', version));
  }

  @Mutation(() => MoveActivityResult, { description: 'Calls an activity off; venue and colleagues are free again.' })
  @Allow('activity.plan')
  async cancelActivity(
    @Args('input') { activityId, version, reason }: CancelActivityInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveActivityResult> {
    const id = fromGlobalId('Activity', activityId) ?? '';
    return toResult(actor, await this.activities.cancel(actor, id, version, reason));
  }
}
