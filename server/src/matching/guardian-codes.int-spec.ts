// Guardians' codes on the engine under test: who may make one, that it opens once, and that nothing tells a guess apart.
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { Office } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Throttles } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { countStatements } from '../testing/count-statements.js';
import { Pairs, textsOf } from '../testing/disclosure/pairs.js';
import { People, type Reader } from '../testing/disclosure/people.js';
import { addAgency } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

const LONG = 120_000;
const HOUR = 3_600_000;
const MAKE = `mutation ($i: CreateGuardianCodeInput!) { made: createGuardianCode(input: $i) { __typename
  ... on GuardianCode { code path expiresAt } } }`;
const ENTER = `mutation ($i: EnterByCodeInput!) { entered: enterByCode(input: $i) { __typename
  ... on CodeTaken { path } ... on UserError { code message } } }`;
const LIST = `query ($id: ID!) { guardianLinks(companionshipId: $id) { id kind state revocable openedAt expiresAt } }`;
const REVOKE = 'mutation ($i: RevokeGuardianLinkInput!) { revokeGuardianLink(input: $i) { __typename } }';
const REFUSED = { __typename: 'CodeNotTaken', code: 'CODE_NOT_TAKEN', message: 'This code opens nothing.' };
const TAKEN = { __typename: 'CodeTaken', path: '/guardian' };

interface Made {
  readonly __typename: string;
  readonly code: string;
  readonly path: string;
  readonly expiresAt: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let companionshipId: string;
const readers = new Map<string, Reader>();

beforeAll(async () => {
  platform = await startTestApp({ TRUST_PROXY: 'true' });
  const { app } = platform;
  agencyId = await addAgency(app, '同路');
  const officeId = '01900001-0000-7000-8000-000000000000' as OfficeId;
  const office = { agencyId, name: '北', areaCode: null, startsOn: '2026-01-01', endsOn: null };
  const row = { id: officeId, ...office, createdAt: platform.clock.nowIso() };
  await app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId, name: 'test' }, () => app.get(Database).repository(Office).insert(row));
  const people = new People(app, agencyId, 'codes');
  const worker = await people.join({ name: 'worker', role: 'SOCIAL_WORKER', officeId });
  readers.set('worker', worker);
  for (const role of ['DIRECTOR', 'DONOR', 'CSR_COORDINATOR'] as const) {
    readers.set(role, await people.join({ name: role, role }));
  }
  const workerActor = await people.actor(worker);
  const pairs = new Pairs(app, agencyId, workerActor.personId, '139');
  const record = await pairs.addVolunteer('林青禾', 1, officeId);
  const companion = await people.join({ name: 'VOLUNTEER', role: 'VOLUNTEER', officeId }, record.personId);
  readers.set('VOLUNTEER', companion);
  const child = await pairs.addChild('一', officeId);
  const pair = await pairs.begin(workerActor, await people.actor(companion), child, '一');
  companionshipId = toGlobalId('Companionship', pair);
  const other = new People(app, await addAgency(app, '别处'), 'others');
  readers.set('stranger', await other.join({ name: 'stranger', role: 'SOCIAL_WORKER' }));
}, LONG);
afterAll(() => platform.stop());

