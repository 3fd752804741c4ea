// By a company's directory to the company's pages: a real OpenID provider asks, answers and signs.
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Database } from '../platform/database/index.js';
import {
  DIRECTORY_CLIENT,
  freePort,
  startCompanyDirectory,
  type CompanyDirectory,
} from '../testing/company-directory.js';
import { addAgency, addPerson, askForNoFactor, firstAgency, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { CompanyIdentity, CompanySignIn } from './sso.entities.js';

const DESK = '{ companySignIns { redirectUri signIns { id name code startPath tied state version } } }';
const MINE = '{ myCompanySignIns { id name tiePath tiedAt } }';
const UNTIE = 'mutation ($id: ID!) { untieMyCompanySignIn(input: { signInId: $id }) { tiedAt } }';
const SAVE = `mutation ($i: SaveCompanySignInInput!) { outcome: saveCompanySignIn(input: $i) { __typename
  ... on CompanySignIn { id code version tied } ... on InvalidInput { fields { field code } } } }`;
const END =
  'mutation ($id: ID!) { outcome: endCompanySignIn(input: { signInId: $id }) { __typename ... on CompanySignIn { state tied } } }';
const VIEWER = '{ viewer { face name } }';

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly version?: number;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}

let platform: TestApp;
let directory: CompanyDirectory;
let agencyId: AgencyId;
let director: TestClient;
let signInId: string;
let version: number;

