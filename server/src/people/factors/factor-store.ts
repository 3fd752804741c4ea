// What an account has beside its password, and whether a code is right. Each right code counts once, whoever is quicker.
import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import type { LoginId } from '@tongxing/shared/kernel';
import { newRecoveryCodes, newTotpSecret, normaliseRecoveryCode, totpStep } from '../../platform/auth/factors/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher, PLATFORM_SCOPE } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { Passkey, RecoveryCode, TotpFactor, type FactorMethod } from './factor.entities.js';

/** A factor as its owner recognises it. */
export interface FactorView {
  readonly id: string;
  readonly method: FactorMethod;
  /** As its owner called it; an authenticator app has none. */
  readonly name: string | undefined;
  readonly addedAt: string;
  readonly lastUsedAt: string | undefined;
}
export interface FactorsView {
  readonly factors: readonly FactorView[];
  readonly recoveryCodesLeft: number;
}
export type TypedMethod = Exclude<FactorMethod, 'PASSKEY'>;

const NEVER_USED = -1;
/** An attempt to set up an app is over after so long. */
const SETUP_MS = 30 * 60_000;
const secretPlace = (id: string) => `totp_factor.secret.${id}`;
export const passkeyNamePlace = (id: string) => `passkey.name.${id}`;

@Injectable()
export class FactorStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Every way in which a login can take the second step; none where it has no factor. */
  async methodsOf(loginId: LoginId): Promise<FactorMethod[]> {
    const [totp, passkey, code] = await Promise.all([
      this.#totps.existsBy({ loginId, confirmedAt: Not(IsNull()) }),
      this.#passkeys.existsBy({ loginId }),
      this.#codes.existsBy({ loginId, usedAt: IsNull() }),
    ]);
    if (!totp && !passkey) return [];
    return [
      ...(passkey ? (['PASSKEY'] as const) : []),
      ...(totp ? (['TOTP'] as const) : []),
      ...(code ? (['RECOVERY_CODE'] as const) : []),
    ];
  }

  async view(loginId: LoginId): Promise<FactorsView> {
    const [totps, passkeys, recoveryCodesLeft] = await Promise.all([
      this.#totps.find({ where: { loginId, confirmedAt: Not(IsNull()) }, order: { id: 'ASC' } }),
      this.#passkeys.find({ where: { loginId }, order: { id: 'ASC' } }),
      this.#codes.countBy({ loginId, usedAt: IsNull() }),
    ]);
    await this.cipher.loadKeys(passkeys.map(({ nameSealed }) => nameSealed));
    const apps = totps.map(({ id, confirmedAt, createdAt, lastUsedAt }): FactorView => {
      return {
        id,
        method: 'TOTP',
        name: undefined,
        addedAt: confirmedAt ?? createdAt,
        lastUsedAt: lastUsedAt ?? undefined,
      };
    });
    const keys = passkeys.map(({ id, nameSealed, createdAt, lastUsedAt }): FactorView => {
      const name = this.cipher.open(nameSealed, passkeyNamePlace(id));
      return { id, method: 'PASSKEY', name, addedAt: createdAt, lastUsedAt: lastUsedAt ?? undefined };
    });
    return { factors: [...apps, ...keys], recoveryCodesLeft };
  }

  /** Whether a typed code is right, and then used up. Inside a unit of work. */
  async use(loginId: LoginId, method: TypedMethod, typed: string): Promise<boolean> {
    return method === 'TOTP' ? this.#useTotp(loginId, typed) : this.#useRecoveryCode(loginId, typed);
  }

  /** Begins to set up an app: its secret, which counts for nothing yet. Inside a unit of work. */
  async beginTotp(loginId: LoginId): Promise<string> {
    await this.#totps.delete({ loginId, confirmedAt: IsNull() });
    const id: string = this.ids.next<never>();
    const secret = newTotpSecret();
    await this.cipher.ensureKeys(PLATFORM_SCOPE, [loginId]);
    await this.#totps.insert({
      id,
      loginId,
      secretSealed: this.cipher.sealFor(loginId, secret, secretPlace(id)),
      usedStep: NEVER_USED,
      createdAt: this.clock.nowIso(),
      confirmedAt: null,
      lastUsedAt: null,
    });
    return secret;
  }

  /** With a right code the app counts, and takes the place of an earlier one. Inside a unit of work. */
  async confirmTotp(loginId: LoginId, typed: string): Promise<'CONFIRMED' | 'WRONG' | 'NOTHING_BEGUN'> {
    const row = await this.#totps.findOneBy({ loginId, confirmedAt: IsNull() });
    if (!row || Date.parse(row.createdAt) + SETUP_MS <= this.clock.now().getTime()) return 'NOTHING_BEGUN';
    const step = await this.#step(row, typed);
    if (step === undefined) return 'WRONG';
    const now = this.clock.nowIso();
    const confirmed = { confirmedAt: now, lastUsedAt: now, usedStep: step };
    const { affected } = await this.#totps.update({ id: row.id, confirmedAt: IsNull() }, confirmed);
    if (affected !== 1) return 'NOTHING_BEGUN';
    await this.#totps.delete({ loginId, id: Not(row.id) });
    return 'CONFIRMED';
  }

  /** Takes one away; which kind it was, undefined where the login has none of this id. Inside a unit of work. */
  async remove(loginId: LoginId, id: string): Promise<FactorMethod | undefined> {
    if ((await this.#totps.delete({ id, loginId })).affected === 1) return 'TOTP';
    return (await this.#passkeys.delete({ id, loginId })).affected === 1 ? 'PASSKEY' : undefined;
  }

  /** All of a login's factors and codes; how many factors there were. Inside a unit of work. */
  async removeAll(loginId: LoginId): Promise<number> {
    const totps = await this.#totps.delete({ loginId });
    const passkeys = await this.#passkeys.delete({ loginId });
    await this.dropRecoveryCodes(loginId);
    return (totps.affected ?? 0) + (passkeys.affected ?? 0);
  }

  async dropRecoveryCodes(loginId: LoginId): Promise<void> {
    await this.#codes.delete({ loginId });
  }

  async hasRecoveryCodes(loginId: LoginId): Promise<boolean> {
    return this.#codes.existsBy({ loginId, usedAt: IsNull() });
  }

  /** Ten new codes in the place of all earlier ones: shown once, kept as hashes. Inside a unit of work. */
  async newRecoveryCodes(loginId: LoginId): Promise<string[]> {
    await this.dropRecoveryCodes(loginId);
    const codes = newRecoveryCodes();
    const createdAt = this.clock.nowIso();
    await this.#codes.insert(
      codes.map((code) => ({
        id: this.ids.next<never>(),
        loginId,
        codeHash: this.#hashOf(loginId, code),
        createdAt,
        usedAt: null,
      })),
    );
    return codes;
  }

  async #useTotp(loginId: LoginId, typed: string): Promise<boolean> {
    const row = await this.#totps.findOneBy({ loginId, confirmedAt: Not(IsNull()) });
    if (!row) return false;
    const step = await this.#step(row, typed);
    if (step === undefined) return false;
    // The condition is the last word: of two requests with the same code, one is right.
    const used = { usedStep: step, lastUsedAt: this.clock.nowIso() };
    return (await this.#totps.update({ id: row.id, usedStep: LessThan(step) }, used)).affected === 1;
  }

  async #useRecoveryCode(loginId: LoginId, typed: string): Promise<boolean> {
    const unused = { loginId, codeHash: this.#hashOf(loginId, typed), usedAt: IsNull() };
    return (await this.#codes.update(unused, { usedAt: this.clock.nowIso() })).affected === 1;
  }

  async #step({ id, secretSealed, usedStep }: TotpFactor, typed: string): Promise<number | undefined> {
    await this.cipher.loadKeys([secretSealed]);
    return totpStep(this.cipher.open(secretSealed, secretPlace(id)), typed, this.clock.now(), usedStep);
  }

  #hashOf(loginId: LoginId, code: string): string {
    return this.cipher.blindIndex('recovery.code', `${loginId}:${normaliseRecoveryCode(code)}`);
  }

  get #totps() {
    return this.database.repository(TotpFactor);
  }

  get #passkeys() {
    return this.database.repository(Passkey);
  }

  get #codes() {
    return this.database.repository(RecoveryCode);
  }
}
