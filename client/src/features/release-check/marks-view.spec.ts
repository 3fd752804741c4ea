import { marksWithin, piecesOf, replaced, type Mark } from './marks-view.js';

const mark = (from: number, to: number, instead = ''): Mark => ({ kind: 'PHONE', from, to, instead, sure: true });

it('cuts a text where it is marked, in its order', () => {
  const pieces = piecesOf('打给13800138000吧', [mark(2, 13)]);
  expect(pieces.map(({ text }) => text)).toEqual(['打给', '13800138000', '吧']);
  expect(pieces.map(({ mark: one }) => one !== undefined)).toEqual([false, true, false]);
});

it('leaves out marks that lie within others or beyond the text', () => {
  const pieces = piecesOf('abcdef', [mark(3, 9), mark(1, 2), mark(0, 4)]);
  expect(pieces.map(({ text }) => text).join('')).toBe('abcdef');
  expect(pieces.filter((piece) => piece.mark)).toHaveLength(1);
});

it('puts a suggestion where the mark is, or nothing', () => {
  expect(replaced('王小明笑了', mark(0, 3, '孩子'))).toBe('孩子笑了');
  expect(replaced('电话123', mark(2, 5))).toBe('电话');
});

it('gives each part of a joined text its own marks', () => {
  expect(marksWithin([mark(0, 2), mark(5, 7)], 4, 10)).toEqual([mark(1, 3)]);
});
