import { createHash, randomBytes } from 'node:crypto';
import type { LoginId } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';
import type { Clock, Ids } from '../clock/index.js';
import { readRows, rowsOf, type Database, type UnitOfWork } from '../database/index.js';
import { Session } from './login.entity.js';
import type { ActorDirectory } from './actor-directory.js';

const TOKEN_BYTES = 32;
const SECONDS: Readonly<Record<Session['kind'], number>> = { login: 7 * 86_400, guardian: 2 * 3_600 };

const STANDING = rowsOf(Session, 'id', 'kind', 'loginId', 'expiresAt', 'endedAt');

const fingerprint = (token: string) => createHash('sha256').update(token).digest('hex');

/** Server-side sessions: the cookie holds a random token, the table its fingerprint. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly directory: ActorDirectory,
  ) {}

  /** Opens a session inside the caller's unit of work; the token is shown once and never stored. */
  async open(kind: Session['kind'], ownerId: string): Promise<{ token: string; seconds: number }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const seconds = SECONDS[kind];
    await this.database.repository(Session).insert({
      id: this.ids.next(),
      tokenHash: fingerprint(token),
      kind,
      loginId: ownerId,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
      endedAt: null,
    });
    return { token, seconds };
  }

  /** Who stands behind a token now: undefined where it is unknown, ended or expired, or no role is in force. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const [session] = await readRows(this.database, STANDING, 'WHERE tokenHash = ?', [fingerprint(token)]);
    if (!session || session.endedAt !== null || session.expiresAt <= this.clock.nowIso()) return undefined;
    return session.kind === 'login'
      ? this.directory.personActor(session.loginId as LoginId, session.id)
      : this.directory.guardianActor(session.loginId, session.id);
  }

  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.work.run(actor, () =>
      this.database.repository(Session).update({ id: sessionId }, { endedAt: this.clock.nowIso() }),
    );
  }

  /** Ends every session of a login but one, as a changed password does. Inside the caller's unit of work. */
  async endOthers(loginId: string, keep: string): Promise<void> {
    await this.database
      .repository(Session)
      .createQueryBuilder()
      .update()
      .set({ endedAt: this.clock.nowIso() })
      .where('loginId = :loginId AND id <> :keep AND endedAt IS NULL', { loginId, keep })
      .execute();
  }
}
