import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { qrPicture } from '../../platform/auth/index.js';
import { fromGlobalId, make } from '../../platform/graphql/index.js';
import { Arrivals, type ArrivalError } from '../arrivals.js';
import { Days, type DayError } from '../days.js';
import { Door } from '../door.js';
import {
  ActivityDayType,
  CheckInGuestInput,
  CheckInGuestResult,
  CheckOutGuestInput,
  CloseAttendanceInput,
  DayResult,
  DayStepInput,
  DoorCodeType,
  LookBackInput,
} from './day.types.js';
import { toArrivalRefusal, toDay, toDayRefusal } from './to-day.js';

@Resolver()
export class DayResolver {
  constructor(
    private readonly days: Days,
    private readonly arrivals: Arrivals,
    private readonly door: Door,
  ) {}

  @Query(() => ActivityDayType, { nullable: true, description: 'The day of an activity; null where there is none.' })
  @Allow('activity.runDay')
  async activityDay(
    @Args('activityId', { type: () => ID, description: 'Opaque id.' }) activityId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<ActivityDayType | null> {
    return this.#day(actor, activityIdOf(activityId));
  }

  @Query(() => DoorCodeType, {
    nullable: true,
    description: 'The code to show now; null where there is no activity.',
  })
  @Allow('activity.runDay')
  async doorCode(
    @Args('activityId', { type: () => ID, description: 'Opaque id.' }) activityId: string,
    @Args('origin', { description: 'Where this page is, as https://…: the picture leads there.' }) origin: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<DoorCodeType | null> {
    const shown = await this.door.code(agencyId, activityIdOf(activityId));
    if (!shown) return null;
    if (shown === 'NOT_RUNNING') return make(DoorCodeType, { code: null, secondsLeft: 0, picture: null });
    const address = doorAddress(origin, shown.code);
    return make(DoorCodeType, { code: shown.code, secondsLeft: shown.secondsLeft, picture: await qrPicture(address) });
  }

  @Mutation(() => DayResult, { description: 'The list of people is final.' })
  @Allow('activity.plan')
  async lockActivityRoster(
    @Args('input') { activityId, version }: DayStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DayResult> {
    return this.#toDay(actor, activityId, await this.days.lockRoster(actor, activityIdOf(activityId), version));
  }

  @Mutation(() => DayResult, { description: 'Begins the day: people are let in (P42).' })
  @Allow('activity.runDay')
  async beginActivity(
    @Args('input') { activityId, version }: DayStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DayResult> {
    return this.#toDay(actor, activityId, await this.days.begin(actor, activityIdOf(activityId), version));
  }

  @Mutation(() => DayResult, { description: 'A colleague in charge closes the attendance by name (P07).' })
  @Allow('activity.runDay')
  async closeAttendance(
    @Args('input') { activityId, version, allLeftAt }: CloseAttendanceInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DayResult> {
    const id = activityIdOf(activityId);
    return this.#toDay(actor, activityId, await this.days.record(actor, id, version, allLeftAt ?? undefined));
  }

  @Mutation(() => DayResult, { description: 'Writes evaluation and reflection (P21).' })
  @Allow('activity.runDay')
  async lookBackOnActivity(
    @Args('input') { activityId, version, ...said }: LookBackInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DayResult> {
    return this.#toDay(actor, activityId, await this.days.evaluate(actor, activityIdOf(activityId), version, said));
  }

  @Mutation(() => DayResult, { description: 'Closes an activity that was looked back on.' })
  @Allow('activity.review')
  async closeActivity(
    @Args('input') { activityId, version }: DayStepInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DayResult> {
    return this.#toDay(actor, activityId, await this.days.close(actor, activityIdOf(activityId), version));
  }

  @Mutation(() => CheckInGuestResult, { description: 'Lets somebody in by the list, or to other tasks; walk-ins too.' })
  @Allow('activity.runDay')
  async checkInGuest(
    @Args('input') { activityId, personId, minute, otherTasks }: CheckInGuestInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CheckInGuestResult> {
    const who = { activityId: activityIdOf(activityId), personId: personIdOf(personId) };
    const outcome = await this.arrivals.byList(actor, { ...who, minute: minute ?? undefined, otherTasks });
    return this.#toGuest(actor, activityId, outcome);
  }

  @Mutation(() => CheckInGuestResult, { description: 'Somebody goes out; what they served goes into the hours log.' })
  @Allow('activity.runDay')
  async checkOutGuest(
    @Args('input') { activityId, personId, minute }: CheckOutGuestInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CheckInGuestResult> {
    const who = { activityId: activityIdOf(activityId), personId: personIdOf(personId) };
    return this.#toGuest(actor, activityId, await this.arrivals.leave(actor, { ...who, minute: minute ?? undefined }));
  }

  async #day(actor: PersonActor, id: string): Promise<ActivityDayType | null> {
    const day = await this.days.find(actor.agencyId, id);
    return day ? toDay(day, actor) : null;
  }

  async #loaded(actor: PersonActor, activityId: string): Promise<ActivityDayType> {
    const day = await this.#day(actor, activityIdOf(activityId));
    if (!day) throw new Error('BUG: an activity was there a moment ago');
    return day;
  }

  async #toDay(actor: PersonActor, activityId: string, outcome: Result<unknown, DayError>): Promise<typeof DayResult> {
    return outcome.ok ? this.#loaded(actor, activityId) : toDayRefusal(outcome.error);
  }

  async #toGuest(
    actor: PersonActor,
    activityId: string,
    outcome: Result<unknown, ArrivalError>,
  ): Promise<typeof CheckInGuestResult> {
    return outcome.ok ? this.#loaded(actor, activityId) : toArrivalRefusal(outcome.error);
  }
}

const activityIdOf = (id: string): string => fromGlobalId('Activity', id) ?? '';
const personIdOf = (id: string): string => fromGlobalId('Person', id) ?? '';

/** Only an address of the web; anything else leads nowhere but to the page's own path. */
function doorAddress(origin: string, code: string): string {
  const isWeb = /^https?:\/\/[\w.:[\]-]{1,200}$/.test(origin);
  return `${isWeb ? origin : ''}/check-in?code=${code}`;
}
