// Who is ready, counted for each reader as that reader may know it, and exemptions: by a director, bounded, never from a check.
import { type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { addPerson, addVolunteerRecord, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Person } from '../person.entity.js';
import { EligibilityExemption } from './exemptions/exemption.entity.js';
import { Volunteer } from './volunteer.entity.js';

const COUNTS = `query ($on: LocalDate) { volunteerReadiness(on: $on) { total ready renewalDue notReady stopped
  reasons { requirement outcome volunteers } } }`;
const LIST = `query ($f: VolunteerFilter) { volunteers(filter: $f) { totalCount edges { node { name } } } }`;
const FINDINGS = `query ($id: ID!, $on: LocalDate) { volunteer(id: $id) { eligibility(on: $on) { ready findings {
  requirement outcome remedy until } } exemptions { id requirement until approvedBy ended } } }`;
const ANSWER = '__typename ... on FactRefused { why } ... on InvalidInput { fields { field code } }';
const GRANT = `mutation ($i: GrantExemptionInput!) { outcome: grantExemption(input: $i) { ${ANSWER} } }`;
const END = `mutation ($i: EndExemptionInput!) { outcome: endExemption(input: $i) { ${ANSWER} } }`;
const RECORD = `mutation ($i: RecordFactInput!) { outcome: recordFact(input: $i) { ${ANSWER} } }`;
const CHECK = `mutation ($i: RecordCheckInput!) { outcome: recordCheck(input: $i) { ${ANSWER} } }`;
const STOP = `mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { __typename } }`;

interface Outcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}
interface Counts {
  readonly total: number;
  readonly reasons: readonly { requirement: string; outcome: string; volunteers: number }[];
  readonly [standing: string]: unknown;
}

let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let supervisor: TestClient;
let worker: TestClient;
const ids: Record<string, string> = {};

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const counts = async (client: TestClient, on?: string) =>
  (await client.data<{ volunteerReadiness: Counts }>(COUNTS, { on: on ?? null })).volunteerReadiness;
const names = async (client: TestClient, requirement: string, outcome: string) => {
  const f = { reason: { requirement, outcome } };
  const { volunteers } = await client.data<{ volunteers: { edges: { node: { name: string } }[] } }>(LIST, { f });
  return volunteers.edges.map(({ node }) => node.name).sort();
};
const codeOf = async (client: TestClient, query: string, variables: object) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
async function read(client: TestClient, name: string, on?: string) {
  const variables = { id: ids[name], on: on ?? null };
  type Read = {
    eligibility: { ready: boolean; findings: { requirement: string; outcome: string; until: string | null }[] };
    exemptions: { id: string; until: string; approvedBy: string; ended: boolean }[];
  };
  const { volunteer } = await client.data<{ volunteer: Read }>(FINDINGS, variables);
  const outcomes = Object.fromEntries(volunteer.eligibility.findings.map((one) => [one.requirement, one.outcome]));
  return { ready: volunteer.eligibility.ready, outcomes, exemptions: volunteer.exemptions };
}

async function volunteer(name: string): Promise<PersonId> {
  const personId = await addPerson(platform.app, agencyId, { name, roles: ['VOLUNTEER'] });
  await addVolunteerRecord(platform.app, agencyId, personId);
  await platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, async () => {
    await platform.app.get(Database).repository(Person).update({ id: personId }, { birthDate: '1990-04-05' });
  });
  const { id } = await platform.app.get(Database).repository(Volunteer).findOneByOrFail({ personId });
  ids[name] = toGlobalId('Volunteer', id);
  return personId;
}
async function signedIn(name: string, role: 'SOCIAL_WORKER' | 'SUPERVISOR' | 'VOLUNTEER'): Promise<TestClient> {
  const identifier = `${role.toLowerCase()}@ready.example`;
  await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
}

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'director@ready.example' });
  director = platform.client();
  await director.signIn('director@ready.example', TEST_PASSWORD);
  worker = await signedIn('林溪', 'SOCIAL_WORKER');
  supervisor = await signedIn('陈静', 'SUPERVISOR');
  for (const name of ['许愿', '韩松', '白露']) await volunteer(name);
  await volunteer('江河');
  // Three have all but the training; one of them a check that hit, another is stopped by order.
  for (const name of ['许愿', '韩松', '白露']) {
    await act(worker, RECORD, { volunteerId: ids[name], kind: 'AGREEMENT', happenedOn: '2026-11-01' });
    const clear = name !== '白露';
    await act(director, CHECK, { volunteerId: ids[name], clear, happenedOn: '2026-11-02' });
  }
  const { id } = (
    await director.data<{ volunteer: { id: string } }>('query ($id: ID!) { volunteer(id: $id) { id: personId } }', {
      id: ids['韩松'],
    })
  ).volunteer;
  await act(director, STOP, { personId: id, reason: 'OTHER', words: '先谈一谈' });
}, 60_000);
afterAll(() => platform.stop());

