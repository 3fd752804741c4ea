// Crockford's base32: no letter that looks like a digit, upper case, made to be read from paper and typed.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

export function toBase32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= BITS; bits -= BITS) text += ALPHABET[(held >> (bits - BITS)) & 31] ?? '';
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (ALPHABET[(held << (BITS - bits)) & 31] ?? '') : text;
}

/** Undefined where a character is none of ours, or the end is not that of whole bytes. */
export function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const character of plain(text)) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    held = (held << BITS) | value;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return held === 0 && bits < BITS ? Buffer.from(bytes) : undefined;
}

/** As it was printed, however it was typed: any case, any grouping, O for 0, I and L for 1. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·‧.–—-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** In groups of four, as one reads it aloud. */
export const grouped = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';
