// What somebody says who would like to become a volunteer, what is still missing before it can be sent, and what the
// agency waits for before it decides (P14, SM4).
import { ageOn, parseLocalDate, type LocalDate } from '../kernel/index.js';
import type { ApplicationState } from '../states/application.js';
import type { Code } from './codes.js';
import { ADULT_AGE } from './eligibility-settings.js';
import { canonicalPhone } from './phone.js';

/** What a volunteer may like to do; the words of the form. */
export const INTERESTS = [
  word('COMPANIONSHIP', '一对一成长陪伴', 'Walking beside one child'),
  word('TUTORING', '辅导功课', 'Help with schoolwork'),
  word('GROUP', '成长小组', 'Growth groups'),
  word('DAY_CARE', '课后托管', 'After-school care'),
  word('HOME_VISIT', '和社会工作者一起走访', 'Home visits beside a social worker'),
  word('OUTING', '活动和外出', 'Events and outings'),
  word('OFFICE', '在办公室帮忙', 'Help in the office'),
] as const;
export type InterestCode = (typeof INTERESTS)[number]['code'];

/** Why somebody is not taken on. Each has a letter of its own; none says anything about the person's worth. */
export const DECLINE_REASONS = [
  word('NO_PLACE_NOW', '现在没有合适的位置', 'No fitting place at the moment'),
  word('TIMES_DO_NOT_FIT', '时间对不上', 'The times do not fit'),
  word('TOO_FAR', '离得太远', 'Too far away'),
  word('NOT_OF_AGE', '年龄还没到', 'Not of age yet'),
  word('NO_GUARDIAN_CONSENT', '监护人没有同意', 'The guardian did not agree'),
  word('REFERENCES', '推荐人的意见', 'What the referees said'),
  word('TALK', '面谈以后的决定', 'Decided after the talk'),
  word('NOT_REACHED', '一直没有联系上', 'Could not be reached'),
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number]['code'];

export interface Referee {
  readonly name: string;
  /** As it was typed. */
  readonly phone: string;
  /** How the two know each other, in the applicant's words. */
  readonly relation: string;
}
/** A span of time that comes again every week: 1 is Monday; minutes since midnight. */
export interface AppliedTime {
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
}
/** What was typed so far; anything may be missing before it is sent. */
export interface ApplicationAnswers {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly gender?: 'FEMALE' | 'MALE' | undefined;
  readonly birthDate?: string | undefined;
  readonly guardianName?: string | undefined;
  readonly guardianPhone?: string | undefined;
  readonly interests?: readonly string[] | undefined;
  readonly freeTimes?: readonly AppliedTime[] | undefined;
  readonly areaCode?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly skills?: readonly string[] | undefined;
  readonly motive?: string | undefined;
  readonly experience?: string | undefined;
  readonly referees?: readonly Referee[] | undefined;
}

/** One question a screen, in this order. */
export const APPLY_STEPS = ['ABOUT', 'INTERESTS', 'TIMES', 'PLACE', 'SKILLS', 'MOTIVE', 'REFEREES', 'CHECK'] as const;
export type ApplyStep = (typeof APPLY_STEPS)[number];

export type MissingField =
  | 'name'
  | 'phone'
  | 'birthDate'
  | 'age'
  | 'guardianName'
  | 'guardianPhone'
  | 'interests'
  | 'freeTimes'
  | 'languages'
  | 'motive'
  | 'referees';
export interface MissingAnswer {
  readonly step: ApplyStep;
  readonly field: MissingField;
}
export interface ApplyNeeds {
  readonly today: LocalDate;
  readonly minimumAge: number;
  /** People who know the applicant and may be asked. */
  readonly referees: number;
}

export type AgeStanding = 'ADULT' | 'MINOR' | 'TOO_YOUNG' | 'UNKNOWN';

