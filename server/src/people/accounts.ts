import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { faceOf } from '@tongxing/shared/permissions';
import type { Actor, PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import {
  hashPassword,
  Logins,
  MINIMUM_PASSWORD_LENGTH,
  platformActor,
  Sessions,
  SignIn,
  type Device,
  type Locale,
  type TooManyAttemptsError,
} from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Actors } from './actors.js';
import { Agencies } from './agencies/agencies.js';
import type { Agency } from './agencies/agency.entity.js';
import { DoorMemory } from './door-memory.js';
import { CHALLENGE_SECONDS, FactorChallenges } from './factors/factor-challenges.js';
import { FactorDuty } from './factors/factor-duty.js';
import { FactorStore } from './factors/factor-store.js';
import { OwnerCheck, type OwnerError } from './factors/owner-check.js';
import type { FactorMethod } from './factors/factor.entities.js';
import { PeopleRepository } from './people.repository.js';

/** From where somebody comes: what the request says of itself. */
export interface Visit {
  readonly address: string;
  readonly device: Device;
  /** The session's token that came along, whoever it belongs to. */
  readonly cookie: string | undefined;
}
export interface SignInFailedError {
  readonly code: 'SIGN_IN_FAILED';
}
export type SignInError = SignInFailedError | TooManyAttemptsError;
/** The password was right; the rest is asked of this browser. */
export interface SecondFactorNeededError {
  readonly code: 'SECOND_FACTOR_NEEDED';
  readonly methods: readonly FactorMethod[];
  /** For the cookie that ties the second step to this browser. */
  readonly browser: string;
  readonly seconds: number;
}
export type EnterError = SignInFailedError | SecondFactorNeededError;
/** A second factor, and when it was shown. */
export interface FactorProof {
  readonly method: FactorMethod;
  readonly at: string;
}
export interface OpenSession {
  readonly actor: PersonActor;
  readonly token: string;
  readonly seconds: number;
}
export interface Profile {
  readonly actor: PersonActor;
  readonly name: string;
  readonly locale: Locale;
  readonly agency: Agency;
  readonly face: ReturnType<typeof faceOf>;
}
type ChangePasswordError = InvalidInputError | OwnerError;

/** Signing in and out, and what each person decides about the own account. */
@Injectable()
export class Accounts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly signInPort: SignIn,
    private readonly actors: Actors,
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly trail: AuditTrail,
    private readonly memory: DoorMemory,
    private readonly outbox: Outbox,
    private readonly factors: FactorStore,
    private readonly challenges: FactorChallenges,
    private readonly duty: FactorDuty,
    private readonly owners: OwnerCheck,
  ) {}

  /** A login without a role in force fails like a wrong password: whoever has left learns nothing more. */
  async signIn(
    identifier: string,
    password: string,
    visit: Visit,
  ): Promise<Result<OpenSession, SignInError | SecondFactorNeededError>> {
    const attempt = await this.signInPort.attempt(identifier, password, visit.address);
    if (attempt.ok) {
      const entered = await this.enter(attempt.value.id as LoginId, visit);
      // Not where nothing opened: tries without end would tell that the password of a paused account was right.
      if (entered.ok || entered.error.code === 'SECOND_FACTOR_NEEDED') await this.signInPort.forgive(identifier);
      return entered;
    }
    const { error } = attempt;
    if (error.code === 'TOO_MANY_ATTEMPTS') {
      if (error.first) await this.memory.throttled('sign-in');
      return err({ code: error.code, retryAfterSeconds: error.retryAfterSeconds });
    }
    await this.memory.failed('signIn.failed', error.loginId, { reason: error.reason });
    return err({ code: error.code });
  }

  /**
   * The one way in for whoever has proved to own a login: by password, by a reset, by accepting an invitation.
   * An account with a second factor gets no session here: it is asked of this browser, and `SecondStep` goes on.
   */
  async enter(loginId: LoginId, visit: Visit, as?: PersonId): Promise<Result<OpenSession, EnterError>> {
    if (await this.actors.ofLogin(loginId, '', as)) {
      const methods = await this.factors.methodsOf(loginId);
      if (methods.length > 0) return err(await this.#askSecondStep(loginId, methods, as));
      const session = await this.openFor(loginId, visit, as);
      if (session) return ok(session);
    }
    await this.memory.failed('signIn.failed', loginId, { reason: 'NO_ROLE' });
    return err({ code: 'SIGN_IN_FAILED' });
  }

  /** Opens a session for a login, with its audit row; the session of the cookie that came along ends. */
  async openFor(
    loginId: LoginId,
    { device, cookie: replacing }: Visit,
    as?: PersonId,
    proof?: FactorProof,
  ): Promise<OpenSession | undefined> {
    const actor = await this.actors.ofLogin(loginId, '', as);
    if (!actor) return undefined;
    const { personId } = actor;
    const opened = await this.work.run(actor, async () => {
      const facts: Record<string, string> = proof ? { factor: proof.method } : {};
      this.trail.record({ action: 'session.opened', subjectType: 'Person', subjectId: personId, facts });
      const factorDueAt = proof ? undefined : await this.duty.begin(actor);
      return this.sessions.open('login', loginId, { device, personId, replacing, factorAt: proof?.at, factorDueAt });
    });
    return { actor, ...opened };
  }

  async #askSecondStep(
    loginId: LoginId,
    methods: readonly FactorMethod[],
    personId: PersonId | undefined,
  ): Promise<SecondFactorNeededError> {
    const browser = this.challenges.newBrowser();
    await this.work.run(platformActor('second-step'), () =>
      this.challenges.ask({ purpose: 'SIGN_IN', loginId, personId, browser }),
    );
    return { code: 'SECOND_FACTOR_NEEDED', methods, browser, seconds: CHALLENGE_SECONDS };
  }

  async signOut(actor: Actor): Promise<void> {
    if (actor.kind !== 'system') await this.sessions.end(actor, actor.sessionId);
  }

  async profile(actor: PersonActor): Promise<Profile> {
    const [people, login, agency] = await Promise.all([
      this.people.byIds(actor.agencyId, [actor.personId]),
      this.logins.find(actor.loginId),
      this.agencies.get(actor.agencyId),
    ]);
    const name = people.get(actor.personId)?.name ?? '';
    return { actor, name, locale: (login?.locale ?? 'zh-CN') as Locale, agency, face: faceOf(actor.roles) };
  }

  async changeLanguage(actor: PersonActor, locale: Locale): Promise<void> {
    await this.work.run(actor, () => this.logins.setLocale(actor.loginId, locale));
  }

  /** Ends every other session of the login: whoever knew the old password is out. */
  async changePassword(
    actor: PersonActor,
    current: string,
    next: string,
    address: string,
  ): Promise<Result<true, ChangePasswordError>> {
    if (next.length < MINIMUM_PASSWORD_LENGTH) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'next', code: 'PASSWORD_TOO_SHORT' }] });
    }
    const owner = await this.owners.require(actor, current, address, 'password.changeRefused');
    if (!owner.ok) return owner;
    const passwordHash = await hashPassword(next);
    return this.work.run(actor, async () => {
      await this.logins.setPassword(actor.loginId, passwordHash);
      await this.sessions.endOthers(actor.loginId, actor.sessionId);
      await this.challenges.endAll(actor.loginId);
      this.trail.record({ action: 'password.changed', subjectType: 'Person', subjectId: actor.personId });
      await this.outbox.publish('PasswordChanged', { personId: actor.personId }, { subject: actor.personId });
      return ok(true as const);
    });
  }
}
