import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, Result } from '@tongxing/shared/kernel';
import { Agencies } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, LocalDateType } from '../../platform/graphql/index.js';
import type { BookingError } from '../booking-errors.js';
import { BookingViews } from '../booking-views.js';
import { TeamCalendar } from '../team-calendar.js';
import { TeamBookings, type TeamWish } from '../team-bookings.js';
import { TeamDays } from '../team-days.js';
import { TeamOffers } from '../team-offers.js';
import { Teams } from '../teams.js';
import {
  ChangeTeamBookingInput,
  EndTeamBookingInput,
  TeamBookingInput,
  TeamBookingResult,
  TeamBookingType,
  TeamDayType,
  TeamWishInput,
} from './bookings.types.js';
import { TeamNameType } from './teams.types.js';
import { toBooking, toBookingRefusal, toDay } from './to-booking.js';
import { toTeamName } from './to-team.js';

type Answer = Promise<typeof TeamBookingResult>;
const DESK_STATES = ['REQUESTED', 'WAITLISTED', 'OFFERED', 'HELD', 'CONFIRMED', 'ROSTER_LOCKED'] as const;

@Resolver()
export class TeamBookingsResolver {
  constructor(
    private readonly bookings: TeamBookings,
    private readonly views: BookingViews,
    private readonly days: TeamDays,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly offers: TeamOffers,
    private readonly calendar: TeamCalendar,
  ) {}

  @Query(() => [TeamNameType], { description: 'Teams for which the viewer books.' })
  @Allow('team.book')
  async myTeams(@Context('actor') actor: PersonActor): Promise<TeamNameType[]> {
    return (await this.teams.mine(actor)).map(toTeamName);
  }

