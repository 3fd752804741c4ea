// Codes on paper for the day when phone and passkey are gone: fifty random bits each, in letters that nobody confuses;
// and shorter ones to be read out.
import { randomBytes } from 'node:crypto';

/** Crockford's: no i, l, o and u. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;
const GROUP = 5;

export const RECOVERY_CODE_COUNT = 10;

/** `k7mzq-4x0tb`, ten of them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODE_COUNT }, () => newPaperCode(LENGTH, GROUP));

/** So many letters, five random bits each, with one dash behind the first group. */
export function newPaperCode(length: number, group: number): string {
  const letters = [...randomBytes(length)].map((byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
  return `${letters.slice(0, group)}-${letters.slice(group)}`;
}

/** As it is hashed: without the dash, whatever was typed for a nought or a one. */
export const normaliseRecoveryCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
