// Somebody's own days with a team, on the phone: join, choose what to do, sign the short agreement, leave.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import {
  DAY_AGREEMENT_VERSION,
  dayAgreement,
  rosterNeeds,
  type RosterNeed,
  type RosterRefusal,
  type TeamTasks,
} from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../agreements/index.js';
import { Agencies, PeopleNames } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { DayGuests } from './day-guests.js';
import { closedWhy, RosterBookings, tasksOf, type TeamDay } from './roster-bookings.js';
import { NO_VOLUNTEER, RosterClearances } from './roster-clearances.js';
import { RosterPlaces } from './roster-places.repository.js';
import type { RosterPlace } from './roster.entities.js';
import { refused, type RosterRefusedError } from './rosters.js';

export interface OwnTeamDay {
  readonly day: TeamDay;
  readonly place: RosterPlace;
  readonly needs: readonly RosterNeed[];
  readonly needsWithout: readonly RosterNeed[];
  /** In both languages; null where nothing is to be signed any more. */
  readonly agreement: { readonly zh: string; readonly en: string };
  readonly closed: RosterRefusal | undefined;
}
export interface DaySigning {
  readonly name: string;
  readonly language: 'zh-CN' | 'en';
  /** Of the words that were on the screen. */
  readonly text: string;
}
type OwnError = NotFoundError | RosterRefusedError | InvalidInputError;
type Outcome = Promise<Result<OwnTeamDay[], OwnError>>;

