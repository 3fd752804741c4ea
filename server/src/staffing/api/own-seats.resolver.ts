import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import { OwnSeats } from '../own-seats.js';
import {
  AnswerSeatInput,
  AnswerSeatResult,
  ChangeActivityWishesInput,
  ChangeActivityWishesResult,
  MyActivityWishesType,
  MySeatType,
} from './staffing.types.js';
import { toMySeat, toMyWishes } from './to-staffing.js';

@Resolver()
export class OwnSeatsResolver {
  constructor(private readonly own: OwnSeats) {}

  @Query(() => [MySeatType], { description: 'Activities for which one was asked, from today on.' })
  @Allow('staffing.readOwn')
  async mySeats(@Context('actor') actor: PersonActor): Promise<MySeatType[]> {
    return (await this.own.list(actor)).map(toMySeat);
  }

  @Query(() => MyActivityWishesType, {
    nullable: true,
    description: 'What one likes to do and how much; null without a record as a volunteer.',
  })
  @Allow('staffing.readOwn')
  async myActivityWishes(@Context('actor') actor: PersonActor): Promise<MyActivityWishesType | null> {
    const wish = await this.own.wishes(actor);
    return wish ? toMyWishes(wish) : null;
  }

  @Mutation(() => AnswerSeatResult, { description: 'Says yes or no to a seat.' })
  @Allow('staffing.answerOwn')
  async answerSeat(
    @Args('input') { seatAssignmentId, ...said }: AnswerSeatInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerSeatResult> {
    const outcome = await this.own.answer(actor, fromGlobalId('SeatAssignment', seatAssignmentId) ?? '', said);
    return outcome.ok ? toMySeat(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => ChangeActivityWishesResult, { description: 'Says what one likes to do and how much.' })
  @Allow('staffing.answerOwn')
  async changeMyActivityWishes(
    @Args('input') { version, ...wish }: ChangeActivityWishesInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeActivityWishesResult> {
    const outcome = await this.own.changeWishes(actor, version, wish);
    return outcome.ok ? toMyWishes(outcome.value) : toCommonPayload(outcome.error);
  }
}
