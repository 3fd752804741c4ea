import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** How somebody shows that it is them, beside the password. */
export const FACTOR_METHODS = ['TOTP', 'PASSKEY', 'RECOVERY_CODE'] as const;
export type FactorMethod = (typeof FACTOR_METHODS)[number];

/** An authenticator app. It counts once a first code was right; until then it is an attempt to set one up. */
@Entity('totp_factor')
@Index('ix_totp_factor_login', ['loginId'])
export class TotpFactor {
  @IdColumn() id: string;
  @RefColumn() loginId: string;
  @LongTextColumn() secretSealed: string;
  /** Step of thirty seconds whose code was used last: no code counts twice. */
  @IntColumn() usedStep: number;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() confirmedAt: string | null;
  @OptionalInstantColumn() lastUsedAt: string | null;
}

/** A key on a phone, computer or stick of its owner; here is only what checks its signatures. */
@Entity('passkey')
@Index('ux_passkey_credential', ['credentialIndex'], { unique: true })
@Index('ix_passkey_login', ['loginId'])
export class Passkey {
  @IdColumn() id: string;
  @RefColumn() loginId: string;
  /** SHA-256 of the credential's id, which may be longer than an index takes. */
  @TextColumn(64) credentialIndex: string;
  @LongTextColumn() credentialId: string;
  @LongTextColumn() publicKey: string;
  /** Unsigned 32 bits, in digits: one that does not grow is a copy. */
  @TextColumn(10) signatureCount: string;
  @JsonColumn() transports: string[];
  @LongTextColumn() nameSealed: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() lastUsedAt: string | null;
}

/** One of ten codes on paper. */
@Entity('recovery_code')
@Index('ux_recovery_code', ['loginId', 'codeHash'], { unique: true })
export class RecoveryCode {
  @IdColumn() id: string;
  @RefColumn() loginId: string;
  /** A keyed hash: the table opens nothing. */
  @TextColumn(64) codeHash: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() usedAt: string | null;
}

export const CHALLENGE_PURPOSES = ['SIGN_IN', 'PASSKEY_SIGN_IN', 'ADD_PASSKEY', 'STEP_UP'] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];

/** Something asked of one browser, for minutes, to be answered once: a second step after the password, a signature. */
@Entity('factor_challenge')
@Index('ix_factor_challenge_browser', ['browserHash', 'purpose'])
@Index('ix_factor_challenge_login', ['loginId'])
@Index('ix_factor_challenge_expiry', ['expiresAt'])
export class FactorChallenge {
  @IdColumn() id: string;
  @EnumColumn('factor_challenge', 'purpose', CHALLENGE_PURPOSES) purpose: ChallengePurpose;
  /** Whose password was right; null where a passkey is to say who it is. */
  @OptionalRefColumn() loginId: string | null;
  @OptionalRefColumn() personId: string | null;
  /** Of the cookie for the occasion, or of the session. */
  @TextColumn(64) browserHash: string;
  /** Of the random bytes that a passkey is to sign. */
  @OptionalTextColumn(64) nonceHash: string | null;
  @IntColumn() triesLeft: number;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @OptionalInstantColumn() endedAt: string | null;
}

export const FACTOR_ENTITIES = [TotpFactor, Passkey, RecoveryCode, FactorChallenge];
