import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OptionalInstantColumn,
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
}
