import { createHash, randomBytes } from 'node:crypto';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import type { LoginId, PersonId } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';
import type { Clock, Ids } from '../clock/index.js';
import type { Cipher } from '../crypto/index.js';
import { readRows, rowsOf, type Database, type UnitOfWork } from '../database/index.js';
import type { ActorDirectory } from './actor-directory.js';
import { UNKNOWN_DEVICE, type BrowserName, type Device, type SystemName } from './device.js';
import { Session } from './login.entity.js';
import { platformActor } from './throttle-store.js';

const TOKEN_BYTES = 32;
const SECONDS: Readonly<Record<Session['kind'], number>> = { login: 7 * 86_400, guardian: 2 * 3_600 };
const HOUR_MS = 3_600_000;
/** After its end a session answers no question but "was that me last week?". */
const KEPT_MS = 30 * 24 * HOUR_MS;
const PURGED_AT_ONCE = 500;

const STANDING = rowsOf(
  Session,
  ...(['id', 'kind', 'loginId', 'personId', 'expiresAt', 'endedAt', 'lastUsedAt', 'factorDueAt'] as const),
);

export const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

export interface SessionOptions {
  readonly device?: Device | undefined;
  /** As whom a login acts that belongs to people of several agencies. */
  readonly personId?: PersonId | undefined;
  /** The cookie that came along: its session ends, so that nobody goes on with what they planted. */
  readonly replacing?: string | undefined;
  /** When a second factor was shown for it (ISO). */
  readonly factorAt?: string | undefined;
  /** From when it may do nothing but set one up (ISO). */
  readonly factorDueAt?: string | undefined;
}
/** A session as its owner recognises it. */
export interface DeviceView extends Device {
  readonly id: string;
  readonly signedInAt: string;
  readonly lastUsedAt: string;
}

