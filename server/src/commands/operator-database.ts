// The open database for what an operator's command writes down: in the audit of each agency, and in rows of its own.
import type { AgencyId } from '@tongxing/shared/kernel';
import { ENTITIES } from '../app.module.js';
import { anchorSeal, AuditAnchor, AuditTrail, FileAnchor } from '../platform/audit-trail/index.js';
import { BackupRefused, migrationState } from '../platform/backup/index.js';
import { Ids, type Clock } from '../platform/clock/index.js';
import type { Config } from '../platform/config/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import { openCipher } from '../platform/keys/key-providers.js';

export interface Noting {
  readonly action: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** What is written beside the audit, in a unit of work. */
  readonly write?: (database: Database) => Promise<void>;
}

/** Throws `BackupRefused` unless a database stands there that needs no migration: a command makes none on the side. */
export async function requireCurrentDatabase({ databaseUrl }: Config): Promise<void> {
  const state = await migrationState(databaseUrl);
  if (!state) throw new BackupRefused('这里还没有数据库。There is no database yet: npm start makes it.');
  if (state.pending.length > 0) {
    throw new BackupRefused(
      '数据库比程序旧，请先升级。The database is older than this version: npm run upgrade first.',
    );
  }
  if (state.unknown.length > 0) {
    throw new BackupRefused('数据库比程序新，请更新程序。The database is newer than this version: update the program.');
  }
}

/** One row in each agency's audit, anchored; `write` commits first. Says nothing of where or who: the machine did it. */
export async function noteInAudits(config: Config, clock: Clock, { action, facts, write }: Noting): Promise<void> {
  const database = await Database.open({ url: config.databaseUrl, entities: ENTITIES, migrations: MIGRATIONS });
  try {
    const { store, cipher } = await openCipher(config, clock);
    await store.close();
    const problems: string[] = [];
    const target = new FileAnchor(config.anchorDir, anchorSeal(cipher));
    const anchor = new AuditAnchor(database, clock, target, ({ event }) => problems.push(event));
    const trail = new AuditTrail(database, clock, new Ids(), anchor);
    const work = new UnitOfWork(database);
    if (write) await work.run(operator('none'), () => write(database));
    for (const { id } of await agenciesOf(database)) {
      await work.run(operator(id), () => {
        trail.record({ action, subjectType: 'Agency', subjectId: id, facts });
        return Promise.resolve();
      });
    }
    await anchor.flush();
    // The next start anchors what could not be anchored now.
    if (problems.length > 0) throw new Error(`the audit could not be anchored: ${problems.join(', ')}`);
  } finally {
    await database.close();
  }
}

export const agenciesOf = (database: Database) =>
  database.read<{ id: string; name: string; timeZone: string }>(
    'SELECT id, name, timeZone FROM agency ORDER BY createdAt',
    [],
  );

const operator = (agencyId: string) => ({ kind: 'system' as const, agencyId: agencyId as AgencyId, name: 'operator' });
