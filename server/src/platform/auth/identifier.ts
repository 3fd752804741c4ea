// A phone number or an e-mail address, in the one form under which it is stored and found.

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;
const INTERNATIONAL = /^\+\d{8,15}$/;

/** `138 0013 8000` → `+8613800138000`, `A@B.cn` → `a@b.cn`; undefined where it is neither. */
export function normaliseIdentifier(raw: string): string | undefined {
  const text = raw.normalize('NFKC').trim().toLowerCase();
  if (EMAIL.test(text)) return text;
  const digits = text.replace(/[\s()-]/g, '').replace(/^(\+86|0086|86(?=1[3-9]\d{9}$))/, '');
  if (CHINESE_MOBILE.test(digits)) return `+86${digits}`;
  const international = text.replace(/[\s()-]/g, '');
  return INTERNATIONAL.test(international) ? international : undefined;
}
