// Who is stuck where on the way to being trained, and what helps next (P14): decided from facts, shown to whoever coaches.
import { daysBetween, type LocalDate } from '../kernel/index.js';
import type { EligibilityOutcome } from './eligibility.types.js';

/** The most pressing first. */
export const COACH_STEPS = [
  'ENDED',
  'QUIZ',
  'NO_SESSION',
  'NOT_BEGUN',
  'LESSONS_OPEN',
  'HALF_WAY',
  'WAITING',
  'ENDS_SOON',
  'ENROLLED',
] as const;
export type CoachStep = (typeof COACH_STEPS)[number];

/** Answers beyond one for each lesson from which on somebody is stuck with the questions. */
export const STUCK_TRIES = 4;

export interface CoachedFacts {
  /** What eligibility says of the training today. */
  readonly training: EligibilityOutcome;
  readonly until: LocalDate | undefined;
  /** The next session in which they have a place. */
  readonly next: { readonly waits: boolean; readonly on: LocalDate } | undefined;
  /** They were at a session whose course still wants the lessons. */
  readonly lessonsWanted: boolean;
  readonly lessonsDone: number;
  readonly lessonsFinished: boolean;
  readonly lessonTries: number;
  /** Whether there is a session of a course before service with a free seat. */
  readonly freeSession: boolean;
}
export interface Coached {
  readonly step: CoachStep;
  /** The day that counts: of the session, or the last of the training. */
  readonly on: LocalDate | undefined;
}

/** Where somebody is stuck; undefined for whoever is trained for longer than `soonDays`, and for whoever is stopped. */
export function coachStep(facts: CoachedFacts, today: LocalDate, soonDays: number): Coached | undefined {
  const { training, until, next } = facts;
  if (training === 'STOPPED') return undefined;
  const trained = training === 'VALID' || training === 'RENEWAL_DUE' || training === 'EXEMPT';
  if (trained && (until === undefined || daysBetween(today, until) > soonDays)) return undefined;
  if (next) return { step: next.waits ? 'WAITING' : 'ENROLLED', on: next.on };
  if (facts.lessonsWanted) return { step: 'LESSONS_OPEN', on: undefined };
  if (trained) return { step: 'ENDS_SOON', on: until };
  const begun = !facts.lessonsFinished && facts.lessonTries > 0;
  if (begun && facts.lessonTries - facts.lessonsDone >= STUCK_TRIES) return { step: 'QUIZ', on: undefined };
  if (training === 'EXPIRED') return { step: 'ENDED', on: until };
  if (begun) return { step: 'HALF_WAY', on: undefined };
  return { step: facts.freeSession ? 'NOT_BEGUN' : 'NO_SESSION', on: undefined };
}
