import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contents, Manifest } from './manifest.js';
import { BackupRefused } from './refused.js';
import { kindOf } from './take-backup.js';

/**
 * The newest finished backup of a kind in a folder, or the folder itself where it is one. Only what the manifests state:
 * `checkBackup` asks who signed them.
 */
export function newestBackup(folder: string, kind: Contents['kind']): string {
  if (kindOf(folder) === kind) return folder;
  const around = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const [newest] = around
    .filter((one) => kindOf(one) === kind)
    .map((one) => ({ one, at: takenAt(one) }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  if (newest) return newest.one;
  throw new BackupRefused(
    kind === 'ROWS'
      ? `${folder} 里没有完整的数据备份。There is no finished backup of the rows in it: npm run backup makes one.`
      : `${folder} 里没有完整的密钥备份。There is no finished backup of the keys in it: npm run keys:backup makes one.`,
  );
}

const takenAt = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Partial<Manifest>).takenAt ?? '';