describe('who may not', () => {
  it('is anybody outside the case team, of the counts; and anybody but a director, of exemptions', async () => {
    const helper = await signedIn('江山', 'VOLUNTEER');
    expect(await codeOf(platform.client(), COUNTS, {})).toBe('UNAUTHENTICATED');
    expect(await codeOf(helper, COUNTS, {})).toBe('FORBIDDEN');
    const i = { volunteerId: ids['许愿'], requirement: 'TRAINING', reason: 'NEXT_COURSE_BOOKED', until: '2026-12-01' };
    for (const client of [helper, worker, supervisor]) expect(await codeOf(client, GRANT, { i })).toBe('FORBIDDEN');
  });

  it('is nobody exempt from a record check: the schema has no such word', async () => {
    const i = {
      volunteerId: ids['江河'],
      requirement: 'RECORD_CHECK',
      reason: 'PAPER_ON_ITS_WAY',
      until: '2026-12-01',
    };
    const { errors } = await director.graphql(GRANT, { i });
    expect(errors?.[0]?.message).toBe('Variable $i.requirement is none of the words of ExemptableRequirement.');
  });
});

describe('the counts', () => {
  it('say the same of a hit and of a stop to everybody but a director, and open exactly their list', async () => {
    const seen = await counts(worker);
    expect(seen).toMatchObject({ total: 4, ready: 0, renewalDue: 0, notReady: 2, stopped: 2 });
    expect(seen.reasons).toEqual([
      { requirement: 'WORK_STATUS', outcome: 'STOPPED', volunteers: 2 },
      { requirement: 'RECORD_CHECK', outcome: 'MISSING', volunteers: 1 },
      { requirement: 'TRAINING', outcome: 'MISSING', volunteers: 4 },
      { requirement: 'VOLUNTEER_AGREEMENT', outcome: 'MISSING', volunteers: 1 },
    ]);
    for (const { requirement, outcome, volunteers } of seen.reasons) {
      expect(await names(worker, requirement, outcome)).toHaveLength(volunteers);
    }
    // Neither a filter nor a page tells which of the two it was.
    for (const client of [worker, supervisor]) {
      expect(await names(client, 'RECORD_CHECK', 'STOPPED')).toEqual([]);
      expect((await read(client, '白露')).outcomes).toEqual((await read(client, '韩松')).outcomes);
      expect((await read(client, '白露')).outcomes).toMatchObject({ RECORD_CHECK: 'NOT_AVAILABLE' });
    }
  });

  it('tell a director, who decides', async () => {
    expect(await names(director, 'RECORD_CHECK', 'STOPPED')).toEqual(['白露']);
    expect((await read(director, '韩松')).outcomes).toMatchObject({ RECORD_CHECK: 'VALID', WORK_STATUS: 'STOPPED' });
    const { reasons } = await counts(director);
    expect(reasons).toContainEqual({ requirement: 'RECORD_CHECK', outcome: 'STOPPED', volunteers: 1 });
  });

  it('are those of the day of service that is asked for', async () => {
    const { reasons } = await counts(worker, '2027-11-03');
    expect(reasons).toContainEqual({ requirement: 'RECORD_CHECK', outcome: 'EXPIRED', volunteers: 1 });
  });
});

describe('an exemption', () => {
  const wish = { requirement: 'TRAINING', reason: 'NEXT_COURSE_BOOKED' };
  const grant = (name: string, until: string, more: object = {}) =>
    act(director, GRANT, { volunteerId: ids[name], ...wish, until, ...more });
  const problem = async (until: string) => (await grant('许愿', until))['fields'];

  it('ends within the days that the agency set, and not in the past', async () => {
    expect(await problem('2026-11-21')).toEqual([{ field: 'until', code: 'IN_THE_PAST' }]);
    expect(await problem('2027-02-21')).toEqual([{ field: 'until', code: 'TOO_LATE' }]);
  });

  it('makes ready who lacks only that, from its day to its last, says by whom, and is not granted twice', async () => {
    expect(await grant('许愿', '2026-12-20')).toEqual({ __typename: 'Volunteer' });
    const { ready, outcomes, exemptions } = await read(worker, '许愿');
    expect([ready, outcomes['TRAINING']]).toEqual([true, 'EXEMPT']);
    expect(exemptions).toMatchObject([{ until: '2026-12-20', approvedBy: '周岚', ended: false }]);
    expect((await read(worker, '许愿', '2026-12-21')).ready).toBe(false);
    expect((await grant('许愿', '2026-12-01'))['fields']).toEqual([{ field: 'until', code: 'RECORDED_ALREADY' }]);
    expect(await counts(worker)).toMatchObject({ ready: 1, notReady: 1 });
  });

  it('helps nobody whose check is missing, or whose work has stopped', async () => {
    for (const name of ['江河', '韩松', '白露']) {
      await grant(name, '2026-12-20');
      expect((await read(director, name)).ready).toBe(false);
    }
  });

  it('is taken back once, counts no more, and stays in the record of both', async () => {
    const [standing] = (await read(director, '许愿')).exemptions;
    expect(await act(director, END, { exemptionId: standing?.id })).toEqual({ __typename: 'Volunteer' });
    expect(await act(director, END, { exemptionId: standing?.id })).toMatchObject({ why: 'TAKEN_BACK_ALREADY' });
    expect(await read(worker, '许愿')).toMatchObject({ ready: false, exemptions: [{ ended: true }] });
    const database = platform.app.get(Database);
    expect(await database.repository(EligibilityExemption).countBy({ agencyId })).toBe(4);
    const events = await database.repository(AuditEvent).findBy({ agencyId });
    const actions = events.map(({ action }) => action).filter((action) => action.startsWith('exemption.'));
    expect(actions.sort()).toEqual(
      [...Array<string>(4).fill('exemption.granted'), 'exemption.ended', 'exemption.refused'].sort(),
    );
  });
});
