// Encryption of single fields, and the blind indexes that find them again (security.md, "At rest").
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A sealed text that no key of the ring opens, or one that was changed. */
export class UnsealError extends Error {
  constructor() {
    super('a sealed field cannot be opened: wrong key, wrong place, or changed');
  }
}

/** Named keys, the newest first: it seals, all open. */
export interface KeyRing {
  readonly keys: readonly { readonly name: string; readonly key: Buffer }[];
}

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

/** Texts kept open. Each request of a list opens the same names again; the keys lie in the same memory. */
const KEPT_OPEN = 5_000;
const LONGEST_KEPT = 200;

export class Cipher {
  readonly #opened = new Map<string, string>();
  readonly #sealingName: string;
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #indexKey: Buffer;

  constructor(ring: KeyRing) {
    const [newest] = ring.keys;
    const oldest = ring.keys.at(-1);
    if (!newest || !oldest) throw new Error('BUG: a key ring without keys');
    this.#sealingName = newest.name;
    this.#keys = new Map(ring.keys.map(({ name, key }) => [name, key]));
    // From the oldest key, so that rotation leaves the indexes as they are.
    this.#indexKey = createHmac('sha256', oldest.key).update('blind-index').digest();
  }

  /**
   * Encrypts a text for one place. `place` (table, column, row) is authenticated: moved elsewhere it does not open.
   * Returns `v1.<key name>.<base64url of iv + tag + ciphertext>`.
   */
  seal(plain: string, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key(this.#sealingName), iv);
    cipher.setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `v1.${this.#sealingName}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
  }

  /** Opens what `seal` made for the same place; throws `UnsealError` otherwise. */
  open(sealed: string, place: string): string {
    // Both are part of the key: what was moved to another place is a miss, and then does not open.
    const key = `${place} ${sealed}`;
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const plain = this.#decipher(sealed, place);
    if (plain.length <= LONGEST_KEPT) this.#keep(key, plain);
    return plain;
  }

  #keep(key: string, plain: string): void {
    if (this.#opened.size >= KEPT_OPEN) {
      const oldest = this.#opened.keys().next().value;
      if (oldest !== undefined) this.#opened.delete(oldest);
    }
    this.#opened.set(key, plain);
  }

  #decipher(sealed: string, place: string): string {
    const [version, name, encoded] = sealed.split('.');
    if (version !== 'v1' || name === undefined || encoded === undefined) throw new UnsealError();
    const bytes = Buffer.from(encoded, 'base64url');
    try {
      const decipher = createDecipheriv(ALGORITHM, this.#key(name), bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new UnsealError();
    }
  }

  sealOptional(plain: string | undefined, place: string): string | null {
    return plain === undefined ? null : this.seal(plain, place);
  }

  openOptional(sealed: string | null | undefined, place: string): string | undefined {
    return sealed === null || sealed === undefined ? undefined : this.open(sealed, place);
  }

  /** A keyed fingerprint that finds an exact value again without telling it. `purpose` keeps columns apart. */
  blindIndex(purpose: string, value: string): string {
    return createHmac('sha256', this.#indexKey).update(`${purpose}\n${value}`).digest('base64url');
  }

  #key(name: string): Buffer {
    const key = this.#keys.get(name);
    if (!key) throw new UnsealError();
    return key;
  }
}
