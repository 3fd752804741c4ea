// What the platform teaches online: the safeguarding course, and the one lesson for a single day with a team.
import { SAFEGUARDING_LESSONS, type Lesson } from './safeguarding-course/index.js';
import { TEAM_DAY_LESSON } from './team-day/team-day-lesson.js';

export interface OnlineCourse {
  readonly key: 'SAFEGUARDING' | 'TEAM_DAY';
  /** Goes up when what the lessons teach changes; whoever learned an older version begins anew. */
  readonly version: number;
  /** In the order in which they are read. */
  readonly lessons: readonly Lesson[];
}

export const SAFEGUARDING: OnlineCourse = { key: 'SAFEGUARDING', version: 1, lessons: SAFEGUARDING_LESSONS };
export const TEAM_DAY: OnlineCourse = { key: 'TEAM_DAY', version: 1, lessons: [TEAM_DAY_LESSON] };

/** Undefined for a key that no course has. */
export const courseOfLesson = (lessonKey: string): OnlineCourse | undefined =>
  [SAFEGUARDING, TEAM_DAY].find(({ lessons }) => lessons.some(({ key }) => key === lessonKey));
