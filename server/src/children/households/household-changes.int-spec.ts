// What changes in a family is a row more: care, addresses, needs, and where a child lives.
import { Database } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { addPerson } from '../../testing/staff.js';
import { HouseholdMember } from './household.entities.js';

const LONG = 180_000;
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
  await save(worker, 'recordHousehold', {
    childIds: [childId('童一'), childId('童二')],
    adults: [{ ...grandmother, isCaregiver: false }],
    ...{ size: 5, note: '一家人喜欢一起做饭', areaCode: 'A', address: '河边路 12 号', since: '2025-03-01' },
  });
  // Whoever records may read phone and address with a reason.
  const request = 'mutation ($i: RequestFileAccessInput!) { requestFileAccess(input: $i) { __typename } }';
  await worker.data(request, { i: { childId: childId('童一'), reason: '约家访的时间和地点', requestId: 'r1' } });
}, LONG);
afterAll(() => platform.stop());

describe('a family that changes', () => {
  it('refuses an edit that is based on what somebody else has changed since', async () => {
    const id = await agency.homeOf('童一');
    const before = await familyOf(worker, id);
    const i = { householdId: id, version: before?.version, familyForm: 'GRANDPARENT_LED', size: 4 };
    expect(await save(worker, 'changeHousehold', i)).toMatchObject({
      familyForm: 'GRANDPARENT_LED',
      size: 4,
      note: null,
    });
    expect(await save(agency.director, 'changeHousehold', i)).toMatchObject({ __typename: 'StaleVersion' });
  });

  it('keeps who looked after the children before, and has one primary caregiver at a time', async () => {
    const id = await agency.homeOf('童一');
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
    const id = await agency.homeOf('童一');
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
    const id = await agency.homeOf('童一');
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
    const householdId = await agency.homeOf('童一');
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
    const first = await agency.homeOf('童一');
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
    const former = '{ child(id: $id) { household { number } formerHouseholds { householdId number since until } } }';
    const lived = async (client: TestClient, name: string) =>
      (await client.data<{ child: object | null }>(`query ($id: ID!) ${former}`, { id: childId(name) })).child;
    const home = await familyOf(worker, first);
    expect(await lived(worker, '童二')).toMatchObject({
      household: { number: other.number },
      formerHouseholds: [{ householdId: first, number: home?.number, until: '2026-11-10' }],
    });
    expect(await lived(worker, '童一')).toMatchObject({ formerHouseholds: [] });
    expect(await lived(agency.stranger, '童二')).toBeNull();
    const leaving = family.members.find(({ name }) => name === '童二')?.['memberId'];
    const ended = await save(worker, 'endHouseholdMember', { householdMemberId: leaving, until: '2026-11-20' });
    expect(ended.fields).toEqual([{ field: 'householdMemberId', code: 'IS_CHILD' }]);
  });

  it('takes a number that somebody else has for nobody of the family', async () => {
    await addPerson(platform.app, agency.agencyId, { name: '志愿者甲', roles: ['VOLUNTEER'] });
    const adult = { ...mother, name: '不是张禾', isCaregiver: false };
    const refused = await save(worker, 'addHouseholdMember', { householdId: await agency.homeOf('童一'), adult });
    expect(refused.fields).toEqual([{ field: 'adult.phone', code: 'TAKEN' }]);
  });
});
