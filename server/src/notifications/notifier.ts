import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { frequencyOf, sendingOf } from '@tongxing/shared/rules';
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
import { Digests } from './digests.js';
import { chosenKindOf, kindOf } from './preferences/message-kinds.js';
import { Preferences, type StoppedKinds } from './preferences/preferences.js';
import { addressOf, type Recipient } from './recipients.js';
import type { Locale, NoticeTemplate, TemplateName, TemplateParams } from './templates.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

/** What happened, for one template: the occasion makes a repetition recognisable. */
export interface Occasion {
  readonly context: JobContext;
  readonly path: string;
  /** The last day on which hearing of it still helps: nothing gathered is held back beyond it. */
  readonly usefulUntil?: LocalDate | undefined;
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
    private readonly preferences: Preferences,
    private readonly digests: Digests,
    private readonly links: UnsubscribeLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Inside the unit of work of an event: each recipient gets one notice at once, and a message as they have chosen: now,
   * after their quiet hours, together with others, or not at all. What concerns safety leaves now.
   */
  async tell<Name extends NoticeTemplate>(
    recipients: readonly Recipient[],
    template: Name,
    { context, path, usefulUntil }: Occasion,
    ...[words]: Further<Name>
  ): Promise<void> {
    const { agencyId, jobId } = context;
    const agency = await this.agencies.get(agencyId);
    const params = { agency: agency.name, ...words };
    requireShape({ template, params, path });
    const ids = recipients.map(({ personId }) => personId);
    const chosenOf = await this.preferences.of(agencyId, ids);
    for (const recipient of recipients) {
      const { personId, locale } = recipient;
      const chosen = chosenOf(personId);
      const sending = sendingOf({ kind: kindOf(template), usefulUntil }, chosen, this.clock.now(), agency.timeZone);
      const deliveryKey = `${jobId}:${template}:${personId}`;
      const digestAt = sending.how === 'GATHERED' ? sending.at : null;
      await this.#addNotice({ agencyId, personId, template, params, path, deliveryKey, digestAt });
      if (digestAt) await this.digests.plan(personId, digestAt);
      const address = addressOf(recipient, chosen.channel);
      if (sending.how !== 'AT_ONCE' || !address) continue;
      const message: MessagePayload = { ...address, template, locale, params, path, subject: personId };
      const runAt = sending.at.toISOString();
      await this.outbox.add(SEND_MESSAGE.kind, message, { runAt, dedupeKey: deliveryKey, subject: personId });
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
    const kinds = stoppableKinds(message.template);
    const personId = message.subject as PersonId | undefined;
    // Waiting for the end of quiet hours, it may have been stopped meanwhile.
    if (kinds && personId && (await this.#isStopped(agencyId, personId, kinds))) return undefined;
    const delivery = { key: jobId, agencyId, subject: message.subject, signal };
    const { publicUrl } = this.config;
    if (message.channel === 'SMS') return this.sms.send(toSms(message, publicUrl), delivery);
    const { locale } = message;
    const unsubscribe = kinds && personId && this.links.urlOf({ agencyId, personId, kinds, locale });
    return this.mail.send(toMail(message, publicUrl, unsubscribe), delivery);
  }

  async #isStopped(agencyId: AgencyId, personId: PersonId, kinds: StoppedKinds): Promise<boolean> {
    if (kinds === 'GATHERED') return false;
    return frequencyOf((await this.preferences.of(agencyId, [personId]))(personId), kinds) === 'IN_APP';
  }

  async #addNotice(
    notice: Pick<Notice, 'agencyId' | 'personId' | 'template' | 'path' | 'deliveryKey'> & {
      params: object;
      digestAt: Date | null;
    },
  ): Promise<void> {
    const id: string = this.ids.next<never>();
    const { params, digestAt, ...row } = notice;
    await this.cipher.ensureKeys(row.agencyId, [row.personId]);
    await this.database.repository(Notice).insert({
      ...row,
      id,
      paramsSealed: this.cipher.sealFor(row.personId, JSON.stringify(params), noticePlace(id)),
      createdAt: this.clock.nowIso(),
      readAt: null,
      digestAt: digestAt?.toISOString() ?? null,
    });
  }
}

/** What the link of a mail stops; undefined for mails that are always sent. */
function stoppableKinds(template: TemplateName): StoppedKinds | undefined {
  return template === 'digest' ? 'GATHERED' : chosenKindOf(template);
}
