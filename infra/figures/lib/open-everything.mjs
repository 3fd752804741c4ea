// @ts-check
// Opens every sealed text of a database that the keys at hand still open, as a thief of all three would.
import { built, openReader } from './built.mjs';
import { markersIn } from './markers.mjs';

const ROWS = 2_000;

/**
 * @param {string} root
 * @param {{ databaseUrl: string, keyStoreUrl: string, dataDir: string }} stolen dataDir holds the ring
 * @returns {Promise<{ markers: Set<string>, opened: number, mute: number }>}
 */
export async function openEverything(root, { databaseUrl, keyStoreUrl, dataDir }) {
  const { openKeyStore, DataKeys } = await built(root, 'platform/keys/index.js');
  const { ringOf } = await built(root, 'platform/keys/key-providers.js');
  const { Cipher } = await built(root, 'platform/crypto/index.js');
  const { SystemClock } = await built(root, 'platform/clock/index.js');
  const reader = await openReader(databaseUrl);
  const store = await openKeyStore(keyStoreUrl);
  const ring = ringOf({ dataDir });
  const cipher = new Cipher(ring, new DataKeys(store, ring, new SystemClock()));
  const outcome = { markers: new Set(), opened: 0, mute: 0 };
  try {
    for (const { table, column } of await sealedColumns(reader, databaseUrl)) {
      const place = `${table}.${column.replace(/Sealed$/, '')}`;
      for (let last = ''; ;) {
        const rows = await reader.rows(
          `SELECT id, ${column} AS sealed FROM ${table} WHERE id > ? ORDER BY id LIMIT ${ROWS}`,
          [last],
        );
        if (rows.length === 0) break;
        last = rows.at(-1).id;
        const sealed = rows.filter((row) => /^v[12]\./.test(row.sealed ?? ''));
        await cipher.loadKeys(sealed.map((row) => row.sealed));
        for (const row of sealed) {
          try {
            for (const marker of markersIn(cipher.open(row.sealed, `${place}.${row.id}`))) outcome.markers.add(marker);
            outcome.opened += 1;
          } catch {
            outcome.mute += 1;
          }
        }
      }
    }
  } finally {
    await store.close();
    await reader.close();
  }
  return /** @type {any} */ (outcome);
}

/** @param {Awaited<ReturnType<typeof openReader>>} reader @param {string} databaseUrl @returns {Promise<{ table: string, column: string }[]>} */
async function sealedColumns(reader, databaseUrl) {
  if (databaseUrl.startsWith('sqlite:')) {
    return reader.rows(`SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND c.name LIKE '%Sealed'`);
  }
  return reader.rows(
    "SELECT table_name AS `table`, column_name AS `column` FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name LIKE '%Sealed'",
  );
}
