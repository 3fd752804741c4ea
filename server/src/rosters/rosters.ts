// A team's roster as its coordinator and the desk have it: who is clear, in names of the own people only, and the lock.
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  newCardCode,
  rosterNeeds,
  rosterSplit,
  type RosterMember,
  type RosterNeed,
  type RosterRefusal,
} from '@tongxing/shared/rules';
import { PeopleNames } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { closedWhy, RosterBookings, type TeamDay } from './roster-bookings.js';
import { NO_VOLUNTEER, RosterClearances } from './roster-clearances.js';
import { RosterPlaces } from './roster-places.repository.js';
import { numbersOf, RosterTurnout, type Turnout, type TurnoutNumbers } from './roster-turnout.js';
import type { RosterPlace } from './roster.entities.js';

export interface RosterRefusedError {
  readonly code: 'ROSTER_REFUSED';
  readonly why: RosterRefusal;
}
/** Who cannot come as they are down, by name, and what is missing. */
export interface NotClear {
  readonly placeId: string;
  readonly name: string;
  readonly needs: readonly RosterNeed[];
  /** Could come for the tasks without children as they are. */
  readonly otherTasks: boolean;
}
export interface RosterNotClearError {
  readonly code: 'ROSTER_NOT_CLEAR';
  readonly people: readonly NotClear[];
}
export type RosterError = NotFoundError | RosterRefusedError;
export type LockError = RosterError | RosterNotClearError | StaleVersionError;

export interface RosterLine {
  readonly place: RosterPlace;
  readonly name: string;
  /** For the tasks that they are down for. */
  readonly needs: readonly RosterNeed[];
  /** For tasks without children. */
  readonly needsWithout: readonly RosterNeed[];
  /** Whether they took part; undefined until the attendance is closed. */
  readonly turnout: Turnout | undefined;
}
/** A day in numbers. */
export interface RosterHead {
  readonly day: TeamDay;
  readonly joined: number;
  /** Who of them still misses something; undefined once nobody can mend it. */
  readonly waiting: number | undefined;
  readonly turnout: TurnoutNumbers | undefined;
}
export interface RosterView {
  readonly day: TeamDay;
  readonly linkCode: string | undefined;
  /** To how many of the company's own list the link was sent. */
  readonly invited: number;
  readonly lines: readonly RosterLine[];
  readonly closed: RosterRefusal | undefined;
}

const MISSING: NotFoundError = { code: 'NOT_FOUND' };
/** Nobody is reminded of the same day twice within this. */
const REMINDED_EVERY_MS = 20 * 3_600_000;

@Injectable()
export class Rosters {
  constructor(
    private readonly bookings: RosterBookings,
    private readonly places: RosterPlaces,
    private readonly clearances: RosterClearances,
    private readonly turnout: RosterTurnout,
    private readonly names: PeopleNames,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Days that are agreed, the newest first, with how many are down: a coordinator's own, at the desk all of them. */
  async list(actor: PersonActor, activityId: string | undefined): Promise<RosterHead[]> {
    const days = await this.bookings.readableAll(actor, activityId);
    const heads: RosterHead[] = [];
    for (const day of days) heads.push(await this.#head(day));
    return heads;
  }

  /** Undefined for a booking that is not the reader's. */
  async find(actor: PersonActor, bookingId: string): Promise<RosterView | undefined> {
    const day = await this.bookings.readable(actor, bookingId);
    return day && this.#view(actor, day);
  }

  /** The address for the team's people; the one that stands where there is one. */
  makeLink(actor: PersonActor, bookingId: string): Promise<Result<RosterView, RosterError>> {
    return this.#changing<RosterError>(actor, bookingId, async (day) => {
      const closed = closedWhy(day);
      if (closed) return err(refused(closed));
      if (await this.places.lockOpenLink(actor.agencyId, bookingId)) return ok(true);
      const id = await this.places.addLink(day, newCardCode(randomInt), actor.personId);
      this.trail.record({ action: 'roster.linkMade', subjectType: 'RosterLink', subjectId: id });
      return ok(true);
    });
  }

