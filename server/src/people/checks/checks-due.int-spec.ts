// Whose record checks are due, and who may write the answer down: refusals first; nobody adult is exempt.
import { addDays, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { RecordCheck } from '../../screening/index.js';
import {
  addAgency,
  addPerson,
  addVolunteerRecord,
  askForNoFactor,
  firstAgency,
  inAgency,
  TEST_PASSWORD,
} from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { PeopleRepository } from '../people.repository.js';
import { WorkStop } from '../work-stops/work-stop.entity.js';

const DUE = 'total minors windowDays validDays due { personId name colleague volunteerId outcome until }';
const LIST = `{ checksDue { ${DUE} } }`;
const RECORD = `mutation ($i: RecordServiceCheckInput!) { outcome: recordServiceCheck(input: $i) { __typename
  ... on ChecksDue { ${DUE} } ... on FactRefused { why } ... on InvalidInput { fields { field code } } } }`;
const TODAY = '2026-11-22' as LocalDate;

interface Due {
  readonly total: number;
  readonly minors: number;
  readonly due: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly until: string | null;
    readonly colleague: boolean;
  }[];
}

let platform: TestApp;
let agencyId: AgencyId;
const clients = new Map<string, TestClient>();
const people = new Map<string, string>();
let director: TestClient;

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  platform.clock.set(`${TODAY}T02:00:00.000Z`);
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@checks.example' });
  await askForNoFactor(app, 'director@checks.example');
  const elsewhere = await addAgency(app, '别处');
  const add = async (of: AgencyId, key: string, name: string, role: Role) => {
    const identifier = `${key}@checks.example`;
    people.set(key, await addPerson(app, of, { name, roles: [role], identifier }));
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    clients.set(key, client);
  };
  await add(agencyId, 'supervisor', '陈静', 'SUPERVISOR');
  await add(agencyId, 'worker', '林溪', 'SOCIAL_WORKER');
  await add(agencyId, 'expert', '方竹', 'EXPERT');
  await add(agencyId, 'donor', '沈月', 'DONOR');
  await add(agencyId, 'volunteer', '许诺', 'VOLUNTEER');
  await add(elsewhere, 'stranger', '远方', 'SUPERVISOR');
  await addVolunteerRecord(app, agencyId, (people.get('volunteer') ?? '') as never);
  const minor = { agencyId, name: '小满', birthDate: '2010-05-05' as LocalDate };
  await inAgency(app, agencyId, async () => {
    const repository = app.get(PeopleRepository);
    const personId = await repository.add(minor);
    await repository.assignRole(agencyId, personId, 'VOLUNTEER', TODAY);
    people.set('minor', personId);
  });
  await addVolunteerRecord(app, agencyId, (people.get('minor') ?? '') as never);
  director = platform.client();
  await director.signIn('director@checks.example', TEST_PASSWORD);
}, 120_000);
afterAll(() => platform.stop());

const by = (key: string) => clients.get(key) ?? platform.client();
const due = async (client: TestClient) => (await client.data<{ checksDue: Due }>(LIST, {})).checksDue;
const record = async (client: TestClient, key: string, said: object = {}) => {
  const personId = toGlobalId('Person', people.get(key) ?? '');
  const i = { personId, happenedOn: TODAY, clear: true, paperGivenBack: true, ...said };
  return (await client.data<{ outcome: Due & { readonly __typename: string } }>(RECORD, { i })).outcome;
};
const rows = () => platform.app.get(Database).repository(RecordCheck);
const nameOf = ({ name }: { readonly name: string }) => name;

