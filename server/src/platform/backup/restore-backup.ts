// Puts a backup back into an empty database, on either engine, and lets nobody in before all of it is there (ADR 0017).
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import {
  anchorSeal,
  AuditAnchor,
  AuditHead,
  AuditTrail,
  DatabaseChain,
  FileAnchor,
  verifyChain,
  type ChainVerdict,
} from '../audit-trail/index.js';
import { Ids, type Clock } from '../clock/index.js';
import type { Config } from '../config/index.js';
import type { Cipher } from '../crypto/index.js';
import { subjectOf } from '../crypto/index.js';
import { connect, Database, migrate, UnitOfWork, type EntityClass } from '../database/index.js';
import { MIGRATIONS } from '../database/migrations/index.js';
import { openCipher } from '../keys/key-providers.js';
import type { Cells } from './cells.js';
import { requireEmpty } from './empty-target.js';
import { filesOf, putBack } from './file-copies.js';
import type { Manifest, TableEntry } from './manifest.js';
import { BackupRefused } from './refused.js';
import { mergeLedger, requireEmptyKeyStore, requireKeysOf, restoreKeys } from './restore-keys.js';
import { openRowWriter, type RowWriter } from './row-writer.js';
import { openSnapshot, SQLITE } from './snapshot.js';
import { readTable, sumOf } from './table-file.js';

export interface Part {
  readonly folder: string;
  /** Checked whole before: nothing is written for a backup that is not good. */
  readonly manifest: Manifest;
}
export interface Restoring {
  readonly rows: Part;
  readonly keys?: Part | undefined;
  readonly config: Config;
  readonly entities: readonly EntityClass[];
  readonly clock: Clock;
}
export interface Restored {
  readonly rows: number;
  /** Tables of the backup that the platform never made, and that no version of it reads: not restored. */
  readonly leftOut: readonly string[];
  readonly migrated: number;
  readonly sessionsEnded: number;
  readonly chains: readonly ChainVerdict[];
}

