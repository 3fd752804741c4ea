import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

export const CONSENT_METHODS = ['SIGNATURE', 'THUMBPRINT', 'WITNESSED'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];
export const CHILD_ANSWERS = ['YES', 'NO', 'NOT_ASKED'] as const;
export type ChildAnswer = (typeof CHILD_ANSWERS)[number];

/** A family's recorded word on one companion: the guardian's consent and the child's own answer (H21, H26). */
@Entity('consent')
@Index('ix_consent_companionship', ['companionshipId', 'recordedAt'])
@Index('ix_consent_child', ['agencyId', 'childId'])
@Index('ix_consent_guardian', ['guardianPersonId'])
export class Consent {
  @IdColumn() id: string;
  @LinkColumn('consent', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('consent', 'childId', 'child') childId: string;
  @LinkColumn('consent', 'companionshipId', 'companionship') companionshipId: string;
  @TextColumn(40) purpose: string;
  @LongTextColumn() guardianNameSealed: string;
  @LongTextColumn() relationSealed: string;
  @EnumColumn('consent', 'method', CONSENT_METHODS) method: ConsentMethod;
  @OptionalLongTextColumn() witnessNameSealed: string | null;
  @DateColumn() serviceAgreementSignedOn: string;
  @DateColumn() givenOn: string;
  @DateColumn() validUntil: string;
  @EnumColumn('consent', 'childAnswer', CHILD_ANSWERS) childAnswer: ChildAnswer;
  @OptionalDateColumn() childAnsweredOn: string | null;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
  @OptionalDateColumn() withdrawnOn: string | null;
  @OptionalInstantColumn() withdrawnAt: string | null;
  /** Which guardian of the household gave it; null where only a name is known. */
  @OptionalLinkColumn('consent', 'guardianPersonId', 'person') guardianPersonId: string | null;
}

/**
 * A guardian's personal link, or the short code that is typed in its place: one child, a short life, revocable. Only the
 * fingerprint of its secret is kept.
 */
@Entity('guardian_link')
@Index('ux_guardian_link_token', ['tokenHash'], { unique: true })
@Index('ux_guardian_link_code', ['codeIndex'], { unique: true })
@Index('ix_guardian_link_child', ['agencyId', 'childId'])
@Index('ix_guardian_link_guardian', ['guardianPersonId'])
export class GuardianLink {
  @IdColumn() id: string;
  @LinkColumn('guardian_link', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('guardian_link', 'childId', 'child') childId: string;
  @TextColumn(64) tokenHash: string;
  /** Keyed, since a code is short enough to be guessed from a plain fingerprint; null for a link. */
  @OptionalTextColumn(64) codeIndex: string | null;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @OptionalInstantColumn() revokedAt: string | null;
  /** When it was last opened. */
  @OptionalInstantColumn() openedAt: string | null;
  /** When a code was typed: the one time. */
  @OptionalInstantColumn() exchangedAt: string | null;
  /** For which guardian of the household it was made; null for the one whom the child's file names first. */
  @OptionalLinkColumn('guardian_link', 'guardianPersonId', 'person') guardianPersonId: string | null;
}
