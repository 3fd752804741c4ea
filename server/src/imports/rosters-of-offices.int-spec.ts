// An office closes while rosters wait: nobody is taken in there, and a role there never becomes one everywhere.
import type { AgencyId, LocalDate, OfficeId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { ImportBatch } from './import-batch.entity.js';

const LONG = 120_000;
const OPEN = 'mutation ($i: OpenOfficeInput!) { outcome: openOffice(input: $i) { __typename ... on Office { id } } }';
const CLOSE = `mutation ($i: CloseOfficeInput!) { outcome: closeOffice(input: $i) { __typename
  ... on OfficeInUse { colleagues volunteers children rosters } } }`;
const RUN = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { __typename
  ... on ImportBatch { importedCount badCount duplicateCount } ... on ImportNothingValid { badCount }
  ... on StaleVersion { currentVersion } } }`;
const ROLE_ENDS = 'mutation ($i: EndRoleInput!) { outcome: endRole(input: $i) { __typename } }';
const ROWS = `query ($id: ID!) { importBatch(id: $id) { rows { edges { node { line status
  cells { field problem } } } } } }`;

let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let northern: TestClient;
let north = '';
let south = '';
const act = async (mutation: string, i: object, client = director) =>
  (await client.data<{ outcome: Record<string, unknown> }>(mutation, { i })).outcome;

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@closing.example' });
  director = platform.client();
  expect(await director.signIn('director@closing.example', TEST_PASSWORD)).toBe('Viewer');
  const open = async (name: string) => String((await act(OPEN, { name }))['id']);
  [north, south] = [await open('北站'), await open('南站')];
  // Whoever works in one office alone brings that office's people.
  const bound = await addPerson(app, agencyId, { name: '林溪', roles: [], identifier: 'north@closing.example' });
  const office = fromGlobalId('Office', north) as OfficeId;
  await app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId, name: 'test' }, () =>
      app.get(PeopleRepository).assignRole(agencyId, bound, 'SOCIAL_WORKER', '2026-01-01' as LocalDate, office),
    );
  northern = platform.client();
  expect(await northern.signIn('north@closing.example', TEST_PASSWORD)).toBe('Viewer');
}, LONG);
afterAll(() => platform.stop());

async function stage(client: TestClient, kind: string, text: string): Promise<string> {
  const response = await client.fetch(`/files/rosters?kind=${kind}&name=list.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
    body: new Uint8Array(Buffer.from(text)),
  });
  return ((await response.json()) as { batchId: string }).batchId;
}

it('says that a roster waits there, and takes it along to where the office’s people go', async () => {
  const waiting = await stage(northern, 'VOLUNTEERS', '姓名,手机,出生日期\n林甲,19900000001,1990-01-01\n');
  const { staffList } = await director.data<{
    staffList: { members: { name: string; posts: { id: string }[] }[] };
  }>('{ staffList { members { name posts { id } } } }');
  const postId = staffList.members.find(({ name }) => name === '林溪')?.posts[0]?.id;
  await act(ROLE_ENDS, { postId, endsOn: '2026-11-21', reason: 'OTHER_TASK' });
  expect(await act(CLOSE, { officeId: north })).toEqual({
    ...{ __typename: 'OfficeInUse', colleagues: [], volunteers: 0, children: 0 },
    rosters: 1,
  });
  expect(await act(CLOSE, { officeId: north, moveTo: { officeId: south } })).toEqual({ __typename: 'Office' });
  const row = await platform.app.get(Database).repository(ImportBatch).findOneByOrFail({ agencyId });
  expect(row.officeId).toBe(fromGlobalId('Office', south));
  // Whoever had it open takes in nobody where they did not mean to.
  expect(await act(RUN, { batchId: waiting, version: 1 })).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
  expect(await act(RUN, { batchId: waiting, version: 2 })).toMatchObject({ importedCount: 1 });
  const sql = 'SELECT officeId FROM volunteer WHERE agencyId = ?';
  expect(await platform.app.get(Database).read(sql, [agencyId])).toEqual([{ officeId: fromGlobalId('Office', south) }]);
});

it('holds a colleague back whose office is gone by now; nobody gets a role in the whole agency by it', async () => {
  const middle = String((await act(OPEN, { name: '中站' }))['id']);
  const text = `姓名,手机,岗位,服务站\n陈乙,19900000002,社工,中站\n陈丙,19900000003,社工,南站\n`;
  const batchId = await stage(director, 'STAFF', text);
  expect(await act(CLOSE, { officeId: middle })).toEqual({ __typename: 'Office' });
  expect(await act(RUN, { batchId, version: 1 })).toMatchObject({ importedCount: 1, badCount: 1, duplicateCount: 0 });
  const { importBatch } = await director.data<{
    importBatch: { rows: { edges: { node: { status: string; cells: { field: string; problem: string }[] } }[] } };
  }>(ROWS, { id: batchId });
  const [left] = importBatch.rows.edges.map(({ node }) => node);
  expect(left?.status).toBe('BAD');
  expect(left?.cells.find(({ field }) => field === 'office')?.problem).toBe('OFFICE_UNKNOWN');
  const roles = "SELECT officeId FROM role_assignment WHERE agencyId = ? AND role = 'SOCIAL_WORKER' AND endsOn IS NULL";
  expect(await platform.app.get(Database).read(roles, [agencyId])).toEqual([
    { officeId: fromGlobalId('Office', south) },
  ]);
});
