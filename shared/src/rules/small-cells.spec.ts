// R11 in small: whatever the counts, outsiders read no cell below five, nor work one out by subtraction.
import fc from 'fast-check';
import { forOutside, SMALLEST_CELL, wholeFigure, type CountedFigure } from './small-cells.js';

const parts = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([code, count]) => ({ code, count }));
const shown = (figure: CountedFigure) =>
  Object.fromEntries(forOutside(figure).parts.map(({ code, count }) => [code, count ?? '—']));

describe('small cells', () => {
  it('withholds a figure of fewer than five altogether', () => {
    const figure = { denominator: 4, oneEach: true, parts: parts({ A: 2, B: 2 }), together: ['A'] };
    expect(forOutside(figure)).toEqual({
      denominator: undefined,
      parts: [
        { code: 'A', count: undefined },
        { code: 'B', count: undefined },
      ],
      together: undefined,
    });
  });

  it('withholds a small part, and the next smallest with it where the sum would tell', () => {
    expect(shown({ denominator: 60, oneEach: true, parts: parts({ A: 40, B: 17, C: 3 }) })).toEqual({
      A: 40,
      B: '—',
      C: '—',
    });
  });

  it('withholds as many as it takes that what is hidden is not small itself', () => {
    expect(shown({ denominator: 60, oneEach: true, parts: parts({ A: 38, B: 20, C: 1, D: 1 }) })).toEqual({
      A: 38,
      B: '—',
      C: '—',
      D: '—',
    });
  });

  it('looks into a sum of its own: 9 with one parent or a blended family would give away the 2', () => {
    const figure = {
      denominator: 40,
      oneEach: true,
      parts: parts({ TWO: 31, ONE: 7, BLENDED: 2 }),
      together: ['ONE', 'BLENDED'],
    };
    expect(shown(figure)).toEqual({ TWO: 31, ONE: '—', BLENDED: '—' });
    expect(forOutside(figure).together).toBe(9);
  });

  it('where several can be named, withholds also what nearly all named', () => {
    expect(shown({ denominator: 30, oneEach: false, parts: parts({ A: 28, B: 12, C: 0, D: 30 }) })).toEqual({
      A: '—',
      B: 12,
      C: '—',
      D: '—',
    });
  });

  it('withholds nothing inside the agency', () => {
    const figure = { denominator: 4, oneEach: true, parts: parts({ A: 3, B: 1 }), together: ['B'] };
    expect(wholeFigure(figure)).toEqual({ denominator: 4, parts: figure.parts, together: 1 });
  });

  it('lets nobody work out a small part of any figure of one answer each', () => {
    const counts = fc.array(fc.nat(12), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(counts, fc.nat(6), (numbers, split) => {
        const all = numbers.map((count, index) => ({ code: `P${index}`, count }));
        const together = all.slice(0, split).map(({ code }) => code);
        const denominator = numbers.reduce((sum, count) => sum + count, 0);
        const open = forOutside({ denominator, oneEach: true, parts: all, together });
        const visible = open.parts.map(({ count }) => count);
        for (const count of visible) if (count !== undefined) expect(count).toBeGreaterThanOrEqual(SMALLEST_CELL);
        if (open.denominator === undefined) return;
        // Every sum that is known, less what is shown of it, is hidden: several parts and not a small number.
        const groups =
          open.together === undefined ? [visible.map((_, index) => index)] : splitAt(split, visible.length);
        for (const group of groups) {
          const hidden = group.filter((index) => visible[index] === undefined);
          if (hidden.length === 0 || hidden.length === visible.length) continue;
          expect(hidden.length).toBeGreaterThan(1);
          const sum = hidden.reduce((total, index) => total + (numbers[index] ?? 0), 0);
          expect(sum).toBeGreaterThanOrEqual(SMALLEST_CELL);
        }
      }),
    );
  });
});

const splitAt = (at: number, length: number) => {
  const all = Array.from({ length }, (_, index) => index);
  return [all.slice(0, at), all.slice(at)];
};
