import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type {
  Audience,
  ConsentAnswer,
  ConsentTaskKind,
  DisclosurePurpose,
  FieldGroup,
  Giver,
  TextLanguage,
  TextPart,
  Verdict,
} from '@tongxing/shared/disclosure';
import { ConsentPaperType } from '../../../documents/index.js';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import { InstantType, InvalidInput, LocalDateType, NotFound, UserError } from '../../../platform/graphql/index.js';
import type { GivingMethod } from '../ledger.entities.js';
import {
  AnswerEnum,
  AudienceEnum,
  FieldGroupEnum,
  GiverEnum,
  LanguageEnum,
  MethodEnum,
  PurposeEnum,
  TaskEnum,
  TextPartEnum,
  VerdictEnum,
} from './ledger-enums.js';

@ObjectType('ConsentTextLine', { description: 'One part of the text, with a drawing of its own.' })
@Graded('consent', 'G1')
export class TextLineType {
  @Field(() => TextPartEnum, { description: 'What it is about.' }) part: TextPart;
  @Field({ description: 'In plain words.' }) text: string;
}

@ObjectType('ConsentText', { description: 'What a family hears before it answers.' })
@Graded('consent', 'G1')
export class ConsentTextType {
  @Field(() => Int, { description: 'Version of the words.' }) version: number;
  @Field({ description: 'SHA-256 of the exact text, hexadecimal; kept with every answer.' }) hash: string;
  @Field(() => [TextLineType], { description: 'Its parts, in the order in which they are read out.' })
  parts: TextLineType[];
}

@ObjectType('GroupVerdict', { description: 'Whether one group is shown today.' })
@Graded('consent', 'G5')
export class GroupVerdictType {
  @Field(() => FieldGroupEnum, { description: 'Which group.' }) group: FieldGroup;
  @Field(() => VerdictEnum, { description: 'Shown, or why not.' }) verdict: Verdict;
}

@ObjectType('ConsentLine', { description: 'What stands on one purpose and audience today.' })
@Graded('consent', 'G5')
export class ConsentLineType {
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who sees it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'The one occasion, for a public story.' }) occasion:
    string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day on which something is shown.' })
  until: string | null;
  @Field(() => [GroupVerdictType], { description: 'Every group that can be asked for.' }) groups: GroupVerdictType[];
}

@ObjectType('ConsentGrant', { description: 'Yes or no to one group.' })
@Graded('consent', 'G5')
export class ConsentGrantType {
  @Field(() => FieldGroupEnum, { description: 'Which group.' }) group: FieldGroup;
  @Field(() => AnswerEnum, { description: 'What was said.' }) answer: ConsentAnswer;
  @Field(() => InstantType, { nullable: true, description: 'When it was taken back.' }) withdrawnAt: string | null;
}

@ObjectType('ConsentStatement', { description: 'What one person said in one sitting.' })
@Graded('consent', 'G5')
export class ConsentStatementType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who sees it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'The one occasion, for a public story.' }) occasion:
    string | null;
  @Field(() => GiverEnum, { description: 'Guardian or child.' }) giver: Giver;
  @Field({ description: 'Their name on that day.' }) giverName: string;
  @Field({ description: 'Relation to the child; empty for the child.' }) relation: string;
  @Field(() => MethodEnum, { description: 'How it was given.' }) method: GivingMethod;
  @Field(() => String, { nullable: true, description: 'The drawn signature, as an SVG path.' }) signature:
    string | null;
  @Field(() => String, { nullable: true, description: 'Who witnessed it.' }) witnessName: string | null;
  @Field(() => String, { nullable: true, description: 'Why the child could not answer.' }) note: string | null;
  @Field({ description: 'The text was read aloud.' }) readAloud: boolean;
  @Field(() => LocalDateType, { description: 'First day.' }) from: string;
  @Field(() => LocalDateType, { description: 'Last day.' }) until: string;
  @Field(() => InstantType, { description: 'When it was written down.' }) recordedAt: string;
  @Field(() => [ConsentGrantType], { description: 'Each group by itself.' }) grants: ConsentGrantType[];
  @Field({ description: 'The exact words that were answered.' }) text: string;
  @Field(() => Int, { description: 'Version of these words.' }) textVersion: number;
  @Field({ description: 'SHA-256 of these words.' }) textHash: string;
  @Field(() => [ConsentPaperType], { description: 'Photos of paper or thumbprint.' }) papers: ConsentPaperType[];
}

@ObjectType('LedgerGuardian', { description: 'Somebody whose word can be taken for a child.' })
@Graded('consent', 'G5')
export class LedgerGuardianType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field({ description: 'Relation to the child.' }) relation: string;
  @Field({ description: 'Under suspicion of harm: their yes opens nothing (T13).' }) barred: boolean;
}

@ObjectType('ConsentTask', { description: 'A family that has to be asked.' })
@Graded('consent', 'G3')
export class ConsentTaskType {
  @Field(() => TaskEnum, { description: 'Why.' }) kind: ConsentTaskKind;
  @Field(() => ID, { description: 'The child, opaque.' }) childId: string;
  @Field({ description: 'Name of the child; for the case team only.' }) @OfGrade('G4') childName: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who sees it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'The one occasion, for a public story.' }) occasion:
    string | null;
  @Field(() => LocalDateType, { description: 'From this day on nothing is shown any more.' }) dueOn: string;
}

