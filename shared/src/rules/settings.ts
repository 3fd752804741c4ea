// The numbers and switches that the rules leave to each agency, with the borders that the rules set.
import { err, ok, type Result } from '../kernel/index.js';
import { BREACH_HOURS, type BreachHours } from './breach.js';
import { ADULT_AGE, DEFAULT_ELIGIBILITY_SETTINGS, RECORD_CHECK_LIMIT_DAYS } from './eligibility-settings.js';
import type { EligibilitySettings } from './eligibility.types.js';
import { RIGHTS_ANSWER_DAYS, RIGHTS_LAST_DAYS } from './rights.js';

export type SettingUnit = 'DAYS' | 'YEARS' | 'MINUTES' | 'METRES' | 'PLACES' | 'TIMES' | 'HOURS' | 'PEOPLE';
export interface IntegerSetting {
  readonly key: string;
  readonly kind: 'INTEGER';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly unit: SettingUnit;
  readonly rule: string;
}
export interface BooleanSetting {
  readonly key: string;
  readonly kind: 'BOOLEAN';
  readonly default: boolean;
  readonly rule: string;
}
export type SettingDefinition = IntegerSetting | BooleanSetting;

const D = DEFAULT_ELIGIBILITY_SETTINGS;

export const SETTINGS = [
  whole('recordCheckValidDays', D.recordCheckValidDays, 30, RECORD_CHECK_LIMIT_DAYS, 'DAYS', 'H8 §7.1.3'),
  whole('renewalWindowDays', D.renewalWindowDays, 0, 180, 'DAYS', 'H8 §7.1.3'),
  // The first of several reminders; the later ones stand in rules/reminders.ts.
  whole('reminderFirstDays', 60, 30, 180, 'DAYS', 'H6 H7 H8 §7.1.3'),
  whole('trainingValidDays', D.trainingValidDays, 30, 1825, 'DAYS', 'H6 §7.2.3'),
  whole('agreementValidDays', D.agreementValidDays, 30, 1095, 'DAYS', 'H7'),
  // An exemption from training or agreement ends within so many days; of a record check there is none (H8).
  whole('exemptionMaxDays', 90, 1, 180, 'DAYS', 'H6 H7'),
  // 助人自助: services beside a cleared adult before somebody who was served helps on their own feet.
  whole('helperAccompanied', 3, 1, 20, 'TIMES', 'P15 H8 §7.2.1'),
  whole('minimumVolunteerAge', D.minimumVolunteerAge, 14, ADULT_AGE, 'YEARS', 'H8 §7.2.1'),
  whole('consentValidDaysDefault', 365, 30, 730, 'DAYS', 'H21'),
  whole('supervisorPlaces', 24, 1, 60, 'PLACES', 'S4 §7.4.3'),
  whole('supervisionIndividualDays', 30, 7, 180, 'DAYS', 'S4 §7.4.3'),
  whole('supervisionGroupDays', 90, 14, 365, 'DAYS', 'S4 §7.4.3'),
  whole('contactsPerMonth', 2, 1, 12, 'TIMES', 'P20'),
  // For so long somebody may stand in for a companion who is away; what lasts longer is handed on.
  whole('coverMaxDays', 120, 7, 366, 'DAYS', 'P20 H26'),
  whole('minimumCommonMinutes', 60, 30, 480, 'MINUTES', 'P20'),
  whole('travelBudgetMetres', 10_000, 500, 100_000, 'METRES', 'H22'),
  flag('allowOtherGender', false, 'H25 §7.5'),
  flag('fileReasonNeeded', true, 'H12 §7.6'),
  flag('fileApprovalNeeded', false, 'H12 §7.6'),
  whole('fileAccessHours', 24, 1, 168, 'HOURS', 'H12 §7.6'),
  whole('guardianCodeHours', 24, 1, 72, 'HOURS', 'H21'),
  // The law says at once; an agency may only ask for less time than a day.
  whole('concernReportHours', 24, 1, 24, 'HOURS', 'H9 §7.5.1'),
  // Until then the next one on call is told, and after as long again the director.
  whole('concernSeenMinutes', 30, 5, 240, 'MINUTES', 'H9 §7.5.1'),
  // The law says at once, and of the report four hours at most: an agency may only ask for less time.
  whole('breachContainHours', BREACH_HOURS.CONTAIN, 1, BREACH_HOURS.TELL_AUTHORITY, 'HOURS', 'L35'),
  whole('breachAuthorityHours', BREACH_HOURS.TELL_AUTHORITY, 1, BREACH_HOURS.TELL_AUTHORITY, 'HOURS', 'L35'),
  whole('breachAffectedHours', BREACH_HOURS.TELL_AFFECTED, 1, 72, 'HOURS', 'L35'),
  whole('breachCloseDays', BREACH_HOURS.CLOSE / 24, 7, BREACH_HOURS.CLOSE / 24, 'DAYS', 'L35'),
  // What the agency promises; thirty days are the law's own end.
  whole('rightsAnswerDays', RIGHTS_ANSWER_DAYS, 1, RIGHTS_LAST_DAYS, 'DAYS', 'L34'),
  // Whether strangers find the form; links to it that were handed out open in any case.
  flag('applicationsOpen', true, 'P14'),
  // People who know the applicant and are asked by a link before a decision.
  whole('applicationReferees', 1, 0, 3, 'PEOPLE', 'P14'),
  // A team's day: how long dates are held and offers stand, and what a day's offer says where nobody chose otherwise.
  whole('teamHoldMinutes', 30, 5, 1440, 'MINUTES', 'P18'),
  whole('teamOfferHours', 48, 1, 336, 'HOURS', 'P18'),
  whole('teamGuestsPerWorker', 15, 1, 100, 'PEOPLE', 'P18'),
  whole('teamGuestsPerChild', 3, 0, 10, 'PEOPLE', 'P19'),
  whole('teamVisitsPerMonth', 2, 0, 31, 'TIMES', 'P19'),
  whole('teamCheckLeadDays', 15, 0, 120, 'DAYS', 'H8 §7.2.1'),
  whole('teamCutOffDays', 7, 0, 60, 'DAYS', 'H8 §7.2.1'),
  whole('teamNoticeDays', 14, 0, 90, 'DAYS', 'P18'),
  flag('secondFactorRequired', true, 'H10 §7.5.2'),
  whole('secondFactorGraceDays', 14, 0, 90, 'DAYS', 'H10 §7.5.2'),
] as const;

