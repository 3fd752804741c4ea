import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type Result } from '@tongxing/shared/kernel';
import { faceOf } from '@tongxing/shared/permissions';
import type { Actor, PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import {
  hashPassword,
  Logins,
  MINIMUM_PASSWORD_LENGTH,
  passwordMatches,
  Sessions,
  SignIn,
  type Locale,
  type SignInError,
} from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError } from '../platform/graphql/index.js';
import { Actors } from './actors.js';
import { Agencies } from './agencies/agencies.js';
import type { Agency } from './agencies/agency.entity.js';
import { PeopleRepository } from './people.repository.js';

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
type ChangePasswordError = InvalidInputError | { readonly code: 'SIGN_IN_FAILED' };

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
  ) {}

  /** A login without a role in force fails like a wrong password: whoever has left learns nothing more. */
  async signIn(identifier: string, password: string, address: string): Promise<Result<OpenSession, SignInError>> {
    const attempt = await this.signInPort.attempt(identifier, password, address);
    if (!attempt.ok) return attempt;
    const session = await this.openFor(attempt.value.id as LoginId);
    return session ? ok(session) : err({ code: 'SIGN_IN_FAILED' });
  }

  /** Opens a session for a login, with its audit row. */
  async openFor(loginId: LoginId): Promise<OpenSession | undefined> {
    const actor = await this.actors.ofLogin(loginId, '');
    if (!actor) return undefined;
    const opened = await this.work.run(actor, async () => {
      this.trail.record({ action: 'session.opened', subjectType: 'Person', subjectId: actor.personId });
      return this.sessions.open('login', loginId);
    });
    return { actor, ...opened };
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
  async changePassword(actor: PersonActor, current: string, next: string): Promise<Result<true, ChangePasswordError>> {
    if (next.length < MINIMUM_PASSWORD_LENGTH) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'next', code: 'PASSWORD_TOO_SHORT' }] });
    }
    const login = await this.logins.find(actor.loginId);
    if (!(await passwordMatches(login?.passwordHash, current))) return err({ code: 'SIGN_IN_FAILED' });
    const passwordHash = await hashPassword(next);
    return this.work.run(actor, async () => {
      await this.logins.setPassword(actor.loginId, passwordHash);
      await this.sessions.endOthers(actor.loginId, actor.sessionId);
      this.trail.record({ action: 'password.changed', subjectType: 'Person', subjectId: actor.personId });
      return ok(true as const);
    });
  }
}
