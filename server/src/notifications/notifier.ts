import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Agencies } from '../people/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { JobRefused, Outbox, type JobContext } from '../platform/outbox/index.js';
import { MailChannel, SmsChannel, type AfterSending } from './channels/channel.js';
import { MessageGate, misshapen, requireShape } from './message-gate.js';
import { SEND_MESSAGE, toMail, toSms, type MessagePayload } from './message.js';
import { Notice } from './notification.entities.js';
import { noticePlace } from './notices.js';
import type { Recipient } from './recipients.js';
import type { Locale, NoticeTemplate, TemplateName, TemplateParams } from './templates.js';

/** What happened, for one template: the occasion makes a repetition recognisable. */
export interface Occasion {
  readonly context: JobContext;
  readonly path: string;
}

/** Where a message goes, and whose it is. */
export interface Letter {
  readonly to: string;
  readonly locale: Locale;
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
}

/** What a template needs beside the agency's name; nothing for most. */
type Further<Name extends NoticeTemplate> = keyof TemplateParams[Name] extends 'agency'
  ? []
  : [words: Omit<TemplateParams[Name], 'agency'>];

/** The one port by which people are told something: a notice in the app, and a mail or SMS beside it. */
@Injectable()
export class Notifier {
  constructor(
    private readonly outbox: Outbox,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly mail: MailChannel,
    private readonly sms: SmsChannel,
    private readonly gate: MessageGate,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Inside the unit of work of an event: each recipient gets one notice, and one message to be sent. */
  async tell<Name extends NoticeTemplate>(
    recipients: readonly Recipient[],
    template: Name,
    { context, path }: Occasion,
    ...[words]: Further<Name>
  ): Promise<void> {
    const { agencyId, jobId } = context;
    const agency = await this.agencies.get(agencyId);
    const params = { agency: agency.name, ...words };
    requireShape({ template, params, path });
    for (const { personId, locale, address } of recipients) {
      const deliveryKey = `${jobId}:${template}:${personId}`;
      await this.#addNotice({ agencyId, personId, template, params, path, deliveryKey });
      if (!address) continue;
      const message: MessagePayload = { ...address, template, locale, params, path, subject: personId };
      await this.outbox.add(SEND_MESSAGE.kind, message, { dedupeKey: deliveryKey, subject: personId });
    }
  }

  /** To a guardian, who has no account: an SMS with a personal link, without a notice. */
  async sendLink(
    to: { readonly phone: string; readonly childPersonId?: string | undefined },
    locale: Locale,
    link: Omit<TemplateParams['guardianLink'], 'agency'>,
    context: JobContext,
  ): Promise<void> {
    const { name: agency } = await this.agencies.get(context.agencyId);
    const params = { agency, ...link };
    const { phone, childPersonId: subject } = to;
    const message: MessagePayload = {
      channel: 'SMS',
      to: phone,
      template: 'guardianLink',
      locale,
      params,
      path: null,
      subject,
    };
    requireShape(message);
    await this.outbox.add(SEND_MESSAGE.kind, message, { dedupeKey: `${context.jobId}:guardianLink`, subject });
  }

  /** To an address that belongs to somebody, or is to: a message with what it needs, without a notice. */
  async send<Name extends TemplateName>(
    letter: Letter,
    template: Name,
    params: Omit<TemplateParams[Name], 'agency'>,
    { context, path }: { readonly context: JobContext; readonly path: string | null },
  ): Promise<void> {
    const { to, locale, agencyId, personId } = letter;
    const { name: agency } = await this.agencies.get(agencyId);
    const channel = to.includes('@') ? 'MAIL' : 'SMS';
    const words = { agency, ...params };
    const message: MessagePayload = { channel, to, template, locale, params: words, path, subject: personId };
    requireShape(message);
    const dedupeKey = `${context.jobId}:${template}`;
    await this.outbox.add(SEND_MESSAGE.kind, message, { dedupeKey, subject: personId });
  }

  /** The sending job itself: outside of any unit of work, since nothing takes a sent message back. */
  async deliver(written: MessagePayload, { jobId, agencyId, signal }: JobContext): Promise<AfterSending> {
    // Written by whatever put the job there, perhaps an older version: it is looked at again before it leaves.
    if (misshapen(written).length > 0) throw new JobRefused('FREE_TEXT_IN_MESSAGE');
    const message = await this.gate.namedSafely(agencyId, written);
    const delivery = { key: jobId, agencyId, subject: message.subject, signal };
    const { publicUrl } = this.config;
    return message.channel === 'MAIL'
      ? this.mail.send(toMail(message, publicUrl), delivery)
      : this.sms.send(toSms(message, publicUrl), delivery);
  }

  async #addNotice(
    notice: Pick<Notice, 'agencyId' | 'personId' | 'template' | 'path' | 'deliveryKey'> & { params: object },
  ): Promise<void> {
    const id: string = this.ids.next<never>();
    const { params, ...row } = notice;
    await this.cipher.ensureKeys(row.agencyId, [row.personId]);
    await this.database.repository(Notice).insert({
      ...row,
      id,
      paramsSealed: this.cipher.sealFor(row.personId, JSON.stringify(params), noticePlace(id)),
      createdAt: this.clock.nowIso(),
      readAt: null,
    });
  }
}
