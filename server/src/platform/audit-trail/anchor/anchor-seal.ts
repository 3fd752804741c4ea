import type { Cipher } from '../../crypto/index.js';
import type { Seal } from './anchor-line.js';

/** Seals with a key that is not in the database: whoever can write there cannot write the anchor. */
export const anchorSeal =
  (cipher: Cipher): Seal =>
  (text) =>
    cipher.blindIndex('audit.anchor', text);