/** How somebody's age stands to serving; UNKNOWN for a day that is missing, not one, or not in the past. */
export function ageStanding(birthDate: string | undefined, today: LocalDate, minimumAge: number): AgeStanding {
  const birth = parseLocalDate(birthDate ?? '');
  if (birth === undefined || birth >= today) return 'UNKNOWN';
  const age = ageOn(birth, today);
  if (age > OLDEST) return 'UNKNOWN';
  if (age >= ADULT_AGE) return 'ADULT';
  return age >= minimumAge ? 'MINOR' : 'TOO_YOUNG';
}

/** Everything that must still be said before it can be sent; nothing where it can. */
export function missingAnswers(answers: ApplicationAnswers, needs: ApplyNeeds): MissingAnswer[] {
  const missing: MissingAnswer[] = [];
  const lack = (step: ApplyStep, field: MissingField, is: boolean) => {
    if (is) missing.push({ step, field });
  };
  const phone = phoneOf(answers.phone);
  const age = ageStanding(answers.birthDate, needs.today, needs.minimumAge);
  lack('ABOUT', 'name', blank(answers.name));
  lack('ABOUT', 'phone', phone === undefined);
  lack('ABOUT', 'birthDate', age === 'UNKNOWN');
  lack('ABOUT', 'age', age === 'TOO_YOUNG');
  if (age === 'MINOR') {
    const guardian = phoneOf(answers.guardianPhone);
    lack('ABOUT', 'guardianName', blank(answers.guardianName));
    // Nobody agrees to something for themselves from another field of the same form.
    lack('ABOUT', 'guardianPhone', guardian === undefined || guardian === phone);
  }
  lack('INTERESTS', 'interests', (answers.interests ?? []).length === 0);
  lack('TIMES', 'freeTimes', (answers.freeTimes ?? []).length === 0);
  lack('SKILLS', 'languages', (answers.languages ?? []).length === 0);
  lack('MOTIVE', 'motive', blank(answers.motive));
  const referees = (answers.referees ?? []).filter((one) => isReferee(one, phone));
  const different = new Set(referees.map((one) => phoneOf(one.phone)));
  lack('REFEREES', 'referees', different.size < needs.referees);
  return missing;
}

/** Whether a referee can be asked: a name, and a number that is not the applicant's own. */
export function isReferee({ name, phone }: Referee, ownPhone: string | undefined): boolean {
  const number = phoneOf(phone);
  return !blank(name) && number !== undefined && number !== ownPhone;
}

/** What stands between an application and a decision. */
export type ApplicationWait = 'APPLICANT' | 'TALK' | 'GUARDIAN' | 'REFERENCES' | 'DECISION';
export interface ApplicationStanding {
  readonly state: ApplicationState;
  readonly paused: boolean;
  readonly minor: boolean;
  /** The guardian's word, where there is one. */
  readonly guardian?: 'YES' | 'NO' | undefined;
  readonly referencesNeeded: number;
  readonly referencesGiven: number;
}

/** What it waits for now, the most pressing first; nothing once it is decided. */
export function applicationWaits(standing: ApplicationStanding): ApplicationWait[] {
  const { state, paused, minor, guardian, referencesGiven, referencesNeeded } = standing;
  if (state === 'STARTED' || (paused && (state === 'SENT' || state === 'TALKED'))) return ['APPLICANT'];
  if (state !== 'SENT' && state !== 'TALKED') return [];
  const waits: ApplicationWait[] = [];
  if (state === 'SENT') waits.push('TALK');
  if (minor && guardian === undefined) waits.push('GUARDIAN');
  if (referencesGiven < referencesNeeded) waits.push('REFERENCES');
  return waits.length > 0 ? waits : ['DECISION'];
}

const OLDEST = 110;
const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';
const phoneOf = (typed: string | undefined): string | undefined =>
  typed === undefined ? undefined : canonicalPhone(typed);

function word<C extends string>(code: C, zh: string, en: string): Code & { readonly code: C } {
  return { code, zh, en, also: [] };
}
