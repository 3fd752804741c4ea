// Phones, identity numbers and cards, however their digits are written and set apart.
import type { Spotted } from './finding.js';
import { withDigits } from './folded.js';

const MOBILE = /^(?:0{0,2}86)?1[3-9]\d{9}$/;
const LANDLINE = /^(?:0{0,2}86)?0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/;
const SERVICE_LINE = /^[48]00\d{7}$/;
const DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const ID_18 = new RegExp(`^[1-8]\\d{5}(?:19|20)\\d{2}${DAY}\\d{3}[\\dx]$`);
const ID_15 = new RegExp(`^[1-8]\\d{5}\\d{2}${DAY}\\d{3}$`);
const CARD = /^(?:62\d{14,17}|[45]\d{15})$/;

/** What may stand between two groups of digits: of these, anything. */
const NEAR = /^[\s\-.·_*/\\()+]{1,3}$/;
/** Also a list's marks: only between groups as phones are read out. */
const WIDE = /^[\s\-.·_*/\\()+,，、:：;；]{1,3}$/;
const READ_OUT = /^(?:3,4,4|3,3,5|3,8|(?:1,){10}1)$/;
const MOST_GROUPS = 18;

interface Group {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export function spotNumbers(folded: string): Spotted[] {
  // Once as figures alone, once with numerals: in 56781234一直 the last character is no digit.
  return [false, true].flatMap((han) => {
    const digits = withDigits(folded, han);
    const groups: Group[] = [...digits.matchAll(/\d+(?:x(?![a-z]))?/g)].map((match) => ({
      text: match[0],
      from: match.index,
      to: match.index + match[0].length,
    }));
    return [...inGroups(groups, digits), ...afterWords(digits), ...masked(digits)];
  });
}

function inGroups(groups: readonly Group[], digits: string): Spotted[] {
  const found: Spotted[] = [];
  for (let first = 0; first < groups.length; first++) {
    const longest = chainFrom(groups, first, digits);
    for (let count = longest.length; count > 0; count--) {
      const part = longest.slice(0, count);
      const kind = kindOf(part, digits);
      const [start, end] = [part[0], part.at(-1)];
      if (!kind || !start || !end) continue;
      found.push({ kind, from: start.from, to: end.to });
      first += count - 1;
      break;
    }
  }
  return found;
}

/** Groups in a row with nothing but separators between them. */
function chainFrom(groups: readonly Group[], first: number, digits: string): Group[] {
  const chain = groups.slice(first, first + 1);
  for (const next of groups.slice(first + 1, first + MOST_GROUPS)) {
    const last = chain.at(-1);
    if (!last || !WIDE.test(digits.slice(last.to, next.from))) break;
    chain.push(next);
  }
  return chain;
}

function kindOf(part: readonly Group[], digits: string): 'PHONE' | 'ID_NUMBER' | undefined {
  const text = part.map((group) => group.text).join('');
  const gaps = part.slice(1).map((group, index) => digits.slice(part[index]?.to ?? 0, group.from));
  const near = gaps.every((gap) => NEAR.test(gap));
  const sizes = part.map((group) => group.text.length).join(',');
  if (!near && !READ_OUT.test(sizes)) return undefined;
  if (MOBILE.test(text) || LANDLINE.test(text)) return 'PHONE';
  if (SERVICE_LINE.test(text)) return 'PHONE';
  if (ID_18.test(text) || ID_15.test(text)) return 'ID_NUMBER';
  return CARD.test(text) && luhn(text) ? 'ID_NUMBER' : undefined;
}

/** The check digit of a bank card. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, char, at) => {
    const value = Number(char) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Numbers that only the words before them give away: 电话 6543 2100, 学籍号 …, 护照 E…. */
const AFTER_WORDS: readonly (readonly [Spotted['kind'], RegExp])[] = [
  [
    'PHONE',
    /(?:电话|座机|热线|致电|拨打?|打给|手机|号码|固话|tel|phone|call)[^\d\n]{0,6}([2-9]\d{2,3}[\s-]?\d{4})(?!\d)/g,
  ],
  ['PHONE', /(?:小号|短号|分机)[^\d\n]{0,4}(\d{3,6})(?!\d)/g],
  [
    'ID_NUMBER',
    /(?:学籍|身份证|护照|户口[本簿]?|准考证|医保|社保|低保证|残疾证|银行卡|卡号|证件|学号|编号)[^\d\n,，。；;]{0,6}?([a-z]{0,2}\d[\d\s-]{4,22}[\dx])/g,
  ],
];

function afterWords(digits: string): Spotted[] {
  return AFTER_WORDS.flatMap(([kind, pattern]) =>
    [...digits.matchAll(pattern)].flatMap((match): Spotted[] => {
      const number = match[1] ?? '';
      if (kind === 'ID_NUMBER' && number.replace(/[^\d]/g, '').length < 5) return [];
      const to = match.index + match[0].length;
      return [{ kind, from: to - number.length, to }];
    }),
  );
}

/** 138****5678: the stars hide little from whoever knows the family. */
function masked(digits: string): Spotted[] {
  return [...digits.matchAll(/1[3-9]\d[*x?]{3,6}\d{3,4}/g)].map((match) => ({
    kind: 'PHONE' as const,
    from: match.index,
    to: match.index + match[0].length,
    certainty: 'LIKELY' as const,
  }));
}
