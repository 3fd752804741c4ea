// What somebody may ask about what is kept of them (PIPL 44–50; 未成年人网络保护条例 34), and until when they have an answer.
import { addDays, type LocalDate } from '../kernel/index.js';

/** What one may ask: everything as a copy, a mistake put right, the file taken elsewhere, all of it erased. */
export const RIGHTS = ['COPY', 'CORRECT', 'TRANSFER', 'ERASE'] as const;
export type Right = (typeof RIGHTS)[number];

export const RIGHTS_STATES = ['RECEIVED', 'GIVEN', 'REFUSED', 'WITHDRAWN'] as const;
export type RightsState = (typeof RIGHTS_STATES)[number];

/** On what a refusal may rest; each comes with a written reason, but one whose words are the same for everybody. */
export const REFUSAL_GROUNDS = [
  'LAW_KEEPS_RECORDS',
  'NOT_SHOWN_TO_BE_THE_PERSON',
  'NOTHING_HELD',
  'ABOUT_OTHERS',
  'ASKED_AGAIN_TOO_SOON',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/**
 * The law says “without delay”; the national standard GB/T 35273—2020 8.7 says thirty days at most. An agency that sets
 * nothing else promises fifteen, so that an answer that takes longer to prepare is still within the law.
 */
export const RIGHTS_ANSWER_DAYS = 15;
export const RIGHTS_LAST_DAYS = 30;
/** So many days before the end somebody is reminded, and every day once it has passed. */
export const RIGHTS_REMINDER_DAYS = [5, 1] as const;
/** So long a copy lies ready; then it is gone, and can be asked for again. */
export const RIGHTS_READY_DAYS = 14;

/** By the promise that stood when it was asked. */
export const rightsDueOn = (askedOn: LocalDate, answerDays: number = RIGHTS_ANSWER_DAYS): LocalDate =>
  addDays(askedOn, answerDays);
export const rightsLastOn = (askedOn: LocalDate): LocalDate => addDays(askedOn, RIGHTS_LAST_DAYS);

/** How a request that waits stands to its clock. */
export type RightsClock = 'IN_TIME' | 'SOON' | 'LATE' | 'UNLAWFUL';

export function rightsClock(askedOn: LocalDate, dueOn: LocalDate, today: LocalDate): RightsClock {
  if (today > rightsLastOn(askedOn)) return 'UNLAWFUL';
  if (today > dueOn) return 'LATE';
  return today >= addDays(dueOn, -Math.max(...RIGHTS_REMINDER_DAYS)) ? 'SOON' : 'IN_TIME';
}

/** Whether somebody in charge is told today: some days before, the day before, and daily from the day after. */
export function rightsReminderDue(dueOn: LocalDate, today: LocalDate): boolean {
  return today > dueOn || RIGHTS_REMINDER_DAYS.some((days) => addDays(dueOn, -days) === today);
}

/** A right that is answered with a file. */
export const givesFile = (right: Right): boolean => right === 'COPY' || right === 'TRANSFER';
