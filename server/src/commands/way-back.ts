// How to stand again where one stood before an upgrade: lines to type, with the places of this very installation.
import { resolve } from 'node:path';
import type { Config } from '../platform/config/index.js';

const SQLITE = 'sqlite:';

/** The backup of the rows goes back; data keys, ledger and anchor were not touched and stay where they are. */
export function wayBack(config: Config, backup: string): string[] {
  return [
    '怎么退回去：备份完好，密钥没有动过。请逐行运行 The way back: the backup is whole and the keys were not touched. Line by line:',
    ...(config.databaseUrl.startsWith(SQLITE) ? fromFile(config, backup) : fromServer(config, backup)),
    '  （换回升级前的程序以后再运行最后两行 with the program of before, for the last two lines: git checkout VERSION）',
  ];
}

function fromFile({ databaseUrl, dataDir }: Config, backup: string): string[] {
  const file = databaseUrl.slice(SQLITE.length);
  const files = resolve(dataDir, 'files');
  return [
    `  mkdir ${quoted(`${file}.failed`)}`,
    `  mv ${[file, `${file}-wal`, `${file}-shm`, files].map(quoted).join(' ')} ${quoted(`${file}.failed/`)}   # 没有的跳过 what is not there is skipped`,
    `  npm run restore -- ${quoted(backup)}`,
    '  npm start',
  ];
}

function fromServer({ databaseUrl, keyStoreUrl, dataDir }: Config, backup: string): string[] {
  const url = new URL(databaseUrl);
  const name = `${url.pathname.slice(1)}_before`;
  url.pathname = `/${name}`;
  const keys = new URL(keyStoreUrl);
  const files = resolve(dataDir, 'files');
  return [
    `  CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;   -- 在数据库里运行 in the database server`,
    `  mv ${quoted(files)} ${quoted(`${files}.failed`)} 2>/dev/null`,
    `  DATABASE_URL=${shown(url)}   KEY_STORE_URL=${shown(keys)}   -- 写进设置 into the settings; the key store stays the same`,
    `  npm run restore -- ${quoted(backup)}`,
    '  npm start',
  ];
}

/** Without its password: a terminal is looked at, and copied into mails. */
function shown(url: URL): string {
  const open = new URL(url);
  if (open.password) open.password = '…';
  return decodeURIComponent(open.href);
}

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
