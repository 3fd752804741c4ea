import { codeOf, LANGUAGES, NEEDS, needsServedBy, SKILLS, wordsOf, type Code } from './codes.js';
import { canonicalPhone } from './phone.js';

describe('codes', () => {
  it('knows no word that is in no table', () => {
    expect(codeOf(LANGUAGES, '火星语')).toBeUndefined();
    expect(codeOf(NEEDS, '')).toBeUndefined();
    expect(wordsOf(NEEDS, 'MONEY')).toBeUndefined();
  });

  it.each<[string, readonly Code[]]>([
    ['languages', LANGUAGES],
    ['needs', NEEDS],
    ['skills', SKILLS],
  ])('gives each word of %s one meaning, and a Chinese and an English one to each code', (_, table) => {
    const words = table.flatMap((entry) => [...new Set([entry.code, entry.zh, entry.en, ...entry.also].map(fold))]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    for (const entry of table) {
      expect(entry.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(entry.en).toMatch(/^[A-Z][A-Za-z’ ]+$/);
    }
  });

  it('reads dialects and full-width English', () => {
    expect(codeOf(LANGUAGES, '江苏话')).toBe('JIANGHUAI');
    expect(codeOf(LANGUAGES, 'Ｍａｎｄａｒｉｎ ')).toBe('MANDARIN');
    expect(codeOf(NEEDS, '情绪支持')).toBe('EMOTION');
  });

  it('tells in which needs skills help', () => {
    expect(needsServedBy(['MATHS', 'SPORTS', 'NO_SUCH'])).toEqual(['STUDY', 'HEALTH', 'PEERS', 'INTERESTS']);
    expect(NEEDS.every(({ code }) => SKILLS.some((s) => (s.needs as readonly string[]).includes(code)))).toBe(true);
  });
});

describe('phone numbers', () => {
  it.each([
    '',
    'abc',
    '1381234567',
    '138123456789',
    '12812345678',
    '1.38E+10',
    '+8612812345678',
    '12345678',
    '6543-2100',
  ])('does not guess %j', (raw) => expect(canonicalPhone(raw)).toBeUndefined());

  it.each([
    ['13812345678', '+8613812345678'],
    ['１３８ １２３４ ５６７８', '+8613812345678'],
    ['+86 138-1234-5678', '+8613812345678'],
    ['0086 (138) 12345678', '+8613812345678'],
    ['8613812345678', '+8613812345678'],
    ['13812345678.0', '+8613812345678'],
    ['021-65432100', '+862165432100'],
    ['+86 21 6543 2100', '+862165432100'],
    ['+44 20 7946 0000', '+442079460000'],
  ])('reads %j', (raw, canonical) => {
    expect(canonicalPhone(raw)).toBe(canonical);
    expect(canonicalPhone(canonical)).toBe(canonical);
  });
});

function fold(word: string): string {
  return word.replace(/\s+/g, '').toLowerCase();
}
