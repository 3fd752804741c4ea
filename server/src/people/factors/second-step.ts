import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { newToken, platformActor, Throttles, type TooManyAttemptsError } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Accounts, type OpenSession, type Visit } from '../accounts.js';
import { Actors } from '../actors.js';
import { DoorMemory } from '../door-memory.js';
import { FactorChallenges } from './factor-challenges.js';
import { FactorMemory, methodFacts } from './factor-memory.js';
import { FactorStore, type TypedMethod } from './factor-store.js';
import { Passkeys } from './passkeys.js';
import type { FactorChallenge, FactorMethod } from './factor.entities.js';

export type StepError =
  | TooManyAttemptsError
  | { readonly code: 'SIGN_IN_ENDED' }
  | { readonly code: 'FACTOR_WRONG'; readonly triesLeft: number };

const ENDED = { code: 'SIGN_IN_ENDED' } as const;

/** Between a right password and a session: the second step, in the browser that typed the password. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: FactorChallenges,
    private readonly store: FactorStore,
    private readonly accounts: Accounts,
    private readonly actors: Actors,
    private readonly throttles: Throttles,
    private readonly doors: DoorMemory,
    private readonly memory: FactorMemory,
    private readonly clock: Clock,
    private readonly passkeys: Passkeys,
  ) {}

  /** How the step that this browser is asked for can be taken; undefined where it is asked for none. */
  async methods(browser: string | undefined): Promise<FactorMethod[] | undefined> {
    const asked = await this.challenges.living('SIGN_IN', browser);
    return asked && this.store.methodsOf(asked.loginId as LoginId);
  }

  /** With a typed code: of the authenticator app, or one of the recovery codes. */
  async take(
    method: TypedMethod,
    code: string,
    browser: string | undefined,
    visit: Visit,
  ): Promise<Result<OpenSession, StepError>> {
    return this.#attempt(method, browser, visit, (loginId) => this.store.use(loginId, method, code));
  }

  /** What one of the account's passkeys is to sign; undefined where this browser is asked for no second step. */
  async askPasskey(browser: string | undefined): Promise<string | undefined> {
    const asked = await this.challenges.living('SIGN_IN', browser);
    if (!asked) return undefined;
    const nonce = newToken();
    await this.work.run(platformActor('second-step'), () => this.challenges.renewNonce(asked, nonce));
    return this.passkeys.request(nonce, asked.loginId as LoginId);
  }

  /** With a passkey's signature. */
  takePasskey(answer: string, browser: string | undefined, visit: Visit): Promise<Result<OpenSession, StepError>> {
    return this.#attempt('PASSKEY', browser, visit, (loginId, asked) => this.passkeys.use(loginId, answer, asked));
  }

  /** Counts the try, lets `proves` decide inside a unit of work, and opens the session. */
  async #attempt(
    method: FactorMethod,
    browser: string | undefined,
    visit: Visit,
    proves: (loginId: LoginId, asked: FactorChallenge) => Promise<boolean>,
  ): Promise<Result<OpenSession, StepError>> {
    const asked = await this.challenges.living('SIGN_IN', browser);
    const owner = asked && (await this.#ownerOf(asked));
    if (!asked || !owner) return err(ENDED);
    const throttled = await this.throttles.take('second-factor', owner.loginId, visit.address);
    if (throttled) {
      if (throttled.first) await this.doors.throttled('second-factor');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    if (!(await this.challenges.spend(asked))) return err(ENDED);
    const done = await this.work.run(owner, async () => {
      if (!(await proves(owner.loginId, asked))) return err('WRONG' as const);
      if (!(await this.challenges.answer(asked))) return err('ENDED' as const);
      if (method === 'RECOVERY_CODE') await this.memory.changed(owner.personId, 'RECOVERY_CODE_USED');
      return ok(true as const);
    });
    if (done.ok) return this.#enter(asked, owner, method, visit);
    return err(done.error === 'WRONG' ? await this.#wrong(asked, owner, method) : ENDED);
  }

  async #enter(
    asked: FactorChallenge,
    { loginId }: PersonActor,
    method: FactorMethod,
    visit: Visit,
  ): Promise<Result<OpenSession, StepError>> {
    await this.throttles.forgive('second-factor', loginId);
    const proof = { method, at: this.clock.nowIso() };
    const session = await this.accounts.openFor(loginId, visit, personOf(asked), proof);
    return session ? ok(session) : err(ENDED);
  }

  async #wrong(asked: FactorChallenge, owner: PersonActor, method: FactorMethod): Promise<StepError> {
    await this.doors.failed('factor.failed', owner.loginId, methodFacts(method));
    const triesLeft = asked.triesLeft - 1;
    if (triesLeft > 0) return { code: 'FACTOR_WRONG', triesLeft };
    // Somebody knows the password and not the rest: its owner should hear of it.
    await this.work.run(owner, () => this.memory.changed(owner.personId, 'GUESSED'));
    return ENDED;
  }

  #ownerOf(asked: FactorChallenge): Promise<PersonActor | undefined> {
    return this.actors.ofLogin(asked.loginId as LoginId, '', personOf(asked));
  }
}

const personOf = ({ personId }: FactorChallenge): PersonId | undefined =>
  (personId ?? undefined) as PersonId | undefined;
