// @ts-check
// A team of an agency with open sessions, and devices that ask the server without pause, for the figure of stop-work.
import { built } from './built.mjs';
import { graphql } from './setting-writers.mjs';

/**
 * @typedef {{ identifier: string, password: string }} Login
 * @typedef {Login & { personId: string, cookies: string[], worker: boolean, guardianPath: string | undefined }} TeamMember
 * @typedef {{ director: Login, people: TeamMember[] }} Team
 * @typedef {{ began: number, ended: number }} Success
 */

const PASSWORD = 'a-long-password-of-a-figure';
const ROSTER = '姓名,手机,出生日期\n林青禾,19900000001,1990-01-01\n';

/**
 * Half social workers with a guardian's link each, half volunteers, through the built server's own services.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {{ people: number, devices: number }} sizes
 * @returns {Promise<Team>}
 */
export async function seedTeam(root, env, { people, devices }) {
  await import('reflect-metadata');
  const server = (/** @type {string} */ file) => built(root, file);
  const { createApp } = await server('create-app.js');
  const { readConfig } = await server('platform/config/index.js');
  const { SystemClock } = await server('platform/clock/index.js');
  const { UnitOfWork } = await server('platform/database/index.js');
  const { FirstRun } = await server('people/agencies/first-run.js');
  const director = { identifier: 'director@figure.example', password: PASSWORD };
  const app = await createApp(readConfig(env), new SystemClock());
  try {
    const agency = { agencyName: 'Figure', directorName: 'Director', locale: 'en', ...director };
    const made = await app.get(FirstRun).createAgency(agency);
    if (!made.ok) throw new Error(`The agency could not be made: ${JSON.stringify(made.error)}`);
    const { agencyId } = made.value;
    /** @type {TeamMember[]} */
    const team = await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      const add = await adder(server, app, agencyId, devices);
      const added = [];
      for (let index = 0; index < people; index += 1) added.push(await add(index));
      return added;
    });
    return { director, people: team };
  } finally {
    await app.close();
  }
}

/**
 * @param {(file: string) => Promise<any>} server
 * @param {any} app
 * @param {string} agencyId
 * @param {number} devices
 * @returns {Promise<(index: number) => Promise<TeamMember>>}
 */
async function adder(server, app, agencyId, devices) {
  const { PeopleRepository } = await server('people/people.repository.js');
  const { Agencies } = await server('people/agencies/agencies.js');
  const { Logins, Sessions, hashPassword } = await server('platform/auth/index.js');
  const { ChildrenRepository } = await server('children/children.repository.js');
  const { GuardianLinks } = await server('disclosure/guardian-links.js');
  const { toGlobalId } = await server('platform/graphql/global-id.js');
  const [people, logins, sessions] = [app.get(PeopleRepository), app.get(Logins), app.get(Sessions)];
  const hash = await hashPassword(PASSWORD);
  const today = await app.get(Agencies).today(agencyId);

  /** @param {string} createdBy @param {number} index */
  const linkOf = async (createdBy, index) => {
    const personId = await people.add({ agencyId, name: `Child ${index}` });
    const nothing = { languages: [], needs: [], freeTimes: [], priority: 1, guardian: {} };
    const [childId] = await app
      .get(ChildrenRepository)
      .addAll(agencyId, [{ agencyId, personId, identity: `figure ${index}`, ...nothing }]);
    return (await app.get(GuardianLinks).create(agencyId, childId, createdBy)).path;
  };

  return async (index) => {
    const identifier = `person-${index}@figure.example`;
    const worker = index % 2 === 0;
    const loginId = await logins.create(identifier, hash, 'en');
    const personId = await people.add({ agencyId, name: `Person ${index}`, loginId });
    await people.assignRole(agencyId, personId, worker ? 'SOCIAL_WORKER' : 'VOLUNTEER', today);
    const cookies = [];
    for (let device = 0; device < devices; device += 1) {
      const { token } = await sessions.open('login', loginId);
      cookies.push(`tongxing_session=${token}`);
    }
    const guardianPath = worker ? await linkOf(personId, index) : undefined;
    const id = toGlobalId('Person', personId);
    return { identifier, password: PASSWORD, personId: id, cookies, worker, guardianPath };
  };
}

