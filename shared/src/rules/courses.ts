// What the agency teaches those who serve: for which tasks, how, and for how long it counts (P14, H6).
import { addDays, addMonths, daysBetween, type LocalDate } from '../kernel/index.js';

/** What volunteers do; a training lets somebody do those that it was for (H6: training that matches the task). */
export const SERVICE_TASKS = ['COMPANIONSHIP', 'HOME_VISIT', 'GROUP_ACTIVITY', 'TEAM_DAY'] as const;
export type ServiceTask = (typeof SERVICE_TASKS)[number];

export const COURSE_KINDS = ['PRE_SERVICE', 'IN_SERVICE'] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** Lessons on the phone, sessions with a trainer, or both, of which each is needed. */
export const COURSE_WAYS = ['ONLINE', 'SESSIONS', 'BOTH'] as const;
export type CourseWay = (typeof COURSE_WAYS)[number];

/** Lessons that the platform brings. */
export const COURSE_LESSONS = ['SAFEGUARDING', 'RIGHTS'] as const;
export type CourseLessons = (typeof COURSE_LESSONS)[number];

/** What stands behind a training: the code of the room, the trainer's list, the lessons, or a paper that another looked at. */
export const TRAINING_EVIDENCE = ['CODE', 'LIST', 'LESSONS', 'CREDIT'] as const;
export type TrainingEvidence = (typeof TRAINING_EVIDENCE)[number];

/** Whoever waits gets the place of whoever leaves. */
export const PLACE_STATES = ['ENROLLED', 'WAITING', 'LEFT', 'ATTENDED'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

export const LONGEST_COURSE_TITLE = 80;
export const LONGEST_COURSE_ABOUT = 1_000;
export const LONGEST_VALIDITY_MONTHS = 60;
export const MOST_SEATS = 300;
export const LONGEST_SESSION_PLACE = 120;
export const LONGEST_SESSION_LINK = 300;
/** A code of the room may be typed so often; after that the trainer marks who is there. */
export const MOST_CODE_TRIES = 6;

/**
 * Whether a training counts for a task; one that names none counts for each. Who learned to be with a group of children may
 * come for one day with a team; the lesson for that one day lets nobody do more (P14).
 */
export function countsForTask(tasks: readonly ServiceTask[] | undefined, task: ServiceTask): boolean {
  return tasks === undefined || tasks.includes(task) || (task === 'TEAM_DAY' && tasks.includes('GROUP_ACTIVITY'));
}

/** Lessons can be taken anew from so many days after they were finished: learning again renews a training (H6). */
export const LESSONS_AGAIN_DAYS = 30;

/** Whether somebody who finished the lessons on that day can take them anew on another. */
export function mayTakeAgain(finishedOn: LocalDate, today: LocalDate): boolean {
  return daysBetween(finishedOn, today) >= LESSONS_AGAIN_DAYS;
}

/** The last day on which a training of that day counts; undefined where the course leaves it to the agency's setting. */
export function lastDayOfTraining(on: LocalDate, validMonths: number | undefined): LocalDate | undefined {
  return validMonths === undefined ? undefined : addDays(addMonths(on, validMonths), -1);
}
