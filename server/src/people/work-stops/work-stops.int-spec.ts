// Stopping somebody's work, on the engine under test: who may not, what ends at once and everywhere, who lifts it.
import type { PersonId } from '@tongxing/shared/kernel';
import { AuditEvent, firstBreak } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../../testing/matched-agency.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Invitation } from '../invitations/invitation.entity.js';
import { PeopleRepository } from '../people.repository.js';
import { Person } from '../person.entity.js';
import { WorkStop } from './work-stop.entity.js';

const LONG = 180_000;
const STANDING = `personId name refusal stop { id stoppedByName byViewer reason words }
  consequences { devices invitations companionships links }`;
const ANSWER = `__typename ... on WorkStanding { ${STANDING} } ... on StopRefused { why }
  ... on InvalidInput { fields { field code } } ... on UserError { code }`;
const STOP = `mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { ${ANSWER} } }`;
const RESUME = `mutation ($i: ResumeWorkInput!) { outcome: resumeWork(input: $i) { ${ANSWER} } }`;
const READ = `query ($id: ID!) { workStanding(personId: $id) { ${STANDING} } }`;
const PAUSED = '{ pausedAccount { agencyName contactPhone } }';
const PHONE = '13800138000';

interface Standing {
  readonly refusal: string | null;
  readonly stop: Record<string, unknown> | null;
  readonly consequences: Record<string, number>;
}
type Outcome = Record<string, unknown> & { readonly __typename: string };

let platform: TestApp;
let agency: MatchedAgency;
let pair: { companionship: string; volunteer: string; child: string };
let volunteer: TestClient;
let elsewhere: { agencyId: string; personId: string; client: TestClient };

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const stop = (client: TestClient, personId: string, reason = 'CONDUCT', words = '') =>
  act(client, STOP, { personId, reason, words });
const standing = async (client: TestClient, id: string) =>
  (await client.data<{ workStanding: Standing | null }>(READ, { id })).workStanding;
const viewer = async (client: TestClient) => (await client.data<{ viewer: unknown }>('{ viewer { name } }')).viewer;
const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);
const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
const idOf = (globalId: string) => fromGlobalId('Person', globalId) ?? '';

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'stopping');
  pair = await activePair();
  volunteer = await signInVolunteer(platform, agency.agencyId, idOf(pair.volunteer), PHONE);
  elsewhere = await sameLoginElsewhere();
}, LONG);
afterAll(() => platform.stop());

describe('stopping is refused', () => {
  it('to everybody but supervisors and directors, and remembered', async () => {
    for (const client of [agency.worker, volunteer]) {
      expect(await codeOf(client, STOP, { i: { personId: pair.volunteer, reason: 'OTHER', words: 'x' } })).toBe(
        'FORBIDDEN',
      );
      expect(await codeOf(client, READ, { id: pair.volunteer })).toBe('FORBIDDEN');
    }
    expect(await codeOf(platform.client(), READ, { id: pair.volunteer })).toBe('UNAUTHENTICATED');
  });

  it('for people of another agency, for a child and for nobody with the same answer', async () => {
    const missing = await stop(agency.director, toGlobalId('Person', '01900000-0000-7000-8000-0000000000ff'));
    expect(missing).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    for (const id of [toGlobalId('Person', elsewhere.personId), pair.child, 'nonsense']) {
      expect(await stop(agency.director, id)).toEqual(missing);
      expect(await standing(agency.director, id)).toBeNull();
    }
  });

  it('to whoever would stop themselves, and to a supervisor who would stop a director', async () => {
    const own = await personCalled('director');
    expect(await stop(agency.director, own)).toMatchObject({ __typename: 'StopRefused', why: 'OWN_ACCOUNT' });
    expect(await stop(agency.supervisor, own)).toMatchObject({ __typename: 'StopRefused', why: 'DIRECTOR_NEEDED' });
    expect(await standing(agency.supervisor, own)).toMatchObject({ refusal: 'DIRECTOR_NEEDED', stop: null });
    const remembered = await rows(AuditEvent).findBy({ agencyId: agency.agencyId, action: 'work.stopRefused' });
    expect(remembered.map(({ facts }) => facts).sort()).toEqual(['{"why":"DIRECTOR_NEEDED"}', '{"why":"OWN_ACCOUNT"}']);
  });

  it('without words where the reason is another than those of the list', async () => {
    expect(await stop(agency.supervisor, pair.volunteer, 'OTHER', ' ')).toMatchObject({
      fields: [{ field: 'words', code: 'REQUIRED' }],
    });
    expect(await stop(agency.supervisor, pair.volunteer, 'OTHER', '长'.repeat(501))).toMatchObject({
      fields: [{ field: 'words', code: 'TOO_LONG' }],
    });
    expect(await rows(WorkStop).countBy({ openPersonId: idOf(pair.volunteer) })).toBe(0);
  });
});

