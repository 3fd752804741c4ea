import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type Result } from '@tongxing/shared/kernel';
import { newToken, platformActor, Throttles, type TooManyAttemptsError } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Accounts, type OpenSession, type SignInFailedError, type Visit } from '../accounts.js';
import { DoorMemory } from '../door-memory.js';
import { CHALLENGE_SECONDS, FactorChallenges } from './factor-challenges.js';
import { Passkeys } from './passkeys.js';
import type { FactorChallenge } from './factor.entities.js';

export interface AskedSignature {
  /** JSON for the browser. */
  readonly request: string;
  readonly browser: string;
  readonly seconds: number;
}

/** Signing in without a password: a passkey that recognised its owner by finger, face or PIN is two factors in one. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: FactorChallenges,
    private readonly passkeys: Passkeys,
    private readonly accounts: Accounts,
    private readonly throttles: Throttles,
    private readonly doors: DoorMemory,
    private readonly clock: Clock,
  ) {}

  /** The same for everybody: nothing of an account is looked at. */
  async ask({ address }: Visit): Promise<Result<AskedSignature, TooManyAttemptsError>> {
    const throttled = await this.throttles.take('passkey-sign-in', address, address);
    if (throttled) {
      if (throttled.first) await this.doors.throttled('passkey-sign-in');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const [browser, nonce] = [this.challenges.newBrowser(), newToken()];
    await this.work.run(platformActor('passkey-sign-in'), () =>
      this.challenges.ask({ purpose: 'PASSKEY_SIGN_IN', browser, nonce }),
    );
    return ok({ request: await this.passkeys.request(nonce), browser, seconds: CHALLENGE_SECONDS });
  }

  async finish(
    answer: string,
    browser: string | undefined,
    visit: Visit,
  ): Promise<Result<OpenSession, SignInFailedError>> {
    const asked = await this.challenges.living('PASSKEY_SIGN_IN', browser);
    const loginId = await this.passkeys.ownerOf(answer);
    const proved = asked && loginId !== undefined && (await this.#proves(loginId, answer, asked));
    const proof = { method: 'PASSKEY' as const, at: this.clock.nowIso() };
    const session = proved ? await this.accounts.openFor(loginId, visit, undefined, proof) : undefined;
    if (session) return ok(session);
    await this.doors.failed('signIn.failed', loginId, { reason: proved ? 'NO_ROLE' : 'PASSKEY' });
    return err({ code: 'SIGN_IN_FAILED' });
  }

  async #proves(loginId: LoginId, answer: string, asked: FactorChallenge): Promise<boolean> {
    if (!(await this.challenges.spend(asked))) return false;
    const done = await this.work.run(platformActor('passkey-sign-in'), async () => {
      const right = (await this.passkeys.use(loginId, answer, asked, true)) && (await this.challenges.answer(asked));
      return right ? ok(true as const) : err('WRONG' as const);
    });
    return done.ok;
  }
}
