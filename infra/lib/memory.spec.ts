// What is thrown away lies in memory only where memory is plenty.
import { existsSync } from 'node:fs';
import { memoryFolder } from './memory.mjs';

describe('a folder in memory', () => {
  it('is none where more is asked for than there is', () => {
    expect(memoryFolder(Number.MAX_SAFE_INTEGER)).toBeNull();
  });

  it('is a place that is there, or none', () => {
    const folder = memoryFolder(1);
    expect(folder === null || existsSync(folder)).toBe(true);
  });
});
