// Two thousand volunteers: the recipe of the small list, with identity numbers and the dirt of a long one.
import { ditto, idNumber, misread, RARE_NAMES, writtenIdNumber } from './dirt.mjs';
import { chance } from './invention.mjs';
import { inventVolunteers, VOLUNTEER_HEADERS } from './volunteers.mjs';

const ROWS = 2_000;
const SEED = 20_261_201;
export const BIG_VOLUNTEER_HEADERS = [...VOLUNTEER_HEADERS, '身份证号'];

const NUMBER = idNumber(chance(7), '1990-03-07', '女');
const CLEAN = { 出生日期: '1990-03-07', 性别: '女' };
/** Rows whose identity number is wrong, beside those of the small list. */
const SPOILT = [
  { problems: ['ID_NUMBER_INVALID'], cells: { ...CLEAN, 身份证号: '3.10115E+17' } },
  { problems: ['ID_NUMBER_INVALID'], cells: { ...CLEAN, 身份证号: '31011519900307' } },
  { problems: ['ID_NUMBER_CHECK_DIGIT'], cells: { ...CLEAN, 身份证号: misread(NUMBER) } },
  { problems: ['ID_NUMBER_CHECK_DIGIT'], cells: { ...CLEAN, 身份证号: `${NUMBER.slice(0, 15)}000` } },
  { problems: ['ID_NUMBER_BIRTH_DATE'], cells: { ...CLEAN, 出生日期: '1990-03-08', 身份证号: NUMBER } },
  { problems: ['ID_NUMBER_GENDER'], cells: { ...CLEAN, 性别: '男', 身份证号: NUMBER } },
];

export function inventManyVolunteers(today, areas, supervisors) {
  const dice = chance(SEED + 1);
  const taken = new Set([NUMBER]);
  const number = (v) => {
    for (;;) {
      const made = idNumber(dice, v.born, v.gender);
      if (taken.has(made)) continue;
      taken.add(made);
      return writtenIdNumber(dice, made);
    }
  };
  let rare = 0;
  const { rows, expected } = inventVolunteers(today, areas, supervisors, {
    seed: SEED,
    size: ROWS,
    spoilt: SPOILT,
    more: (v) => ({
      ...(dice.happens(0.03) && rare < RARE_NAMES.length ? { 姓名: RARE_NAMES[rare++] } : {}),
      身份证号: dice.happens(0.6) ? number(v) : '',
    }),
  });
  return { rows: ditto(dice, rows, ['服务区域', '督导', '语言']), expected };
}
