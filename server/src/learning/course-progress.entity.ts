import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalInstantColumn,
  TextColumn,
} from '../platform/database/index.js';

/** How far one person has come in one version of an online course. */
@Entity('course_progress')
@Index('ux_course_progress', ['agencyId', 'personId', 'course', 'courseVersion'], { unique: true })
export class CourseProgress {
  @IdColumn() id: string;
  @LinkColumn('course_progress', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('course_progress', 'personId', 'person') personId: string;
  @TextColumn(40) course: string;
  @IntColumn() courseVersion: number;
  /** Keys of the lessons whose questions were all answered rightly, in the order in which that happened. */
  @JsonColumn() lessons: string[];
  /** How often questions were answered, rightly or not: where somebody is stuck. */
  @IntColumn() tries: number;
  @InstantColumn() startedAt: string;
  @InstantColumn() lastAt: string;
  @OptionalInstantColumn() finishedAt: string | null;
}
