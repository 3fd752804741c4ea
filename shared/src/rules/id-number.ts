// Resident identity numbers (GB 11643): 18 characters with a check digit, or the 15 digits of before 1999.
import { err, ok, parseLocalDate, type LocalDate, type Result } from '../kernel/index.js';

export type IdNumberProblem = 'ID_NUMBER_INVALID' | 'ID_NUMBER_CHECK_DIGIT';

export interface IdNumber {
  /** 18 characters, an `X` in capitals. */
  readonly number: string;
  readonly birthDate: LocalDate;
  readonly gender: 'FEMALE' | 'MALE';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** First two digits: the provinces, 71 Taiwan, 81–83 residence permits of Hong Kong, Macao and Taiwan. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/**
 * A number as people type it, in one spelling: full-width digits, spaces and a small x are read; 15 digits become 18.
 * Refused where the day or the place in it cannot be, or where its check digit says that a digit is wrong.
 */
export function readIdNumber(raw: string): Result<IdNumber, IdNumberProblem> {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s'\u200b-\u200f\ufeff\u2010-\u2015-]/g, '')
    .toUpperCase();
  const number = /^\d{15}$/.test(text) ? lengthened(text) : text;
  if (!/^\d{17}[\dX]$/.test(number) || !PROVINCES.test(number)) return err('ID_NUMBER_INVALID');
  const birthDate = parseLocalDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (!birthDate) return err('ID_NUMBER_INVALID');
  if (number[17] !== checkDigit(number)) return err('ID_NUMBER_CHECK_DIGIT');
  return ok({ number, birthDate, gender: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' });
}

/** The last character of the 18, from the 17 before it (ISO 7064, MOD 11-2). */
export function checkDigit(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_DIGITS[sum % 11] ?? '';
}

/** All that is shown of a number once it is stored. */
export const idNumberEnd = (number: string): string => number.slice(-4);

/** In 15 digits a year has two; 996–999 were kept for people of a hundred years, born in the century before. */
function lengthened(digits: string): string {
  const century = /99[6-9]$/.test(digits) ? '18' : '19';
  const number = `${digits.slice(0, 6)}${century}${digits.slice(6)}`;
  return number + checkDigit(number);
}