  @Query(() => [TeamDayType], { description: 'Open days to which teams may come, from today on, the earliest first.' })
  @Allow('team.book')
  async teamDays(
    @Args('from', { type: () => LocalDateType, description: 'First day.' }) from: LocalDate,
    @Args('to', { type: () => LocalDateType, description: 'Last day.' }) to: LocalDate,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamDayType[]> {
    const today = await this.agencies.today(agencyId);
    return (await this.days.between(agencyId, from, to)).map((day) => toDay(day, today));
  }

  @Query(() => TeamDayType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('team.book')
  async teamDay(
    @Args('activityId', { type: () => ID, description: 'Which activity.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamDayType | null> {
    const activityId = fromGlobalId('Activity', id) ?? '';
    const day = (await this.days.byIds(agencyId, [activityId])).get(activityId);
    return day?.view.activity.state === 'OPEN' ? toDay(day, await this.agencies.today(agencyId)) : null;
  }

  @Query(() => [TeamBookingType], { description: 'Bookings of the viewer’s teams, the latest first.' })
  @Allow('team.book')
  async myTeamBookings(@Context('actor') actor: PersonActor): Promise<TeamBookingType[]> {
    const teams = await this.teams.mine(actor);
    const ids = teams.map(({ id }) => id);
    const today = await this.agencies.today(actor.agencyId);
    return (await this.views.ofTeams(actor.agencyId, ids)).map((view) => toBooking(view, today));
  }

  @Query(() => TeamBookingType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('team.book')
  async myTeamBooking(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<TeamBookingType | null> {
    const view = await this.views.find(actor.agencyId, fromGlobalId('TeamBooking', id) ?? '');
    const mine = view && (await this.teams.mine(actor)).some((team) => team.id === view.team.id);
    return view && mine ? toBooking(view, await this.agencies.today(actor.agencyId)) : null;
  }

  @Query(() => String, {
    nullable: true,
    description: 'An agreed day as a calendar file (RFC 5545); null where there is none.',
  })
  @Allow('team.book')
  async myTeamBookingCalendar(
    @Args('id', { type: () => ID, description: 'Which booking.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<string | null> {
    return (await this.calendar.file(actor, fromGlobalId('TeamBooking', id) ?? '')) ?? null;
  }

  @Query(() => [TeamBookingType], { description: 'At the desk: bookings that live, the longest waiting first.' })
  @Allow('team.read')
  async teamBookings(@Context('actor') { agencyId }: PersonActor): Promise<TeamBookingType[]> {
    const today = await this.agencies.today(agencyId);
    return (await this.views.inStates(agencyId, DESK_STATES)).map((view) => toBooking(view, today));
  }

  @Query(() => [TeamBookingType], {
    nullable: true,
    description: 'At the desk: bookings of one activity, in their order; null where there is no such activity.',
  })
  @Allow('team.read')
  async bookingsOfActivity(
    @Args('activityId', { type: () => ID, description: 'Which activity.' }) activityId: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamBookingType[] | null> {
    const today = await this.agencies.today(agencyId);
    const id = fromGlobalId('Activity', activityId) ?? '';
    if (!(await this.offers.knows(agencyId, id))) return null;
    const views = await this.views.ofActivity(agencyId, id);
    return views.map((view) => toBooking(view, today));
  }

  @Query(() => [TeamDayType], {
    description: 'At the desk: what is free on the days of one date to which teams may come, whatever became of them.',
  })
  @Allow('team.read')
  async teamDaysOn(
    @Args('onDate', { type: () => LocalDateType, description: 'Which date.' }) onDate: LocalDate,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamDayType[]> {
    const today = await this.agencies.today(agencyId);
    return (await this.days.on(agencyId, onDate)).map((day) => toDay(day, today));
  }

  @Mutation(() => TeamBookingResult, { description: 'Holds places for a while.' })
  @Allow('team.book')
  async holdTeamDay(@Args('input') input: TeamWishInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.hold(actor, wishOf(input)));
  }

  @Mutation(() => TeamBookingResult, { description: 'Waits for places that are not free now.' })
  @Allow('team.book')
  async waitForTeamDay(@Args('input') input: TeamWishInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.wait(actor, wishOf(input)));
  }

  @Mutation(() => TeamBookingResult, { description: 'The team has decided; the desk answers.' })
  @Allow('team.book')
  async requestTeamBooking(@Args('input') input: TeamBookingInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.request(actor, bookingOf(input), input.version));
  }

  @Mutation(() => TeamBookingResult, { description: 'Takes the places that were offered.' })
  @Allow('team.book')
  async acceptTeamPlaces(@Args('input') input: TeamBookingInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.accept(actor, bookingOf(input), input.version));
  }

  @Mutation(() => TeamBookingResult, { description: 'More or fewer people, until the cut-off.' })
  @Allow('team.book')
  async changeTeamBooking(@Args('input') input: ChangeTeamBookingInput, @Context('actor') actor: PersonActor): Answer {
    const { version, people } = input;
    return this.#answer(actor, await this.bookings.changePeople(actor, bookingOf(input), version, people));
  }

  @Mutation(() => TeamBookingResult, { description: 'The team does not come.' })
  @Allow('team.book')
  async cancelTeamBooking(@Args('input') input: EndTeamBookingInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.cancel(actor, bookingOf(input), input.version, input.reason));
  }

  @Mutation(() => TeamBookingResult, { description: 'At the desk: the team may come.' })
  @Allow('team.decide')
  async confirmTeamBooking(@Args('input') input: TeamBookingInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.confirm(actor, bookingOf(input), input.version));
  }

  @Mutation(() => TeamBookingResult, { description: 'At the desk: the team cannot come; it is told why.' })
  @Allow('team.decide')
  async declineTeamBooking(@Args('input') input: EndTeamBookingInput, @Context('actor') actor: PersonActor): Answer {
    return this.#answer(actor, await this.bookings.decline(actor, bookingOf(input), input.version, input.reason));
  }

  async #answer({ agencyId }: PersonActor, outcome: Result<string, BookingError>): Answer {
    if (!outcome.ok) return toBookingRefusal(outcome.error);
    return toBooking(await this.views.one(agencyId, outcome.value), await this.agencies.today(agencyId));
  }
}

const bookingOf = ({ bookingId }: TeamBookingInput): string => fromGlobalId('TeamBooking', bookingId) ?? '';
const wishOf = ({ teamId, activityId, budget, ...rest }: TeamWishInput): TeamWish => ({
  ...rest,
  teamId: fromGlobalId('VolunteerTeam', teamId) ?? '',
  activityId: fromGlobalId('Activity', activityId) ?? '',
  budget: budget ?? undefined,
});
