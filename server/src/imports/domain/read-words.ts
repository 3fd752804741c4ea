// Readers for cells that hold one of a few words, or several of them.
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { Gender } from '@tongxing/shared/matching';
import { codeOf, type Code } from '@tongxing/shared/rules';
import type { CellProblem } from './cell-problem.js';
import { cleanText, saysNothing } from './cell-text.js';

/** Several words of one code table, each code once, in the order written; empty for a cell that says nothing. */
export function readCodes<C extends Code>(
  table: readonly C[],
  raw: string,
  unknown: CellProblem,
): Result<readonly C['code'][], CellProblem> {
  const found = new Set<C['code']>();
  if (saysNothing(cleanText(raw))) return ok([]);
  const parts = raw
    .normalize('NFKC')
    .split(/[、,;/|+&\r\n和与]+/)
    .map((part) => cleanText(part).replace(/等$/, ''))
    .filter((part) => part !== '');
  for (const part of parts) {
    const whole = codeOf(table, part);
    const codes = whole === undefined ? part.split(' ').map((word) => codeOf(table, word)) : [whole];
    for (const code of codes) {
      if (code === undefined) return err(unknown);
      found.add(code);
    }
  }
  return ok([...found]);
}

export function readGender(raw: string): Result<Gender, CellProblem> {
  const word = cleanText(raw).toLowerCase();
  if (/^(女|女性|女生|女孩|女士|f|female|girl|woman)$/.test(word)) return ok('FEMALE');
  if (/^(男|男性|男生|男孩|先生|m|male|boy|man)$/.test(word)) return ok('MALE');
  return err('GENDER_UNKNOWN');
}

/** The companion's gender that child or family asked for; undefined where they leave it open. */
export function readWantedGender(raw: string, own: Gender | undefined): Result<Gender | undefined, CellProblem> {
  const word = cleanText(raw).toLowerCase();
  if (saysNothing(word) || /^(不限|无要求|均可|都可以|any|either|no preference)$/.test(word)) return ok(undefined);
  if (/^(同性|同性别|same|same gender)$/.test(word)) return own ? ok(own) : err('GENDER_UNKNOWN');
  return readGender(word);
}

/** A record check's answer; undefined while it is still awaited. */
export function readCheckResult(raw: string): Result<'CLEAR' | 'HIT' | undefined, CellProblem> {
  const word = cleanText(raw).toLowerCase();
  if (/^(无|无记录|无违法犯罪记录|无犯罪记录|未发现|合格|通过|正常|clear|none|no record)$/.test(word))
    return ok('CLEAR');
  if (/^(有|有记录|有违法犯罪记录|有犯罪记录|不合格|不通过|hit|record found)$/.test(word)) return ok('HIT');
  if (/^(待查|待查询|查询中|申请中|pending)$/.test(word)) return ok(undefined);
  return err('CHECK_RESULT_UNKNOWN');
}

const NUMERALS: Readonly<Record<string, number>> = { 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/** Children that a volunteer can accompany at once: 0 (none for now) to 10. */
export function readPlaces(raw: string): Result<number, CellProblem> {
  const text = cleanText(raw).replace(/ ?[人个名位]$/, '');
  const value = NUMERALS[text] ?? (/^\d{1,2}(\.0)?$/.test(text) ? Number(text) : NaN);
  return value >= 0 && value <= 10 ? ok(value) : err('PLACES_RANGE');
}

const PRIORITIES: Readonly<Record<string, number>> = {
  低: 1,
  一般: 2,
  中: 3,
  较高: 4,
  高: 5,
  紧急: 5,
  low: 1,
  medium: 3,
  high: 5,
};

/** How pressing: 1 (least) to 5. */
export function readPriority(raw: string): Result<number, CellProblem> {
  const text = cleanText(raw).toLowerCase().replace(/ ?级$/, '');
  const value = PRIORITIES[text] ?? NUMERALS[text] ?? (/^\d(\.0)?$/.test(text) ? Number(text) : NaN);
  return value >= 1 && value <= 5 ? ok(value) : err('PRIORITY_RANGE');
}
