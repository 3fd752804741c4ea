// Checks that were written down: the paper goes back, and a mistake is taken back, of colleagues as of volunteers; refusals first.
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
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
  TEST_PASSWORD,
} from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { WorkStop } from '../work-stops/work-stop.entity.js';

const TODAY = '2026-11-22' as LocalDate;
const CHECKS =
  'checks { id happenedOn clear counts takenBack takenBackAt paperHere paperGivenBackAt paperGivenBackBy }';
const RECORD = `mutation ($i: RecordServiceCheckInput!) { outcome: recordServiceCheck(input: $i) { __typename } }`;
const KEPT = `query ($personId: ID!) { serviceChecks(personId: $personId) { ${CHECKS} } }`;
const REFUSED = '__typename ... on FactRefused { why }';
const GIVE = `mutation ($id: ID!) { outcome: giveCheckPaperBack(input: { recordCheckId: $id }) { ${REFUSED}
  ... on ServiceChecks { ${CHECKS} } } }`;
const TAKE = `mutation ($i: TakeBackCheckInput!) { outcome: takeBackCheck(input: $i) { ${REFUSED}
  ... on ServiceChecks { ${CHECKS} } } }`;
const LIST = '{ checksDue { due { name outcome } papersHere { id name own happenedOn recordedBy } } }';
const COUNTS = '{ today { colleagueChecksDue checkPapersHere } }';
const OWN = '{ myServiceCheck { outcome until } }';

interface Kept {
  readonly id: string;
  readonly counts: boolean;
  readonly paperHere: boolean;
  readonly paperGivenBackBy: string | null;
  readonly takenBack: string | null;
}
interface Outcome {
  readonly __typename: string;
  readonly why?: string;
  readonly checks?: readonly Kept[];
}
interface List {
  readonly due: readonly { readonly name: string; readonly outcome: string }[];
  readonly papersHere: readonly { readonly id: string; readonly name: string; readonly own: boolean }[];
}

let platform: TestApp;
let agencyId: AgencyId;
const clients = new Map<string, TestClient>();
const people = new Map<string, string>();

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  platform.clock.set(`${TODAY}T02:00:00.000Z`);
  const identifier = 'director@kept.example';
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier });
  await askForNoFactor(app, identifier);
  const director = platform.client();
  await director.signIn(identifier, TEST_PASSWORD);
  clients.set('director', director);
  const elsewhere = await addAgency(app, '别处');
  const add = async (of: AgencyId, key: string, name: string, role: Role) => {
    const own = `${key}@kept.example`;
    people.set(key, await addPerson(app, of, { name, roles: [role], identifier: own }));
    const client = platform.client();
    await client.signIn(own, TEST_PASSWORD);
    clients.set(key, client);
  };
  await add(agencyId, 'supervisor', '陈静', 'SUPERVISOR');
  await add(agencyId, 'second', '顾衡', 'DIRECTOR');
  await add(agencyId, 'worker', '林溪', 'SOCIAL_WORKER');
  await add(agencyId, 'expert', '方竹', 'EXPERT');
  await add(agencyId, 'volunteer', '许诺', 'VOLUNTEER');
  await addVolunteerRecord(app, agencyId, (people.get('volunteer') ?? '') as never);
  await add(elsewhere, 'stranger', '远方', 'SUPERVISOR');
}, 120_000);
afterAll(() => platform.stop());

const by = (key: string) => clients.get(key) ?? platform.client();
const idOf = (key: string) => toGlobalId('Person', people.get(key) ?? '');
const record = (who: string, key: string, said: object = {}) =>
  by(who).data(RECORD, { i: { personId: idOf(key), happenedOn: TODAY, clear: true, paperGivenBack: false, ...said } });
const list = async (who: string) => (await by(who).data<{ checksDue: List }>(LIST)).checksDue;
const kept = async (who: string, key: string) =>
  (await by(who).data<{ serviceChecks: { checks: Kept[] } | null }>(KEPT, { personId: idOf(key) })).serviceChecks
    ?.checks;
const give = async (who: string, id: string) => (await by(who).data<{ outcome: Outcome }>(GIVE, { id })).outcome;
const take = async (who: string, recordCheckId: string, reason = 'WRONG_DATE') =>
  (await by(who).data<{ outcome: Outcome }>(TAKE, { i: { recordCheckId, reason } })).outcome;
const onToday = async (who: string) =>
  (await by(who).data<{ today: { colleagueChecksDue: number; checkPapersHere: number } }>(COUNTS)).today;
const stored = () => platform.app.get(Database).repository(RecordCheck);

