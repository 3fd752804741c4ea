// Somebody says that something is wrong: who hears of it, and who never does. Refusals first, on both engines.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { AuditEvent, firstBreak } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import type { MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { act, activePair, codeOf, today, type Outcome, type TestPair } from '../testing/test-pair.js';
import { Concern } from './concern.entity.js';
import { ConcernsRepository } from './concerns.repository.js';
import { ConcernTiesRepository } from './ties/concern-ties.repository.js';

const LONG = 120_000;
const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename
  ... on ConcernReceipt { raisedAt dueAt seen workerName workerPhone agencyPhone }
  ... on InvalidInput { fields { field code } } } }`;
const SEEN = `mutation ($i: MarkConcernSeenInput!) { outcome: markConcernSeen(input: $i) { __typename
  ... on Concern { id state seenBy } } }`;
const CONCERNS = `{ concerns { totalCount edges { node { id childName text raisedByKind raisedBy dueAt state seenBy } } } }`;
const WORDS = '他说下次要单独带她去河边';

let platform: TestApp;
let agency: MatchedAgency;
let volunteer: TestClient;
let colleague: TestClient;
let pairId: string;
let child: TestPair['child'];
let mine: TestPair['mine'];

const concernsOf = async (client: TestClient) =>
  (await client.data<{ concerns: { edges: { node: Outcome }[] } }>(CONCERNS)).concerns.edges.map(({ node }) => node);

beforeAll(async () => {
  platform = await startTestApp();
  ({ agency, volunteer, pairId, child, mine } = await activePair(platform, 'yunxi'));
  colleague = agency.colleague;
}, LONG);
afterAll(() => platform.stop());

describe('a concern', () => {
  it('is nothing that donors and volunteers can read', async () => {
    const donor = await signedIn('DONOR');
    for (const client of [donor, volunteer]) expect(await codeOf(client, CONCERNS)).toBe('FORBIDDEN');
  });

  it('needs words, and somebody whose child it is; a child of somebody else’s answers as none', async () => {
    expect((await act(volunteer, RAISE, { companionshipId: pairId, text: ' ', requestId: 'r' }))['fields']).toEqual([
      { field: 'text', code: 'REQUIRED' },
    ]);
    expect((await act(volunteer, RAISE, { childId: child.id, text: WORDS, requestId: 'r' })).__typename).toBe(
      'NotFound',
    );
  });

  it('shows the worker and the deadline at once, is one however often it is sent, and stands on top of today', async () => {
    const input = { companionshipId: pairId, text: WORDS, requestId: 'concern' };
    const [first, second] = [await act(volunteer, RAISE, input), await act(volunteer, RAISE, input)];
    expect(first).toMatchObject({
      ...{ __typename: 'ConcernReceipt', raisedAt: '2026-11-22T02:00:00.000Z', dueAt: '2026-11-23T02:00:00.000Z' },
      ...{ seen: false, workerName: 'worker' },
    });
    expect(second).toEqual(first);
    expect(await mine()).toMatchObject({ concerns: [{ seen: false, workerName: 'worker' }] });
    for (const client of [agency.worker, agency.supervisor, agency.director]) {
      expect(await today(client)).toMatchObject({ concernsOpen: 1 });
      expect(await concernsOf(client)).toMatchObject([
        { text: WORDS, childName: child.name, raisedByKind: 'VOLUNTEER' },
      ]);
    }
    expect(await today(colleague)).toMatchObject({ concernsOpen: 0 });
    expect(await concernsOf(colleague)).toEqual([]);
  });

  it('is seen by somebody in charge, once; a worker beside whom the child is not finds none', async () => {
    const [concern] = await concernsOf(agency.supervisor);
    const input = { concernId: concern?.['id'] };
    expect((await act(colleague, SEEN, input)).__typename).toBe('NotFound');
    expect(await act(agency.supervisor, SEEN, input)).toMatchObject({ state: 'SEEN', seenBy: '陈静' });
    expect(await act(agency.director, SEEN, input)).toMatchObject({ state: 'SEEN', seenBy: '陈静' });
    expect(await mine()).toMatchObject({ concerns: [{ seen: true }] });
  });

  it('is raised from the child’s page too', async () => {
    const input = { childId: child.id, text: '老师打来电话', requestId: 'child-page' };
    expect(await act(agency.worker, RAISE, input)).toMatchObject({
      __typename: 'ConcernReceipt',
      workerName: 'worker',
    });
    expect((await concernsOf(agency.worker)).map((one) => one['raisedByKind'])).toContain('STAFF');
  });

  it('cannot be deleted: no operation, no method and no statement does it, and the file cannot be erased', async () => {
    const { schema } = platform.app.get(GraphQLSchemaHost);
    const operations = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => /concern/i.test(name));
    expect(operations.sort()).toEqual(
      'linkConcern markConcernSeen nameConcernColleague raiseConcern writeConcernStep'.split(' '),
    );
    const names = [ConcernsRepository, ConcernTiesRepository].flatMap((one) =>
      Object.getOwnPropertyNames(one.prototype),
    );
    const methods = names.filter((name) => /delete|remove|clear|erase/i.test(name));
    expect(methods).toEqual([]);
    const deleting = sources().filter(({ text }) =>
      /repository\(Concern(About|Link)?\)[^;]*\.(delete|remove|clear)\(|DELETE FROM concern(_about|_link)?\b|delete\((Concern|'concern')/i.test(
        text,
      ),
    );
    expect(deleting.map(({ path }) => path)).toEqual([]);
    expect(await platform.app.get(Database).repository(Concern).count()).toBe(2);
  });

  it('leaves one unbroken chain, without a name and without what was said', async () => {
    const where = { agencyId: agency.agencyId };
    const events = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .find({ where, order: { sequence: 'ASC' } });
    expect(firstBreak(events)).toBeUndefined();
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['concern.raised', 'concern.seen', 'concern.read']) expect(actions).toContain(action);
    for (const secret of [child.name, WORDS]) expect(JSON.stringify(events)).not.toContain(secret);
  });
});

async function signedIn(role: 'DONOR'): Promise<TestClient> {
  const identifier = `${role.toLowerCase()}@yunxi.example`;
  await addPerson(platform.app, agency.agencyId, { name: '捐赠人', roles: [role], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
}

/** Sources of the server, tests and migrations left out. */
function sources(): { readonly path: string; readonly text: string }[] {
  const root = join(import.meta.dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !path.includes('migrations'))
    .filter((path) => !path.startsWith('testing'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
