import { Injectable } from '@nestjs/common';
import {
  err,
  ok,
  type AgencyId,
  type LocalDate,
  type LoginId,
  type PersonId,
  type Result,
} from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { LEGAL_VERSIONS, type LegalVersions } from '@tongxing/shared/rules';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import {
  hashPassword,
  Logins,
  MINIMUM_PASSWORD_LENGTH,
  SignIn,
  type Locale,
  type TooManyAttemptsError,
} from '../../platform/auth/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../platform/graphql/index.js';
import { Accounts, type EnterError, type OpenSession, type Visit } from '../accounts.js';
import { Agencies } from '../agencies/agencies.js';
import type { Agency } from '../agencies/agency.entity.js';
import { DoorMemory } from '../door-memory.js';
import { PeopleRepository } from '../people.repository.js';
import { LEGAL_DOCUMENTS, TermsAcceptance, type Invitation, type InvitedRole } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';
import { maskIdentifier } from './mask.js';

export interface InvitationView {
  readonly agency: Agency;
  /** Enough to recognise the own number or address by. */
  readonly identifierHint: string;
  /** Whether that number or address has an account already: then its password is asked for, not a new one. */
  readonly hasAccount: boolean;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  readonly expiresAt: string;
}
export interface JoinInput {
  readonly token: string;
  readonly password: string;
  readonly locale: Locale;
  /** The versions that were read and agreed to. */
  readonly agreedTo: LegalVersions;
}
export type JoinError = InvalidInputError | EnterError | TooManyAttemptsError | { readonly code: 'INVITATION_ENDED' };
export interface Joined {
  /** Undefined where no role has begun yet: there is nothing to sign in to before that day. */
  readonly session: OpenSession | undefined;
  readonly opensOn: LocalDate | undefined;
}

/** From the link to the first page: a password, an agreement to the texts, and in. */
@Injectable()
export class Joining {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly repository: InvitationsRepository,
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly memory: DoorMemory,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What a living link tells whoever holds it; undefined for every other, whatever became of it. */
  async look(token: string): Promise<InvitationView | undefined> {
    const invitation = await this.repository.byToken(token);
    if (!invitation) return undefined;
    const agencyId = invitation.agencyId as AgencyId;
    const [agency, identifier, login, roles] = await Promise.all([
      this.agencies.get(agencyId),
      this.repository.identifierOf(invitation),
      this.logins.byIndex(invitation.identifierIndex),
      this.#roles(invitation),
    ]);
    const { locale, expiresAt } = invitation;
    const identifierHint = maskIdentifier(identifier);
    return { agency, identifierHint, hasAccount: login !== null, roles, locale: locale as Locale, expiresAt };
  }

  async join(input: JoinInput, visit: Visit): Promise<Result<Joined, JoinError>> {
    const invitation = await this.repository.byToken(input.token);
    if (!invitation) return err({ code: 'INVITATION_ENDED' });
    const fields = textProblems(input.agreedTo);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const login = await this.logins.byIndex(invitation.identifierIndex);
    const proof = login ? await this.#proveOwn(invitation, input.password, visit) : await newPassword(input.password);
    if (!proof.ok) return proof;
    const accepted = await this.#accept(invitation, proof.value, input);
    if (!accepted.ok) return accepted;
    return this.#enter(invitation, accepted.value, visit);
  }