@ObjectType('ConsentRequest', { description: 'A question that waits on the page of a guardian.' })
@Graded('consent', 'G3')
export class ConsentRequestType {
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who is to see it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'The one occasion, for a public story.' }) occasion:
    string | null;
  @Field(() => LocalDateType, { description: 'Last day that is asked for.' }) until: string;
  @Field(() => InstantType, { description: 'When it was asked.' }) askedAt: string;
}

@ObjectType('ConsentLedger', { description: 'All that was said of one child, and what follows from it today.' })
@Graded('consent', 'G5')
export class ConsentLedgerType {
  @Field(() => ID, { description: 'The child, opaque.' }) childId: string;
  @Field({ description: 'Name of the child.' }) childName: string;
  @Field(() => Int, { nullable: true, description: 'Age today; null where the birth date is unknown.' })
  age: number | null;
  @Field(() => [ConsentLineType], { description: 'One for each purpose and audience that was asked.' })
  lines: ConsentLineType[];
  @Field(() => [ConsentStatementType], { description: 'The newest first.' }) statements: ConsentStatementType[];
  @Field(() => [LedgerGuardianType], { description: 'Guardians today.' }) guardians: LedgerGuardianType[];
  @Field(() => [ConsentTaskType], { description: 'What is to be asked.' }) tasks: ConsentTaskType[];
  @Field(() => [ConsentRequestType], { description: 'What a guardian was asked by link.' })
  requests: ConsentRequestType[];
}

@ObjectType('ConsentAsked', { description: 'The question waits; its link is shown once.' })
@Graded('consent', 'G4')
export class ConsentAskedType {
  @Field({ description: 'Path on this platform.' }) path: string;
  @Field(() => InstantType, { description: 'When the link ends.' }) expiresAt: string;
}

@ObjectType({ implements: () => [UserError], description: 'Whoever set the mark does not take it away.' })
export class SecondPersonNeeded extends UserError {}

@InputType()
export class ConsentAnswerInput {
  @Field(() => FieldGroupEnum, { description: 'Which group.' }) group: FieldGroup;
  @Field(() => AnswerEnum, { description: 'What was said.' }) answer: ConsentAnswer;
}

@InputType()
export class SaidInput {
  @Field(() => MethodEnum, { description: 'How it was given; never LINK.' }) method: GivingMethod;
  @Field(() => String, { nullable: true, description: 'For SIGNATURE: strokes as an SVG path of moves and lines.' })
  signature?: string | null;
  @Field(() => String, { nullable: true, description: 'For WITNESSED.' }) witnessName?: string | null;
  @Field(() => String, { nullable: true, description: 'Needed with NOT_ABLE: what the worker saw.' }) note?:
    string | null;
  @Field(() => [ConsentAnswerInput], { description: 'Every group of the text, once.' }) answers: ConsentAnswerInput[];
}

@InputType()
export class GuardianSaidInput extends SaidInput {
  @Field(() => ID, { description: 'Which guardian.' }) guardianId: string;
}

@InputType()
export class RecordDisclosureConsentInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field({ description: 'The client’s own id of this sitting; a retry with it writes nothing.' }) requestId: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who is to see it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'For a public story; 80 characters at most.' }) occasion?:
    string | null;
  @Field(() => LanguageEnum, { description: 'In which language it was heard.' }) language: TextLanguage;
  @Field({ description: 'SHA-256 of the text that was shown.' }) textHash: string;
  @Field({ description: 'The text was read aloud.' }) readAloud: boolean;
  @Field(() => LocalDateType, { nullable: true, description: 'The day on the paper; today otherwise.' }) saidOn?:
    string | null;
  @Field(() => LocalDateType, { description: 'Last day; two years ahead at most, one for the public.' }) until: string;
  @Field(() => GuardianSaidInput, { nullable: true, description: 'What the guardian said.' })
  guardian?: GuardianSaidInput | null;
  @Field(() => SaidInput, { nullable: true, description: 'What the child said.' }) child?: SaidInput | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Photos of paper or thumbprint, brought in before; three at most.',
  })
  paperIds?: string[] | null;
}

@InputType()
export class TakeBackDisclosureInput {
  @Field(() => ID, { description: 'A statement: all that this person said yes to for its purpose.' })
  statementId: string;
}

@InputType()
export class AskByLinkInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => ID, { description: 'Which guardian.' }) guardianId: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who is to see it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'For a public story.' }) occasion?: string | null;
  @Field(() => LocalDateType, { description: 'Last day that is asked for.' }) until: string;
}

@InputType()
export class GuardianBarInput {
  @Field(() => ID, { description: 'Which child.' }) childId: string;
  @Field(() => ID, { description: 'Which guardian.' }) guardianId: string;
  @Field({ description: 'Why; 500 characters at most.' }) reason: string;
}

export const RecordDisclosureConsentResult = createUnionType({
  name: 'RecordDisclosureConsentResult',
  types: () => [ConsentLedgerType, InvalidInput, NotFound] as const,
});
export const TakeBackDisclosureResult = createUnionType({
  name: 'TakeBackDisclosureResult',
  types: () => [ConsentLedgerType, NotFound] as const,
});
export const AskByLinkResult = createUnionType({
  name: 'AskByLinkResult',
  types: () => [ConsentAskedType, InvalidInput, NotFound] as const,
});
export const BarGuardianResult = createUnionType({
  name: 'BarGuardianResult',
  types: () => [ConsentLedgerType, InvalidInput, NotFound] as const,
});
export const LiftGuardianBarResult = createUnionType({
  name: 'LiftGuardianBarResult',
  types: () => [ConsentLedgerType, InvalidInput, NotFound, SecondPersonNeeded] as const,
});