it('is for those who write checks down, each of their own agency, and never of their own', async () => {
  await record('supervisor', 'worker');
  await record('director', 'supervisor');
  const [id = '', own = ''] = [
    (await kept('director', 'worker'))?.[0]?.id,
    (await kept('director', 'supervisor'))?.[0]?.id,
  ];
  for (const key of ['worker', 'expert', 'volunteer']) {
    for (const [query, variables] of [
      [KEPT, { personId: idOf('worker') }],
      [GIVE, { id }],
      [TAKE, { i: { recordCheckId: id, reason: 'WRONG_DATE' } }],
    ] as const) {
      expect((await by(key).graphql(query, variables)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  }
  expect(await kept('stranger', 'worker')).toBeUndefined();
  expect(await give('stranger', id)).toMatchObject({ __typename: 'NotFound' });
  expect(await take('stranger', id)).toMatchObject({ __typename: 'NotFound' });
  expect(await give('supervisor', own)).toMatchObject({ why: 'OWN_RECORD' });
  expect(await take('supervisor', own)).toMatchObject({ why: 'OWN_RECORD' });
  expect(await stored().countBy({ agencyId })).toBe(2);
  const { paperGivenBackAt, takenBackAt } = await stored().findOneByOrFail({
    personId: people.get('supervisor') ?? '',
  });
  expect([paperGivenBackAt, takenBackAt]).toEqual([null, null]);
});

it('keeps a paper on the list and on Today until somebody says that it went back, and says who and when', async () => {
  expect((await list('supervisor')).papersHere).toEqual([
    expect.objectContaining({ name: '林溪', own: false, recordedBy: '陈静' }),
    expect.objectContaining({ name: '陈静', own: true, recordedBy: '周岚' }),
  ]);
  expect(await onToday('supervisor')).toMatchObject({ checkPapersHere: 2 });
  expect(await onToday('worker')).toEqual({ colleagueChecksDue: 0, checkPapersHere: 0 });
  const id = (await kept('supervisor', 'worker'))?.[0]?.id ?? '';
  // Of two who say so at once the first stands; the second is told the same.
  const both = await Promise.all([give('supervisor', id), give('director', id)]);
  expect(both.map(({ __typename }) => __typename)).toEqual(['ServiceChecks', 'ServiceChecks']);
  expect(both[0]?.checks?.[0]?.paperGivenBackBy).toBe(both[1]?.checks?.[0]?.paperGivenBackBy);
  const row = await stored().findOneByOrFail({ personId: people.get('worker') ?? '' });
  expect(row.paperGivenBackAt).toBe(platform.clock.nowIso());
  expect((await list('supervisor')).papersHere.map(({ name }) => name)).toEqual(['陈静']);
  expect(await give('director', (await list('director')).papersHere[0]?.id ?? '')).toMatchObject({
    __typename: 'ServiceChecks',
  });
  expect((await list('supervisor')).papersHere).toEqual([]);
  // Ticked at once, it never stands there; a volunteer's as a colleague's.
  await record('supervisor', 'volunteer', { paperGivenBack: true });
  expect((await list('supervisor')).papersHere).toEqual([]);
  expect((await kept('supervisor', 'volunteer'))?.[0]).toMatchObject({ paperHere: false, paperGivenBackBy: '陈静' });
});

it('takes a colleague’s check back: dated, with its reason, once; then it is due again, and may be written anew', async () => {
  expect(await by('worker').data(OWN)).toEqual({ myServiceCheck: { outcome: 'VALID', until: '2027-11-22' } });
  const before = await onToday('supervisor');
  const id = (await kept('supervisor', 'worker'))?.[0]?.id ?? '';
  const both = await Promise.all([take('supervisor', id), take('director', id)]);
  expect(both.map(({ __typename, why }) => why ?? __typename).sort()).toEqual(['ServiceChecks', 'TAKEN_BACK_ALREADY']);
  const row = await stored().findOneByOrFail({ personId: people.get('worker') ?? '' });
  expect(row).toMatchObject({ takenBackAt: platform.clock.nowIso(), takenBackReason: 'WRONG_DATE' });
  expect((await kept('director', 'worker'))?.[0]).toMatchObject({
    counts: false,
    takenBack: 'WRONG_DATE',
    paperHere: false,
  });
  expect((await list('director')).due.find(({ name }) => name === '林溪')).toMatchObject({ outcome: 'MISSING' });
  expect((await onToday('supervisor')).colleagueChecksDue).toBe(before.colleagueChecksDue + 1);
  expect(await by('worker').data(OWN)).toEqual({ myServiceCheck: { outcome: 'MISSING', until: null } });
  expect(await by('volunteer').data(OWN)).toEqual({ myServiceCheck: null });
  expect(await record('supervisor', 'worker', { paperGivenBack: true })).toMatchObject({
    outcome: { __typename: 'ChecksDue' },
  });
  expect(await kept('director', 'worker')).toHaveLength(2);
  const told = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId, action: 'fact.takenBack' });
  expect(told.map(({ subjectId }) => subjectId)).toEqual([people.get('worker')]);
});

it('knows a hit only for directors and its writer, and lets another director alone take it back; work rests on', async () => {
  await record('director', 'expert', { clear: false });
  const id = (await kept('director', 'expert'))?.[0]?.id ?? '';
  expect(await kept('supervisor', 'expert')).toEqual([]);
  expect((await list('supervisor')).papersHere).toEqual([]);
  expect(await take('supervisor', id)).toMatchObject({ __typename: 'NotFound' });
  expect(await give('supervisor', id)).toMatchObject({ __typename: 'NotFound' });
  expect(await take('director', id)).toMatchObject({ why: 'SECOND_PERSON_NEEDED' });
  expect((await list('second')).papersHere).toEqual([expect.objectContaining({ name: '方竹' })]);
  expect(await take('second', id)).toMatchObject({ __typename: 'ServiceChecks' });
  expect(
    await platform.app
      .get(Database)
      .repository(WorkStop)
      .countBy({ agencyId, personId: people.get('expert') ?? '' }),
  ).toBe(1);
});
