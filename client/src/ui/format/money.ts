// Amounts as people type and read them, in yuan; the server keeps fen.

/** Yuan with at most two decimals as fen, in digits; undefined for other texts. */
export function fenOf(yuan: string): string | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  return match ? String(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))) : undefined;
}

/** Fen, in digits, as yuan without decimals that say nothing. */
export const yuanOf = (fen: string): string => {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.00$/, '');
};
