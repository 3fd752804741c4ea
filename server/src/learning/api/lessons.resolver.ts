import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { make, toCommonPayload } from '../../platform/graphql/index.js';
import type { CourseLessons } from '@tongxing/shared/rules';
import type { Lesson } from '../domain/lesson.types.js';
import { Lessons, type Progress } from '../lessons.js';
import { CourseLessonsEnum } from './courses.types.js';
import { toRefused } from './training-sessions.resolver.js';
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
  TakeLessonsAgainInput,
  TakeLessonsAgainResult,
} from './lessons.types.js';

@Resolver()
export class LessonsResolver {
  constructor(private readonly service: Lessons) {}

  @Query(() => CourseType, { description: 'Lessons of the platform, and how far the reader has come in them.' })
  @Allow('learning.readOwn')
  async onlineCourse(
    @Args('lessons', { type: () => CourseLessonsEnum, description: 'Which lessons.' }) lessons: CourseLessons,
    @Context('actor') actor: PersonActor,
  ): Promise<CourseType> {
    return toCourse(await this.service.mine(actor, lessons));
  }

  @Query(() => CourseType, {
    description: 'The one lesson for a day with a team, and whether the reader has learned it.',
  })
  @Allow('learning.readOwn')
  async teamDayCourse(@Context('actor') actor: PersonActor): Promise<CourseType> {
    return toCourse(await this.service.teamDay(actor));
  }

  @Mutation(() => TakeLessonsAgainResult, {
    description: 'Begins the lessons anew, to renew a training; from 30 days after they were finished.',
  })
  @Allow('learning.answerOwn')
  async takeLessonsAgain(
    @Args('input') { lessons }: TakeLessonsAgainInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TakeLessonsAgainResult> {
    const outcome = await this.service.takeAgain(actor, lessons);
    return outcome.ok ? toCourse(outcome.value) : toRefused(outcome.error);
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

const toCourse = ({ course, done, finishedAt, round, mayTakeAgain }: Progress): CourseType =>
  make(CourseType, {
    ...{ version: course.version, round, mayTakeAgain },
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
