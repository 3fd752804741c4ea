// Bookings as pages show them: with the team, the day as it is now, the story so far, and the place in the line.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { TeamBookingState } from '@tongxing/shared/states';
import { PeopleNames } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { secondsLeft } from './domain/day.js';
import { TeamDays, type TeamDay } from './team-days.js';
import type { TeamBooking, TeamBookingStep, VolunteerTeam } from './team.entities.js';
import { TeamsRepository } from './teams.repository.js';

export interface StepView {
  readonly step: TeamBookingStep;
  /** Empty where time itself did it. */
  readonly name: string;
}
export interface BookingView {
  readonly booking: TeamBooking;
  readonly team: VolunteerTeam;
  readonly day: TeamDay;
  readonly requestedBy: string;
  readonly reason: string | undefined;
  readonly steps: readonly StepView[];
  /** From 1; undefined for whoever does not wait. */
  readonly inLine: number | undefined;
  /** Of a hold or an offer: by the platform's clock, whatever the reader's says. */
  readonly secondsLeft: number | undefined;
}

@Injectable()
export class BookingViews {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly teams: TeamsRepository,
    private readonly days: TeamDays,
    private readonly names: PeopleNames,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  async find(agencyId: AgencyId, id: string): Promise<BookingView | undefined> {
    const booking = await this.repository.booking(agencyId, id);
    return booking ? (await this.of(agencyId, [booking]))[0] : undefined;
  }

  async one(agencyId: AgencyId, id: string): Promise<BookingView> {
    const view = await this.find(agencyId, id);
    if (!view) throw new Error('BUG: a booking that was written a moment ago');
    return view;
  }

  /** Of these teams, the latest first. */
  async ofTeams(agencyId: AgencyId, teamIds: readonly string[]): Promise<BookingView[]> {
    return this.of(agencyId, await this.repository.ofTeams(agencyId, teamIds));
  }

  /** At the desk, the longest waiting first. */
  async inStates(agencyId: AgencyId, states: readonly TeamBookingState[]): Promise<BookingView[]> {
    return this.of(agencyId, await this.repository.inStates(agencyId, states));
  }

  /** Of one activity, in the order in which they came. */
  async ofActivity(agencyId: AgencyId, activityId: string): Promise<BookingView[]> {
    return this.of(agencyId, await this.repository.ofActivities(agencyId, [activityId]));
  }

  /** The order stays. */
  async of(agencyId: AgencyId, bookings: readonly TeamBooking[]): Promise<BookingView[]> {
    if (bookings.length === 0) return [];
    const ids = bookings.map(({ id }) => id);
    const teamIds = [...new Set(bookings.map(({ teamId }) => teamId))];
    const teams = new Map((await this.teams.byIds(agencyId, teamIds)).map((team) => [team.id, team]));
    const days = await this.days.byIds(
      agencyId,
      bookings.map(({ activityId }) => activityId),
    );
    const steps = await this.repository.steps(agencyId, ids);
    const stepsOf = new Map<string, TeamBookingStep[]>(ids.map((id) => [id, []]));
    for (const step of steps) stepsOf.get(step.bookingId)?.push(step);
    const people = [...bookings.map(({ requestedBy }) => requestedBy), ...steps.map(({ doneBy }) => doneBy ?? '')];
    const names = await this.names.of(agencyId, [...new Set(people)]);
    await this.cipher.loadKeys(bookings.map(({ reasonSealed }) => reasonSealed));
    return bookings.map((booking) => {
      const team = teams.get(booking.teamId);
      const day = days.get(booking.activityId);
      if (!team || !day) throw new Error('BUG: a booking without its team or its day');
      const line = day.bookings.filter(({ state }) => state === 'WAITLISTED');
      return {
        ...{ booking, team, day, requestedBy: names.get(booking.requestedBy) ?? '' },
        reason: this.cipher.openOptional(booking.reasonSealed, `team_booking.reason.${booking.id}`),
        steps: (stepsOf.get(booking.id) ?? []).map((step) => ({ step, name: names.get(step.doneBy ?? '') ?? '' })),
        inLine: booking.state === 'WAITLISTED' ? line.findIndex(({ id }) => id === booking.id) + 1 : undefined,
        secondsLeft: secondsLeft(booking, this.clock.now()),
      };
    });
  }
}
