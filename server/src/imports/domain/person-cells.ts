// Cells that both rosters have: a person's name, days, area and languages.
import { ageOn, err, ok, type LocalDate } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import { canonicalPhone, LANGUAGES, readIdNumber, type IdNumber, type LanguageCode } from '@tongxing/shared/rules';
import { cleanText } from './cell-text.js';
import type { CellReader, OpenRow } from './open-row.js';
import { readDate } from './read-date.js';
import { readWeeklyTimes } from './read-weekly-times.js';
import { readCodes, readGender } from './read-words.js';

/** A service area of the agency's own table; metres on a local grid. */
export interface RosterArea {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
}
export interface RosterContext {
  /** The day it is at the agency. */
  readonly today: LocalDate;
  readonly areas: readonly RosterArea[];
  /** Names of those who may supervise. Where it is missing, supervisors are not compared. */
  readonly supervisors?: readonly string[] | undefined;
  /** Names of the agency's offices. Where it is missing, offices are not compared. */
  readonly offices?: readonly string[] | undefined;
  /** Names of the agency's venues. Where it is missing, venues are not compared. */
  readonly venues?: readonly string[] | undefined;
  /** Names of colleagues who may be in charge of an activity, each as often as somebody bears it. */
  readonly team?: readonly string[] | undefined;
}
export interface PersonValues {
  readonly name: string;
  /** 18 characters. */
  readonly idNumber?: string | undefined;
  readonly languages: readonly LanguageCode[];
  readonly freeTimes: readonly WeeklyTime[];
  /** Code in the agency's table; missing where blank or not in the table. */
  readonly area?: string | undefined;
}
type PersonField = 'name' | 'languages' | 'area' | 'freeTimes';
/** Cells that an identity number says as well. */
type IdentityField = 'idNumber' | 'gender' | 'birthDate';

const MAX_NAME = 60;
const MAX_EMAIL = 200;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A name of letters; spaces between Chinese characters are layout and go. */
export const readName: CellReader<string> = (raw) => {
  const text = cleanText(raw).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  if (text.length > MAX_NAME) return err('TOO_LONG');
  return /^[\p{L}\p{M}][\p{L}\p{M} .·•'’()-]*$/u.test(text) ? ok(text) : err('NAME_INVALID');
};

export const readPhone: CellReader<string> = (raw) => {
  const phone = canonicalPhone(raw);
  return phone === undefined ? err('PHONE_INVALID') : ok(phone);
};

/** An address that people sign in with in the same spelling. */
export const readEmail: CellReader<string> = (raw) => {
  const text = cleanText(raw).toLowerCase();
  if (text.length > MAX_EMAIL) return err('TOO_LONG');
  return EMAIL.test(text) ? ok(text) : err('EMAIL_INVALID');
};

/** What the identity number says; gender and birth date of the same row must agree with it, and are filled from it. */
export function readIdentity<Field extends string>(
  row: OpenRow<Field | IdentityField>,
  context: RosterContext,
  { ages: [from, to], needs }: { readonly ages: readonly [number, number]; readonly needs: readonly IdentityField[] },
) {
  const id: IdNumber | undefined = row.read('idNumber', readIdNumber);
  const missing = <P>(field: IdentityField, problem: P) => (needs.includes(field) && !id ? problem : undefined);
  const born = row.read('birthDate', birthDate(context, from, to), missing('birthDate', 'BIRTH_DATE_MISSING' as const));
  const gender = row.read('gender', readGender, missing('gender', 'GENDER_MISSING' as const));
  if (id && born && born !== id.birthDate) row.mark('birthDate', 'ID_NUMBER_BIRTH_DATE');
  if (id && gender && gender !== id.gender) row.mark('gender', 'ID_NUMBER_GENDER');
  if (id && !born && row.text('birthDate') === undefined) {
    const fits = birthDate(context, from, to)(id.birthDate);
    if (!fits.ok) row.mark('idNumber', fits.error);
  }
  return { idNumber: id?.number, birthDate: born ?? id?.birthDate, gender: gender ?? id?.gender };
}

/** Text of at most `max` characters. */
export const textUpTo =
  (max: number): CellReader<string> =>
  (raw) => {
    const text = cleanText(raw);
    return text.length > max ? err('TOO_LONG') : ok(text);
  };

/** Text of at most `max` characters that is no formula: those are answers of another file. */
export const plainText =
  (max: number): CellReader<string> =>
  (raw) =>
    /^=/.test(raw.normalize('NFKC').trim()) ? err('FORMULA') : textUpTo(max)(raw);

/** A day that has been. */
export const pastDay =
  ({ today }: RosterContext): CellReader<LocalDate> =>
  (raw) => {
    const day = readDate(raw);
    return day.ok && day.value > today ? err('DATE_IN_FUTURE') : day;
  };

/** A birth date of somebody who is `from` to `to` years old today. */
export const birthDate =
  (context: RosterContext, from: number, to: number): CellReader<LocalDate> =>
  (raw) => {
    const day = pastDay(context)(raw);
    if (!day.ok) return day;
    const age = ageOn(day.value, context.today);
    return age >= from && age <= to ? day : err('AGE_RANGE');
  };

/** What both rosters say of a person. Who names no language speaks Mandarin, as rosters take for granted. */
export function readPerson<Field extends string>(
  row: OpenRow<Field | PersonField>,
  context: RosterContext,
): Omit<PersonValues, 'name' | 'idNumber'> & { readonly name: string | undefined } {
  const languages = row.read('languages', (raw) => readCodes(LANGUAGES, raw, 'LANGUAGE_UNKNOWN')) ?? [];
  return {
    name: row.read('name', readName, 'NAME_MISSING'),
    languages: languages.length > 0 ? languages : ['MANDARIN'],
    freeTimes: row.read('freeTimes', readWeeklyTimes) ?? [],
    area: row.read('area', (raw) => {
      const wanted = cleanText(raw).toLowerCase();
      const area = context.areas.find((a) => [a.code, a.name, a.nameEn ?? ''].some((w) => w.toLowerCase() === wanted));
      return area ? ok(area.code) : err('AREA_UNKNOWN');
    }),
  };
}
