// @ts-check
// Lighthouse on one phone page and one desk page of the demo: largest paint, blocking time, layout shift.
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium as browsers } from 'playwright-core';
import { freePort } from '../lib/ports.mjs';
import { startServer } from '../lib/server.mjs';

export const name = 'LIGHTHOUSE';
export const title = 'A phone page on throttled mobile and a desk page: LCP, TBT, CLS (median of three)';
export const target = 'LCP ≤ 2.5 s, TBT ≤ 200 ms, CLS ≤ 0.1';
export const databases = ['sqlite'];
export const needs = ['build', 'chromium'];

const ROUNDS = 3;
const PAGES = [
  { part: 'phone', face: 'VOLUNTEER', path: '/volunteer', config: undefined },
  { part: 'desk', face: 'AGENCY', path: '/agency', config: desktopConfig },
];
const AUDITS = [
  { audit: 'largest-contentful-paint', short: 'LCP', unit: 's', limit: 2.5, scale: 1000, digits: 2 },
  { audit: 'total-blocking-time', short: 'TBT', unit: 'ms', limit: 200, scale: 1, digits: 0 },
  { audit: 'cumulative-layout-shift', short: 'CLS', unit: '', limit: 0.1, scale: 1, digits: 3 },
];

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, chromium, log }) {
  // The question for the demo's logins is none of the client's own, hence no allow-list.
  const server = await startServer({ root, dataDir, databaseUrl, env: { DEMO: 'true', ALLOW_LIST: 'false' } });
  const port = await freePort();
  const browser = await browsers.launch({
    executablePath: chromium ?? undefined,
    args: [`--remote-debugging-port=${port}`, '--disable-dev-shm-usage'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const results = [];
    for (const { part, face, path, config } of PAGES) {
      const cookie = await signedIn(server.url, face);
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(await visit(`${server.url}${path}`, cookie, port, config));
      }
      for (const { audit, short, unit, limit, scale, digits } of AUDITS) {
        const value = Number((median(rounds.map((values) => values[audit] ?? NaN)) / scale).toFixed(digits));
        results.push({ part: `${part} ${short}`, value, unit, target: `≤ ${limit}`, holds: value <= limit });
      }
      log(`${part} ${path}: measured ${ROUNDS} times`);
    }
    return results;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * @param {string} url
 * @param {string} cookie
 * @param {number} port
 * @param {import('lighthouse').Config | undefined} config
 * @returns {Promise<Record<string, number>>} audit → its number
 */
async function visit(url, cookie, port, config) {
  const flags = {
    port,
    onlyCategories: ['performance'],
    extraHeaders: { Cookie: cookie },
    logLevel: /** @type {const} */ ('silent'),
  };
  const result = await lighthouse(url, flags, config);
  if (!result || result.lhr.runtimeError) {
    throw new Error(`Lighthouse could not measure ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  }
  // A page that sent the visitor to the sign-in would be a different page, and a lighter one.
  const { finalDisplayedUrl } = result.lhr;
  if (!finalDisplayedUrl.startsWith(url)) throw new Error(`${url} led to ${finalDisplayedUrl}`);
  return Object.fromEntries(AUDITS.map(({ audit }) => [audit, result.lhr.audits[audit]?.numericValue ?? NaN]));
}

/**
 * The cookie of a demo login that opens this face.
 * @param {string} url
 * @param {string} face
 */
async function signedIn(url, face) {
  const ask = (/** @type {string} */ query, /** @type {object} */ variables = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  const { data } =
    /** @type {{ data: { platform: { demoLogins: { face: string, identifier: string, password: string }[] } } }} */ (
      await (await ask('{ platform { demoLogins { face identifier password } } }')).json()
    );
  const account = data.platform.demoLogins.find((one) => one.face === face);
  if (!account) throw new Error(`BUG: the demo has no login for the face ${face}`);
  const { identifier, password } = account;
  const answer = await ask('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', {
    i: { identifier, password },
  });
  const cookies = answer.headers.getSetCookie().map((set) => set.split(';')[0]);
  if (cookies.length === 0) throw new Error(`Signing in failed: ${await answer.text()}`);
  return cookies.join('; ');
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
