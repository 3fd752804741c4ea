import {
  Args,
  Context,
  createUnionType,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { Allow, Graded, type PersonActor } from '../../../platform/access/index.js';
import { InvalidInput, make, NotFound, toCommonPayload } from '../../../platform/graphql/index.js';
import { OwnTimes } from '../own-times.js';
import { WeeklyTimeType } from './volunteer.types.js';

@ObjectType('MyFreeTimes', { description: 'When a volunteer is free, as they said themselves.' })
@Graded('volunteer', 'G2')
class MyFreeTimesType {
  @Field(() => [WeeklyTimeType], { description: 'Spans of every week, in their order.' }) freeTimes: WeeklyTimeType[];
}

@InputType()
export class WeeklyTimeInput {
  @Field(() => Int, { description: '1 is Monday, 7 Sunday.' }) weekday: number;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Minutes since midnight; the span ends before.' }) endMinute: number;
}

@InputType()
class ChangeMyFreeTimesInput {
  @Field(() => [WeeklyTimeInput], { description: 'All of them, in the place of those before.' })
  freeTimes: WeeklyTimeInput[];
}

const ChangeMyFreeTimesResult = createUnionType({
  name: 'ChangeMyFreeTimesResult',
  types: () => [MyFreeTimesType, InvalidInput, NotFound] as const,
});

const toTimes = (freeTimes: readonly WeeklyTimeType[]) => make(MyFreeTimesType, { freeTimes: [...freeTimes] });

@Resolver()
export class OwnTimesResolver {
  constructor(private readonly service: OwnTimes) {}

  @Query(() => MyFreeTimesType, { nullable: true, description: 'Own free times; null without a volunteer record.' })
  @Allow('volunteer.readOwn')
  async myFreeTimes(@Context('actor') actor: PersonActor): Promise<MyFreeTimesType | null> {
    const times = await this.service.of(actor);
    return times ? toTimes(times) : null;
  }

  @Mutation(() => ChangeMyFreeTimesResult, {
    description: 'Changes own free times; later runs of the match go by them.',
  })
  @Allow('volunteer.changeOwn')
  async changeMyFreeTimes(
    @Args('input') { freeTimes }: ChangeMyFreeTimesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeMyFreeTimesResult> {
    const outcome = await this.service.change(actor, freeTimes);
    return outcome.ok ? toTimes(outcome.value) : toCommonPayload(outcome.error);
  }
}
