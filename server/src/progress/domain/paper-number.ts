// The number on a paper: typed from a sheet into a telephone, so no sign looks like another, and long enough that nobody guesses one.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = /.{4}/g;
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A new number; `pick(n)` gives a whole number below n that nobody can guess. */
export const newPaperNumber = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => SIGNS.charAt(pick(SIGNS.length))).join('');

/** The number as it is kept, however it was typed; undefined where it cannot be one. */
export function readPaperNumber(typed: string): string | undefined {
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—·.]/g, '')
    .replace(/[OIL]/g, (sign) => MISREAD[sign] ?? sign);
  return number.length === LENGTH && [...number].every((sign) => SIGNS.includes(sign)) ? number : undefined;
}

/** In four groups, as it is printed: `4F7K-9Q2M-XC3T-8HWD`. */
export const groupedPaperNumber = (number: string): string => number.match(GROUP)?.join('-') ?? number;