const ask = async (client: TestClient, query: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(query, { i })).outcome;
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
const fields = (more: object = {}) => ({
  ...{ name: '海蓝科技', code: 'hailan', issuer: directory.issuer, ...DIRECTORY_CLIENT },
  ...more,
});
async function person(name: string, roles: readonly Role[], agency = agencyId): Promise<TestClient> {
  const identifier = `${name}@example.org`;
  await addPerson(platform.app, agency, { name, roles, identifier });
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
}
/** A browser's way: ours, the directory's pages with its own cookies, and back to ours. The last address of ours. */
async function walk(client: TestClient, path: string): Promise<string> {
  const begun = await client.fetch(path);
  let next = begun.headers.get('location') ?? '';
  if (!next.startsWith(directory.issuer)) return next;
  const jar = new Map<string, string>();
  for (let hop = 0; hop < 8 && next.startsWith(directory.issuer); hop += 1) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar.values()].join('; ') } });
    for (const set of answer.headers.getSetCookie()) jar.set(set.slice(0, set.indexOf('=')), set.split(';')[0] ?? '');
    next = new URL(answer.headers.get('location') ?? '', next).href;
  }
  return (await client.fetch(next.slice(platform.address.length))).headers.get('location') ?? '';
}
beforeAll(async () => {
  const port = await freePort();
  platform = await startTestApp({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` });
  directory = await startCompanyDirectory(`${platform.address}/sso/callback`);
  agencyId = await firstAgency(platform.app, {
    ...{ name: '深圳同行社会工作服务中心', director: '周主任', identifier: 'director@example.org' },
  });
  await askForNoFactor(platform.app, 'director@example.org');
  director = platform.client();
  await director.signIn('director@example.org', TEST_PASSWORD);
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await directory.stop();
});

describe('who keeps the directories', () => {
  it('is the director: neither a worker, nor a coordinator, nor somebody who is not signed in', async () => {
    const worker = await person('worker', ['SOCIAL_WORKER']);
    const coordinator = await person('first', ['CSR_COORDINATOR']);
    for (const client of [worker, coordinator]) {
      expect(await codeOf(client, DESK)).toBe('FORBIDDEN');
      expect(await codeOf(client, SAVE, { i: fields() })).toBe('FORBIDDEN');
      expect(await codeOf(client, END, { id: 'x' })).toBe('FORBIDDEN');
    }
    for (const query of [DESK, MINE]) expect(await codeOf(platform.client(), query)).toBe('UNAUTHENTICATED');
  });

  it('is told every wrong field, and that nobody answers at an address', async () => {
    const empty = { name: ' ', code: 'A', issuer: 'ftp://x', registeredAs: '', clientSecret: '' };
    expect((await ask(director, SAVE, empty)).fields).toEqual([
      { field: 'name', code: 'REQUIRED' },
      { field: 'registeredAs', code: 'REQUIRED' },
      { field: 'clientSecret', code: 'REQUIRED' },
      { field: 'code', code: 'WRONG_FORM' },
      { field: 'issuer', code: 'WRONG_FORM' },
    ]);
    const nobody = await ask(director, SAVE, fields({ issuer: 'http://127.0.0.1:1' }));
    expect(nobody.fields).toEqual([{ field: 'issuer', code: 'NO_ANSWER' }]);
    // A page that answers, and is no directory.
    const page = await ask(director, SAVE, fields({ issuer: platform.address }));
    expect(page.fields).toEqual([{ field: 'issuer', code: 'NO_ANSWER' }]);
    expect(await platform.app.get(Database).repository(CompanySignIn).count()).toBe(0);
  });

  it('adds one; the secret is sealed and never told; name and code are nobody else’s', async () => {
    const saved = await ask(director, SAVE, fields());
    expect(saved).toMatchObject({ __typename: 'CompanySignIn', code: 'hailan', version: 1, tied: 0 });
    ({ id: signInId = '', version = 0 } = saved);
    const kept = JSON.stringify(await platform.app.get(Database).repository(CompanySignIn).find());
    expect(kept).not.toContain(DIRECTORY_CLIENT.clientSecret);
    const again = await ask(director, SAVE, fields());
    expect(again.fields).toEqual([
      { field: 'name', code: 'TAKEN' },
      { field: 'code', code: 'TAKEN' },
    ]);
    const renamed = { ...fields({ name: '海蓝科技有限公司' }), signInId, version, clientSecret: null };
    expect(await ask(director, SAVE, renamed)).toMatchObject({ __typename: 'CompanySignIn', version: 2 });
    expect(await ask(director, SAVE, renamed)).toMatchObject({ __typename: 'StaleVersion' });
    const { companySignIns } = await director.data<{ companySignIns: object }>(DESK);
    expect(companySignIns).toMatchObject({
      redirectUri: `${platform.address}/sso/callback`,
      signIns: [{ name: '海蓝科技有限公司', startPath: '/sso/hailan', tied: 0, state: 'ACTIVE', version: 2 }],
    });
  });
});

describe('tying an account', () => {
  it('is refused without a session, to a worker, to a volunteer of the agency, and to another agency’s coordinator', async () => {
    directory.signedIn = 'employee-7';
    const other = await addAgency(platform.app, '另一家');
    const worker = await person('worker2', ['SOCIAL_WORKER']);
    const both = await person('both', ['EMPLOYEE', 'VOLUNTEER']);
    const stranger = await person('stranger', ['CSR_COORDINATOR'], other);
    expect(await walk(platform.client(), '/sso/hailan?tie')).toBe('/sign-in?company=not_yours');
    expect(await walk(worker, '/sso/hailan?tie')).toBe('/agency/account?company=not_yours');
    expect(await walk(both, '/sso/hailan?tie')).toBe('/volunteer/account?company=not_yours');
    expect(await walk(stranger, '/sso/hailan?tie')).toBe('/company/account?company=not_yours');
    expect(await worker.data(MINE)).toEqual({ myCompanySignIns: [] });
    expect(await platform.app.get(Database).repository(CompanyIdentity).count()).toBe(0);
  });

  it('lets whoever tied it come in by the directory, and by nothing before that', async () => {
    directory.signedIn = 'coordinator-1';
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in?company=not_tied');
    const coordinator = await person('lin', ['CSR_COORDINATOR']);
    expect(await walk(coordinator, '/sso/hailan?tie')).toBe('/company/account?company=tied');
    expect(await coordinator.data(MINE)).toMatchObject({ myCompanySignIns: [{ tiedAt: platform.clock.nowIso() }] });
    const browser = platform.client();
    expect(await walk(browser, '/sso/HAILAN')).toBe('/sign-in');
    expect(await browser.data(VIEWER)).toEqual({ viewer: { face: 'COMPANY', name: 'lin' } });
    const kept = JSON.stringify(await platform.app.get(Database).repository(CompanyIdentity).find());
    expect(kept).not.toContain('coordinator-1');
  });

  it('gives one of the directory to one person, and a person one of the directory', async () => {
    directory.signedIn = 'coordinator-1';
    const second = await person('wang', ['CSR_COORDINATOR']);
    expect(await walk(second, '/sso/hailan?tie')).toBe('/company/account?company=taken');
    directory.signedIn = 'employee-8';
    const employee = await person('employee', ['EMPLOYEE']);
    expect(await walk(employee, '/sso/hailan?tie')).toBe('/volunteer/account?company=tied');
    directory.signedIn = 'employee-9';
    expect(await walk(employee, '/sso/hailan?tie')).toBe('/volunteer/account?company=tied');
    directory.signedIn = 'employee-8';
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in?company=not_tied');
  });
});

describe('coming in', () => {
  it('is refused to whoever turns back at the directory, and for a way back that nobody began', async () => {
    directory.signedIn = undefined;
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in?company=refused');
    expect(await walk(platform.client(), '/sso/nobody')).toBe('/sign-in?company=unknown');
    const back = await platform.client().fetch('/sso/callback?code=x&state=y');
    expect(back.headers.get('location')).toBe('/sign-in?company=late');
  });

  it('wants the answer in the browser that asked, in time, and once', async () => {
    directory.signedIn = 'coordinator-1';
    // An answer that somebody else's browser is made to deliver: state and PKCE are not theirs.
    const [mine, theirs] = [platform.client(), platform.client()];
    await mine.fetch('/sso/hailan');
    const begun = await theirs.fetch('/sso/hailan');
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const forged = await mine.fetch(`/sso/callback?code=stolen&state=${state}`);
    expect(forged.headers.get('location')).toBe('/sign-in?company=refused');
    const late = platform.client();
    await late.fetch('/sso/hailan');
    platform.clock.advance(601_000);
    const answered = await late.fetch('/sso/callback?code=x&state=y');
    expect(answered.headers.get('location')).toBe('/sign-in?company=late');
    expect(await late.data(VIEWER)).toEqual({ viewer: null });
  });

  it('ends for whoever has become more to the agency, and begins again never by itself', async () => {
    directory.signedIn = 'becomes-worker';
    const grown = await person('grown', ['CSR_COORDINATOR']);
    expect(await walk(grown, '/sso/hailan?tie')).toBe('/company/account?company=tied');
    await inAgency(platform.app, agencyId, async () => {
      await platform.app.get(Database).manager
        .query(`UPDATE role_assignment SET role = 'SOCIAL_WORKER' WHERE personId IN
          (SELECT personId FROM company_identity WHERE signInId IN (SELECT id FROM company_sign_in)) AND personId =
          (SELECT personId FROM company_identity ORDER BY id DESC LIMIT 1)`);
    });
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in?company=not_yours');
  });

  it('ends for whoever unties, and for all where the director ends it', async () => {
    directory.signedIn = 'coordinator-1';
    const lin = platform.client();
    expect(await walk(lin, '/sso/hailan')).toBe('/sign-in');
    expect(await lin.data(UNTIE, { id: signInId })).toEqual({ untieMyCompanySignIn: [{ tiedAt: null }] });
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in?company=not_tied');
    directory.signedIn = 'employee-9';
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in');
    expect(await director.data(END, { id: signInId })).toEqual({
      outcome: { __typename: 'CompanySignIn', state: 'ENDED', tied: 0 },
    });
    expect(await walk(platform.client(), '/sso/hailan')).toBe('/sign-in?company=unknown');
    expect(await platform.app.get(Database).repository(CompanyIdentity).count()).toBe(0);
  });
});
