// @ts-check
// The command around backup.mjs: reads the settings, says what was copied and what was not.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backup } from './backup.mjs';

const target = process.argv[2];
if (!target) {
  console.error('Where to? npm run backup -- /backups/today');
  process.exit(2);
}
process.chdir(join(import.meta.dirname, '..', '..'));
if (existsSync('.env')) process.loadEnvFile('.env');
const databaseUrl = process.env.DATABASE_URL || undefined;
try {
  const done = await backup({
    dataDir: resolve(process.env.DATA_DIR || '.data'),
    databaseUrl,
    target: resolve(target),
  });
  console.log(`Copied to ${resolve(target)}: ${done.join(', ') || 'nothing'}.`);
  if (!done.includes('tongxing.sqlite')) {
    console.log('The rows are on a database server: copy them with mariadb-dump --single-transaction.');
  }
  console.log('The keys are not in it, on purpose. Keep them in another place: without them a backup is mute.');
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(1);
}
