// The code by which an applicant, a guardian or a referee comes back, without an account. Made of signs that nobody
// confuses; one wrong or two swapped ones show at once, before anything is looked up.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const APPLY_CODE_LENGTH = 12;
const FREE = APPLY_CODE_LENGTH - 1;
const GROUP = 4;

/** A new code; `pick(n)` gives a whole number below n that nobody can guess. */
export function newApplyCode(pick: (below: number) => number): string {
  const free = Array.from({ length: FREE }, () => pick(SIGNS.length));
  return [...free, lastSign(free)].map((at) => SIGNS.charAt(at)).join('');
}

/** The code as it is looked up, however it was typed; undefined where it cannot be one. */
export function readApplyCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s\-–—·.]/g, '')
    .toUpperCase();
  const at = [...code].map((sign) => SIGNS.indexOf(sign));
  if (at.length !== APPLY_CODE_LENGTH || at.includes(-1)) return undefined;
  return lastSign(at.slice(0, FREE)) === at[FREE] ? code : undefined;
}

/** In groups of four, as it is shown and read out. */
export const groupedApplyCode = (code: string): string =>
  Array.from({ length: APPLY_CODE_LENGTH / GROUP }, (_, at) => code.slice(at * GROUP, (at + 1) * GROUP)).join(' ');

/** The number of signs is a prime and each place has a weight of its own. */
function lastSign(free: readonly number[]): number {
  const sum = free.reduce((total, value, index) => total + value * (index + 2), 0);
  return (SIGNS.length - (sum % SIGNS.length)) % SIGNS.length;
}
