import { DEFAULT_WEIGHTS } from '@tongxing/shared/rules';
import { editable, fingerprint, isOwnReason, readWeight, toCriteria } from './weights-view.js';

const why = (row: { readonly why: string }) => row.why;

describe('a table of weights on the page', () => {
  it.each(['', ' ', '-1', '1.5', '1e3', '十', '10001', '99999'])('does not read %j as a weight', (typed) => {
    expect(readWeight(typed)).toBeUndefined();
    expect(toCriteria([{ criterion: 'travel', weight: typed, why: 'near' }])).toBeUndefined();
  });

  it('reads whole numbers within the bounds', () => {
    expect(['0', ' 30 ', '10000'].map(readWeight)).toEqual([0, 30, 10_000]);
  });

  it('offers every criterion, weighing nothing where the agency left it out', () => {
    const rows = editable([{ criterion: 'travel', weight: 7, why: 'hills' }], why);
    expect(rows).toHaveLength(DEFAULT_WEIGHTS.criteria.length);
    expect(rows.find((row) => row.criterion === 'travel')).toMatchObject({ weight: '7', why: 'hills' });
    expect(rows.filter((row) => row.criterion !== 'travel').every((row) => row.weight === '0')).toBe(true);
  });

  it('knows a reason of the platform from one that somebody wrote', () => {
    expect(DEFAULT_WEIGHTS.criteria.every(isOwnReason)).toBe(true);
    expect(isOwnReason({ criterion: 'travel', weight: 20, why: 'hills' })).toBe(false);
  });

  it('takes a table for another as soon as one weight is another, and not for another reason', () => {
    const rows = editable(DEFAULT_WEIGHTS.criteria, why);
    const changed = rows.map((row, i) => (i === 0 ? { ...row, weight: '51' } : row));
    expect(fingerprint(changed)).not.toBe(fingerprint(rows));
    expect(fingerprint(rows.map((row) => ({ ...row, why: 'x' })))).toBe(fingerprint(rows));
  });
});