const SIGN_IN = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
const STOP = `mutation ($i: StopWorkInput!) { stopWork(input: $i) { __typename ... on WorkStanding { stop { id } } } }`;

/** @param {string} url @param {Login} login @returns {Promise<string | undefined>} the session's cookie; undefined where refused */
export async function signIn(url, { identifier, password }) {
  const { answer, cookie } = await graphql(url, '', SIGN_IN, { i: { identifier, password } });
  return answer.data?.signIn.__typename === 'Viewer' ? cookie : undefined;
}

/** @param {string} url @param {string} director @param {TeamMember} person */
export async function stopWork(url, director, { personId }) {
  const { answer } = await graphql(url, director, STOP, { i: { personId, reason: 'CONDUCT', words: '' } });
  if (!answer.data?.stopWork.stop) throw new Error(`The stop was refused: ${JSON.stringify(answer)}`);
}

/** @typedef {(url: string, cookie: string) => Promise<boolean>} Ask whether it succeeded */

/** @type {(field: string, query: string) => Ask} */
const operation = (field, query) => async (url, cookie) => {
  const { answer } = await graphql(url, cookie, query);
  return answer.errors === undefined && answer.data?.[field] != null;
};
/** @type {Ask} */
const upload = async (url, cookie) => {
  const headers = { 'content-type': 'text/csv', 'x-tongxing-client': 'web', cookie };
  const response = await fetch(`${url}/files/rosters?kind=VOLUNTEERS&name=a.csv`, {
    method: 'POST',
    headers,
    body: ROSTER,
  });
  await response.arrayBuffer();
  return response.ok;
};
const OF_ALL = [
  operation('viewer', '{ viewer { name } }'),
  operation('changeLanguage', 'mutation { changeLanguage(locale: EN) { id } }'),
];
const OF_WORKERS = [...OF_ALL, operation('children', '{ children(first: 5) { totalCount } }'), upload];
const OF_VOLUNTEERS = [...OF_ALL, operation('myCompanionships', '{ myCompanionships { id } }')];
const OF_GUARDIANS = [operation('guardianView', '{ guardianView { childName } }')];

/** One device that asks again as soon as it is answered. */
export class Asker {
  /** @param {string} url @param {string} cookie @param {readonly Ask[]} asks */
  constructor(url, cookie, asks) {
    this.url = url;
    this.cookie = cookie;
    this.asks = asks;
    /** @type {Success[]} */
    this.successes = [];
    this.asked = 0;
    /** @type {(() => void)[]} */
    this.waiting = [];
  }

  /** @param {readonly string[]} urls @param {TeamMember} person @returns {Promise<Asker[]>} */
  static async ofEachDevice(urls, { cookies, worker, guardianPath }) {
    const at = (/** @type {number} */ index) => urls[index % urls.length] ?? '';
    const own = cookies.map((cookie, index) => new Asker(at(index), cookie, worker ? OF_WORKERS : OF_VOLUNTEERS));
    if (guardianPath === undefined) return own;
    const opened = await fetch(`${at(1)}${guardianPath}`, { redirect: 'manual' });
    const [cookie = ''] = (opened.headers.getSetCookie()[0] ?? '').split(';');
    return [...own, new Asker(at(0), cookie, OF_GUARDIANS)];
  }

  /** @param {() => boolean} over */
  async askUntil(over) {
    while (!over()) {
      const ask = this.asks[this.asked % this.asks.length];
      if (!ask) throw new Error('BUG: a device that asks nothing');
      const began = performance.now();
      const succeeded = await ask(this.url, this.cookie);
      this.asked += 1;
      if (succeeded) this.successes.push({ began, ended: performance.now() });
      for (const wake of this.waiting.splice(0)) wake();
    }
  }

  /** Resolves once so many requests have been answered. @param {number} count */
  async answered(count) {
    while (this.asked < count) await new Promise((resolve) => this.waiting.push(() => resolve(undefined)));
  }
}
