// @ts-check
// Volunteers grown from service at the end of 2013, as the page of helpers has them: from the cohorts that the demo seeds, asked
// of the running server as their director, and counted once more from the rows without the server's help.
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../lib/server.mjs';
import { openReader } from './lib/built.mjs';
import { fromRows, lines, ON } from './lib/grown.mjs';
import { graphql } from './lib/setting-writers.mjs';

export const name = 'D7';
export const title = 'Volunteers grown from service by the end of 2013, and those of them who were served themselves';
export const target = '18 children, 7 parents, 380 of companies, 136 sponsors; 助人自助 25; the same from the rows';
export const databases = ['sqlite', 'mariadb'];
export const needs = ['build'];

const DIRECTOR = { identifier: 'figures@demo.tongxing.example', password: 'tongxing-demo' };
const PATIENCE_MS = 120_000;
const SIGN_IN = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
const ASK = `query ($on: LocalDate!) { grownVolunteers(on: $on, outside: false) { roles served kinds { kind count } }
  viewer { agency { id } } }`;

/** @param {import('./registry.mjs').Surroundings} surroundings */
export async function run({ root, dataDir, databaseUrl }) {
  const server = await startServer({ root, dataDir, databaseUrl, env: { DEMO: 'true', ALLOW_LIST: 'false' } });
  try {
    const reader = await openReader(databaseUrl);
    try {
      await cohortsAreThere(reader.rows);
      const signedIn = await graphql(server.url, '', SIGN_IN, { i: DIRECTOR });
      if (signedIn.answer.data?.signIn.__typename !== 'Viewer') throw new Error(JSON.stringify(signedIn.answer));
      const { answer } = await graphql(server.url, signedIn.cookie, ASK, { on: ON });
      if (!answer.data) throw new Error(JSON.stringify(answer));
      return lines(answer.data.grownVolunteers, await fromRows(reader.rows));
    } finally {
      await reader.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * The server answers before it seeds the cohorts, and seeds them whole or not at all.
 * @param {(sql: string, values?: (string | number)[]) => Promise<{ count: number | bigint }[]>} rows
 */
async function cohortsAreThere(rows) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const [found] = await rows("SELECT COUNT(*) AS count FROM volunteer_kind WHERE startsOn < '2015-01-01'");
    if (Number(found?.count ?? 0) > 0) return;
    if (Date.now() > until) throw new Error('the cohorts were not seeded');
    await sleep(500);
  }
}
