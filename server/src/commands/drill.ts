// `npm run drill`: brings the newest backup back into a scratch database, looks whether all of it lives, and drops it.
import 'reflect-metadata';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { In, IsNull } from 'typeorm';
import { ENTITIES } from '../app.module.js';
import { createApp } from '../create-app.js';
import { Person } from '../people/index.js';
import {
  BackupRefused,
  checkBackup,
  LEDGER_FILE,
  makeScratch,
  newestBackup,
  platformVersion,
  recordRun,
  restoreBackup,
  type Manifest,
  type Restored,
  type Scratch,
} from '../platform/backup/index.js';
import { SystemClock, type Clock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { Cipher, UnsealError } from '../platform/crypto/index.js';
import { ringText } from '../platform/custody/index.js';
import { Database } from '../platform/database/index.js';
import { KeyStore, TombstoneLedger } from '../platform/keys/index.js';
import type { Environment } from './backup.js';
import { refusable, seconds, standingRing } from './backup-settings.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run drill -- BACKUPS --keys KEY-BACKUPS
取两处最新的备份，恢复到一个临时的库，逐表核对、打开名字、确认删除过的人仍读不出、检查操作记录，然后删掉临时库。
Takes the newest of each, restores them into a scratch database, compares every table, opens names, looks that the
erased stay mute, verifies the audit, and drops the scratch. Nothing in use is touched; the result is on the page.
  --sqlite   临时库用文件，不在数据库服务器上建库 the scratch is a file, also where a database server is in use`;

interface Asked {
  readonly rows: string;
  readonly keys: string;
  readonly onFile: boolean;
}
/** What was looked at in the restored platform. */
interface Seen {
  readonly names: number;
  readonly erased: number;
  /** Code of what is not as it should be. */
  readonly problem?: string | undefined;
}

const NAMES = 1_000;

/** 0 where all of it lives, 1 where it was refused or does not, 2 where the command was not understood. */
export function drill(
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
  const config = readConfig(environment);
  return refusable(terminal, () => noted(config, clock, () => run(asked, config, clock, terminal)));
}

function readArguments(args: readonly string[]): Asked | undefined {
  try {
    const options = { keys: { type: 'string' }, sqlite: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [rows] = positionals;
    if (rows === undefined || positionals.length > 1 || values.keys === undefined) return undefined;
    return { rows: resolve(rows), keys: resolve(values.keys), onFile: values.sqlite ?? false };
  } catch {
    return undefined;
  }
}

interface Outcome {
  readonly manifest: Manifest;
  readonly problem?: string | undefined;
}

/** Writes down how it went, whatever happened: a drill that failed is what the page has to show. */
async function noted(config: Config, clock: Clock, work: () => Promise<Outcome>): Promise<number> {
  const startedAt = clock.nowIso();
  const note = (problem: string | null, manifest?: Manifest) =>
    recordRun(config.databaseUrl, {
      kind: 'DRILL',
      outcome: problem === null ? 'GOOD' : 'FAILED',
      startedAt,
      finishedAt: clock.nowIso(),
      rowCount: manifest?.tables.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
      fileCount: manifest?.files.length ?? 0,
      version: platformVersion(),
      problem,
    });
  let outcome: Outcome;
  try {
    outcome = await work();
  } catch (error) {
    await note(error instanceof BackupRefused ? 'REFUSED' : 'BROKEN_OFF').catch(() => false);
    throw error;
  }
  await note(outcome.problem ?? null, outcome.manifest);
  return outcome.problem === undefined ? 0 : 1;
}

async function run(asked: Asked, config: Config, clock: Clock, terminal: Terminal): Promise<Outcome> {
  const begun = performance.now();
  const ring = standingRing(config);
  const [rowsAt, keysAt] = [newestBackup(asked.rows, 'ROWS'), newestBackup(asked.keys, 'KEYS')];
  const rows = { folder: rowsAt, manifest: await checkBackup(rowsAt, 'ROWS', ring) };
  const keys = { folder: keysAt, manifest: await checkBackup(keysAt, 'KEYS', ring) };
  terminal.say(`演练 Drill: ${rowsAt} (${rows.manifest.takenAt}) + ${keysAt} (${keys.manifest.takenAt})`);
  const scratch = await makeScratch(config, clock.now(), asked.onFile);
  try {
    const there = configOf(scratch, config, ringText(ring));
    bringLedger(config, there);
    const restored = await restoreBackup({ rows, keys, config: there, entities: ENTITIES, clock });
    const seen = await lookAround(there, clock, restored);
    tell(restored, seen, seconds(performance.now() - begun), terminal);
    return { manifest: rows.manifest, problem: seen.problem };
  } finally {
    await scratch.drop();
  }
}

/** The platform as it would be there: with this ring, and with nothing that reaches out of the scratch. */
const configOf = ({ databaseUrl, dataDir }: Scratch, config: Config, appKeys: string): Config => ({
  ...config,
  appKeys,
  databaseUrl,
  dataDir,
  keyStoreUrl: `sqlite:${join(dataDir, 'keys.db')}`,
  ledgerDir: join(dataDir, 'ledger'),
  anchorDir: join(dataDir, 'anchor'),
  workers: 0,
  demo: false,
  smtpUrl: undefined,
  sms: undefined,
  logLevel: 'silent',
});

/** The newest ledger there is, as an operator puts it in place. */
function bringLedger(from: Config, to: Config): void {
  const file = join(from.ledgerDir, LEDGER_FILE);
  if (!existsSync(file)) return;
  mkdirSync(to.ledgerDir, { recursive: true, mode: 0o700 });
  copyFileSync(file, join(to.ledgerDir, LEDGER_FILE));
}

/** Starts without listening, as after every restore: whoever was erased since is erased again. Then looks. */
async function lookAround(config: Config, clock: Clock, { chains }: Restored): Promise<Seen> {
  const app = await createApp(config, clock);
  try {
    const people = app.get(Database).repository(Person);
    const { tombstones } = app.get(TombstoneLedger).read();
    const subjects = tombstones.map(({ subject }) => subject);
    const stored = await app.get(KeyStore).get(subjects);
    const readable = stored.some(({ wrapped }) => wrapped !== null);
    const standing = subjects.length > 0 ? await people.countBy({ id: In(subjects), erasedAt: IsNull() }) : 0;
    const newest = await people.find({ where: { erasedAt: IsNull() }, order: { id: 'DESC' }, take: NAMES });
    const names = await opened(app.get(Cipher), newest);
    const problem = chains.some(({ problems }) => problems.length > 0)
      ? 'AUDIT_NOT_WHOLE'
      : readable || standing > 0
        ? 'ERASED_READABLE'
        : names < newest.length
          ? 'NAMES_CLOSED'
          : undefined;
    return { names, erased: subjects.length, problem };
  } finally {
    await app.close();
  }
}

/** How many names open. They are counted and forgotten. */
async function opened(cipher: Cipher, people: readonly Person[]): Promise<number> {
  await cipher.loadKeys(people.map(({ nameSealed }) => nameSealed));
  return people.filter(({ id, nameSealed }) => {
    try {
      return cipher.open(nameSealed, `person.name.${id}`) !== '';
    } catch (error) {
      if (error instanceof UnsealError) return false;
      throw error;
    }
  }).length;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  AUDIT_NOT_WHOLE: '操作记录不完整 the audit is not whole (npm run audit:verify)',
  ERASED_READABLE: '有已经删除的人又能读出来 somebody who was erased can be read again',
  NAMES_CLOSED: '有名字打不开 some names do not open',
};

function tell({ rows, chains }: Restored, { names, erased, problem }: Seen, time: string, terminal: Terminal): void {
  terminal.say(`${rows} 行 rows, 逐表相同 each table's checksum equal · 打开了 ${names} 个名字 names opened`);
  terminal.say(`删除过的 ${erased} 个仍读不出 erased and mute: ${erased} · 操作记录 audits verified: ${chains.length}`);
  if (problem === undefined) terminal.say(`演练成功，临时库已删除 The drill went well; the scratch is gone · ${time}`);
  else terminal.complain(`演练没有成功 The drill failed: ${PROBLEMS[problem] ?? problem} · ${time}`);
}

runCommand('drill', drill);
