import { Entity, Index } from 'typeorm';
import type { Role } from '@tongxing/shared/permissions';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** A role that an invited person takes up on accepting, from a day to a day. */
export interface InvitedRole {
  readonly role: Role;
  /** Null: in the whole agency. */
  readonly officeId: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A link by which somebody whom the agency knows makes an account. Single use; only the secret's fingerprint is kept. */
@Entity('invitation')
@Index('ux_invitation_token', ['tokenHash'], { unique: true })
@Index('ux_invitation_open', ['openPersonId'], { unique: true })
@Index('ix_invitation_person', ['agencyId', 'personId'])
export class Invitation {
  @IdColumn() id: string;
  @LinkColumn('invitation', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('invitation', 'personId', 'person') personId: string;
  /** The person while the invitation stands, null once it is accepted, revoked or replaced: one stands at a time. */
  @OptionalRefColumn() openPersonId: string | null;
  /** As in `login`: finds whether the phone number or e-mail has an account already. */
  @TextColumn(64) identifierIndex: string;
  @LongTextColumn() identifierSealed: string;
  @TextColumn(8) locale: string;
  @JsonColumn() roles: readonly InvitedRole[];
  @TextColumn(64) tokenHash: string;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @OptionalInstantColumn() acceptedAt: string | null;
  @OptionalInstantColumn() revokedAt: string | null;
}

export const LEGAL_DOCUMENTS = ['PRIVACY', 'TERMS'] as const;
export type LegalDocument = (typeof LEGAL_DOCUMENTS)[number];

/** Which text a person agreed to, in which language, and when. */
@Entity('terms_acceptance')
@Index('ux_terms_acceptance', ['personId', 'document', 'version'], { unique: true })
export class TermsAcceptance {
  @IdColumn() id: string;
  @LinkColumn('terms_acceptance', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('terms_acceptance', 'personId', 'person') personId: string;
  @RefColumn() loginId: string;
  @EnumColumn('terms_acceptance', 'document', LEGAL_DOCUMENTS) document: LegalDocument;
  @TextColumn(20) version: string;
  @TextColumn(8) locale: string;
  @InstantColumn() acceptedAt: string;
}
