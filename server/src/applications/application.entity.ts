import { Entity, Index } from 'typeorm';
import { APPLICATION_STATES, type ApplicationState } from '@tongxing/shared/states';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  TextColumn,
} from '../platform/database/index.js';

/** How somebody came to the form. */
export const APPLIED_VIA = ['FORM', 'INVITATION', 'TEAM'] as const;
export type AppliedVia = (typeof APPLIED_VIA)[number];

/**
 * Somebody who would like to volunteer. Nobody yet: no person stands behind it before it is accepted, so what they wrote
 * is sealed with a data key of its own, and goes when it is declined, withdrawn or forgotten.
 */
@Entity('application')
@Index('ux_application_code', ['codeIndex'], { unique: true })
@Index('ix_application_waiting', ['agencyId', 'state', 'sentAt'])
@Index('ix_application_phone', ['agencyId', 'phoneIndex'])
@Index('ix_application_person', ['agencyId', 'personId'])
@Index('ix_application_saved', ['state', 'savedAt'])
export class Application {
  @IdColumn() id: string;
  @LinkColumn('application', 'agencyId', 'agency') agencyId: string;
  /** That of the link by which they came; null: the whole agency. */
  @OptionalLinkColumn('application', 'officeId', 'office') officeId: string | null;
  @EnumColumn('application', 'via', APPLIED_VIA) via: AppliedVia;
  @OptionalRefColumn() applyLinkId: string | null;
  /** A keyed hash: by the code one comes back from any phone. */
  @TextColumn(64) codeIndex: string;
  /** So that it can be sent again to the number that was given. */
  @LongTextColumn() codeSealed: string;
  /** So that the agency sees that two came from one number. */
  @OptionalTextColumn(64) phoneIndex: string | null;
  /** Everything that was typed, as JSON. */
  @LongTextColumn() answersSealed: string;
  @TextColumn(8) locale: string;
  @EnumColumn('application', 'state', APPLICATION_STATES) state: ApplicationState;
  /** Of what the desk decides about. */
  @IntColumn() version: number;
  @InstantColumn() startedAt: string;
  @InstantColumn() savedAt: string;
  @OptionalInstantColumn() sentAt: string | null;
  /** Since when the applicant rests; null: not now. */
  @OptionalInstantColumn() pausedAt: string | null;
  @OptionalInstantColumn() decidedAt: string | null;
  @OptionalRefColumn() decidedBy: string | null;
  /** One of `DECLINE_REASONS`. */
  @OptionalTextColumn(40) declineReason: string | null;
  /** The agency's own words with the decision: those for the applicant, and those that stay inside. */
  @OptionalLongTextColumn() decisionSealed: string | null;
  /** Who they became. */
  @OptionalLinkColumn('application', 'personId', 'person') personId: string | null;
  /** Since when nothing of what they wrote is kept. */
  @OptionalInstantColumn() erasedAt: string | null;
}

export const ASK_KINDS = ['GUARDIAN', 'REFEREE'] as const;
export type AskKind = (typeof ASK_KINDS)[number];
export const ASK_ANSWERS = ['YES', 'WITH_CARE', 'NO'] as const;
export type AskAnswer = (typeof ASK_ANSWERS)[number];

/** A question to somebody without an account, by a link of their own: a minor's guardian, or a referee. */
@Entity('application_ask')
@Index('ux_application_ask_code', ['codeIndex'], { unique: true })
@Index('ix_application_ask_application', ['agencyId', 'applicationId'])
export class ApplicationAsk {
  @IdColumn() id: string;
  @LinkColumn('application_ask', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('application_ask', 'applicationId', 'application') applicationId: string;
  @EnumColumn('application_ask', 'kind', ASK_KINDS) kind: AskKind;
  /** Name, phone number, and how the two know each other. */
  @LongTextColumn() contactSealed: string;
  @TextColumn(64) codeIndex: string;
  @InstantColumn() askedAt: string;
  /** The colleague; null where sending the form asked. */
  @OptionalRefColumn() askedBy: string | null;
  @InstantColumn() expiresAt: string;
  /** Replaced by a later one, or the application ended. */
  @OptionalInstantColumn() endedAt: string | null;
  @OptionalInstantColumn() answeredAt: string | null;
  /** One of `ASK_ANSWERS`. */
  @OptionalTextColumn(20) answer: string | null;
  /** Of a guardian: which text they read, in which language, and its fingerprint. */
  @OptionalTextColumn(20) textVersion: string | null;
  @OptionalTextColumn(64) textHash: string | null;
  /** What they said: own name, relation, signature or words, as JSON. */
  @OptionalLongTextColumn() saidSealed: string | null;
}

/** A talk with an applicant, as the colleague wrote it down. */
@Entity('application_talk')
@Index('ux_application_talk_request', ['applicationId', 'requestId'], { unique: true })
export class ApplicationTalk {
  @IdColumn() id: string;
  @LinkColumn('application_talk', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('application_talk', 'applicationId', 'application') applicationId: string;
  @TextColumn(10) talkedOn: string;
  @TextColumn(36) talkedBy: string;
  @LongTextColumn() noteSealed: string;
  @InstantColumn() writtenAt: string;
  @TextColumn(64) requestId: string;
}

export const APPLY_LINK_KINDS = ['INVITATION', 'TEAM'] as const;
export type ApplyLinkKind = (typeof APPLY_LINK_KINDS)[number];

/** A link to the form, for a team or an occasion. Nothing can be read by it, so that it may hang on a wall. */
@Entity('apply_link')
@Index('ux_apply_link_code', ['code'], { unique: true })
@Index('ix_apply_link_agency', ['agencyId', 'createdAt'])
export class ApplyLink {
  @IdColumn() id: string;
  @LinkColumn('apply_link', 'agencyId', 'agency') agencyId: string;
  @OptionalLinkColumn('apply_link', 'officeId', 'office') officeId: string | null;
  @EnumColumn('apply_link', 'kind', APPLY_LINK_KINDS) kind: ApplyLinkKind;
  /** Of the team, or what it is for. */
  @TextColumn(60) name: string;
  @TextColumn(20) code: string;
  @TextColumn(36) createdBy: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() closedAt: string | null;
}
