// What people are told about their accounts: invitations, codes, and that something was changed.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateIn } from '@tongxing/shared/kernel';
import { Agencies, IdentifierChanges, Invitations, PasswordResets, termsOf } from '../people/index.js';
import { JobHandlers, type FactorChange } from '../platform/outbox/index.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';
import type { NoticeTemplate } from './templates.js';

const ACCOUNT = '/account';

const FACTOR_TEMPLATES: Readonly<Record<FactorChange, NoticeTemplate>> = {
  ADDED: 'factorAdded',
  REMOVED: 'factorRemoved',
  RECOVERY_CODE_USED: 'recoveryCodeUsed',
  RECOVERY_CODES_RENEWED: 'recoveryCodesRenewed',
  RESET: 'factorsReset',
  GUESSED: 'secondStepFailed',
};

@Injectable()
export class AccountSubscriptions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
    private readonly agencies: Agencies,
    private readonly invitations: Invitations,
    private readonly resets: PasswordResets,
    private readonly changes: IdentifierChanges,
  ) {}

  onModuleInit(): void {
    this.#invitations();
    this.#codes();
    this.#changes();
  }

  #invitations(): void {
    this.handlers.on('PersonInvited', async ({ invitationId, path }, context) => {
      const letter = await this.invitations.letterOf(invitationId);
      if (!letter) return;
      const { agencyId } = context;
      const { timeZone } = await this.agencies.get(agencyId);
      const expiresOn = localDateIn(new Date(letter.expiresAt), timeZone);
      await this.notifier.send({ ...letter, agencyId }, 'invitation', { expiresOn }, { context, path });
    });
  }

  /** Asked for by anybody: only here, where nobody waits for an answer, is it seen whether there is such an account. */
  #codes(): void {
    this.handlers.on('PasswordResetAsked', async ({ resetId, secret }, context) => {
      const letter = await this.resets.letterOf(resetId);
      if (!letter) return;
      const minutes = String(termsOf({ identifier: letter.to }).minutes);
      await (letter.channel === 'SMS'
        ? this.notifier.send(letter, 'passwordCode', { code: secret, minutes }, { context, path: null })
        : this.notifier.send(letter, 'passwordLink', { minutes }, { context, path: `/reset/${secret}` }));
    });
    this.handlers.on('IdentifierChangeAsked', async ({ resetId, secret }, context) => {
      const letter = await this.changes.letterOf(resetId);
      if (!letter) return;
      const minutes = String(termsOf({ identifier: letter.to, codeOnly: true }).minutes);
      await this.notifier.send(letter, 'identifierCode', { code: secret, minutes }, { context, path: null });
    });
  }

  #changes(): void {
    this.handlers.on('PasswordChanged', async ({ personId }, context) => {
      const owner = await this.recipients.of(context.agencyId, [personId]);
      await this.notifier.tell(owner, 'passwordChanged', { context, path: ACCOUNT });
    });
    this.handlers.on('FactorsChanged', async ({ personId, change }, context) => {
      const owner = await this.recipients.of(context.agencyId, [personId]);
      await this.notifier.tell(owner, FACTOR_TEMPLATES[change], { context, path: ACCOUNT });
    });
    this.handlers.on('IdentifierChanged', async ({ personId, former }, context) => {
      const { agencyId } = context;
      const owner = await this.recipients.of(agencyId, [personId]);
      await this.notifier.tell(owner, 'identifierChanged', { context, path: ACCOUNT });
      for (const { locale } of owner) {
        const letter = { to: former, locale, agencyId, personId };
        await this.notifier.send(letter, 'identifierChanged', {}, { context, path: null });
      }
    });
  }
}
