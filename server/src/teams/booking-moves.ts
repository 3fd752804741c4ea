// What becomes of bookings while their day is locked: a step with its row, its audit and its message, and the waitlist.
import { Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { nextOffer, type TeamTasks } from '@tongxing/shared/rules';
import type { TeamBookingEnd, TeamBookingState } from '@tongxing/shared/states';
import { AgencySettings } from '../people/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { BookingsRepository } from './bookings.repository.js';
import { isOver } from './domain/day.js';
import { TeamDays, type TeamDay } from './team-days.js';
import type { TeamBooking } from './team.entities.js';
import { Teams } from './teams.js';

const EXPIRE_JOB = 'team.expire';
const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;

@Injectable()
export class BookingMoves {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly days: TeamDays,
    private readonly teams: Teams,
    private readonly settings: AgencySettings,
    private readonly cipher: Cipher,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A new booking, with the clock of its hold where it is one. */
  async add(row: TeamBooking): Promise<void> {
    await this.repository.add(row, this.clock.nowIso());
    if (row.expiresAt !== null) await this.#expireLater(row.id, row.expiresAt);
    this.#record(row, undefined);
    await this.#tell(row, undefined);
  }

  /** One step of a booking; nobody where time itself does it. */
  async move(
    before: TeamBooking,
    change: Partial<TeamBooking>,
    by: PersonId | null,
    reason?: string,
  ): Promise<TeamBooking> {
    const sealed = reason === undefined ? {} : { reasonSealed: await this.#seal(before, reason) };
    const after = await this.repository.change(before, { ...change, ...sealed }, this.clock.nowIso(), by);
    if (after.expiresAt !== null && after.expiresAt !== before.expiresAt) {
      await this.#expireLater(after.id, after.expiresAt);
    }
    this.#record(after, before);
    if (after.state !== before.state) await this.#tell(after, before.state);
    return after;
  }

  end(before: TeamBooking, endedHow: TeamBookingEnd, by: PersonId | null, reason?: string): Promise<TeamBooking> {
    return this.move(before, { state: 'CANCELLED', expiresAt: null, endedHow }, by, reason);
  }

  /**
   * Ends what has run out on a day and offers what is free to those who wait, in their order. The day is locked, by
   * whoever asks; undefined where teams do not come to it.
   */
  async settle(agencyId: AgencyId, activityId: string): Promise<TeamDay | undefined> {
    const day = await this.days.locked(agencyId, activityId);
    if (!day) return undefined;
    const now = this.clock.nowIso();
    const over = day.bookings.filter((one) => isOver(one, now));
    for (const one of over) await this.end(one, 'EXPIRED', null);
    const waiting = day.bookings.some(({ state }) => state === 'WAITLISTED');
    return over.length > 0 || waiting ? this.offerNext(agencyId, activityId) : day;
  }

  /** Offers free places to those who wait, in their order, until nobody fits any more; answers the day as it is then. */
  async offerNext(agencyId: AgencyId, activityId: string): Promise<TeamDay | undefined> {
    const { teamOfferHours } = await this.settings.valuesOf(agencyId);
    for (;;) {
      const day = await this.days.locked(agencyId, activityId);
      if (day?.view.activity.state !== 'OPEN') return day;
      const line = day.bookings.filter(({ state }) => state === 'WAITLISTED');
      const free = Object.fromEntries(day.places.map(({ tasks, free: left }) => [tasks, left]));
      const next = nextOffer(line, free as Record<TeamTasks, number>);
      const booking = line.find(({ id }) => id === next?.id);
      if (!next || !booking) return day;
      const until = this.clock.now().getTime() + teamOfferHours * HOUR_MINUTES * MINUTE_MS;
      const expiresAt = new Date(until).toISOString();
      await this.move(booking, { state: 'OFFERED', people: next.people, expiresAt }, null);
    }
  }

  async #seal({ agencyId, id }: TeamBooking, reason: string): Promise<string> {
    const agency = agencyId as AgencyId;
    await this.cipher.ensureKeys(agency, [agencyId]);
    return this.cipher.sealFor(agencyId, reason.trim(), `team_booking.reason.${id}`);
  }

  #record({ id, state, people, tasks }: TeamBooking, before: TeamBooking | undefined): void {
    const facts = { from: before?.state ?? null, to: state, people, tasks };
    const action = before
      ? before.state === state
        ? 'teamBooking.changed'
        : 'teamBooking.moved'
      : 'teamBooking.added';
    this.trail.record({ action, subjectType: 'TeamBooking', subjectId: id, facts });
  }

  async #tell({ agencyId, id, teamId, activityId, state, endedHow }: TeamBooking, from?: TeamBookingState) {
    const personIds = await this.teams.coordinatorsOf(agencyId as AgencyId, teamId);
    const facts = { bookingId: id, teamId, activityId, from, to: state, endedHow: endedHow ?? undefined, personIds };
    await this.outbox.publish('TeamBookingMoved', facts);
  }

  #expireLater(bookingId: string, runAt: string): Promise<unknown> {
    return this.outbox.add(EXPIRE_JOB, { bookingId }, { runAt });
  }
}
