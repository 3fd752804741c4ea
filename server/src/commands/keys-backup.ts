// `npm run keys:backup -- FOLDER`: data keys and ledger, apart from the backup of the rows: either alone tells nothing.
import 'reflect-metadata';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { runBackup, type BackupCommand, type Environment } from './backup.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run keys:backup -- FOLDER            备份数据密钥和删除记录到另一处 data keys and ledger, to another place than the rows
npm run keys:backup -- FOLDER --keep N   在其中建一个按时间命名的文件夹，只留最近 N 份 the newest N stay
npm run keys:backup -- --verify FOLDER   读回一份备份并核对 reads a backup back and checks it
请在备份数据之后运行。Run it after the backup of the rows: keys that are older than the rows do not open all of them.`;

const KEYS: BackupCommand = {
  kind: 'KEYS',
  usage: USAGE,
  afterwards:
    '主密钥（APP_KEYS 或 keys/app.key）不在其中，请存放在第三处。The ring (APP_KEYS, or keys/app.key) is not in it: keep it in a third place (docs/keys.md).',
  placesOf: ({ keyStoreUrl, ledgerDir }) => ({ databaseUrl: keyStoreUrl, folders: { ledger: ledgerDir } }),
};

/** As `backup`. */
export const keysBackup = (
  args: readonly string[],
  terminal: Terminal,
  environment: Environment = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> => runBackup(KEYS, args, terminal, environment, clock);

runCommand('keys-backup', keysBackup);
