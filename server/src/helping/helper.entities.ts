// 助人自助 as dated rows: nothing of them is joined to a volunteer's record, nor is that to them.
import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

export const HELPER_ORIGINS = ['CHILD', 'PARENT'] as const;
export type HelperOrigin = (typeof HELPER_ORIGINS)[number];
export const LEFT_BY = ['HELPER', 'WORKER', 'GUARDIAN'] as const;
export type LeftBy = (typeof LEFT_BY)[number];
export const ANSWER_GIVERS = ['CHILD', 'GUARDIAN'] as const;
export type AnswerGiver = (typeof ANSWER_GIVERS)[number];
export const ANSWER_METHODS = ['SIGNATURE', 'WITNESSED', 'LINK'] as const;
export type AnswerMethod = (typeof ANSWER_METHODS)[number];
export const MILESTONE_KINDS = ['ACCOMPANIED', 'ACTIVE', 'CORE', 'STAFF'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** The way of one person, begun by a worker of theirs, until they leave; of each person one is open at most. */
@Entity('helper_journey')
@Index('ux_helper_journey_open', ['openPersonId'], { unique: true })
@Index('ix_helper_journey_child', ['agencyId', 'childId'])
@Index('ix_helper_journey_person', ['agencyId', 'personId'])
export class HelperJourney {
  @IdColumn() id: string;
  @LinkColumn('helper_journey', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('helper_journey', 'personId', 'person') personId: string;
  /** The child through whom the family is served: whoever may read the child may read the journey. */
  @LinkColumn('helper_journey', 'childId', 'child') childId: string;
  @EnumColumn('helper_journey', 'origin', HELPER_ORIGINS) origin: HelperOrigin;
  /** Of the helper, and never the worker of the case (T14). */
  @RefColumn() supervisorId: string;
  @RefColumn() begunBy: string;
  @DateColumn() begunOn: string;
  @OptionalDateColumn() leftOn: string | null;
  @OptionalEnumColumn('helper_journey', 'leftBy', LEFT_BY) leftBy: LeftBy | null;
  /** The person while it is open, null afterwards. */
  @OptionalRefColumn() openPersonId: string | null;
  @InstantColumn() createdAt: string;
}

/** Yes or no of a child or a guardian to the exact words; a later row takes the place of an earlier one. */
@Entity('helper_answer')
@Index('ix_helper_answer_journey', ['agencyId', 'journeyId'])
export class HelperAnswer {
  @IdColumn() id: string;
  @LinkColumn('helper_answer', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('helper_answer', 'journeyId', 'helper_journey') journeyId: string;
  @LinkColumn('helper_answer', 'personId', 'person') personId: string;
  @EnumColumn('helper_answer', 'giver', ANSWER_GIVERS) giver: AnswerGiver;
  @EnumColumn('helper_answer', 'answer', ['YES', 'NO']) answer: 'YES' | 'NO';
  @EnumColumn('helper_answer', 'method', ANSWER_METHODS) method: AnswerMethod;
  @LongTextColumn() giverNameSealed: string;
  /** The drawn strokes. */
  @OptionalLongTextColumn() signatureSealed: string | null;
  @IntColumn() textVersion: number;
  /** SHA-256 of the text that was heard, hexadecimal. */
  @TextColumn(64) textHash: string;
  @TextColumn(10) language: string;
  @DateColumn() saidOn: string;
  /** Null where a guardian gave it by the link. */
  @OptionalRefColumn() recordedBy: string | null;
  @InstantColumn() recordedAt: string;
}

/** A service beside a cleared adult, or a step that a worker recorded. */
@Entity('helper_milestone')
@Index('ux_helper_milestone', ['journeyId', 'kind', 'happenedOn'], { unique: true })
@Index('ix_helper_milestone_count', ['agencyId', 'kind', 'happenedOn'])
export class HelperMilestone {
  @IdColumn() id: string;
  @LinkColumn('helper_milestone', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('helper_milestone', 'journeyId', 'helper_journey') journeyId: string;
  @LinkColumn('helper_milestone', 'personId', 'person') personId: string;
  @EnumColumn('helper_milestone', 'kind', MILESTONE_KINDS) kind: MilestoneKind;
  @DateColumn() happenedOn: string;
  /** The volunteer beside whom a service was done. */
  @OptionalRefColumn() besideId: string | null;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
}

/** What the helper says of a step in their own words, where they wish. */
@Entity('helper_word')
@Index('ux_helper_word', ['journeyId', 'step'], { unique: true })
export class HelperWord {
  @IdColumn() id: string;
  @LinkColumn('helper_word', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('helper_word', 'journeyId', 'helper_journey') journeyId: string;
  @LinkColumn('helper_word', 'personId', 'person') personId: string;
  @TextColumn(40) step: string;
  @LongTextColumn() wordsSealed: string;
  @InstantColumn() saidAt: string;
}

/** Tables of this module. */
export const HELPING_ENTITIES = [HelperAnswer, HelperJourney, HelperMilestone, HelperWord];
