// Who was erased, written outside of the database and of the key store: a restore of older backups of both reads it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStore, Tombstone } from './key-store.js';

const OWNER_ONLY = 0o600;
const FILE = 'tombstones.jsonl';

interface Line extends Tombstone {
  /** Over the other fields, so that nobody writes an erasure that nobody decided. */
  readonly mac: string;
}

/** An append-only file of signed lines; they hold ids and instants, nothing that names anybody. */
export class TombstoneLedger {
  readonly #file: string;

  constructor(
    folder: string,
    private readonly key: Buffer,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, FILE);
  }

  /** On the disk when it returns. What stands there already is not written twice. */
  append(tombstones: readonly Tombstone[]): void {
    const standing = new Set(this.read().tombstones.map(({ subject }) => subject));
    const lines = tombstones
      .filter(({ subject }) => !standing.has(subject))
      .map((tombstone) => `${JSON.stringify({ ...tombstone, mac: this.#sign(tombstone) } satisfies Line)}\n`);
    if (lines.length === 0) return;
    const handle = openSync(this.#file, 'a', OWNER_ONLY);
    try {
      // One write: lines of two servers in one folder never mix.
      writeSync(handle, lines.join(''));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }

  /** Every signed line, and how many lines were not: half-written by a crash, or by somebody else. */
  read(): { readonly tombstones: readonly Tombstone[]; readonly refused: number } {
    if (!existsSync(this.#file)) return { tombstones: [], refused: 0 };
    const texts = readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter((text) => text !== '');
    const tombstones = texts.flatMap((text) => this.#parse(text));
    return { tombstones, refused: texts.length - tombstones.length };
  }

  /**
   * Brings ledger and store to the same knowledge: a store restored from an older backup loses the keys again that were
   * destroyed since. Returns how many keys that were, and how many lines nobody can vouch for.
   */
  async reconcile(store: KeyStore): Promise<{ readonly destroyed: number; readonly refused: number }> {
    const { tombstones, refused } = this.read();
    const inStore = await store.tombstones();
    const known = new Set(inStore.map(({ subject }) => subject));
    const missing = tombstones.filter(({ subject }) => !known.has(subject));
    if (missing.length > 0) await store.destroy(missing);
    this.append(inStore);
    return { destroyed: missing.length, refused };
  }

  #parse(text: string): Tombstone[] {
    try {
      const { subject, scope, destroyedAt, mac } = JSON.parse(text) as Partial<Line>;
      if (!subject || !scope || !destroyedAt || !mac) return [];
      const tombstone = { subject, scope, destroyedAt };
      const expected = Buffer.from(this.#sign(tombstone));
      const given = Buffer.from(mac);
      return given.length === expected.length && timingSafeEqual(given, expected) ? [tombstone] : [];
    } catch {
      return [];
    }
  }

  #sign({ subject, scope, destroyedAt }: Tombstone): string {
    return createHmac('sha256', this.key).update(`${subject}\n${scope}\n${destroyedAt}`).digest('base64url');
  }
}
