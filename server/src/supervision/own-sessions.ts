// The volunteer's side of a talk, on the phone: what they would like to talk about, their own copy, and their signature.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { LONGEST_SUPERVISION_TEXT } from '@tongxing/shared/rules';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { hashOf, signedText } from './signed-text.js';
import { textProblems } from './domain/talk-problems.js';
import { Sessions, type TalkError } from './sessions.js';
import { PLACES, SessionsRepository, type SeatView, type SessionView } from './sessions.repository.js';
import { SupervisionSeat } from './supervision.entities.js';

export interface OwnSession {
  readonly session: SessionView;
  readonly seat: SeatView;
}
type Outcome = Result<OwnSession, TalkError>;

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly sessions: Sessions,
    private readonly repository: SessionsRepository,
  ) {}

  /** Own talks, the latest day first. */
  async list({ agencyId, personId }: PersonActor): Promise<OwnSession[]> {
    return (await this.repository.ofPerson(agencyId, personId)).flatMap((session) => withSeat(session, personId) ?? []);
  }

  /** What the volunteer would like to talk about; an empty text takes it back. */
  wish(
    actor: PersonActor,
    sessionId: string,
    text: string,
  ): Promise<Result<OwnSession, NotFoundError | InvalidInputError | TalkError>> {
    const fields = textProblems('wish', text, LONGEST_SUPERVISION_TEXT, false);
    return this.#own(actor, sessionId, async ({ session, seat }) => {
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      if (session.state !== 'SCHEDULED') {
        return err({ code: 'TRANSITION_REFUSED', from: session.state, to: 'SCHEDULED' });
      }
      await this.cipher.ensureKeys(actor.agencyId, [actor.personId]);
      const trimmed = text.trim();
      const wishSealed = trimmed === '' ? null : this.cipher.sealFor(actor.personId, trimmed, PLACES.wish(seat.id));
      await this.database.repository(SupervisionSeat).update({ id: seat.id }, { wishSealed });
      return ok(undefined);
    });
  }

  /** Signs exactly what was shown; once everybody who came has signed, the talk is signed. */
  sign(actor: PersonActor, sessionId: string, version: number): Promise<Outcome> {
    return this.#own(actor, sessionId, async ({ session, seat }) => {
      if (session.version !== version) return err({ code: 'STALE_VERSION', currentVersion: session.version });
      if (seat.signedAt !== undefined) return ok(undefined);
      if (session.state !== 'HELD' || !seat.came) {
        return err({ code: 'TRANSITION_REFUSED', from: session.state, to: 'SIGNED' });
      }
      const change = { signedAt: this.clock.nowIso(), textHash: hashOf(signedText(session, seat)) };
      await this.database.repository(SupervisionSeat).update({ id: seat.id }, change);
      const facts = { hash: change.textHash };
      this.trail.record({
        action: 'supervision.signed',
        subjectType: 'SupervisionSession',
        subjectId: sessionId,
        facts,
      });
      const waiting = session.seats.some(({ id, came, signedAt }) => came && id !== seat.id && signedAt === undefined);
      return waiting ? ok(undefined) : this.#allSigned(session);
    });
  }

  /** The volunteer has done what they agreed to. */
  finish(actor: PersonActor, sessionId: string, actionId: string): Promise<Outcome> {
    return this.#own(actor, sessionId, async ({ session }) => {
      if (!session.actions.some(({ id, personId }) => id === actionId && personId === actor.personId))
        return err(MISSING);
      await this.sessions.done(actor, session, actionId);
      return ok(undefined);
    });
  }

  async #allSigned(session: SessionView): Promise<Result<undefined, TalkError>> {
    const signed = await this.sessions.move(session, 'SIGNED', {});
    if (!signed.ok) return signed;
    const next = session.actions.some(({ doneAt }) => doneAt === undefined) ? 'ACTIONS_OPEN' : 'DONE';
    const moved = await this.sessions.move({ ...session, state: 'SIGNED', version: signed.value }, next, {});
    return moved.ok ? ok(undefined) : moved;
  }

  /** Somebody else's talk answers as a missing one. */
  #own(
    actor: PersonActor,
    sessionId: string,
    act: (own: OwnSession) => Promise<Result<undefined, TalkError>>,
  ): Promise<Outcome> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const locked = await this.repository.lock(agencyId, sessionId);
      const own = locked && withSeat(locked, personId);
      if (!own) return err(MISSING);
      const acted = await act(own);
      if (!acted.ok) return acted;
      const again = await this.repository.find(agencyId, sessionId);
      const shown = again && withSeat(again, personId);
      return shown ? ok(shown) : err(MISSING);
    });
  }
}

function withSeat(session: SessionView, personId: string): OwnSession | undefined {
  const seat = session.seats.find((one) => one.personId === personId);
  return seat && { session, seat };
}
