import { begun, goneOn, LONGEST_PATH } from './strokes.js';

describe('a drawn signature', () => {
  it('is moves and lines of whole numbers within the box, a dot too', () => {
    expect(begun('', { x: -4, y: 20.4 })).toBe('M0 20L0 20');
    expect(goneOn('M0 20L0 20', { x: 999, y: 999 })).toBe('M0 20L0 20L320 120');
    expect(begun('M1 1L5 5', { x: 9, y: 9 })).toBe('M1 1L5 5M9 9L9 9');
  });

  it('leaves out what hardly moves', () => {
    expect(goneOn('M10 10L10 10', { x: 11, y: 10 })).toBe('M10 10L10 10');
  });

  it('never grows beyond what can be kept', () => {
    let path = begun('', { x: 0, y: 0 });
    for (let at = 0; at < 20_000; at += 1) path = goneOn(path, { x: (at % 2) * 100, y: 60 });
    expect(path.length).toBeLessThanOrEqual(LONGEST_PATH);
    expect(path).toMatch(/^M[\d. ML-]+$/);
  });
});
