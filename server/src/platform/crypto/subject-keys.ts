import { UnsealError } from './seal.js';

/** What is no agency's own: logins, and the platform's own keys. */
export const PLATFORM_SCOPE = 'platform';

/** The data keys of people, logins and agencies, as the cipher needs them: in memory when it seals or opens. */
export interface SubjectKeys {
  /** Makes the keys that are missing and loads all; throws `KeyDestroyed` for an erased subject. */
  ensure(scope: string, subjects: readonly string[]): Promise<void>;
  /** Loads those that are not in memory, in one query. Unknown subjects are no error here, but in `key`. */
  load(subjects: Iterable<string>): Promise<void>;
  /** A loaded key. Throws `KeyDestroyed`, `KeyLost`, or a bug where nobody loaded it. */
  key(subject: string): Buffer;
  /** Whether a loaded subject was erased. */
  isDestroyed(subject: string): boolean;
  /** Takes a key out of memory. */
  forget(subject: string): void;
}

/** The person was erased: the text is there, its key is not, and never will be again. */
export class KeyDestroyed extends UnsealError {
  readonly code = 'KEY_DESTROYED';

  constructor() {
    super('the subject of this text was erased');
  }
}

/** The key store does not know a key that a text was sealed with: it is not the store that belongs to this database. */
export class KeyLost extends UnsealError {
  readonly code = 'KEY_LOST';

  constructor() {
    super('the key store has no key for this text: is it the store that belongs to this database? (docs/keys.md)');
  }
}

const withoutStore = (): never => {
  throw new Error('BUG: a cipher without a key store was asked for a data key');
};

/** For ciphers that only know the ring. */
export const NO_SUBJECT_KEYS: SubjectKeys = {
  ensure: withoutStore,
  load: withoutStore,
  key: withoutStore,
  isDestroyed: () => false,
  forget: () => undefined,
};
