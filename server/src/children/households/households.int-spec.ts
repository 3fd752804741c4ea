// Families through the API: who is refused, what a worker records, what changes by dated rows, and what an erasure leaves.
import type { AgencyId, LocalDate, OfficeId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Office, PeopleRepository } from '../../people/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { KeyStore } from '../../platform/keys/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Child } from '../child.entity.js';
import { ChildrenRepository } from '../children.repository.js';
import { Household, HouseholdAddress, HouseholdMember } from './household.entities.js';
import { HouseholdWriter } from './household-writer.js';

const LONG = 180_000;
const FAMILY = `id number familyForm size originProvince note version contactOpen
  members { memberId name phone childId relation education isGuardian isCaregiver since until }
  events { kind happenedOn note } needs { domain priority since until } addresses { area address since until }`;
const SAVED = `__typename ... on Household { ${FAMILY} } ... on InvalidInput { fields { field code } }
  ... on StaleVersion { currentVersion }`;
const mutation = (name: string) =>
  `mutation ($i: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { outcome: ${name}(input: $i) { ${SAVED} } }`;
const ONE = `query ($id: ID!) { household(id: $id) { ${FAMILY} } }`;
const LIST = `query ($f: HouseholdFilter) { households(first: 50, filter: $f) { totalCount edges { node { number } } } }`;
const CHILD = `query ($id: ID!) { child(id: $id) { area household { number } file { __typename
  ... on OpenFile { guardianName guardianPhone guardianRelation school } } } }`;

interface Family {
  readonly __typename: string;
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly contactOpen: boolean;
  readonly members: readonly Readonly<Record<string, string | boolean | null>>[];
  readonly events: readonly object[];
  readonly needs: readonly object[];
  readonly addresses: readonly { readonly address: string | null }[];
  readonly fields?: readonly object[];
}

let platform: TestApp;
let agencyId: AgencyId;
let north: OfficeId;
let south: OfficeId;
let worker: TestClient;
let northern: TestClient;
let director: TestClient;
let stranger: TestClient;
const outsiders: [Role, TestClient][] = [];
const children = new Map<string, string>();

const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);

async function signedIn(agency: AgencyId, role: Role, identifier: string): Promise<TestClient> {
  await addPerson(platform.app, agency, { name: role, roles: [role], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
}

/** A child as a roster leaves one, with a guardian in the own file. */
async function addChild(
  name: string,
  guardian?: { name: string; phone?: string; relation?: string },
  office?: OfficeId,
) {
  const { app } = platform;
  const id = await write(async () => {
    const birthDate = '2016-06-01' as LocalDate;
    const personId = await app.get(PeopleRepository).add({ agencyId, name, gender: 'FEMALE', birthDate });
    const nothing = { languages: ['zh'], needs: ['STUDY'], freeTimes: [], priority: 3, identity: name };
    const child = { ...nothing, agencyId, personId, guardian, areaCode: 'A', school: '河边小学', officeId: office };
    const [childId] = await app.get(ChildrenRepository).addAll(agencyId, [child]);
    return childId ?? '';
  });
  children.set(name, toGlobalId('Child', id));
  return toGlobalId('Child', id);
}
const childId = (name: string) => children.get(name) ?? '';

const save = async (client: TestClient, name: string, i: object): Promise<Family> =>
  (await client.data<{ outcome: Family }>(mutation(name), { i })).outcome;
const familyOf = async (client: TestClient, id: string) =>
  (await client.data<{ household: Family | null }>(ONE, { id })).household;
const mother = { name: '张禾', phone: '13900000001', relation: 'MOTHER', isGuardian: true, isCaregiver: true };
const grandmother = { name: '李桂', relation: 'GRANDMOTHER', education: 'LITERACY_CLASS', isGuardian: false };

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  const areas = ['A', 'B'].map((code) => ({ code, name: `${code}区`, nameEn: code, x: 0, y: 0 }));
  agencyId = await addAgency(app, 'families', areas);
  [north, south] = [app.get(Ids).next<OfficeId>(), app.get(Ids).next<OfficeId>()];
  const office = { agencyId, areaCode: null, startsOn: '2026-01-01', endsOn: null, createdAt: app.get(Clock).nowIso() };
  const offices = [
    { ...office, id: north, name: '北站' },
    { ...office, id: south, name: '南站' },
  ];
  await write(() => app.get(Database).repository(Office).insert(offices));
  worker = await signedIn(agencyId, 'SOCIAL_WORKER', 'worker@families.example');
  director = await signedIn(agencyId, 'DIRECTOR', 'director@families.example');
  const bound = await addPerson(app, agencyId, { name: '北站社工', roles: [], identifier: 'north@families.example' });
  await write(() =>
    app.get(PeopleRepository).assignRole(agencyId, bound, 'SOCIAL_WORKER', '2026-01-01' as LocalDate, north),
  );
  northern = platform.client();
  await northern.signIn('north@families.example', TEST_PASSWORD);
  for (const role of ['VOLUNTEER', 'CSR_COORDINATOR', 'DONOR', 'FINANCE', 'ARCHIVIST', 'AUDITOR'] as const) {
    outsiders.push([role, await signedIn(agencyId, role, `${role.toLowerCase().replace('_', '-')}@families.example`)]);
  }
  stranger = await signedIn(await addAgency(app, 'elsewhere'), 'SOCIAL_WORKER', 'worker@elsewhere.example');
  await addChild('童一', { name: '张禾', phone: '+8613900000001', relation: '妈妈' });
  await addChild('童二', { name: '张禾', phone: '+8613900000001', relation: '妈妈' });
  await addChild('童三', { name: '王姥', phone: '+8613900000003', relation: '外婆' });
  await addChild('童四');
  await addChild('童五');
}, LONG);
afterAll(() => platform.stop());

