import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { Sessions } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Person } from '../person.entity.js';
import { FactorChallenges } from './factor-challenges.js';
import { FactorMemory } from './factor-memory.js';
import { FactorStore } from './factor-store.js';
import { StepUp, type StepUpNeededError } from './step-up.js';

/** A code, since a sentence of how somebody lost a phone is nobody's business later. */
export const FACTOR_RESET_REASONS = ['PHONE_LOST', 'PHONE_REPLACED', 'CODES_LOST', 'OTHER'] as const;
export type FactorResetReason = (typeof FACTOR_RESET_REASONS)[number];
export const FACTOR_RESET_REFUSALS = ['OWN_ACCOUNT', 'NOTHING_SET'] as const;
export type FactorResetRefusal = (typeof FACTOR_RESET_REFUSALS)[number];

export type ResetError =
  | InvalidInputError
  | NotFoundError
  | StepUpNeededError
  | { readonly code: 'FACTOR_RESET_REFUSED'; readonly why: FactorResetRefusal };

/** For a colleague who lost phone, passkey and codes: a director who has met them takes the factors away. */
@Injectable()
export class FactorResets {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly store: FactorStore,
    private readonly challenges: FactorChallenges,
    private readonly sessions: Sessions,
    private readonly stepUp: StepUp,
    private readonly memory: FactorMemory,
  ) {}

  /** All sessions end; the password alone opens the next, which asks for a second factor where the role needs one. */
  async reset(
    actor: PersonActor,
    personId: string,
    reason: FactorResetReason,
    met: boolean,
  ): Promise<Result<PersonId, ResetError>> {
    if (!met) return err({ code: 'INVALID_INPUT', fields: [{ field: 'met', code: 'MEET_FIRST' }] });
    if (personId === actor.personId) return err({ code: 'FACTOR_RESET_REFUSED', why: 'OWN_ACCOUNT' });
    const fresh = await this.stepUp.requireFresh(actor);
    if (!fresh.ok) return fresh;
    return this.work.run(actor, async (): Promise<Result<PersonId, ResetError>> => {
      const person = await this.database.repository(Person).findOneBy({ id: personId, agencyId: actor.agencyId });
      if (!person?.loginId) return err({ code: 'NOT_FOUND' });
      const loginId = person.loginId as LoginId;
      if ((await this.store.removeAll(loginId)) === 0) return err({ code: 'FACTOR_RESET_REFUSED', why: 'NOTHING_SET' });
      await this.challenges.endAll(loginId);
      await this.sessions.endAll(loginId);
      await this.memory.changed(person.id as PersonId, 'RESET', { reason });
      return ok(person.id as PersonId);
    });
  }
}
