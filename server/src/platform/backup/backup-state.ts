// How old the last good backup is: for the page of operations and for the notice to directors.
import type { Clock } from '../clock/index.js';
import type { Database } from '../database/index.js';
import { BackupRun, type BackupKind } from './backup-run.entity.js';

export interface BackupState {
  /** The last good ones; null where there never was one. */
  readonly rows: BackupRun | null;
  readonly keys: BackupRun | null;
  /** The last restore into an empty database. */
  readonly restored: BackupRun | null;
  /** The last drill, however it went. */
  readonly drill: BackupRun | null;
  /** When a backup failed after the last good one of its kind. */
  readonly failedAt: string | null;
  /** Whether rows or keys have no good backup of the last `days` days. */
  readonly overdue: boolean;
}

const DAY_MS = 86_400_000;

export class BackupStates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** So old may the last good backup be. */
    readonly days: number,
  ) {}

  async now(): Promise<BackupState> {
    const [rows, keys, restored, drill] = await Promise.all([
      this.#newest('ROWS'),
      this.#newest('KEYS'),
      this.#newest('RESTORE'),
      this.#first({ kind: 'DRILL' }),
    ]);
    const failures = [await this.#failedAfter('ROWS', rows), await this.#failedAfter('KEYS', keys)];
    const since = new Date(this.clock.now().getTime() - this.days * DAY_MS).toISOString();
    return {
      rows,
      keys,
      restored,
      drill,
      failedAt: failures.reduce((a, b) => ((a ?? '') >= (b ?? '') ? a : b)),
      overdue: [rows, keys].some((last) => (last?.finishedAt ?? '') < since),
    };
  }

  #newest(kind: BackupKind): Promise<BackupRun | null> {
    const where = { kind, outcome: 'GOOD' as const };
    return this.#first(where);
  }

  async #failedAfter(kind: BackupKind, good: BackupRun | null): Promise<string | null> {
    const failed = await this.#first({ kind, outcome: 'FAILED' as const });
    return failed && failed.finishedAt > (good?.finishedAt ?? '') ? failed.finishedAt : null;
  }

  async #first(where: Partial<Pick<BackupRun, 'kind' | 'outcome'>>): Promise<BackupRun | null> {
    const [run] = await this.database
      .repository(BackupRun)
      .find({ where, order: { finishedAt: 'DESC', id: 'DESC' }, take: 1 });
    return run ?? null;
  }
}
