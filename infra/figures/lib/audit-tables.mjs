// @ts-check
// The audit's tables as somebody sees them who has the database in their hands: any statement, on either engine.

/** @typedef {import('./forge-audit.mjs').Row} Row @typedef {import('./forge-audit.mjs').Chain} Chain */

const COLUMNS =
  'id, agencyId, sequence, at, actorKind, actorId, action, subjectType, subjectId, facts, previousHash, hash';
/** Values of one statement; below the limits of both engines. */
const ROWS_AT_ONCE = 50;

/** @param {string} databaseUrl */
export async function openAuditTables(databaseUrl) {
  const { query, close } = await connection(databaseUrl);

  /** @param {string} agencyId @returns {Promise<Chain>} */
  const read = async (agencyId) => {
    const rows = await query(`SELECT ${COLUMNS} FROM audit_event WHERE agencyId = ? ORDER BY sequence`, [agencyId]);
    const [head] = await query('SELECT sequence, hash FROM audit_head WHERE agencyId = ?', [agencyId]);
    return { rows, head };
  };

  /** Makes one chain of another, touching only the rows that differ. @param {string} agencyId @param {Chain} from @param {Chain} to */
  const become = async (agencyId, from, to) => {
    const before = new Set(from.rows);
    const after = new Set(to.rows);
    const gone = from.rows.filter((row) => !after.has(row)).map(({ id }) => id);
    for (const ids of inParts(gone)) {
      await query(`DELETE FROM audit_event WHERE id IN (${ids.map(() => '?').join(', ')})`, ids);
    }
    for (const rows of inParts(to.rows.filter((row) => !before.has(row)))) {
      const places = rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
      await query(`INSERT INTO audit_event (${COLUMNS}) VALUES ${places}`, rows.flatMap(valuesOf));
    }
    const { sequence, hash } = to.head;
    await query('UPDATE audit_head SET sequence = ?, hash = ? WHERE agencyId = ?', [sequence, hash, agencyId]);
  };

  /** What the verification reads, through this connection and so inside its open transaction. */
  const source = {
    head: async (/** @type {string} */ agencyId) =>
      (await query('SELECT sequence, hash FROM audit_head WHERE agencyId = ?', [agencyId]))[0],
    after: (/** @type {string} */ agencyId, /** @type {number} */ sequence, /** @type {number} */ limit) =>
      query(`SELECT ${COLUMNS} FROM audit_event WHERE agencyId = ? AND sequence > ? ORDER BY sequence LIMIT ${limit}`, [
        agencyId,
        sequence,
      ]),
    hashAt: async (/** @type {string} */ agencyId, /** @type {number} */ sequence) =>
      (await query('SELECT hash FROM audit_event WHERE agencyId = ? AND sequence = ?', [agencyId, sequence]))[0]?.hash,
  };

  return { read, become, source, begin: () => query('BEGIN'), rollBack: () => query('ROLLBACK'), query, close };
}

/** @param {Row} row */
const valuesOf = (row) => [
  row.id,
  row.agencyId,
  row.sequence,
  row.at,
  row.actorKind,
  row.actorId,
  row.action,
  row.subjectType,
  row.subjectId,
  row.facts,
  row.previousHash,
  row.hash,
];

/** @template T @param {readonly T[]} all @returns {T[][]} */
const inParts = (all) =>
  Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, part) =>
    all.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  );

/**
 * @param {string} databaseUrl
 * @returns {Promise<{ query: (sql: string, values?: (string | number | null)[]) => Promise<any[]>, close: () => Promise<void> }>}
 */
async function connection(databaseUrl) {
  if (databaseUrl.startsWith('sqlite:')) {
    const { default: Libsql } = await import('libsql');
    const file = new Libsql(databaseUrl.slice('sqlite:'.length));
    file.pragma('busy_timeout = 10000');
    const query = async (/** @type {string} */ sql, /** @type {(string | number | null)[]} */ values = []) => {
      const statement = file.prepare(sql);
      if (statement.reader) return statement.all(...values);
      statement.run(...values);
      return [];
    };
    return { query, close: async () => void file.close() };
  }
  const { createConnection } = await import('mysql2/promise');
  const server = await createConnection({ uri: databaseUrl, supportBigNumbers: true });
  return {
    query: async (sql, values = []) => {
      const [rows] = await server.query(sql, values);
      return Array.isArray(rows) ? rows : [];
    },
    close: () => server.end(),
  };
}
