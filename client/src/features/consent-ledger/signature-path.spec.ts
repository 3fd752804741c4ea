import { extended, pathOf } from './signature-path.js';

describe('a drawn signature', () => {
  it('is nothing before a stroke', () => {
    expect(pathOf([])).toBe('');
    expect(pathOf([[]])).toBe('');
  });

  it('is moves and lines in whole numbers, within the field', () => {
    const stroke = [
      { x: 10.4, y: 20.6 },
      { x: 700, y: -5 },
    ];
    expect(pathOf([stroke, [{ x: 3, y: 4 }]])).toBe('M10 21L600 0M3 4L4 4');
  });

  it('keeps no point that lies on the last one', () => {
    const stroke = [{ x: 10, y: 10 }];
    expect(extended(stroke, { x: 11, y: 11 })).toBe(stroke);
    expect(extended(stroke, { x: 14, y: 10 })).toHaveLength(2);
  });
});
