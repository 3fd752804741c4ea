// What an erasure leaves of a family: the household to a sibling, nothing of it once the last child is gone.
import type { LocalDate } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { KeyStore } from '../../platform/keys/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { Household, HouseholdAddress, HouseholdMember } from './household.entities.js';

const LONG = 180_000;
const mother = { name: '张禾', phone: '13900000001', relation: 'MOTHER', isGuardian: true, isCaregiver: true };

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
}, LONG);
afterAll(() => platform.stop());

describe('an erasure', () => {
  const erase = (name: string) =>
    agency.director.data<{ outcome: { __typename: string } }>(
      'mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename } }',
      { i: { personId: toGlobalId('Person', people.get(name) ?? ''), reason: 'OWN_REQUEST', requestId: `e-${name}` } },
    );
  const people = new Map<string, string>();

  it('leaves the household to a sibling, and nothing of it once the last child is gone', async () => {
    await agency.addChild('末一');
    await agency.addChild('末二');
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
    const volunteer = await agency.write(async () => {
      const id = await app.get(PeopleRepository).add({ agencyId: agency.agencyId, name: '志愿母', phone });
      await app.get(PeopleRepository).assignRole(agency.agencyId, id, 'VOLUNTEER', '2026-01-01' as LocalDate);
      return id;
    });
    await agency.addChild('志愿者的孩子', { name: '志愿母', phone, relation: '母亲' });
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
    const names = await app.get(PeopleRepository).namesOf(agency.agencyId, [volunteer]);
    expect(names.get(volunteer)).toBe('志愿母');
  });
});
