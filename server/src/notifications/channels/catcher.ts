import { LessThan } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { Mail, Sms } from '../message.js';
import { SentMessage, type CaughtChannel } from '../notification.entities.js';
import { MailChannel, SmsChannel, type Delivery } from './channel.js';

export interface Caught {
  readonly id: string;
  readonly channel: CaughtChannel;
  readonly sentAt: string;
  readonly to: string;
  readonly subject?: string | undefined;
  readonly text: string;
  readonly html?: string | undefined;
}
type Body = Omit<Caught, 'id' | 'channel' | 'sentAt'>;

const NEWEST = 200;
const DAY_MS = 86_400_000;
/** People come for a mail of these days; what it says about others should not stay for longer (.env.example says so). */
export const CAUGHT_KEPT_DAYS = 7;
const PURGED_AT_ONCE = 500;
const place = (id: string) => `sent_message.body.${id}`;

/** Where messages land on a platform without providers: kept sealed, shown by the inbox page. */
export class Catcher {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Inside the unit of work that marks the message as sent; the key lets it in once. */
  async keep(channel: CaughtChannel, body: Body, delivery: Delivery): Promise<void> {
    const id: string = this.ids.next<never>();
    const subject = delivery.subject ?? delivery.agencyId;
    await this.cipher.ensureKeys(delivery.agencyId, [subject]);
    await this.database.repository(SentMessage).insert({
      id,
      agencyId: delivery.agencyId,
      channel,
      bodySealed: this.cipher.sealFor(subject, JSON.stringify(body), place(id)),
      deliveryKey: delivery.key,
      sentAt: this.clock.nowIso(),
    });
  }

  async newest(): Promise<Caught[]> {
    const rows = await this.database
      .repository(SentMessage)
      .find({ order: { sentAt: 'DESC', id: 'DESC' }, take: NEWEST });
    return this.#openAll(rows);
  }

  async find(id: string): Promise<Caught | undefined> {
    const row = await this.database.repository(SentMessage).findOneBy({ id });
    return row ? (await this.#openAll([row]))[0] : undefined;
  }

  /** Deletes what is older than it is kept, the oldest first. Returns how many that were. */
  async purge(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - CAUGHT_KEPT_DAYS * DAY_MS).toISOString();
    const old = await this.database.repository(SentMessage).find({
      select: { id: true },
      where: { sentAt: LessThan(before) },
      order: { sentAt: 'ASC' },
      take: PURGED_AT_ONCE,
    });
    if (old.length === 0) return 0;
    const actor = { kind: 'system' as const, agencyId: 'none' as AgencyId, name: 'inbox:purge' };
    await this.work.run(actor, () => this.database.repository(SentMessage).delete(old.map(({ id }) => id)));
    return old.length;
  }

  /** Messages to somebody who was erased since are left out. */
  async #openAll(rows: readonly SentMessage[]): Promise<Caught[]> {
    await this.cipher.loadKeys(rows.map((row) => row.bodySealed));
    return rows.filter((row) => !this.cipher.isErased(row.bodySealed)).map((row) => this.#open(row));
  }

  #open({ id, channel, sentAt, bodySealed }: SentMessage): Caught {
    return { id, channel, sentAt, ...(JSON.parse(this.cipher.open(bodySealed, place(id))) as Body) };
  }
}

export class CaughtMail extends MailChannel {
  constructor(private readonly catcher: Catcher) {
    super();
  }

  override send(mail: Mail, delivery: Delivery) {
    return Promise.resolve(() => this.catcher.keep('MAIL', mail, delivery));
  }
}

export class CaughtSms extends SmsChannel {
  constructor(private readonly catcher: Catcher) {
    super();
  }

  override send(sms: Sms, delivery: Delivery) {
    return Promise.resolve(() => this.catcher.keep('SMS', sms, delivery));
  }
}
