// @ts-check
// The built server's own parts, for figures that look behind its addresses. Known only once it is built.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @param {string} root
 * @param {string} file path under server/dist
 * @returns {Promise<any>}
 */
export const built = (root, file) => import(pathToFileURL(join(root, 'server/dist', file)).href);

/**
 * Reads rows of either engine, beside the server and without its help.
 * @param {string} databaseUrl
 * @returns {Promise<{ rows: (sql: string, values?: (string | number)[]) => Promise<any[]>, close: () => Promise<void> }>}
 */
export async function openReader(databaseUrl) {
  if (databaseUrl.startsWith('sqlite:')) {
    const { default: Libsql } = await import('libsql');
    const file = new Libsql(databaseUrl.slice('sqlite:'.length));
    file.pragma('busy_timeout = 10000');
    file.pragma('query_only = ON');
    return { rows: async (sql, values = []) => file.prepare(sql).all(...values), close: async () => void file.close() };
  }
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({ uri: databaseUrl, supportBigNumbers: true });
  return {
    rows: async (sql, values = []) => /** @type {any[]} */ ((await connection.query(sql, values))[0]),
    close: () => connection.end(),
  };
}

/** @param {readonly number[]} values @param {number} share 0.5 for the median */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