let tries = 0;
/** From an address of its own, so that only the test of the limit meets it. */
async function ask(cookie: string, query: string, variables: object = {}, from?: string) {
  tries += 1;
  const response = await fetch(`${platform.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': from ?? `10.1.${Math.floor(tries / 250)}.${tries % 250}`,
      cookie,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { extensions?: { code?: string } }[];
  };
  const session = response.headers.getSetCookie().find((one) => one.startsWith('tongxing_session='));
  return { data: body.data ?? {}, code: body.errors?.[0]?.extensions?.code, cookie: session?.split(';')[0] ?? '' };
}
const cookieOf = (who: string) => readers.get(who)?.cookie ?? '';
const make = async (who = 'worker') =>
  (await ask(cookieOf(who), MAKE, { i: { companionshipId } })).data['made'] as Made;
async function type(code: string, { from, cookie = '' }: { from?: string; cookie?: string } = {}) {
  const answer = await ask(cookie, ENTER, { i: { code } }, from);
  return { entered: answer.data['entered'], cookie: answer.cookie };
}
async function seen(cookie: string) {
  return (await ask(cookie, '{ guardianView { childName expiresAt } }')).data['guardianView'];
}
const newest = async () =>
  (
    (await ask(cookieOf('worker'), LIST, { id: companionshipId })).data['guardianLinks'] as Record<string, unknown>[]
  )[0];
const revoke = async () =>
  (await ask(cookieOf('worker'), REVOKE, { i: { guardianLinkId: (await newest())?.['id'] } })).data[
    'revokeGuardianLink'
  ];

it('is made by nobody who may not make a link, nor for another agency’s family', async () => {
  for (const who of ['DONOR', 'CSR_COORDINATOR', 'VOLUNTEER', 'DIRECTOR']) {
    expect([who, (await ask(cookieOf(who), MAKE, { i: { companionshipId } })).code]).toEqual([who, 'FORBIDDEN']);
  }
  expect((await ask('', MAKE, { i: { companionshipId } })).code).toBe('UNAUTHENTICATED');
  expect(await make('stranger')).toEqual({ __typename: 'NotFound' });
});

it('answers a code that never was, was taken back, is over or was used alike, after the same work', async () => {
  const revoked = await make();
  expect(await revoke()).toEqual({ __typename: 'GuardianLinkEntry' });
  const over = await make();
  platform.clock.advance(24 * HOUR);
  const used = await make();
  expect((await type(used.code)).entered).toEqual(TAKEN);
  // The first refusal of a platform begins its chain of the audit: once in its life.
  await type('2222-2222');
  const work: string[][] = [];
  for (const code of ['2345-6789', revoked.code, over.code, used.code]) {
    const counted = await countStatements(platform.app, () => type(code));
    expect(counted.result).toEqual({ entered: REFUSED, cookie: '' });
    work.push(counted.statements.map((sql) => sql.replace(/\s+/g, ' ').replace(/\b\d+\b/g, 'n')));
  }
  expect(new Set(work.map((statements) => statements.join('\n'))).size).toBe(1);
  for (const nothing of ['', '-', '🙂', 'x'.repeat(5_000)]) expect((await type(nothing)).entered).toEqual(REFUSED);
});

it('opens the own child’s consents once, for two hours, however it was typed', async () => {
  const made = await make();
  expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(made).toMatchObject({ path: '/code', expiresAt: later(24 * HOUR) });
  expect(await newest()).toMatchObject({ kind: 'CODE', state: 'LIVE', revocable: true, openedAt: null });
  const typed = ` ${made.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  const visit = await type(typed);
  expect(visit.entered).toEqual(TAKEN);
  expect(await seen(visit.cookie)).toEqual({ childName: textsOf('一').name, expiresAt: later(2 * HOUR) });
  expect(await newest()).toMatchObject({ state: 'USED', revocable: true, openedAt: platform.clock.nowIso() });
  expect((await type(made.code)).entered).toEqual(REFUSED);
  platform.clock.advance(2 * HOUR);
  expect(await seen(visit.cookie)).toBeNull();
  expect(await newest()).toMatchObject({ state: 'USED', revocable: false });
});

it('is taken back while a visit by it goes on: the next request sees nothing', async () => {
  const { code } = await make();
  const visit = await type(code);
  expect(await seen(visit.cookie)).not.toBeNull();
  await revoke();
  expect(await seen(visit.cookie)).toBeNull();
});

it('ends the link made before it, as a link ends the code', async () => {
  const first = await make();
  const second = await make();
  expect((await type(first.code)).entered).toEqual(REFUSED);
  expect((await type(second.code)).entered).toEqual(TAKEN);
});

it('lets one of nine in who type it at once', async () => {
  const { code } = await make();
  const outcomes = await Promise.all(Array.from({ length: 9 }, () => type(code)));
  expect(outcomes.filter(({ cookie }) => cookie !== '')).toHaveLength(1);
  expect(outcomes.filter(({ entered }) => JSON.stringify(entered) === JSON.stringify(REFUSED))).toHaveLength(8);
});

it('ends the session that the browser had before', async () => {
  const before = await type((await make()).code);
  const after = await type((await make()).code, { cookie: before.cookie });
  expect(after.cookie).not.toBe(before.cookie);
  expect(await seen(before.cookie)).toBeNull();
});

it('refuses an address that goes on guessing, also with the right code, and nobody else', async () => {
  const { code } = await make();
  const from = '203.0.113.9';
  for (let count = 0; count < 30; count += 1) {
    expect(await platform.app.get(Throttles).take('guardian-code', `guess ${count}`, from)).toBeUndefined();
  }
  expect((await type(code, { from })).entered).toMatchObject({ __typename: 'TooManyAttempts' });
  expect((await type(code)).entered).toEqual(TAKEN);
});

it('is remembered: made, used and refused, without the code', async () => {
  const events = await platform.app.get(Database).repository(AuditEvent).find();
  const count = (action: string) => events.filter((event) => event.action === action).length;
  expect(count('guardianCode.created')).toBeGreaterThan(5);
  expect(count('guardianCode.used')).toBeGreaterThan(4);
  const refused = events.filter((event) => event.action === 'guardianCode.refused');
  expect(new Set(refused.map(({ agencyId: chain, facts }) => `${chain === agencyId} ${facts}`))).toEqual(
    new Set(['true {"reason":"ENDED"}', 'false {"reason":"UNKNOWN"}']),
  );
  expect(events.some((event) => event.facts === '{"act":"guardian-code"}')).toBe(true);
});

const later = (milliseconds: number) => new Date(platform.clock.now().getTime() + milliseconds).toISOString();
