// Who is told what about an application: colleagues that one arrived, applicants and those they named by a link.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateIn, type PersonId } from '@tongxing/shared/kernel';
import { Applying } from '../applications/index.js';
import { Agencies } from '../people/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobHandlers, type JobContext } from '../platform/outbox/index.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';

@Injectable()
export class ApplicationNotices implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly applying: Applying,
    private readonly agencies: Agencies,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.handlers.on('ApplicationSent', async ({ applicationId, officeId }, context) => {
      const path = `/agency/applications/${toGlobalId('Application', applicationId)}`;
      await this.notifier.tell(await this.#readers(context, officeId), 'applicationArrived', { context, path });
    });
    this.handlers.on('ApplicationAsked', async ({ applicationId, phone, path, kind, locale, expiresAt }, context) => {
      const { agencyId } = context;
      const expiresOn = localDateIn(new Date(expiresAt), await this.agencies.timeZone(agencyId));
      const template = kind === 'GUARDIAN' ? 'applicationGuardian' : 'applicationReferee';
      // Whose message it is: nobody's account, but the application's own key seals it.
      const letter = { to: phone, locale, agencyId, personId: applicationId as PersonId };
      await this.notifier.send(letter, template, { expiresOn }, { context, path });
    });
    this.handlers.on('ApplicationLinkAsked', async ({ phone }, context) => {
      await this.#send(await this.applying.resumeLetterOf(phone), 'applicationResume', context);
    });
    this.handlers.on('ApplicationDecided', async ({ applicationId }, context) => {
      await this.#send(await this.applying.letterOf(applicationId), 'applicationAnswered', context);
    });
  }

  /** Whoever supervises volunteers where it belongs; the director where nobody does. */
  async #readers({ agencyId }: JobContext, officeId: string | undefined) {
    const supervisors = await this.recipients.holdingAt(agencyId, ['SUPERVISOR'], officeId);
    return supervisors.length > 0 ? supervisors : this.recipients.holding(agencyId, ['DIRECTOR']);
  }

  async #send(
    letter: Awaited<ReturnType<Applying['letterOf']>>,
    template: 'applicationResume' | 'applicationAnswered',
    context: JobContext,
  ): Promise<void> {
    if (!letter) return;
    const { to, locale, agencyId, applicationId, path } = letter;
    const personId = applicationId as PersonId;
    await this.notifier.send({ to, locale, agencyId, personId }, template, {}, { context, path });
  }
}
