// @ts-check
// R13: whatever is done to a real audit by somebody with the database in their hands is found.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../lib/ports.mjs';
import { startServer } from '../lib/server.mjs';
import { openAuditTables } from './lib/audit-tables.mjs';
import { built, percentile } from './lib/built.mjs';
import { drawing, forgeries } from './lib/forge-audit.mjs';
import { settingWriters, signUp } from './lib/setting-writers.mjs';

export const name = 'R13';
export const title =
  'Edits, deletions, insertions, swaps, truncations and rewrites of a real audit of thousands of rows';
export const target = '1,000 of 1,000 found, 0 false alarms';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const FORGERIES = 1_000;
const ROWS = 3_000;
const UNTOUCHED = 20;
const SEED = 20261122;
const QUIET = { DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0', ALLOW_LIST: 'false' };

/** @typedef {Awaited<ReturnType<typeof openAuditTables>>} Tables */

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run(surroundings) {
  const { root, databaseUrl, rounds, log } = surroundings;
  await writeAudit(surroundings);
  const tables = await openAuditTables(databaseUrl);
  try {
    const [{ agencyId }] = await tables.query('SELECT agencyId FROM audit_head');
    const verify = await verifier(surroundings, tables, agencyId);
    const chain = await tables.read(agencyId);
    log(`${chain.rows.length} rows written through the server; forging …`);
    const { hashOf } = await built(root, 'platform/audit-trail/chain.js');
    const kinds = Object.entries(forgeries(hashOf));
    const draw = drawing(SEED);
    const missed = [];
    const times = [];
    const asked = rounds ?? FORGERIES;
    for (let round = 0; round < asked; round += 1) {
      const [kind, forge] = /** @type {(typeof kinds)[number]} */ (kinds[round % kinds.length]);
      const forged = forge(chain, draw);
      await tables.begin();
      await tables.become(agencyId, chain, forged);
      const begun = performance.now();
      const { problems } = await verify();
      times.push(performance.now() - begun);
      await tables.rollBack();
      if (problems.length === 0) missed.push(kind);
      if ((round + 1) % 200 === 0) log(`${round + 1} of ${asked}, ${missed.length} missed`);
    }
    let alarms = 0;
    for (let round = 0; round < UNTOUCHED; round += 1) alarms += (await verify()).problems.length;
    const byCommand = await throughTheCommand(surroundings, tables, agencyId, chain, kinds, draw);
    if (missed.length > 0) log(`missed: ${missed.join(', ')}`);
    const p95 = Math.round(percentile(times, 0.95));
    return [
      {
        part: `${asked} forgeries of ${chain.rows.length} rows: found`,
        value: asked - missed.length,
        unit: 'forgeries',
        target: String(asked),
        holds: missed.length === 0,
      },
      {
        part: `${UNTOUCHED} times untouched: alarms`,
        value: alarms,
        unit: 'alarms',
        target: '0',
        holds: alarms === 0,
      },
      {
        part: 'npm run audit:verify: exit codes as they should be',
        value: byCommand,
        unit: 'runs',
        target: String(kinds.length + 1),
        holds: byCommand === kinds.length + 1,
      },
      { part: 'one verification p95', value: p95, unit: 'ms', target: '< 5000', holds: p95 < 5_000 },
    ];
  } finally {
    await tables.close();
  }
}

/** A chain as use makes one: through the server, which anchors it. @param {import('./registry.mjs').Surroundings} surroundings */
async function writeAudit({ root, dataDir, databaseUrl }) {
  const server = await startServer({ root, dataDir, databaseUrl, env: QUIET, port: await freePort() });
  const writers = await settingWriters(server.url, await signUp(server.url));
  const enough = () => writers.reduce((sum, { acknowledgements }) => sum + acknowledgements, 0) >= ROWS;
  await Promise.all(writers.map((writer) => writer.writeUntil(enough)));
  await server.stop();
}

/** @param {import('./registry.mjs').Surroundings} surroundings @param {Tables} tables @param {string} agencyId */
async function verifier({ root, dataDir, databaseUrl }, tables, agencyId) {
  const { FileAnchor, verifyChain } = await built(root, 'platform/audit-trail/index.js');
  const { openAnchorSeal } = await built(root, 'platform/open-anchor-seal.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { SystemClock } = await built(root, 'platform/clock/index.js');
  const seal = await openAnchorSeal(readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }), new SystemClock());
  const anchor = new FileAnchor(join(dataDir, 'anchor'), seal);
  return () => verifyChain(agencyId, { chain: tables.source, anchor, seal, now: new Date().toISOString() });
}

/**
 * Once untouched and once a kind, forged for good and put back afterwards: what an operator would see.
 * @param {import('./registry.mjs').Surroundings} surroundings
 * @param {Tables} tables
 * @param {string} agencyId
 * @param {import('./lib/forge-audit.mjs').Chain} chain
 * @param {[string, (chain: import('./lib/forge-audit.mjs').Chain, draw: import('./lib/forge-audit.mjs').Draw) => import('./lib/forge-audit.mjs').Chain][]} kinds
 * @param {import('./lib/forge-audit.mjs').Draw} draw
 */
async function throughTheCommand({ root, dataDir, databaseUrl, log }, tables, agencyId, chain, kinds, draw) {
  const file = join(root, 'server/dist/commands/audit-verify.js');
  const env = { ...process.env, ...QUIET, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, APP_KEYS: '' };
  const exitCode = () => spawnSync(process.execPath, [file], { cwd: root, env, encoding: 'utf8' }).status;
  let right = exitCode() === 0 ? 1 : 0;
  for (const [kind, forge] of kinds) {
    const forged = forge(chain, draw);
    await tables.become(agencyId, chain, forged);
    const code = exitCode();
    if (code === 1) right += 1;
    else log(`the command answered ${code} to: ${kind}`);
    await tables.become(agencyId, forged, chain);
  }
  return right;
}
