// @ts-check
// Accounts to knock at the door with: some that stand, some of people whose work is stopped, and names that nobody has.
import { built } from './built.mjs';

export const PASSWORD = 'a-long-password-of-a-figure';

/** @typedef {'unknown' | 'known' | 'paused'} Kind */

/** Phone numbers, so that each has codes by SMS. @param {Kind} kind @param {number} index */
export const identifierOf = (kind, index) =>
  `${{ unknown: '139', known: '138', paused: '137' }[kind]}${String(index).padStart(8, '0')}`;

/**
 * As many of each kind as there are rounds: an account that is tried twice is counted twice by the throttle.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {number} count
 */
export async function seedDoor(root, env, count) {
  await import('reflect-metadata');
  const server = (/** @type {string} */ file) => built(root, file);
  const { createApp } = await server('create-app.js');
  const { readConfig } = await server('platform/config/index.js');
  const { SystemClock } = await server('platform/clock/index.js');
  const { UnitOfWork } = await server('platform/database/index.js');
  const { FirstRun } = await server('people/agencies/first-run.js');
  const app = await createApp(readConfig(env), new SystemClock());
  try {
    const director = { directorName: 'Director', identifier: 'director@figure.example', password: PASSWORD };
    const made = await app.get(FirstRun).createAgency({ agencyName: 'Figure', locale: 'en', ...director });
    if (!made.ok) throw new Error(`The agency could not be made: ${JSON.stringify(made.error)}`);
    const { agencyId } = made.value;
    await app
      .get(UnitOfWork)
      .run({ kind: 'system', agencyId, name: 'figure' }, () => addAll(server, app, agencyId, count));
  } finally {
    await app.close();
  }
}

/** @param {(file: string) => Promise<any>} server @param {any} app @param {string} agencyId @param {number} count */
async function addAll(server, app, agencyId, count) {
  const { PeopleRepository } = await server('people/people.repository.js');
  const { Agencies } = await server('people/agencies/agencies.js');
  const { WorkStopsRepository } = await server('people/work-stops/work-stops.repository.js');
  const { Logins, hashPassword, normaliseIdentifier } = await server('platform/auth/index.js');
  const [people, logins, stops] = [app.get(PeopleRepository), app.get(Logins), app.get(WorkStopsRepository)];
  const hash = await hashPassword(PASSWORD);
  const today = await app.get(Agencies).today(agencyId);
  for (const kind of /** @type {const} */ (['known', 'paused'])) {
    for (let index = 0; index < count; index += 1) {
      const loginId = await logins.create(normaliseIdentifier(identifierOf(kind, index)), hash, 'en');
      const personId = await people.add({ agencyId, name: `${kind} ${index}`, loginId });
      await people.assignRole(agencyId, personId, 'VOLUNTEER', today);
      const stop = { agencyId, personId, reason: 'OTHER', words: undefined, stoppedOn: today, stoppedBy: personId };
      if (kind === 'paused') await stops.add(stop);
    }
  }
}
