// What an operator looks at beside the backups: keys, schema, anchor, jobs.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditHead, type AuditAnchor } from '../audit-trail/index.js';
import type { Clock } from '../clock/index.js';
import { KeyExport } from '../custody/key-export.entity.js';
import type { Database } from '../database/index.js';
import type { KeysStanding, KeyStanding } from '../keys/index.js';
import { compareMigrations } from './migration-state.js';
import { MIGRATION_TABLE } from './snapshot.js';
import { platformVersion } from './version.js';

export interface UpkeepState {
  readonly version: string;
  readonly schema: { readonly applied: number; readonly pending: number; readonly unknown: number };
  readonly keys: KeysStanding;
  /** The last time that the ring was put on paper; whether it has keys since that are not on it. */
  readonly keyExport: (KeyExport & { readonly outdated: boolean }) | null;
  readonly anchor: AnchorState;
  readonly jobs: JobsState;
}
export interface AnchorState {
  readonly anchoredAt: string | null;
  /** Rows of the agency's audit that are not anchored outside yet. */
  readonly behind: number;
  /** Whether the anchor knows of rows that the database has lost, or of others. */
  readonly mismatch: boolean;
}
export interface JobsState {
  /** Due, and waiting for a worker. */
  readonly due: number;
  readonly running: number;
  /** For later: reminders, deletions. */
  readonly later: number;
  readonly oldestDueAt: string | null;
}

export class UpkeepStates {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyStanding,
    private readonly anchor: AuditAnchor,
    private readonly clock: Clock,
  ) {}

  async of(agencyId: AgencyId): Promise<UpkeepState> {
    const keys = await this.keys.now();
    return {
      version: platformVersion(),
      schema: await this.#schema(),
      keys,
      keyExport: await this.#keyExport(keys),
      anchor: await this.#anchor(agencyId),
      jobs: await this.#jobs(agencyId),
    };
  }

  async #schema() {
    const rows = await this.database.read<{ name: string }>(
      `SELECT name FROM ${MIGRATION_TABLE} ORDER BY timestamp`,
      [],
    );
    const { applied, pending, unknown } = compareMigrations(rows.map(({ name }) => name));
    return { applied: applied.length, pending: pending.length, unknown: unknown.length };
  }

  async #keyExport({ ring }: KeysStanding): Promise<UpkeepState['keyExport']> {
    const [last] = await this.database
      .repository(KeyExport)
      .find({ order: { exportedAt: 'DESC', id: 'DESC' }, take: 1 });
    return last ? { ...last, outdated: ring.some(({ name }) => !last.ringKeys.includes(name)) } : null;
  }

  async #anchor(agencyId: AgencyId): Promise<AnchorState> {
    const head = await this.database.repository(AuditHead).findOneBy({ agencyId });
    const last = await this.anchor.target.last(agencyId);
    const [rows, anchored] = [head?.sequence ?? 0, last?.sequence ?? 0];
    return {
      anchoredAt: last?.at ?? null,
      behind: Math.max(0, rows - anchored),
      mismatch: last?.kind === 'mismatch' || anchored > rows,
    };
  }

  async #jobs(agencyId: AgencyId): Promise<JobsState> {
    const now = this.clock.nowIso();
    const [row] = await this.database.read<Record<'due' | 'running' | 'later' | 'oldest', string | number | null>>(
      `SELECT SUM(CASE WHEN state = 'READY' AND runAt <= ? THEN 1 ELSE 0 END) AS due,
        SUM(CASE WHEN state = 'CLAIMED' THEN 1 ELSE 0 END) AS running,
        SUM(CASE WHEN state = 'READY' AND runAt > ? THEN 1 ELSE 0 END) AS later,
        MIN(CASE WHEN state = 'READY' AND runAt <= ? THEN runAt END) AS oldest
        FROM job WHERE state IN ('READY', 'CLAIMED') AND agencyId = ?`,
      [now, now, now, agencyId],
    );
    const amount = (value: string | number | null | undefined) => Number(value ?? 0);
    return {
      due: amount(row?.due),
      running: amount(row?.running),
      later: amount(row?.later),
      oldestDueAt: row?.oldest ? String(row.oldest) : null,
    };
  }
}
