// A director whom a concern names finds nothing of it in the audit: no link, no id, no place that is missing; the auditor
// finds all of it, with the hashes of the chain. On both engines.
import { randomUUID } from 'node:crypto';
import { fromGlobalId } from '../platform/graphql/index.js';
import { packId } from '../platform/audit-trail/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import type { MatchedAgency } from '../testing/matched-agency.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { act, activePair, today, type Outcome, type TestPair } from '../testing/test-pair.js';

const LONG = 180_000;
const SAID = '负责人单独带孩子出去了';
const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename } }`;
const WRITE = `mutation ($i: WriteConcernStepInput!) { outcome: writeConcernStep(input: $i) { __typename
  ... on ConcernFile { steps { text } } } }`;
const NAME = `mutation ($i: NameConcernColleagueInput!) { outcome: nameConcernColleague(input: $i) { __typename } }`;
const OPEN = `{ concerns { edges { node { id text } } } }`;
const FILE = `query ($id: ID!) { concernFile(concernId: $id) { steps { text reference } concern { text childName } } }`;
const AUDIT = `query ($after: String, $filter: AuditFilter) { auditTrail(first: 100, after: $after, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { id sequence at actorName actorId action subjectType subjectId facts hash } } } }`;
const STANDING = '{ auditStanding { rows anchoredTo } }';
const VERDICT = '{ auditVerdict { whole from to brokenAt problem } }';

interface Link {
  readonly sequence: number;
  readonly action: string;
  readonly subjectId: string | null;
  readonly facts: string;
  readonly hash: string | null;
}
interface Trail {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Link }[];
}

let platform: TestApp;
let agency: MatchedAgency;
let pair: TestPair;
let auditor: TestClient;
let concernId: string;

/** Every page of the audit, the newest link first. */
async function trailOf(client: TestClient, filter: object = {}): Promise<{ links: Link[]; total: number }> {
  const links: Link[] = [];
  let after: string | null = null;
  for (;;) {
    const { auditTrail }: { auditTrail: Trail } = await client.data(AUDIT, { after, filter });
    links.push(...auditTrail.edges.map(({ node }) => node));
    if (!auditTrail.pageInfo.hasNextPage) return { links, total: auditTrail.totalCount };
    after = auditTrail.pageInfo.endCursor;
  }
}
const findConcern = async (client: TestClient, text: string): Promise<string | undefined> => {
  const { concerns } = await client.data<{ concerns: { edges: { node: Outcome }[] } }>(OPEN);
  return concerns.edges.find(({ node }) => node['text'] === text)?.node['id'] as string | undefined;
};

beforeAll(async () => {
  platform = await startTestApp();
  pair = await activePair(platform, 'yunxi');
  ({ agency } = pair);
  const identifier = 'auditor@yunxi.example';
  await addPerson(platform.app, agency.agencyId, { name: '审计', roles: ['AUDITOR'], identifier });
  auditor = platform.client();
  await auditor.signIn(identifier, TEST_PASSWORD);
  const { caseTeam } = await agency.worker.data<{ caseTeam: { personId: string; name: string }[] }>(
    '{ caseTeam { personId name } }',
  );
  const aboutPersonId = caseTeam.find(({ name }) => name === 'director')?.personId;
  // One that the director may know of, on the same child: only the other one is kept from them.
  await act(agency.worker, RAISE, { text: '手上有伤', childId: pair.child.id, requestId: randomUUID() });
  await act(agency.worker, RAISE, { text: SAID, childId: pair.child.id, aboutPersonId, requestId: randomUUID() });
  concernId = (await findConcern(agency.supervisor, SAID)) ?? '';
  await agency.supervisor.data(FILE, { id: concernId });
  const step = (kind: string, more: object) =>
    act(agency.supervisor, WRITE, { concernId, kind, requestId: randomUUID(), ...more });
  await step('TRIAGED', { words: '今天就处理', category: 'HARM' });
  await step('REFERENCE', { reference: '1' });
  // The last quarter of the time to report begins.
  platform.clock.advance(19 * 3_600_000);
  await platform.app.get(JobWorker).drain();
  for (const one of ['supervisor', 'director', 'auditor', 'worker']) await signInAgain(one);
}, LONG);
afterAll(() => platform.stop());

async function signInAgain(name: string): Promise<void> {
  const clients: Readonly<Record<string, TestClient>> = { ...agency, auditor } as never;
  await clients[name]?.signIn(`${name}@yunxi.example`, TEST_PASSWORD);
}

describe('the director whom it is about', () => {
  it('finds nothing of it: not in the audit, not by its id, not in what colleagues looked at', async () => {
    const { links, total } = await trailOf(agency.director);
    const row = fromGlobalId('Concern', concernId) ?? '';
    const all = JSON.stringify(links);
    for (const trace of [concernId, row, packId(row)]) expect([trace, all.includes(trace)]).toEqual([trace, false]);
    expect(links.filter(({ action }) => action.endsWith('.listed') && action.startsWith('concern'))).toEqual([]);
    expect((await trailOf(agency.director, { subjectId: concernId })).total).toBe(0);
    const mine = await trailOf(agency.director, { action: 'concern.raised' });
    expect([mine.total, mine.links.length]).toEqual([1, 1]);
    expect((await trailOf(agency.director, { refusalsOnly: true })).links.map(({ action }) => action)).not.toContain(
      'concern.stepRefused',
    );
    expect(total).toBe(links.length);
  });

  it('finds no place missing, no hash by which one could be told, and no other number than theirs', async () => {
    const { links, total } = await trailOf(agency.director);
    expect(links.map(({ sequence }) => sequence)).toEqual(links.map((_, at) => total - at));
    expect(links.every(({ hash }) => hash === null)).toBe(true);
    const bySubject = new Map(links.map(({ sequence, facts }) => [sequence, facts]));
    const { links: refused } = await trailOf(agency.director, { action: 'proposal.accepted' });
    for (const link of refused) expect(bySubject.get(link.sequence)).toBe(link.facts);
    const { auditStanding } = await agency.director.data<{ auditStanding: { rows: number; anchoredTo: number } }>(
      STANDING,
    );
    const { auditVerdict } = await agency.director.data<{ auditVerdict: Outcome }>(VERDICT);
    const now = (await trailOf(agency.director)).total;
    expect([auditStanding.rows, auditVerdict['to']]).toEqual([now, now]);
    expect(auditVerdict).toMatchObject({ whole: true, problem: null });
    expect(auditStanding.anchoredTo).toBeLessThanOrEqual(now);
  });

  it('takes no more along in the file', async () => {
    const response = await agency.director.fetch('/files/audit.csv');
    const [head, ...rows] = (await response.text()).trim().split('\n');
    expect(head).toContain('sequence,at,actor,action,subjectType,subjectId,facts');
    expect(head).not.toContain('hash');
    expect(rows.join('\n')).not.toContain(concernId);
    expect(Number(rows[0]?.split(',')[0])).toBe(rows.length);
  });

  it('counts none of it today, has no page of it, and names nobody to it', async () => {
    expect(await findConcern(agency.director, SAID)).toBeUndefined();
    expect(await agency.director.data(FILE, { id: concernId })).toEqual({ concernFile: null });
    expect(await agency.director.data(FILE, { id: 'nobody' })).toEqual({ concernFile: null });
    const named = await act(agency.director, NAME, { concernId, personId: 'x' });
    expect(named).toEqual(await act(agency.director, NAME, { concernId: 'nobody', personId: 'x' }));
    expect((await today(agency.director))['concernsOpen']).toBe(1);
    expect((await today(agency.supervisor))['concernsOpen']).toBe(2);
  });
});

describe('the auditor, whom no concern can name', () => {
  it('finds each of its links, with the hashes of the whole chain', async () => {
    const { links, total } = await trailOf(auditor);
    expect(links.map(({ sequence }) => sequence)).toEqual(links.map((_, at) => total - at));
    expect(links.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
    const actions = links.filter(({ subjectId }) => subjectId === concernId).map(({ action }) => action);
    expect(new Set(actions)).toEqual(
      new Set(['concern.raised', 'concern.read', 'concern.step', 'concern.stepRefused', 'concern.reportReminded']),
    );
    const response = await auditor.fetch('/files/audit.csv');
    expect((await response.text()).split('\n')[0]).toContain('facts,previousHash,hash');
  });
});
