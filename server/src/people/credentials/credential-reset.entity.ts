import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  TextColumn,
} from '../../platform/database/index.js';

export const RESET_PURPOSES = ['PASSWORD', 'IDENTIFIER'] as const;
export type ResetPurpose = (typeof RESET_PURPOSES)[number];
export const RESET_CHANNELS = ['SMS', 'MAIL'] as const;
export type ResetChannel = (typeof RESET_CHANNELS)[number];

/**
 * A code or link that proves who owns a phone number or e-mail, for one purpose. The row is written whether or not
 * there is such an account: only the sending job looks.
 */
@Entity('credential_reset')
@Index('ix_credential_reset_secret', ['secretHash'])
@Index('ix_credential_reset_browser', ['browserHash', 'purpose'])
@Index('ix_credential_reset_identifier', ['identifierIndex'])
@Index('ix_credential_reset_expiry', ['expiresAt'])
export class CredentialReset {
  @IdColumn() id: string;
  @EnumColumn('credential_reset', 'purpose', RESET_PURPOSES) purpose: ResetPurpose;
  @EnumColumn('credential_reset', 'channel', RESET_CHANNELS) channel: ResetChannel;
  /** Whose identifier changes; null for a lost password, where nobody has proved anything yet. */
  @OptionalRefColumn() loginId: string | null;
  /** Where it is sent: as in `login`. */
  @TextColumn(64) identifierIndex: string;
  @LongTextColumn() identifierSealed: string;
  /** A keyed hash, since six digits are soon tried out. */
  @TextColumn(64) secretHash: string;
  /** Of the cookie of the browser that asked, or of its session. */
  @TextColumn(64) browserHash: string;
  @IntColumn() triesLeft: number;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @OptionalInstantColumn() endedAt: string | null;
}
