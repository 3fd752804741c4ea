// Facts written down at the desk, on the engine under test: who may not, what counts from when, and how a mistake stays
// visible. A helper's page never shows the case (T14).
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { toGlobalId } from '../../../platform/graphql/index.js';
import { addChildRecord, addPerson, addVolunteerRecord, firstAgency, TEST_PASSWORD } from '../../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../../testing/test-app.js';
import { Office } from '../../agencies/office.entity.js';
import { Person, RoleAssignment } from '../../person.entity.js';
import { Volunteer } from '../volunteer.entity.js';

const ANSWER = `__typename ... on FactRefused { why } ... on InvalidInput { fields { field code } }
  ... on Volunteer { eligibility { findings { requirement outcome } } story { facts { id kind happenedOn counts takenBack recordedBy } } }`;
const RECORD = `mutation ($i: RecordFactInput!) { outcome: recordFact(input: $i) { ${ANSWER} } }`;
const CHECK = `mutation ($i: RecordCheckInput!) { outcome: recordCheck(input: $i) { ${ANSWER} } }`;
const TAKE_BACK = `mutation ($i: TakeBackFactInput!) { outcome: takeBackFact(input: $i) { ${ANSWER} } }`;
const KIND = `mutation ($i: AddVolunteerKindInput!) { outcome: addVolunteerKind(input: $i) { __typename
  ... on Volunteer { story { kinds { id kind startsOn endsOn } } } ... on InvalidInput { fields { field code } } } }`;
const END_KIND = `mutation ($i: EndVolunteerKindInput!) { outcome: endVolunteerKind(input: $i) { __typename
  ... on Volunteer { story { kinds { kind endsOn } } } } }`;
const STORY = `query ($id: ID!) { volunteer(id: $id) { name story { facts { id kind counts takenBack }
  service { startsOn endsOn } kinds { kind } stops { startsOn endsOn } } papers { id factId } companionships { id } } }`;

interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly counts: boolean;
  readonly takenBack: string | null;
}
interface Outcome {
  readonly __typename: string;
  readonly story?: { readonly facts: readonly Fact[] };
  readonly eligibility?: { readonly findings: readonly { requirement: string; outcome: string }[] };
}

let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let supervisor: TestClient;
let worker: TestClient;
let supervisorId: PersonId;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const inAgency = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const story = async (client: TestClient, id: string) =>
  (
    await client.data<{ volunteer: { story: { facts: Fact[]; kinds: unknown[]; stops: unknown[] } } | null }>(STORY, {
      id,
    })
  ).volunteer;

async function volunteer(name: string): Promise<string> {
  const personId = await addPerson(platform.app, agencyId, { name, roles: ['VOLUNTEER'] });
  await addVolunteerRecord(platform.app, agencyId, personId);
  await inAgency(() => rows(Person).update({ id: personId }, { birthDate: '1990-04-05' }));
  const { id } = await rows(Volunteer).findOneByOrFail({ personId });
  return toGlobalId('Volunteer', id);
}
async function signedIn(
  name: string,
  role: 'SOCIAL_WORKER' | 'SUPERVISOR' | 'DIRECTOR' | 'VOLUNTEER',
  officeId?: string,
) {
  const identifier = `${role.toLowerCase()}.${officeId === undefined ? 'all' : 'south'}@facts.example`;
  const personId = await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
  if (officeId !== undefined) await inAgency(() => rows(RoleAssignment).update({ personId }, { officeId }));
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return { client, personId };
}

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@facts.example' });
  director = platform.client();
  await director.signIn('director@facts.example', TEST_PASSWORD);
  ({ client: worker } = await signedIn('林溪', 'SOCIAL_WORKER'));
  ({ client: supervisor, personId: supervisorId } = await signedIn('陈静', 'SUPERVISOR'));
}, 60_000);
afterAll(() => platform.stop());

