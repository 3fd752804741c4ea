// Shamir's secret sharing, byte by byte: any `threshold` shares give the secret, fewer are as good as none (ADR 0019).
import { atZero, evaluate } from './gf256.js';

export interface Share {
  /** 1 to 255; the place at which the polynomials were evaluated. */
  readonly index: number;
  readonly bytes: Buffer;
}
export interface Split {
  readonly shares: number;
  readonly threshold: number;
  /** As many bytes of chance as asked for. */
  readonly random: (bytes: number) => Buffer;
}

export const MOST_SHARES = 16;

export function split(secret: Buffer, { shares, threshold, random }: Split): Share[] {
  if (!(threshold >= 2 && threshold <= shares && shares <= MOST_SHARES)) {
    throw new RangeError(`2 <= threshold <= shares <= ${MOST_SHARES}`);
  }
  const made = Array.from({ length: shares }, (_, index) => ({ index: index + 1, bytes: Buffer.alloc(secret.length) }));
  for (const [place, byte] of secret.entries()) {
    const coefficients = Buffer.concat([Buffer.of(byte), random(threshold - 1)]);
    for (const share of made) share.bytes[place] = evaluate(coefficients, share.index);
    coefficients.fill(0);
  }
  return made;
}

/** What these shares give together. Of too few, or of others, it is noise: the caller knows by a checksum inside. */
export function combine(shares: readonly Share[]): Buffer {
  const [first] = shares;
  if (!first || shares.some(({ bytes }) => bytes.length !== first.bytes.length)) {
    throw new RangeError('shares of one length');
  }
  if (new Set(shares.map(({ index }) => index)).size < shares.length) throw new RangeError('each share once');
  const secret = Buffer.alloc(first.bytes.length);
  for (const place of secret.keys()) {
    secret[place] = atZero(shares.map(({ index, bytes }) => ({ x: index, y: bytes[place] ?? 0 })));
  }
  return secret;
}
