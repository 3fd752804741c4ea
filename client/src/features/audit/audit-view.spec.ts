import { auditFilter, exportAddress, factsOf, isCode, knownFilter, midnightIn, shortHash } from './audit-view.js';

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

describe('the period', () => {
  it('is nothing for what is no day', () => {
    expect(['', 'yesterday', '2026-13-40'].map((day) => midnightIn('Asia/Shanghai', day))).toEqual([null, null, null]);
  });

  it('is whole days of the agency, the last one included, and goes into the file’s address with the rest', () => {
    const address = { action: 'x', subject: 'Child', who: 'p', about: '', from: '2026-11-01', until: '2026-11-30' };
    const midnight = (day: string) => midnightIn('Asia/Shanghai', day);
    const known = { actions: [], subjects: ['Child'] };
    const filter = auditFilter({ ...address, refusals: 'true' }, known, midnight);
    expect(filter).toEqual({
      action: null,
      subjectType: 'Child',
      actorId: 'p',
      subjectId: null,
      from: '2026-10-31T16:00:00.000Z',
      until: '2026-11-30T16:00:00.000Z',
      refusalsOnly: true,
    });
    expect(exportAddress(filter)).toContain('/files/audit.csv?subjectType=Child&actorId=p&from=2026-10-31T16');
  });
});
