// Colleagues' certificates, supervisors' places and the table of areas, on the engine under test: refusals first.
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { addAgency, addPerson, addVolunteerRecord, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { SupervisorPlaces } from '../staff-profiles/supervisor-places.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';
import { StaffCredential } from './staff-credential.entity.js';
import { StaffCredentials } from './staff-credentials.js';

const MEMBER = `__typename ... on StaffMember { name qualification { qualified
  credentials { id kind numberEnd issuedBy standing takenBack recordedBy } } supervisorPlaces { places own version } }
  ... on InvalidInput { fields { field code } }`;
const RECORD = `mutation ($i: RecordCredentialInput!) { outcome: recordCredential(input: $i) { ${MEMBER} ... on CredentialRefused { why } } }`;
const TAKE_BACK = `mutation ($i: TakeBackCredentialInput!) { outcome: takeBackCredential(input: $i) { ${MEMBER} ... on CredentialRefused { why } } }`;
const PLACES = `mutation ($i: ChangeSupervisorPlacesInput!) { outcome: changeSupervisorPlaces(input: $i) { ${MEMBER} ... on StaleVersion { currentVersion } } }`;
const AREAS =
  '__typename ... on ServiceAreas { areas { id code name x version closedOn people } unmapped { code people } } ... on InvalidInput { fields { field code } }';
const ADD_AREA = `mutation ($i: AddServiceAreaInput!) { outcome: addServiceArea(input: $i) { ${AREAS} } }`;
const CHANGE_AREA = `mutation ($i: ChangeServiceAreaInput!) { outcome: changeServiceArea(input: $i) { ${AREAS} } }`;
const CLOSE_AREA = `mutation ($i: CloseServiceAreaInput!) { outcome: closeServiceArea(input: $i) { ${AREAS} } }`;
const NUMBER = 'SW-2024-00087731';

interface Outcome {
  readonly __typename: string;
  readonly qualification?: { readonly qualified: boolean; readonly credentials: readonly { readonly id: string }[] };
  readonly areas?: readonly { readonly id: string; readonly version: number }[];
}

let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let supervisor: TestClient;
let worker: TestClient;
let people: Record<'worker' | 'supervisor', string>;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const refusal = async (client: TestClient, mutation: string, i: object) =>
  (await client.graphql(mutation, { i })).errors?.[0]?.extensions?.['code'];

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@cred.example' });
  const add = async (name: string, role: 'SOCIAL_WORKER' | 'SUPERVISOR', identifier: string) => {
    const personId = toGlobalId('Person', await addPerson(app, agencyId, { name, roles: [role], identifier }));
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return { personId, client };
  };
  const one = await add('林溪', 'SOCIAL_WORKER', 'worker@cred.example');
  const two = await add('陈静', 'SUPERVISOR', 'supervisor@cred.example');
  worker = one.client;
  supervisor = two.client;
  people = { worker: one.personId, supervisor: two.personId };
  director = platform.client();
  await director.signIn('director@cred.example', TEST_PASSWORD);
}, 60_000);
afterAll(() => platform.stop());

describe('a certificate', () => {
  const credential = (more: object = {}) => ({
    personId: people.worker,
    kind: 'SOCIAL_WORKER',
    number: NUMBER,
    issuedBy: '省人事考试中心',
    validFrom: '2024-05-01',
    validUntil: '2026-12-10',
    ...more,
  });

  it('is not written down by a social worker, for oneself, for somebody who does no work here, or to an end before its start', async () => {
    expect(await refusal(worker, RECORD, credential())).toBe('FORBIDDEN');
    expect(await act(supervisor, RECORD, credential({ personId: people.supervisor }))).toEqual({
      __typename: 'CredentialRefused',
      why: 'OWN_RECORD',
    });
    const stranger = await addPerson(platform.app, await addAgency(platform.app, '别处'), {
      name: '别家的人',
      roles: ['SOCIAL_WORKER'],
    });
    const outside = credential({ personId: toGlobalId('Person', stranger) });
    expect(await act(supervisor, RECORD, outside)).toEqual({ __typename: 'NotFound' });
    expect(await act(supervisor, RECORD, credential({ validUntil: '2024-04-30' }))).toMatchObject({
      fields: [{ field: 'validUntil', code: 'BEFORE_START' }],
    });
    const events = platform.app.get(Database).repository(AuditEvent);
    expect(await events.countBy({ agencyId, action: 'credential.recordRefused' })).toBe(1);
  });

  it('makes somebody a qualified social worker on its days only, warns in time, and shows the end of its number', async () => {
    const written = await act(supervisor, RECORD, credential());
    expect(written.qualification).toMatchObject({
      qualified: true,
      credentials: [{ kind: 'SOCIAL_WORKER', numberEnd: '7731', standing: 'RENEWAL_DUE', recordedBy: '陈静' }],
    });
    const rows = await platform.app.get(Database).repository(StaffCredential).findBy({ agencyId });
    expect(JSON.stringify(rows)).not.toContain(NUMBER);
    const credentials = platform.app.get(StaffCredentials);
    const id = fromGlobalId('Person', people.worker) ?? '';
    const on = async (day: string) => (await credentials.qualifiedOn(agencyId, [id], day as LocalDate)).has(id);
    expect([await on('2024-04-30'), await on('2026-12-10'), await on('2026-12-11')]).toEqual([false, true, false]);
  });

  it('goes on standing once it is taken back, and qualifies nobody any more', async () => {
    const other = await addPerson(platform.app, agencyId, { name: '何远', roles: ['SOCIAL_WORKER'] });
    const personId = toGlobalId('Person', other);
    const written = await act(director, RECORD, credential({ personId, validUntil: null }));
    expect(written.qualification?.qualified).toBe(true);
    const staffCredentialId = written.qualification?.credentials[0]?.id;
    expect(await refusal(worker, TAKE_BACK, { staffCredentialId, reason: 'NOT_GENUINE' })).toBe('FORBIDDEN');
    const back = await act(supervisor, TAKE_BACK, { staffCredentialId, reason: 'NOT_GENUINE' });
    expect(back.qualification).toMatchObject({ qualified: false, credentials: [{ takenBack: 'NOT_GENUINE' }] });
    expect(await act(supervisor, TAKE_BACK, { staffCredentialId, reason: 'NOT_GENUINE' })).toMatchObject({
      why: 'TAKEN_BACK_ALREADY',
    });
  });
});

