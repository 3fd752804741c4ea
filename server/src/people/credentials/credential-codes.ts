import { randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { LoginId } from '@tongxing/shared/kernel';
import { fingerprint, Logins, newToken, platformActor } from '../../platform/auth/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobUpkeep } from '../../platform/outbox/index.js';
import { CredentialReset, type ResetChannel, type ResetPurpose } from './credential-reset.entity.js';

export interface AskedCode {
  readonly purpose: ResetPurpose;
  readonly identifier: string;
  readonly loginId?: LoginId | undefined;
  /** What only this browser knows: its cookie for the occasion, or its session. */
  readonly browser: string;
  /** A code to be typed, also where it goes by mail; otherwise a mail carries a link. */
  readonly codeOnly?: boolean;
}
export interface IssuedCode {
  readonly id: string;
  /** Six digits or a link's token; sent, never stored. */
  readonly secret: string;
}
export interface CodeTerms {
  readonly channel: ResetChannel;
  readonly minutes: number;
}
export type CodeError = { readonly code: 'CODE_ENDED' } | { readonly code: 'CODE_WRONG'; readonly triesLeft: number };

export const CODE_TRIES = 5;
const CODE_MINUTES = 10;
const LINK_MINUTES = 60;
const KEPT_MS = 7 * 86_400_000;
const PURGED_AT_ONCE = 500;
const place = (id: string) => `credential_reset.identifier.${id}`;

export const channelOf = (identifier: string): ResetChannel => (identifier.includes('@') ? 'MAIL' : 'SMS');

/** How it comes, and how long it holds: told to whoever asks, the same for known and unknown. */
export function termsOf({ identifier, codeOnly = false }: Pick<AskedCode, 'identifier' | 'codeOnly'>): CodeTerms {
  const channel = channelOf(identifier);
  return { channel, minutes: channel === 'SMS' || codeOnly ? CODE_MINUTES : LINK_MINUTES };
}

/** Codes and links that prove who owns a phone number or e-mail: single purpose, few tries, short lives. */
@Injectable()
export class CredentialCodes {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly logins: Logins,
    private readonly clock: Clock,
    private readonly ids: Ids,
    upkeep: JobUpkeep,
  ) {
    upkeep.also('codes', () => this.purge());
  }

  /** Writes one down, whether or not anybody has such an account. Inside a unit of work. */
  async issue(asked: AskedCode): Promise<IssuedCode> {
    const { purpose, identifier, loginId, browser, codeOnly = false } = asked;
    const { channel, minutes } = termsOf(asked);
    const id: string = this.ids.next<never>();
    const typed = channel === 'SMS' || codeOnly;
    const secret = typed ? String(randomInt(1_000_000)).padStart(6, '0') : newToken();
    const now = this.clock.now();
    await this.database.repository(CredentialReset).insert({
      id,
      purpose,
      channel,
      loginId: loginId ?? null,
      identifierIndex: this.logins.indexOf(identifier),
      identifierSealed: this.cipher.seal(identifier, place(id)),
      secretHash: typed ? this.#hashOfCode(id, secret) : this.#hashOfLink(secret),
      browserHash: fingerprint(browser),
      triesLeft: CODE_TRIES,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
      endedAt: null,
    });
    return { id, secret };
  }

  /**
   * Spends one try on the newest code that this browser asked for, in a unit of its own: what follows may roll back.
   * The row where the code is right.
   */
  async tryCode(purpose: ResetPurpose, browser: string, code: string): Promise<CredentialReset | CodeError> {
    const row = await this.#spend(purpose, browser);
    if (!row) return { code: 'CODE_ENDED' };
    if (sameHash(row.secretHash, this.#hashOfCode(row.id, code.normalize('NFKC').trim()))) return row;
    return row.triesLeft > 1 ? { code: 'CODE_WRONG', triesLeft: row.triesLeft - 1 } : { code: 'CODE_ENDED' };
  }

  /** The living row behind a link's token. */
  async byLink(token: string): Promise<CredentialReset | undefined> {
    const where = { secretHash: this.#hashOfLink(token), endedAt: IsNull(), expiresAt: MoreThan(this.clock.nowIso()) };
    return (await this.database.repository(CredentialReset).findOneBy(where)) ?? undefined;
  }

  /** Uses one up; false where somebody was quicker. Inside a unit of work. */
  async use(id: string): Promise<boolean> {
    const now = this.clock.nowIso();
    const living = { id, endedAt: IsNull(), expiresAt: MoreThan(now) };
    return (await this.database.repository(CredentialReset).update(living, { endedAt: now })).affected === 1;
  }

  /** Ends whatever else was asked for the same number or address. Inside a unit of work. */
  async endAllFor(identifierIndex: string): Promise<void> {
    const open = { identifierIndex, endedAt: IsNull() };
    await this.database.repository(CredentialReset).update(open, { endedAt: this.clock.nowIso() });
  }

  /** A living row for the job that sends it. */
  async toSend(id: string): Promise<{ readonly row: CredentialReset; readonly identifier: string } | undefined> {
    const where = { id, endedAt: IsNull(), expiresAt: MoreThan(this.clock.nowIso()) };
    const row = await this.database.repository(CredentialReset).findOneBy(where);
    return row ? { row, identifier: this.identifierOf(row) } : undefined;
  }

  identifierOf(row: CredentialReset): string {
    return this.cipher.open(row.identifierSealed, place(row.id));
  }

  /** Forgets what ended a week ago. Returns how many. */
  async purge(): Promise<number> {
    const rows = () => this.database.repository(CredentialReset);
    const over = { expiresAt: LessThan(new Date(this.clock.now().getTime() - KEPT_MS).toISOString()) };
    const ids = (await rows().find({ select: { id: true }, where: over, take: PURGED_AT_ONCE })).map(({ id }) => id);
    if (ids.length > 0) await this.work.run(platformActor('codes:purge'), () => rows().delete(ids));
    return ids.length;
  }

  /** The row as it was before the try; undefined where there is none, or no try is left. */
  async #spend(purpose: ResetPurpose, browser: string): Promise<CredentialReset | undefined> {
    return this.work.run(platformActor('code:try'), async () => {
      const rows = this.database.repository(CredentialReset);
      const query = rows
        .createQueryBuilder('r')
        .where({
          purpose,
          browserHash: fingerprint(browser),
          endedAt: IsNull(),
          expiresAt: MoreThan(this.clock.nowIso()),
        })
        .orderBy('r.id', 'DESC')
        .limit(1);
      const row = await this.database.forUpdate(query).getOne();
      if (!row || row.triesLeft <= 0) return undefined;
      const left = { triesLeft: row.triesLeft - 1 };
      const spent = await rows.update({ id: row.id, triesLeft: row.triesLeft, endedAt: IsNull() }, left);
      return spent.affected === 1 ? row : undefined;
    });
  }

  #hashOfCode(id: string, code: string): string {
    return this.cipher.blindIndex('credential.code', `${id}:${code}`);
  }

  #hashOfLink(token: string): string {
    return this.cipher.blindIndex('credential.link', token);
  }
}

export const isCodeError = (outcome: CredentialReset | CodeError): outcome is CodeError => 'code' in outcome;

const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
