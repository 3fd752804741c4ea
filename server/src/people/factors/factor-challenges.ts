import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { LoginId, PersonId } from '@tongxing/shared/kernel';
import { fingerprint, newToken, platformActor } from '../../platform/auth/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobUpkeep } from '../../platform/outbox/index.js';
import { FactorChallenge, type ChallengePurpose } from './factor.entities.js';

export interface Asked {
  readonly purpose: ChallengePurpose;
  readonly loginId?: LoginId | undefined;
  readonly personId?: PersonId | undefined;
  /** What only this browser knows: its cookie for the occasion, or its session. */
  readonly browser: string;
  /** What a passkey is to sign. */
  readonly nonce?: string | undefined;
}

export const CHALLENGE_TRIES = 5;
export const CHALLENGE_SECONDS = 10 * 60;
const KEPT_MS = 86_400_000;
const PURGED_AT_ONCE = 500;

/** What is asked of a browser: short-lived, few tries, answered once, and by that browser only. */
@Injectable()
export class FactorChallenges {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    upkeep: JobUpkeep,
  ) {
    upkeep.also('factor challenges', () => this.purge());
  }

  /** A token for the cookie of a browser. */
  newBrowser(): string {
    return newToken();
  }

  /** Inside a unit of work; whatever this browser was asked before for the same purpose is over. */
  async ask({ purpose, loginId, personId, browser, nonce }: Asked): Promise<void> {
    const now = this.clock.now();
    const browserHash = fingerprint(browser);
    const rows = this.database.repository(FactorChallenge);
    await rows.update({ browserHash, purpose, endedAt: IsNull() }, { endedAt: now.toISOString() });
    await rows.insert({
      id: this.ids.next<never>(),
      purpose,
      loginId: loginId ?? null,
      personId: personId ?? null,
      browserHash,
      nonceHash: nonce === undefined ? null : fingerprint(nonce),
      triesLeft: CHALLENGE_TRIES,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + CHALLENGE_SECONDS * 1000).toISOString(),
      endedAt: null,
    });
  }

  /** What this browser is asked now; undefined where it was answered, ran out, or was asked of another one. */
  async living(purpose: ChallengePurpose, browser: string | undefined): Promise<FactorChallenge | undefined> {
    if (browser === undefined) return undefined;
    const where = { purpose, browserHash: fingerprint(browser), ...this.#open() };
    const row = await this.database.repository(FactorChallenge).findOneBy(where);
    return row && row.triesLeft > 0 ? row : undefined;
  }

  /** Spends one try, in a unit of its own: what follows may roll back. False where none is left. */
  async spend({ id }: FactorChallenge): Promise<boolean> {
    return this.work.run(platformActor('factor:try'), async () => {
      const rows = this.database.repository(FactorChallenge);
      const row = await this.database.forUpdate(rows.createQueryBuilder('c').where({ id, ...this.#open() })).getOne();
      if (!row || row.triesLeft <= 0) return false;
      const before = { id, triesLeft: row.triesLeft, endedAt: IsNull() };
      return (await rows.update(before, { triesLeft: row.triesLeft - 1 })).affected === 1;
    });
  }

  /** Puts other bytes to be signed into what is asked. Inside a unit of work. */
  async renewNonce({ id }: FactorChallenge, nonce: string): Promise<void> {
    const rows = this.database.repository(FactorChallenge);
    await rows.update({ id, ...this.#open() }, { nonceHash: fingerprint(nonce) });
  }

  /** Answers it; false where somebody was quicker, or it ran out meanwhile. Inside a unit of work. */
  async answer({ id }: FactorChallenge): Promise<boolean> {
    const rows = this.database.repository(FactorChallenge);
    return (await rows.update({ id, ...this.#open() }, { endedAt: this.clock.nowIso() })).affected === 1;
  }

  /** Everything that is asked of a login is over: its password or factors have changed. Inside a unit of work. */
  async endAll(loginId: LoginId): Promise<void> {
    const rows = this.database.repository(FactorChallenge);
    await rows.update({ loginId, endedAt: IsNull() }, { endedAt: this.clock.nowIso() });
  }

  /** Forgets what ran out a day ago. Returns how many. */
  async purge(): Promise<number> {
    const rows = () => this.database.repository(FactorChallenge);
    const over = { expiresAt: LessThan(new Date(this.clock.now().getTime() - KEPT_MS).toISOString()) };
    const ids = (await rows().find({ select: { id: true }, where: over, take: PURGED_AT_ONCE })).map(({ id }) => id);
    if (ids.length > 0) await this.work.run(platformActor('factor:purge'), () => rows().delete(ids));
    return ids.length;
  }

  #open() {
    return { endedAt: IsNull(), expiresAt: MoreThan(this.clock.nowIso()) };
  }
}