  /** An account that stands is opened by its own password, throttled like any other try. */
  async #proveOwn(invitation: Invitation, password: string, visit: Visit): Promise<Result<Proof, JoinError>> {
    const identifier = await this.repository.identifierOf(invitation);
    const attempt = await this.signIn.attempt(identifier, password, visit.address);
    if (attempt.ok) {
      await this.signIn.forgive(identifier);
      return ok({ loginId: attempt.value.id as LoginId });
    }
    const { error } = attempt;
    if (error.code === 'TOO_MANY_ATTEMPTS') {
      return err({ code: error.code, retryAfterSeconds: error.retryAfterSeconds });
    }
    await this.memory.failed('signIn.failed', error.loginId, { reason: error.reason });
    return err({ code: error.code });
  }

  async #accept(invitation: Invitation, proof: Proof, { locale }: JoinInput): Promise<Result<LoginId, JoinError>> {
    const agencyId = invitation.agencyId as AgencyId;
    const personId = invitation.personId as PersonId;
    const identifier = await this.repository.identifierOf(invitation);
    const ended = err({ code: 'INVITATION_ENDED' as const });
    try {
      return await this.work.run({ kind: 'system', agencyId, name: 'invitation' }, async () => {
        if (!(await this.repository.accept(invitation.id))) return ended;
        const loginId =
          'loginId' in proof ? proof.loginId : await this.logins.create(identifier, proof.passwordHash, locale);
        if (!(await this.people.giveLogin(agencyId, personId, loginId))) return ended;
        await this.people.takeUp(agencyId, personId, await this.#fromToday(invitation));
        await this.#agree(invitation, loginId, locale);
        const facts = { ...LEGAL_VERSIONS };
        this.trail.record({ action: 'invitation.accepted', subjectType: 'Person', subjectId: personId, facts });
        return ok(loginId);
      });
    } catch (error) {
      // The same number got an account between the two: the link stands, and asks for that password next.
      if (this.database.engine.isUniqueViolation(error)) return err({ code: 'SIGN_IN_FAILED' });
      throw error;
    }
  }

  /** Nobody held a role before they accepted it, however long the letter was under way. */
  async #fromToday({ agencyId, roles }: Invitation): Promise<InvitedRole[]> {
    const today = await this.agencies.today(agencyId as AgencyId);
    const living = roles.filter(({ endsOn }) => endsOn === null || endsOn >= today);
    return living.map((role) => ({ ...role, startsOn: role.startsOn < today ? today : role.startsOn }));
  }

  async #agree({ agencyId, personId }: Invitation, loginId: LoginId, locale: Locale): Promise<void> {
    const acceptedAt = this.clock.nowIso();
    const versions = { PRIVACY: LEGAL_VERSIONS.privacy, TERMS: LEGAL_VERSIONS.terms };
    await this.database.repository(TermsAcceptance).insert(
      LEGAL_DOCUMENTS.map((document) => ({
        id: this.ids.next(),
        agencyId,
        personId,
        loginId,
        document,
        version: versions[document],
        locale,
        acceptedAt,
      })),
    );
  }

  async #enter(invitation: Invitation, loginId: LoginId, visit: Visit): Promise<Result<Joined, JoinError>> {
    const agencyId = invitation.agencyId as AgencyId;
    const personId = invitation.personId as PersonId;
    const today = await this.agencies.today(agencyId);
    const roles = await this.people.rolesFrom(agencyId, personId, today);
    const first = roles.map((role) => role.startsOn).sort()[0];
    if (first === undefined || first > today) return ok({ session: undefined, opensOn: first });
    const entered = await this.accounts.enter(loginId, visit, personId);
    return entered.ok ? ok({ session: entered.value, opensOn: undefined }) : entered;
  }

  async #roles({ agencyId, personId, roles }: Invitation): Promise<Role[]> {
    const today = await this.agencies.today(agencyId as AgencyId);
    const held = await this.people.rolesFrom(agencyId as AgencyId, personId, today);
    return [...new Set([...held, ...roles].map(({ role }) => role))];
  }
}

type Proof = { readonly loginId: LoginId } | { readonly passwordHash: string };

async function newPassword(password: string): Promise<Result<Proof, JoinError>> {
  if (password.length < MINIMUM_PASSWORD_LENGTH) {
    return err({ code: 'INVALID_INPUT', fields: [{ field: 'password', code: 'PASSWORD_TOO_SHORT' }] });
  }
  return ok({ passwordHash: await hashPassword(password) });
}

function textProblems({ privacy, terms }: LegalVersions): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (privacy !== LEGAL_VERSIONS.privacy) problems.push({ field: 'privacy', code: 'TEXT_CHANGED' });
  if (terms !== LEGAL_VERSIONS.terms) problems.push({ field: 'terms', code: 'TEXT_CHANGED' });
  return problems;
}
