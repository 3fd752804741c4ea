import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { make, toCommonPayload } from '../../platform/graphql/index.js';
import type { Lesson } from '../domain/safeguarding-course/index.js';
import { Lessons, type Progress } from '../lessons.js';
import {
  AnswerLessonInput,
  AnswerLessonResult,
  AnswerMarkType,
  CourseType,
  LessonAnsweredType,
  LessonType,
  PassageType,
  QuizOptionType,
  QuizQuestionType,
} from './lessons.types.js';

@Resolver()
export class LessonsResolver {
  constructor(private readonly service: Lessons) {}

  @Query(() => CourseType, { description: 'The safeguarding course, and how far the reader has come in it.' })
  @Allow('learning.readOwn')
  async safeguardingCourse(@Context('actor') actor: PersonActor): Promise<CourseType> {
    return toCourse(await this.service.mine(actor));
  }

  @Query(() => CourseType, {
    description: 'The one lesson for a day with a team, and whether the reader has learned it.',
  })
  @Allow('learning.readOwn')
  async teamDayCourse(@Context('actor') actor: PersonActor): Promise<CourseType> {
    return toCourse(await this.service.teamDay(actor));
  }

  @Mutation(() => AnswerLessonResult, {
    description: 'Answers the questions of a lesson; wrong answers come back with the reason, and can be given again.',
  })
  @Allow('learning.answerOwn')
  async answerLesson(
    @Args('input') { lesson, answers }: AnswerLessonInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AnswerLessonResult> {
    const outcome = await this.service.answer(actor, lesson, answers);
    if (!outcome.ok) return toCommonPayload(outcome.error);
    const marks = outcome.value.marks.map((mark) => make(AnswerMarkType, { ...mark }));
    return make(LessonAnsweredType, { marks, course: toCourse(outcome.value) });
  }
}

const toCourse = ({ course, done, finishedAt }: Progress): CourseType =>
  make(CourseType, {
    version: course.version,
    lessons: course.lessons.map((lesson, index) => toLesson(lesson, index + 1, done.has(lesson.key))),
    finishedAt: finishedAt ?? null,
  });

/** Without which option is right, and why: that is said after answering. */
const toLesson = ({ key, title, minutes, passages, quiz }: Lesson, place: number, done: boolean): LessonType =>
  make(LessonType, {
    key,
    place,
    title,
    minutes,
    done,
    passages: passages.map((passage) => make(PassageType, { ...passage })),
    quiz: quiz.map(({ options, ...question }) =>
      make(QuizQuestionType, {
        ...question,
        options: options.map(({ key: letter, text }) => make(QuizOptionType, { key: letter, text })),
      }),
    ),
  });
