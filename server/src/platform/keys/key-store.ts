// Where data keys live: apart from the database, so that neither alone tells anything (ADR 0014).

/** A data key at rest. Wrapped, it is of no use without the ring; without `wrapped` it is a tombstone. */
export interface StoredKey {
  readonly subject: string;
  /** The agency whose key wraps it, or the platform. */
  readonly scope: string;
  /** Name of the ring key that the agency's key comes from. */
  readonly wrappedBy: string;
  readonly wrapped: string | null;
}
export interface NewKey {
  readonly subject: string;
  readonly scope: string;
  readonly wrappedBy: string;
  readonly wrapped: string;
  readonly createdAt: string;
}
/** Says for ever that a subject was erased; no key can be made for it again. */
export interface Tombstone {
  readonly subject: string;
  readonly scope: string;
  readonly destroyedAt: string;
}
/** One step of a rotation: takes effect only where `from` still stands. */
export interface Rewrap {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly wrappedBy: string;
}

/** The port. A file beside the embedded database, a schema of its own on a server, or a key management service. */
export abstract class KeyStore {
  /** What stands for these subjects; unknown ones are absent. One round trip for a page of them. */
  abstract get(subjects: readonly string[]): Promise<StoredKey[]>;
  /** Adds what is not there. Of two that race one stands; a tombstone stands against both. On the disk when it returns. */
  abstract create(keys: readonly NewKey[]): Promise<void>;
  /** Puts a tombstone where the key was; twice is as good as once. The bytes of the key are overwritten. */
  abstract destroy(tombstones: readonly Tombstone[]): Promise<void>;
  abstract tombstones(): Promise<Tombstone[]>;
  /** Keys that another ring key than this one wraps, at most so many. */
  abstract wrappedByOthers(name: string, limit: number): Promise<StoredKey[]>;
  /** How many keys each ring key wraps. */
  abstract countByRingKey(): Promise<ReadonlyMap<string, number>>;
  /** When its first key was made; undefined while it is empty. */
  abstract beganAt(): Promise<string | undefined>;
  /** Compare and set, each for itself; returns how many took effect. */
  abstract rewrap(changes: readonly Rewrap[]): Promise<number>;
  /** Runs `work` while no other process does the same; ends with the process, however that ends. */
  abstract exclusively<T>(work: () => T): Promise<T>;
  abstract close(): Promise<void>;
}

/** `?, ?, ?` and `(?, ?), (?, ?)`: parameters for a list. */
export const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
export const rowMarks = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${marks(columns)})`).join(', ');

/** Lists cut so that every engine takes their parameters. */
export function inSlices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

export const KEYS_A_STATEMENT = 1_000;
