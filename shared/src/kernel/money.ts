/** An amount in fen (1/100 yuan), as an integer. Never a fraction, never a float. */
export type Fen = bigint & { readonly __fen: true };

/** Reads whole fen; throws on a fraction or on text that is no integer. */
export function fen(amount: bigint | number | string): Fen {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) throw new Error('BUG: fen must be a whole number');
  return BigInt(amount) as Fen;
}

export const addFen = (a: Fen, b: Fen): Fen => (a + b) as Fen;

/** `12345` → `123.45`: yuan with two decimals, no sign for the currency, no grouping. */
export function fenToYuan(amount: Fen): string {
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
