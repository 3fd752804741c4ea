import { readAnswer } from './check-outgoing.js';

const MARK = { kind: 'PHONE', from: 0, to: 11, instead: '', sure: true };
const SAID = { form: 'TEXT', text: '13800138000', marks: [MARK], codes: [] };

it.each([null, 'x', {}, { form: 'TEXT' }, { ...SAID, marks: [{ ...MARK, kind: 'NEWER' }] }, { ...SAID, codes: [1] }])(
  'takes nothing for an answer that is none: %j',
  (said) => {
    expect(readAnswer(true, said)).toEqual({ kind: 'FAILED' });
  },
);

it('says why it was refused', () => {
  expect(readAnswer(false, { code: 'TEXT_TOO_LONG', limit: 30_000 })).toEqual({
    kind: 'REFUSED',
    code: 'TEXT_TOO_LONG',
    limit: 30_000,
  });
  expect(readAnswer(false, {})).toEqual({ kind: 'FAILED' });
});

it('reads marks, codes and what is kept of it', () => {
  const check = { checkedBy: '周敏', checkedAt: '', secondBy: null, secondAt: null, own: true, done: false };
  expect(readAnswer(true, SAID)).toMatchObject({ kind: 'CHECKED', marks: [MARK], check: undefined });
  expect(readAnswer(true, { ...SAID, check })).toMatchObject({ check });
});
