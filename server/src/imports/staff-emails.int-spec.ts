// A colleague's address from a roster: sealed, found again, and where the invitation goes.
import type { AgencyId } from '@tongxing/shared/kernel';
import { Person } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { inboxOf } from '../testing/inbox.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const LONG = 120_000;
const HEAD = '姓名,手机,电子邮箱,岗位\n';
const LIST = '{ staffList { members { personId name email } } }';
const INVITE = `mutation ($i: InvitePersonInput!) { outcome: invitePerson(input: $i) { __typename
  ... on InvalidInput { fields { field code } } } }`;
const FIELDS = '__typename ... on ImportBatch { version importedCount updatedCount state }';
const RUN = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { ${FIELDS} } }`;
const RULE = `mutation ($i: SetImportDuplicateRuleInput!) { outcome: setImportDuplicateRule(input: $i) { ${FIELDS} } }`;
const UNDO = `mutation ($i: UndoImportInput!) { outcome: undoImport(input: $i) { ${FIELDS} } }`;

let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
const act = async (mutation: string, i: object, client = director) =>
  (await client.data<{ outcome: Record<string, unknown> }>(mutation, { i })).outcome;
const members = async () =>
  (await director.data<{ staffList: { members: { personId: string; name: string; email: string | null }[] } }>(LIST))
    .staffList.members;
const member = async (name: string) => (await members()).find((one) => one.name === name);

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@emails.example' });
  await addPerson(app, agencyId, { name: '许诺', roles: ['SOCIAL_WORKER'], identifier: 'worker@emails.example' });
  director = platform.client();
  expect(await director.signIn('director@emails.example', TEST_PASSWORD)).toBe('Viewer');
}, LONG);
afterAll(() => platform.stop());

async function stage(text: string): Promise<string> {
  const response = await director.fetch('/files/rosters?kind=STAFF&name=list.csv', {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
    body: new Uint8Array(Buffer.from(HEAD + text)),
  });
  return ((await response.json()) as { batchId: string }).batchId;
}

it('is nobody’s to read who does not see colleagues', async () => {
  const worker = platform.client();
  await worker.signIn('worker@emails.example', TEST_PASSWORD);
  expect((await worker.graphql(LIST)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

it('comes in the one spelling under which it is signed in with, and stands sealed', async () => {
  const batchId = await stage(
    '林溪,19900000001,LinXi＠Emails.Example ,社工\n陈静,19900000002,,督导\n何远,19900000003,heyuan@,社工\n',
  );
  expect(await act(RUN, { batchId, version: 1 })).toMatchObject({ importedCount: 2 });
  expect(await member('林溪')).toMatchObject({ email: 'linxi@emails.example' });
  expect(await member('陈静')).toMatchObject({ email: null });
  const rows = await platform.app.get(Database).repository(Person).findBy({ agencyId });
  const kept = rows.flatMap(({ emailSealed, emailIndex }) => (emailSealed ? [emailSealed, emailIndex] : []));
  expect(kept).toHaveLength(2);
  expect(kept.join(' ')).not.toMatch(/linxi/i);
});

it('means somebody the agency knows: nobody is invited by it a second time as somebody new', async () => {
  const i = { name: '林夕', identifier: 'LINXI@emails.example', roles: [{ role: 'ARCHIVIST' }] };
  expect(await act(INVITE, i)).toEqual({ __typename: 'IdentifierTaken' });
});

it('is where the invitation goes unless another place is named; without one it goes to the phone', async () => {
  const personId = async (name: string) => (await member(name))?.personId;
  expect(await act(INVITE, { personId: await personId('林溪') })).toEqual({ __typename: 'InvitationSent' });
  expect(await inboxOf(platform)).toContain('linxi@emails.example');
  expect(await act(INVITE, { personId: await personId('陈静') })).toEqual({ __typename: 'InvitationSent' });
  expect(await inboxOf(platform)).toMatch(/19900000002/);
  await platform.app.get(JobWorker).drain();
});

it('is brought up to date by a later roster, and taken back with it', async () => {
  const batchId = await stage('陈静,19900000002,chenjing@emails.example,督导\n');
  const ruled = await act(RULE, { batchId, version: 1, rule: 'UPDATE' });
  const run = await act(RUN, { batchId, version: ruled['version'] });
  expect(run).toMatchObject({ importedCount: 0, updatedCount: 1 });
  expect(await member('陈静')).toMatchObject({ email: 'chenjing@emails.example' });
  const [row] = (await platform.app.get(Database).repository(Person).findBy({ agencyId })).filter(
    ({ emailIndex }) => emailIndex !== null,
  );
  expect(row).toBeDefined();
  expect(await act(UNDO, { batchId, version: run['version'] })).toMatchObject({ state: 'DISCARDED' });
  expect(await member('陈静')).toMatchObject({ email: null });
});
