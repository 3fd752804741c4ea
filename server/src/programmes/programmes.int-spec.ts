// Programmes and places, on the engine under test: who may not, what each criterion asks, and that a place is never given
// twice, however many ask for the last one at once.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { addAgency, addChildRecord, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { ProgrammePlace } from './programme.entities.js';

const CREATE = `mutation ($i: CreateProgrammeInput!) { outcome: createProgramme(input: $i) { __typename
  ... on Programme { id version places held } ... on InvalidInput { fields { field code } } } }`;
const CHANGE = `mutation ($i: ChangeProgrammeInput!) { outcome: changeProgramme(input: $i) { __typename
  ... on Programme { version places } ... on StaleVersion { currentVersion } } }`;
const ENROL = `mutation ($i: EnrolChildInput!) { outcome: enrolChild(input: $i) { __typename
  ... on ProgrammePlace { id startsOn child { id } }
  ... on EnrolmentRefused { why places findings { criterion outcome remedy wanted found from } } } }`;
const END = `mutation ($i: EndProgrammePlaceInput!) { outcome: endProgrammePlace(input: $i) { __typename
  ... on ProgrammePlace { endsOn endReason } ... on InvalidInput { fields { field code } } } }`;
const CHILD = `query ($id: ID!) { child(id: $id) { programmePlaces { programme endsOn endReason }
  programmeChoices { programme { id held } fits }
  coverage { level support standing { kind name } } } }`;
const DESK = {
  name: '流动书桌助学计划',
  nameEn: 'Mobile Desk',
  level: 'CHILD',
  support: 'INSTRUMENTAL',
  criteria: {
    minAge: 6,
    maxAge: 15,
    schoolStages: ['PRIMARY', 'JUNIOR'],
    allowOutOfSchool: true,
    registrations: ['RURAL'],
    categoriesAny: ['MIGRANT'],
  },
  places: 2,
  startsOn: '2026-01-01',
};

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly why?: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let supervisor: TestClient;
let worker: TestClient;
let requests = 0;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const places = () => platform.app.get(Database).repository(ProgrammePlace);
const enrol = (programmeId: string, childId: string, requestId = `r${(requests += 1)}`, client = worker) =>
  act(client, ENROL, { programmeId, childId, requestId });
const programme = async (more: object = {}) =>
  (await act(supervisor, CREATE, { ...DESK, name: `${DESK.name}${(requests += 1)}`, ...more })).id;

async function child(facts: Record<string, string> = {}, in_: AgencyId = agencyId): Promise<string> {
  const personId = await addPerson(platform.app, in_, { name: '小满', roles: [] });
  await addChildRecord(platform.app, in_, personId);
  const known = { schoolStage: 'PRIMARY', registration: 'RURAL', categories: '["MIGRANT"]', ...facts };
  const { birthDate = '2017-03-04', ...columns } = known as Record<string, string>;
  return platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: in_, name: 'test' }, async () => {
    const { manager } = platform.app.get(Database);
    await manager.query('UPDATE person SET birthDate = ? WHERE id = ?', [birthDate, personId]);
    for (const [column, value] of Object.entries(columns)) {
      await manager.query(`UPDATE child SET ${column} = ? WHERE personId = ?`, [value === '' ? null : value, personId]);
    }
    const [row] = await manager.query<{ id: string }[]>('SELECT id FROM child WHERE personId = ?', [personId]);
    return toGlobalId('Child', row?.id ?? '');
  });
}

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@desk.example' });
  const signedIn = async (role: 'SOCIAL_WORKER' | 'SUPERVISOR', name: string) => {
    const identifier = `${role.toLowerCase()}@desk.example`;
    await addPerson(app, agencyId, { name, roles: [role], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  };
  worker = await signedIn('SOCIAL_WORKER', '林溪');
  supervisor = await signedIn('SUPERVISOR', '陈静');
}, 60_000);
afterAll(() => platform.stop());

describe('a programme is not set up', () => {
  it('by a social worker, who sees programmes and gives places', async () => {
    const refused = await worker.graphql(CREATE, { i: DESK });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await worker.graphql('{ programmes { name } }')).errors).toBeUndefined();
  });

  it('with settings that mean nothing, each of them named', async () => {
    const wrong = { name: ' ', places: 0, endsOn: '2025-12-31' };
    const criteria = { minAge: 12, maxAge: 6, schoolStages: ['KINDER'], registrations: ['MOON'] };
    expect(await act(supervisor, CREATE, { ...DESK, ...wrong, criteria })).toMatchObject({
      fields: [
        { field: 'name', code: 'REQUIRED' },
        { field: 'places', code: 'OUT_OF_RANGE' },
        { field: 'endsOn', code: 'BEFORE_START' },
        { field: 'maxAge', code: 'BELOW_MINIMUM' },
        { field: 'schoolStages', code: 'UNKNOWN_WORD' },
        { field: 'registrations', code: 'UNKNOWN_WORD' },
      ],
    });
    const name = `${DESK.name}又一个`;
    await programme({ name });
    expect(await act(supervisor, CREATE, { ...DESK, name })).toMatchObject({ fields: [{ code: 'TAKEN' }] });
  });

  it('over what a colleague changed meanwhile', async () => {
    const programmeId = await programme();
    const change = { ...DESK, name: `${DESK.name}改`, programmeId, version: 1, places: 5 };
    expect(await act(supervisor, CHANGE, change)).toMatchObject({ version: 2, places: 5 });
    expect(await act(supervisor, CHANGE, change)).toMatchObject({ __typename: 'StaleVersion', currentVersion: 2 });
  });
});

