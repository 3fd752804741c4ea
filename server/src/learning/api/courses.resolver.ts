import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { AgencyCourse } from '../catalogue/course.entity.js';
import { Courses, type CourseError } from '../catalogue/courses.js';
import type { CourseSaid } from '../domain/course-problems.js';
import {
  AddCourseInput,
  AddCourseResult,
  AgencyCourseType,
  ChangeCourseInput,
  ChangeCourseResult,
  CloseCourseInput,
  CloseCourseResult,
  type CourseInput,
} from './courses.types.js';

@Resolver()
export class CoursesResolver {
  constructor(private readonly service: Courses) {}

  @Query(() => [AgencyCourseType], { description: 'The agency’s courses; those not given any more come last.' })
  @Allow('learning.read')
  async agencyCourses(@Context('actor') { agencyId }: PersonActor): Promise<AgencyCourseType[]> {
    return (await this.service.list(agencyId)).map(toCourse);
  }

  @Query(() => AgencyCourseType, { nullable: true, description: 'One course of the agency; null for any other.' })
  @Allow('learning.read')
  async agencyCourse(
    @Args('id', { type: () => ID, description: 'Which course.' }) id: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<AgencyCourseType | null> {
    const found = await this.service.find(agencyId, rowOfCourse(id));
    return found ? toCourse(found) : null;
  }

  @Mutation(() => AddCourseResult, { description: 'Adds a course to the catalogue.' })
  @Allow('learning.keepCourses')
  async addCourse(
    @Args('input') { course, requestId }: AddCourseInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddCourseResult> {
    return toResult(await this.service.add(actor, requestId, toSaid(course)));
  }

  @Mutation(() => ChangeCourseResult, { description: 'Changes a course; trainings of before stay as they were.' })
  @Allow('learning.keepCourses')
  async changeCourse(
    @Args('input') { courseId, version, course }: ChangeCourseInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ChangeCourseResult> {
    return toResult(await this.service.change(actor, { id: rowOfCourse(courseId), version }, toSaid(course)));
  }

  @Mutation(() => CloseCourseResult, { description: 'A course is not given any more, or given again.' })
  @Allow('learning.keepCourses')
  async closeCourse(
    @Args('input') { courseId, version, closed }: CloseCourseInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseCourseResult> {
    return toResult(await this.service.close(actor, { id: rowOfCourse(courseId), version }, closed));
  }
}

export const rowOfCourse = (id: string): string => fromGlobalId('AgencyCourse', id) ?? '';

export const toCourse = ({ id, closedAt, title, about, kind, way, lessons, ...course }: AgencyCourse) =>
  make(AgencyCourseType, {
    ...{ id: toGlobalId('AgencyCourse', id), title, about, kind, way, lessons, open: closedAt === null },
    ...{ tasks: course.tasks, validMonths: course.validMonths, version: course.version },
  });

const toSaid = ({ lessons, validMonths, ...course }: CourseInput): CourseSaid => ({
  ...course,
  lessons: lessons ?? undefined,
  validMonths: validMonths ?? undefined,
});

const toResult = (outcome: Result<AgencyCourse, CourseError>) =>
  outcome.ok ? toCourse(outcome.value) : toCommonPayload(outcome.error);