describe('a supervisor’s places', () => {
  it('are changed by a director only, for a supervisor only, and not over a colleague’s change', async () => {
    const input = { personId: people.supervisor, places: 8, version: 0 };
    expect(await refusal(supervisor, PLACES, input)).toBe('FORBIDDEN');
    expect(await act(director, PLACES, { ...input, personId: people.worker })).toEqual({ __typename: 'NotFound' });
    expect(await act(director, PLACES, { ...input, places: 61 })).toMatchObject({ fields: [{ field: 'places' }] });
    expect(await act(director, PLACES, input)).toMatchObject({
      supervisorPlaces: { places: 8, own: true, version: 1 },
    });
    expect(await act(director, PLACES, input)).toMatchObject({ __typename: 'StaleVersion', currentVersion: 1 });
    const id = fromGlobalId('Person', people.supervisor) as PersonId;
    const of = await platform.app.get(SupervisorPlaces).of(agencyId, [id]);
    expect([of(id).places, of('nobody').places]).toEqual([8, 24]);
  });
});

describe('the table of areas', () => {
  const area = { code: 'ND', name: '南都', nameEn: 'Nandu', x: 1200, y: -300 };

  it('is kept by a director; no code stands twice, also in other letters, and no area lies beyond the plane', async () => {
    expect(await refusal(supervisor, ADD_AREA, area)).toBe('FORBIDDEN');
    expect(await act(director, ADD_AREA, area)).toMatchObject({ areas: [{ code: 'ND', people: 0 }] });
    expect(await act(director, ADD_AREA, { ...area, code: 'nd' })).toMatchObject({ fields: [{ code: 'TAKEN' }] });
    expect(await act(director, ADD_AREA, { ...area, code: 'X', x: 2_000_000 })).toMatchObject({
      fields: [{ field: 'x', code: 'OUT_OF_RANGE' }],
    });
  });

  it('moves and closes an area, and tells which codes of people have no place in it', async () => {
    const personId = await addPerson(platform.app, agencyId, { name: '宋词', roles: ['VOLUNTEER'] });
    await addVolunteerRecord(platform.app, agencyId, personId);
    await platform.app
      .get(UnitOfWork)
      .run({ kind: 'system', agencyId, name: 'test' }, () =>
        platform.app.get(Database).repository(Volunteer).update({ personId }, { areaCode: 'XB' }),
      );
    const before = await director.data<{ serviceAreas: { areas: { id: string; version: number }[] } }>(
      '{ serviceAreas { areas { id version } } }',
    );
    const [{ id: serviceAreaId, version } = { id: '', version: 0 }] = before.serviceAreas.areas;
    const moved = { serviceAreaId, version, name: '南都新区', nameEn: '', x: 900, y: 0 };
    expect(await act(director, CHANGE_AREA, moved)).toMatchObject({
      areas: [{ name: '南都新区', x: 900, version: 2 }],
    });
    expect(await act(director, CHANGE_AREA, moved)).toMatchObject({ __typename: 'StaleVersion' });
    const closed = await act(director, CLOSE_AREA, { serviceAreaId, version: 2 });
    expect(closed).toMatchObject({ areas: [{ closedOn: '2026-11-22' }], unmapped: [{ code: 'XB', people: 1 }] });
    expect(await act(director, CLOSE_AREA, { serviceAreaId, version: 3 })).toEqual({ __typename: 'NotFound' });
  });
});
