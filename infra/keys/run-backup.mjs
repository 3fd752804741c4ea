// @ts-check
// `npm run keys:backup -- FOLDER`: the command around backup.mjs.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupKeys } from './backup.mjs';

const target = process.argv[2];
if (!target) {
  console.error('Where to? npm run keys:backup -- /media/keys/today (another place than the backup of the rows)');
  process.exit(2);
}
process.chdir(join(import.meta.dirname, '..', '..'));
if (existsSync('.env')) process.loadEnvFile('.env');
try {
  const done = await backupKeys({
    dataDir: resolve(process.env.DATA_DIR || '.data'),
    databaseUrl: process.env.DATABASE_URL || undefined,
    keyStoreUrl: process.env.KEY_STORE_URL || undefined,
    ledgerDir: process.env.LEDGER_DIR ? resolve(process.env.LEDGER_DIR) : undefined,
    target: resolve(target),
  });
  console.log(`Copied to ${resolve(target)}: ${done.join(', ') || 'nothing'}.`);
  if (!done.includes('keys.db')) {
    console.log('The keys are on a database server: copy their schema with mariadb-dump --single-transaction.');
  }
  console.log('The ring (APP_KEYS, or keys/app.key) is not in it: keep it in a third place. See docs/keys.md.');
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}
