// Credit for what somebody learned elsewhere: asked with a paper, decided by somebody else (P14, H6).
import { addDays, type LocalDate } from '../kernel/index.js';
import { lastDayOfTraining, type CourseWay } from './courses.js';

export const CREDIT_STATES = ['ASKED', 'GRANTED', 'REFUSED', 'WITHDRAWN'] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

/** Why not this time; each page says in kind words what would help. */
export const CREDIT_REFUSALS = ['UNREADABLE', 'OTHER_CONTENT', 'TOO_SHORT', 'NOT_CONFIRMED'] as const;
export type CreditRefusal = (typeof CREDIT_REFUSALS)[number];

export const LONGEST_CREDIT_PLACE = 120;
export const LONGEST_CREDIT_WORDS = 300;
export const MOST_CREDIT_PAPERS = 4;

/**
 * Whether a course can be learned elsewhere. Lessons of the platform are taken here by everybody: they teach this
 * agency's rules of conduct (H25), and nobody else's paper can stand for that.
 */
export const isCreditable = ({ way }: { readonly way: CourseWay }): boolean => way === 'SESSIONS';

/** The last day on which what was learned on a day would count: by the course, or by the agency's setting. */
export function creditUntil(learnedOn: LocalDate, validMonths: number | undefined, settingDays: number): LocalDate {
  return lastDayOfTraining(learnedOn, validMonths) ?? addDays(learnedOn, settingDays);
}
