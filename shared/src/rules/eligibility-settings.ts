import type { EligibilitySettings } from './eligibility.types.js';

/** §7.1.3: a record check counts for a year. A setting may shorten this, never lengthen it. */
export const RECORD_CHECK_LIMIT_DAYS = 365;

/** Adulthood by law; not a setting of the agency. */
export const ADULT_AGE = 18;

export const DEFAULT_ELIGIBILITY_SETTINGS: EligibilitySettings = {
  trainingValidDays: 730,
  agreementValidDays: 365,
  recordCheckValidDays: RECORD_CHECK_LIMIT_DAYS,
  renewalWindowDays: 30,
  adultAge: ADULT_AGE,
  minimumVolunteerAge: 14,
};