describe('a volunteer whose work is stopped', () => {
  const WORDS = '没有经过约定就去了孩子家';

  it('was listed with all that ends, before anybody confirmed', async () => {
    await write(() => rows(Invitation).insert(invitation(idOf(pair.volunteer))));
    expect(await standing(agency.supervisor, pair.volunteer)).toMatchObject({
      refusal: null,
      stop: null,
      consequences: { devices: 2, invitations: 1, companionships: 1, links: 0 },
    });
  });

  it('is out with the next request on every device and in every agency', async () => {
    expect(await viewer(volunteer)).not.toBeNull();
    expect(await viewer(elsewhere.client)).not.toBeNull();
    const answer = await stop(agency.supervisor, pair.volunteer, 'CONDUCT', WORDS);
    expect(answer).toMatchObject({
      __typename: 'WorkStanding',
      stop: { byViewer: true, reason: 'CONDUCT', words: WORDS, stoppedByName: '陈静' },
      consequences: { devices: 0, invitations: 0, companionships: 0, links: 0 },
    });
    for (const client of [volunteer, elsewhere.client]) {
      expect(await viewer(client)).toBeNull();
      expect(await codeOf(client, '{ myCompanionships { id } }')).toBe('UNAUTHENTICATED');
      const upload = { method: 'POST', headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' }, body: 'a' };
      expect((await client.fetch('/files/rosters?kind=CHILDREN&name=a.csv', upload)).status).toBe(401);
    }
  });

  it('cannot sign in: the answer is that to a wrong password', async () => {
    const client = platform.client();
    expect(await client.signIn(PHONE, TEST_PASSWORD)).toBe('SignInFailed');
    expect(await client.signIn(PHONE, 'not-the-password')).toBe('SignInFailed');
    expect((await client.data<{ pausedAccount: unknown }>(PAUSED)).pausedAccount).toBeNull();
  });

  it('learns whom to call where they were signed in, and nobody else does', async () => {
    expect((await volunteer.data<{ pausedAccount: unknown }>(PAUSED)).pausedAccount).toEqual({
      agencyName: 'stopping',
      contactPhone: null,
    });
    for (const client of [agency.worker, platform.client()]) {
      expect((await client.data<{ pausedAccount: unknown }>(PAUSED)).pausedAccount).toBeNull();
    }
  });

  it('leaves no invitation, and a companionship that ends with a notice to its worker', async () => {
    expect(await rows(Invitation).findOneByOrFail({ personId: idOf(pair.volunteer) })).toMatchObject({
      openPersonId: null,
      revokedAt: expect.any(String) as string,
    });
    const query = `query ($id: ID!) { companionship(id: $id) { state } }`;
    expect(await agency.worker.data(query, { id: pair.companionship })).toEqual({ companionship: { state: 'ENDED' } });
    await platform.app.get(JobWorker).drain();
    const notices = async (client: TestClient) =>
      (await client.data<{ notices: { template: string; path: string }[] }>('{ notices { template path } }')).notices;
    expect(await notices(agency.worker)).toContainEqual({
      template: 'companionStopped',
      path: `/agency/companionships/${pair.companionship}`,
    });
    expect((await notices(agency.director)).map(({ template }) => template)).toContain('workStopped');
  });

  it('is stopped wherever somebody asks whether they may serve', async () => {
    const query = `{ volunteers(first: 200, filter: { standing: STOPPED }) { edges { node { personId eligibility { ready } } } } }`;
    const { volunteers } = await agency.worker.data<{
      volunteers: { edges: { node: { personId: string; eligibility: { ready: boolean } } }[] };
    }>(query);
    expect(volunteers.edges.map(({ node }) => node)).toContainEqual({
      personId: pair.volunteer,
      eligibility: { ready: false },
    });
    const activate = `mutation ($i: ActivateCompanionshipInput!) { outcome: activateCompanionship(input: $i) {
      __typename ... on CompanionshipBlocked { blockers { code } } } }`;
    const row = await platform.app
      .get(Database)
      .read<{ version: number }>('SELECT version FROM companionship WHERE id = ?', [
        fromGlobalId('Companionship', pair.companionship) ?? '',
      ]);
    const input = { companionshipId: pair.companionship, version: row[0]?.version, startsOn: '2026-11-23' };
    expect((await act(agency.worker, activate, input)).__typename).toBe('CompanionshipBlocked');
  });

  it('tells the other agency nothing but that it is so', async () => {
    const events = await rows(AuditEvent).findBy({ agencyId: elsewhere.agencyId, action: 'work.paused' });
    expect(events.map(({ subjectId, facts }) => [subjectId, facts])).toEqual([
      [elsewhere.personId, '{"companionships":0,"links":0}'],
    ]);
    expect(await rows(WorkStop).countBy({ agencyId: elsewhere.agencyId })).toBe(0);
  });

  it('keeps the words sealed, and why out of the audit', async () => {
    const row = await rows(WorkStop).findOneByOrFail({ openPersonId: idOf(pair.volunteer) });
    expect(row.wordsSealed).not.toContain(WORDS.slice(0, 4));
    const [event] = await rows(AuditEvent).findBy({ action: 'work.stopped', subjectId: idOf(pair.volunteer) });
    expect(event?.facts).toBe('{"companionships":1,"devices":2,"invitations":1,"links":0,"reason":"CONDUCT"}');
  });

  it('is stopped once: another stop is refused', async () => {
    expect(await stop(agency.director, pair.volunteer)).toMatchObject({ why: 'ALREADY_STOPPED' });
  });

  it('works again by a second person only, with a reason', async () => {
    const known = await standing(agency.director, pair.volunteer);
    const stopId = known?.stop?.['id'];
    expect(await act(agency.supervisor, RESUME, { stopId, words: '谈过了' })).toMatchObject({ why: 'SAME_PERSON' });
    expect(await act(agency.director, RESUME, { stopId, words: ' ' })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await act(agency.director, RESUME, { stopId: 'nonsense', words: '谈过了' })).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await act(agency.director, RESUME, { stopId, words: '谈过了' })).toMatchObject({ stop: null });
    expect(await act(agency.director, RESUME, { stopId, words: '谈过了' })).toMatchObject({ __typename: 'NotFound' });
    expect(await viewer(volunteer)).toBeNull();
    expect(await platform.client().signIn(PHONE, TEST_PASSWORD)).toBe('Viewer');
    const row = await rows(WorkStop).findOneByOrFail({ personId: idOf(pair.volunteer) });
    expect(row.stoppedAt).not.toBeNull();
    expect(row.liftedAt).not.toBeNull();
  });
});

