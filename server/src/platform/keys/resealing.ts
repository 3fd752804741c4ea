// Moves texts that the ring itself sealed (v1) to the data keys of those they are about (v2), while the server serves.
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Cipher } from '../crypto/index.js';
import type { Database, UnitOfWork } from '../database/index.js';
import type { PersonalData, SealedColumns } from './personal-data.js';

const BATCH = 200;

type Row = Readonly<Record<string, string | null>> & {
  readonly id: string;
  readonly subject: string;
  readonly scope: string;
};

export class Resealing {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cipher: Cipher,
    private readonly data: PersonalData,
  ) {}

  /** Reseals all that is left, a small unit of work at a time; returns how many texts were moved. */
  async run(goOn: () => boolean = () => true): Promise<number> {
    let moved = 0;
    for (const sealed of this.data.sealed) {
      for (const [column, place] of Object.entries(sealed.columns)) {
        for (let last = ''; goOn();) {
          const rows = await this.#batch(sealed, column, last);
          const end = rows.at(-1);
          if (!end) break;
          moved += await this.#reseal(sealed, column, place, rows);
          last = end.id;
        }
      }
    }
    return moved;
  }

  #batch({ table, subject, scope }: SealedColumns, column: string, after: string): Promise<Row[]> {
    const sql = `SELECT t.id AS id, t.${column} AS sealed, ${subject} AS subject, ${scope} AS scope FROM ${table} t
      WHERE t.id > ? AND t.${column} LIKE 'v1.%' ORDER BY t.id LIMIT ${BATCH}`;
    return this.database.manager.query(sql, [after]);
  }

  /** Compare and set: what somebody wrote meanwhile is newer, and sealed with the data key already. */
  async #reseal({ table }: SealedColumns, column: string, place: string, rows: readonly Row[]): Promise<number> {
    const scopes = new Set(rows.map((row) => row.scope));
    for (const scope of scopes) {
      const subjects = rows.filter((row) => row.scope === scope).map((row) => row.subject);
      await this.cipher.ensureKeys(scope, [...new Set(subjects)]);
    }
    const changes = rows.map((row) => {
      const sealed = row['sealed'] ?? '';
      const at = `${place}.${row.id}`;
      return [this.cipher.sealFor(row.subject, this.cipher.open(sealed, at), at), row.id, sealed] as const;
    });
    const actor = { kind: 'system' as const, agencyId: 'none' as AgencyId, name: 'keys:reseal' };
    await this.work.run(actor, async () => {
      const update = `UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} = ?`;
      for (const change of changes) await this.database.manager.query(update, [...change]);
    });
    return changes.length;
  }
}
