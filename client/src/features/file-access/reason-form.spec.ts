import { reasonProblems } from './reason-form.js';

it('takes a sentence for a reason, never a word, spaces or an essay', () => {
  const refused = ['', '      ', '看看', '一二三四五 ', '字'.repeat(501)];
  expect(refused.flatMap((reason) => reasonProblems({ reason }))).toHaveLength(refused.length);
  expect(reasonProblems({ reason: '家访前约时间' })).toEqual([]);
  expect(reasonProblems({ reason: '字'.repeat(500) })).toEqual([]);
});
