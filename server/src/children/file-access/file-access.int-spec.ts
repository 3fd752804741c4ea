// Access by reason: closed parts of a child's file, the reason, the second person, the end of the time, and who has seen it.
import { Database } from '../../platform/database/index.js';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';

const LONG = 180_000;
const HOUR = 3_600_000;
const REASON = '家访前要和监护人约时间';
const IDS = '{ children(first: 20) { edges { node { id } } } }';
const FILE = `query ($id: ID!) { child(id: $id) { file { __typename
  ... on OpenFile { school guardianName guardianPhone until }
  ... on ClosedFile { approvalNeeded hours latest { id state version } } } } }`;
const REQUEST = `mutation ($i: RequestFileAccessInput!) { outcome: requestFileAccess(input: $i) { __typename
  ... on FileAccess { id state version openUntil } ... on InvalidInput { fields { field code } } } }`;
const DECIDE = `mutation ($i: DecideFileAccessInput!) { outcome: decideFileAccess(input: $i) { __typename
  ... on FileAccess { state openUntil } } }`;
const CLOSE = `mutation ($i: CloseFileInput!) { outcome: closeFile(input: $i) { __typename ... on FileAccess { state } } }`;
const WAITING = '{ fileRequests { id reason requestedBy pseudonym version } today { fileRequestsToDecide } }';
const READERS = `query ($id: ID!) { fileReaders(subjectId: $id, first: 20) {
  totalCount edges { node { readerName inList contact } } } }`;

interface File {
  readonly child: {
    readonly file: {
      readonly __typename: string;
      readonly guardianPhone?: string;
      readonly until?: string | null;
      readonly latest?: { readonly id: string; readonly state: string; readonly version: number } | null;
    };
  } | null;
}
interface Outcome {
  readonly outcome: {
    readonly __typename: string;
    readonly id: string;
    readonly state: string;
    readonly version: number;
  };
}

let platform: TestApp;
let agency: MatchedAgency;
let children: readonly string[];
let auditor: TestClient;
let stranger: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'files');
  const page = await agency.worker.data<{ children: { edges: { node: { id: string } }[] } }>(IDS);
  children = page.children.edges.map(({ node }) => node.id);
  auditor = await signedIn(agency.agencyId, 'AUDITOR', 'auditor@files.example');
  const other = await addAgency(platform.app, 'elsewhere');
  stranger = await signedIn(other, 'SOCIAL_WORKER', 'worker@elsewhere.example');
}, LONG);
afterAll(() => platform.stop());

