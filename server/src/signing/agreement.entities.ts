import { Entity, Index } from 'typeorm';
import {
  AGREEMENT_CAPACITIES,
  AGREEMENT_ENDS,
  AGREEMENT_KINDS,
  AGREEMENT_METHODS,
  AGREEMENT_WAYS,
  type AgreementCapacity,
  type AgreementEnd,
  type AgreementField,
  type AgreementKind,
  type AgreementMethod,
  type AgreementWay,
} from '@tongxing/shared/rules';
import { AGREEMENT_STATES, type AgreementState } from '@tongxing/shared/states';
import {
  DateColumn,
  EnumColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A text of agreements, one row a version. Once released it never changes; of each kind one may be in writing. */
@Entity('agreement_template')
@Index('ux_agreement_template_number', ['agencyId', 'kind', 'number'], { unique: true })
export class AgreementTemplate {
  @IdColumn() id: string;
  @LinkColumn('agreement_template', 'agencyId', 'agency') agencyId: string;
  @EnumColumn('agreement_template', 'kind', AGREEMENT_KINDS) kind: AgreementKind;
  /** Of the version, from 1. */
  @IntColumn() number: number;
  @TextColumn(60) titleZh: string;
  @TextColumn(60) titleEn: string;
  @LongTextColumn() textZh: string;
  @LongTextColumn() textEn: string;
  @LongTextColumn() plainZh: string;
  @LongTextColumn() plainEn: string;
  @JsonColumn() fields: AgreementField[];
  @IntColumn() validDays: number;
  /** Until when those who signed an earlier version are asked to sign this one; null: they need not. */
  @OptionalDateColumn() signBy: string | null;
  @OptionalInstantColumn() releasedAt: string | null;
  @OptionalRefColumn() releasedBy: string | null;
  @InstantColumn() writtenAt: string;
  @RefColumn() writtenBy: string;
  /** Of the draft. */
  @IntColumn() version: number;
}

/** An agreement with one volunteer, or with the guardian of one child. What was signed is kept word by word. */
@Entity('agreement')
@Index('ux_agreement_number', ['number'], { unique: true })
@Index('ux_agreement_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_agreement_person', ['agencyId', 'personId', 'state'])
@Index('ix_agreement_state', ['agencyId', 'state', 'offeredAt'])
@Index('ix_agreement_child', ['agencyId', 'childId', 'state'])
export class Agreement {
  @IdColumn() id: string;
  @LinkColumn('agreement', 'agencyId', 'agency') agencyId: string;
  @EnumColumn('agreement', 'kind', AGREEMENT_KINDS) kind: AgreementKind;
  @LinkColumn('agreement', 'templateId', 'agreement_template') templateId: string;
  /** The volunteer's, or the child's: with their data key everything here is sealed. */
  @LinkColumn('agreement', 'personId', 'person') personId: string;
  @OptionalLinkColumn('agreement', 'volunteerId', 'volunteer') volunteerId: string | null;
  @OptionalLinkColumn('agreement', 'childId', 'child') childId: string | null;
  /** On the paper, beside the code; whoever has both may ask whether it holds. */
  @TextColumn(8) number: string;
  @TextColumn(8) code: string;
  @EnumColumn('agreement', 'state', AGREEMENT_STATES) state: AgreementState;
  /** Of a volunteer who was a minor when it was offered. */
  @FlagColumn() guardianNeeded: boolean;
  /** The blanks, as JSON. */
  @LongTextColumn() valuesSealed: string;
  /** The one that the first signer read; the others sign the same text. */
  @OptionalTextColumn(8) language: string | null;
  @OptionalLongTextColumn() textSealed: string | null;
  /** SHA-256 of the text's signs, without white space. */
  @OptionalTextColumn(64) textHash: string | null;
  @InstantColumn() offeredAt: string;
  /** Null where the release of a new version offered it. */
  @OptionalRefColumn() offeredBy: string | null;
  @OptionalDateColumn() signBy: string | null;
  @OptionalDateColumn() startsOn: string | null;
  /** Last day. */
  @OptionalDateColumn() validUntil: string | null;
  /** The dated fact that eligibility reads, of a volunteer's. */
  @OptionalRefColumn() factId: string | null;
  /** First day on which it holds no longer. */
  @OptionalDateColumn() endedOn: string | null;
  @OptionalRefColumn() endedBy: string | null;
  @OptionalEnumColumn('agreement', 'endReason', AGREEMENT_ENDS) endReason: AgreementEnd | null;
  @OptionalLongTextColumn() endNoteSealed: string | null;
  @IntColumn() version: number;
  @TextColumn(64) requestId: string;
}

/** One hand below an agreement. Never changed: whoever signs anew signs another agreement. */
@Entity('agreement_signature')
@Index('ux_agreement_signature', ['agreementId', 'capacity'], { unique: true })
export class AgreementSignature {
  @IdColumn() id: string;
  @LinkColumn('agreement_signature', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('agreement_signature', 'agreementId', 'agreement') agreementId: string;
  /** Whose data key seals the names: the volunteer's or the child's. */
  @LinkColumn('agreement_signature', 'subjectId', 'person') subjectId: string;
  @EnumColumn('agreement_signature', 'capacity', AGREEMENT_CAPACITIES) capacity: AgreementCapacity;
  @EnumColumn('agreement_signature', 'method', AGREEMENT_METHODS) method: AgreementMethod;
  @EnumColumn('agreement_signature', 'way', AGREEMENT_WAYS) way: AgreementWay;
  @LongTextColumn() nameSealed: string;
  @OptionalLongTextColumn() relationSealed: string | null;
  /** Strokes as an SVG path. */
  @OptionalLongTextColumn() signatureSealed: string | null;
  @OptionalLongTextColumn() witnessSealed: string | null;
  /** Who was signed in; null for whoever came by a link. */
  @OptionalRefColumn() signedBy: string | null;
  @InstantColumn() signedAt: string;
  /** In the agency's zone; on a paper: the day written there. */
  @DateColumn() signedOn: string;
  @TextColumn(64) textHash: string;
}

/** A link by which a minor's guardian signs without an account; its secret is known to nobody but whoever got it. */
@Entity('agreement_link')
@Index('ux_agreement_link_code', ['codeIndex'], { unique: true })
@Index('ix_agreement_link_agreement', ['agreementId', 'endedAt'])
export class AgreementLink {
  @IdColumn() id: string;
  @LinkColumn('agreement_link', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('agreement_link', 'agreementId', 'agreement') agreementId: string;
  @TextColumn(64) codeIndex: string;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
  @InstantColumn() expiresAt: string;
  @OptionalInstantColumn() endedAt: string | null;
}
