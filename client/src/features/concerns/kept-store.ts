// Concerns that could not be sent yet, kept on this device: encrypted with a key that no script can read out.

/** What is kept in the open: enough to say how many wait, and whose they are. */
export interface KeptRow {
  readonly id: string;
  /** Whose account sends it; a card needs none. */
  readonly owner: string;
  readonly keptAt: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Says in a word that something waits, so that other pages need not look for it; app/Faces.tsx reads it. */
const WAITS = 'tongxing.kept';
const DATABASE = 'tongxing-kept';
const ROWS = 'concerns';
const KEYS = 'keys';
const KEY = 'concerns';
const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ROWS, { keyPath: 'id' });
      request.result.createObjectStore(KEYS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device keeps nothing'));
  });
}

/** One store, one question; the database is closed again, so that nothing holds it. */
async function inStore<Answer>(
  store: typeof ROWS | typeof KEYS,
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
  const known = await inStore<CryptoKey | undefined>(
    KEYS,
    'readonly',
    (keys) => keys.get(KEY) as IDBRequest<CryptoKey | undefined>,
  );
  if (known) return known;
  // Not extractable: it works in this browser, and leaves it in no form.
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  await inStore(KEYS, 'readwrite', (keys) => keys.put(made, KEY));
  return made;
}

/** Keeps a text under an id; throws where the device cannot (no secure context, a full disk, a private window). */
export async function keep(id: string, owner: string, text: string): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: ALGORITHM.name, iv }, await key(), new TextEncoder().encode(text));
  const row: KeptRow = { id, owner, keptAt: new Date().toISOString(), iv, sealed };
  await inStore(ROWS, 'readwrite', (rows) => rows.put(row));
  localStorage.setItem(WAITS, '1');
}

/** All that is kept, the oldest first; nothing where the device keeps nothing. */
export async function keptRows(): Promise<readonly KeptRow[]> {
  const rows = await inStore<KeptRow[]>(ROWS, 'readonly', (store) => store.getAll() as IDBRequest<KeptRow[]>);
  return rows.sort((one, other) => one.keptAt.localeCompare(other.keptAt));
}

export async function reveal({ iv, sealed }: KeptRow): Promise<string> {
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: ALGORITHM.name, iv }, await key(), sealed));
}

export async function forget(id: string): Promise<void> {
  await inStore(ROWS, 'readwrite', (rows) => rows.delete(id));
  if ((await keptRows()).length === 0) localStorage.removeItem(WAITS);
}
