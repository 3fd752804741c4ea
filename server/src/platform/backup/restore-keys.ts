// Puts the backup of the key store back into an empty one, and brings the ledger up to all that is known.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inSlices, KEYS_A_STATEMENT, type KeyStore } from '../keys/key-store.js';
import { openKeyStore } from '../keys/open-key-store.js';
import { placeOf, type Manifest } from './manifest.js';
import { BackupRefused } from './refused.js';
import { openRowWriter } from './row-writer.js';
import { openSnapshot, type TableShape } from './snapshot.js';
import { readTable, sumOf } from './table-file.js';

export const KEY_TABLE = 'data_key';
export const LEDGER_FILE = 'tombstones.jsonl';

/** Fills an empty key store; one that holds the very same keys already is left as it is. */
export async function restoreKeys(folder: string, manifest: Manifest, keyStoreUrl: string): Promise<void> {
  const [table] = manifest.tables;
  if (!table || table.name !== KEY_TABLE) throw new BackupRefused(`${folder} 里没有数据密钥。It holds no data keys.`);
  await (await openKeyStore(keyStoreUrl)).close();
  const before = await sumIn(keyStoreUrl, table);
  if (before.rows === table.rows && before.checksum === table.checksum) return;
  if (before.rows > 0) {
    throw new BackupRefused(
      '密钥库不是空的，恢复从不覆盖。The key store is not empty, and a restore never overwrites: name a new one in KEY_STORE_URL (or a new DATA_DIR).',
    );
  }
  const writer = await openRowWriter(keyStoreUrl);
  try {
    await writer.fill(table, readTable(placeOf(folder, table.path), table));
  } finally {
    await writer.close();
  }
  const after = await sumIn(keyStoreUrl, table);
  if (after.checksum !== table.checksum) throw new Error('the key store does not hold what its backup held');
}

/** Whether a restore may put keys there; asked before anything is written. */
export async function requireEmptyKeyStore(manifest: Manifest, keyStoreUrl: string): Promise<void> {
  if (keyStoreUrl.startsWith('sqlite:') && !existsSync(keyStoreUrl.slice('sqlite:'.length))) return;
  const [table] = manifest.tables;
  if (!table) return;
  await (await openKeyStore(keyStoreUrl)).close();
  const { rows, checksum } = await sumIn(keyStoreUrl, table);
  if (rows === 0 || checksum === table.checksum) return;
  throw new BackupRefused(
    '密钥库不是空的，恢复从不覆盖。The key store is not empty, and a restore never overwrites: name a new one in KEY_STORE_URL (or a new DATA_DIR), or leave --keys out to use the keys that are there.',
  );
}

/** Adds the lines of a backup's ledger to the one in use: who was erased stays erased, whichever of the two is newer. */
export function mergeLedger(folder: string, manifest: Manifest, ledgerDir: string): void {
  const entry = manifest.files.find(({ path }) => path === `ledger/${LEDGER_FILE}`);
  if (!entry) return;
  const file = join(ledgerDir, LEDGER_FILE);
  const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
  const standing = existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : [];
  const known = new Set(standing);
  const added = linesOf(readFileSync(placeOf(folder, entry.path), 'utf8')).filter((line) => !known.has(line));
  if (added.length === 0) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // From a new line on: the last one may have been cut off by a crash.
  const start = standing.length > 0 && !readFileSync(file, 'utf8').endsWith('\n') ? '\n' : '';
  writeFileSync(file, `${start}${added.join('\n')}\n`, { flag: 'a', mode: 0o600 });
}

/** Throws where texts were sealed with keys that the store has never heard of: it is not the one of these rows. */
export async function requireKeysOf(subjects: ReadonlySet<string>, store: KeyStore): Promise<void> {
  let missing = 0;
  for (const some of inSlices([...subjects], KEYS_A_STATEMENT)) {
    missing += some.length - (await store.get(some)).length;
  }
  if (missing === 0) return;
  throw new BackupRefused(
    `密钥库缺少 ${missing} 把数据密钥（共需 ${subjects.size} 把）：它比数据旧，或者不是同一套。The key store has no key for ${missing} of ${subjects.size} people and accounts in this backup: it is older than the rows, or another one. Restore a key backup that was taken after the rows: --keys FOLDER.`,
  );
}

async function sumIn(url: string, table: TableShape): Promise<{ rows: number; checksum: string }> {
  const snapshot = await openSnapshot(url);
  try {
    return await sumOf(snapshot.rows(table));
  } finally {
    await snapshot.close();
  }
}
