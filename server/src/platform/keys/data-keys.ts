import { newestOf, type RingSource } from '../crypto/key-ring.js';
import { UnsealError } from '../crypto/seal.js';
import { KeyDestroyed, KeyLost, PLATFORM_SCOPE, type SubjectKeys } from '../crypto/subject-keys.js';
import type { Clock } from '../clock/index.js';
import type { KeyStore, StoredKey } from './key-store.js';
import { KeyWrap, newDataKey } from './key-wrap.js';

/** Unwrapped keys kept in memory: two large rosters' worth, about 5 MB. */
const KEPT = 20_000;

/** Nobody's key, but the store's knowledge that there is none any more, or never was. */
const DESTROYED = Symbol('destroyed');
const UNKNOWN = Symbol('unknown');
type Known = Buffer | typeof DESTROYED | typeof UNKNOWN;

/** The data keys in use: loaded from the store a page at a time, unwrapped, kept in bounded memory. */
export class DataKeys implements SubjectKeys {
  readonly #known = new Map<string, Known>();
  readonly #wrap = new KeyWrap();

  constructor(
    private readonly store: KeyStore,
    private readonly ring: RingSource & { reload?: () => unknown },
    private readonly clock: Clock,
  ) {}

  async ensure(scope: string, subjects: readonly string[]): Promise<void> {
    await this.load(subjects);
    const missing = subjects.filter((subject) => this.#known.get(subject) === UNKNOWN);
    if (missing.length > 0) await this.#make(scope, [...new Set(missing)], new Set(subjects));
    for (const subject of subjects) if (this.isDestroyed(subject)) throw new KeyDestroyed();
  }

  async load(subjects: Iterable<string>): Promise<void> {
    const wanted = new Set(subjects);
    const missing = [...wanted].filter((subject) => !this.#touch(subject));
    if (missing.length > 0) await this.#fetch(missing, wanted);
  }

  key(subject: string): Buffer {
    const known = this.#known.get(subject);
    if (known === undefined) throw new Error('BUG: a data key was used before it was loaded');
    if (known === DESTROYED) throw new KeyDestroyed();
    if (known === UNKNOWN) throw new KeyLost();
    return known;
  }

  isDestroyed(subject: string): boolean {
    return this.#known.get(subject) === DESTROYED;
  }

  forget(subject: string): void {
    this.#known.delete(subject);
  }

  /** A key of the platform's own that everything agrees on; the first to ask decides what it is. */
  async platformKey(name: string, make: () => Buffer): Promise<Buffer> {
    const [standing] = await this.store.get([name]);
    if (!standing) {
      const ringKey = newestOf(this.ring.current());
      const wrapped = this.#wrap.wrap(ringKey, PLATFORM_SCOPE, name, make());
      const createdAt = this.clock.nowIso();
      await this.store.create([{ subject: name, scope: PLATFORM_SCOPE, wrappedBy: ringKey.name, wrapped, createdAt }]);
    }
    await this.#fetch([name], new Set([name]));
    return this.key(name);
  }

  async #make(scope: string, subjects: readonly string[], wanted: ReadonlySet<string>): Promise<void> {
    const ringKey = newestOf(this.ring.current());
    const createdAt = this.clock.nowIso();
    const made = new Map<string, Buffer>();
    const rows = subjects.map((subject) => {
      const key = newDataKey();
      const wrapped = this.#wrap.wrap(ringKey, scope, subject, key);
      made.set(wrapped, key);
      return { subject, scope, wrappedBy: ringKey.name, wrapped, createdAt };
    });
    await this.store.create(rows);
    // Read again: of two that make a key for one subject, only the store knows whose stands.
    await this.#fetch(subjects, wanted, made);
  }

  /** Makes a known key the youngest; false where it has to be fetched. */
  #touch(subject: string): boolean {
    const known = this.#known.get(subject);
    if (known === undefined || known === UNKNOWN) return false;
    this.#known.delete(subject);
    this.#known.set(subject, known);
    return true;
  }

  async #fetch(
    subjects: readonly string[],
    wanted: ReadonlySet<string>,
    made?: ReadonlyMap<string, Buffer>,
  ): Promise<void> {
    const stored = await this.store.get(subjects);
    this.#makeRoom(subjects.length, wanted);
    for (const subject of subjects) this.#known.set(subject, UNKNOWN);
    for (const one of stored) this.#known.set(one.subject, made?.get(one.wrapped ?? '') ?? this.#open(one));
  }

  #open(stored: StoredKey): Known {
    const { wrapped } = stored;
    if (wrapped === null) return DESTROYED;
    try {
      return this.#wrap.unwrap(this.ring.current(), { ...stored, wrapped });
    } catch (error) {
      if (!(error instanceof UnsealError) || !this.ring.reload) throw error;
      // A rotation has added a key to the file that this process has not read yet.
      this.ring.reload();
      return this.#wrap.unwrap(this.ring.current(), { ...stored, wrapped });
    }
  }

  /** The oldest go first, but none that the caller is about to use: a page larger than the memory stays whole. */
  #makeRoom(coming: number, wanted: ReadonlySet<string>): void {
    let surplus = this.#known.size + coming - KEPT;
    if (surplus <= 0) return;
    for (const subject of this.#known.keys()) {
      if (wanted.has(subject)) continue;
      this.#known.delete(subject);
      if (--surplus <= 0) return;
    }
  }
}
