import { Entity, Index } from 'typeorm';
import { MESSAGE_CHANNELS, type ChosenKind, type Frequency, type MessageChannel } from '@tongxing/shared/rules';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalEnumColumn,
  OptionalIntColumn,
} from '../../platform/database/index.js';

/** How somebody wants to be told what; no row means as usual. */
@Entity('message_preference')
@Index('ux_message_preference', ['agencyId', 'personId'], { unique: true })
export class MessagePreference {
  @IdColumn() id: string;
  @LinkColumn('message_preference', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('message_preference', 'personId', 'person') personId: string;
  @JsonColumn() frequencies: Partial<Record<ChosenKind, Frequency>>;
  /** Hours on the clock of the agency, 0 to 23. */
  @OptionalIntColumn() quietFrom: number | null;
  @OptionalIntColumn() quietUntil: number | null;
  @IntColumn() digestHour: number;
  /** 1 is Monday. */
  @IntColumn() digestWeekday: number;
  @OptionalEnumColumn('message_preference', 'channel', MESSAGE_CHANNELS) channel: MessageChannel | null;
  /** 0 before the first choice. */
  @IntColumn() version: number;
  @InstantColumn() changedAt: string;
}