describe('a stop for what not everybody may know', () => {
  it('shows its reason to directors and whoever stopped, and is lifted by a director', async () => {
    const worker = await addPerson(platform.app, agency.agencyId, { name: '许言', roles: ['SOCIAL_WORKER'] });
    const id = toGlobalId('Person', worker);
    await stop(agency.director, id, 'RECORD_CHECK', '');
    const seen = await standing(agency.supervisor, id);
    expect(seen?.stop).toMatchObject({ reason: null, words: null, byViewer: false });
    const stopId = seen?.stop?.['id'];
    expect(await act(agency.supervisor, RESUME, { stopId, words: '好' })).toMatchObject({ why: 'DIRECTOR_NEEDED' });
    expect(await act(agency.director, RESUME, { stopId, words: '好' })).toMatchObject({ why: 'SAME_PERSON' });
  });

  it('stands for each hit that an import brought, by the same path', async () => {
    const hits = await platform.app
      .get(Database)
      .read<{ personId: string }>("SELECT personId FROM record_check WHERE agencyId = ? AND result = 'HIT'", [
        agency.agencyId,
      ]);
    expect(hits.length).toBeGreaterThan(0);
    for (const { personId } of hits) {
      expect(await rows(WorkStop).existsBy({ openPersonId: personId, reason: 'RECORD_CHECK' })).toBe(true);
    }
  });
});

