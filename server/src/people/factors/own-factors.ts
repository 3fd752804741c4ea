import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { qrPicture, totpAddress } from '../../platform/auth/factors/index.js';
import { Logins, newToken, Sessions } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { FactorChallenges } from './factor-challenges.js';
import { FactorDuty } from './factor-duty.js';
import { FactorMemory, methodFacts } from './factor-memory.js';
import { FactorStore, type FactorsView } from './factor-store.js';
import { OwnerCheck, type OwnerError } from './owner-check.js';
import { Passkeys } from './passkeys.js';

export interface TotpSetup {
  /** For whoever cannot scan: typed into the app. */
  readonly secret: string;
  readonly address: string;
  /** SVG. */
  readonly picture: string;
}
export interface Added {
  /** Shown once, and only with the first factor; undefined where there are codes already. */
  readonly recoveryCodes: readonly string[] | undefined;
}
/** The role needs one: another has to be there first. */
export interface LastFactorError {
  readonly code: 'LAST_FACTOR';
}

/** Name under which an authenticator app lists the code. */
const ISSUER = '同行 Tongxing';
const LONGEST_NAME = 60;
const REFUSED = 'factor.changeRefused';

/** What everybody does with their own factors. The password is asked again, and a factor where there is one. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: FactorStore,
    private readonly owners: OwnerCheck,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly memory: FactorMemory,
    private readonly challenges: FactorChallenges,
    private readonly passkeys: Passkeys,
    private readonly duty: FactorDuty,
  ) {}

  view(actor: PersonActor): Promise<FactorsView> {
    return this.store.view(actor.loginId);
  }

  /** The secret of an app that counts for nothing until a first code was right. */
  async beginTotp(actor: PersonActor, password: string, address: string): Promise<Result<TotpSetup, OwnerError>> {
    const owner = await this.owners.require(actor, password, address, REFUSED);
    if (!owner.ok) return owner;
    const label = await this.#label(actor);
    const secret = await this.work.run(actor, () => this.store.beginTotp(actor.loginId));
    const uri = totpAddress(secret, ISSUER, label);
    return ok({ secret, address: uri, picture: await qrPicture(uri) });
  }

  /** From now on the app counts; with the first factor come recovery codes. */
  confirmTotp(actor: PersonActor, code: string): Promise<Result<Added, InvalidInputError | NotFoundError>> {
    return this.work.run(actor, async () => {
      const outcome = await this.store.confirmTotp(actor.loginId, code);
      if (outcome === 'NOTHING_BEGUN') return err({ code: 'NOT_FOUND' as const });
      if (outcome === 'WRONG') {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'code', code: 'CODE_WRONG' }] });
      }
      return ok(await this.#added(actor, 'TOTP'));
    });
  }

  /** What a browser needs to make a passkey for this account, in this session. */
  async beginPasskey(actor: PersonActor, password: string, address: string): Promise<Result<string, OwnerError>> {
    const owner = await this.owners.require(actor, password, address, REFUSED);
    if (!owner.ok) return owner;
    const { loginId, sessionId: browser } = actor;
    const nonce = newToken();
    await this.work.run(actor, () => this.challenges.ask({ purpose: 'ADD_PASSKEY', loginId, browser, nonce }));
    return ok(await this.passkeys.creation(loginId, await this.#label(actor), nonce));
  }

  /** The passkey that was made counts, under the name that its owner gave it. Missing where it was not asked for here. */
  async confirmPasskey(
    actor: PersonActor,
    name: string,
    answer: string,
  ): Promise<Result<Added, InvalidInputError | NotFoundError>> {
    const given = name.trim();
    if (given === '' || given.length > LONGEST_NAME) {
      const code = given === '' ? 'REQUIRED' : 'TOO_LONG';
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'name', code }] });
    }
    const { loginId, sessionId } = actor;
    const asked = await this.challenges.living('ADD_PASSKEY', sessionId);
    if (asked?.loginId !== loginId) return err({ code: 'NOT_FOUND' });
    return this.work.run(actor, async () => {
      if (!(await this.challenges.answer(asked))) return err({ code: 'NOT_FOUND' as const });
      const added = await this.passkeys.add(loginId, given, answer, asked);
      if (!added) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'answer', code: 'PASSKEY_WRONG' }] });
      }
      return ok(await this.#added(actor, 'PASSKEY'));
    });
  }

  /** What follows whenever a factor was added. Inside a unit of work. */
  async #added(actor: PersonActor, method: 'TOTP' | 'PASSKEY'): Promise<Added> {
    const { loginId, personId, sessionId } = actor;
    await this.sessions.showFactor(sessionId);
    await this.sessions.release(loginId);
    await this.memory.changed(personId, 'ADDED', methodFacts(method));
    const has = await this.store.hasRecoveryCodes(loginId);
    return { recoveryCodes: has ? undefined : await this.store.newRecoveryCodes(loginId) };
  }

  /** Takes one of the own factors away; with the last one go the recovery codes. Somebody else's is missing. */
  async remove(
    actor: PersonActor,
    factorId: string,
    password: string,
    address: string,
  ): Promise<Result<true, OwnerError | NotFoundError | LastFactorError>> {
    const owner = await this.owners.require(actor, password, address, REFUSED);
    if (!owner.ok) return owner;
    const { loginId, personId } = actor;
    const needed = await this.duty.holds(actor);
    return this.work.run(actor, async () => {
      const method = await this.store.remove(loginId, factorId);
      if (!method) return err({ code: 'NOT_FOUND' as const });
      const last = (await this.store.methodsOf(loginId)).length === 0;
      if (last && needed) return err({ code: 'LAST_FACTOR' as const });
      if (last) await this.store.dropRecoveryCodes(loginId);
      await this.memory.changed(personId, 'REMOVED', methodFacts(method));
      return ok(true as const);
    });
  }

  /** Ten new codes; the earlier ones open nothing any more. Missing where there is no factor to stand in for. */
  async renewCodes(
    actor: PersonActor,
    password: string,
    address: string,
  ): Promise<Result<readonly string[], OwnerError | NotFoundError>> {
    const owner = await this.owners.require(actor, password, address, REFUSED);
    if (!owner.ok) return owner;
    const { loginId, personId } = actor;
    return this.work.run(actor, async () => {
      if ((await this.store.methodsOf(loginId)).length === 0) return err({ code: 'NOT_FOUND' as const });
      const codes = await this.store.newRecoveryCodes(loginId);
      await this.memory.changed(personId, 'RECOVERY_CODES_RENEWED');
      return ok(codes);
    });
  }

  /** What an app or a browser shows, so that several accounts can be told apart. */
  async #label({ loginId }: PersonActor): Promise<string> {
    const login = await this.logins.find(loginId);
    return login ? this.logins.identifierOf(login) : '';
  }
}
