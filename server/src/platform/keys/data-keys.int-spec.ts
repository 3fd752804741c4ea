// Data keys on the engine under test: never two for one subject, never one again after an erasure, mute without the ring.
import { FixedClock } from '../clock/index.js';
import {
  Cipher,
  createKey,
  fixedRing,
  KeyDestroyed,
  KeyLost,
  parseKeyRing,
  UnsealError,
  type KeyRing,
} from '../crypto/index.js';
import { createTestDatabase, testEngine, type TestDatabase } from '../testing/test-database.js';
import { DataKeys, openKeyStore, type KeyStore } from './index.js';

const AGENCY = '01900000-0000-7000-8000-00000000000a';
const OTHER_AGENCY = '01900000-0000-7000-8000-00000000000b';
const NOW = '2026-11-22T02:00:00.000Z';
let counter = 0;
const someone = () => `01900000-0000-7000-8000-1${String(++counter).padStart(11, '0')}`;

describe(`data keys on ${testEngine}`, () => {
  const ring = parseKeyRing(createKey('k1'));
  let home: TestDatabase;
  let store: KeyStore;

  beforeAll(async () => {
    home = await createTestDatabase();
    store = await openKeyStore(keysUrl(home));
  });
  afterAll(async () => {
    await store.close();
    await home.drop();
  });

  /** Another process: its own memory, and its own connection to the store. */
  const cipherOf = (over: KeyStore = store, own: KeyRing = ring) => {
    const source = fixedRing(own);
    return new Cipher(source, new DataKeys(over, source, new FixedClock(NOW)));
  };

  it('opens nothing without the store, without the ring, or with the key of somebody else', async () => {
    const [one, two] = [someone(), someone()];
    const cipher = cipherOf();
    await cipher.ensureKeys(AGENCY, [one, two]);
    const sealed = cipher.sealFor(one, '欧阳雨', 'person.name.1');

    expect(() => new Cipher(ring).open(sealed, 'person.name.1')).toThrow(/without a key store/);
    const stranger = cipherOf(store, parseKeyRing(createKey('k1')));
    await expect(stranger.loadKeys([sealed])).rejects.toThrow(UnsealError);
    const nobody = cipherOf(store, parseKeyRing(createKey('k9')));
    await expect(nobody.loadKeys([sealed])).rejects.toThrow(/no key named k1/);
    expect(() => cipher.open(sealed.replace(one, two), 'person.name.1')).toThrow(UnsealError);
    expect(() => cipher.open(sealed, 'person.name.2')).toThrow(UnsealError);
  });

  it('says that a key is lost, not that the text was changed', async () => {
    const unknown = `v2.${someone()}.AAAA`;
    const cipher = cipherOf();
    await cipher.loadKeys([unknown]);
    expect(() => cipher.open(unknown, 'p')).toThrow(KeyLost);
  });

  it('opens what another process sealed, after one query for a whole page', async () => {
    const people = Array.from({ length: 50 }, someone);
    const writer = cipherOf();
    await writer.ensureKeys(AGENCY, people);
    const page = people.map((id) => writer.sealFor(id, `姓名 ${id}`, id));
    const counting = new CountedStore(store);
    const reader = cipherOf(counting.store);
    await reader.loadKeys(page);
    await reader.loadKeys(page);
    expect(page.map((sealed, index) => reader.open(sealed, people[index] ?? ''))).toEqual(
      people.map((id) => `姓名 ${id}`),
    );
    expect(counting.reads).toBe(1);
  });

  it('ends up with one key where twenty make one at the same time', async () => {
    const racers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const own = await openKeyStore(keysUrl(home));
        return { own, cipher: cipherOf(own) };
      }),
    );
    const people = Array.from({ length: 30 }, someone);
    await Promise.all(
      racers.map(({ cipher }, index) => cipher.ensureKeys(AGENCY, index % 2 === 0 ? people : [...people].reverse())),
    );
    const sealed = racers.map(({ cipher }) => people.map((id) => cipher.sealFor(id, '雨', id)));
    const reader = cipherOf();
    await reader.loadKeys(sealed.flat());
    for (const texts of sealed) {
      expect(texts.map((text, index) => reader.open(text, people[index] ?? ''))).toEqual(people.map(() => '雨'));
    }
    await Promise.all(racers.map(({ own }) => own.close()));
  });

  it('wraps with a key of each agency: moved to another agency it does not open', async () => {
    const id = someone();
    await cipherOf().ensureKeys(AGENCY, [id]);
    const [stored] = await store.get([id]);
    const moved = { ...stored, subject: id, scope: OTHER_AGENCY, wrappedBy: 'k1', wrapped: stored?.wrapped ?? null };
    const lying = new CountedStore(store, () => [moved]);
    await expect(cipherOf(lying.store).ensureKeys(AGENCY, [id])).rejects.toThrow(UnsealError);
  });

  it('keeps ten thousand keys of a roster with few statements, and all of them in memory', async () => {
    const people = Array.from({ length: 10_000 }, someone);
    const counting = new CountedStore(store);
    const cipher = cipherOf(counting.store);
    for (let from = 0; from < people.length; from += 500)
      await cipher.ensureKeys(AGENCY, people.slice(from, from + 500));
    expect(counting.reads).toBe(40);
    await cipher.ensureKeys(AGENCY, people);
    expect(counting.reads).toBe(40);
    expect(cipher.sealFor(people[0] ?? '', 'x', 'p')).toMatch(/^v2\./);
  });

  describe('after an erasure', () => {
    it('nothing opens, no key comes again, and a second erasure changes nothing', async () => {
      const id = someone();
      const cipher = cipherOf();
      await cipher.ensureKeys(AGENCY, [id]);
      const sealed = cipher.sealFor(id, '欧阳雨', 'p');
      await store.destroy([{ subject: id, scope: AGENCY, destroyedAt: NOW }]);
      await store.destroy([{ subject: id, scope: AGENCY, destroyedAt: '2027-01-01T00:00:00.000Z' }]);
      cipher.forget(id);

      await cipher.loadKeys([sealed]);
      expect(cipher.isErased(sealed)).toBe(true);
      expect(() => cipher.open(sealed, 'p')).toThrow(KeyDestroyed);
      await expect(cipher.ensureKeys(AGENCY, [id])).rejects.toThrow(KeyDestroyed);
      await expect(cipherOf().ensureKeys(AGENCY, [id])).rejects.toThrow(KeyDestroyed);
      const own = (await store.tombstones()).filter(({ subject }) => subject === id);
      expect(own).toEqual([{ subject: id, scope: AGENCY, destroyedAt: NOW }]);
    });

    it('holds for somebody who never had a key', async () => {
      const id = someone();
      await store.destroy([{ subject: id, scope: AGENCY, destroyedAt: NOW }]);
      await expect(cipherOf().ensureKeys(AGENCY, [id])).rejects.toThrow(KeyDestroyed);
    });
  });
});

/** Beside the test's database, where the application would put it. */
function keysUrl({ url }: TestDatabase): string {
  return url.startsWith('sqlite:') ? url.replace('test.sqlite', 'keys.db') : `${url}_keys`;
}

/** The same store, with its reads counted, or answered otherwise. */
class CountedStore {
  reads = 0;
  readonly store: KeyStore;

  constructor(store: KeyStore, answer?: () => Awaited<ReturnType<KeyStore['get']>>) {
    this.store = new Proxy(store, {
      get: (target, name: keyof KeyStore) => {
        if (name === 'get') {
          return (subjects: readonly string[]) => {
            this.reads++;
            return answer ? Promise.resolve(answer()) : target.get(subjects);
          };
        }
        return target[name].bind(target);
      },
    });
  }
}
