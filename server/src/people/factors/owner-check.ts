import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { Logins, passwordMatches, Throttles, type TooManyAttemptsError } from '../../platform/auth/index.js';
import { DoorMemory } from '../door-memory.js';
import { StepUp, type StepUpNeededError } from './step-up.js';

export type OwnerError = { readonly code: 'SIGN_IN_FAILED' } | TooManyAttemptsError | StepUpNeededError;

/** Whoever found an open session may not change how its owner comes in: a factor where there is one, and the password. */
@Injectable()
export class OwnerCheck {
  constructor(
    private readonly stepUp: StepUp,
    private readonly throttles: Throttles,
    private readonly logins: Logins,
    private readonly doors: DoorMemory,
  ) {}

  /** `refused` is what the audit calls a wrong password here; tries are counted together, whatever they were for. */
  async require(
    actor: PersonActor,
    password: string,
    address: string,
    refused: string,
  ): Promise<Result<true, OwnerError>> {
    const fresh = await this.stepUp.requireFresh(actor);
    if (!fresh.ok) return fresh;
    const throttled = await this.throttles.take('own-factors', actor.loginId, address);
    if (throttled) {
      if (throttled.first) await this.doors.throttled('own-factors');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const login = await this.logins.find(actor.loginId);
    if (!(await passwordMatches(login?.passwordHash, password))) {
      await this.doors.failed(refused, actor.loginId, { reason: 'PASSWORD' });
      return err({ code: 'SIGN_IN_FAILED' });
    }
    await this.throttles.forgive('own-factors', actor.loginId);
    return ok(true);
  }
}
