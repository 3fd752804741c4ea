import { codeOf, type Code } from './codes.js';
import {
  CHILD_CATEGORIES,
  CHILD_CATEGORY_CODES,
  DIFFICULTY_LEVELS,
  DISCOVERY_CHANNELS,
  EDUCATION_CODES,
  EDUCATION_LEVELS,
  FAMILY_DOMAINS,
  FAMILY_FORMS,
  HOUSEHOLD_RELATIONS,
  MAJOR_EVENTS,
  PSEUDONYM_AUDIENCES,
  REGISTRATIONS,
  SCHOOL_STAGES,
} from './family-codes.js';

const TABLES: readonly [string, readonly Code[]][] = [
  ['family forms', FAMILY_FORMS],
  ['relations', HOUSEHOLD_RELATIONS],
  ['schooling', EDUCATION_LEVELS],
  ['major events', MAJOR_EVENTS],
  ['family domains', FAMILY_DOMAINS],
  ['categories', CHILD_CATEGORIES],
  ['levels', DIFFICULTY_LEVELS],
  ['channels', DISCOVERY_CHANNELS],
  ['school stages', SCHOOL_STAGES],
  ['registrations', REGISTRATIONS],
  ['audiences', PSEUDONYM_AUDIENCES],
];
/** Words of the sources that no screen says of a family (T6). */
const DEFICIT =
  /文盲|贫困|困难|问题|残疾|残缺|孤儿|弱势|缺陷|不完整|破碎|失学|辍学|illiterate|poor|broken|orphan|disab|dropout/i;

describe('words for families', () => {
  it.each(TABLES)('say nothing of %s in words of deficit (T6)', (_, table) => {
    expect(table.flatMap(({ zh, en }) => [zh, en]).filter((label) => DEFICIT.test(label))).toEqual([]);
  });

  it('know no word about how many children a family may have (T9)', () => {
    const words = TABLES.flatMap(([, table]) => table.flatMap(({ code, zh, en, also }) => [code, zh, en, ...also]));
    expect(words.filter((word) => /独生|超生|计生|计划生育|一胎|二胎|birth|only.?child/i.test(word))).toEqual([]);
  });

  it.each(TABLES)('give each word of %s one meaning, and both languages to each code', (_, table) => {
    const words = table.flatMap((entry) => [...new Set([entry.code, entry.zh, entry.en, ...entry.also].map(fold))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    for (const { zh, en } of table) {
      expect(zh).toMatch(/^\p{Script=Han}+$/u);
      expect(en).toMatch(/^[A-Z][A-Za-z’ -]+$/);
    }
  });

  it('list the codes of a table once more where the table says more than codes', () => {
    expect(EDUCATION_LEVELS.map(({ code }) => code)).toEqual([...EDUCATION_CODES]);
    expect(CHILD_CATEGORIES.map(({ code }) => code)).toEqual([...CHILD_CATEGORY_CODES]);
  });

  it('read what rosters say', () => {
    expect(codeOf(EDUCATION_LEVELS, '半文盲')).toBe('LITERACY_CLASS');
    expect(codeOf(HOUSEHOLD_RELATIONS, '外婆')).toBe('GRANDMOTHER');
    expect(codeOf(FAMILY_FORMS, '隔代')).toBe('GRANDPARENT_LED');
    expect(codeOf(DISCOVERY_CHANNELS, '居委会')).toBe('COMMUNITY');
    expect(codeOf(CHILD_CATEGORIES, '正常')).toBeUndefined();
  });
});

function fold(word: string): string {
  return word.replace(/\s+/g, '').toLowerCase();
}
