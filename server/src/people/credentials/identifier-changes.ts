import { Injectable } from '@nestjs/common';
import { err, ok, type LoginId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import {
  Logins,
  normaliseIdentifier,
  passwordMatches,
  Sessions,
  Throttles,
  type Locale,
} from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Actors } from '../actors.js';
import { DoorMemory } from '../door-memory.js';
import type { OwnerError } from '../factors/owner-check.js';
import { StepUp } from '../factors/step-up.js';
import { CredentialCodes, isCodeError, termsOf, type CodeError, type CodeTerms } from './credential-codes.js';
import type { CodeLetter } from './password-resets.js';

type AskError = InvalidInputError | OwnerError;

/** Another phone number or e-mail to sign in with: proved by a code to the new one, told to the old one. */
@Injectable()
export class IdentifierChanges {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly codes: CredentialCodes,
    private readonly logins: Logins,
    private readonly sessions: Sessions,
    private readonly throttles: Throttles,
    private readonly actors: Actors,
    private readonly outbox: Outbox,
    private readonly memory: DoorMemory,
    private readonly trail: AuditTrail,
    private readonly stepUp: StepUp,
  ) {}

  /** What the actor signs in with now. */
  async current(actor: PersonActor): Promise<string> {
    const login = await this.logins.find(actor.loginId);
    return login ? this.logins.identifierOf(login) : '';
  }

  /** Sends a code to the new one. The same answer where another account has it: then the code never comes. */
  async ask(actor: PersonActor, raw: string, password: string, address: string): Promise<Result<CodeTerms, AskError>> {
    const identifier = normaliseIdentifier(raw);
    if (!identifier) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'identifier', code: 'NOT_PHONE_OR_EMAIL' }] });
    }
    const fresh = await this.stepUp.requireFresh(actor);
    if (!fresh.ok) return fresh;
    const throttled = await this.throttles.take('identifier-change', actor.loginId, address);
    if (throttled) {
      if (throttled.first) await this.memory.throttled('identifier-change');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const login = await this.logins.find(actor.loginId);
    if (!(await passwordMatches(login?.passwordHash, password))) {
      await this.memory.failed('identifier.changeRefused', actor.loginId, { reason: 'PASSWORD' });
      return err({ code: 'SIGN_IN_FAILED' });
    }
    const asked = { purpose: 'IDENTIFIER', identifier, loginId: actor.loginId, browser: actor.sessionId } as const;
    await this.work.run(actor, async () => {
      const { id, secret } = await this.codes.issue({ ...asked, codeOnly: true });
      await this.outbox.publish('IdentifierChangeAsked', { resetId: id, secret }, { subject: actor.personId });
    });
    return ok(termsOf({ identifier, codeOnly: true }));
  }

  /** With the right code, from the session that asked: the new one counts, other sessions end, the old one is told. */
  async confirm(actor: PersonActor, code: string): Promise<Result<true, CodeError>> {
    const outcome = await this.codes.tryCode('IDENTIFIER', actor.sessionId, code);
    if (isCodeError(outcome)) {
      await this.memory.failed('identifier.changeRefused', actor.loginId, { reason: outcome.code });
      return err(outcome);
    }
    const identifier = this.codes.identifierOf(outcome);
    const former = await this.current(actor);
    const ended = err({ code: 'CODE_ENDED' as const });
    try {
      return await this.work.run(actor, async () => {
        if (outcome.loginId !== actor.loginId || !(await this.codes.use(outcome.id))) return ended;
        await this.logins.setIdentifier(actor.loginId, identifier);
        await this.codes.endAllFor(this.logins.indexOf(former));
        await this.sessions.endOthers(actor.loginId, actor.sessionId);
        this.trail.record({ action: 'identifier.changed', subjectType: 'Person', subjectId: actor.personId });
        const { personId } = actor;
        await this.outbox.publish('IdentifierChanged', { personId, former }, { subject: personId });
        return ok(true as const);
      });
    } catch (error) {
      // Somebody made an account with it in the meantime.
      if (this.database.engine.isUniqueViolation(error)) return ended;
      throw error;
    }
  }

  /** What the sending job writes; undefined where the new one belongs to another account. */
  async letterOf(resetId: string): Promise<CodeLetter | undefined> {
    const found = await this.codes.toSend(resetId);
    if (!found?.row.loginId || (await this.logins.byIndex(found.row.identifierIndex))) return undefined;
    const loginId = found.row.loginId as LoginId;
    const [login, owner] = await Promise.all([this.logins.find(loginId), this.actors.ofLogin(loginId, '')]);
    if (!login || !owner) return undefined;
    const { agencyId, personId } = owner;
    return { to: found.identifier, channel: found.row.channel, locale: login.locale as Locale, agencyId, personId };
  }
}