export type SettingKey = (typeof SETTINGS)[number]['key'];
export type IntegerSettingKey = Extract<(typeof SETTINGS)[number], { kind: 'INTEGER' }>['key'];
export type BooleanSettingKey = Extract<(typeof SETTINGS)[number], { kind: 'BOOLEAN' }>['key'];
export type SettingValues = Readonly<Record<IntegerSettingKey, number> & Record<BooleanSettingKey, boolean>>;

export type SettingProblem =
  | { readonly code: 'SETTING_UNKNOWN'; readonly key: string }
  | { readonly code: 'NOT_A_WHOLE_NUMBER' }
  | { readonly code: 'NOT_TRUE_OR_FALSE' }
  | { readonly code: 'BELOW_MINIMUM'; readonly minimum: number; readonly rule: string }
  | { readonly code: 'ABOVE_MAXIMUM'; readonly maximum: number; readonly rule: string };

/** The definition of a setting; undefined for a key that no setting has. */
export function settingDefinition(key: string): SettingDefinition | undefined {
  return SETTINGS.find((setting) => setting.key === key);
}

/** Reads a setting as typed or stored; refuses what lies outside the borders, naming the border and its rule. */
export function parseSetting(key: string, raw: string): Result<number | boolean, SettingProblem> {
  const setting = settingDefinition(key);
  if (!setting) return err({ code: 'SETTING_UNKNOWN', key });
  const text = raw.trim();
  if (setting.kind === 'BOOLEAN') {
    return text === 'true' || text === 'false' ? ok(text === 'true') : err({ code: 'NOT_TRUE_OR_FALSE' });
  }
  if (!/^-?\d{1,9}$/.test(text)) return err({ code: 'NOT_A_WHOLE_NUMBER' });
  const value = Number(text);
  if (value < setting.min) return err({ code: 'BELOW_MINIMUM', minimum: setting.min, rule: setting.rule });
  if (value > setting.max) return err({ code: 'ABOVE_MAXIMUM', maximum: setting.max, rule: setting.rule });
  return ok(value);
}

/** All values of an agency: what it stored where that still stands within the borders, the default elsewhere. */
export function settingValues(stored: ReadonlyMap<string, string>): SettingValues {
  const values: Record<string, number | boolean> = {};
  for (const setting of SETTINGS) {
    const raw = stored.get(setting.key);
    const parsed = raw === undefined ? undefined : parseSetting(setting.key, raw);
    values[setting.key] = parsed?.ok ? parsed.value : setting.default;
  }
  return values as SettingValues;
}

/** The part of the agency's settings that the eligibility function reads. */
export function eligibilitySettings(values: SettingValues): EligibilitySettings {
  return {
    trainingValidDays: values.trainingValidDays,
    agreementValidDays: values.agreementValidDays,
    recordCheckValidDays: values.recordCheckValidDays,
    renewalWindowDays: values.renewalWindowDays,
    minimumVolunteerAge: values.minimumVolunteerAge,
    adultAge: ADULT_AGE,
  };
}

/** The agency's own clock of a breach. */
export const breachHours = (values: SettingValues): BreachHours => ({
  CONTAIN: values.breachContainHours,
  TELL_AUTHORITY: values.breachAuthorityHours,
  TELL_AFFECTED: values.breachAffectedHours,
  CLOSE: values.breachCloseDays * 24,
});

function whole<Key extends string>(
  key: Key,
  value: number,
  min: number,
  max: number,
  unit: SettingUnit,
  rule: string,
): IntegerSetting & { readonly key: Key } {
  return { key, kind: 'INTEGER', default: value, min, max, unit, rule };
}

function flag<Key extends string>(key: Key, value: boolean, rule: string): BooleanSetting & { readonly key: Key } {
  return { key, kind: 'BOOLEAN', default: value, rule };
}
