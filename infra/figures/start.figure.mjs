// @ts-check
// How long an installed clone takes to its first GraphQL answer: on an empty database, and the next time.
import { readFileSync } from 'node:fs';
import { startServer } from '../lib/server.mjs';

export const name = 'START';
export const title = 'Start to the first GraphQL answer: cold (migrated and seeded on the way), and later';
export const target = 'cold ≤ 3 s, later < 5 s in all';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const ROUNDS = 3;
const TICKS_A_SECOND = 100;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl, log }) {
  const cold = await timed({ root, dataDir, databaseUrl });
  log(`cold: ${words(cold)}`);
  const later = [];
  for (let round = 0; round < ROUNDS; round += 1) later.push(await timed({ root, dataDir, databaseUrl }));
  const slowest = Math.max(...later.map(({ seconds }) => seconds));
  log(`later: ${later.map(words).join(', ')}`);
  return [
    { part: 'cold', value: round2(cold.seconds), unit: 's', target: '≤ 3', holds: cold.seconds <= 3 },
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
  const processor = processorSeconds(server.pid);
  await server.stop();
  if (!answer.ok || !body.includes('"Query"'))
    throw new Error(`GraphQL answered ${answer.status}: ${body.slice(0, 300)}`);
  return { seconds, processor };
}

/**
 * What the process has had of the processor so far: on a busy machine it tells more than the clock does. Linux only.
 * @param {number} pid
 */
function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}

/** @param {{ seconds: number, processor: number | undefined }} measured */
const words = ({ seconds, processor }) =>
  `${seconds.toFixed(2)} s${processor === undefined ? '' : ` (processor ${processor.toFixed(2)} s)`}`;

/** @param {number} seconds */
const round2 = (seconds) => Math.round(seconds * 100) / 100;
