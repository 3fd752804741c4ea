// Guardians' personal links on the engine under test: who may look after them, and that one taken back is dead at once.
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';
import { Agency, Office } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { Pairs, textsOf } from '../testing/disclosure/pairs.js';
import { People, type Reader } from '../testing/disclosure/people.js';
import { addAgency } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { FamilyLinks } from './index.js';

const LONG = 120_000;
const DAY = 86_400_000;
const PHONE = '021-55550000';
const LIST = `query ($id: ID!) { guardianLinks(companionshipId: $id) {
  id state guardianName madeBy createdAt expiresAt revokedAt openedAt } }`;
const REVOKE = `mutation ($i: RevokeGuardianLinkInput!) { revokeGuardianLink(input: $i) { __typename
  ... on GuardianLinkEntry { id state revokedAt } } }`;
const VIEW = '{ guardianView { childName } }';
const ENDED = '{ endedLink { agencyName contactPhone } }';

interface Link {
  readonly id: string;
  readonly state: string;
  readonly openedAt: string | null;
  readonly revokedAt: string | null;
}

let platform: TestApp;
let agencyId: AgencyId;
let pairId: string;
const readers = new Map<string, Reader>();

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await addAgency(app, '同路');
  await write(() => app.get(Database).repository(Agency).update({ id: agencyId }, { contactPhone: PHONE }));
  const [north, south] = [await addOffice('01900001'), await addOffice('01900002')];
  const people = new People(app, agencyId, 'links');
  const join = async (name: string, role: NonNullable<Reader['role']>, officeId?: OfficeId) => {
    readers.set(name, await people.join({ name, role, officeId }));
  };
  await join('worker', 'SOCIAL_WORKER', north);
  await join('colleague', 'SOCIAL_WORKER', north);
  await join('southern', 'SOCIAL_WORKER', south);
  for (const role of ['DIRECTOR', 'DONOR', 'CSR_COORDINATOR', 'AUDITOR'] as const) await join(role, role);
  const worker = await people.actor(reader('worker'));
  const pairs = new Pairs(app, agencyId, worker.personId, '139');
  const record = await pairs.addVolunteer('林青禾', 1, north);
  const companion = await people.join({ name: 'VOLUNTEER', role: 'VOLUNTEER', officeId: north }, record.personId);
  readers.set('VOLUNTEER', companion);
  pairId = await pairs.begin(worker, await people.actor(companion), await pairs.addChild('一', north), '一');
  const other = new People(app, await addAgency(app, '别处'), 'others');
  readers.set('stranger', await other.join({ name: 'stranger', role: 'SOCIAL_WORKER' }));
}, LONG);
afterAll(() => platform.stop());

const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
async function addOffice(start: string): Promise<OfficeId> {
  const id = `${start}-0000-7000-8000-000000000000` as OfficeId;
  const facts = { areaCode: null, startsOn: '2026-01-01', endsOn: null, createdAt: platform.clock.nowIso() };
  await write(() =>
    platform.app
      .get(Database)
      .repository(Office)
      .insert({ id, agencyId, name: start, ...facts }),
  );
  return id;
}
function reader(name: string): Reader {
  const found = readers.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}
