import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  COURSE_KINDS,
  COURSE_LESSONS,
  COURSE_WAYS,
  SERVICE_TASKS,
  type CourseKind,
  type CourseLessons,
  type CourseWay,
  type ServiceTask,
} from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/graphql/index.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
export const ServiceTaskEnum = words(SERVICE_TASKS);
registerEnumType(ServiceTaskEnum, { name: 'ServiceTask', description: 'What volunteers do.' });
export const CourseKindEnum = words(COURSE_KINDS);
registerEnumType(CourseKindEnum, { name: 'CourseKind', description: 'Before service, or beside it (H6).' });
export const CourseWayEnum = words(COURSE_WAYS);
registerEnumType(CourseWayEnum, { name: 'CourseWay', description: 'Lessons on the phone, sessions, or both.' });
export const CourseLessonsEnum = words(COURSE_LESSONS);
registerEnumType(CourseLessonsEnum, { name: 'CourseLessons', description: 'Lessons that the platform brings.' });

@ObjectType('AgencyCourse', { description: 'A course of the agency’s catalogue.' })
@Graded('learning', 'G1')
export class AgencyCourseType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'What it is called.' }) title: string;
  @Field({ description: 'What it is about, in the agency’s words.' }) about: string;
  @Field(() => CourseKindEnum, { description: 'Before service, or beside it.' }) kind: CourseKind;
  @Field(() => CourseWayEnum, { description: 'How it is given.' }) way: CourseWay;
  @Field(() => CourseLessonsEnum, { nullable: true, description: 'Which lessons belong to it; null: none.' })
  lessons: CourseLessons | null;
  @Field(() => [ServiceTaskEnum], { description: 'The tasks that it lets somebody do.' }) tasks: ServiceTask[];
  @Field(() => Int, { nullable: true, description: 'Months for which it counts; null: as the agency’s setting says.' })
  validMonths: number | null;
  @Field({ description: 'Whether it is given today.' }) open: boolean;
  @Field(() => Int, { description: 'For the next change.' }) version: number;
}

@InputType()
export class CourseInput {
  @Field({ description: 'What it is called; 80 characters at most.' }) title: string;
  @Field({ description: 'What it is about; 1,000 characters at most.' }) about: string;
  @Field(() => CourseKindEnum, { description: 'Before service, or beside it.' }) kind: CourseKind;
  @Field(() => CourseWayEnum, { description: 'How it is given.' }) way: CourseWay;
  @Field(() => CourseLessonsEnum, { nullable: true, description: 'Needed where it has lessons.' })
  lessons?: CourseLessons | null;
  @Field(() => [ServiceTaskEnum], { description: 'At least one.' }) tasks: ServiceTask[];
  @Field(() => Int, { nullable: true, description: 'From 1 to 60; null: as the agency’s setting says.' })
  validMonths?: number | null;
}
@InputType()
export class AddCourseInput {
  @Field(() => CourseInput, { description: 'What it is.' }) course: CourseInput;
  @Field({ description: 'The client’s own id of this; a retry with it adds nothing more.' }) requestId: string;
}
@InputType()
export class ChangeCourseInput {
  @Field(() => ID, { description: 'Which course.' }) courseId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field(() => CourseInput, { description: 'What it is from now on; what was learned before stays as it was.' })
  course: CourseInput;
}
@InputType()
export class CloseCourseInput {
  @Field(() => ID, { description: 'Which course.' }) courseId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field({ description: 'True: not given any more; false: given again.' }) closed: boolean;
}

const result = (name: string) =>
  createUnionType({ name, types: () => [AgencyCourseType, InvalidInput, NotFound, StaleVersion] as const });
export const AddCourseResult = result('AddCourseResult');
export const ChangeCourseResult = result('ChangeCourseResult');
export const CloseCourseResult = result('CloseCourseResult');
