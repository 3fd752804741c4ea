// What the platform teaches online, each course a row of short lessons: on keeping children safe, on rights and duties, and
// the one lesson for a single day with a team.
import type { CourseLessons } from '@tongxing/shared/rules';
import type { Lesson } from './lesson.types.js';
import { RIGHTS_LESSONS } from './rights-course/index.js';
import { SAFEGUARDING_LESSONS } from './safeguarding-course/index.js';
import { TEAM_DAY_LESSON } from './team-day/team-day-lesson.js';

export type OnlineCourseKey = CourseLessons | 'TEAM_DAY';
export interface OnlineCourse {
  readonly key: OnlineCourseKey;
  /** Goes up when what the lessons teach changes; whoever learned an older version begins anew. */
  readonly version: number;
  /** In the order in which they are read. */
  readonly lessons: readonly Lesson[];
}

export const ONLINE_COURSES: Readonly<Record<OnlineCourseKey, OnlineCourse>> = {
  SAFEGUARDING: { key: 'SAFEGUARDING', version: 1, lessons: SAFEGUARDING_LESSONS },
  RIGHTS: { key: 'RIGHTS', version: 1, lessons: RIGHTS_LESSONS },
  TEAM_DAY: { key: 'TEAM_DAY', version: 1, lessons: [TEAM_DAY_LESSON] },
};

/** The lesson of that key and its course: keys are unique over all of them. */
export function lessonOf(key: string): { readonly course: OnlineCourse; readonly lesson: Lesson } | undefined {
  for (const course of Object.values(ONLINE_COURSES)) {
    const lesson = course.lessons.find((one) => one.key === key);
    if (lesson) return { course, lesson };
  }
  return undefined;
}
