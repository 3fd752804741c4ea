// `npm run backup -- FOLDER`: database and files of one moment while the server serves, without any key.
import 'reflect-metadata';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  BackupRefused,
  checkBackup,
  kindOf,
  platformVersion,
  recordRun,
  takeBackup,
  type BackupKind,
  type Contents,
  type Manifest,
  type Places,
} from '../platform/backup/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { refusable, seconds, standingRing } from './backup-settings.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run backup -- FOLDER            备份数据和文件到一个空文件夹 into an empty folder
npm run backup -- FOLDER --keep N   在其中建一个按时间命名的文件夹，只留最近 N 份 into a folder of its own in there; the newest N stay
npm run backup -- --verify FOLDER   读回一份备份并核对 reads a backup back and checks it
密钥不在其中：另用 npm run keys:backup -- 别处。The keys are not in it: npm run keys:backup -- ANOTHER PLACE.`;

/** How a backup is asked for: of the rows here, of the keys in `keys-backup.ts`. */
export interface BackupCommand {
  readonly kind: Contents['kind'];
  readonly usage: string;
  readonly afterwards: string;
  readonly placesOf: (config: Config) => Places;
}

const ROWS: BackupCommand = {
  kind: 'ROWS',
  usage: USAGE,
  afterwards:
    '密钥不在其中；没有密钥，这份备份什么也读不出。The keys are not in it, on purpose: npm run keys:backup -- ANOTHER PLACE.',
  placesOf: ({ databaseUrl, dataDir, anchorDir, ledgerDir }) => ({
    databaseUrl,
    folders: { files: resolve(dataDir, 'files'), anchor: anchorDir, ledger: ledgerDir },
  }),
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** 0 where a whole backup stands, 1 where it was refused or is not whole, 2 where the command was not understood. */
export const backup = (
  args: readonly string[],
  terminal: Terminal,
  environment: Environment = process.env,
  clock: Clock = new SystemClock(),
): Promise<number> => runBackup(ROWS, args, terminal, environment, clock);

export function runBackup(
  command: BackupCommand,
  args: readonly string[],
  terminal: Terminal,
  environment: Environment,
  clock: Clock,
): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    terminal.complain(command.usage);
    return Promise.resolve(2);
  }
  const config = readConfig(environment);
  return refusable(terminal, () =>
    asked.verify ? verify(command, asked.folder, config, terminal) : take(command, asked, config, clock, terminal),
  );
}

interface Asked {
  readonly folder: string;
  readonly verify: boolean;
  readonly keep?: number | undefined;
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const options = { verify: { type: 'boolean' }, keep: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder] = positionals;
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    const isWrong = keep !== undefined && !(Number.isInteger(keep) && keep > 0);
    if (folder === undefined || positionals.length > 1 || isWrong) return undefined;
    return { folder: resolve(folder), verify: values.verify ?? false, keep };
  } catch {
    return undefined;
  }
}

async function verify({ kind }: BackupCommand, folder: string, config: Config, terminal: Terminal): Promise<number> {
  const manifest = await checkBackup(folder, kind, standingRing(config));
  terminal.say(`完好 Whole: ${folder} · ${words(manifest)}`);
  return 0;
}

async function take(
  { kind, afterwards, placesOf }: BackupCommand,
  { folder, keep }: Asked,
  config: Config,
  clock: Clock,
  terminal: Terminal,
): Promise<number> {
  const begun = performance.now();
  const startedAt = clock.nowIso();
  const version = platformVersion();
  const target = keep === undefined ? folder : join(folder, stampOf(startedAt));
  const note = (outcome: 'GOOD' | 'FAILED', manifest?: Manifest, problem: string | null = null) =>
    recordRun(config.databaseUrl, {
      kind: kind satisfies BackupKind,
      outcome,
      startedAt,
      finishedAt: clock.nowIso(),
      rowCount: manifest ? rowsOf(manifest) : 0,
      fileCount: manifest?.files.length ?? 0,
      version,
      problem,
    });
  let manifest: Manifest;
  try {
    const ring = standingRing(config);
    manifest = await takeBackup(placesOf(config), { kind, target, ring, version, now: () => clock.nowIso() });
    // What a disk did not keep is better known now than on the day it is needed.
    await checkBackup(target, kind, ring);
  } catch (error) {
    await note('FAILED', undefined, error instanceof BackupRefused ? 'REFUSED' : 'BROKEN_OFF').catch(() => false);
    throw error;
  }
  await note('GOOD', manifest);
  terminal.say(`已备份并读回核对 Backed up and read back: ${target}`);
  terminal.say(`${words(manifest)} · ${seconds(performance.now() - begun)}`);
  if (keep !== undefined) forgetOld(folder, kind, keep, terminal);
  terminal.say(afterwards);
  return 0;
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;
export const stampOf = (iso: string): string => iso.replaceAll(/[:.]/g, '-');

/** Removes finished backups of this kind beyond the newest N, and nothing that we did not name ourselves. */
function forgetOld(folder: string, kind: Contents['kind'], keep: number, terminal: Terminal): void {
  const own = readdirSync(folder).filter((name) => STAMP.test(name) && kindOf(join(folder, name)) === kind);
  for (const name of own.sort().reverse().slice(keep)) {
    rmSync(join(folder, name), { recursive: true });
    terminal.say(`已删除旧备份 Removed: ${name}`);
  }
}

const rowsOf = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);

export const words = (manifest: Manifest): string =>
  `${manifest.takenAt} · ${manifest.tables.length} 张表 tables, ${rowsOf(manifest)} 行 rows, ${manifest.files.length} 个文件 files`;

runCommand('backup', backup);
