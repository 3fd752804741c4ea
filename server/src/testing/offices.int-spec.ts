// Offices on the engine under test: who may not, names told apart, and nobody left with a closed one.
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { PeopleRepository, VolunteersRepository } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from './staff.js';
import { startTestApp, type TestApp, type TestClient } from './test-app.js';

const ANSWER = `__typename ... on Office { id name startsOn endsOn } ... on InvalidInput { fields { field code } }`;
const OPEN = `mutation ($i: OpenOfficeInput!) { outcome: openOffice(input: $i) { ${ANSWER} } }`;
const RENAME = `mutation ($i: RenameOfficeInput!) { outcome: renameOffice(input: $i) { ${ANSWER} } }`;
const CLOSE = `mutation ($i: CloseOfficeInput!) { outcome: closeOffice(input: $i) { __typename
  ... on Office { id endsOn } ... on OfficeInUse { colleagues volunteers children rosters } } }`;
const GRANT = `mutation ($i: GrantRoleInput!) { outcome: grantRole(input: $i) { __typename
  ... on StaffMember { posts { id role office } } } }`;
const END = 'mutation ($i: EndRoleInput!) { outcome: endRole(input: $i) { __typename } }';
const INVITE = 'mutation ($i: InvitePersonInput!) { outcome: invitePerson(input: $i) { __typename } }';
const TODAY = '2026-11-22';
const YESTERDAY = '2026-11-21';
const STRANGE = toGlobalId('Office', '01900000-0000-7000-8000-0000000000ff');

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly posts?: readonly { readonly id: string; readonly role: string; readonly office: string | null }[];
}
let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let supervisor: TestClient;
let worker: PersonId;
let north: string;
let south: string;

const act = async (mutation: string, i: object, client = director): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const open = async (name: string): Promise<string> => (await act(OPEN, { name })).id ?? '';
const remembered = (action: string) => platform.app.get(Database).repository(AuditEvent).countBy({ agencyId, action });
/** How many volunteers and children belong to an office. */
async function inOffice(globalId: string): Promise<number[]> {
  const id = fromGlobalId('Office', globalId);
  const count = async (table: 'volunteer' | 'child') =>
    (await platform.app.get(Database).read<{ id: string }>(`SELECT id FROM ${table} WHERE officeId = ?`, [id])).length;
  return [await count('volunteer'), await count('child')];
}

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@offices.example' });
  worker = await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'] });
  await addPerson(app, agencyId, { name: '陈静', roles: ['SUPERVISOR'], identifier: 'supervisor@offices.example' });
  director = platform.client();
  supervisor = platform.client();
  expect(await director.signIn('director@offices.example', TEST_PASSWORD)).toBe('Viewer');
  expect(await supervisor.signIn('supervisor@offices.example', TEST_PASSWORD)).toBe('Viewer');
}, 60_000);
afterAll(() => platform.stop());

