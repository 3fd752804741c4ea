import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { qrPicture } from '../../platform/auth/factors/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { closedWhy } from '../roster-bookings.js';
import { Rosters, type RosterView } from '../rosters.js';
import {
  CloseRosterLinkResult,
  LockRosterInput,
  LockRosterResult,
  MakeRosterLinkResult,
  PlaceNotClearType,
  RemindRosterResult,
  RosterHeadType,
  RosterLineType,
  RosterLinkInput,
  RosterNotClear,
  RosterType,
  TakeOffRosterInput,
  TakeOffRosterResult,
  TurnoutNumbersType,
} from './rosters.types.js';
import { toGuestDay, toRosterRefused } from './team-day.types.js';

type Plain = Awaited<ReturnType<Rosters['remind']>>;

@Resolver()
export class RostersResolver {
  constructor(
    private readonly service: Rosters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => RosterType, {
    nullable: true,
    description: 'The roster of a booking; null for one that is not to be read.',
  })
  @Allow('teamRoster.read')
  async roster(
    @Args('bookingId', { type: () => ID, description: 'Of which booking.' }) bookingId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<RosterType | null> {
    const found = await this.service.find(actor, rowOfBooking(bookingId));
    return found ? this.#show(found) : null;
  }

  @Query(() => [RosterHeadType], {
    description: 'Days that teams have booked, the newest 50: of the reader’s own teams, at the desk of all.',
  })
  @Allow('teamRoster.read')
  async rosters(
    @Args('activityId', { type: () => ID, nullable: true, description: 'Of one activity.' }) activityId: string | null,
    @Context('actor') actor: PersonActor,
  ): Promise<RosterHeadType[]> {
    const wanted = typeof activityId === 'string' ? (fromGlobalId('Activity', activityId) ?? '') : undefined;
    return (await this.service.list(actor, wanted)).map(({ day, joined, waiting = null, turnout }) => {
      const { id, state, people } = day.booking;
      const bookingId = toGlobalId('TeamBooking', id);
      const came = turnout ? make(TurnoutNumbersType, turnout) : null;
      const numbers = { people, joined, waiting, turnout: came };
      return make(RosterHeadType, { bookingId, state, ...numbers, day: toGuestDay(day, closedWhy(day)) });
    });
  }

  @Mutation(() => MakeRosterLinkResult, { description: 'Makes the link by which people of the team join.' })
  @Allow('teamRoster.keep')
  async makeRosterLink(
    @Args('input') { bookingId }: RosterLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MakeRosterLinkResult> {
    return this.#result(await this.service.makeLink(actor, rowOfBooking(bookingId)));
  }

  @Mutation(() => CloseRosterLinkResult, { description: 'Nobody new comes by the link any more.' })
  @Allow('teamRoster.keep')
  async closeRosterLink(
    @Args('input') { bookingId }: RosterLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseRosterLinkResult> {
    return this.#result(await this.service.closeLink(actor, rowOfBooking(bookingId)));
  }

  @Mutation(() => TakeOffRosterResult, { description: 'Somebody does not come after all.' })
  @Allow('teamRoster.keep')
  async takeOffRoster(
    @Args('input') { bookingId, placeId }: TakeOffRosterInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TakeOffRosterResult> {
    const place = fromGlobalId('RosterPlace', placeId) ?? '';
    return this.#result(await this.service.takeOff(actor, rowOfBooking(bookingId), place));
  }

  @Mutation(() => RemindRosterResult, { description: 'Reminds whoever has a lesson or the agreement before them.' })
  @Allow('teamRoster.keep')
  async remindRoster(
    @Args('input') { bookingId }: RosterLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RemindRosterResult> {
    return this.#result(await this.service.remind(actor, rowOfBooking(bookingId)));
  }

  @Mutation(() => LockRosterResult, { description: 'Locks the roster; refused by name while somebody is not clear.' })
  @Allow('teamRoster.keep')
  async lockRoster(
    @Args('input') { bookingId, ...lock }: LockRosterInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof LockRosterResult> {
    const outcome = await this.service.lock(actor, rowOfBooking(bookingId), lock);
    if (outcome.ok) return this.#show(outcome.value);
    const { error } = outcome;
    if (error.code === 'ROSTER_REFUSED') return toRosterRefused(error);
    if (error.code !== 'ROSTER_NOT_CLEAR') return toCommonPayload(error);
    const notClear = error.people.map(({ placeId, needs, ...rest }) =>
      make(PlaceNotClearType, { ...rest, placeId: toGlobalId('RosterPlace', placeId), needs: [...needs] }),
    );
    return make(RosterNotClear, { code: error.code, notClear, message: 'Somebody on it may not come yet.' });
  }

  async #result(outcome: Plain) {
    if (outcome.ok) return this.#show(outcome.value);
    return outcome.error.code === 'ROSTER_REFUSED' ? toRosterRefused(outcome.error) : toCommonPayload(outcome.error);
  }

  async #show({ day, linkCode, invited, lines, closed }: RosterView): Promise<RosterType> {
    const { id, state, people, version } = day.booking;
    const linkAddress = linkCode === undefined ? null : `${this.config.publicUrl}/join-day/${linkCode}`;
    return make(RosterType, {
      ...{ bookingId: toGlobalId('TeamBooking', id), state, people, version, linkCode: linkCode ?? null, linkAddress },
      invited,
      linkPicture: linkAddress === null ? null : await qrPicture(linkAddress),
      day: toGuestDay(day, closed),
      lines: lines.map(({ place, name, needs, needsWithout, turnout = null }) =>
        make(RosterLineType, {
          ...{ id: toGlobalId('RosterPlace', place.id), name, chosen: place.tasks, remindedAt: place.remindedAt },
          ...{ needs: [...needs], needsWithout: [...needsWithout], turnout },
        }),
      ),
    });
  }
}

const rowOfBooking = (id: string): string => fromGlobalId('TeamBooking', id) ?? '';
