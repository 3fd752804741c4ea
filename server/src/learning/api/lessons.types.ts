import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CourseLessons } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, NotFound } from '../../platform/graphql/index.js';
import { CourseLessonsEnum } from './courses.types.js';
import { TrainingRefused } from './training-sessions.types.js';
import type { Passage, QuizOption } from '../domain/lesson.types.js';

const PassageKindEnum = { TEXT: 'TEXT', DO: 'DO', NEVER: 'NEVER', SCENE: 'SCENE' } as const;
registerEnumType(PassageKindEnum, {
  name: 'PassageKind',
  description: 'A paragraph, what to do, what never to do, or a scene from practice.',
});
const OptionKeyEnum = { A: 'A', B: 'B', C: 'C' } as const;
registerEnumType(OptionKeyEnum, { name: 'QuizOptionKey', description: 'One of the three options of a question.' });

@ObjectType('LessonWords', { description: 'A text in both languages.' })
@Graded('learning', 'G1')
export class LessonWordsType {
  @Field({ description: 'In Chinese.' }) zh: string;
  @Field({ description: 'In English.' }) en: string;
}

@ObjectType('LessonPassage', { description: 'One paragraph of a lesson.' })
@Graded('learning', 'G1')
export class PassageType {
  @Field(() => PassageKindEnum, { description: 'How it is meant.' }) kind: Passage['kind'];
  @Field(() => LessonWordsType, { description: 'What it says.' }) text: LessonWordsType;
}

@ObjectType('QuizOption', { description: 'One of the answers to choose from; which is right is said after answering.' })
@Graded('learning', 'G1')
export class QuizOptionType {
  @Field(() => OptionKeyEnum, { description: 'Its letter.' }) key: QuizOption['key'];
  @Field(() => LessonWordsType, { description: 'What it says.' }) text: LessonWordsType;
}

@ObjectType('QuizQuestion', { description: 'A question about a lesson.' })
@Graded('learning', 'G1')
export class QuizQuestionType {
  @Field({ description: 'Its key within the lesson.' }) key: string;
  @Field(() => LessonWordsType, { description: 'What is asked.' }) ask: LessonWordsType;
  @Field(() => [QuizOptionType], { description: 'What to choose from.' }) options: QuizOptionType[];
}

@ObjectType('Lesson', { description: 'A short lesson of an online course, with its questions.' })
@Graded('learning', 'G1')
export class LessonType {
  @Field({ description: 'Its key within the course.' }) key: string;
  @Field(() => Int, { description: 'Its place in the course, from 1.' }) place: number;
  @Field(() => LessonWordsType, { description: 'What it is called.' }) title: LessonWordsType;
  @Field(() => Int, { description: 'Minutes that reading and answering take.' }) minutes: number;
  @Field({ description: 'Whether the reader answered all of its questions rightly.' }) done: boolean;
  @Field(() => [PassageType], { description: 'Its paragraphs.' }) passages: PassageType[];
  @Field(() => [QuizQuestionType], { description: 'Its questions.' }) quiz: QuizQuestionType[];
}

@ObjectType('Course', { description: 'An online course as the reader has it.' })
@Graded('learning', 'G1')
export class CourseType {
  @Field(() => Int, { description: 'Which version of its lessons.' }) version: number;
  @Field(() => [LessonType], { description: 'In the order in which they are read.' }) lessons: LessonType[];
  @Field(() => InstantType, { nullable: true, description: 'When the reader last finished all of them.' })
  finishedAt: string | null;
  @Field(() => Int, { description: 'Which time the reader takes them, from 1.' }) round: number;
  @Field({ description: 'Whether they can be begun anew now.' }) mayTakeAgain: boolean;
}

@ObjectType('AnswerMark', { description: 'Whether one answer serves the child, and why.' })
@Graded('learning', 'G1')
export class AnswerMarkType {
  @Field({ description: 'Which question.' }) question: string;
  @Field(() => OptionKeyEnum, { description: 'What was chosen.' }) option: QuizOption['key'];
  @Field({ description: 'Whether it is the right one.' }) right: boolean;
  @Field(() => LessonWordsType, { description: 'The reason.' }) why: LessonWordsType;
}

@ObjectType('LessonAnswered', { description: 'Answers to a lesson, marked.' })
@Graded('learning', 'G1')
export class LessonAnsweredType {
  @Field(() => [AnswerMarkType], { description: 'One for each question.' }) marks: AnswerMarkType[];
  @Field(() => CourseType, { description: 'The course after it.' }) course: CourseType;
}

@InputType()
class AnswerInput {
  @Field({ description: 'Which question.' }) question: string;
  @Field(() => OptionKeyEnum, { description: 'What was chosen.' }) option: QuizOption['key'];
}

@InputType()
export class AnswerLessonInput {
  @Field({ description: 'Which lesson.' }) lesson: string;
  @Field(() => [AnswerInput], { description: 'One for each question.' }) answers: AnswerInput[];
}

@InputType()
export class TakeLessonsAgainInput {
  @Field(() => CourseLessonsEnum, { description: 'Which lessons.' }) lessons: CourseLessons;
}
export const TakeLessonsAgainResult = createUnionType({
  name: 'TakeLessonsAgainResult',
  types: () => [CourseType, TrainingRefused] as const,
});

export const AnswerLessonResult = createUnionType({
  name: 'AnswerLessonResult',
  types: () => [LessonAnsweredType, InvalidInput, NotFound] as const,
});
