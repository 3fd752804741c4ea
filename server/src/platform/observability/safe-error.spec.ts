import { safeError } from './safe-error.js';

class DuplicateRow extends Error {
  readonly code = 'ER_DUP_ENTRY';
}

describe('an error as the log keeps it', () => {
  it('has kind, code and places, and none of its words', () => {
    const safe = safeError(new DuplicateRow("Duplicate entry '王小明-13800138000' for key 'phone'"));
    expect(safe).toMatchObject({ type: 'DuplicateRow', code: 'ER_DUP_ENTRY' });
    expect(safe.at.length).toBeGreaterThan(0);
    expect(JSON.stringify(safe)).not.toMatch(/王小明|13800138000|Duplicate entry/);
  });

  it('is not deceived by a message that looks like a place in the code', () => {
    const safe = safeError(new Error('first line\n    at 王小明 (13800138000)\n    at home'));
    expect(JSON.stringify(safe)).not.toMatch(/王小明|13800138000|at home/);
    expect(safe.at[0]).toContain('safe-error.spec');
  });

  it('keeps nothing where message and stack do not fit together', () => {
    const error = new Error('later words');
    error.stack = 'Error: 王小明\n    at 王小明 (13800138000)';
    expect(safeError(error).at).toEqual([]);
  });

  it('treats the cause alike, and something that is no error', () => {
    const safe = safeError(new Error('outer 王小明', { cause: new Error('inner 13800138000') }));
    expect(safe.cause?.type).toBe('Error');
    expect(JSON.stringify(safe)).not.toMatch(/王小明|13800138000/);
    expect(safeError('王小明')).toEqual({ type: 'string', at: [] });
  });
});
