// @ts-check
// Everything that a thief of disks or dumps would hold: files of the data folder, the database's own files, and a dump.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../../lib/programs.mjs';

const run = promisify(execFile);
const LARGEST = 512 * 1024 * 1024;

/** @typedef {{ name: string, bytes: Buffer }} Stolen */

/** @param {string} folder @returns {Stolen[]} */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size < LARGEST)
    .map((file) => ({ name: file.slice(folder.length + 1), bytes: readFileSync(file) }));
}

/** The files of a MariaDB that is ours: tables, logs for redo and undo. @param {number | undefined} pid @returns {Stolen[]} */
export function databaseFiles(pid) {
  if (pid === undefined) return [];
  return filesUnder(readlinkSync(`/proc/${pid}/cwd`)).map(({ name, bytes }) => ({ name: `datadir/${name}`, bytes }));
}

/** A dump as the operator's backup makes it. @param {string} databaseUrl @returns {Promise<string>} */
export async function dump(databaseUrl) {
  const program = findProgram(['mariadb-dump', 'mysqldump'], ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']);
  if (!program) throw new Error('No mariadb-dump here.');
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const login = [`--host=${hostname}`, `--port=${port || 3306}`, `--user=${decodeURIComponent(username)}`];
  const args = ['--no-defaults', ...login, '--single-transaction', '--skip-extended-insert', pathname.slice(1)];
  const env = { ...process.env, MYSQL_PWD: decodeURIComponent(password) };
  return (await run(program, args, { env, maxBuffer: LARGEST })).stdout;
}

/** Loads a dump, or nothing, into an empty schema. @param {string} databaseUrl @param {string} sql */
export async function load(databaseUrl, sql) {
  const { createConnection } = await import('mysql2/promise');
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  if (!/^tongxing_test_[a-z0-9_]+$/.test(name)) throw new Error(`BUG: ${name} is no test database`);
  url.pathname = '/';
  const server = await createConnection({ uri: url.href, multipleStatements: true });
  await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
  await server.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await server.changeUser({ database: name });
  if (sql !== '') await server.query(sql);
  await server.end();
}
