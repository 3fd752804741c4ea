// @ts-check
// How long an installed clone takes to its first GraphQL answer: on an empty database, and the next time.
import { startServer } from '../lib/server.mjs';

export const name = 'START';
export const title = 'Start to the first GraphQL answer: cold (migrated and seeded on the way), and later';
export const target = 'cold ≤ 3 s, later < 5 s in all';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const ROUNDS = 3;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, log }) {
  const cold = await timed({ root, dataDir, databaseUrl });
  log(`cold: ${cold.toFixed(2)} s`);
  const later = [];
  for (let round = 0; round < ROUNDS; round += 1) later.push(await timed({ root, dataDir, databaseUrl }));
  const slowest = Math.max(...later);
  log(`later: ${later.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  return [
    { part: 'cold', value: round2(cold), unit: 's', target: '≤ 3', holds: cold <= 3 },
    { part: 'later', value: round2(slowest), unit: 's', target: '< 5', holds: slowest < 5 },
  ];
}

/** Seconds from the command to the first answer, through `npm start`'s own script. @param {{ root: string, dataDir: string, databaseUrl: string }} options */
async function timed(options) {
  const begun = performance.now();
  const server = await startServer({ ...options, script: 'infra/start.mjs' });
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  const body = await answer.text();
  const seconds = (performance.now() - begun) / 1000;
  await server.stop();
  if (!answer.ok || !body.includes('"Query"'))
    throw new Error(`GraphQL answered ${answer.status}: ${body.slice(0, 300)}`);
  return seconds;
}

/** @param {number} seconds */
const round2 = (seconds) => Math.round(seconds * 100) / 100;
