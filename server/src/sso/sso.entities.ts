import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

export const COMPANY_SIGN_IN_STATES = ['ACTIVE', 'ENDED'] as const;
export type CompanySignInState = (typeof COMPANY_SIGN_IN_STATES)[number];

/** A company's own directory (OpenID Connect), by which its people may sign in here. */
@Entity('company_sign_in')
@Index('ux_company_sign_in_code', ['code'], { unique: true })
@Index('ux_company_sign_in_name', ['agencyId', 'name'], { unique: true })
@Index('ix_company_sign_in_team', ['agencyId', 'teamId'])
export class CompanySignIn {
  @IdColumn() id: string;
  @LinkColumn('company_sign_in', 'agencyId', 'agency') agencyId: string;
  /** The team (a company) whose days offer it; null: none does. */
  @OptionalRefColumn() teamId: string | null;
  @TextColumn(80) name: string;
  /** Stands in the address by which its people begin. */
  @TextColumn(30) code: string;
  @TextColumn(200) issuer: string;
  @TextColumn(200) clientId: string;
  @LongTextColumn() clientSecretSealed: string;
  @EnumColumn('company_sign_in', 'state', COMPANY_SIGN_IN_STATES) state: CompanySignInState;
  @RefColumn() recordedBy: string;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** Whom the directory means by one of its own: tied by the person, while signed in here. */
@Entity('company_identity')
@Index('ux_company_identity_subject', ['signInId', 'subjectIndex'], { unique: true })
@Index('ux_company_identity_person', ['signInId', 'personId'], { unique: true })
@Index('ix_company_identity_person', ['agencyId', 'personId'])
export class CompanyIdentity {
  @IdColumn() id: string;
  @LinkColumn('company_identity', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_identity', 'signInId', 'company_sign_in') signInId: string;
  @LinkColumn('company_identity', 'personId', 'person') personId: string;
  /** A keyed fingerprint of issuer and subject; the subject itself is not kept. */
  @TextColumn(64) subjectIndex: string;
  @InstantColumn() tiedAt: string;
  @OptionalInstantColumn() usedAt: string | null;
}
