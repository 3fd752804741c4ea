// Families through the API: who is refused, what a worker records, and what nobody reads before a reason is given.
import type { PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { countStatements } from '../../testing/count-statements.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Child } from '../child.entity.js';
import { Household } from './household.entities.js';
import { HouseholdWriter } from './household-writer.js';

const LONG = 180_000;
const LIST = `query ($f: HouseholdFilter) { households(first: 50, filter: $f) { totalCount edges { node { number } } } }`;
const CHILD = `query ($id: ID!) { child(id: $id) { area household { number } file { __typename
  ... on OpenFile { guardianName guardianPhone guardianRelation school } } } }`;
const mother = { name: '张禾', phone: '13900000001', relation: 'MOTHER', isGuardian: true, isCaregiver: true };
const grandmother = { name: '李桂', relation: 'GRANDMOTHER', education: 'LITERACY_CLASS', isGuardian: false };

let platform: TestApp;
let agency: FamilyAgency;
let worker: TestClient;
const save = (client: TestClient, name: string, i: object) => agency.save(client, name, i);
const familyOf = (client: TestClient, id: string) => agency.familyOf(client, id);
const childId = (name: string) => agency.childId(name);
beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ worker } = agency);
  await agency.addChild('童一', { name: '张禾', phone: '+8613900000001', relation: '妈妈' });
  await agency.addChild('童二', { name: '张禾', phone: '+8613900000001', relation: '妈妈' });
  await agency.addChild('童三', { name: '王姥', phone: '+8613900000003', relation: '外婆' });
  await agency.addChild('童四');
}, LONG);
afterAll(() => platform.stop());

describe('a family that somebody may not know of', () => {
  it('is refused to volunteers, CSR coordinators, donors and everybody else outside the case team', async () => {
    for (const [role, client] of agency.outsiders) {
      const answer = await client.graphql(LIST);
      expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
      const i = { childIds: [childId('童四')], adults: [] };
      const written = await client.graphql(agency.mutation('recordHousehold'), { i });
      expect([role, written.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
    }
  });

  it('answers a worker of another agency, or of another office, as a missing one', async () => {
    const elsewhere = await agency.addChild('南童', undefined, agency.south);
    const own = await save(worker, 'recordHousehold', { childIds: [elsewhere], adults: [] });
    const again = { childIds: [elsewhere], adults: [] };
    const move = { householdId: own.id, since: '2026-11-01' };
    const there = await save(agency.northern, 'recordHousehold', {
      childIds: [await agency.addChild('北童', undefined, agency.north)],
      adults: [],
    });
    for (const client of [agency.stranger, agency.northern]) {
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
    expect(await numbers(agency.stranger)).toEqual([]);
    expect(await numbers(agency.northern)).toEqual([there.number]);
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
    const family = await agency.homeOf('童一');
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
    expect((await familyOf(agency.director, family))?.contactOpen).toBe(false);
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
    expect(await found(String((await familyOf(worker, await agency.homeOf('童一')))?.number))).toBe(1);
  });
});

describe('many households at once', () => {
  it('get numbers in a row, none twice, also where two write at the same time', async () => {
    const { app } = platform;
    const people = await agency.write(() =>
      app
        .get(PeopleRepository)
        .addAll(Array.from({ length: 40 }, (_, index) => ({ agencyId: agency.agencyId, name: `众${index}` }))),
    );
    const add = (some: readonly PersonId[]) =>
      agency.write(() =>
        app.get(HouseholdWriter).addAll(
          agency.agencyId,
          some.map((personId) => ({ members: [{ personId, relation: 'CHILD' as const }] })),
        ),
      );
    await Promise.all([add(people.slice(0, 20)), add(people.slice(20))]);
    const rows = await app.get(Database).repository(Household).findBy({ agencyId: agency.agencyId });
    const numbers = rows.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('a list of families', () => {
  it('costs as many statements for many as for one', async () => {
    const query = `query ($n: Int) { households(first: $n) { edges { node { number contactOpen
      members { name phone } events { kind } needs { domain } addresses { area address } } } } }`;
    const cost = (n: number) => countStatements(platform.app, () => worker.data(query, { n }));
    await cost(1);
    const [one, many] = [await cost(1), await cost(40)];
    expect(many.statements.length).toBe(one.statements.length);
    expect(one.statements.length).toBeLessThan(40);
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
