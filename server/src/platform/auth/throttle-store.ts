// rate-limiter-flexible on our own table: counts survive a restart, hold across servers, and no rollback loses them.
import { createRequire } from 'node:module';
import { RateLimiterRes, type RateLimiterStoreAbstract as StoreAbstract } from 'rate-limiter-flexible';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { SystemActor } from '../access/actor.js';
import type { Clock } from '../clock/index.js';
import type { Cipher } from '../crypto/index.js';
import type { Database, UnitOfWork } from '../database/index.js';
import { Throttle } from './throttle.entity.js';

/** What concerns no agency yet: nobody knows who is trying. */
export const platformActor = (name: string): SystemActor => ({ kind: 'system', agencyId: 'none' as AgencyId, name });

export interface ThrottleParts {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly cipher: Cipher;
  readonly clock: Clock;
}
export interface ThrottleRule {
  /** Tells apart who is counted for what: `sign-in.account`. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

// Declared in the library's types, and only in a file of its own in what it ships.
const require = createRequire(import.meta.url);
const RateLimiterStoreAbstract =
  require('rate-limiter-flexible/lib/RateLimiterStoreAbstract.js') as typeof StoreAbstract;

type Counted = Pick<Throttle, 'points' | 'expiresAt'>;

/** As many bits as an id has room for. */
const ID_LENGTH = 36;

const UPSERT: Readonly<Record<'sqlite' | 'mysql', string>> = {
  sqlite: `INSERT INTO throttle (id, points, expiresAt) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      points = CASE WHEN expiresAt <= ? THEN excluded.points ELSE points + excluded.points END,
      expiresAt = CASE WHEN expiresAt <= ? THEN excluded.expiresAt ELSE expiresAt END`,
  // Assignments happen from left to right: `points` still sees the old end.
  mysql: `INSERT INTO throttle (id, points, expiresAt) VALUES (?, ?, ?)
    ON DUPLICATE KEY UPDATE
      points = IF(expiresAt <= ?, VALUES(points), points + VALUES(points)),
      expiresAt = IF(expiresAt <= ?, VALUES(expiresAt), expiresAt)`,
};

export class ThrottleStore extends RateLimiterStoreAbstract {
  readonly #actor: SystemActor;

  constructor(
    private readonly parts: ThrottleParts,
    private readonly rule: ThrottleRule,
  ) {
    super({ storeClient: parts.database, keyPrefix: rule.name, points: rule.points, duration: rule.seconds });
    this.#actor = platformActor(`throttle:${rule.name}`);
  }

  /** Called by the library, as are the three below: one atomic step, in a unit of work of its own. */
  _upsert(key: string, points: number, milliseconds: number, force = false): Promise<Counted> {
    const { database, work, clock } = this.parts;
    const id = this.#idOf(key);
    const now = clock.now();
    const until = new Date(now.getTime() + milliseconds).toISOString();
    // Whatever has expired by the end of time is replaced: that is what `force` asks for.
    const expired = force ? '9999' : now.toISOString();
    return work.run(this.#actor, async () => {
      await database.manager.query(UPSERT[database.engine.kind], [id, points, until, expired, expired]);
      return database.repository(Throttle).findOneByOrFail({ id });
    });
  }

  async _get(key: string): Promise<Counted | null> {
    const row = await this.parts.database.repository(Throttle).findOneBy({ id: this.#idOf(key) });
    return row && row.expiresAt > this.parts.clock.nowIso() ? row : null;
  }

  async _delete(key: string): Promise<boolean> {
    const { database, work } = this.parts;
    const id = this.#idOf(key);
    return work.run(this.#actor, async () => (await database.repository(Throttle).delete({ id })).affected === 1);
  }

  _getRateLimiterRes(_key: string, changed: number, { points, expiresAt }: Counted): RateLimiterRes {
    const wait = Math.max(0, Date.parse(expiresAt) - this.parts.clock.now().getTime());
    return new RateLimiterRes(Math.max(0, this.rule.points - points), wait, points, points === changed);
  }

  #idOf(key: string): string {
    return this.parts.cipher.blindIndex('throttle', key).slice(0, ID_LENGTH);
  }
}
