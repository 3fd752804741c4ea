// `npm run upgrade`: looks, backs up, brings the database to this version, compares, starts once, and says what was done.
import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../create-app.js';
import {
  compareWithBackup,
  lookBeforeUpgrade,
  migrateLogged,
  platformVersion,
  readManifest,
  type Check,
  type Compared,
  type Manifest,
} from '../platform/backup/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { auditVerify } from './audit-verify.js';
import { backup, stampOf, type Environment } from './backup.js';
import { refusable, seconds, standingRing } from './backup-settings.js';
import { noteInAudits } from './operator-database.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';
import { wayBack } from './way-back.js';

const USAGE = `npm run upgrade -- BACKUPS            检查、备份、升级数据库、核对 checks, backs up into BACKUPS, migrates, compares
npm run upgrade -- BACKUPS --dry-run  只检查，什么也不改 only checks; changes nothing
先停下服务；程序换成新版以后运行。Stop the server first; run it once the program is the new version.`;

const MARKS = { GOOD: '✓', BAD: '✗', ADVICE: '!' } as const;

/** 0 where the database is of this version and whole, 1 where nothing was done or something failed, 2 for a wrong call. */
export function upgrade(
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
  return refusable(terminal, () => run({ ...asked, config, environment, clock, terminal }));
}

interface Upgrading {
  readonly backups: string;
  readonly dryRun: boolean;
  readonly config: Config;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

function readArguments(args: readonly string[]): Pick<Upgrading, 'backups' | 'dryRun'> | undefined {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) return undefined;
    return { backups: resolve(folder), dryRun: values['dry-run'] ?? false };
  } catch {
    return undefined;
  }
}

async function run(upgrading: Upgrading): Promise<number> {
  const { backups, dryRun, config, environment, clock, terminal } = upgrading;
  const begun = performance.now();
  const ring = standingRing(config);
  terminal.say('一、检查 1. Checks');
  const { checks, state } = await lookBeforeUpgrade({ config, ring, backups, clock });
  for (const { mark, words } of checks) terminal.say(`  ${MARKS[mark]} ${words}`);
  if (!state || isStopped(checks)) {
    terminal.complain('没有升级，什么也没有改。Not upgraded; nothing was changed.');
    return 1;
  }
  if (state.pending.length === 0) {
    terminal.say('没有要升级的。There is nothing to upgrade.');
    return 0;
  }
  if (dryRun) {
    terminal.say('只检查，没有改动。This was a dry run; nothing was changed.');
    return 0;
  }
  terminal.say('二、备份 2. Backup');
  const folder = join(backups, stampOf(clock.nowIso()));
  const taken = await backup([folder], terminal, environment, clock);
  if (taken !== 0) {
    terminal.complain('备份没有做成，所以没有升级。The backup failed, so nothing was upgraded.');
    return taken;
  }
  const manifest = readManifest(folder, 'ROWS', ring);
  try {
    await migrateAndVerify(upgrading, manifest, state.pending);
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    terminal.complain(`升级没有成功 The upgrade failed: ${message}`);
    for (const line of wayBack(config, folder)) terminal.complain(line);
    return 1;
  }
  terminal.say(`升级完成 Upgraded to ${platformVersion()}: ${seconds(performance.now() - begun)} · npm start`);
  terminal.say(`退路 The way back, should it be needed: ${folder}`);
  return 0;
}

const isStopped = (checks: readonly Check[]): boolean => checks.some(({ mark }) => mark === 'BAD');

/** What a failed verification says of itself; the way back follows it. */
class NotWhole extends Error {}

async function migrateAndVerify(
  { config, environment, clock, terminal }: Upgrading,
  manifest: Manifest,
  pending: readonly string[],
): Promise<void> {
  terminal.say('三、升级数据库 3. Migrations');
  const written = await migrateLogged(config.databaseUrl);
  for (const name of pending) terminal.say(`  ✓ ${name}`);
  terminal.say('四、核对 4. Verification');
  const compared = await compareWithBackup(config.databaseUrl, manifest, written);
  tellTables(compared, terminal);
  if (compared.damaged.length > 0) {
    throw new NotWhole(
      `这些表不该变却变了 These tables differ, though no migration wrote to them: ${compared.damaged.join(', ')}`,
    );
  }
  // A start without listening finds what a start would find, and takes nothing from anybody.
  await (await createApp(config, clock)).close();
  terminal.say('  ✓ 能启动 It starts');
  if ((await auditVerify([], terminal, environment, clock)) !== 0) {
    throw new NotWhole('操作记录不完整 The audit is not whole (see above)');
  }
  const facts = { version: platformVersion(), migrations: pending.length };
  await noteInAudits(config, clock, { action: 'platform.upgraded', facts });
}

function tellTables({ same, changed }: Compared, terminal: Terminal): void {
  terminal.say(`  ✓ ${same} 张表与备份逐行相同 tables are row for row what the backup holds`);
  if (changed.length > 0) {
    terminal.say(`  ✓ 升级步骤有意改动的 changed by the migrations on purpose: ${changed.join(', ')}`);
  }
}

runCommand('upgrade', upgrade);
