// The agency's own keys, by name: they wrap the data keys and seal what lives for days only.
import { createHmac, randomBytes } from 'node:crypto';
import { KEY_BYTES } from './seal.js';

/** Named keys, the newest first: it seals, all open. */
export interface KeyRing {
  readonly keys: readonly { readonly name: string; readonly key: Buffer }[];
}

/** Where the ring comes from. A file may gain a key while the server runs; the environment may not. */
export interface RingSource {
  /** The ring as it stands now. */
  current(): KeyRing;
}

export const fixedRing = (ring: KeyRing): RingSource => ({ current: () => ring });

/** Reads `name:base64,name:base64`; throws where a key is not 32 bytes. */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(',').map((entry) => {
    const [name, encoded] = entry.trim().split(':');
    const key = Buffer.from(encoded ?? '', 'base64');
    if (!name || key.length !== KEY_BYTES) {
      throw new Error('APP_KEYS: each entry is name:base64 of 32 random bytes; make one with: npm run keys:create');
    }
    return { name, key };
  });
  return { keys };
}

export function createKey(name: string): string {
  return `${name}:${randomBytes(KEY_BYTES).toString('base64')}`;
}

/** The key that seals. */
export function newestOf(ring: KeyRing): { readonly name: string; readonly key: Buffer } {
  const [newest] = ring.keys;
  if (!newest) throw new Error('BUG: a key ring without keys');
  return newest;
}

/** From the oldest key: where the blind indexes came from before they had a key of their own. */
export function firstIndexKey(ring: KeyRing): Buffer {
  const oldest = ring.keys.at(-1);
  if (!oldest) throw new Error('BUG: a key ring without keys');
  return createHmac('sha256', oldest.key).update('blind-index').digest();
}
