import { localDate } from '@tongxing/shared/kernel';
import { paperProblems, withdrawalProblems } from './team-paper.js';

const TODAY = localDate('2026-11-24');
const GOOD = { number: '(2026) 0012', datedOn: '2026-11-20', amount: '1200050', fileIds: ['f'], requestId: 'r' };
const codes = (more: Partial<typeof GOOD>) =>
  paperProblems({ ...GOOD, ...more }, TODAY).map(({ field, code }) => `${field} ${code}`);

it('takes a paper with all that stands on it, and one that states no amount', () => {
  expect(codes({})).toEqual([]);
  expect(paperProblems({ ...GOOD, amount: undefined }, TODAY)).toEqual([]);
  expect(codes({ datedOn: '2026-11-24' })).toEqual([]);
});

it('says of each thing what is wrong with it', () => {
  expect(codes({ number: '  ', fileIds: [] })).toEqual(['number REQUIRED', 'fileIds REQUIRED']);
  expect(codes({ number: 'x'.repeat(61) })).toEqual(['number TOO_LONG']);
  expect(codes({ datedOn: '2026-11-25' })).toEqual(['datedOn IN_FUTURE']);
  expect(codes({ datedOn: '2026-02-30' })).toEqual(['datedOn INVALID']);
  expect(codes({ datedOn: '0206-11-01' })).toEqual(['datedOn INVALID']);
  for (const amount of ['-1', '12.5', '1e9', '', '1234567890123'])
    expect(codes({ amount })).toEqual(['amount INVALID']);
  expect(codes({ requestId: 'r'.repeat(65) })).toEqual(['requestId INVALID']);
  expect(withdrawalProblems(' ')).toEqual([{ field: 'why', code: 'REQUIRED' }]);
  expect(withdrawalProblems('错'.repeat(301))).toEqual([{ field: 'why', code: 'TOO_LONG' }]);
  expect(withdrawalProblems('编号写错了')).toEqual([]);
});