describe('a family that somebody may not know of', () => {
  it('is refused to volunteers, CSR coordinators, donors and everybody else outside the case team', async () => {
    for (const [role, client] of outsiders) {
      const answer = await client.graphql(LIST);
      expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
      const i = { childIds: [childId('童四')], adults: [] };
      const written = await client.graphql(mutation('recordHousehold'), { i });
      expect([role, written.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
    }
  });

  it('answers a worker of another agency, or of another office, as a missing one', async () => {
    const elsewhere = await addChild('南童', undefined, south);
    const own = await save(worker, 'recordHousehold', { childIds: [elsewhere], adults: [] });
    const again = { childIds: [elsewhere], adults: [] };
    const move = { householdId: own.id, since: '2026-11-01' };
    const there = await save(northern, 'recordHousehold', {
      childIds: [await addChild('北童', undefined, north)],
      adults: [],
    });
    for (const client of [stranger, northern]) {
      expect(await familyOf(client, own.id)).toBeNull();
      expect((await save(client, 'recordHousehold', again)).__typename).toBe('NotFound');
      expect((await save(client, 'moveHousehold', move)).__typename).toBe('NotFound');
      const member = { householdMemberId: own.members[0]?.['memberId'], since: '2026-11-01' };
      expect((await save(client, 'changeCaregiver', member)).__typename).toBe('NotFound');
    }
    const numbers = async (client: TestClient) =>
      (await client.data<{ households: { edges: { node: { number: number } }[] } }>(LIST)).households.edges.map(
        ({ node }) => node.number,
      );
    expect(await numbers(stranger)).toEqual([]);
    expect(await numbers(northern)).toEqual([there.number]);
    expect(await numbers(worker)).toEqual([own.number, there.number]);
  });
});

describe('a family that is recorded', () => {
  it('needs a child who has no household yet, and tells every field that will not do', async () => {
    const refused = await save(worker, 'recordHousehold', {
      childIds: [],
      adults: [
        { ...mother, name: ' ', phone: '12345' },
        { ...grandmother, relation: 'CHILD', isCaregiver: true },
      ],
      size: 0,
      areaCode: 'Z',
      since: '2027-01-01',
    });
    expect(refused.__typename).toBe('InvalidInput');
    expect(refused.fields).toEqual([
      { field: 'childIds', code: 'REQUIRED' },
      { field: 'size', code: 'OUT_OF_RANGE' },
      { field: 'areaCode', code: 'UNKNOWN' },
      { field: 'since', code: 'IN_FUTURE' },
      { field: 'adults.0.name', code: 'REQUIRED' },
      { field: 'adults.0.phone', code: 'INVALID' },
      { field: 'adults.1.relation', code: 'INVALID' },
      { field: 'adults.1.isCaregiver', code: 'ONLY_ONE' },
    ]);
  });

  it('brings along the guardian whom the children’s files name, once for both siblings', async () => {
    const family = await save(worker, 'recordHousehold', {
      childIds: [childId('童一'), childId('童二')],
      adults: [{ ...grandmother, isCaregiver: false }],
      familyForm: 'TWO_PARENT',
      size: 5,
      originProvince: '安徽',
      note: '一家人喜欢一起做饭',
      areaCode: 'A',
      address: '河边路 12 号',
      since: '2025-03-01',
    });
    expect(family).toMatchObject({
      __typename: 'Household',
      familyForm: 'TWO_PARENT',
      size: 5,
      originProvince: '安徽',
    });
    expect(
      family.members.map(({ name, relation, isGuardian, isCaregiver }) => [name, relation, isGuardian, isCaregiver]),
    ).toEqual(
      expect.arrayContaining([
        ['童一', 'CHILD', false, false],
        ['童二', 'CHILD', false, false],
        ['李桂', 'GRANDMOTHER', false, false],
        ['张禾', 'MOTHER', true, true],
      ]),
    );
    expect(family.members).toHaveLength(4);
    const rows = await platform.app.get(Database).repository(Child).find();
    const own = rows.filter(({ householdId }) => householdId === fromGlobalId('Household', family.id));
    expect(own).toHaveLength(2);
    for (const row of own) expect([row.guardianNameSealed, row.guardianPhoneSealed]).toEqual([null, null]);
  });

  it('is not recorded a second time for the same children', async () => {
    const again = await save(worker, 'recordHousehold', { childIds: [childId('童一')], adults: [] });
    expect(again.fields).toEqual([{ field: 'childIds', code: 'HAS_HOUSEHOLD' }]);
  });

  it('shows phone and address to nobody until a reason opens a child’s file, and the guardian’s phone in that file', async () => {
    const family = await byNumberOf('童一');
    const closed = await familyOf(worker, family);
    expect(closed?.contactOpen).toBe(false);
    expect(closed?.addresses.map(({ address }) => address)).toEqual([null]);
    expect(closed?.members.every(({ phone }) => phone === null)).toBe(true);
    const request = 'mutation ($i: RequestFileAccessInput!) { requestFileAccess(input: $i) { __typename } }';
    await worker.data(request, { i: { childId: childId('童二'), reason: '约家访的时间和地点', requestId: 'r1' } });
    const open = await familyOf(worker, family);
    expect(open?.contactOpen).toBe(true);
    expect(open?.addresses.map(({ address }) => address)).toEqual(['河边路 12 号']);
    expect(open?.members.find(({ name }) => name === '张禾')?.['phone']).toBe('+8613900000001');
    expect((await familyOf(director, family))?.contactOpen).toBe(false);
    const { child } = await worker.data<{ child: object }>(CHILD, { id: childId('童二') });
    expect(child).toMatchObject({
      file: { guardianName: '张禾', guardianPhone: '+8613900000001', guardianRelation: '母亲', school: '河边小学' },
    });
  });

  it('is found by a child’s name, and by its number', async () => {
    const found = async (search: string) =>
      (await worker.data<{ households: { totalCount: number } }>(LIST, { f: { search } })).households.totalCount;
    expect(await found('童一')).toBe(1);
    expect(await found('张禾')).toBe(0);
    expect(await found(String((await familyOf(worker, await byNumberOf('童一')))?.number))).toBe(1);
  });
});

describe('a family that changes', () => {
  it('refuses an edit that is based on what somebody else has changed since', async () => {
    const id = await byNumberOf('童一');
    const before = await familyOf(worker, id);
    const i = { householdId: id, version: before?.version, familyForm: 'GRANDPARENT_LED', size: 4 };
    expect(await save(worker, 'changeHousehold', i)).toMatchObject({
      familyForm: 'GRANDPARENT_LED',
      size: 4,
      note: null,
    });
    expect(await save(director, 'changeHousehold', i)).toMatchObject({ __typename: 'StaleVersion' });
  });

  it('keeps who looked after the children before, and has one primary caregiver at a time', async () => {
    const id = await byNumberOf('童一');
    const before = await familyOf(worker, id);
    const next = before?.members.find(({ name }) => name === '李桂')?.['memberId'];
    const early = await save(worker, 'changeCaregiver', { householdMemberId: next, since: '2020-01-01' });
    expect(early.fields).toEqual([{ field: 'since', code: 'BEFORE_BEGIN' }]);
    const family = await save(worker, 'changeCaregiver', { householdMemberId: next, since: '2026-09-01' });
    const caring = family.members.filter(({ isCaregiver }) => isCaregiver);
    expect(caring.map(({ name, since, until }) => [name, since, until])).toEqual([
      ['张禾', null, '2026-09-01'],
      ['李桂', '2026-09-01', null],
    ]);
    expect(family.members.filter(({ name, until }) => name === '张禾' && !until)).toHaveLength(1);
  });

  it('lets two workers at once name a caregiver, and keeps one of them', async () => {
    const id = await byNumberOf('童一');
    const add = (name: string) =>
      save(worker, 'addHouseholdMember', {
        householdId: id,
        adult: { name, relation: 'RELATIVE', isGuardian: false, isCaregiver: true },
        since: '2026-10-01',
      });
    await Promise.all([add('姑姑甲'), add('姑姑乙')]);
    const family = await familyOf(worker, id);
    expect(family?.members.filter(({ isCaregiver, until }) => isCaregiver && !until)).toHaveLength(1);
    const rows = await platform.app.get(Database).repository(HouseholdMember).find();
    expect(rows.filter(({ openCaregiverOf }) => openCaregiverOf === fromGlobalId('Household', id))).toHaveLength(1);
  });

  it('moves with its children, and its address history stays', async () => {
    const id = await byNumberOf('童一');
    const since = '2026-11-01';
    const early = await save(worker, 'moveHousehold', { householdId: id, since: '2024-01-01', areaCode: 'B' });
    expect(early.fields).toEqual([{ field: 'since', code: 'BEFORE_BEGIN' }]);
    const moved = await save(worker, 'moveHousehold', {
      householdId: id,
      since,
      areaCode: 'B',
      address: '山边路 3 号',
    });
    expect(moved.addresses).toEqual([
      { area: 'A区', address: '河边路 12 号', since: '2025-03-01', until: since },
      { area: 'B区', address: '山边路 3 号', since, until: null },
    ]);
    expect((await worker.data<{ child: object }>(CHILD, { id: childId('童二') })).child).toMatchObject({ area: 'B区' });
  });

  it('remembers what happened and what is needed, and when a need was met', async () => {
    const householdId = await byNumberOf('童一');
    const event = { householdId, kind: 'ILLNESS', happenedOn: '2026-08-08', note: '奶奶住院，已经回家' };
    expect((await save(worker, 'recordMajorEvent', { ...event, happenedOn: '2027-08-08' })).fields).toEqual([
      { field: 'happenedOn', code: 'IN_FUTURE' },
    ]);
    expect((await save(worker, 'recordMajorEvent', event)).events).toEqual([
      { kind: 'ILLNESS', happenedOn: '2026-08-08', note: '奶奶住院，已经回家' },
    ]);
    const need = { householdId, domain: 'HOUSING' };
    expect((await save(worker, 'recordFamilyNeed', { ...need, priority: 6 })).fields).toEqual([
      { field: 'priority', code: 'OUT_OF_RANGE' },
    ]);
    await save(worker, 'recordFamilyNeed', { ...need, priority: 5 });
    const met = await save(worker, 'recordFamilyNeed', need);
    expect(met.needs).toEqual([{ domain: 'HOUSING', priority: 5, since: '2026-11-22', until: '2026-11-22' }]);
  });

  it('lets a child move to another household and leaves the sibling where they are', async () => {
    const first = await byNumberOf('童一');
    const other = await save(worker, 'recordHousehold', { childIds: [childId('童三')], adults: [] });
    const i = { childId: childId('童二'), householdId: other.id, since: '2026-11-10' };
    const family = await save(worker, 'moveChildToHousehold', i);
    expect(family.members.filter(({ relation }) => relation === 'CHILD').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['童二', '童三']),
    );
    const before = (await familyOf(worker, first))?.members.find(({ name }) => name === '童二');
    expect(before?.['until']).toBe('2026-11-10');
    expect(await save(worker, 'moveChildToHousehold', { ...i, since: '2026-11-11' })).toMatchObject({
      number: other.number,
    });
    const leaving = family.members.find(({ name }) => name === '童二')?.['memberId'];
    const ended = await save(worker, 'endHouseholdMember', { householdMemberId: leaving, until: '2026-11-20' });
    expect(ended.fields).toEqual([{ field: 'householdMemberId', code: 'IS_CHILD' }]);
  });

  it('takes a number that somebody else has for nobody of the family', async () => {
    await addPerson(platform.app, agencyId, { name: '志愿者甲', roles: ['VOLUNTEER'] });
    const adult = { ...mother, name: '不是张禾', isCaregiver: false };
    const refused = await save(worker, 'addHouseholdMember', { householdId: await byNumberOf('童一'), adult });
    expect(refused.fields).toEqual([{ field: 'adult.phone', code: 'TAKEN' }]);
  });
});

describe('an erasure', () => {
  const erase = (name: string) =>
    director.data<{ outcome: { __typename: string } }>(
      'mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }',
      { i: { personId: toGlobalId('Person', people.get(name) ?? ''), reason: 'OWN_REQUEST', requestId: `e-${name}` } },
    );
  const people = new Map<string, string>();

  it('leaves the household to a sibling, and nothing of it once the last child is gone', async () => {
    await addChild('末一');
    await addChild('末二');
    const family = await save(worker, 'recordHousehold', {
      childIds: [childId('末一'), childId('末二')],
      adults: [{ ...mother, name: '末母', phone: '13900000009' }],
      note: '要被忘记的话',
      address: '要被忘记的路',
    });
    const householdId = fromGlobalId('Household', family.id) ?? '';
    const database = platform.app.get(Database);
    const members = await database.repository(HouseholdMember).findBy({ householdId });
    for (const { name, memberId } of family.members) {
      const row = members.find(({ id }) => id === fromGlobalId('HouseholdMember', String(memberId)));
      people.set(String(name), row?.personId ?? '');
    }
    expect((await erase('末一')).outcome.__typename).toBe('PersonErased');
    expect((await familyOf(worker, family.id))?.members.map(({ name }) => name)).toEqual(['末二', '末母']);
    expect((await erase('末二')).outcome.__typename).toBe('PersonErased');
    expect(await familyOf(worker, family.id)).toBeNull();
    const row = await database.repository(Household).findOneByOrFail({ id: householdId });
    expect([row.noteSealed, row.familyForm, row.erasedAt === null]).toEqual([null, null, false]);
    expect(await database.repository(HouseholdAddress).countBy({ householdId })).toBe(0);
    await platform.app.get(JobWorker).drain();
    const gone = await platform.app.get(KeyStore).get([householdId, people.get('末母') ?? '']);
    expect(gone.map(({ wrapped }) => wrapped)).toEqual([null, null]);
  });

  it('leaves a mother who is a volunteer who she is', async () => {
    const { app } = platform;
    const phone = '+8613900000010';
    const volunteer = await write(async () => {
      const id = await app.get(PeopleRepository).add({ agencyId, name: '志愿母', phone });
      await app.get(PeopleRepository).assignRole(agencyId, id, 'VOLUNTEER', '2026-01-01' as LocalDate);
      return id;
    });
    await addChild('志愿者的孩子', { name: '志愿母', phone, relation: '母亲' });
    const family = await save(worker, 'recordHousehold', { childIds: [childId('志愿者的孩子')], adults: [] });
    const rows = await app
      .get(Database)
      .repository(HouseholdMember)
      .findBy({
        householdId: fromGlobalId('Household', family.id) ?? '',
      });
    expect(rows.map(({ personId }) => personId)).toContain(volunteer);
    people.set('志愿者的孩子', rows.find(({ relation }) => relation === 'CHILD')?.personId ?? '');
    await erase('志愿者的孩子');
    const names = await app.get(PeopleRepository).namesOf(agencyId, [volunteer]);
    expect(names.get(volunteer)).toBe('志愿母');
  });
});

describe('many households at once', () => {
  it('get numbers in a row, none twice, also where two write at the same time', async () => {
    const { app } = platform;
    const people = await write(() =>
      app.get(PeopleRepository).addAll(Array.from({ length: 40 }, (_, index) => ({ agencyId, name: `众${index}` }))),
    );
    const add = (some: readonly PersonId[]) =>
      write(() =>
        app.get(HouseholdWriter).addAll(
          agencyId,
          some.map((personId) => ({ members: [{ personId, relation: 'CHILD' as const }] })),
        ),
      );
    await Promise.all([add(people.slice(0, 20)), add(people.slice(20))]);
    const rows = await app.get(Database).repository(Household).findBy({ agencyId });
    const numbers = rows.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('the schema', () => {
  it('has no field of anybody’s birth policy (T9)', () => {
    const columns = platform.app
      .get(Database)
      .source.entityMetadatas.flatMap(({ columns: all }) => all.map(({ propertyName }) => propertyName));
    expect(columns.filter((name) => /birth(?!Date$)|onlyChild|quota|offspring/i.test(name))).toEqual([]);
  });
});

async function byNumberOf(name: string): Promise<string> {
  const id = fromGlobalId('Child', childId(name)) ?? '';
  const row = await platform.app.get(Database).repository(Child).findOneByOrFail({ id });
  return toGlobalId('Household', row.householdId ?? '');
}
