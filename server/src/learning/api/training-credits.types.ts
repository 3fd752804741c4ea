import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CREDIT_REFUSALS, CREDIT_STATES, type CreditRefusal, type CreditState } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, LocalDateType, NotFound } from '../../platform/graphql/index.js';
import { AgencyCourseType } from './courses.types.js';
import { TrainingRefused } from './training-sessions.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
const CreditStateEnum = words<CreditState>(CREDIT_STATES);
registerEnumType(CreditStateEnum, { name: 'CreditState', description: 'Waits, counts, does not, or was taken back.' });
const CreditRefusalEnum = words<CreditRefusal>(CREDIT_REFUSALS);
registerEnumType(CreditRefusalEnum, { name: 'CreditRefusal', description: 'Why it does not count this time.' });

@ObjectType('MyCredit', { description: 'What the reader learned elsewhere, and whether it counts.' })
@Graded('learning', 'G1')
export class MyCreditType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'The course that it would stand for.' }) courseTitle: string;
  @Field(() => LocalDateType, { description: 'When it was learned.' }) learnedOn: string;
  @Field(() => LocalDateType, { description: 'The last day on which it counts, or would.' }) until: string;
  @Field({ description: 'Where, in the reader’s words.' }) place: string;
  @Field(() => CreditStateEnum, { description: 'Where it stands.' }) state: CreditState;
  @Field(() => CreditRefusalEnum, { nullable: true, description: 'Why not this time.' })
  refusedFor: CreditRefusal | null;
  @Field(() => String, { nullable: true, description: 'What the one who decided wrote to the reader.' })
  words: string | null;
  @Field(() => Int, { description: 'How many papers go with it.' }) paperCount: number;
}

@ObjectType('MyCredits', { description: 'What the reader can ask credit for, and asked.' })
@Graded('learning', 'G1')
export class MyCreditsType {
  @Field(() => ID, { description: 'Whose papers these are: the reader’s own opaque id, to bring papers in by.' })
  paperSubject: string;
  @Field(() => [AgencyCourseType], { description: 'Courses for which credit can be asked.' })
  courses: AgencyCourseType[];
  @Field(() => [MyCreditType], { description: 'The latest first.' }) asked: MyCreditType[];
}

@ObjectType('CreditPaper', { description: 'A photo or scan that proves what was learned elsewhere.' })
@Graded('learning', 'G2')
export class CreditPaperType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Where it is read: a path on this platform that asks again who reads.' }) path: string;
  @Field({ description: 'Its name as it was brought in.' }) name: string;
  @Field({ description: 'Whether it is a PDF; else a photo.' }) pdf: boolean;
}

@ObjectType('CreditToDecide', { description: 'Somebody asks that what they learned elsewhere counts.' })
@Graded('learning', 'G2')
export class CreditToDecideType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Who asks.' }) name: string;
  @Field({ description: 'Whether the reader asked it: nobody decides on their own.' }) own: boolean;
  @Field(() => AgencyCourseType, { description: 'The course that it would stand for.' }) course: AgencyCourseType;
  @Field(() => LocalDateType, { description: 'When it was learned.' }) learnedOn: string;
  @Field(() => LocalDateType, { description: 'The last day on which it would count.' }) until: string;
  @Field({ description: 'Where, in their words.' }) place: string;
  @Field(() => InstantType, { description: 'When it was asked.' }) askedAt: string;
  @Field(() => [CreditPaperType], { description: 'The papers.' }) papers: CreditPaperType[];
}

@ObjectType('CreditsToDecide', { description: 'What waits for a second look, the longest first.' })
@Graded('learning', 'G2')
export class CreditsToDecideType {
  @Field(() => [CreditToDecideType], { description: 'At most 200.' }) waiting: CreditToDecideType[];
}

@InputType()
export class AskTrainingCreditInput {
  @Field(() => ID, { description: 'The course that it would stand for.' }) courseId: string;
  @Field(() => LocalDateType, { description: 'When it was learned.' }) learnedOn: string;
  @Field({ description: 'Where; 120 characters at most.' }) place: string;
  @Field(() => [ID], { description: 'Papers that were brought in for this; one to four.' }) paperIds: string[];
  @Field({ description: 'The client’s own id of this; a retry with it asks nothing more.' }) requestId: string;
}
@InputType()
export class WithdrawTrainingCreditInput {
  @Field(() => ID, { description: 'Which.' }) creditId: string;
}
@InputType()
export class DecideTrainingCreditInput {
  @Field(() => ID, { description: 'Which.' }) creditId: string;
  @Field(() => CreditRefusalEnum, { nullable: true, description: 'Why it does not count; null: it counts.' })
  refusedFor?: CreditRefusal | null;
  @Field({ description: 'A few own words to whoever asked; may be empty, 300 characters at most.' }) words: string;
}

export const AskTrainingCreditResult = createUnionType({
  name: 'AskTrainingCreditResult',
  types: () => [MyCreditsType, InvalidInput, NotFound, TrainingRefused] as const,
});
export const WithdrawTrainingCreditResult = createUnionType({
  name: 'WithdrawTrainingCreditResult',
  types: () => [MyCreditsType, InvalidInput, NotFound, TrainingRefused] as const,
});
export const DecideTrainingCreditResult = createUnionType({
  name: 'DecideTrainingCreditResult',
  types: () => [CreditsToDecideType, InvalidInput, NotFound, TrainingRefused] as const,
});
