import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalIntColumn,
  OptionalJsonColumn,
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
  /** Keys of the lessons whose questions were all answered rightly, in the order in which that happened; of this round. */
  @JsonColumn() lessons: string[];
  /** How often questions were answered in this round, rightly or not: where somebody is stuck. */
  @IntColumn() tries: number;
  @InstantColumn() startedAt: string;
  @InstantColumn() lastAt: string;
  /** How often each lesson was asked again in this round, after an answer that was not yet right; null: never. */
  @OptionalJsonColumn() askedAgain: Record<string, number> | null;
  /** Which time they take the lessons; null: the first. */
  @OptionalIntColumn() round: number | null;
  /** When they last finished all of them; a round that is begun anew takes it not away. */
  @OptionalInstantColumn() finishedAt: string | null;
}