it('is for those who look at the papers only, each of their own agency', async () => {
  const personId = toGlobalId('Person', people.get('worker') ?? '');
  const i = { personId, happenedOn: TODAY, clear: true, paperGivenBack: true };
  for (const key of ['worker', 'expert', 'donor', 'volunteer']) {
    expect((await by(key).graphql(LIST, {})).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await by(key).graphql(RECORD, { i })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  expect((await due(by('stranger'))).due.map(nameOf)).toEqual(['远方']);
  expect(await record(by('stranger'), 'worker')).toMatchObject({ __typename: 'NotFound' });
  // A donor meets nobody, and is asked for nothing.
  expect(await record(director, 'donor')).toMatchObject({ __typename: 'NotFound' });
  expect(await rows().count()).toBe(0);
});

it('lists volunteers and colleagues alike, the expert and the director too; a minor is counted beside them', async () => {
  const { due: all, minors, total } = await due(director);
  expect(all.map(nameOf).sort()).toEqual(['周岚', '方竹', '林溪', '许诺', '陈静'].sort());
  expect(all.every(({ outcome }) => outcome === 'MISSING')).toBe(true);
  expect([minors, total]).toEqual([1, 6]);
  expect(all.find(({ name }) => name === '许诺')).toMatchObject({ colleague: false });
});

it('keeps result, day and checker, and nothing twice, of tomorrow or by oneself', async () => {
  const supervisor = by('supervisor');
  expect(await record(supervisor, 'worker', { happenedOn: addDays(TODAY, 1) })).toMatchObject({
    fields: [{ field: 'happenedOn', code: 'IN_THE_FUTURE' }],
  });
  expect(await record(supervisor, 'supervisor')).toMatchObject({ why: 'OWN_RECORD' });
  const after = await record(supervisor, 'worker');
  expect(after.due.map(nameOf)).not.toContain('林溪');
  expect(await record(supervisor, 'worker')).toMatchObject({
    fields: [{ field: 'happenedOn', code: 'RECORDED_ALREADY' }],
  });
  const [row] = await rows().find();
  expect(row).toMatchObject({
    ...{ result: 'CLEAR', happenedOn: TODAY, recordedBy: people.get('supervisor') },
    ...{ paperGivenBackBy: people.get('supervisor'), paperGivenBackAt: platform.clock.nowIso() },
  });
  const told = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId, action: 'fact.recorded' });
  expect(JSON.stringify(told)).not.toContain('CLEAR');
});

it('of two who write the same paper down at once one does', async () => {
  const both = await Promise.all([record(director, 'volunteer'), record(by('supervisor'), 'volunteer')]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['ChecksDue', 'InvalidInput']);
  expect(await rows().countBy({ personId: people.get('volunteer') ?? '' })).toBe(1);
});

it('comes back into the list as the year ends: within the window, on its last day, and the day after', async () => {
  const at = async (days: number) => {
    platform.clock.set(`${addDays(TODAY, days)}T02:00:00.000Z`);
    await by('supervisor').signIn('supervisor@checks.example', TEST_PASSWORD);
    return (await due(by('supervisor'))).due.find(({ name }) => name === '林溪');
  };
  const until = addDays(TODAY, 365);
  expect(await at(300)).toBeUndefined();
  expect(await at(336)).toMatchObject({ outcome: 'RENEWAL_DUE', until });
  expect(await at(365)).toMatchObject({ outcome: 'RENEWAL_DUE', until });
  expect(await at(366)).toMatchObject({ outcome: 'EXPIRED', until });
  platform.clock.set(`${TODAY}T02:00:00.000Z`);
  await by('supervisor').signIn('supervisor@checks.example', TEST_PASSWORD);
});

it('a hit stops a colleague’s work at once, and only the director reads why', async () => {
  await director.signIn('director@checks.example', TEST_PASSWORD);
  await record(director, 'expert', { clear: false });
  const stops = platform.app.get(Database).repository(WorkStop);
  expect(await stops.countBy({ agencyId, personId: people.get('expert') ?? '' })).toBe(1);
  expect((await by('expert').graphql('{ viewer { name } }', {})).data).toMatchObject({ viewer: null });
  expect((await due(director)).due.find(({ name }) => name === '方竹')).toMatchObject({ outcome: 'STOPPED' });
  expect((await due(by('supervisor'))).due.find(({ name }) => name === '方竹')).toMatchObject({
    outcome: 'NOT_AVAILABLE',
    until: null,
  });
});