const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class OwnTeamDays {
  constructor(
    private readonly bookings: RosterBookings,
    private readonly places: RosterPlaces,
    private readonly clearances: RosterClearances,
    private readonly guests: DayGuests,
    private readonly facts: VolunteerAgreements,
    private readonly agencies: Agencies,
    private readonly names: PeopleNames,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The newest first: those taken, and those asked for by the own number. */
  async list(actor: PersonActor): Promise<OwnTeamDay[]> {
    const { agencyId, personId } = actor;
    const found: OwnTeamDay[] = [];
    for (const place of await this.places.ofPerson(agencyId, personId)) {
      const day = await this.bookings.find(agencyId, place.bookingId);
      if (day) found.push(await this.#own(actor, day, place));
    }
    return found;
  }

  /** By the link, or from the own list. Of two who want the last place one gets it. */
  async join(actor: PersonActor, by: { code: string } | { placeId: string }, tasks: TeamTasks): Outcome {
    const bookingId = 'code' in by ? await this.#byCode(actor, by.code) : await this.#ofPlace(actor, by.placeId);
    if (bookingId === undefined) return err(MISSING);
    return this.#changing(actor, bookingId, async (day, own) => {
      const closed = closedWhy(day);
      if (closed) return err(refused(closed));
      if (!tasksOf(day).includes(tasks)) return err(refused('NO_SUCH_TASKS'));
      if (own?.state === 'JOINED') return ok(true);
      const joined = await this.places.lockJoined(actor.agencyId, bookingId);
      if (joined.length >= day.booking.people) return err(refused('FULL'));
      // Once the roster is locked, whoever takes a free place is clear already.
      if (day.booking.state === 'ROSTER_LOCKED' && (await this.#needs(actor, day, tasks)).length > 0) {
        return err(refused('NOT_CLEARED'));
      }
      await this.places.join(day, actor.personId, tasks, own);
      this.#record('roster.joined', day, { tasks });
      return ok(true);
    });
  }

  /** With children or without; after the lock only what they are clear for. */
  choose(actor: PersonActor, placeId: string, tasks: TeamTasks): Outcome {
    return this.#joined(actor, placeId, async (day, own) => {
      if (!tasksOf(day).includes(tasks)) return err(refused('NO_SUCH_TASKS'));
      if (day.booking.state === 'ROSTER_LOCKED' && (await this.#needs(actor, day, tasks)).length > 0) {
        return err(refused('NOT_CLEARED'));
      }
      await this.places.change(own.id, { tasks });
      this.#record('roster.tasksChosen', day, { tasks });
      return ok(true);
    });
  }

  leave(actor: PersonActor, placeId: string): Outcome {
    return this.#joined(actor, placeId, async (day, own) => {
      await this.places.change(own.id, { state: 'LEFT' });
      if (own.agreementFactId) await this.facts.endBy(actor.agencyId, own.agreementFactId, day.today);
      this.#record('roster.left', day, {});
      return ok(true);
    });
  }

  /** Signs the short agreement, which is good until the day is over (H7). A second press changes nothing. */
  sign(actor: PersonActor, placeId: string, { name, language, text }: DaySigning): Outcome {
    return this.#joined(actor, placeId, async (day, own) => {
      if (own.signedAt !== null) return ok(true);
      const { agencyId, personId } = actor;
      const [words, ownName] = await this.#words(actor, day);
      const fields = [
        ...(text === words[language === 'en' ? 'en' : 'zh'] ? [] : [{ field: 'text', code: 'TEXT_CHANGED' }]),
        ...(name.trim() === ownName ? [] : [{ field: 'name', code: 'OWN_NAME' }]),
      ];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const agreementHash = createHash('sha256').update(text).digest('hex');
      const dates = { happenedOn: day.today, validUntil: day.onDate };
      const [agreementFactId = null] = await this.facts.addAll([
        { agencyId, personId, ...dates, batchId: null, confirmedBy: null, recordedBy: personId },
      ]);
      await this.places.change(own.id, {
        ...{ agreementVersion: DAY_AGREEMENT_VERSION, agreementLanguage: language, agreementHash, agreementFactId },
        signedAt: this.clock.nowIso(),
      });
      this.#record('roster.agreementSigned', day, { hash: agreementHash });
      return ok(true);
    });
  }

  async #own(actor: PersonActor, day: TeamDay, place: RosterPlace): Promise<OwnTeamDay> {
    const findings = (await this.clearances.on(day, [actor.personId])).get(actor.personId) ?? NO_VOLUNTEER;
    const [agreement] = await this.#words(actor, day);
    return {
      ...{ day, place, agreement, closed: closedWhy(day), needs: rosterNeeds(findings, place.tasks) },
      needsWithout: rosterNeeds(findings, 'WITHOUT_CHILDREN'),
    };
  }

  async #words({ agencyId, personId }: PersonActor, { team, onDate }: TeamDay) {
    const personName = (await this.names.of(agencyId, [personId])).get(personId) ?? '';
    const agencyName = (await this.agencies.get(agencyId)).name;
    const facts = { agencyName, personName, teamName: team.name, onDate };
    return [{ zh: dayAgreement(facts, 'zh-CN'), en: dayAgreement(facts, 'en') }, personName] as const;
  }

  async #needs({ personId }: PersonActor, day: TeamDay, tasks: TeamTasks): Promise<readonly RosterNeed[]> {
    return rosterNeeds((await this.clearances.on(day, [personId])).get(personId) ?? NO_VOLUNTEER, tasks);
  }

  async #byCode({ agencyId }: PersonActor, code: string): Promise<string | undefined> {
    const day = await this.guests.dayOf(code);
    return day?.booking.agencyId === agencyId ? day.booking.id : undefined;
  }

  async #ofPlace({ agencyId, personId }: PersonActor, placeId: string): Promise<string | undefined> {
    const place = await this.places.find(agencyId, placeId);
    return place?.personId === personId ? place.bookingId : undefined;
  }

  /** Something about a place that they have, as long as people come and go. */
  async #joined(
    actor: PersonActor,
    placeId: string,
    act: (day: TeamDay, own: RosterPlace) => Promise<Result<true, OwnError>>,
  ): Outcome {
    const bookingId = await this.#ofPlace(actor, placeId);
    if (bookingId === undefined) return err(MISSING);
    return this.#changing(actor, bookingId, async (day, own) => {
      if (own?.state !== 'JOINED') return err(refused('NOT_JOINED'));
      const closed = closedWhy(day);
      return closed ? err(refused(closed)) : act(day, own);
    });
  }

  async #changing(
    actor: PersonActor,
    bookingId: string,
    act: (day: TeamDay, own: RosterPlace | null) => Promise<Result<true, OwnError>>,
  ): Outcome {
    const { agencyId, personId } = actor;
    const done = await this.work.run(actor, async (): Promise<Result<true, OwnError>> => {
      const day = await this.bookings.lock(agencyId, bookingId);
      return day ? act(day, await this.places.lockOf(agencyId, bookingId, personId)) : err(MISSING);
    });
    return done.ok ? ok(await this.list(actor)) : done;
  }

  #record(action: string, { booking }: TeamDay, facts: Record<string, string>): void {
    this.trail.record({ action, subjectType: 'TeamBooking', subjectId: booking.id, facts });
  }
}
