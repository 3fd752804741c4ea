export const TRAINING_REFUSALS = [
  'COURSE_CLOSED',
  'CANCELLED',
  'OVER',
  'NOT_YET',
  'HELD_ALREADY',
  'OWN_RECORD',
  'OWN_SESSION',
  'ENROLLED_ALREADY',
  'ATTENDED_ALREADY',
  'NOT_ENROLLED',
  'SAME_TIME',
  'CODE_WRONG',
  'CODE_CLOSED',
  'TOO_MANY_TRIES',
  'LESSONS_UNFINISHED',
  'TOO_EARLY_AGAIN',
  'LEARNED_HERE_ONLY',
  'ASKED_ALREADY',
  'DECIDED_ALREADY',
] as const;
export type TrainingRefusal = (typeof TRAINING_REFUSALS)[number];

/** Something about a session cannot be done, by this person or now. */
export interface TrainingRefusedError {
  readonly code: 'TRAINING_REFUSED';
  readonly why: TrainingRefusal;
  /** How often a code can still be typed. */
  readonly triesLeft?: number | undefined;
}
