// The consent ledger: per child, group of fields, purpose and audience, from a day to a day. Rows are added and marked,
// never rewritten.
import { Entity, Index } from 'typeorm';
import {
  AUDIENCES,
  CONSENT_ANSWERS,
  FIELD_GROUPS,
  GIVERS,
  PURPOSES,
  type Audience,
  type ConsentAnswer,
  type DisclosurePurpose,
  type FieldGroup,
  type Giver,
} from '@tongxing/shared/disclosure';
import {
  DateColumn,
  EnumColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** How a word was given: on the worker's device in three ways, by the personal link, or on paper. */
export const GIVING_METHODS = ['SIGNATURE', 'THUMBPRINT', 'WITNESSED', 'LINK', 'PAPER'] as const;
export type GivingMethod = (typeof GIVING_METHODS)[number];
export const WITHDRAWERS = ['GUARDIAN', 'WORKER'] as const;
export type Withdrawer = (typeof WITHDRAWERS)[number];

/** The exact words that somebody answered, once for each; nothing personal is in them. */
@Entity('consent_text')
@Index('ux_consent_text_hash', ['agencyId', 'hash'], { unique: true })
export class ConsentTextRow {
  @IdColumn() id: string;
  @LinkColumn('consent_text', 'agencyId', 'agency') agencyId: string;
  /** SHA-256 of `body`, hexadecimal. */
  @TextColumn(64) hash: string;
  @IntColumn() version: number;
  @TextColumn(10) language: string;
  @LongTextColumn() body: string;
  @InstantColumn() createdAt: string;
}

/** What one person said in one sitting, to one text. */
@Entity('consent_statement')
@Index('ux_consent_statement_request', ['agencyId', 'requestId', 'giver'], { unique: true })
@Index('ix_consent_statement_child', ['agencyId', 'childId'])
@Index('ix_consent_statement_end', ['agencyId', 'untilOn'])
export class ConsentStatement {
  @IdColumn() id: string;
  @LinkColumn('consent_statement', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('consent_statement', 'childId', 'child') childId: string;
  /** Made by the client: the same sitting sent twice is one. Guardian and child of one sitting share it. */
  @RefColumn() requestId: string;
  @LinkColumn('consent_statement', 'textId', 'consent_text') textId: string;
  @EnumColumn('consent_statement', 'purpose', PURPOSES) purpose: DisclosurePurpose;
  @EnumColumn('consent_statement', 'audience', AUDIENCES) audience: Audience;
  @OptionalTextColumn(80) occasion: string | null;
  @EnumColumn('consent_statement', 'giver', GIVERS) giver: Giver;
  /** The guardian as a person of the household; null for the child, and for a guardian known from the file only. */
  @OptionalLinkColumn('consent_statement', 'guardianPersonId', 'person') guardianPersonId: string | null;
  @OptionalLongTextColumn() giverNameSealed: string | null;
  @OptionalLongTextColumn() relationSealed: string | null;
  @EnumColumn('consent_statement', 'method', GIVING_METHODS) method: GivingMethod;
  /** The drawn strokes. */
  @OptionalLongTextColumn() signatureSealed: string | null;
  @OptionalLongTextColumn() witnessNameSealed: string | null;
  /** Why a child could not answer, or what else the worker saw. */
  @OptionalLongTextColumn() noteSealed: string | null;
  @FlagColumn() readAloud: boolean;
  @DateColumn() fromOn: string;
  @DateColumn() untilOn: string;
  /** Null where a guardian gave it by the link. */
  @OptionalRefColumn() recordedBy: string | null;
  @InstantColumn() recordedAt: string;
  /** When the worker was told that it ends soon. */
  @OptionalInstantColumn() remindedAt: string | null;
}

/** Yes or no to one group of fields. What a statement is about stands here again, so that one read decides. */
@Entity('consent_grant')
@Index('ix_consent_grant_child', ['agencyId', 'childId', 'audience', 'purpose'])
@Index('ix_consent_grant_statement', ['statementId'])
export class ConsentGrant {
  @IdColumn() id: string;
  @LinkColumn('consent_grant', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('consent_grant', 'childId', 'child') childId: string;
  @LinkColumn('consent_grant', 'statementId', 'consent_statement') statementId: string;
  @EnumColumn('consent_grant', 'fieldGroup', FIELD_GROUPS) fieldGroup: FieldGroup;
  @EnumColumn('consent_grant', 'purpose', PURPOSES) purpose: DisclosurePurpose;
  @EnumColumn('consent_grant', 'audience', AUDIENCES) audience: Audience;
  @OptionalTextColumn(80) occasion: string | null;
  @EnumColumn('consent_grant', 'giver', GIVERS) giver: Giver;
  @OptionalLinkColumn('consent_grant', 'guardianPersonId', 'person') guardianPersonId: string | null;
  @EnumColumn('consent_grant', 'answer', CONSENT_ANSWERS) answer: ConsentAnswer;
  @DateColumn() fromOn: string;
  @DateColumn() untilOn: string;
  @InstantColumn() givenAt: string;
  @OptionalInstantColumn() withdrawnAt: string | null;
  @OptionalEnumColumn('consent_grant', 'withdrawnBy', WITHDRAWERS) withdrawnBy: Withdrawer | null;
}

/**
 * A guardian whom the agency suspects of harm: as long as it stands, their yes opens nothing (T13). A guardian whom only
 * the file names has no person: null.
 */
@Entity('guardian_bar')
@Index('ix_guardian_bar_child', ['agencyId', 'childId'])
export class GuardianBar {
  @IdColumn() id: string;
  @LinkColumn('guardian_bar', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('guardian_bar', 'childId', 'child') childId: string;
  @OptionalLinkColumn('guardian_bar', 'guardianPersonId', 'person') guardianPersonId: string | null;
  @LongTextColumn() reasonSealed: string;
  @RefColumn() barredBy: string;
  @InstantColumn() barredAt: string;
  @OptionalLongTextColumn() liftReasonSealed: string | null;
  @OptionalRefColumn() liftedBy: string | null;
  @OptionalInstantColumn() liftedAt: string | null;
}

/** What a worker asks a family by its personal link; closed once it is answered, or another one takes its place. */
@Entity('consent_request')
@Index('ix_consent_request_child', ['agencyId', 'childId'])
export class ConsentRequest {
  @IdColumn() id: string;
  @LinkColumn('consent_request', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('consent_request', 'childId', 'child') childId: string;
  @EnumColumn('consent_request', 'purpose', PURPOSES) purpose: DisclosurePurpose;
  @EnumColumn('consent_request', 'audience', AUDIENCES) audience: Audience;
  @OptionalTextColumn(80) occasion: string | null;
  @DateColumn() untilOn: string;
  @RefColumn() askedBy: string;
  @InstantColumn() askedAt: string;
  @OptionalInstantColumn() closedAt: string | null;
}

export const LEDGER_ENTITIES = [ConsentTextRow, ConsentStatement, ConsentGrant, GuardianBar, ConsentRequest];
