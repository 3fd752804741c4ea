// Who hears what of an agreement: the volunteer each step of their own, the desk what waits for it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonId } from '@tongxing/shared/kernel';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobHandlers, type AgreementAbout, type JobContext } from '../platform/outbox/index.js';
import { Notifier } from './notifier.js';
import { Recipients, type Recipient } from './recipients.js';

const OWN = '/volunteer/agreement';
const deskPath = (id: string) => `/agency/agreements/${toGlobalId('Agreement', id)}`;

@Injectable()
export class AgreementSubscriptions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.#asked();
    this.#ended();
  }

  #asked(): void {
    const { handlers, notifier } = this;
    handlers.on('AgreementOffered', async ({ personId, signBy }, context) => {
      const volunteer = await this.recipients.of(context.agencyId, [personId]);
      const occasion = { context, path: OWN };
      if (signBy === undefined) return notifier.tell(volunteer, 'agreementOffered', occasion);
      await notifier.tell(volunteer, 'agreementNewVersion', { ...occasion, usefulUntil: signBy }, { day: signBy });
    });
    handlers.on('AgreementSigned', async ({ about, by, next }, context) => {
      const occasion = { context, path: deskPath(about.agreementId) };
      if (next === undefined) return this.#inForce(about, by, context);
      if (next === 'VOLUNTEER') {
        return notifier.tell(await this.#volunteer(about, by, context), 'agreementYourTurn', { context, path: OWN });
      }
      if (next === 'AGENCY') {
        return notifier.tell(await this.#leads(about, by, context), 'agreementToCountersign', occasion);
      }
      await notifier.tell(await this.#desk(about, by, context), 'agreementAwaitsGuardian', occasion);
    });
  }

  async #inForce(about: AgreementAbout, by: PersonId | null, context: JobContext): Promise<void> {
    const volunteer = await this.#volunteer(about, by, context);
    await this.notifier.tell(volunteer, 'agreementInForce', { context, path: OWN });
    const desk = about.offeredBy === undefined ? [] : await this.#desk(about, by, context);
    await this.notifier.tell(desk, 'agreementInForceForDesk', { context, path: deskPath(about.agreementId) });
  }

  #ended(): void {
    const { handlers, notifier } = this;
    handlers.on('AgreementEnded', async ({ about, by, wasInForce }, context) => {
      const byTheOther = by === null || by === about.volunteerPersonId;
      if (!byTheOther) {
        const template = wasInForce ? 'agreementEnded' : 'agreementTakenBack';
        return notifier.tell(await this.#volunteer(about, by, context), template, { context, path: OWN });
      }
      const desk = await this.#desk(about, by, context);
      // Whoever leads hears of what no longer holds; that an offer was not taken up is for whoever made it.
      const leads = wasInForce ? await this.#leads(about, by, context) : [];
      const told = [...desk, ...leads.filter(({ personId }) => desk.every((one) => one.personId !== personId))];
      const path = deskPath(about.agreementId);
      await notifier.tell(told, wasInForce ? 'agreementLeft' : 'agreementDeclined', { context, path });
    });
  }

  /** The volunteer whom it is with, unless they did it themselves. */
  #volunteer(
    { volunteerPersonId }: AgreementAbout,
    by: PersonId | null,
    { agencyId }: JobContext,
  ): Promise<Recipient[]> {
    return this.recipients.of(agencyId, volunteerPersonId && volunteerPersonId !== by ? [volunteerPersonId] : []);
  }

  /** Whoever may sign for the agency where it belongs; nobody signs their own, nor hears of what they did. */
  async #leads(
    { volunteerPersonId, officeId }: AgreementAbout,
    by: PersonId | null,
    { agencyId }: JobContext,
  ): Promise<Recipient[]> {
    const leads = await this.recipients.holdingAt(agencyId, ['SUPERVISOR', 'DIRECTOR'], officeId);
    return leads.filter(({ personId }) => personId !== volunteerPersonId && personId !== by);
  }

  /** Whoever offered it, while they are still a colleague; otherwise whoever leads. */
  async #desk(about: AgreementAbout, by: PersonId | null, context: JobContext): Promise<Recipient[]> {
    const { offeredBy, officeId } = about;
    const team = await this.recipients.holdingAt(
      context.agencyId,
      ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'],
      officeId,
    );
    const offering = team.filter(({ personId }) => personId === offeredBy);
    if (offering.length === 0) return this.#leads(about, by, context);
    return offering.filter(({ personId }) => personId !== by && personId !== about.volunteerPersonId);
  }
}
