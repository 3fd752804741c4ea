import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FINDING_KINDS, type Finding, type FindingKind } from '@tongxing/shared/release-check';
import { PROGRESS_CARD_STATES, type ProgressCardState } from '@tongxing/shared/states';
import { ConsentMissing } from '../../giving/index.js';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  Connection,
  InstantType,
  InvalidInput,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import { CARD_STEPS, type CardStep } from '../domain/card-steps.js';
import type { ProgressCardView } from '../progress-cards.repository.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const ProgressCardStateEnum = words(PROGRESS_CARD_STATES);
registerEnumType(ProgressCardStateEnum, { name: 'ProgressCardState', description: 'Where a card stands (SM6b).' });
const ProgressCardStepEnum = words(CARD_STEPS);
registerEnumType(ProgressCardStepEnum, {
  name: 'ProgressCardStep',
  description: 'What a second reader does with a card.',
});
const FindingKindEnum = words(FINDING_KINDS);
registerEnumType(FindingKindEnum, { name: 'FindingKind', description: 'What the release check marks.' });

@ObjectType('ReleaseMark', {
  description: 'Something in a text that may tell who a child is; it suggests, people decide.',
})
@Graded('G0')
export class ReleaseMarkType {
  @Field(() => FindingKindEnum, { description: 'What it may be.' }) kind: FindingKind;
  @Field(() => Int, { description: 'Where it begins in the text, in UTF-16 units.' }) from: number;
  @Field(() => Int, { description: 'Where it ends.' }) to: number;
  @Field({ description: 'Words that could stand there; empty: leave it out.' }) instead: string;
  @Field({ description: 'Whether it is surely what it seems; otherwise look once.' }) sure: boolean;
}

@ObjectType('ProgressCard', { description: 'A card about how a child grows, as the case team writes and reads it.' })
@Graded('progress', 'G5')
export class ProgressCardType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => ProgressCardStateEnum, { description: 'Where it stands.' }) @OfGrade('G1') state: ProgressCardState;
  @Field({ description: 'Its title.' }) title: string;
  @Field({ description: 'Its words.' }) text: string;
  @Field(() => String, { nullable: true, description: 'Why it was sent back or taken back.' }) note: string | null;
  @Field({ description: 'Whether the reader wrote or changed it, and so is not its second reader.' })
  @OfGrade('G1')
  own: boolean;
  @Field({ description: 'Whether it waits for a second reader.' }) @OfGrade('G1') waiting: boolean;
  @Field(() => InstantType, { description: 'When anything of it changed last.' }) @OfGrade('G1') changedAt: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was released.' })
  @OfGrade('G1')
  releasedAt: string | null;
  @Field({ description: 'Whether a safeguarding flag keeps it from everybody outside.' })
  @OfGrade('G1')
  frozen: boolean;
  @Field(() => String, { nullable: true, description: 'Why it was flagged.' }) freezeReason: string | null;
  @Field({ description: 'Whether one of the two has lifted the flag.' }) @OfGrade('G1') clearedOnce: boolean;
  @Field(() => Int, { description: 'To be passed back with a change.' }) @OfGrade('G1') version: number;
  view: ProgressCardView;
}
export const ProgressCardConnection = Connection(() => ProgressCardType, 'ProgressCard');

@ObjectType({ implements: () => [UserError], description: 'The second reader has not looked at all that is marked.' })
@Graded('G0')
export class MarksUnread extends UserError {
  @Field(() => Int, { description: 'How many places are marked.' }) marks: number;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Whoever wrote it is not the one who reads it a second time.',
})
@Graded('G0')
export class SecondReaderNeeded extends UserError {}

@InputType()
export class SaveProgressCardInput {
  @Field(() => ID, { nullable: true, description: 'The card to write on at; or else the next.' }) progressCardId?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'The child whom a new card is about.' }) childId?: string | null;
  @Field({ description: 'Title: 40 characters at most.' }) title: string;
  @Field({ description: 'Words: 1,000 characters at most.' }) text: string;
  @Field({ description: 'Whether a second reader may begin.' }) submit: boolean;
  @Field(() => Int, { nullable: true, description: 'The version that a change is based on.' }) version?: number | null;
  @Field({ description: 'The client’s own id of a new card; a retry with it finds the same one.' }) requestId: string;
}

@InputType()
export class StepProgressCardInput {
  @Field(() => ID, { description: 'Which card.' }) progressCardId: string;
  @Field(() => ProgressCardStepEnum, { description: 'What is done.' }) step: CardStep;
  @Field(() => String, { nullable: true, description: 'Why, where it needs a reason; 500 characters at most.' })
  note?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many marks the reader has looked at.' }) marksSeen?:
    number | null;
  @Field(() => Int, { description: 'The version that this is based on.' }) version: number;
}

export const SaveProgressCardResult = createUnionType({
  name: 'SaveProgressCardResult',
  types: () => [ProgressCardType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
export const StepProgressCardResult = createUnionType({
  name: 'StepProgressCardResult',
  types: () =>
    [
      ProgressCardType,
      ConsentMissing,
      InvalidInput,
      MarksUnread,
      NotFound,
      SecondReaderNeeded,
      StaleVersion,
      TransitionRefused,
    ] as const,
});

export const toMark = ({ kind, from, to, instead, certainty }: Finding): ReleaseMarkType =>
  make(ReleaseMarkType, { kind, from, to, instead, sure: certainty === 'SURE' });

export const toProgressCard = (view: ProgressCardView, reader: string): ProgressCardType =>
  make(ProgressCardType, {
    id: toGlobalId('ProgressCard', view.id),
    childId: toGlobalId('Child', view.childId),
    state: view.state,
    title: view.title,
    text: view.text,
    note: view.note ?? null,
    own: view.writtenBy === reader || view.changedBy === reader,
    waiting: view.submittedAt !== undefined && (view.state === 'DRAFT' || view.state === 'REVIEWED'),
    changedAt: view.changedAt,
    releasedAt: view.releasedAt ?? null,
    frozen: view.frozenBy !== undefined,
    freezeReason: view.freezeReason ?? null,
    clearedOnce: view.clearedBy !== undefined,
    version: view.version,
    view,
  });
