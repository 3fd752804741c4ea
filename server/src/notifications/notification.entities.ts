import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  TextColumn,
} from '../platform/database/index.js';
import { MessagePreference } from './preferences/preference.entity.js';

/** A message in the app, for one person. Its words are made when it is read, in the reader's language. */
@Entity('notice')
@Index('ux_notice_delivery', ['deliveryKey'], { unique: true })
@Index('ix_notice_person', ['personId', 'createdAt'])
@Index('ix_notice_digest', ['digestAt'])
export class Notice {
  @IdColumn() id: string;
  @LinkColumn('notice', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('notice', 'personId', 'person') personId: string;
  @TextColumn(60) template: string;
  @LongTextColumn() paramsSealed: string;
  /** Page of the client that it leads to. */
  @OptionalTextColumn(200) path: string | null;
  /** Same occasion, same person, same key: one notice however often it is delivered. */
  @TextColumn(160) deliveryKey: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() readAt: string | null;
  /** When it is to be sent together with others; null once it was, and for what is sent by itself or not at all. */
  @OptionalInstantColumn() digestAt: string | null;
}

export const CAUGHT_CHANNELS = ['MAIL', 'SMS'] as const;
export type CaughtChannel = (typeof CAUGHT_CHANNELS)[number];

/** A mail or SMS that a platform without a provider kept instead of sending; the inbox page shows it. */
@Entity('sent_message')
@Index('ux_sent_message_delivery', ['deliveryKey'], { unique: true })
@Index('ix_sent_message_sent', ['sentAt'])
export class SentMessage {
  @IdColumn() id: string;
  @OptionalRefColumn() agencyId: string | null;
  @EnumColumn('sent_message', 'channel', CAUGHT_CHANNELS) channel: CaughtChannel;
  /** Sealed JSON: recipient, subject, text. */
  @LongTextColumn() bodySealed: string;
  @TextColumn(160) deliveryKey: string;
  @InstantColumn() sentAt: string;
}

/** Tables of this module. */
export const NOTIFICATION_ENTITIES = [MessagePreference, Notice, SentMessage];