describe('the page of somebody who helps', () => {
  it('says nothing of the case where the same person is served, or was (T14)', async () => {
    const id = await volunteer('许愿');
    const plain = await story(worker, id);
    const { personId } = await rows(Volunteer).findOneByOrFail({ id: decoded(id) });
    await addChildRecord(platform.app, agencyId, personId as PersonId);
    const query = `query ($id: ID!) { volunteer(id: $id) { id name phone languages skills places papers { id }
      companionships { id } story { facts { id } service { startsOn endsOn } kinds { kind } stops { startsOn } } } }`;
    const served = JSON.stringify(await worker.data(query, { id }));
    expect(await story(worker, id)).toEqual(plain);
    const child = await platform.app
      .get(Database)
      .read<{ id: string; pseudonym: string }>('SELECT id, pseudonym FROM child WHERE personId = ?', [personId]);
    expect(child).toHaveLength(1);
    for (const { id: childId, pseudonym } of child) {
      for (const told of [childId, toGlobalId('Child', childId), pseudonym]) expect(served).not.toContain(told);
    }
  });

  it('is a missing one to a volunteer, and to a worker of another office', async () => {
    const id = await volunteer('宋词');
    const office = { id: '01900000-0000-7000-8000-00000000a001', agencyId, name: '南站', areaCode: null };
    const other = { ...office, id: '01900000-0000-7000-8000-00000000a002', name: '北站' };
    const open = { startsOn: '2026-01-01', endsOn: null, createdAt: '2026-01-01T00:00:00.000Z' };
    await inAgency(() =>
      rows(Office).insert([
        { ...office, ...open },
        { ...other, ...open },
      ]),
    );
    await inAgency(() => rows(Volunteer).update({ id: decoded(id) }, { officeId: other.id }));
    const { client: southern } = await signedIn('何远', 'SOCIAL_WORKER', office.id);
    expect(await story(southern, id)).toBeNull();
    const fact = { volunteerId: id, kind: 'PRE_SERVICE', happenedOn: '2026-11-01' };
    expect(await act(southern, RECORD, fact)).toEqual({ __typename: 'NotFound' });
    const { client: helper } = await signedIn('宋词', 'VOLUNTEER');
    const refused = await helper.graphql(RECORD, { i: fact });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('a fact is not written down', () => {
  it('for a day to come, to an end before its day, twice for one day, or with a paper of somebody else', async () => {
    const volunteerId = await volunteer('唐果');
    const record = (more: object) => act(worker, RECORD, { volunteerId, kind: 'PRE_SERVICE', ...more });
    expect(await record({ happenedOn: '2026-11-23' })).toMatchObject({ fields: [{ code: 'IN_THE_FUTURE' }] });
    expect(await record({ happenedOn: '2026-11-20', validUntil: '2026-11-19' })).toMatchObject({
      fields: [{ field: 'validUntil', code: 'BEFORE_START' }],
    });
    const paperIds = [toGlobalId('StoredFile', '01900000-0000-7000-8000-0000000000ff')];
    expect(await record({ happenedOn: '2026-11-20', paperIds })).toMatchObject({ fields: [{ field: 'paperIds' }] });
    expect((await story(worker, volunteerId))?.story.facts).toEqual([]);
    expect(await record({ happenedOn: '2026-11-20' })).toMatchObject({ __typename: 'Volunteer' });
    expect(await record({ happenedOn: '2026-11-20' })).toMatchObject({ fields: [{ code: 'RECORDED_ALREADY' }] });
  });

  it('by whoever it is about, and a record check by no social worker; a check does not come as another fact', async () => {
    await addVolunteerRecord(platform.app, agencyId, supervisorId);
    const own = toGlobalId('Volunteer', (await rows(Volunteer).findOneByOrFail({ personId: supervisorId })).id);
    const check = { volunteerId: own, clear: true, happenedOn: '2026-11-20' };
    expect(await act(supervisor, CHECK, check)).toEqual({ __typename: 'FactRefused', why: 'OWN_RECORD' });
    expect(await rows(AuditEvent).countBy({ agencyId, action: 'fact.recordRefused' })).toBe(1);
    const refused = await worker.graphql(CHECK, { i: check });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const other = await volunteer('孟夏');
    const sly = { volunteerId: other, kind: 'CHECK_CLEAR', happenedOn: '2026-11-20' };
    expect(await act(worker, RECORD, sly)).toEqual({ __typename: 'NotFound' });
  });
});

describe('a fact that is written down', () => {
  it('counts at once, says who wrote it, and makes somebody ready when it was the last one missing', async () => {
    const volunteerId = await volunteer('乔木');
    const fact = (kind: string) => act(worker, RECORD, { volunteerId, kind, happenedOn: '2026-11-20' });
    await fact('PRE_SERVICE');
    await fact('AGREEMENT');
    const ready = await act(supervisor, CHECK, { volunteerId, clear: true, happenedOn: '2026-11-21' });
    expect(ready.eligibility?.findings.every(({ outcome }) => outcome === 'VALID')).toBe(true);
    expect(ready.story?.facts).toMatchObject([
      { kind: 'PRE_SERVICE', counts: true, recordedBy: '林溪' },
      { kind: 'AGREEMENT', counts: true },
      { kind: 'CHECK_CLEAR', counts: true, recordedBy: '陈静' },
    ]);
  });

  it('goes on standing once it is taken back, counts no longer, and is taken back once', async () => {
    const volunteerId = await volunteer('安宁');
    const written = await act(worker, RECORD, { volunteerId, kind: 'AGREEMENT', happenedOn: '2026-11-20' });
    const factId = written.story?.facts[0]?.id;
    const back = await act(worker, TAKE_BACK, { factId, reason: 'WRONG_DATE' });
    expect(back.story?.facts).toMatchObject([{ counts: false, takenBack: 'WRONG_DATE' }]);
    expect(back.eligibility?.findings).toContainEqual({ requirement: 'VOLUNTEER_AGREEMENT', outcome: 'MISSING' });
    expect(await act(worker, TAKE_BACK, { factId, reason: 'WRONG_DATE' })).toMatchObject({ why: 'TAKEN_BACK_ALREADY' });
    // The right one is added beside it, on the very same day too.
    const again = await act(worker, RECORD, { volunteerId, kind: 'AGREEMENT', happenedOn: '2026-11-20' });
    expect(again.story?.facts.map(({ counts }) => counts).sort()).toEqual([false, true]);
  });
});

describe('a check that is not clear', () => {
  it('stops all work at once, is no word on anybody else’s screen, and is undone by another director only', async () => {
    const volunteerId = await volunteer('陆离');
    const hit = await act(supervisor, CHECK, { volunteerId, clear: false, happenedOn: '2026-11-21' });
    const factId = hit.story?.facts[0]?.id;
    expect(hit.story?.facts).toMatchObject([{ kind: 'CHECK_HIT' }]);
    expect((await story(director, volunteerId))?.story.stops).toHaveLength(1);
    expect((await story(director, volunteerId))?.story.facts).toMatchObject([{ kind: 'CHECK_HIT' }]);
    // To the worker it is as if nobody had asked yet; that work stands still shows without its day.
    expect((await story(worker, volunteerId))?.story).toMatchObject({ facts: [], stops: [] });
    expect(await act(worker, TAKE_BACK, { factId, reason: 'WRONG_PERSON' })).toEqual({ __typename: 'NotFound' });
    expect(await act(supervisor, TAKE_BACK, { factId, reason: 'WRONG_PERSON' })).toMatchObject({
      why: 'DIRECTOR_NEEDED',
    });
    expect(await act(director, TAKE_BACK, { factId, reason: 'WRONG_PERSON' })).toMatchObject({
      __typename: 'Volunteer',
    });
    const events = await rows(AuditEvent).findBy({ agencyId, action: 'fact.recorded' });
    expect(events.some(({ facts }) => facts.includes('HIT'))).toBe(false);
  });

  it('is not undone by the director who wrote it', async () => {
    const volunteerId = await volunteer('顾盼');
    const hit = await act(director, CHECK, { volunteerId, clear: false, happenedOn: '2026-11-21' });
    const factId = hit.story?.facts[0]?.id;
    expect(await act(director, TAKE_BACK, { factId, reason: 'WRONG_PERSON' })).toMatchObject({
      why: 'SECOND_PERSON_NEEDED',
    });
  });
});

it('somebody is several kinds at once, none of them twice at a time, each from a day to a day', async () => {
  const volunteerId = await volunteer('程远');
  const add = (kind: string, startsOn = '2026-05-01') => act(worker, KIND, { volunteerId, kind, startsOn });
  expect(await add('STUDENT', '2026-11-23')).toMatchObject({ fields: [{ code: 'IN_THE_FUTURE' }] });
  await add('STUDENT');
  expect(await add('STUDENT')).toMatchObject({ fields: [{ code: 'OVERLAPS' }] });
  const both = await add('MIGRANT_WORKER');
  const kinds = (both as unknown as { story: { kinds: { id: string; kind: string }[] } }).story.kinds;
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['MIGRANT_WORKER', 'STUDENT']);
  const volunteerKindId = kinds.find(({ kind }) => kind === 'STUDENT')?.id;
  const ended = await act(worker, END_KIND, { volunteerKindId, endsOn: '2026-07-01' });
  expect(ended).toMatchObject({ __typename: 'Volunteer' });
  expect(await act(worker, END_KIND, { volunteerKindId, endsOn: '2026-07-02' })).toEqual({ __typename: 'NotFound' });
  expect(await add('STUDENT', '2026-09-01')).toMatchObject({ __typename: 'Volunteer' });
});

const decoded = (globalId: string) => Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';
