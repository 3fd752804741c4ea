import { generateSync } from 'otplib';
import { newTotpSecret, qrPicture, totpAddress, totpStep } from './totp.js';

const NOW = new Date('2026-11-22T02:00:10.000Z');
const STEP = Math.floor(NOW.getTime() / 30_000);
const NEVER = -1;

describe('codes of an authenticator app', () => {
  const secret = newTotpSecret();
  const codeAt = (step: number) => generateSync({ secret, epoch: step * 30 });

  it('are refused two steps away, of another secret, and where they are no six digits', () => {
    for (const step of [STEP - 2, STEP + 2]) expect(totpStep(secret, codeAt(step), NOW, NEVER)).toBeUndefined();
    expect(totpStep(newTotpSecret(), codeAt(STEP), NOW, NEVER)).toBeUndefined();
    for (const typed of ['', '12345', '1234567', 'abcdef', '٣٣٣٣٣٣', '1'.repeat(100_000)]) {
      expect(totpStep(secret, typed, NOW, NEVER)).toBeUndefined();
    }
  });

  it('are refused a second time, and so is one of an earlier step', () => {
    expect(totpStep(secret, codeAt(STEP), NOW, STEP)).toBeUndefined();
    expect(totpStep(secret, codeAt(STEP - 1), NOW, STEP)).toBeUndefined();
    expect(totpStep(secret, codeAt(STEP + 1), NOW, STEP)).toBe(STEP + 1);
  });

  it('count one step before and after, also typed in two groups or in full width', () => {
    for (const step of [STEP - 1, STEP, STEP + 1]) expect(totpStep(secret, codeAt(step), NOW, NEVER)).toBe(step);
    const code = codeAt(STEP);
    expect(totpStep(secret, `${code.slice(0, 3)} ${code.slice(3)}`, NOW, NEVER)).toBe(STEP);
    const wide = [...code].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
    expect(totpStep(secret, wide, NOW, NEVER)).toBe(STEP);
  });

  it('come with a picture that loads nothing from anywhere', async () => {
    const picture = await qrPicture(totpAddress(secret, '同行', 'a@example.org'));
    expect(picture).toMatch(/^<svg /);
    expect(picture).not.toMatch(/href|<script|url\(/i);
  });
});
