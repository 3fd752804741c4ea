// @ts-check
// The built server on a database of its own, with an agency, a worker and a company's coordinator: for a year of activities.
import { built } from './built.mjs';

/** @param {{ root: string, databaseUrl: string, dataDir: string, log: (text: string) => void }} where */
export async function startCalendarAgency({ root, databaseUrl, dataDir, log }) {
  await import('reflect-metadata');
  const parts = {
    ...(await built(root, 'activities/index.js')),
    ...(await built(root, 'teams/index.js')),
    ...(await built(root, 'platform/database/index.js')),
  };
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { FixedClock } = await built(root, 'platform/clock/index.js');
  const { addAgency, addPerson, TEST_PASSWORD } = await built(root, 'testing/staff.js');
  const settings = { NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: 'false', WORKERS: '0' };
  const clock = new FixedClock('2026-12-22T02:00:00.000Z');
  const app = await createApp(readConfig({ ...settings, LOG_LEVEL: 'silent', ALLOW_LIST: 'false' }), clock);
  const people = { worker: 'worker@year.example', company: 'company@year.example' };
  const agencyId = await addAgency(app, 'year');
  const add = (/** @type {string} */ name, /** @type {string} */ role, /** @type {string} */ identifier) =>
    addPerson(app, agencyId, { name, roles: [role], identifier });
  const workerId = await add('林溪', 'SOCIAL_WORKER', people.worker);
  const coordinatorId = await add('何晴', 'CSR_COORDINATOR', people.company);
  const year = { app, parts, agencyId, workerId, coordinatorId, log };
  return { app, parts, agencyId, year, people, password: TEST_PASSWORD };
}
