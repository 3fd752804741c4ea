// A team's way to a day, and back: held, requested, confirmed at the desk; waited for and offered; cancelled (SM5b).
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { checkBy, type FreePlaces, type TeamTasks } from '@tongxing/shared/rules';
import { mayMove, TEAM_BOOKING_MACHINE, type TeamBookingState } from '@tongxing/shared/states';
import { Agencies, AgencySettings } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { JobHandlers, type JobContext } from '../platform/outbox/index.js';
import type { BookingError } from './booking-errors.js';
import { BookingMoves } from './booking-moves.js';
import { BookingsRepository } from './bookings.repository.js';
import { cancelUntil, isOver, LIVING_BOOKINGS, peopleProblems, reasonProblems, wishProblems } from './domain/day.js';
import { TeamDays, type TeamDay } from './team-days.js';
import type { TeamBooking, TeamOffer } from './team.entities.js';
import { Teams } from './teams.js';

/** What a team would like. */
export interface TeamWish {
  readonly teamId: string;
  readonly activityId: string;
  readonly people: number;
  readonly tasks: TeamTasks;
  /** Whether a part of the team would come too. */
  readonly partly: boolean;
  /** In fen, as digits; undefined where it is not said. */
  readonly budget: string | undefined;
  readonly requestId: string;
}
/** The id of the booking. */
type Outcome = Result<string, BookingError>;
interface Locked {
  readonly day: TeamDay;
  readonly booking: TeamBooking;
}

const MISSING = { code: 'NOT_FOUND' as const };
const MINUTE_MS = 60_000;
const CHANGEABLE: readonly TeamBookingState[] = ['HELD', 'REQUESTED', 'CONFIRMED', 'WAITLISTED'];

