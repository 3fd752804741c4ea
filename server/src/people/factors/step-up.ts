// What is dangerous asks again for the second factor, where one is set and was not shown within ten minutes.
import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { newToken, Sessions, Throttles, type TooManyAttemptsError } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { DoorMemory } from '../door-memory.js';
import { FactorChallenges } from './factor-challenges.js';
import { FactorMemory, methodFacts } from './factor-memory.js';
import { FactorStore, type TypedMethod } from './factor-store.js';
import type { FactorMethod } from './factor.entities.js';
import { Passkeys } from './passkeys.js';

export interface StepUpNeededError {
  readonly code: 'STEP_UP_NEEDED';
  readonly methods: readonly FactorMethod[];
}
export type ProveError = TooManyAttemptsError | { readonly code: 'FACTOR_WRONG' };

const FRESH_MS = 10 * 60_000;

@Injectable()
export class StepUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: FactorStore,
    private readonly sessions: Sessions,
    private readonly throttles: Throttles,
    private readonly doors: DoorMemory,
    private readonly memory: FactorMemory,
    private readonly clock: Clock,
    private readonly challenges: FactorChallenges,
    private readonly passkeys: Passkeys,
  ) {}

  /** Free for whoever has no factor, or has shown one in this session within ten minutes. */
  async requireFresh(actor: PersonActor): Promise<Result<true, StepUpNeededError>> {
    const methods = await this.store.methodsOf(actor.loginId);
    if (methods.length === 0) return ok(true);
    const shownAt = await this.sessions.factorAt(actor.sessionId);
    const fresh = shownAt !== undefined && Date.parse(shownAt) + FRESH_MS > this.clock.now().getTime();
    return fresh ? ok(true) : err({ code: 'STEP_UP_NEEDED', methods });
  }

  /** Shows a factor again, by a typed code; the session is fresh from then on. */
  prove(actor: PersonActor, method: TypedMethod, code: string, address: string): Promise<Result<true, ProveError>> {
    return this.#attempt(actor, method, address, (loginId) => this.store.use(loginId, method, code));
  }

  /** What one of the actor's passkeys is to sign, in this session. */
  async askPasskey(actor: PersonActor): Promise<string> {
    const nonce = newToken();
    const { loginId, sessionId: browser } = actor;
    await this.work.run(actor, () => this.challenges.ask({ purpose: 'STEP_UP', loginId, browser, nonce }));
    return this.passkeys.request(nonce, loginId);
  }

  proveByPasskey(actor: PersonActor, answer: string, address: string): Promise<Result<true, ProveError>> {
    return this.#attempt(actor, 'PASSKEY', address, async (loginId) => {
      const asked = await this.challenges.living('STEP_UP', actor.sessionId);
      if (asked?.loginId !== loginId || !(await this.challenges.answer(asked))) return false;
      return this.passkeys.use(loginId, answer, asked);
    });
  }

  /** Counts the try, lets `proves` decide inside a unit of work, and makes the session fresh. */
  async #attempt(
    actor: PersonActor,
    method: FactorMethod,
    address: string,
    proves: (loginId: LoginId) => Promise<boolean>,
  ): Promise<Result<true, ProveError>> {
    const throttled = await this.throttles.take('second-factor', actor.loginId, address);
    if (throttled) {
      if (throttled.first) await this.doors.throttled('second-factor');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const proved = await this.work.run(actor, async () => {
      if (!(await proves(actor.loginId))) return err({ code: 'FACTOR_WRONG' as const });
      await this.sessions.showFactor(actor.sessionId);
      if (method === 'RECOVERY_CODE') await this.memory.changed(actor.personId, 'RECOVERY_CODE_USED');
      return ok(true as const);
    });
    if (proved.ok) await this.throttles.forgive('second-factor', actor.loginId);
    else await this.doors.failed('factor.failed', actor.loginId, methodFacts(method));
    return proved;
  }
}
