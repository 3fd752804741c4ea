import { RateLimiterRes } from 'rate-limiter-flexible';
import { LessThanOrEqual } from 'typeorm';
import { addressToThrottle } from './device.js';
import { platformActor, ThrottleStore, type ThrottleParts } from './throttle-store.js';
import { Throttle } from './throttle.entity.js';

const QUARTER = 15 * 60;
const HOUR = 60 * 60;

/** What is tried → how often an account, and an address, may try it within how many seconds. */
const RULES = {
  'sign-in': { account: 10, address: 60, seconds: QUARTER },
  'password-reset': { account: 5, address: 30, seconds: HOUR },
  // Fewer an hour than the tries of three sign-ins: whoever knows the password does not get to guess.
  'second-factor': { account: 12, address: 60, seconds: HOUR },
  // Nothing of an account is known yet: by address only.
  'passkey-sign-in': { account: 60, address: 60, seconds: QUARTER },
  // Forty random bits behind it: these tries of an address find one of a thousand living codes in a thousand lives.
  'guardian-code': { account: 10, address: 30, seconds: HOUR },
  // A card is used once or twice in its life; a child on a borrowed phone mistypes.
  'family-card': { account: 20, address: 60, seconds: HOUR },
  // A whole class may apply behind one address.
  application: { account: 10, address: 200, seconds: HOUR },
  // A whole company may join behind one address; each number gets few messages.
  'team-day': { account: 4, address: 300, seconds: HOUR },
  'application-link': { account: 5, address: 30, seconds: HOUR },
  // The account is a paper's number; beside it stands a code of forty random bits.
  'agreement-check': { account: 20, address: 60, seconds: HOUR },
  // Whole teams come through one door, behind one address; a code lives two minutes.
  'check-in': { account: 12, address: 400, seconds: QUARTER },
  'own-factors': { account: 10, address: 60, seconds: QUARTER },
  'identifier-change': { account: 5, address: 30, seconds: HOUR },
} as const;
export type ThrottledAct = keyof typeof RULES;

export interface TooManyAttemptsError {
  readonly code: 'TOO_MANY_ATTEMPTS';
  readonly retryAfterSeconds: number;
}
export interface Throttled extends TooManyAttemptsError {
  /** True for the one try that met the limit; the tries behind it are not worth a row each. */
  readonly first: boolean;
}

const PURGED_AT_ONCE = 500;

/** Counts tries by account and by address, both as keyed hashes. Never inside a unit of work: a rollback would forget. */
export class Throttles {
  readonly #stores = new Map<string, ThrottleStore>();

  constructor(private readonly parts: ThrottleParts) {}

  /** Counts one try; says how long to wait where it was one too many, undefined where it is free. */
  async take(act: ThrottledAct, account: string, address: string): Promise<Throttled | undefined> {
    return (
      (await this.#takeOne(act, 'account', account)) ??
      (await this.#takeOne(act, 'address', addressToThrottle(address)))
    );
  }

  /** Forgets the tries of an account: its owner has come. */
  async forgive(act: ThrottledAct, account: string): Promise<void> {
    await this.#store(act, 'account').delete(account);
  }

  /** Forgets windows that are over. Returns how many. */
  async purge(): Promise<number> {
    const { database, work, clock } = this.parts;
    const throttles = () => database.repository(Throttle);
    const over = { expiresAt: LessThanOrEqual(clock.nowIso()) };
    const rows = await throttles().find({ select: { id: true }, where: over, take: PURGED_AT_ONCE });
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => row.id);
    await work.run(platformActor('throttle:purge'), () =>
      throttles()
        .createQueryBuilder()
        .delete()
        // Again: somebody may have begun a new window meanwhile.
        .where('id IN (:...ids) AND expiresAt <= :now', { ids, now: clock.nowIso() })
        .execute(),
    );
    return ids.length;
  }

  async #takeOne(act: ThrottledAct, by: 'account' | 'address', key: string): Promise<Throttled | undefined> {
    try {
      await this.#store(act, by).consume(key);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      const first = refusal.consumedPoints === RULES[act][by] + 1;
      return { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds, first };
    }
  }

  #store(act: ThrottledAct, by: 'account' | 'address'): ThrottleStore {
    const name = `${act}.${by}`;
    const known = this.#stores.get(name);
    if (known) return known;
    const made = new ThrottleStore(this.parts, { name, points: RULES[act][by], seconds: RULES[act].seconds });
    this.#stores.set(name, made);
    return made;
  }
}
