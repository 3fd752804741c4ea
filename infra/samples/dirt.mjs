// Dirt that long lists have, and numbers that nobody was given.
import { fullWidth } from './invention.mjs';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Names that keyboards and old systems get wrong: rare characters, a middle dot, a surname of two. */
export const RARE_NAMES = [
  '欧阳𬭎',
  '李䶮',
  '王喆堃',
  '阿依古丽·买买提',
  '迪丽努尔·阿不都',
  '尉迟㛃',
  '司徒𬍛',
  '卓玛·扎西',
];

/** An invented identity number: a place code, a birth date, a serial number that says the gender, the check digit. */
export function idNumber(dice, born, gender) {
  // Below 996: those are for people of a hundred years.
  const serial = dice.between(20, 39) * 20 + dice.between(0, 9) * 2 + (gender === '男' ? 1 : 0);
  const digits = `310115${born.replaceAll('-', '')}${String(serial).padStart(3, '0').slice(-3)}`;
  return digits + checkDigit(digits);
}

export function checkDigit(digits) {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return '10X98765432'[sum % 11];
}

/** The same number as lists have it: mostly whole, some of 15 digits, some in full width, some with a small x. */
export function writtenIdNumber(dice, number) {
  if (dice.happens(0.15) && number.slice(6, 8) === '19') return number.slice(0, 6) + number.slice(8, 17);
  if (dice.happens(0.1)) return fullWidth(number);
  return dice.happens(0.1) ? `${number.toLowerCase()} ` : number;
}

/** Writes "同上" where a cell says what the one above says. */
export function ditto(dice, rows, headers) {
  return rows.map((row, at) => {
    const above = rows[at - 1];
    const same = headers.filter((header) => above && row[header] !== '' && row[header] === above[header]);
    return same.length > 0 && dice.happens(0.5)
      ? { ...row, ...Object.fromEntries(same.map((header) => [header, '同上'])) }
      : row;
  });
}

/** A digit of the number another one, so that its check digit tells. */
export const misread = (number) => number.slice(0, 16) + String((Number(number[16]) + 1) % 10) + number[17];
