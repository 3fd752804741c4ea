// The code on a family's card. Typed by a child on a borrowed phone, so a slip must show before anything is sent:
// unknown codes are answered like known ones, and nobody may believe that they were heard when they were not.

/** No sign that looks like another; as many as a prime, so that one wrong or two swapped signs never go through. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CARD_CODE_LENGTH = 8;
const FREE = CARD_CODE_LENGTH - 1;

/** A new code; `pick(n)` gives a whole number below n that nobody can guess. */
export function newCardCode(pick: (below: number) => number): string {
  const free = Array.from({ length: FREE }, () => pick(SIGNS.length));
  return [...free, lastSign(free)].map((at) => SIGNS.charAt(at)).join('');
}

/** The code as it is kept, however it was typed; undefined where it cannot be one: a sign is wrong, missing or swapped. */
export function readCardCode(typed: string): string | undefined {
  const code = typed.replace(/[\s\-–—·.]/g, '').toUpperCase();
  const at = [...code].map((sign) => SIGNS.indexOf(sign));
  if (at.length !== CARD_CODE_LENGTH || at.includes(-1)) return undefined;
  return lastSign(at.slice(0, FREE)) === at[FREE] ? code : undefined;
}

/** In two groups, as it is printed and read out. */
export const groupedCardCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Each place has a weight of its own; with the last sign the weighted sum is a multiple of the number of signs. */
function lastSign(free: readonly number[]): number {
  const sum = free.reduce((total, value, index) => total + value * (index + 2), 0);
  return (SIGNS.length - (sum % SIGNS.length)) % SIGNS.length;
}
