import { Entity, Index } from 'typeorm';
import {
  COURSE_KINDS,
  COURSE_LESSONS,
  COURSE_WAYS,
  type CourseKind,
  type CourseLessons,
  type CourseWay,
  type ServiceTask,
} from '@tongxing/shared/rules';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** A course of the agency's catalogue. Trainings keep what it said on their day, so changing it changes no training. */
@Entity('course')
@Index('ux_course_request', ['agencyId', 'requestId'], { unique: true })
export class AgencyCourse {
  @IdColumn() id: string;
  @LinkColumn('course', 'agencyId', 'agency') agencyId: string;
  @TextColumn(80) title: string;
  /** What it is about, in the agency's words; nothing of a person. */
  @LongTextColumn() about: string;
  @EnumColumn('course', 'kind', COURSE_KINDS) kind: CourseKind;
  @EnumColumn('course', 'way', COURSE_WAYS) way: CourseWay;
  /** Which of the platform's lessons belong to it; null for sessions alone. */
  @OptionalEnumColumn('course', 'lessons', COURSE_LESSONS) lessons: CourseLessons | null;
  /** The tasks that it lets somebody do. */
  @JsonColumn() tasks: ServiceTask[];
  /** For how long a training of it counts; null: as long as the agency's setting says. */
  @OptionalIntColumn() validMonths: number | null;
  /** Since when it is not given any more; what was learned goes on counting. */
  @OptionalInstantColumn() closedAt: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
  @TextColumn(64) requestId: string;
}
