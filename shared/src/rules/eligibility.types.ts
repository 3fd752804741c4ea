import type { LocalDate } from '../kernel/index.js';
import type { ServiceTask } from './courses.js';

export type Requirement = 'TRAINING' | 'VOLUNTEER_AGREEMENT' | 'RECORD_CHECK' | 'AGE' | 'WORK_STATUS';
export type EligibilityOutcome = 'VALID' | 'RENEWAL_DUE' | 'EXPIRED' | 'EXEMPT' | 'MISSING' | 'STOPPED';
export type Remedy =
  | 'NONE'
  | 'COMPLETE_TRAINING'
  | 'RENEW_TRAINING'
  | 'SIGN_AGREEMENT'
  | 'RENEW_AGREEMENT'
  | 'REQUEST_RECORD_CHECK'
  | 'RENEW_RECORD_CHECK'
  | 'CONFIRM_IMPORTED_FACT'
  | 'WAIT_FOR_AGE'
  | 'SERVE_BESIDE_CLEARED_ADULT'
  | 'ASK_DIRECTOR';

/** A dated fact; one that came by import counts only once a second person has confirmed its batch. */
export interface DatedFact {
  readonly on: LocalDate;
  /** Last day on which it counts; the settings decide where it is missing. */
  readonly until?: LocalDate | undefined;
  readonly confirmed: boolean;
}
export interface TrainingFact extends DatedFact {
  readonly kind: 'PRE_SERVICE' | 'IN_SERVICE';
  /** The tasks that it was for; every task where it names none. */
  readonly tasks?: readonly ServiceTask[] | undefined;
}
export interface RecordCheckFact extends DatedFact {
  readonly result: 'CLEAR' | 'HIT';
}
/** An exemption with an approver and an end. The type has none for the record check: H8 knows no exemption. */
export interface Exemption {
  readonly requirement: 'TRAINING' | 'VOLUNTEER_AGREEMENT';
  readonly approvedBy: string;
  /** Day of the approval; a day of service before it is not covered. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}
export interface EligibilityFacts {
  readonly birthDate?: LocalDate | undefined;
  readonly trainings: readonly TrainingFact[];
  readonly agreements: readonly DatedFact[];
  readonly recordChecks: readonly RecordCheckFact[];
  readonly exemptions: readonly Exemption[];
  /** Set while a stop-work order or a suspension is in force. */
  readonly stoppedSince?: LocalDate | undefined;
}
/** Numbers that the rules leave to the agency. */
export interface EligibilitySettings {
  readonly trainingValidDays: number;
  readonly agreementValidDays: number;
  /** Never more than 365 (§7.1.3). */
  readonly recordCheckValidDays: number;
  readonly renewalWindowDays: number;
  readonly adultAge: number;
  readonly minimumVolunteerAge: number;
}
export interface EligibilityFinding {
  readonly requirement: Requirement;
  readonly outcome: EligibilityOutcome;
  readonly rule: string;
  readonly clause?: string | undefined;
  readonly since?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly remedy: Remedy;
}
export interface Eligibility {
  readonly serviceDate: LocalDate;
  readonly ready: boolean;
  /** One finding for each requirement, passed or not; never only the first. */
  readonly findings: readonly EligibilityFinding[];
}

/** What a reader sees: "not available" stands in place of whatever a record check says of somebody whose work has stopped. */
export type SeenOutcome = EligibilityOutcome | 'NOT_AVAILABLE';
export type SeenFinding = Omit<EligibilityFinding, 'outcome'> & { readonly outcome: SeenOutcome };
export type SeenEligibility = Omit<Eligibility, 'findings'> & { readonly findings: readonly SeenFinding[] };
