import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toGlobalId, type GraphqlContext } from '../../platform/graphql/index.js';
import { Arrivals, type ArrivalError } from '../arrivals.js';
import { OwnDays, type OwnDay } from '../own-day.js';
import { CheckInByCodeInput, CheckOutInput } from './day.types.js';
import { CheckInResult, OwnActivityType, OwnDayType, OwnHoursType } from './own-day.types.js';
import { toArrivalRefusal, toCheckedIn } from './to-day.js';

@Resolver()
export class OwnDayResolver {
  constructor(
    private readonly days: OwnDays,
    private readonly arrivals: Arrivals,
  ) {}

  @Query(() => OwnDayType, { description: 'Where the viewer is expected today, and their hours of service.' })
  @Allow('activity.checkInOwn')
  async myDay(@Context('actor') actor: PersonActor): Promise<OwnDayType> {
    return toOwnDay(await this.days.of(actor));
  }

  @Mutation(() => CheckInResult, { description: 'Comes in by the code at the door.' })
  @Allow('activity.checkInOwn')
  async checkIn(
    @Args('input') { code }: CheckInByCodeInput,
    @Context('actor') actor: PersonActor,
    @Context() { address }: GraphqlContext,
  ): Promise<typeof CheckInResult> {
    return this.#toResult(actor, await this.arrivals.byCode(actor, code, address));
  }

  @Mutation(() => CheckInResult, { description: 'Goes out again.' })
  @Allow('activity.checkInOwn')
  async checkOut(
    @Args('input') input: CheckOutInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CheckInResult> {
    const activityId = fromGlobalId('Activity', input.activityId) ?? '';
    return this.#toResult(actor, await this.arrivals.leave(actor, { activityId, personId: actor.personId }));
  }

  async #toResult(actor: PersonActor, outcome: Result<unknown, ArrivalError>): Promise<typeof CheckInResult> {
    return outcome.ok ? toOwnDay(await this.days.of(actor)) : toArrivalRefusal(outcome.error);
  }
}

const toOwnDay = ({ today, hours }: OwnDay): OwnDayType =>
  make(OwnDayType, {
    today: today.map(({ view: { activity, venue }, checkIn }) =>
      make(OwnActivityType, {
        activityId: toGlobalId('Activity', activity.id),
        theme: activity.theme,
        themeEn: activity.themeEn,
        startMinute: activity.startMinute,
        endMinute: activity.endMinute,
        venueName: venue.name,
        checkIn: checkIn ? toCheckedIn(checkIn) : null,
      }),
    ),
    hours: hours.map(({ row: { onDate, minutes, state }, theme, themeEn }) =>
      make(OwnHoursType, { onDate, minutes, state, theme, themeEn }),
    ),
  });
