// @ts-check
// An agency full of markers, planted as people would: rosters by import, words by GraphQL, accounts by their pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from './built.mjs';
import { Markers } from './markers.mjs';
import { graphql } from './setting-writers.mjs';

export const PASSWORD = 'a-long-password-of-a-figure';
const DAY_MS = 86_400_000;
const SIZES = {
  volunteers: 1_120,
  badVolunteers: 120,
  children: 450,
  badChildren: 60,
  staged: 160,
  declined: 120,
  pairs: 14,
};

/** @typedef {{ identifier: string, role: string, name: string }} Account */
/** @typedef {{ id: string, version: number, volunteer: { id: string, personId: string, phone: string } }} Proposal */

/**
 * A class of the server, by which its part is found.
 * @template Part
 * @typedef {abstract new (...given: never[]) => Part} Of
 */
/**
 * @typedef {{ ok: true, value: { agencyId: string } } | { ok: false, error: unknown }} Made
 * @typedef {{ createAgency: (wanted: object) => Promise<Made> }} FirstRun
 * @typedef {{ create: (identifier: string, passwordHash: string, locale: string) => Promise<string> }} Logins
 * @typedef {{
 *   add: (person: object) => Promise<string>,
 *   assignRole: (agencyId: string, personId: string, role: string, from: string) => Promise<unknown>,
 * }} People
 * @typedef {{ run: (actor: object, work: () => Promise<void>) => Promise<void> }} UnitOfWork
 * @typedef {{ manager: { query: (sql: string, values: readonly string[]) => Promise<unknown> } }} Database
 * @typedef {{ addAll: (agencyId: string, areas: readonly object[]) => Promise<unknown> }} Areas
 * @typedef {{
 *   app: { get: <Part>(one: Of<Part>) => Part }, hash: (password: string) => Promise<string>,
 *   agencies: { FirstRun: Of<FirstRun> }, people: Of<People>, logins: Of<Logins>,
 *   UnitOfWork: Of<UnitOfWork>, Database: Of<Database>, Areas: Of<Areas>,
 * }} Parts
 */

/** @param {number} days from today */
const day = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The agency, its areas and its staff, made by the server's own services before it starts.
 * @param {string} root @param {NodeJS.ProcessEnv} env @param {Markers} markers
 */
export async function seedStaff(root, env, markers) {
  await import('reflect-metadata');
  return within(root, env, async ({ app, agencies, people, logins, hash, UnitOfWork, Areas }) => {
    const director = { identifier: `${markers.phone()}@director.example`, name: markers.text('欧阳') };
    const made = await app.get(agencies.FirstRun).createAgency({
      agencyName: '同路社工服务中心',
      directorName: director.name,
      identifier: director.identifier,
      password: PASSWORD,
      locale: 'zh-CN',
    });
    if (!made.ok) throw new Error(`no agency: ${JSON.stringify(made.error)}`);
    const { agencyId } = made.value;
    const areas = JSON.parse(readFileSync(join(root, 'infra/samples/areas.json'), 'utf8'));
    const passwordHash = await hash(PASSWORD);
    const staff = { worker: 'SOCIAL_WORKER', supervisor: 'SUPERVISOR', auditor: 'AUDITOR' };
    /** @type {Record<string, string>} */
    const accounts = { director: director.identifier };
    await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      await app.get(Areas).addAll(agencyId, areas);
      for (const [who, role] of Object.entries(staff)) {
        const identifier = `${markers.phone()}@${who}.example`;
        const loginId = await app.get(logins).create(identifier, passwordHash, 'zh-CN');
        const personId = await app.get(people).add({ agencyId, name: markers.text('欧阳'), loginId });
        await app.get(people).assignRole(agencyId, personId, role, day(-1));
        accounts[who] = identifier;
      }
    });
    return { agencyId, area: areas[0].name, accounts };
  });
}

