import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../database/columns.js';

/** A way to sign in: one a person, across agencies. Phone and e-mail are sealed; found again by blind index. */
@Entity('login')
@Index('ux_login_identifier', ['identifierIndex'], { unique: true })
export class Login {
  @IdColumn() id: string;
  /** Blind index of the normalised phone number or e-mail address. */
  @TextColumn(64) identifierIndex: string;
  @LongTextColumn() identifierSealed: string;
  /** Argon2id, encoded with its parameters. */
  @TextColumn(160) passwordHash: string;
  @TextColumn(8) locale: string;
  @InstantColumn() createdAt: string;
  /** When it was first asked for a second factor: the days of grace begin there. */
  @OptionalInstantColumn() factorAskedAt: string | null;
}

/** A signed-in device, or a guardian's visit by personal link. */
@Entity('session')
@Index('ux_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_login', ['loginId'])
export class Session {
  @IdColumn() id: string;
  /** SHA-256 (hex) of the cookie's token: a stolen table opens no session. */
  @TextColumn(64) tokenHash: string;
  /** The login, or the guardian's link, according to `kind`. */
  @TextColumn(10) kind: 'login' | 'guardian';
  @RefColumn() loginId: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @OptionalInstantColumn() endedAt: string | null;
  /** As whom the login acts, where it belongs to people of several agencies; null: the first with a role in force. */
  @OptionalRefColumn() personId: string | null;
  /** A word of `device.ts`; null where nothing could be recognised. */
  @OptionalTextColumn(20) browser: string | null;
  @OptionalTextColumn(20) system: string | null;
  /** The network of the sign-in, coarse and sealed. */
  @OptionalLongTextColumn() networkSealed: string | null;
  /** To the hour: when somebody used it, not what they were doing all day. */
  @OptionalInstantColumn() lastUsedAt: string | null;
  /** When a second factor was last shown in this session. */
  @OptionalInstantColumn() factorAt: string | null;
  /** From when it may do nothing but set up a second factor; null where none is asked for. */
  @OptionalInstantColumn() factorDueAt: string | null;
}
