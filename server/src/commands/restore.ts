// `npm run restore -- FOLDER`: a backup into an empty database, on either engine.
import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENTITIES } from '../app.module.js';
import { createApp } from '../create-app.js';
import { checkBackup, platformVersion, recordRun, restoreBackup, type Restored } from '../platform/backup/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import type { Environment } from './backup.js';
import { refusable, seconds, standingRing } from './backup-settings.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run restore -- FOLDER                恢复到 DATABASE_URL / DATA_DIR 所指的空数据库 into the empty database that these name
npm run restore -- FOLDER --keys FOLDER  连同密钥库的备份 with the backup of the key store
从不覆盖已有的数据。It never overwrites anything.`;

/** 0 where all of it is there and the audit is whole, 1 where it was refused or the audit is not, 2 for a wrong call. */
export function restore(
  args: readonly string[],
  terminal: Terminal,
  environment: Environment = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    terminal.complain(USAGE);
    return Promise.resolve(2);
  }
  const config = { ...readConfig(environment), workers: 0, logLevel: 'silent' as const };
  return refusable(terminal, () => run(asked, config, clock, terminal));
}

interface Asked {
  readonly folder: string;
  readonly keysFolder?: string | undefined;
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const options = { keys: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return undefined;
    return { folder: resolve(folder), keysFolder: values.keys === undefined ? undefined : resolve(values.keys) };
  } catch {
    return undefined;
  }
}

async function run({ folder, keysFolder }: Asked, config: Config, clock: Clock, terminal: Terminal): Promise<number> {
  const begun = performance.now();
  const startedAt = clock.nowIso();
  const ring = standingRing(config);
  const rows = { folder, manifest: await checkBackup(folder, 'ROWS', ring) };
  const keys = keysFolder ? { folder: keysFolder, manifest: await checkBackup(keysFolder, 'KEYS', ring) } : undefined;
  terminal.say(`备份完好，开始恢复 The backup is whole; restoring what stood at ${rows.manifest.takenAt} …`);
  const restored = await restoreBackup({ rows, keys, config, entities: ENTITIES, clock });
  // A start without listening: whoever was erased since is erased again. Killed here, the next start does the same.
  await (await createApp(config, clock)).close();
  await recordRun(config.databaseUrl, {
    kind: 'RESTORE',
    outcome: 'GOOD',
    startedAt,
    finishedAt: clock.nowIso(),
    rowCount: restored.rows,
    fileCount: rows.manifest.files.length,
    version: platformVersion(),
    problem: null,
  });
  return tell(restored, seconds(performance.now() - begun), terminal);
}

function tell({ rows, leftOut, migrated, sessionsEnded, chains }: Restored, time: string, terminal: Terminal): number {
  terminal.say(`已恢复 Restored: ${rows} 行 rows, 与备份逐表相同 each table's checksum equal · ${time}`);
  terminal.say(`数据库升级 migrations since: ${migrated} · 结束的登录 sessions ended: ${sessionsEnded}`);
  if (leftOut.length > 0) {
    terminal.say(`不是平台的表，没有恢复 not of the platform, left out: ${leftOut.join(', ')}`);
  }
  const broken = chains.filter(({ problems }) => problems.length > 0);
  for (const { agencyId, problems } of broken) {
    terminal.complain(
      `${agencyId} 的操作记录不完整 the audit is not whole: ${problems.map(({ code }) => code).join(', ')}`,
    );
  }
  if (broken.length > 0) terminal.complain('详情 Details: npm run audit:verify');
  else terminal.say(`操作记录完整 Audit whole: ${chains.length} 个机构 agencies`);
  return broken.length > 0 ? 1 : 0;
}

runCommand('restore', restore);
