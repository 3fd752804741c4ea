import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LoginId } from '@tongxing/shared/kernel';
import { fingerprint } from '../../platform/auth/index.js';
import {
  createdPasskey,
  creationRequest,
  credentialOf,
  passkeyDomain,
  signatureRequest,
  signedBy,
  type KnownPasskey,
  type PasskeyDomain,
} from '../../platform/auth/factors/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Cipher, PLATFORM_SCOPE } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { passkeyNamePlace } from './factor-store.js';
import { Passkey, type FactorChallenge } from './factor.entities.js';

/** The passkeys of accounts: made, and asked to sign. */
@Injectable()
export class Passkeys {
  readonly #domain: PasskeyDomain;

  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) config: Config,
  ) {
    this.#domain = passkeyDomain(config.publicUrl);
  }

  /** What a browser needs to make one that this account does not have yet. */
  async creation(loginId: LoginId, label: string, nonce: string): Promise<string> {
    return creationRequest(this.#domain, nonce, { handle: loginId, label }, (await this.#of(loginId)).map(known));
  }

  /** What a browser needs to sign with one of the account's; with any that it has, where no account is named. */
  async request(nonce: string, loginId?: LoginId): Promise<string> {
    const own = loginId === undefined ? undefined : (await this.#of(loginId)).map(known);
    return signatureRequest(this.#domain, nonce, own);
  }

  /** Adds the passkey that was made for what was asked; false for every other answer. Inside a unit of work. */
  async add(loginId: LoginId, name: string, answer: string, asked: FactorChallenge): Promise<boolean> {
    const made = await createdPasskey(answer, this.#domain, expects(asked));
    if (!made || (await this.#byCredential(made.credentialId))) return false;
    const id: string = this.ids.next<never>();
    await this.cipher.ensureKeys(PLATFORM_SCOPE, [loginId]);
    await this.#rows.insert({
      id,
      loginId,
      credentialIndex: indexOf(made.credentialId),
      credentialId: made.credentialId,
      publicKey: made.publicKey,
      signatureCount: String(made.signatureCount),
      transports: [...made.transports],
      nameSealed: this.cipher.sealFor(loginId, name, passkeyNamePlace(id)),
      createdAt: this.clock.nowIso(),
      lastUsedAt: null,
    });
    return true;
  }

  /** Whose passkey an answer says it is of. */
  async ownerOf(answer: string): Promise<LoginId | undefined> {
    const credentialId = credentialOf(answer);
    const row = credentialId === undefined ? undefined : await this.#byCredential(credentialId);
    return row?.loginId as LoginId | undefined;
  }

  /** Whether a passkey of this account signed what was asked. Inside a unit of work. */
  async use(loginId: LoginId, answer: string, asked: FactorChallenge, recognised = false): Promise<boolean> {
    const row = await this.#byCredential(credentialOf(answer) ?? '');
    if (row?.loginId !== loginId) return false;
    const count = await signedBy(known(row), answer, this.#domain, expects(asked), recognised);
    if (count === undefined) return false;
    // The condition is the last word: of two answers with the same count, one is right.
    const before = { id: row.id, signatureCount: row.signatureCount };
    const used = { signatureCount: String(count), lastUsedAt: this.clock.nowIso() };
    return (await this.#rows.update(before, used)).affected === 1;
  }

  #of(loginId: LoginId): Promise<Passkey[]> {
    return this.#rows.findBy({ loginId });
  }

  #byCredential(credentialId: string): Promise<Passkey | null> {
    return this.#rows.findOneBy({ credentialIndex: indexOf(credentialId) });
  }

  get #rows() {
    return this.database.repository(Passkey);
  }
}

const known = ({ credentialId, publicKey, signatureCount, transports }: Passkey): KnownPasskey => ({
  credentialId,
  publicKey,
  signatureCount: Number(signatureCount),
  transports,
});
const expects =
  ({ nonceHash }: FactorChallenge) =>
  (challenge: string): boolean =>
    nonceHash !== null && fingerprint(challenge) === nonceHash;
const indexOf = (credentialId: string): string => createHash('sha256').update(credentialId).digest('hex');
