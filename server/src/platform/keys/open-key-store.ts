import type { KeyStore } from './key-store.js';
import { MysqlKeyStore } from './mysql-key-store.js';
import { SqliteKeyStore } from './sqlite-key-store.js';

const SQLITE = 'sqlite:';

/** The store behind an address: `sqlite:FILE` or `mysql://user:password@host:port/schema`. */
export async function openKeyStore(url: string): Promise<KeyStore> {
  return url.startsWith(SQLITE) ? new SqliteKeyStore(url.slice(SQLITE.length)) : MysqlKeyStore.connect(url);
}
