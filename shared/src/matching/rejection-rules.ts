// Which rule and clause stand behind each reason, and what would satisfy it; the pages put these into words.
import type { RejectionCode } from './types.js';

export interface RejectionRule {
  /** Rule of the product; missing where the reason is a fact and no rule. */
  readonly rule?: string;
  /** Clause of MZ/T 248—2025. */
  readonly clause?: string;
  readonly satisfiedBy:
    | 'ELIGIBILITY'
    | 'MORE_PLACES'
    | 'MORE_SUPERVISION'
    | 'COMPANION_OF_WANTED_GENDER'
    | 'COMMON_LANGUAGE'
    | 'LARGER_TRAVEL_BUDGET'
    | 'MORE_COMMON_TIME'
    | 'WORKER_RECONSIDERS';
}

export const REJECTION_RULES: Readonly<Record<RejectionCode, RejectionRule>> = {
  NOT_ELIGIBLE: { rule: 'H26', clause: '§7.2', satisfiedBy: 'ELIGIBILITY' },
  NO_PLACE: { satisfiedBy: 'MORE_PLACES' },
  NO_SUPERVISOR_PLACE: { rule: 'S4', clause: '§7.4.3', satisfiedBy: 'MORE_SUPERVISION' },
  GENDER_RULE: { rule: 'H25', clause: '§7.5', satisfiedBy: 'COMPANION_OF_WANTED_GENDER' },
  NO_COMMON_LANGUAGE: { satisfiedBy: 'COMMON_LANGUAGE' },
  TOO_FAR: { satisfiedBy: 'LARGER_TRAVEL_BUDGET' },
  NO_COMMON_TIME: { satisfiedBy: 'MORE_COMMON_TIME' },
  VETOED: { satisfiedBy: 'WORKER_RECONSIDERS' },
};