describe('a place is not given', () => {
  it('to a child of another agency, nor in its programme, nor by a volunteer', async () => {
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = await child({}, elsewhere);
    const programmeId = await programme();
    expect(await enrol(programmeId, stranger)).toEqual({ __typename: 'NotFound' });
    expect(await enrol(toGlobalId('Programme', '01900000-0000-7000-8000-0000000000ff'), await child())).toEqual({
      __typename: 'NotFound',
    });
    await addPerson(platform.app, agencyId, { name: '宋词', roles: ['VOLUNTEER'], identifier: 'helper@desk.example' });
    const helper = platform.client();
    await helper.signIn('helper@desk.example', TEST_PASSWORD);
    const refused = await helper.graphql(ENROL, { i: { programmeId, childId: await child(), requestId: 'v' } });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('before every criterion is known and met; the refusal says each of them, and is remembered', async () => {
    const programmeId = await programme();
    const childId = await child({ registration: 'URBAN', schoolStage: '', birthDate: '2021-02-03' });
    const refused = (await enrol(programmeId, childId)) as unknown as Record<string, unknown>;
    expect(refused).toMatchObject({ __typename: 'EnrolmentRefused', why: 'CRITERIA', places: 2 });
    expect(refused['findings']).toMatchObject([
      { criterion: 'PERIOD', outcome: 'MET' },
      { criterion: 'AGE', outcome: 'NOT_MET', remedy: 'WAIT_UNTIL', from: '2027-02-03' },
      { criterion: 'SCHOOL_STAGE', outcome: 'UNKNOWN', remedy: 'RECORD_FACT' },
      { criterion: 'REGISTRATION', outcome: 'NOT_MET', remedy: 'CORRECT_OR_OTHER', found: ['URBAN'] },
      { criterion: 'CATEGORY', outcome: 'MET' },
    ]);
    const events = platform.app.get(Database).repository(AuditEvent);
    expect(await events.countBy({ agencyId, action: 'programme.enrolRefused' })).toBe(1);
    expect(await places().countBy({ agencyId })).toBe(0);
  });

  it('twice to one child in one programme, and the same request gives the same place', async () => {
    const programmeId = await programme();
    const childId = await child();
    const first = await enrol(programmeId, childId, 'same');
    expect(await enrol(programmeId, childId, 'same')).toEqual(first);
    expect(await enrol(programmeId, childId)).toMatchObject({ why: 'HAS_A_PLACE' });
    // A request's name says nothing to whoever uses it for another child.
    expect(await enrol(programmeId, await child(), 'same')).toEqual({ __typename: 'NotFound' });
  });
});

describe('the last places', () => {
  it('go to as many children as there are places, though twelve ask at once', async () => {
    const programmeId = await programme({ places: 3 });
    const children: string[] = [];
    for (let one = 0; one < 12; one += 1) children.push(await child());
    const outcomes = await Promise.all(children.map((childId) => enrol(programmeId, childId)));
    const given = outcomes.filter(({ __typename }) => __typename === 'ProgrammePlace');
    expect(given).toHaveLength(3);
    expect(outcomes.filter(({ why }) => why === 'NO_PLACE_LEFT')).toHaveLength(9);
    const id = Buffer.from(programmeId, 'base64url').toString('utf8').split(':')[1] ?? '';
    expect(await places().countBy({ agencyId, programmeId: id })).toBe(3);
  });

  it('are free again once a family passes theirs on (P16), and the place that ended stays', async () => {
    const programmeId = await programme({ places: 1 });
    const [first, second] = [await child(), await child()];
    const place = await enrol(programmeId, first);
    expect(await enrol(programmeId, second)).toMatchObject({ why: 'NO_PLACE_LEFT', places: 1 });
    const end = { programmePlaceId: place.id, endsOn: '2026-11-22', why: 'YIELDED' };
    expect(await act(worker, END, { ...end, endsOn: '2026-11-23' })).toMatchObject({ fields: [{ field: 'endsOn' }] });
    expect(await act(worker, END, end)).toMatchObject({ endReason: 'YIELDED' });
    expect(await act(worker, END, end)).toEqual({ __typename: 'NotFound' });
    expect(await enrol(programmeId, second)).toMatchObject({ __typename: 'ProgrammePlace' });
    const { child: told } = await worker.data<{ child: { programmePlaces: unknown[] } }>(CHILD, { id: first });
    expect(told.programmePlaces).toMatchObject([{ endsOn: '2026-11-22', endReason: 'YIELDED' }]);
  });
});

it('the child’s page tells what stands in each of eight fields, and which programmes would fit', async () => {
  const programmeId = await programme();
  const familyId = await programme({ level: 'FAMILY', support: 'EXPRESSIVE', criteria: { minAge: 16 } });
  const id = await child();
  const before = await worker.data<{ child: { programmeChoices: { programme: { id: string }; fits: boolean }[] } }>(
    CHILD,
    { id },
  );
  const fits = new Map(before.child.programmeChoices.map((choice) => [choice.programme.id, choice.fits]));
  expect([fits.get(programmeId), fits.get(familyId)]).toEqual([true, false]);
  await enrol(programmeId, id);
  const { child: after } = await worker.data<{
    child: { coverage: { level: string; support: string; standing: { kind: string }[] }[] };
  }>(CHILD, { id });
  expect(after.coverage).toHaveLength(8);
  expect(after.coverage.filter(({ standing }) => standing.length > 0)).toMatchObject([
    { level: 'CHILD', support: 'INSTRUMENTAL', standing: [{ kind: 'PROGRAMME' }] },
  ]);
});
