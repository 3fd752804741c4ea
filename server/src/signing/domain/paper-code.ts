// The number and the code on a paper: typed into a telephone, so no sign looks like another.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** Eight signs; `pick(n)` gives a whole number below n that nobody can guess. */
export const newPaperCode = (pick: (below: number) => number): string =>
  Array.from({ length: LENGTH }, () => SIGNS.charAt(pick(SIGNS.length))).join('');

/** As it is kept, however it was typed; undefined where it cannot be one. */
export function readPaperCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 40)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—·.]/g, '');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined;
}

/** In two groups, as it is printed: `4F7K-9Q2M`. */
export const groupedPaperCode = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
