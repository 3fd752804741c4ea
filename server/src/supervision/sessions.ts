// SM9: talks are agreed on, held and written down by whoever leads them; what was said is theirs and the volunteer's.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { err, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { SupervisionKind, SupervisionMissed, SupervisionSource } from '@tongxing/shared/rules';
import { mayMove, SUPERVISION_MACHINE, type SupervisionState } from '@tongxing/shared/states';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type {
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { heldProblems, planProblems, type HeldTalk, type PlannedTalk } from './domain/talk-problems.js';
import { PLACES, SessionsRepository, type SessionView } from './sessions.repository.js';
import { mayLead, SupervisionCircle, type Circle } from './supervision-circle.js';
import { SupervisionAction, SupervisionSeat, SupervisionSession } from './supervision.entities.js';

export interface NewTalk extends PlannedTalk {
  readonly kind: SupervisionKind;
  readonly source: SupervisionSource;
}
export type TalkError = NotFoundError | InvalidInputError | StaleVersionError | TransitionError;
type Outcome = Result<SessionView, TalkError>;

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly agencies: Agencies,
    private readonly circle: SupervisionCircle,
    private readonly repository: SessionsRepository,
  ) {}

  /** Talks that the actor leads or led, and those of the volunteers whom they supervise today; the latest day first. */
  async list(actor: PersonActor): Promise<{ readonly circle: Circle; readonly sessions: SessionView[] }> {
    const circle = await this.circle.of(actor);
    const ids = circle.volunteers.map(({ id }) => id);
    return { circle, sessions: await this.repository.ofCircle(actor.agencyId, circle.supervisorIds, ids) };
  }

  /** One talk that the actor leads or led; undefined for any other. */
  async find(actor: PersonActor, id: string): Promise<SessionView | undefined> {
    const session = await this.repository.find(actor.agencyId, id);
    return session && mayLead(actor, await this.circle.of(actor), session) ? session : undefined;
  }

  /** Agrees on a talk with some of the actor's volunteers; they are told. */
  async schedule(actor: PersonActor, talk: NewTalk): Promise<Outcome> {
    const { agencyId, personId } = actor;
    const today = await this.agencies.today(agencyId);
    const circle = await this.circle.of(actor);
    return this.work.run(actor, async () => {
      const known = await this.repository.byRequest(agencyId, talk.requestId);
      if (known) return known.leaderId === personId ? ok(known) : err(MISSING);
      const fields = planProblems(talk, today);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const guests = circle.volunteers.filter(({ id }) => talk.volunteerIds.includes(id));
      if (guests.length !== talk.volunteerIds.length) return err(MISSING);
      const id = this.ids.next<never>() as string;
      const { kind, format, source, plannedOn, startMinute, requestId } = talk;
      const [first] = guests;
      await this.database.repository(SupervisionSession).insert({
        ...{ id, agencyId, leaderId: personId, kind, format, source, plannedOn, startMinute, requestId },
        subjectId: format === 'INDIVIDUAL' && first ? first.personId : agencyId,
        ...{ state: 'SCHEDULED', version: 1, createdAt: this.clock.nowIso() },
        ...{ heldOn: null, minutes: null, topicsSealed: null, signedAt: null, missedFor: null },
      });
      await this.database.repository(SupervisionSeat).insert(
        guests.map((guest) => ({
          ...{ id: this.ids.next<never>() as string, agencyId, sessionId: id, format },
          ...{ volunteerId: guest.id, personId: guest.personId },
          ...{ seenOn: null, wellbeing: null, noteSealed: null, praiseSealed: null, wishSealed: null },
          ...{ signedAt: null, textHash: null },
        })),
      );
      this.#record('supervision.scheduled', id, { kind, format, source, on: plannedOn });
      const personIds = guests.map((guest) => guest.personId);
      await this.outbox.publish('SupervisionScheduled', { sessionId: id, personIds, on: plannedOn });
      return this.#again(agencyId, id);
    });
  }

  /**
   * Writes down what was said and agreed, and signs it for whoever leads. As long as not everybody has signed it can be
   * written anew: what was signed before is not what is there then, so everybody signs again.
   */
  async hold(actor: PersonActor, id: string, version: number, talk: HeldTalk): Promise<Outcome> {
    const today = await this.agencies.today(actor.agencyId);
    return this.#inTalk(actor, id, version, async (session) => {
      if (session.state !== 'HELD' && !mayMove(SUPERVISION_MACHINE, session.state, 'HELD')) {
        return err({ code: 'TRANSITION_REFUSED', from: session.state, to: 'HELD' });
      }
      const seated = session.seats.map(({ volunteerId }) => volunteerId as string);
      const fields = heldProblems(talk, seated, today);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      await this.#write(actor, session, talk);
      this.#record('supervision.held', id, { on: talk.heldOn, came: talk.seats.filter(({ came }) => came).length });
      const came = new Set(talk.seats.filter((seat) => seat.came).map(({ volunteerId }) => volunteerId));
      const personIds = session.seats.filter((seat) => came.has(seat.volunteerId)).map((seat) => seat.personId);
      await this.outbox.publish('SupervisionToSign', { sessionId: id, personIds });
      return this.#again(actor.agencyId, id);
    });
  }

  /** It did not take place; nobody counts as seen. */
  miss(actor: PersonActor, id: string, version: number, missedFor: SupervisionMissed): Promise<Outcome> {
    return this.#inTalk(actor, id, version, async (session) => {
      const moved = await this.move(session, 'MISSED', { missedFor });
      if (!moved.ok) return moved;
      this.#record('supervision.missed', id, { why: missedFor });
      return this.#again(actor.agencyId, id);
    });
  }

  /** Something that was agreed is done; with the last of them so is the talk. */
  finish(actor: PersonActor, actionId: string): Promise<Outcome> {
    return this.work.run(actor, async () => {
      const action = await this.database
        .repository(SupervisionAction)
        .findOneBy({ agencyId: actor.agencyId, id: actionId });
      const session = action && (await this.repository.lock(actor.agencyId, action.sessionId));
      if (!session || !mayLead(actor, await this.circle.of(actor), session)) return err(MISSING);
      await this.done(actor, session, actionId);
      return this.#again(actor.agencyId, session.id);
    });
  }

  /** Marks an action of a locked talk; doing it twice changes nothing. Inside a unit of work. */
  async done(actor: PersonActor, session: SessionView, actionId: string): Promise<void> {
    const action = session.actions.find(({ id }) => id === actionId);
    if (!action || action.doneAt !== undefined) return;
    const change = { doneAt: this.clock.nowIso(), doneBy: actor.personId };
    await this.database.repository(SupervisionAction).update({ id: actionId }, change);
    this.#record('supervision.actionDone', session.id);
    const open = session.actions.filter(({ id, doneAt }) => id !== actionId && doneAt === undefined);
    if (session.state !== 'ACTIONS_OPEN' || open.length > 0) return;
    const moved = await this.move(session, 'DONE', {});
    if (!moved.ok) throw new Error('BUG: a talk with nothing open could not be done');
  }

  /** Moves a locked talk along SM9. Inside a unit of work. */
  async move(
    session: SessionView,
    to: SupervisionState,
    change: Partial<Pick<SupervisionSession, 'missedFor'>>,
  ): Promise<Result<number, TransitionError>> {
    if (!mayMove(SUPERVISION_MACHINE, session.state, to)) {
      return err({ code: 'TRANSITION_REFUSED', from: session.state, to });
    }
    const version = session.version + 1;
    await this.database.repository(SupervisionSession).update({ id: session.id }, { ...change, state: to, version });
    return ok(version);
  }

  async #inTalk(
    actor: PersonActor,
    id: string,
    version: number,
    act: (session: SessionView) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.work.run(actor, async () => {
      const session = await this.repository.lock(actor.agencyId, id);
      if (!session || !mayLead(actor, await this.circle.of(actor), session)) return err(MISSING);
      if (session.version !== version) {
        return err({ code: 'STALE_VERSION' as const, currentVersion: session.version });
      }
      return act(session);
    });
  }

  async #write(actor: PersonActor, session: SessionView, talk: HeldTalk): Promise<void> {
    const { agencyId, personId: leaderId } = actor;
    const { id, subjectId } = session;
    await this.cipher.ensureKeys(agencyId, [agencyId, leaderId, ...session.seats.map(({ personId }) => personId)]);
    await this.database.repository(SupervisionSession).update(
      { id },
      {
        ...{ leaderId, state: 'HELD', heldOn: talk.heldOn, minutes: talk.minutes, version: session.version + 1 },
        topicsSealed: this.cipher.sealFor(subjectId, talk.topics.trim(), PLACES.topics(id)),
        signedAt: this.clock.nowIso(),
      },
    );
    const personOf = new Map<string, string>(session.seats.map((seat) => [seat.volunteerId, seat.personId]));
    for (const seat of session.seats) {
      const said = talk.seats.find(({ volunteerId }) => volunteerId === seat.volunteerId);
      await this.#writeSeat(seat.id, seat.personId, said?.came === true ? talk.heldOn : undefined, said);
    }
    await this.database.repository(SupervisionAction).delete({ sessionId: In([id]) });
    const rows = talk.actions.map(({ volunteerId, text, dueOn }, position) => {
      const actionId = this.ids.next<never>() as string;
      const personId = (volunteerId === undefined ? undefined : personOf.get(volunteerId)) ?? leaderId;
      const textSealed = this.cipher.sealFor(personId, text.trim(), PLACES.action(actionId));
      return {
        id: actionId,
        agencyId,
        sessionId: id,
        personId,
        position,
        textSealed,
        dueOn,
        doneAt: null,
        doneBy: null,
      };
    });
    if (rows.length > 0) await this.database.repository(SupervisionAction).insert(rows);
  }

  async #writeSeat(
    id: string,
    personId: string,
    seenOn: LocalDate | undefined,
    said: HeldTalk['seats'][number] | undefined,
  ): Promise<void> {
    // Of somebody who was not there nothing is written down.
    const words = seenOn === undefined ? undefined : said;
    const seal = (text: string | undefined, place: string) => {
      const trimmed = text?.trim();
      return trimmed ? this.cipher.sealFor(personId, trimmed, place) : null;
    };
    await this.database.repository(SupervisionSeat).update(
      { id },
      {
        ...{ seenOn: seenOn ?? null, wellbeing: words?.wellbeing ?? null, signedAt: null, textHash: null },
        noteSealed: seal(words?.note, PLACES.note(id)),
        praiseSealed: seal(words?.praise, PLACES.praise(id)),
      },
    );
  }

  #record(action: string, subjectId: string, facts: Readonly<Record<string, string | number>> = {}): void {
    this.trail.record({ action, subjectType: 'SupervisionSession', subjectId, facts });
  }

  async #again(agencyId: SessionView['agencyId'], id: string): Promise<Outcome> {
    const session = await this.repository.find(agencyId, id);
    return session ? ok(session) : err(MISSING);
  }
}