@Injectable()
export class TeamBookings implements OnModuleInit {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly days: TeamDays,
    private readonly moves: BookingMoves,
    private readonly teams: Teams,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly handlers: JobHandlers,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    const expiry = { kind: 'team.expire', payload: z.object({ bookingId: z.string() }) };
    this.handlers.inUnit(expiry, ({ bookingId }, { agencyId }) => this.#expire(agencyId, bookingId));
    this.handlers.on('ActivityCancelled', ({ activityId }, context) => this.#calledOff(activityId, context));
  }

  /** Of a team, the latest first. */
  ofTeam(agencyId: AgencyId, teamId: string): Promise<TeamBooking[]> {
    return this.repository.ofTeams(agencyId, [teamId]);
  }

  /** How many teams wait for the desk's answer. */
  countRequested(agencyId: AgencyId): Promise<number> {
    return this.repository.countInState(agencyId, 'REQUESTED');
  }

  /** Locks the offer, then the booking, until the unit of work ends; undefined where there is none. */
  async lockedById(
    agencyId: AgencyId,
    id: string,
  ): Promise<{ readonly offer: TeamOffer; readonly booking: TeamBooking } | undefined> {
    const found = await this.#locked(agencyId, id);
    return found && { offer: found.day.offer, booking: found.booking };
  }

  /** The next state of a booking that is locked: its roster is locked, the team was there, the report is out (SM5b). */
  async advance(
    { personId }: { readonly personId: PersonId },
    booking: TeamBooking,
    to: 'ROSTER_LOCKED' | 'ATTENDED' | 'REPORTED',
  ): Promise<Result<TeamBooking, BookingError>> {
    if (!mayMove(TEAM_BOOKING_MACHINE, booking.state, to)) {
      return err({ code: 'TRANSITION_REFUSED', from: booking.state, to });
    }
    return ok(await this.moves.move(booking, { state: to }, personId));
  }

  /** Places for a while, of which nobody else can have any; the same `requestId` again is the same booking. */
  hold(actor: PersonActor, wish: TeamWish): Promise<Outcome> {
    return this.#begin(actor, wish, async (places) => {
      if (places.free < wish.people) return err({ code: 'CAPACITY_FULL', places });
      const { teamHoldMinutes } = await this.settings.valuesOf(actor.agencyId);
      const until = new Date(this.clock.now().getTime() + teamHoldMinutes * MINUTE_MS);
      return ok({ state: 'HELD', expiresAt: until.toISOString() });
    });
  }

  /** A place in the line, for places that are not free now. */
  wait(actor: PersonActor, wish: TeamWish): Promise<Outcome> {
    return this.#begin(actor, wish, (places) => {
      if (places.free >= wish.people) return Promise.resolve(err({ code: 'PLACES_FREE', places }));
      return Promise.resolve(ok({ state: 'WAITLISTED', expiresAt: null }));
    });
  }

  /** The team has decided; the desk answers. */
  request(actor: PersonActor, id: string, version: number): Promise<Outcome> {
    return this.#own(actor, id, version, 'REQUESTED', async ({ booking }) => {
      await this.moves.move(booking, { state: 'REQUESTED', expiresAt: null }, actor.personId);
      return ok(id);
    });
  }

  /** The places that were offered are the team's. */
  accept(actor: PersonActor, id: string, version: number): Promise<Outcome> {
    return this.#own(actor, id, version, 'CONFIRMED', async ({ booking }) => {
      if (booking.state !== 'OFFERED') {
        return err({ code: 'TRANSITION_REFUSED', from: booking.state, to: 'CONFIRMED' });
      }
      await this.moves.move(booking, { state: 'CONFIRMED', expiresAt: null }, actor.personId);
      return ok(id);
    });
  }

  /** Fewer free places for those who wait; more only where they are free. Until the cut-off. */
  changePeople(actor: PersonActor, id: string, version: number, people: number): Promise<Outcome> {
    return this.#own(actor, id, version, undefined, async ({ day, booking }) => {
      const fields = peopleProblems(people);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const { state, tasks } = booking;
      if (!CHANGEABLE.includes(state)) return err({ code: 'TRANSITION_REFUSED', from: state, to: state });
      const lastDay = checkBy({ onDate: day.view.activity.onDate as LocalDate, cutOffDays: day.offer.cutOffDays });
      if ((await this.agencies.today(actor.agencyId)) > lastDay) return err({ code: 'NOTICE_OVER', lastDay });
      const places = placesFor(day, tasks);
      const more = people - booking.people;
      if (state !== 'WAITLISTED' && more > places.free) return err({ code: 'CAPACITY_FULL', places });
      await this.moves.move(booking, { people, wanted: people }, actor.personId);
      await this.moves.offerNext(actor.agencyId, booking.activityId);
      return ok(id);
    });
  }

  /** The team does not come; from the notice on it has to talk with the desk first. */
  cancel(actor: PersonActor, id: string, version: number, reason: string): Promise<Outcome> {
    return this.#own(actor, id, version, 'CANCELLED', async ({ day, booking }) => {
      const fields = reasonProblems(reason);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const lastDay = cancelUntil(day.view.activity.onDate, day.offer);
      const bound = booking.state === 'CONFIRMED' || booking.state === 'ROSTER_LOCKED';
      if (bound && (await this.agencies.today(actor.agencyId)) > lastDay) return err({ code: 'NOTICE_OVER', lastDay });
      await this.moves.end(booking, 'BY_TEAM', actor.personId, reason);
      await this.moves.offerNext(actor.agencyId, booking.activityId);
      return ok(id);
    });
  }

  /** At the desk: the team may come. */
  confirm(actor: PersonActor, id: string, version: number): Promise<Outcome> {
    return this.#change(actor, id, version, 'CONFIRMED', async ({ booking }) => {
      if (booking.state !== 'REQUESTED') {
        return err({ code: 'TRANSITION_REFUSED', from: booking.state, to: 'CONFIRMED' });
      }
      await this.moves.move(booking, { state: 'CONFIRMED' }, actor.personId);
      return ok(id);
    });
  }

  /** At the desk: the team cannot come, now or any more; the reason is said to it. */
  decline(actor: PersonActor, id: string, version: number, reason: string): Promise<Outcome> {
    return this.#change(actor, id, version, 'CANCELLED', async ({ booking }) => {
      const fields = reasonProblems(reason);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      await this.moves.end(booking, 'BY_AGENCY', actor.personId, reason);
      await this.moves.offerNext(actor.agencyId, booking.activityId);
      return ok(id);
    });
  }

  #begin(
    actor: PersonActor,
    wish: TeamWish,
    decide: (places: FreePlaces) => Promise<Result<Pick<TeamBooking, 'state' | 'expiresAt'>, BookingError>>,
  ): Promise<Outcome> {
    const { agencyId, personId: requestedBy } = actor;
    const { teamId, activityId, people, tasks, partly, budget, requestId } = wish;
    return this.work.run(actor, async (): Promise<Outcome> => {
      if (!(await this.#isMine(actor, teamId))) return err(MISSING);
      const fields = wishProblems(wish);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const day = await this.moves.settle(agencyId, activityId);
      if (!day) return err(MISSING);
      const same = day.bookings.filter((one) => one.teamId === teamId);
      const known = same.find((one) => one.requestId === requestId);
      if (known) return ok(known.id);
      const today = await this.agencies.today(agencyId);
      const { activity } = day.view;
      if (activity.state !== 'OPEN' || activity.onDate <= today) return err({ code: 'DAY_CLOSED' });
      const living = same.find(({ state }) => LIVING_BOOKINGS.includes(state));
      if (living) return err({ code: 'ALREADY_BOOKED', bookingId: living.id });
      const decided = await decide(placesFor(day, tasks));
      if (!decided.ok) return decided;
      const id: string = this.ids.next<never>();
      await this.moves.add({
        ...{ id, agencyId, teamId, activityId, tasks, people, wanted: people, partly, requestId, requestedBy },
        ...{ costs: day.offer.costLines, budgetFen: budget === undefined ? null : BigInt(budget) },
        ...{ endedHow: null, reasonSealed: null, version: 1, createdAt: this.clock.nowIso(), ...decided.value },
      });
      // A part of a team that would come so may have what is free at once.
      if (decided.value.state === 'WAITLISTED') await this.moves.offerNext(agencyId, activityId);
      return ok(id);
    });
  }

  /** A booking of a team for which whoever acts books now; of nobody else's is there any. */
  #own(
    actor: PersonActor,
    id: string,
    version: number,
    to: TeamBookingState | undefined,
    act: (locked: Locked) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#change(actor, id, version, to, async (locked) => {
      if (!(await this.#isMine(actor, locked.booking.teamId))) return err(MISSING);
      return act(locked);
    });
  }

  #change(
    actor: PersonActor,
    id: string,
    version: number,
    to: TeamBookingState | undefined,
    act: (locked: Locked) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.work.run(actor, async (): Promise<Outcome> => {
      const locked = await this.#locked(actor.agencyId, id);
      if (!locked) return err(MISSING);
      const { booking } = locked;
      const refused = this.#refused(booking, version, to);
      // Whose it is comes before what is wrong with it: a stranger's answer is the same as a missing one's.
      if (refused && (await this.#maySee(actor, booking.teamId))) return err(refused);
      return refused ? err(MISSING) : act(locked);
    });
  }

  #refused(booking: TeamBooking, version: number, to: TeamBookingState | undefined): BookingError | undefined {
    if (isOver(booking, this.clock.nowIso())) return { code: 'HOLD_EXPIRED' };
    if (booking.version !== version) return { code: 'STALE_VERSION', currentVersion: booking.version };
    if (to === undefined || mayMove(TEAM_BOOKING_MACHINE, booking.state, to)) return undefined;
    return { code: 'TRANSITION_REFUSED', from: booking.state, to };
  }

  async #maySee(actor: PersonActor, teamId: string): Promise<boolean> {
    return actor.permissions.has('team.decide') || (await this.#isMine(actor, teamId));
  }

  async #isMine(actor: PersonActor, teamId: string): Promise<boolean> {
    return (await this.teams.mine(actor)).some(({ id }) => id === teamId);
  }

  async #locked(agencyId: AgencyId, id: string): Promise<Locked | undefined> {
    const found = await this.repository.booking(agencyId, id);
    const day = found && (await this.days.locked(agencyId, found.activityId));
    const booking = day?.bookings.find((one) => one.id === id);
    return day && booking ? { day, booking } : undefined;
  }

  async #expire(agencyId: AgencyId, bookingId: string): Promise<void> {
    const booking = await this.repository.booking(agencyId, bookingId);
    if (booking) await this.moves.settle(agencyId, booking.activityId);
  }

  /** Nobody comes to a day that is called off; each team hears. */
  async #calledOff(activityId: string, { agencyId }: JobContext): Promise<void> {
    const day = await this.days.locked(agencyId, activityId);
    for (const one of day?.bookings ?? []) {
      if (LIVING_BOOKINGS.includes(one.state)) await this.moves.end(one, 'ACTIVITY_CANCELLED', null);
    }
  }
}

function placesFor(day: TeamDay, tasks: TeamTasks): FreePlaces {
  const places = day.places.find((one) => one.tasks === tasks);
  if (!places) throw new Error('BUG: tasks without places');
  return places;
}
