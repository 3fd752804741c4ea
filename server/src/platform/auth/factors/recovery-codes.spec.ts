import { newRecoveryCodes, normaliseRecoveryCode, RECOVERY_CODE_COUNT } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten different ones, in letters that nobody confuses', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(RECOVERY_CODE_COUNT);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  });

  it('are the same however they were typed', () => {
    expect(['k1m0q-4x0tb', ' K1M0Q4X0TB ', 'kimoq 4xotb', 'ｋ１ｍ０ｑ-4x0tb'].map(normaliseRecoveryCode)).toEqual(
      Array.from({ length: 4 }, () => 'k1m0q4x0tb'),
    );
    expect(normaliseRecoveryCode('')).toBe('');
  });
});