/** Throws `BackupRefused` before it writes anything, wherever that can be known before. */
export async function restoreBackup(restoring: Restoring): Promise<Restored> {
  const { rows, keys, config, clock } = restoring;
  requireKnownMigrations(rows.manifest);
  await requireEmpty(config.databaseUrl);
  requireNoFiles(rows.manifest, config);
  if (keys) await requireEmptyKeyStore(keys.manifest, config.keyStoreUrl);
  const { databaseUrl } = config;
  if (databaseUrl.startsWith(SQLITE)) mkdirSync(dirname(databaseUrl.slice(SQLITE.length)), { recursive: true });
  const writer = await openRowWriter(databaseUrl);
  try {
    await writer.begin(clock.nowIso());
    const made = await makeSchema(databaseUrl, rows.manifest.migrations);
    const tables = rows.manifest.tables.filter(({ name }) => made.has(name));
    const leftOut = rows.manifest.tables.flatMap(({ name }) => (made.has(name) ? [] : [name]));
    const subjects = await fill(writer, rows.folder, tables);
    await compare(databaseUrl, tables);
    await putFilesBack(rows, config);
    if (keys) await restoreKeys(keys.folder, keys.manifest, config.keyStoreUrl);
    for (const part of keys ? [rows, keys] : [rows]) mergeLedger(part.folder, part.manifest, config.ledgerDir);
    const { store, cipher } = await openCipher(config, clock);
    try {
      await requireKeysOf(subjects, store);
      const outcome = await bringUp(restoring, cipher);
      // The very last step: from here on servers start.
      await writer.finish();
      return { ...outcome, leftOut, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
    } finally {
      await store.close();
    }
  } finally {
    await writer.close();
  }
}

function requireKnownMigrations({ migrations, version }: Manifest): void {
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new BackupRefused(
    `这份备份来自更新的版本 ${version}。This backup is from a newer version (${version}), whose ${unknown[0] ?? ''} is not known here: install that version first.`,
  );
}

function requireNoFiles({ files }: Manifest, { dataDir }: Config): void {
  const folder = resolve(dataDir, 'files');
  if (!files.some(({ path }) => path.startsWith('files/')) || filesOf(folder).length === 0) return;
  throw new BackupRefused(
    `${folder} 里已有文件，恢复从不覆盖。It holds files, and a restore never overwrites: name a new DATA_DIR.`,
  );
}

/** The schema as it was when the backup was taken: its rows fit that one. Returns the names of its tables. */
async function makeSchema(url: string, migrations: readonly string[]): Promise<ReadonlySet<string>> {
  const then = MIGRATIONS.filter((migration) => migrations.includes(migration.name));
  const { engine, dataSource } = await connect({ url, entities: [], migrations: then });
  try {
    await migrate(engine, dataSource);
  } finally {
    await dataSource.destroy();
  }
  const snapshot = await openSnapshot(url);
  try {
    return new Set((await snapshot.tables()).map(({ name }) => name));
  } finally {
    await snapshot.close();
  }
}

/** Fills every table, and returns whose data keys the texts need. */
async function fill(writer: RowWriter, folder: string, tables: readonly TableEntry[]): Promise<Set<string>> {
  const subjects = new Set<string>();
  for (const table of tables) {
    await writer.fill(table, noting(readTable(join(folder, table.path), table), subjects));
  }
  return subjects;
}

async function* noting(rows: AsyncIterable<Cells>, subjects: Set<string>): AsyncGenerator<Cells> {
  for await (const cells of rows) {
    for (const cell of cells) {
      const subject = typeof cell === 'string' ? subjectOf(cell) : undefined;
      if (subject !== undefined) subjects.add(subject);
    }
    yield cells;
  }
}

/** What stands in the database now, table by table, against what stood there then. */
async function compare(url: string, tables: readonly TableEntry[]): Promise<void> {
  const snapshot = await openSnapshot(url);
  try {
    for (const table of tables) {
      const { checksum } = await sumOf(snapshot.rows(table));
      if (checksum !== table.checksum) throw new Error(`table ${table.name} is not what it was: its checksum differs`);
    }
  } finally {
    await snapshot.close();
  }
}

async function putFilesBack({ folder, manifest }: Part, { dataDir, anchorDir }: Config): Promise<void> {
  const anchored = existsSync(anchorDir) ? readdirSync(anchorDir) : [];
  for (const entry of manifest.files) {
    const [under, ...rest] = entry.path.split('/');
    const name = rest.join('/');
    if (under === 'files') await putBack(folder, entry, join(resolve(dataDir, 'files'), name));
    // An anchor that stands here has gone on since, and knows more.
    const agency = name.split('.')[0] ?? '';
    const stands = anchored.some((file) => file.startsWith(`${agency}.`));
    if (under === 'anchor' && name.endsWith('.anchor.jsonl') && !stands)
      await putBack(folder, entry, join(anchorDir, name));
  }
}

/** To today's schema; nobody is signed in any more; each agency's audit says that it was restored. */
async function bringUp(
  { rows, config, entities, clock }: Restoring,
  cipher: Cipher,
): Promise<Omit<Restored, 'rows' | 'leftOut'>> {
  const { databaseUrl: url } = config;
  const database = await Database.open({ url, entities, migrations: MIGRATIONS, underRestore: true });
  try {
    const work = new UnitOfWork(database);
    const seal = anchorSeal(cipher);
    const target = new FileAnchor(config.anchorDir, seal);
    const problems: string[] = [];
    const anchor = new AuditAnchor(database, clock, target, ({ event }) => problems.push(event));
    await anchor.restored();
    const trail = new AuditTrail(database, clock, new Ids(), anchor);
    const sessionsEnded = await endSessions(database, work, clock);
    const agencies = (await database.repository(AuditHead).find()).map(({ agencyId }) => agencyId);
    const facts = { takenAt: rows.manifest.takenAt, version: rows.manifest.version };
    for (const agencyId of agencies) {
      await work.run(system(agencyId), () => {
        trail.record({ action: 'backup.restored', subjectType: 'Agency', subjectId: agencyId, facts });
        return Promise.resolve();
      });
    }
    await anchor.flush();
    if (problems.length > 0) throw new Error(`the restore could not be anchored: ${problems.join(', ')}`);
    const sources = { chain: new DatabaseChain(database), anchor: target, seal, now: clock.nowIso() };
    const chains: ChainVerdict[] = [];
    for (const agencyId of agencies) chains.push(await verifyChain(agencyId, sources));
    return { migrated: MIGRATIONS.length - rows.manifest.migrations.length, sessionsEnded, chains };
  } finally {
    await database.close();
  }
}

const system = (agencyId: string) => ({ kind: 'system' as const, agencyId: agencyId as AgencyId, name: 'restore' });

async function endSessions(database: Database, work: UnitOfWork, clock: Clock): Promise<number> {
  const open = 'SELECT COUNT(*) AS amount FROM session WHERE endedAt IS NULL';
  const [row] = await database.read<{ amount: number | string }>(open, []);
  await work.run(system('none'), () =>
    database.manager.query('UPDATE session SET endedAt = ? WHERE endedAt IS NULL', [clock.nowIso()]),
  );
  return Number(row?.amount ?? 0);
}
