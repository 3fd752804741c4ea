// What must not be lost before it has arrived, kept on this device: encrypted with a key that no script can read out.

/** A kept text: sealed, with the day it was kept in the open. */
export interface SealedRow {
  readonly id: string;
  readonly keptAt: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}
export interface SealedStore<Open extends object> {
  /** Keeps a text under an id; throws where the device cannot (no secure context, a full disk, a private window). */
  keep(id: string, open: Open, text: string): Promise<void>;
  /** All that is kept, the oldest first. */
  rows(): Promise<readonly (SealedRow & Open)[]>;
  find(id: string): Promise<(SealedRow & Open) | undefined>;
  reveal(row: SealedRow): Promise<string>;
  forget(id: string): Promise<void>;
}

const KEYS = 'keys';
const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;

/** `Open` stands beside each text unencrypted: enough to say whose it is, never what it says. */
export function sealedStore<Open extends object>(databaseName: string, rowsName: string): SealedStore<Open> {
  type Row = SealedRow & Open;

  const opened = (): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(rowsName, { keyPath: 'id' });
        request.result.createObjectStore(KEYS);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the device keeps nothing'));
    });

  /** One store, one question; the database is closed again, so that nothing holds it. */
  async function inStore<Answer>(
    store: string,
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<Answer>,
  ): Promise<Answer> {
    const database = await opened();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const transaction = database.transaction(store, mode);
        const request = ask(transaction.objectStore(store));
        // Kept means on the disk: not before the transaction is through.
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => reject(transaction.error ?? new Error('the device keeps nothing'));
        transaction.onabort = () => reject(transaction.error ?? new Error('the device keeps nothing'));
      });
    } finally {
      database.close();
    }
  }

  async function key(): Promise<CryptoKey> {
    const find = (keys: IDBObjectStore) => keys.get(rowsName) as IDBRequest<CryptoKey | undefined>;
    const known = await inStore(KEYS, 'readonly', find);
    if (known) return known;
    // Not extractable: it works in this browser, and leaves it in no form.
    const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
    await inStore(KEYS, 'readwrite', (keys) => keys.put(made, rowsName));
    return made;
  }

  return {
    async keep(id, open, text) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(text);
      const sealed = await crypto.subtle.encrypt({ name: ALGORITHM.name, iv }, await key(), plain);
      const row: Row = { ...open, id, keptAt: new Date().toISOString(), iv, sealed };
      await inStore(rowsName, 'readwrite', (rows) => rows.put(row));
    },
    async rows() {
      const rows = await inStore(rowsName, 'readonly', (store) => store.getAll() as IDBRequest<Row[]>);
      return rows.sort((one, other) => one.keptAt.localeCompare(other.keptAt));
    },
    find: (id) => inStore(rowsName, 'readonly', (store) => store.get(id) as IDBRequest<Row | undefined>),
    async reveal({ iv, sealed }) {
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: ALGORITHM.name, iv }, await key(), sealed));
    },
    async forget(id) {
      await inStore(rowsName, 'readwrite', (rows) => rows.delete(id));
    },
  };
}