  /** Nobody new comes by it; whoever is down stays. */
  closeLink(actor: PersonActor, bookingId: string): Promise<Result<RosterView, RosterError>> {
    return this.#changing<RosterError>(actor, bookingId, async () => {
      const link = await this.places.lockOpenLink(actor.agencyId, bookingId);
      if (!link) return ok(true);
      await this.places.closeLink(link.id);
      this.trail.record({ action: 'roster.linkClosed', subjectType: 'RosterLink', subjectId: link.id });
      return ok(true);
    });
  }

  /** Somebody does not come after all; the place is a colleague's, by the link. */
  takeOff(actor: PersonActor, bookingId: string, placeId: string): Promise<Result<RosterView, RosterError>> {
    return this.#changing<RosterError>(actor, bookingId, async (day, places) => {
      const place = places.find(({ id }) => id === placeId);
      if (!place) return err(MISSING);
      const closed = closedWhy(day);
      if (closed) return err(refused(closed));
      await this.places.change(place.id, { state: 'LEFT' });
      this.#record('roster.takenOff', day, { person: place.personId });
      return ok(true);
    });
  }

  /** Tells whoever still has a lesson or the agreement before them; nobody twice within a day. */
  remind(actor: PersonActor, bookingId: string): Promise<Result<RosterView, RosterError>> {
    return this.#changing<RosterError>(actor, bookingId, async (day, places) => {
      const closed = closedWhy(day);
      if (closed) return err(refused(closed));
      const found = await this.#members(day, places);
      const before = new Date(this.clock.now().getTime() - REMINDED_EVERY_MS).toISOString();
      const due = places.filter(({ id, remindedAt }) => {
        const member = found.find((one) => one.id === id);
        const needs = member ? rosterNeeds(member.findings, member.tasks) : [];
        const own = needs.includes('TRAINING') || needs.includes('AGREEMENT');
        return own && (remindedAt === null || remindedAt < before);
      });
      if (due.length === 0) return err(refused('NOBODY'));
      const remindedAt = this.clock.nowIso();
      for (const { id } of due) await this.places.change(id, { remindedAt });
      const personIds = due.map(({ personId }) => personId as PersonId);
      await this.outbox.publish('TeamDayNeeds', { bookingId, personIds });
      this.#record('roster.reminded', day, { people: due.length });
      return ok(true);
    });
  }

  /**
   * Locks the roster: everybody on it is clear for what they are down for, on the day itself (H6–H8). With `moveOthers`
   * those who lack no more than a check get the tasks without children (T11); whoever is not clear even for these is named.
   */
  async lock(
    actor: PersonActor,
    bookingId: string,
    { version, moveOthers }: { readonly version: number; readonly moveOthers: boolean },
  ): Promise<Result<RosterView, LockError>> {
    return this.#changing<LockError>(actor, bookingId, async (day, places) => {
      if (day.booking.version !== version) {
        return err({ code: 'STALE_VERSION' as const, currentVersion: day.booking.version });
      }
      if (!this.bookings.mayLock(day) || day.activity.state === 'CANCELLED' || day.onDate < day.today) {
        return err(refused('CLOSED'));
      }
      if (places.length === 0) return err(refused('NOBODY'));
      const members = await this.#members(day, places);
      const split = rosterSplit(members, day.offer.hasOtherTasks);
      const held = moveOthers ? split.notClear : [...split.notClear, ...split.otherTasks];
      if (held.length > 0) return err(await this.#notClear(day, places, members, held));
      for (const id of split.otherTasks) await this.places.change(id, { tasks: 'WITHOUT_CHILDREN' });
      await this.bookings.lockRoster(actor, day);
      const facts = { people: places.length, moved: split.otherTasks.length };
      this.#record('roster.locked', day, facts);
      return ok(true);
    });
  }

  async #head(day: TeamDay): Promise<RosterHead> {
    const places = await this.places.joined(day.booking.agencyId as AgencyId, day.booking.id);
    const open = day.booking.state === 'CONFIRMED' && day.onDate >= day.today && day.activity.state !== 'CANCELLED';
    const members = open ? await this.#members(day, places) : [];
    const waiting = members.filter(({ findings, tasks }) => rosterNeeds(findings, tasks).length > 0).length;
    const turnout = await this.turnout.of(
      day,
      places.map(({ personId }) => personId),
    );
    const numbers = turnout && numbersOf(turnout);
    return { day, joined: places.length, waiting: open ? waiting : undefined, turnout: numbers };
  }

  async #notClear(
    { booking }: TeamDay,
    places: readonly RosterPlace[],
    members: readonly RosterMember[],
    held: readonly string[],
  ): Promise<RosterNotClearError> {
    const agencyId = booking.agencyId as PersonActor['agencyId'];
    const named = places.filter(({ id }) => held.includes(id));
    const names = await this.names.of(
      agencyId,
      named.map(({ personId }) => personId),
    );
    const people = named.map(({ id, personId }) => {
      const findings = members.find((one) => one.id === id)?.findings ?? NO_VOLUNTEER;
      const tasks = places.find((one) => one.id === id)?.tasks ?? 'WITH_CHILDREN';
      const otherTasks = rosterNeeds(findings, 'WITHOUT_CHILDREN').length === 0;
      return { placeId: id, name: names.get(personId) ?? '', needs: rosterNeeds(findings, tasks), otherTasks };
    });
    return { code: 'ROSTER_NOT_CLEAR', people };
  }

  async #members(day: TeamDay, places: readonly RosterPlace[]): Promise<RosterMember[]> {
    const found = await this.clearances.on(
      day,
      places.map(({ personId }) => personId),
    );
    return places.map(({ id, tasks, personId }) => ({ id, tasks, findings: found.get(personId) ?? NO_VOLUNTEER }));
  }

  async #view({ agencyId }: PersonActor, day: TeamDay): Promise<RosterView> {
    const places = await this.places.joined(agencyId, day.booking.id);
    const members = await this.#members(day, places);
    const names = await this.names.of(
      agencyId,
      places.map(({ personId }) => personId),
    );
    const link = await this.places.openLink(agencyId, day.booking.id);
    const turnout = await this.turnout.of(
      day,
      places.map(({ personId }) => personId),
    );
    const lines = places.map((place, at) => {
      const findings = members[at]?.findings ?? NO_VOLUNTEER;
      return {
        ...{ place, name: names.get(place.personId) ?? '', needs: rosterNeeds(findings, place.tasks) },
        needsWithout: rosterNeeds(findings, 'WITHOUT_CHILDREN'),
        turnout: turnout?.get(place.personId),
      };
    });
    const invited = await this.places.invited(agencyId, day.booking.id);
    return { day, linkCode: link?.code, invited, lines, closed: closedWhy(day) };
  }

  /** Does something about a booking of the actor's, with it and its places locked. */
  async #changing<E extends RosterError | LockError = RosterError>(
    actor: PersonActor,
    bookingId: string,
    act: (day: TeamDay, places: readonly RosterPlace[]) => Promise<Result<true, E>>,
  ): Promise<Result<RosterView, E | NotFoundError>> {
    if (!(await this.bookings.readable(actor, bookingId))) return err(MISSING);
    const done = await this.work.run(actor, async (): Promise<Result<true, E | NotFoundError>> => {
      const day = await this.bookings.lock(actor.agencyId, bookingId);
      return day ? act(day, await this.places.lockJoined(actor.agencyId, bookingId)) : err(MISSING);
    });
    if (!done.ok) return done;
    // Afterwards, as everybody sees it by now.
    const after = await this.bookings.find(actor.agencyId, bookingId);
    return after ? ok(await this.#view(actor, after)) : err(MISSING);
  }

  #record(action: string, { booking }: TeamDay, facts: Record<string, string | number>): void {
    this.trail.record({ action, subjectType: 'TeamBooking', subjectId: booking.id, facts });
  }
}

export const refused = (why: RosterRefusal): RosterRefusedError => ({ code: 'ROSTER_REFUSED', why });
