// @ts-check
// Attacks on the GraphQL endpoint, each through HTTP: every one refused with a clear code, and soon.
import { startServer } from '../lib/server.mjs';
import { attacks } from './lib/attacks.mjs';

export const name = 'R10';
export const title = 'Depth, alias, token, directive, fragment, list and batch attacks: refused, and how soon';
export const target = '100 % refused, p99 < 50 ms';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const WARM_UP = 40;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, log }) {
  const env = { DEMO: 'false', ALLOW_LIST: 'false', WORKERS: '0' };
  const server = await startServer({ root, dataDir, databaseUrl, env });
  try {
    const list = attacks();
    // The first requests of a fresh process compile its code; an attacker meets a warm one.
    for (const attack of list.slice(0, WARM_UP)) await send(server.url, attack);
    const results = [];
    for (const attack of list) results.push(await thrice(server.url, attack));
    const passed = results.filter(({ refused }) => !refused);
    for (const { attack, status, text } of passed) log(`NOT REFUSED: ${attack.kind}: ${status} ${text.slice(0, 200)}`);
    const alive = await send(server.url, { kind: 'honest', body: '{"query":"{ platform { needsSetup } }"}' });
    if (alive.status !== 200) throw new Error(`The server no longer answers: ${alive.status} ${alive.text}`);
    return figures(results, passed.length, log);
  } finally {
    await server.stop();
  }
}

/** @typedef {{ kind: string, body: string, headers?: Record<string, string>, method?: string }} Attack */

/** @param {string} url @param {Attack} attack */
async function send(url, { body, headers, method = 'POST' }) {
  const init = { method, headers: { 'content-type': 'application/json', ...headers } };
  const begun = performance.now();
  const response = await fetch(`${url}/graphql`, method === 'GET' ? init : { ...init, body });
  const text = await response.text();
  const milliseconds = performance.now() - begun;
  return { refused: isCleanRefusal(response.status, text), status: response.status, text, milliseconds };
}

/**
 * An attack three times over, told by the one in the middle: what the machine does beside it is not the attack's work.
 * Refused only if it was refused each time.
 * @param {string} url
 * @param {Attack} attack
 */
async function thrice(url, attack) {
  const sent = [await send(url, attack), await send(url, attack), await send(url, attack)];
  const failed = sent.find(({ refused }) => !refused);
  const [first, middle] = [...sent].sort((a, b) => a.milliseconds - b.milliseconds);
  const chosen = failed ?? middle ?? first;
  if (!chosen) throw new Error('BUG: nothing was sent');
  return { attack, ...chosen };
}

/** A status of the client's fault, a code, a sentence, and nothing of the server's inside. @param {number} status @param {string} text */
function isCleanRefusal(status, text) {
  if (status < 400 || status > 499) return false;
  const { data, errors } = JSON.parse(text);
  const [error] = errors ?? [];
  const clean = !/node_modules|\bat .*\.js|SELECT |stack/i.test(text);
  return data === undefined && clean && typeof error?.extensions?.code === 'string' && error.message.length > 10;
}

/** @param {readonly { attack: Attack, milliseconds: number }[]} results @param {number} passed @param {(text: string) => void} log */
function figures(results, passed, log) {
  const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? 0;
  const slowest = [...results].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  log(
    `${results.length} attacks; the slowest: ${slowest.map((one) => `${one.attack.kind} ${one.milliseconds.toFixed(1)} ms`).join(', ')}`,
  );
  const refused = Math.round(((results.length - passed) / results.length) * 10_000) / 100;
  return [
    { part: 'refused', value: refused, unit: '%', target: `100 of ${results.length} attacks`, holds: passed === 0 },
    { part: 'p99', value: Math.round(p99 * 100) / 100, unit: 'ms', target: '< 50', holds: p99 < 50 },
  ];
}
