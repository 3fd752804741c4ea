/**
 * A phone number in one spelling (`+8613812345678`), so that sign-in and duplicates compare equal. Reads mainland
 * mobiles with or without +86, landlines with their area code, and foreign numbers that begin with `+`. Undefined for
 * anything else, also for digits that a spreadsheet has rounded (1.38E+10).
 */
export function canonicalPhone(raw: string): string | undefined {
  const text = raw.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2010-\u2015\u2212()-]/g, '');
  const digits = /^(\+|00)?(\d{6,15})$/.exec(text.replace(/^'/, '').replace(/\.0$/, ''));
  if (!digits) return undefined;
  const [, prefix, number = ''] = digits;
  const national = number.startsWith('86') && (prefix || number.length === 13) ? number.slice(2) : number;
  if (prefix && national === number) return /^[1-9]\d{6,14}$/.test(number) ? `+${number}` : undefined;
  if (/^1[3-9]\d{9}$/.test(national)) return `+86${national}`;
  // area codes begin with 0 at home and lose it abroad: 021-6543 2100, +86 21 6543 2100
  const landline = national.startsWith('0') ? national.slice(1) : prefix ? national : '';
  return /^(10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/.test(landline) ? `+86${landline}` : undefined;
}
