import { localDate } from '../kernel/index.js';
import { codeOf, type Code } from './codes.js';
import {
  countsOn,
  credentialStanding,
  PLACE_END_REASONS,
  qualifiedOn,
  SERVICE_LEVELS,
  STAFF_CREDENTIALS,
  SUPPORT_KINDS,
  TAKE_BACK_REASONS,
  VOLUNTEER_KINDS,
  type DatedCredential,
} from './people-codes.js';

const fold = (word: string) => word.replace(/\s+/g, '').toLowerCase();

it.each<[string, readonly Code[]]>([
  ['credentials', STAFF_CREDENTIALS],
  ['kinds of volunteers', VOLUNTEER_KINDS],
  ['levels', SERVICE_LEVELS],
  ['support', SUPPORT_KINDS],
  ['ends of places', PLACE_END_REASONS],
  ['reasons to take back', TAKE_BACK_REASONS],
])('each word of %s has one meaning, and each code a Chinese and an English word', (_, table) => {
  const words = table.flatMap((entry) => [...new Set([entry.code, entry.zh, entry.en, ...entry.also].map(fold))]);
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  for (const { zh, en } of table) {
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(en).toMatch(/^[A-Z][a-z ]+$/);
  }
  expect(codeOf(table, '没有这个词')).toBeUndefined();
});

describe('a qualified social worker', () => {
  const one: DatedCredential = {
    kind: 'SOCIAL_WORKER',
    validFrom: localDate('2024-05-01'),
    validUntil: localDate('2027-04-30'),
    confirmed: true,
  };
  const on = (day: string, credential = one) => qualifiedOn([credential], localDate(day));

  it('is nobody by another certificate, before its first day, after its last, or before it is confirmed', () => {
    expect(qualifiedOn([], localDate('2026-11-22'))).toBe(false);
    expect(on('2026-11-22', { ...one, kind: 'TEACHER' })).toBe(false);
    expect(on('2024-04-30')).toBe(false);
    expect(on('2027-05-01')).toBe(false);
    expect(on('2026-11-22', { ...one, confirmed: false })).toBe(false);
  });

  it('is whoever holds one of the three on that day, its first and last included', () => {
    expect([on('2024-05-01'), on('2027-04-30')]).toEqual([true, true]);
    expect(on('2060-01-01', { ...one, kind: 'SENIOR_SOCIAL_WORKER', validUntil: undefined })).toBe(true);
    expect(countsOn({ ...one, kind: 'LAWYER' }, localDate('2026-11-22'))).toBe(true);
  });

  it('is warned of the end in time', () => {
    const standing = (day: string, warnFrom: string) => credentialStanding(one, localDate(day), localDate(warnFrom));
    expect(standing('2024-04-30', '2024-05-30')).toBe('NOT_YET');
    expect(standing('2027-03-01', '2027-03-31')).toBe('VALID');
    expect(standing('2027-03-31', '2027-04-30')).toBe('RENEWAL_DUE');
    expect(standing('2027-05-01', '2027-05-31')).toBe('EXPIRED');
  });
});
