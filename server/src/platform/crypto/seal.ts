// AES-256-GCM over a few bytes: the one primitive that fields, keys and files are sealed with.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** A sealed text that no key at hand opens, or one that was changed. */
export class UnsealError extends Error {
  constructor(message = 'a sealed field cannot be opened: wrong key, wrong place, or changed') {
    super(message);
  }
}

/** Random start, tag, ciphertext. `place` is authenticated: moved elsewhere the bytes do not open. */
export function sealBytes(key: Buffer, plain: Buffer, place: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** What `sealBytes` made with the same key for the same place; throws `UnsealError` otherwise. */
export function openBytes(key: Buffer, sealed: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new UnsealError();
  }
}
