// @ts-check
// Fills an empty database with one agency, its director and 200 volunteers, through the built server's own services.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const DIRECTOR = { identifier: 'director@example.org', password: 'figure-password-1' };
const VOLUNTEERS = 200;
const SUPERVISORS = 10;
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何'];

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env as the server under measurement will have it
 */
export async function seedAgency(root, env) {
  await import('reflect-metadata');
  const server = (/** @type {string} */ path) => import(pathToFileURL(join(root, 'server/dist', path)).href);
  const { createApp } = await server('create-app.js');
  const { readConfig } = await server('platform/config/index.js');
  const { SystemClock } = await server('platform/clock/index.js');
  const { Database, UnitOfWork } = await server('platform/database/index.js');
  const { FirstRun } = await server('people/agencies/first-run.js');
  const { PeopleRepository } = await server('people/people.repository.js');
  const { VolunteersRepository } = await server('people/volunteers/volunteers.repository.js');

  const app = await createApp(readConfig(env), new SystemClock());
  try {
    const made = await app.get(FirstRun).createAgency({
      agencyName: '同路社工服务中心',
      directorName: '周岚',
      locale: 'zh-CN',
      ...DIRECTOR,
    });
    if (!made.ok) throw new Error(`The agency could not be made: ${JSON.stringify(made.error)}`);
    const { agencyId } = made.value;
    const names = Array.from({ length: VOLUNTEERS }, (_, index) => nameOf(index));
    const people = names.map((name, index) => ({
      agencyId,
      name,
      phone: `+861380013${String(index).padStart(4, '0')}`,
    }));
    /** @type {string[]} */
    const ids = await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      const personIds = await app.get(PeopleRepository).addAll(people);
      await app.get(VolunteersRepository).addAll(personIds.map(volunteerOf(agencyId, personIds)));
      return personIds;
    });
    await openNames(app.get(UnitOfWork), app.get(Database), agencyId, ids, names);
  } finally {
    await app.close();
  }
}

/** @param {number} index */
const nameOf = (index) => `${SURNAMES[index % SURNAMES.length]}${SURNAMES[(index * 7) % SURNAMES.length]}${index}`;

/** @param {string} agencyId @param {readonly string[]} personIds */
const volunteerOf = (agencyId, personIds) => (/** @type {string} */ personId, /** @type {number} */ index) => ({
  agencyId,
  personId,
  languages: ['zh', 'yue'],
  skills: ['homework'],
  freeTimes: [
    { weekday: 6, startMinute: 540, endMinute: 720 },
    { weekday: 7, startMinute: 840, endMinute: 1020 },
  ],
  places: 2,
  supervisorId: personIds[index % SUPERVISORS],
});

/**
 * The names once more in the open, for the comparison, which has nothing sealed.
 * @param {{ run: (actor: object, work: () => Promise<void>) => Promise<void> }} work
 * @param {{ manager: { query: (sql: string, parameters?: unknown[]) => Promise<unknown> } }} database
 * @param {string} agencyId
 * @param {readonly string[]} ids
 * @param {readonly string[]} names
 */
async function openNames(work, database, agencyId, ids, names) {
  await work.run({ kind: 'system', agencyId, name: 'figure' }, async () => {
    await database.manager.query('CREATE TABLE figure_person (id varchar(36) PRIMARY KEY, name varchar(80) NOT NULL)');
    for (const [index, id] of ids.entries()) {
      await database.manager.query('INSERT INTO figure_person (id, name) VALUES (?, ?)', [id, names[index]]);
    }
  });
}
