// Encryption of single fields, and the blind indexes that find them again (security.md, "At rest").
import { createHmac } from 'node:crypto';
import { firstIndexKey, fixedRing, newestOf, type KeyRing, type RingSource } from './key-ring.js';
import { openBytes, sealBytes, UnsealError } from './seal.js';
import { NO_SUBJECT_KEYS, type SubjectKeys } from './subject-keys.js';

/** Texts kept open. Each request of a list opens the same names again; the keys lie in the same memory. */
const KEPT_OPEN = 5_000;
const LONGEST_KEPT = 200;

/** What stands in a column whose text was erased and that may not be empty. No key opens it. */
export const ERASED = 'erased';

/**
 * Two forms stand beside each other. `v1.<ring key>.…` is sealed with the ring itself: for what lives for days (staged
 * rows, bodies of the outbox), and for what was written before there were data keys. `v2.<subject>.…` is sealed with
 * the data key of one person, login or agency: where that key is destroyed, it stays mute, in every backup too.
 */
export class Cipher {
  readonly #opened = new Map<string, string>();
  readonly #ring: RingSource;
  readonly #indexKey: Buffer;

  constructor(
    ring: KeyRing | RingSource,
    private readonly keys: SubjectKeys = NO_SUBJECT_KEYS,
    indexKey?: Buffer,
  ) {
    this.#ring = 'current' in ring ? ring : fixedRing(ring);
    this.#indexKey = indexKey ?? firstIndexKey(this.#ring.current());
  }

  /**
   * Encrypts a text for one place. `place` (table, column, row) is authenticated: moved elsewhere it does not open.
   * Returns `v1.<key name>.<base64url of iv + tag + ciphertext>`.
   */
  seal(plain: string, place: string): string {
    const { name, key } = newestOf(this.#ring.current());
    return `v1.${name}.${sealBytes(key, Buffer.from(plain), place).toString('base64url')}`;
  }

  /** The same with the data key of a subject, which `ensureKeys` or `loadKeys` has brought into memory before. */
  sealFor(subject: string, plain: string, place: string): string {
    return `v2.${subject}.${sealBytes(this.keys.key(subject), Buffer.from(plain), place).toString('base64url')}`;
  }

  /** Opens what was sealed for the same place; throws `UnsealError` otherwise. */
  open(sealed: string, place: string): string {
    // Both are part of the key: what was moved to another place is a miss, and then does not open.
    const key = `${place} ${sealed}`;
    const known = this.#opened.get(key);
    if (known !== undefined) return known;
    const plain = this.#decipher(sealed, place);
    if (plain.length <= LONGEST_KEPT) this.#keep(key, plain);
    return plain;
  }

  sealOptional(plain: string | undefined, place: string): string | null {
    return plain === undefined ? null : this.seal(plain, place);
  }

  sealOptionalFor(subject: string, plain: string | undefined, place: string): string | null {
    return plain === undefined ? null : this.sealFor(subject, plain, place);
  }

  openOptional(sealed: string | null | undefined, place: string): string | undefined {
    return sealed === null || sealed === undefined ? undefined : this.open(sealed, place);
  }

  /** Bytes for one place (a file), with the data key of a subject. */
  sealBytesFor(subject: string, plain: Buffer, place: string): Buffer {
    return sealBytes(this.keys.key(subject), plain, place);
  }

  openBytesFor(subject: string, sealed: Buffer, place: string): Buffer {
    return openBytes(this.keys.key(subject), sealed, place);
  }

  /**
   * Sees to it that each of these subjects has a data key, and that it is in memory. `scope` is the agency whose key
   * wraps it, or `PLATFORM_SCOPE`. Throws `KeyDestroyed` where one of them was erased.
   */
  ensureKeys(scope: string, subjects: readonly string[]): Promise<void> {
    return this.keys.ensure(scope, subjects);
  }

  /** Brings the data keys of these sealed texts into memory: at most one query for a page of them. */
  async loadKeys(sealed: Iterable<string | null | undefined>): Promise<void> {
    const subjects = new Set<string>();
    for (const text of sealed) {
      const subject = subjectOf(text);
      if (subject !== undefined) subjects.add(subject);
    }
    if (subjects.size > 0) await this.keys.load(subjects);
  }

  /** Whether a text can never be opened again because its subject was erased; after `loadKeys`. */
  isErased(sealed: string): boolean {
    if (sealed === ERASED) return true;
    const subject = subjectOf(sealed);
    return subject !== undefined && this.keys.isDestroyed(subject);
  }

  /** Drops everything about a subject from memory. */
  forget(subject: string): void {
    this.keys.forget(subject);
    const mark = ` v2.${subject}.`;
    for (const key of this.#opened.keys()) if (key.includes(mark)) this.#opened.delete(key);
  }

  /** A keyed fingerprint that finds an exact value again without telling it. `purpose` keeps columns apart. */
  blindIndex(purpose: string, value: string): string {
    return createHmac('sha256', this.#indexKey).update(`${purpose}\n${value}`).digest('base64url');
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
    if (name === undefined || encoded === undefined) throw new UnsealError();
    const bytes = Buffer.from(encoded, 'base64url');
    if (version === 'v2') return openBytes(this.keys.key(name), bytes, place).toString('utf8');
    if (version !== 'v1') throw new UnsealError();
    return openBytes(this.#ringKey(name), bytes, place).toString('utf8');
  }

  #ringKey(name: string): Buffer {
    const found = this.#ring.current().keys.find((entry) => entry.name === name);
    if (!found) throw new UnsealError();
    return found.key;
  }
}

const V2 = 'v2.';

/** Whose data key a text was sealed with; undefined for what the ring sealed. */
export function subjectOf(sealed: string | null | undefined): string | undefined {
  if (!sealed?.startsWith(V2)) return undefined;
  const end = sealed.indexOf('.', V2.length);
  return end === -1 ? undefined : sealed.slice(V2.length, end);
}
