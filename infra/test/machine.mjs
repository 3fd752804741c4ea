// @ts-check
// Finds, starts or installs what the tests need of the machine: a MariaDB, a browser, a Chinese font.
import { findMariaDb, startMariaDb } from '../lib/mariadb.mjs';
import { aptInstall, canInstall, findChromium, findProgram, hasChineseFont } from '../lib/programs.mjs';
import { testDatabaseProblem } from '../lib/test-database.mjs';

/** @typedef {{ url: string, how: string, stop: () => Promise<void> }} TestDatabase */
/** @typedef {{ mariadb: TestDatabase | null, chromium: string | null, lacks: { mariadb?: string, chromium?: string } }} Machine */

/**
 * @param {string} root
 * @param {{ mariadb: boolean, chromium: boolean, caddy?: boolean }} wanted
 * @param {(text: string) => void} say
 * @returns {Promise<Machine>}
 */
export async function prepareMachine(root, wanted, say) {
  const given = process.env.TEST_DATABASE_URL;
  const packages = [];
  if (wanted.mariadb && !given && !findMariaDb()) packages.push('mariadb-server-core', 'mariadb-client-core');
  if (wanted.chromium && !findChromium()) packages.push('chromium');
  if (wanted.chromium && !(await hasChineseFont())) packages.push('fontconfig', 'fonts-noto-cjk');
  if (wanted.caddy && !findProgram(['caddy'])) packages.push('caddy');
  if (packages.length > 0 && canInstall()) {
    say(`Installing ${packages.join(', ')} with apt-get …`);
    const outcome = await aptInstall(packages);
    if (!outcome.ok) say(`apt-get failed:\n${outcome.output.trim().split('\n').slice(-8).join('\n')}`);
  }
  const [mariadb, chromium] = await Promise.all([
    wanted.mariadb ? database(root, given, say) : null,
    wanted.chromium ? browser(say) : null,
  ]);
  return {
    mariadb: typeof mariadb === 'string' ? null : mariadb,
    chromium: chromium?.path ?? null,
    lacks: {
      ...(typeof mariadb === 'string' ? { mariadb } : {}),
      ...(chromium?.problem ? { chromium: chromium.problem } : {}),
    },
  };
}

/**
 * @param {string} root
 * @param {string | undefined} given
 * @param {(text: string) => void} say
 * @returns {Promise<TestDatabase | string>} the database, or why there is none
 */
async function database(root, given, say) {
  if (given) {
    const problem = testDatabaseProblem(given);
    if (problem) return problem;
    say(`MariaDB: the server of TEST_DATABASE_URL (${new URL(given).host}).`);
    return { url: given, how: 'given', stop: async () => undefined };
  }
  if (!findMariaDb()) {
    return 'No MariaDB here: install mariadb-server, or set TEST_DATABASE_URL=mysql://user:password@host/tongxing_test_main.';
  }
  try {
    const own = await startMariaDb(root);
    say(`MariaDB: our own on ${new URL(own.url).host}, private data directory, stopped at the end.`);
    return { url: own.url, how: 'own', stop: own.stop };
  } catch (error) {
    return `MariaDB is installed but did not start: ${/** @type {Error} */ (error).message}`;
  }
}

/**
 * @param {(text: string) => void} say
 * @returns {Promise<{ path: string | null, problem?: string }>}
 */
async function browser(say) {
  const path = findChromium();
  if (!path) return { path: null, problem: 'No Chromium here: install it, or set CHROMIUM_PATH.' };
  if (!(await hasChineseFont())) {
    return { path: null, problem: 'No Chinese font here: install fonts-noto-cjk, or pages show boxes.' };
  }
  say(`Browser: ${path}.`);
  return { path };
}
