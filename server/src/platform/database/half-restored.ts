import type { DataSource } from 'typeorm';
import { StartRefused } from '../config/index.js';
import type { Engine } from './engine.js';

/** Stands in a database only while `npm run restore` fills it (ADR 0017). */
export const RESTORE_MARKER = 'restore_under_way';

/** A restore was killed, or is still at work. */
export class HalfRestored extends StartRefused {
  constructor() {
    super(`数据库正在恢复，或上次恢复没有做完，所以不能启动。请新建一个空的数据库，再运行一次 npm run restore。
This database is half restored: a restore is at work, or was interrupted. Nothing starts on it.
Make a new, empty database and run npm run restore again (docs/operations.md).`);
  }
}

export async function refuseHalfRestored(engine: Engine, dataSource: DataSource): Promise<void> {
  const sql =
    engine.kind === 'sqlite'
      ? `SELECT 1 FROM sqlite_master WHERE name = '${RESTORE_MARKER}'`
      : `SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '${RESTORE_MARKER}'`;
  const found = await dataSource.query<unknown[]>(sql);
  if (found.length === 0) return;
  await dataSource.destroy();
  throw new HalfRestored();
}
