// @ts-check
// A copy of the key store and of the ledger, apart from the backup of the rows: either alone tells nothing.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {{ dataDir: string, databaseUrl?: string | undefined, keyStoreUrl?: string | undefined, ledgerDir?: string | undefined, target: string }} options
 * @returns {Promise<string[]>} what was copied, for people; throws where nothing may be written
 */
export async function backupKeys({ dataDir, databaseUrl, keyStoreUrl, ledgerDir, target }) {
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new Error(`${target} is not empty: a backup never overwrites another.`);
  }
  if (existsSync(join(target, '..', 'tongxing.sqlite')) || existsSync(join(target, 'tongxing.sqlite'))) {
    throw new Error(`${target} lies with a backup of the rows: keep the keys in another place.`);
  }
  const done = [];
  const file = keyFile(dataDir, databaseUrl, keyStoreUrl);
  if (file && !existsSync(file)) throw new Error(`There is no key store at ${file}.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (file) {
    const { default: Database } = await import('libsql');
    const store = new Database(file, { readonly: true });
    // The text form, since VACUUM INTO takes no bound parameter in every version of SQLite.
    store.exec(`VACUUM INTO '${join(target, 'keys.db').replaceAll("'", "''")}'`);
    store.close();
    done.push('keys.db');
  }
  const ledger = join(ledgerDir ?? join(dataDir, 'ledger'), 'tombstones.jsonl');
  if (existsSync(ledger)) {
    copyFileSync(ledger, join(target, 'tombstones.jsonl'));
    done.push('tombstones.jsonl');
  }
  return done;
}

/**
 * The file of the embedded key store, or null where the keys are on a server.
 * @param {string} dataDir
 * @param {string | undefined} databaseUrl
 * @param {string | undefined} keyStoreUrl
 */
function keyFile(dataDir, databaseUrl, keyStoreUrl) {
  const prefix = 'sqlite:';
  if (keyStoreUrl) return keyStoreUrl.startsWith(prefix) ? keyStoreUrl.slice(prefix.length) : null;
  if (!databaseUrl) return join(dataDir, 'keys.db');
  return databaseUrl.startsWith(prefix) ? join(dirname(databaseUrl.slice(prefix.length)), 'keys.db') : null;
}