it('a stopped worker takes along the guardians’ links that they have seen', async () => {
  const made = `mutation ($i: CreateGuardianLinkInput!) { outcome: createGuardianLink(input: $i) { __typename
    ... on GuardianLink { path } } }`;
  const link = await act(agency.colleague, made, { companionshipId: pair.companionship });
  const guardian = platform.client();
  await guardian.fetch(String(link['path']));
  const view = async () =>
    (await guardian.data<{ guardianView: object | null }>('{ guardianView { childName } }')).guardianView;
  expect(await view()).not.toBeNull();
  expect(await stop(agency.director, await personCalled('colleague'), 'ACCOUNT_AT_RISK')).toMatchObject({
    __typename: 'WorkStanding',
  });
  expect(await view()).toBeNull();
  expect(await codeOf(agency.colleague, '{ children(first: 1) { totalCount } }')).toBe('UNAUTHENTICATED');
});

it('two who stop the same person at once leave one stop', async () => {
  const person = await addPerson(platform.app, agency.agencyId, { name: '同时', roles: ['VOLUNTEER'] });
  const id = toGlobalId('Person', person);
  const outcomes = await Promise.all([stop(agency.director, id), stop(agency.supervisor, id)]);
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['StopRefused', 'WorkStanding']);
  expect(await rows(WorkStop).countBy({ personId: person })).toBe(1);
});

it('the chain of the audit holds in both agencies', async () => {
  for (const agencyId of [agency.agencyId, elsewhere.agencyId]) {
    const events = await rows(AuditEvent).find({ where: { agencyId }, order: { sequence: 'ASC' } });
    expect(firstBreak(events)).toBeUndefined();
  }
});

async function activePair() {
  const run = `mutation { runMatch(input: { requestId: "stopping" }) { ... on MatchRun { proposals(first: 1) {
    edges { node { id version volunteer { personId } child { personId } } } } } } }`;
  interface Node {
    readonly id: string;
    readonly version: number;
    readonly volunteer: { readonly personId: string };
    readonly child: { readonly personId: string };
  }
  const { runMatch } = await agency.worker.data<{ runMatch: { proposals: { edges: { node: Node }[] } } }>(run);
  const [edge] = runMatch.proposals.edges;
  if (!edge) throw new Error('nobody was proposed');
  const accept = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename
    ... on MatchProposal { companionship { id } } } }`;
  const { node } = edge;
  const accepted = await act(agency.worker, accept, { proposalId: node.id, version: node.version });
  const companionship = (accepted['companionship'] as { id: string }).id;
  const id = fromGlobalId('Companionship', companionship) ?? '';
  await write(() => platform.app.get(Database).manager.update('Companionship', { id }, { state: 'ACTIVE' }));
  return { companionship, volunteer: node.volunteer.personId, child: node.child.personId };
}

/** The same human as a volunteer of a second agency, signed in there too. */
async function sameLoginElsewhere() {
  const agencyId = await addAgency(platform.app, '别处');
  const personId = await addPerson(platform.app, agencyId, { name: '同一个人', roles: ['VOLUNTEER'] });
  const { loginId } = await rows(Person).findOneByOrFail({ id: idOf(pair.volunteer) });
  await write(() => rows(Person).update({ id: personId }, { loginId }));
  const client = platform.client();
  await client.signIn(PHONE, TEST_PASSWORD);
  return { agencyId, personId, client };
}

async function personCalled(name: string): Promise<string> {
  const people = await rows(Person).findBy({ agencyId: agency.agencyId });
  const names = await platform.app.get(PeopleRepository).namesOf(
    agency.agencyId,
    people.map(({ id }) => id),
  );
  const found = [...names].find(([, known]) => known === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return toGlobalId('Person', found[0]);
}

function invitation(personId: string) {
  return {
    id: '01900000-0000-7000-8000-0000000000aa',
    agencyId: agency.agencyId,
    personId: personId as PersonId,
    openPersonId: personId,
    identifierIndex: 'x',
    identifierSealed: 'x',
    locale: 'zh-CN',
    roles: [],
    tokenHash: 'x',
    createdBy: personId,
    createdAt: '2026-11-22T02:00:00.000Z',
    expiresAt: '2026-12-22T02:00:00.000Z',
    acceptedAt: null,
    revokedAt: null,
  };
}