/** Server-side sessions: the cookie holds a random token, the table its fingerprint. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly directory: ActorDirectory,
  ) {}

  /** Opens a session inside the caller's unit of work; the token is shown once and never stored. */
  async open(
    kind: Session['kind'],
    ownerId: string,
    { device = UNKNOWN_DEVICE, personId, replacing, factorAt, factorDueAt }: SessionOptions = {},
  ): Promise<{ token: string; seconds: number }> {
    if (replacing !== undefined) await this.#endWhere({ tokenHash: fingerprint(replacing) });
    const token = newToken();
    const now = this.clock.now();
    const seconds = SECONDS[kind];
    const id: string = this.ids.next<never>();
    await this.database.repository(Session).insert({
      id,
      tokenHash: fingerprint(token),
      kind,
      loginId: ownerId,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
      endedAt: null,
      personId: personId ?? null,
      browser: device.browser ?? null,
      system: device.system ?? null,
      networkSealed: this.cipher.sealOptional(device.network, networkPlace(id)),
      lastUsedAt: toTheHour(now),
      factorAt: factorAt ?? null,
      factorDueAt: factorDueAt ?? null,
    });
    return { token, seconds };
  }

  /** Who stands behind a token now: undefined where it is unknown, ended or expired, or no role is in force. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const [session] = await readRows(this.database, STANDING, 'WHERE tokenHash = ?', [fingerprint(token)]);
    if (!session || session.endedAt !== null || session.expiresAt <= this.clock.nowIso()) return undefined;
    await this.#markUsed(session);
    if (session.kind === 'guardian') return this.directory.guardianActor(session.loginId, session.id);
    const personId = (session.personId ?? undefined) as PersonId | undefined;
    const actor = await this.directory.personActor(session.loginId as LoginId, session.id, personId);
    const held = session.factorDueAt !== null && session.factorDueAt <= this.clock.nowIso();
    return actor?.kind === 'person' && held ? { ...actor, heldBack: true } : actor;
  }

  /** Whose session a token was, ended or not; undefined for a guardian's, an unknown and an expired one. */
  async loginOf(token: string): Promise<LoginId | undefined> {
    const [session] = await readRows(this.database, STANDING, 'WHERE tokenHash = ?', [fingerprint(token)]);
    const own = session?.kind === 'login' && session.expiresAt > this.clock.nowIso();
    return own ? (session.loginId as LoginId) : undefined;
  }

  /** By which guardian's link a visit came, ended or not; undefined for a login's, an unknown and an expired one. */
  async guardianLinkOf(token: string): Promise<string | undefined> {
    const [session] = await readRows(this.database, STANDING, 'WHERE tokenHash = ?', [fingerprint(token)]);
    return session?.kind === 'guardian' && session.expiresAt > this.clock.nowIso() ? session.loginId : undefined;
  }

  /** The living sessions of a login, the one used last first. */
  async devicesOf(loginId: LoginId): Promise<DeviceView[]> {
    const rows = await this.database.repository(Session).find({
      where: { loginId, kind: 'login', endedAt: IsNull() },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
    });
    const now = this.clock.nowIso();
    return rows.filter((row) => row.expiresAt > now).map((row) => this.#view(row));
  }

  /** A sign-out: ends one session in a unit of its own. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.work.run(actor, () => this.#endWhere({ id: sessionId }));
  }

  /** Ends one session of a login; false where it is none of its own, or had ended. Inside a unit of work. */
  async endOne(loginId: LoginId, sessionId: string): Promise<boolean> {
    return (await this.#endWhere({ loginId, kind: 'login', id: sessionId })) === 1;
  }

  /** Ends every session of a login but one, as a changed password does; how many. Inside a unit of work. */
  async endOthers(loginId: string, keep: string): Promise<number> {
    const result = await this.database
      .repository(Session)
      .createQueryBuilder()
      .update()
      .set({ endedAt: this.clock.nowIso() })
      .where('loginId = :loginId AND id <> :keep AND endedAt IS NULL', { loginId, keep })
      .execute();
    return result.affected ?? 0;
  }

  /** Ends every session of a login at once: the next request of each fails. Inside a unit of work. */
  async endAll(loginId: LoginId): Promise<number> {
    return this.#endWhere({ loginId, kind: 'login' });
  }

  /** When a second factor was last shown in a session. */
  async factorAt(sessionId: string): Promise<string | undefined> {
    const session = await this.database.repository(Session).findOneBy({ id: sessionId });
    return session?.factorAt ?? undefined;
  }

  /** From when a session may do nothing but set one up; undefined where that is not asked of it. */
  async factorDueAt(sessionId: string): Promise<string | undefined> {
    const session = await this.database.repository(Session).findOneBy({ id: sessionId });
    return session?.factorDueAt ?? undefined;
  }

  /** The living sessions in which these people act. */
  async actingAs(
    personIds: readonly PersonId[],
  ): Promise<{ readonly id: string; readonly loginId: LoginId; readonly personId: PersonId }[]> {
    const living = { kind: 'login' as const, endedAt: IsNull(), expiresAt: MoreThan(this.clock.nowIso()) };
    const where = { ...living, personId: In([...personIds]) };
    const rows = await this.database.repository(Session).findBy(where);
    return rows.map((row) => ({ id: row.id, loginId: row.loginId as LoginId, personId: row.personId as PersonId }));
  }

  /** From when a session may do nothing but set one up; undefined asks nothing of it. Inside a unit of work. */
  async askForFactor(sessionId: string, dueAt: string | undefined): Promise<void> {
    await this.database.repository(Session).update({ id: sessionId }, { factorDueAt: dueAt ?? null });
  }

  /** The login has one now: nothing is asked of its sessions any more. Inside a unit of work. */
  async release(loginId: LoginId): Promise<void> {
    await this.database.repository(Session).update({ loginId, kind: 'login' }, { factorDueAt: null });
  }

  /** One was shown in it now. Inside a unit of work. */
  async showFactor(sessionId: string): Promise<void> {
    await this.database.repository(Session).update({ id: sessionId }, { factorAt: this.clock.nowIso() });
  }

  /** Forgets sessions that ended long ago, and from where they came. Returns how many. */
  async purge(): Promise<number> {
    const sessions = () => this.database.repository(Session);
    const before = new Date(this.clock.now().getTime() - KEPT_MS).toISOString();
    const over = { expiresAt: LessThan(before) };
    const ids = (await sessions().find({ select: { id: true }, where: over, take: PURGED_AT_ONCE })).map(
      ({ id }) => id,
    );
    if (ids.length > 0) await this.work.run(platformActor('session:purge'), () => sessions().delete(ids));
    return ids.length;
  }

  async #endWhere(where: Partial<Pick<Session, 'id' | 'tokenHash' | 'kind' | 'loginId'>>): Promise<number> {
    const standing = { ...where, endedAt: IsNull() };
    const result = await this.database.repository(Session).update(standing, { endedAt: this.clock.nowIso() });
    return result.affected ?? 0;
  }

  /** Writes at most once an hour a device; two requests at once do no harm. */
  async #markUsed({ id, lastUsedAt }: Pick<Session, 'id' | 'lastUsedAt'>): Promise<void> {
    const hour = toTheHour(this.clock.now());
    if (lastUsedAt !== null && lastUsedAt >= hour) return;
    const actor = platformActor('session:used');
    await this.work.run(actor, () => this.database.repository(Session).update({ id }, { lastUsedAt: hour }));
  }

  #view(row: Session): DeviceView {
    return {
      id: row.id,
      browser: (row.browser ?? undefined) as BrowserName | undefined,
      system: (row.system ?? undefined) as SystemName | undefined,
      network: this.cipher.openOptional(row.networkSealed, networkPlace(row.id)),
      signedInAt: row.createdAt,
      lastUsedAt: row.lastUsedAt ?? row.createdAt,
    };
  }
}

const networkPlace = (id: string) => `session.network.${id}`;

const toTheHour = (now: Date): string => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS).toISOString();
