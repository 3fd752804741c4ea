import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import {
  hashPassword,
  Logins,
  MINIMUM_PASSWORD_LENGTH,
  newToken,
  normaliseIdentifier,
  platformActor,
  Sessions,
  Throttles,
  type Locale,
  type TooManyAttemptsError,
} from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Accounts, type OpenSession, type SecondFactorNeededError, type Visit } from '../accounts.js';
import { Actors } from '../actors.js';
import { DoorMemory } from '../door-memory.js';
import { FactorChallenges } from '../factors/factor-challenges.js';
import { CredentialCodes, isCodeError, termsOf, type CodeError, type CodeTerms } from './credential-codes.js';
import type { CredentialReset, ResetChannel } from './credential-reset.entity.js';

export interface AskedReset extends CodeTerms {
  /** For the cookie of the browser that asked. */
  readonly browser: string;
  readonly seconds: number;
}
export type FinishError = InvalidInputError | CodeError | SecondFactorNeededError;
export interface CodeLetter {
  readonly to: string;
  readonly channel: ResetChannel;
  readonly locale: Locale;
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
}

/** A lost password: a code by SMS or a link by mail, and a new one. Nobody learns from it who has an account. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly codes: CredentialCodes,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly throttles: Throttles,
    private readonly actors: Actors,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    private readonly memory: DoorMemory,
    private readonly trail: AuditTrail,
    private readonly challenges: FactorChallenges,
  ) {}

  /** The same answer and the same statements whether or not anybody has such an account: only the sending job looks. */
  async ask(raw: string, visit: Visit): Promise<Result<AskedReset, InvalidInputError | TooManyAttemptsError>> {
    const identifier = normaliseIdentifier(raw);
    if (!identifier) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'identifier', code: 'NOT_PHONE_OR_EMAIL' }] });
    }
    const throttled = await this.throttles.take('password-reset', identifier, visit.address);
    if (throttled) {
      if (throttled.first) await this.memory.throttled('password-reset');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const browser = newToken();
    await this.work.run(platformActor('password-reset'), async () => {
      const { id, secret } = await this.codes.issue({ purpose: 'PASSWORD', identifier, browser });
      this.trail.record({ action: 'password.resetAsked', subjectType: 'CredentialReset', subjectId: id });
      await this.outbox.publish('PasswordResetAsked', { resetId: id, secret });
    });
    const terms = termsOf({ identifier });
    return ok({ ...terms, browser, seconds: terms.minutes * 60 });
  }

  /** `browser` is the cookie of the asking one: a code that somebody else asked for is worth nothing here. */
  async finishByCode(
    code: string,
    password: string,
    browser: string | undefined,
    visit: Visit,
  ): Promise<Result<OpenSession, FinishError>> {
    const short = tooShort(password);
    if (short) return err(short);
    if (browser === undefined) return err({ code: 'CODE_ENDED' });
    const outcome = await this.codes.tryCode('PASSWORD', browser, code);
    if (!isCodeError(outcome)) return this.#finish(outcome, password, visit);
    await this.memory.failed('password.resetFailed', undefined, { reason: outcome.code });
    return err(outcome);
  }

  async finishByLink(token: string, password: string, visit: Visit): Promise<Result<OpenSession, FinishError>> {
    const short = tooShort(password);
    if (short) return err(short);
    const row = await this.codes.byLink(token);
    if (row) return this.#finish(row, password, visit);
    await this.memory.failed('password.resetFailed', undefined, { reason: 'CODE_ENDED' });
    return err({ code: 'CODE_ENDED' });
  }

  /** Whether a link still leads somewhere; so that nobody types a password in vain. */
  async isOpen(token: string): Promise<boolean> {
    return (await this.codes.byLink(token)) !== undefined;
  }

  /** What the sending job writes, and to whom; undefined where there is no such account, or nobody behind it works here. */
  async letterOf(resetId: string): Promise<CodeLetter | undefined> {
    const found = await this.codes.toSend(resetId);
    const login = found && (await this.logins.byIndex(found.row.identifierIndex));
    const actor = login && (await this.actors.ofLogin(login.id as LoginId, ''));
    if (!found || !login || !actor) return undefined;
    const { agencyId, personId } = actor;
    return { to: found.identifier, channel: found.row.channel, locale: login.locale as Locale, agencyId, personId };
  }

  async #finish(row: CredentialReset, password: string, visit: Visit): Promise<Result<OpenSession, FinishError>> {
    const ended = err({ code: 'CODE_ENDED' as const });
    const login = await this.logins.byIndex(row.identifierIndex);
    const loginId = login?.id as LoginId;
    const owner = login && (await this.actors.ofLogin(loginId, ''));
    if (!owner) return ended;
    const passwordHash = await hashPassword(password);
    const { agencyId, personId } = owner;
    const actor = { kind: 'system' as const, agencyId, name: 'password-reset' };
    const done = await this.work.run(actor, async () => {
      if (!(await this.codes.use(row.id))) return ended;
      await this.codes.endAllFor(row.identifierIndex);
      await this.logins.setPassword(loginId, passwordHash);
      const sessions = await this.sessions.endAll(loginId);
      await this.challenges.endAll(loginId);
      const facts = { channel: row.channel, sessions };
      this.trail.record({ action: 'password.reset', subjectType: 'Person', subjectId: personId, facts });
      await this.outbox.publish('PasswordChanged', { personId }, { subject: personId });
      return ok(true as const);
    });
    if (!done.ok) return done;
    const entered = await this.accounts.enter(loginId, visit);
    // The password is new; whoever has a second factor shows it as at every sign-in.
    if (!entered.ok && entered.error.code === 'SECOND_FACTOR_NEEDED') return err(entered.error);
    return entered.ok ? entered : ended;
  }
}

const tooShort = (password: string): InvalidInputError | undefined =>
  password.length < MINIMUM_PASSWORD_LENGTH
    ? { code: 'INVALID_INPUT', fields: [{ field: 'password', code: 'PASSWORD_TOO_SHORT' }] }
    : undefined;