async function asked(cookie: string, query: string, variables: object = {}) {
  const response = await fetch(`${platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { extensions?: { code?: string } }[];
  };
}
const cookieOf = (who: string) => (who === 'visitor' ? '' : reader(who).cookie);
const codeOf = async (who: string, query: string, variables: object) =>
  (await asked(cookieOf(who), query, variables)).errors?.[0]?.extensions?.code;
const linksFor = async (who: string) => {
  const { data } = await asked(cookieOf(who), LIST, { id: toGlobalId('Companionship', pairId) });
  return data?.['guardianLinks'] as Link[];
};
const revoke = async (who: string, guardianLinkId: string) =>
  (await asked(cookieOf(who), REVOKE, { i: { guardianLinkId } })).data?.['revokeGuardianLink'] as Link & {
    __typename: string;
  };
const ended = async (cookie: string) => (await asked(cookie, ENDED)).data?.['endedLink'];
const view = async (cookie: string) => (await asked(cookie, VIEW)).data?.['guardianView'];

async function make(): Promise<string> {
  const outcome = await platform.app.get(FamilyLinks).create(await actorOf('worker'), pairId);
  if (!outcome.ok) throw new Error('no link was made');
  return outcome.value.path;
}
const actorOf = (name: string) => new People(platform.app, agencyId, 'again').actor(reader(name));
/** Follows a link as a phone does; the cookies that came with it. */
async function open(path: string) {
  const response = await fetch(`${platform.address}${path}`, { redirect: 'manual' });
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return { to: response.headers.get('location'), cookie: cookies.join('; ') };
}

it('shows and takes back nothing for whoever may not make one', async () => {
  await make();
  const [link] = await linksFor('worker');
  const i = { guardianLinkId: link?.id };
  const companionship = { id: toGlobalId('Companionship', pairId) };
  for (const who of ['DONOR', 'CSR_COORDINATOR', 'VOLUNTEER', 'AUDITOR', 'DIRECTOR'] as const) {
    expect([who, await codeOf(who, LIST, companionship), await codeOf(who, REVOKE, { i })]).toEqual([
      who,
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  }
  expect(await codeOf('visitor', LIST, companionship)).toBe('UNAUTHENTICATED');
  expect(await codeOf('visitor', REVOKE, { i })).toBe('UNAUTHENTICATED');
  const missing = await revoke('worker', toGlobalId('GuardianLink', '01900000-0000-7000-8000-00000000beef'));
  expect(missing).toEqual({ __typename: 'NotFound' });
  for (const who of ['southern', 'stranger']) {
    expect(await linksFor(who)).toBeNull();
    expect(await revoke(who, link?.id ?? '')).toEqual(missing);
  }
  expect((await linksFor('worker'))[0]?.state).toBe('LIVE');
});

it('lists for whom, by whom, until when and when it was opened, to the case team', async () => {
  const path = await make();
  const [before] = await linksFor('colleague');
  expect(before).toMatchObject({
    ...{ state: 'LIVE', guardianName: textsOf('一').guardian, madeBy: 'worker', openedAt: null, revokedAt: null },
    expiresAt: new Date(platform.clock.now().getTime() + 14 * DAY).toISOString(),
  });
  platform.clock.advance(60_000);
  await open(path);
  const [after, older] = await linksFor('colleague');
  expect(after?.openedAt).toBe(platform.clock.nowIso());
  // A new link ends the one before it.
  expect(older?.state).toBe('REVOKED');
});

it('dies at once when it is taken back, kindly, and is remembered once', async () => {
  const path = await make();
  const visit = await open(path);
  expect(visit.to).toBe('/guardian');
  expect(await view(visit.cookie)).toEqual({ childName: textsOf('一').name });
  expect(await ended(visit.cookie)).toBeNull();
  const [link] = await linksFor('worker');
  // By a colleague: whoever made it may be away.
  expect(await revoke('colleague', link?.id ?? '')).toMatchObject({
    __typename: 'GuardianLinkEntry',
    state: 'REVOKED',
  });
  platform.clock.advance(1_000);
  expect(await revoke('worker', link?.id ?? '')).toMatchObject({ state: 'REVOKED' });
  expect(await view(visit.cookie)).toBeNull();
  const whom = { agencyName: '同路', contactPhone: PHONE };
  expect(await ended(visit.cookie)).toEqual(whom);
  const again = await open(path);
  expect(again.to).toBe('/guardian?link=ended');
  expect(again.cookie).not.toContain('tongxing_session');
  expect(await ended(again.cookie)).toEqual(whom);
  expect(await view(again.cookie)).toBeNull();
  const subjectId = fromGlobalId('GuardianLink', link?.id ?? '') ?? '';
  const events = platform.app.get(Database).repository(AuditEvent);
  expect(await events.countBy({ action: 'guardianLink.revoked', subjectId })).toBe(1);
});

it('says whom to call after its days as well, and nothing to whoever guesses', async () => {
  const path = await make();
  platform.clock.advance(14 * DAY);
  const late = await open(path);
  expect(late.to).toBe('/guardian?link=ended');
  expect(await ended(late.cookie)).toMatchObject({ agencyName: '同路' });
  const guessed = await open('/g/not-a-secret');
  expect(guessed).toEqual({ to: '/guardian?link=ended', cookie: '' });
  expect(await ended('tongxing_link=not-a-secret; tongxing_session=nor-this')).toBeNull();
  expect(await ended('')).toBeNull();
});
