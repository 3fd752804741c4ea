import { factsOf, isCode, knownFilter, shortHash } from './audit-view.js';

describe('factsOf', () => {
  it.each(['', 'not json', '[1,2]', 'null', '"text"'])('shows nothing for %j', (json) => {
    expect(factsOf(json)).toEqual([]);
  });

  it('keeps numbers and switches as text and leaves out what holds nothing', () => {
    expect(factsOf('{"key":"x","from":1,"to":false,"gone":null,"blank":"","deep":{}}')).toEqual([
      { name: 'key', value: 'x' },
      { name: 'from', value: '1' },
      { name: 'to', value: 'false' },
    ]);
  });
});

it('a code is told from a number, a day and words', () => {
  const values = ['ACTIVE', 'PLAN_MISSING', '40', '2026-11-22', '名单', 'true'];
  expect(values.filter(isCode)).toEqual(['ACTIVE', 'PLAN_MISSING']);
});

describe('the address', () => {
  it('filters only by what the page offers', () => {
    expect([knownFilter(['a'], 'b'), knownFilter(['a'], ''), knownFilter(['a'], 'a')]).toEqual([null, null, 'a']);
  });
});

it('a short hash is the beginning of the whole', () => {
  expect(shortHash('0123456789abcdef')).toBe('0123456789');
});