/**
 * Runs work on the server's own parts, in this process, and closes them.
 * @template T
 * @param {string} root @param {NodeJS.ProcessEnv} env
 * @param {(parts: Parts) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function within(root, env, work) {
  const { createApp } = await built(root, 'create-app.js');
  const { readConfig } = await built(root, 'platform/config/index.js');
  const { SystemClock } = await built(root, 'platform/clock/index.js');
  const { UnitOfWork, Database } = await built(root, 'platform/database/index.js');
  const { Logins, hashPassword } = await built(root, 'platform/auth/index.js');
  const { FirstRun, PeopleRepository, Areas } = await built(root, 'people/index.js');
  const app = await createApp(readConfig({ ...env, WORKERS: '0', LOG_LEVEL: 'silent' }), new SystemClock());
  try {
    return await work({
      app,
      agencies: { FirstRun },
      people: PeopleRepository,
      logins: Logins,
      hash: hashPassword,
      UnitOfWork,
      Database,
      Areas,
    });
  } finally {
    await app.close();
  }
}

export class Client {
  /** @param {string} url @param {string} [cookie] */
  constructor(url, cookie = '') {
    this.url = url;
    this.cookie = cookie;
  }

  /** @param {string} url @param {string} identifier */
  static async signedIn(url, identifier) {
    const client = new Client(url);
    const query = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
    const data = await client.data(query, { i: { identifier, password: PASSWORD } });
    if (data.signIn.__typename !== 'Viewer') throw new Error(`nobody signs in: ${data.signIn.__typename}`);
    return client;
  }

  /** @param {string} query @param {object} [variables] */
  async data(query, variables = {}) {
    const { answer, cookie } = await graphql(this.url, this.cookie, query, variables);
    this.cookie = cookie;
    if (answer.errors) throw new Error(`GraphQL failed: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** @param {string} kind @param {string} text @param {string} name of the file @returns {Promise<string>} the batch's opaque id */
  async upload(kind, text, name) {
    const response = await fetch(`${this.url}/files/rosters?kind=${kind}&name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web', cookie: this.cookie },
      body: text,
    });
    const answer = /** @type {{ batchId?: string }} */ (await response.json());
    if (!answer.batchId) throw new Error(`not staged: ${JSON.stringify(answer)}`);
    return answer.batchId;
  }

  /** A paper whose name and inside are personal. @param {string} companionshipId @param {Markers} markers */
  async bringPaper(companionshipId, markers) {
    const name = `${markers.text('材')}.pdf`;
    const query = new URLSearchParams({ for: companionshipId, purpose: 'CONSENT_PAPER', name });
    const response = await fetch(`${this.url}/files?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web', cookie: this.cookie },
      body: `%PDF-1.7\n1 0 obj\n(${markers.text('材')})\nendobj\ntrailer << >>\n%%EOF\n`,
    });
    const answer = /** @type {any} */ (await response.json());
    if (!answer.id) throw new Error(`not kept: ${JSON.stringify(answer)}`);
    return answer.id;
  }
}

/** @param {Markers} markers @param {string} area @param {number} good @param {number} bad */
function volunteerRoster(markers, area, good, bad) {
  const head =
    '姓名,手机,性别,出生日期,语言,技能特长,服务区域,空闲时间,可陪伴人数,培训日期,协议签署日期,协议到期日,违法犯罪记录查询日期,查询结果,备注';
  const row = (/** @type {string} */ phone, /** @type {number} */ index) =>
    [
      ...[markers.text('欧阳'), phone, index % 2 ? '男' : '女', '1990-01-01', '普通话', '阅读', area],
      ...['周六 14:00-17:00', '2', day(-60), day(-60), day(300), day(-60), '无违法犯罪记录', markers.idNumber()],
    ].join(',');
  const rows = [
    ...Array.from({ length: good }, (_, index) => row(markers.phone(), index)),
    // An ID number where a phone number belongs: the row is left out and kept for mending.
    ...Array.from({ length: bad }, (_, index) => row(markers.idNumber(), index)),
  ];
  return `${[head, ...rows].join('\n')}\n`;
}

/** @param {Markers} markers @param {string} area */
function childRoster(markers, area) {
  const head =
    '儿童姓名,性别,出生日期,学校,居住街道,语言,主要需求,紧急程度,登记日期,空闲时间,监护人姓名,监护人电话,关系';
  const row = (/** @type {string} */ phone, /** @type {number} */ index) =>
    [
      ...[markers.text('诸葛'), index % 2 ? '男' : '女', '2015-05-05', markers.text('寻') + '小学', area, '普通话'],
      ...['社交', '3', day(-90), '周六 14:00-17:00', markers.text('司徒'), phone, '母亲'],
    ].join(',');
  const rows = [
    ...Array.from({ length: SIZES.children }, (_, index) => row(markers.phone(), index)),
    ...Array.from({ length: SIZES.badChildren }, (_, index) => row(markers.idNumber(), index)),
  ];
  return `${[head, ...rows].join('\n')}\n`;
}

/**
 * Fills the agency of a running server with markers. Returns what the figures need of it.
 * @param {string} root @param {string} url @param {NodeJS.ProcessEnv} env
 * @param {Awaited<ReturnType<typeof seedStaff>>} seeded @param {Markers} markers
 */
export async function plant(root, url, env, { agencyId, area, accounts }, markers) {
  const client = (/** @type {string} */ who) => Client.signedIn(url, accounts[who] ?? '');
  const [worker, supervisor, director] = [await client('worker'), await client('supervisor'), await client('director')];
  const rosters = {
    VOLUNTEERS: volunteerRoster(markers, area, SIZES.volunteers, SIZES.badVolunteers),
    CHILDREN: childRoster(markers, area),
  };
  for (const [kind, text] of Object.entries(rosters)) {
    const batchId = await worker.upload(kind, text, `${markers.text('叙')}.csv`);
    const version = await step(worker, 'runImport', 'RunImportInput', { batchId, version: 1 });
    // The children's roster stays without its second person, so that its bad rows stay too.
    if (kind === 'VOLUNTEERS') await step(supervisor, 'confirmImport', 'ConfirmImportInput', { batchId, version });
  }
  await worker.upload('VOLUNTEERS', volunteerRoster(markers, area, SIZES.staged, 20), `${markers.text('叙')}.csv`);
  const volunteers = await pairUp(root, url, env, agencyId, worker, markers);
  return { worker, supervisor, director, auditor: await client('auditor'), volunteers, rosters };
}

/** @param {Client} client @param {string} name @param {string} input @param {object} i */
async function step(client, name, input, i) {
  const query = `mutation ($i: ${input}!) { o: ${name}(input: $i) { __typename ... on ImportBatch { version } ... on UserError { code } } }`;
  const { o } = await client.data(query, { i });
  if (o.__typename !== 'ImportBatch') throw new Error(`${name}: ${JSON.stringify(o)}`);
  return o.version;
}

/**
 * Proposals with reasons in words, pairs with plans, consents and guardians' links.
 * @param {string} root @param {string} url @param {NodeJS.ProcessEnv} env @param {string} agencyId
 * @param {Client} worker @param {Markers} markers
 */
async function pairUp(root, url, env, agencyId, worker, markers) {
  const run = `mutation { o: runMatch(input: { requestId: "figure" }) { __typename ... on MatchRun {
    proposals(first: 200) { edges { node { id version volunteer { id personId phone } } } } } } }`;
  const { o } = await worker.data(run);
  if (o.__typename !== 'MatchRun') throw new Error(`no run: ${o.__typename}`);
  const proposals = o.proposals.edges.map((/** @type {{ node: Proposal }} */ edge) => edge.node);
  for (const { id, version } of proposals.slice(0, SIZES.declined)) {
    const i = { proposalId: id, version, reason: `${markers.text('叙')}，家里说时间不合适` };
    await worker.data('mutation ($i: DeclineProposalInput!) { declineProposal(input: $i) { __typename } }', { i });
  }
  // One pair each, since one account each.
  const onePerVolunteer = new Map(
    proposals.slice(SIZES.declined).map((/** @type {Proposal} */ one) => [one.volunteer.id, one]),
  );
  const chosen = [...onePerVolunteer.values()].slice(0, SIZES.pairs);
  await giveLogins(root, env, agencyId, chosen);
  const own = [];
  for (const { id, version, volunteer } of chosen) {
    const i = { proposalId: id, version };
    const accepted = `mutation ($i: AcceptProposalInput!) { o: acceptProposal(input: $i) { __typename ... on MatchProposal { companionship { id version } } } }`;
    const { companionship } = (await worker.data(accepted, { i })).o;
    const volunteerClient = await Client.signedIn(url, volunteer.phone);
    own.push(volunteerClient);
    await bringForward(worker, volunteerClient, companionship.id, markers);
  }
  return own;
}

/** @param {Client} worker @param {Client} volunteer @param {string} companionshipId @param {Markers} markers */
async function bringForward(worker, volunteer, companionshipId, markers) {
  const version = async () =>
    (await worker.data('query ($id: ID!) { companionship(id: $id) { version } }', { id: companionshipId }))
      .companionship.version;
  /** @param {Client} client @param {string} name @param {string} input @param {object} more */
  const go = async (client, name, input, more) => {
    const query = `mutation ($i: ${input}!) { o: ${name}(input: $i) { __typename ... on UserError { code } } }`;
    const { o } = await client.data(query, { i: { companionshipId, ...more } });
    if (o.code) throw new Error(`${name}: ${JSON.stringify(o)}`);
  };
  await go(volunteer, 'answerCompanionship', 'AnswerCompanionshipInput', {
    version: await version(),
    agree: true,
    acceptConduct: true,
  });
  await go(worker, 'recordConsent', 'RecordConsentInput', {
    version: await version(),
    guardianName: markers.text('司徒'),
    relation: markers.text('叙'),
    method: 'WITNESSED',
    witnessName: markers.text('司徒'),
    serviceAgreementSignedOn: day(-20),
    givenOn: day(-10),
    validUntil: day(200),
    childAnswer: 'YES',
    childAnsweredOn: day(-10),
    paperIds: [await worker.bringPaper(companionshipId, markers)],
  });
  await go(worker, 'approvePlan', 'ApprovePlanInput', {
    version: await version(),
    taskGoal: markers.text('叙'),
    processGoal: markers.text('叙'),
    meetingPlace: markers.text('叙'),
    contactsPerMonth: 2,
  });
  await go(worker, 'createGuardianLink', 'CreateGuardianLinkInput', {});
}

/** @param {string} root @param {NodeJS.ProcessEnv} env @param {string} agencyId @param {readonly Proposal[]} chosen */
async function giveLogins(root, env, agencyId, chosen) {
  await within(root, env, async ({ app, logins, hash, UnitOfWork, Database }) => {
    const passwordHash = await hash(PASSWORD);
    await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
      for (const { volunteer } of chosen) {
        const personId = Buffer.from(volunteer.personId, 'base64url').toString().replace('Person:', '');
        const loginId = await app.get(logins).create(volunteer.phone, passwordHash, 'zh-CN');
        await app.get(Database).manager.query('UPDATE person SET loginId = ? WHERE id = ?', [loginId, personId]);
      }
    });
  });
}