it('are not a supervisor’s to open, rename or close', async () => {
  const tries = [
    [OPEN, { name: '北站' }],
    [RENAME, { officeId: STRANGE, name: '北站' }],
    [CLOSE, { officeId: STRANGE }],
  ] as const;
  for (const [mutation, i] of tries) {
    const { errors } = await supervisor.graphql(mutation, { i });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
});

it('need a name of their own, and are open from today', async () => {
  const refused = (code: string) => ({ __typename: 'InvalidInput', fields: [{ field: 'name', code }] });
  expect(await act(OPEN, { name: '  ' })).toEqual(refused('REQUIRED'));
  expect(await act(OPEN, { name: '站'.repeat(81) })).toEqual(refused('TOO_LONG'));
  expect(await act(OPEN, { name: ' 北站 ' })).toMatchObject({ name: '北站', startsOn: TODAY, endsOn: null });
  expect(await act(OPEN, { name: '北站' })).toEqual(refused('TAKEN'));
  south = await open('南站');
  expect(await act(RENAME, { officeId: south, name: '北站' })).toEqual(refused('TAKEN'));
  expect(await act(RENAME, { officeId: south, name: '江南站' })).toMatchObject({ name: '江南站' });
  expect(await remembered('office.renamed')).toBe(1);
});

it('of another agency are as missing ones', async () => {
  const elsewhere = await addAgency(platform.app, '别处');
  const boss = { name: '别人', roles: ['DIRECTOR'], identifier: 'other@offices.example' } as const;
  await addPerson(platform.app, elsewhere, boss);
  const stranger = platform.client();
  expect(await stranger.signIn(boss.identifier, TEST_PASSWORD)).toBe('Viewer');
  for (const officeId of [south, STRANGE, 'nonsense']) {
    expect(await act(RENAME, { officeId, name: '他站' }, stranger)).toEqual({ __typename: 'NotFound' });
    expect(await act(CLOSE, { officeId }, stranger)).toEqual({ __typename: 'NotFound' });
  }
});

describe('an office that closes', () => {
  beforeAll(async () => {
    north = await open('桥头站');
  });

  it('names the colleagues who work there, will work there, or are invited to', async () => {
    const personId = toGlobalId('Person', worker);
    const granted = await act(GRANT, { personId, role: 'SUPERVISOR', officeId: north, startsOn: '2026-12-01' });
    const roles = [{ role: 'ARCHIVIST', officeId: north }];
    await act(INVITE, { name: '何远', identifier: 'heyuan@offices.example', roles });
    expect(await act(CLOSE, { officeId: north })).toEqual({
      __typename: 'OfficeInUse',
      colleagues: ['林溪', '何远'],
      volunteers: 0,
      children: 0,
      rosters: 0,
    });
    const postId = granted.posts?.find(({ office }) => office === '桥头站')?.id;
    expect(await act(END, { postId, endsOn: YESTERDAY, reason: 'OTHER_TASK' })).toMatchObject({
      __typename: 'StaffMember',
    });
    expect(await act(CLOSE, { officeId: north })).toMatchObject({ colleagues: ['何远'] });
    expect(await remembered('office.closeRefused')).toBe(2);
    const invitation = `{ staffList { members { name account { invitationId } } } }`;
    const { staffList } = await director.data<{
      staffList: { members: { name: string; account: { invitationId: string | null } }[] };
    }>(invitation);
    const invitationId = staffList.members.find(({ name }) => name === '何远')?.account.invitationId;
    const revoke = 'mutation ($i: RevokeInvitationInput!) { revokeInvitation(input: $i) { __typename } }';
    await director.data(revoke, { i: { invitationId } });
  });

  it('asks where its volunteers and children go, and moves them in the same step', async () => {
    const from = fromGlobalId('Office', north) as OfficeId;
    await peopleOf(from);
    expect(await act(CLOSE, { officeId: north })).toMatchObject({ colleagues: [], volunteers: 1, children: 1 });
    for (const officeId of [STRANGE, north, 'nonsense']) {
      expect(await act(CLOSE, { officeId: north, moveTo: { officeId } })).toEqual({ __typename: 'NotFound' });
    }
    expect(await act(CLOSE, { officeId: north, moveTo: { officeId: south } })).toMatchObject({ endsOn: YESTERDAY });
    expect([await inOffice(north), await inOffice(south)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('is nowhere to work any more, nor to be renamed; its name may be used again', async () => {
    const personId = toGlobalId('Person', worker);
    const closed = { personId, role: 'ARCHIVIST', officeId: north, startsOn: TODAY };
    expect(await act(GRANT, closed)).toEqual({ __typename: 'NotFound' });
    expect(await act(RENAME, { officeId: north, name: '旧站' })).toEqual({ __typename: 'NotFound' });
    expect(await act(CLOSE, { officeId: north })).toEqual({ __typename: 'NotFound' });
    expect(await act(OPEN, { name: '桥头站' })).toMatchObject({ __typename: 'Office' });
  });

  it('may hand its people to the whole agency', async () => {
    expect(await act(CLOSE, { officeId: south })).toMatchObject({ volunteers: 1, children: 1 });
    expect(await act(CLOSE, { officeId: south, moveTo: {} })).toMatchObject({ __typename: 'Office' });
    expect(await inOffice(south)).toEqual([0, 0]);
  });
});

/** One volunteer and one child of an office. */
async function peopleOf(officeId: OfficeId): Promise<void> {
  const { app } = platform;
  const volunteer = await addPerson(app, agencyId, { name: '许诺', roles: ['VOLUNTEER'] });
  const day = { birthDate: '2016-06-01' as LocalDate };
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    const nothing = { languages: ['zh'], needs: [], skills: [], freeTimes: [] };
    await app.get(VolunteersRepository).addAll([{ agencyId, personId: volunteer, officeId, places: 1, ...nothing }]);
    const personId = await app.get(PeopleRepository).add({ agencyId, name: '小石', ...day });
    const child = { agencyId, personId, officeId, identity: '小石', priority: 3, ...nothing };
    await app.get(ChildrenRepository).addAll(agencyId, [child]);
  });
}
