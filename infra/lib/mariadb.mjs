// @ts-check
// A MariaDB of our own: private data directory, free port, own login that may touch only test databases.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { memoryFolder } from './memory.mjs';
import { findProgram } from './programs.mjs';
import { freePort } from './ports.mjs';
import { run, startChild, stopChild } from './process.mjs';

const USER = 'tongxing_test';
/** sockaddr_un holds 107 characters; a deep clone needs another place for the socket. */
const LONGEST_SOCKET_PATH = 100;
/** Its logs, and the databases of some tests at once. */
const ROOM_IN_MEMORY = 3 * 1024 ** 3;

/** @typedef {{ url: string, pid: () => number | undefined, stop: () => Promise<void>, restart: () => Promise<void> }} PrivateMariaDb */

/** @returns {{ server: string, install: string } | null} the programs, where this machine has them */
export function findMariaDb() {
  const server = findProgram(['mariadbd'], ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin']);
  const install = findProgram(['mariadb-install-db'], ['/usr/bin', '/opt/homebrew/bin', '/usr/local/bin']);
  return server && install ? { server, install } : null;
}

/**
 * Starts a MariaDB in memory where there is room, else in `<root>/.cache/mariadb`: making the tables of one test took ten
 * seconds of waiting for a disk. The system's own service is not touched.
 * @param {string} root
 * @param {{ durable?: boolean }} [options] durable: as in production, each commit reaches the disk; for fault figures
 * @returns {Promise<PrivateMariaDb>}
 */
export async function startMariaDb(root, { durable = false } = {}) {
  const programs = findMariaDb();
  if (!programs) throw new Error('BUG: startMariaDb where no mariadbd is installed');
  const inMemory = durable ? null : memoryFolder(ROOM_IN_MEMORY);
  const onDisk = join(root, '.cache', 'mariadb');
  const folder = inMemory ? join(inMemory, `tongxing_test_mariadb_${userInfo().username}`) : onDisk;
  mkdirSync(folder, { recursive: true });
  for (const place of new Set([folder, onDisk])) clearLeftovers(place);
  const home = mkdtempSync(join(folder, `${process.pid}-`));
  const data = join(home, 'data');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];

  const made = await run(programs.install, [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot,
  ]);
  if (made.code !== 0) throw new Error(`mariadb-install-db failed:\n${made.output}`);

  const password = randomBytes(12).toString('hex');
  const login = join(home, 'login.sql');
  writeFileSync(login, loginStatements(password), { mode: 0o600 });
  const port = await freePort();
  const shortHome = join(home, 's').length > LONGEST_SOCKET_PATH ? mkdtempSync(join(tmpdir(), 'tongxing-')) : home;
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(shortHome, 's')}`,
    `--pid-file=${join(home, 'pid')}`,
    `--init-file=${login}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--max-connections=400',
    '--innodb-buffer-pool-size=128M',
    ...(durable ? [] : ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0']),
    // Ways to a disk that memory does not have.
    ...(inMemory ? ['--innodb-flush-method=fsync', '--innodb-use-native-aio=0'] : []),
    ...asRoot,
  ];
  const url = `mysql://${USER}:${password}@127.0.0.1:${port}/tongxing_test_main`;
  const start = async () => {
    const child = startChild(programs.server, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (words = (words + chunk).slice(-4_000)));
    await answers(url, child, () => words);
    return child;
  };
  let child = await start();
  return {
    url,
    pid: () => child.pid,
    restart: async () => {
      await stopChild(child);
      child = await start();
    },
    stop: async () => {
      await stopChild(child, 30_000);
      rmSync(home, { recursive: true, force: true });
      if (shortHome !== home) rmSync(shortHome, { recursive: true, force: true });
    },
  };
}

/** @param {string} password */
function loginStatements(password) {
  // The underscore is a wildcard in a grant, hence the backslashes.
  return [
    `CREATE USER IF NOT EXISTS '${USER}'@'%' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON \`tongxing\\_test\\_%\`.* TO '${USER}'@'%';`,
    `GRANT PROCESS ON *.* TO '${USER}'@'%';`,
    `CREATE DATABASE IF NOT EXISTS tongxing_test_main;`,
    `ALTER USER 'root'@'localhost' ACCOUNT LOCK;`,
    '',
  ].join('\n');
}

/**
 * Resolves when the server lets us in; fails when it ends first.
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} lastWords
 */
async function answers(url, child, lastWords) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`mariadbd ended:\n${lastWords()}`);
    try {
      await (await createConnection(url)).end();
      return;
    } catch (error) {
      if (performance.now() > deadline) {
        await stopChild(child);
        throw new Error(`mariadbd does not answer:\n${lastWords()}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Removes what an earlier run left that was killed before it could tidy up, its server included.
 * @param {string} folder
 */
function clearLeftovers(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = Number(name.split('-')[0]);
    if (!Number.isInteger(owner) || alive(owner)) continue;
    const home = join(folder, name);
    const pidFile = join(home, 'pid');
    const server = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
    if (server > 1 && runsWith(server, home)) process.kill(server, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * A number may have been given to another program since: only a process that names our folder is ours.
 * @param {number} pid
 * @param {string} home
 */
function runsWith(pid, home) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(home);
  } catch {
    return false;
  }
}
