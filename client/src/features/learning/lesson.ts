// One lesson as its page has it.
import type { AnswerLessonMutation, LessonQuery } from '../../gql/graphql.js';

export type Lesson = LessonQuery['onlineCourse']['lessons'][number];
type Answered = Extract<AnswerLessonMutation['answerLesson'], { __typename: 'LessonAnswered' }>;
export type Mark = Answered['marks'][number];
export interface Words {
  readonly zh: string;
  readonly en: string;
}
