// A template that can be released, a signature that counts, and a text that gives the same signs however it is printed.
import {
  AGREEMENT_KINDS,
  blanksOf,
  fillAgreement,
  markProblems,
  signersOf,
  signsOf,
  templateProblems,
  valueProblems,
} from './agreements.js';
import { AGREEMENT_STARTERS } from './agreement-starters.js';
import type { AgreementTexts } from './agreements.js';

const good: AgreementTexts = {
  titleZh: '志愿服务协议',
  titleEn: 'Volunteer agreement',
  textZh: '{{agency}}与{{name}}约定：\n在{{place}}服务，共{{days}}天。',
  textEn: '{{agency}} and {{name}} agree:\nto serve at {{ place }} for {{days}} days.',
  plainZh: '在{{place}}服务。',
  plainEn: 'You serve at {{place}}.',
  fields: [{ key: 'place', labelZh: '地点', labelEn: 'Place' }],
  validDays: 365,
};
const codesOf = (change: Partial<AgreementTexts>) =>
  templateProblems({ ...good, ...change }).map(({ field, code }) => `${field} ${code}`);

describe('a template', () => {
  it('can be released where both languages stand and every blank has its words', () => {
    expect(templateProblems(good)).toEqual([]);
  });

  it('cannot without a language, with a blank that nobody fills in, or with a field that one language does not use', () => {
    expect(codesOf({ textEn: ' ' })).toEqual(['textEn REQUIRED', 'fields UNUSED']);
    expect(codesOf({ plainZh: '{{wage}}' })).toEqual(['plainZh UNKNOWN_BLANK']);
    expect(codesOf({ textEn: 'to serve' })).toEqual(['fields UNUSED']);
    expect(codesOf({ titleZh: '协'.repeat(61) })).toEqual(['titleZh TOO_LONG']);
  });

  it('cannot with two fields of one key, a key of the platform, one that is no key, or no label', () => {
    const field = { key: 'place', labelZh: '地点', labelEn: 'Place' };
    expect(codesOf({ fields: [field, field] })).toEqual(['fields TWICE']);
    expect(codesOf({ fields: [field, { ...field, key: 'name' }] })).toEqual(['fields TWICE']);
    expect(codesOf({ fields: [field, { ...field, key: 'Ort 1' }] })).toEqual(['fields INVALID', 'fields UNUSED']);
    expect(codesOf({ fields: [{ ...field, labelEn: '' }] })).toEqual(['fields REQUIRED']);
  });

  it.each([29, 731, 90.5])('cannot hold for %p days', (validDays) => {
    expect(codesOf({ validDays })).toEqual(['validDays OUT_OF_RANGE']);
  });
});

describe('blanks', () => {
  it('are filled in, and what is not known stays a line; a value is never taken as a blank', () => {
    expect(blanksOf('{{a}} {{ b }} {{a}}')).toEqual(['a', 'b']);
    expect(fillAgreement('{{ name }}在{{place}}', { name: '{{place}}' })).toBe('{{place}}在＿＿＿＿');
  });

  it('are all asked for', () => {
    expect(valueProblems(good.fields, {})).toEqual([{ field: 'values.place', code: 'REQUIRED' }]);
    expect(valueProblems(good.fields, { place: '书'.repeat(201) })).toEqual([
      { field: 'values.place', code: 'TOO_LONG' },
    ]);
    expect(valueProblems(good.fields, { place: '书屋' })).toEqual([]);
  });
});

describe('a signature', () => {
  it('needs a name, of a guardian the relation, and strokes where it is drawn', () => {
    const drawn = { method: 'DRAWN', name: ' ' } as const;
    expect(markProblems(drawn, 'GUARDIAN', 'LINK').map(({ field }) => field)).toEqual([
      'name',
      'relation',
      'signature',
    ]);
    expect(markProblems({ ...drawn, name: '王', signature: '<svg>' }, 'VOLUNTEER', 'ACCOUNT')).toEqual([
      { field: 'signature', code: 'INVALID' },
    ]);
    expect(markProblems({ ...drawn, name: '王', signature: 'M1 2L3 4' }, 'VOLUNTEER', 'ACCOUNT')).toEqual([]);
    expect(markProblems({ method: 'TYPED', name: '王' }, 'AGENCY', 'ACCOUNT')).toEqual([]);
  });

  it('by a witness or on paper is the desk’s, and names who saw it', () => {
    const paper = { method: 'PAPER', name: '王', relation: '母亲' } as const;
    expect(markProblems(paper, 'GUARDIAN', 'LINK').map(({ code }) => code)).toEqual(['ONLY_AT_THE_DESK', 'REQUIRED']);
    expect(markProblems({ ...paper, witnessName: '何' }, 'GUARDIAN', 'DEVICE')).toEqual([]);
  });
});

it('is signed by the agency last, and beside a minor by the guardian', () => {
  expect(signersOf('VOLUNTEER', false)).toEqual(['VOLUNTEER', 'AGENCY']);
  expect(signersOf('VOLUNTEER', true)).toEqual(['VOLUNTEER', 'GUARDIAN', 'AGENCY']);
  expect(signersOf('SERVICE', false)).toEqual(['GUARDIAN', 'AGENCY']);
});

it('has the same signs wherever its lines break', () => {
  expect(signsOf('甲方 与\n乙方\u3000约定')).toBe(signsOf('甲方与乙\r\n方约定'));
  expect(signsOf('甲方')).not.toBe(signsOf('乙方'));
});

it.each(AGREEMENT_KINDS)('has a text to begin with that can be released as it is: %s', (kind) => {
  expect(templateProblems(AGREEMENT_STARTERS[kind])).toEqual([]);
});
