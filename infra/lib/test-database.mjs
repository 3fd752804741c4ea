// @ts-check
// The only databases that tests and figures may touch: those named tongxing_test_….
const NAME = /^tongxing_test_[a-z0-9_]+$/;

/**
 * Why a database address may not be used for tests, or null where it may.
 * @param {string} address
 * @returns {string | null}
 */
export function testDatabaseProblem(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return 'TEST_DATABASE_URL is not an address: mysql://user:password@127.0.0.1:3306/tongxing_test_main';
  }
  if (url.protocol !== 'mysql:' && url.protocol !== 'mariadb:') {
    return 'TEST_DATABASE_URL must begin with mysql:// (SQLite needs no address: tests make their own files)';
  }
  const name = decodeURIComponent(url.pathname.slice(1));
  if (!NAME.test(name)) {
    return `TEST_DATABASE_URL names the database "${name}"; tests touch only databases named tongxing_test_…`;
  }
  return null;
}

/**
 * The same server, another database.
 * @param {string} address
 * @param {string} name
 */
export function withDatabase(address, name) {
  if (!NAME.test(name)) throw new Error(`BUG: ${name} is no test database`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
