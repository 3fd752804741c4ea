// @ts-check
// `npm run backup -- FOLDER`: a consistent copy of the embedded database and of the files, while the server runs.
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {{ dataDir: string, databaseUrl?: string | undefined, target: string }} options
 * @returns {Promise<string[]>} what was copied, for people; throws where nothing may be written
 */
export async function backup({ dataDir, databaseUrl, target }) {
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new Error(`${target} is not empty: a backup never overwrites another.`);
  }
  const done = [];
  const file = sqliteFile(dataDir, databaseUrl);
  if (file && !existsSync(file)) throw new Error(`There is no database at ${file}.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (file) {
    const { default: Database } = await import('libsql');
    const database = new Database(file, { readonly: true });
    // The text form, since VACUUM INTO takes no bound parameter in every version of SQLite.
    database.exec(`VACUUM INTO '${join(target, 'tongxing.sqlite').replaceAll("'", "''")}'`);
    database.close();
    done.push('tongxing.sqlite');
  }
  const files = join(dataDir, 'files');
  if (existsSync(files)) {
    cpSync(files, join(target, 'files'), { recursive: true });
    done.push('files/');
  }
  return done;
}

/**
 * The file of the embedded database, or null where the rows are on a server.
 * @param {string} dataDir
 * @param {string | undefined} databaseUrl
 */
function sqliteFile(dataDir, databaseUrl) {
  if (!databaseUrl) return join(dataDir, 'tongxing.sqlite');
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}