async function signedIn(agencyId: MatchedAgency['agencyId'], role: 'AUDITOR' | 'SOCIAL_WORKER', identifier: string) {
  await addPerson(platform.app, agencyId, { name: role, roles: [role], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  return client;
}
const aText: unknown = expect.any(String);
let requests = 0;
const request = (client: TestClient, childId: string, reason = REASON, requestId = `r${(requests += 1)}`) =>
  client.data<Outcome>(REQUEST, { i: { childId, reason, requestId } });
const fileOf = async (client: TestClient, id: string) => (await client.data<File>(FILE, { id })).child?.file;
const setting = (key: string, value: string, version: number) =>
  agency.director.data('mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }', {
    i: { key, value, version },
  });
const actionsAbout = async (child: string) => {
  const subjectId = fromGlobalId('Child', child) ?? '';
  const rows = await platform.app
    .get(Database)
    .repository(AuditEvent)
    .find({ where: { subjectId }, order: { sequence: 'ASC' } });
  return rows.map(({ action }) => action).filter((action) => action.startsWith('file.'));
};

describe('a closed file', () => {
  it('is a missing child’s for another agency, and can be asked for by nobody there', async () => {
    const [id = ''] = children;
    expect(await stranger.data<File>(FILE, { id })).toEqual({ child: null });
    expect((await request(stranger, id)).outcome.__typename).toBe('NotFound');
    expect((await request(agency.worker, 'Q2hpbGQ6bm9uZQ')).outcome.__typename).toBe('NotFound');
  });

  it('tells nobody anything before a reason is given, the director included', async () => {
    for (const client of [agency.worker, agency.supervisor, agency.director]) {
      const file = await fileOf(client, children[0] ?? '');
      expect(file).toEqual({ __typename: 'ClosedFile', approvalNeeded: false, hours: 24, latest: null });
    }
  });

  it('asks for more than a word', async () => {
    const { outcome } = await request(agency.worker, children[0] ?? '', ' 看看 ');
    expect(outcome).toEqual({ __typename: 'InvalidInput', fields: [{ field: 'reason', code: 'TOO_SHORT' }] });
  });

  it('opens to whoever gives a reason, to nobody else, and closes when its time is over', async () => {
    const [, id = ''] = children;
    expect((await request(agency.worker, id, REASON, 'same')).outcome.state).toBe('OPEN');
    expect((await request(agency.worker, id, REASON, 'same')).outcome.state).toBe('OPEN');
    expect(await fileOf(agency.worker, id)).toMatchObject({ __typename: 'OpenFile', until: aText });
    expect((await fileOf(agency.worker, id))?.guardianPhone).toBeTruthy();
    expect(await fileOf(agency.colleague, id)).toMatchObject({ __typename: 'ClosedFile' });
    platform.clock.advance(24 * HOUR);
    expect(await fileOf(agency.worker, id)).toMatchObject({ __typename: 'ClosedFile', latest: { state: 'EXPIRED' } });
    platform.clock.advance(-24 * HOUR);
    expect(await actionsAbout(id)).toEqual(['file.opened']);
  });

  it('can be closed before its time, by nobody but whoever opened it', async () => {
    const [, , id = ''] = children;
    const { outcome } = await request(agency.worker, id);
    const close = { i: { accessId: outcome.id, version: outcome.version } };
    expect((await agency.colleague.data<Outcome>(CLOSE, close)).outcome.__typename).toBe('NotFound');
    expect((await agency.worker.data<Outcome>(CLOSE, close)).outcome.state).toBe('WITHDRAWN');
    expect(await fileOf(agency.worker, id)).toMatchObject({ __typename: 'ClosedFile' });
  });

  it('waits for a second person where the agency wants one', async () => {
    const [, , , id = '', other = ''] = children;
    await setting('fileApprovalNeeded', 'true', 0);
    const { outcome } = await request(agency.worker, id);
    expect(outcome.state).toBe('PENDING');
    expect(await fileOf(agency.worker, id)).toMatchObject({ __typename: 'ClosedFile', latest: { state: 'PENDING' } });
    const decide = { i: { accessId: outcome.id, approve: true, version: outcome.version } };
    expect((await agency.worker.graphql(DECIDE, decide)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await stranger.graphql(DECIDE, decide)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const own = (await request(agency.supervisor, other)).outcome;
    const decideOwn = { i: { accessId: own.id, approve: true, version: own.version } };
    expect((await agency.supervisor.data<Outcome>(DECIDE, decideOwn)).outcome.__typename).toBe(
      'SamePersonMayNotDecide',
    );
    const waiting = await agency.supervisor.data<{ fileRequests: object[]; today: object }>(WAITING);
    expect(waiting.fileRequests).toMatchObject([{ id: outcome.id, reason: REASON, requestedBy: 'worker' }]);
    expect(waiting.today).toEqual({ fileRequestsToDecide: 1 });
    expect((await agency.supervisor.data<Outcome>(DECIDE, decide)).outcome.state).toBe('OPEN');
    expect((await agency.supervisor.data<Outcome>(DECIDE, decide)).outcome.__typename).toBe('StaleVersion');
    expect(await fileOf(agency.worker, id)).toMatchObject({ __typename: 'OpenFile' });
    expect(await actionsAbout(id)).toEqual(['file.requested', 'file.approved']);
  });

  it('stays closed where the second person says no', async () => {
    const [, , , , , id = ''] = children;
    const { outcome } = await request(agency.worker, id);
    const decide = { i: { accessId: outcome.id, approve: false, version: outcome.version } };
    expect((await agency.director.data<Outcome>(DECIDE, decide)).outcome.state).toBe('DECLINED');
    expect(await fileOf(agency.worker, id)).toMatchObject({ __typename: 'ClosedFile', latest: { state: 'DECLINED' } });
    await setting('fileApprovalNeeded', 'false', 1);
  });

  it('is open to the worker who stands beside the child, and to everybody where the agency asks for no reason', async () => {
    const [, , , , , , id = ''] = children;
    const run = 'mutation { outcome: runMatch(input: { requestId: "beside" }) { __typename } }';
    await agency.worker.data(run);
    const proposals =
      '{ matchRuns(first: 1) { edges { node { proposals(first: 1) { edges { node { id version child { id } } } } } } } }';
    interface Runs {
      matchRuns: {
        edges: { node: { proposals: { edges: { node: { id: string; version: number; child: { id: string } } }[] } } }[];
      };
    }
    const found = await agency.worker.data<Runs>(proposals);
    const proposal = found.matchRuns.edges[0]?.node.proposals.edges[0]?.node;
    const accept = 'mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename } }';
    await agency.worker.data(accept, { i: { proposalId: proposal?.id, version: proposal?.version } });
    expect(await fileOf(agency.worker, proposal?.child.id ?? '')).toMatchObject({
      __typename: 'OpenFile',
      until: null,
    });
    expect(await fileOf(agency.colleague, proposal?.child.id ?? '')).toMatchObject({ __typename: 'ClosedFile' });
    await setting('fileReasonNeeded', 'false', 0);
    expect(await fileOf(agency.colleague, id)).toMatchObject({ __typename: 'OpenFile' });
    await setting('fileReasonNeeded', 'true', 1);
  });
});

describe('who has seen a file', () => {
  it('is told to director, auditor and the worker beside the child, to nobody else', async () => {
    const [, id = ''] = children;
    expect(await stranger.data(READERS, { id })).toEqual({ fileReaders: null });
    expect(await agency.colleague.data(READERS, { id })).toEqual({ fileReaders: null });
    expect(await auditor.data(READERS, { id: 'Q2hpbGQ6bm9uZQ' })).toEqual({ fileReaders: null });
    for (const client of [agency.director, auditor]) {
      const { fileReaders } = await client.data<{ fileReaders: { edges: { node: object }[] } }>(READERS, { id });
      expect(fileReaders.edges.map(({ node }) => node)).toContainEqual({
        readerName: 'worker',
        inList: false,
        contact: true,
      });
    }
  });

  it('shows lists that named the child, too', async () => {
    const [, id = ''] = children;
    await agency.colleague.data('{ children(first: 20) { edges { node { name } } } }');
    const { fileReaders } = await auditor.data<{ fileReaders: { edges: { node: object }[] } }>(READERS, { id });
    expect(fileReaders.edges[0]?.node).toEqual({ readerName: 'colleague', inList: true, contact: false });
  });

  it('lets the auditor see the readers, never the file', async () => {
    const answer = await auditor.graphql(FILE, { id: children[1] });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
