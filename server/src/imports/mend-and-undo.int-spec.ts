// A roster put right row by row before it is imported, and taken back as a whole afterwards: refusals first.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { KeyStore } from '../platform/keys/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const AREAS = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../infra/samples/areas.json'), 'utf8'),
) as never;
const LONG = 60_000;
const HEAD = '姓名,手机,出生日期,空闲时间,培训日期\n';
const TIMES = '周六 09:00-11:00';
const DIRTY = `${HEAD}林甲,19900000001,1990-01-01,${TIMES},2026-01-05
林乙,1990000,1990-01-01,${TIMES},
林丙,19900000001,1990-01-01,${TIMES},
林丁,19900000004,昨天,${TIMES},,多出来的
`;

interface Batch {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly mayUndo: boolean;
  readonly validCount: number;
  readonly badCount: number;
  readonly duplicateCount: number;
}
type Outcome = Batch & Readonly<Record<string, unknown>>;

const FIELDS = `__typename ... on ImportBatch { id version state mayUndo validCount badCount duplicateCount importedCount
  undoneBy } ... on UserError { code } ... on TransitionRefused { from to } ... on StaleVersion { currentVersion }
  ... on InvalidInput { fields { field code } }`;
const MEND = `mutation ($i: MendImportRowInput!) { outcome: mendImportRow(input: $i) { ${FIELDS} } }`;
const UNDO = `mutation ($i: UndoImportInput!) { outcome: undoImport(input: $i) { __typename ... on ImportBatch { id
  version state mayUndo undoneBy } ... on UserError { code } ... on ImportInUse { uses { use count } }
  ... on TransitionRefused { from to } ... on StaleVersion { currentVersion } } }`;
const RUN = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { __typename ... on ImportBatch { id version
  state mayUndo importedCount } } }`;
const CONFIRM = RUN.replace('RunImportInput', 'ConfirmImportInput').replace('runImport', 'confirmImport');
const ROWS = `query ($id: ID!) { importBatch(id: $id) { rows { edges { node { line status
  cells { field raw problem } } } } } }`;

let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let stranger: TestClient;
let volunteer: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同路', AREAS);
  const other = await addAgency(platform.app, '别处');
  const signedIn = async (agency: AgencyId, role: 'SOCIAL_WORKER' | 'SUPERVISOR' | 'VOLUNTEER', name: string) => {
    await addPerson(platform.app, agency, { name, roles: [role], identifier: `${name}@example.org` });
    const client = platform.client();
    await client.signIn(`${name}@example.org`, TEST_PASSWORD);
    return client;
  };
  worker = await signedIn(agencyId, 'SOCIAL_WORKER', 'worker');
  supervisor = await signedIn(agencyId, 'SUPERVISOR', 'supervisor');
  stranger = await signedIn(other, 'SUPERVISOR', 'stranger');
  volunteer = await signedIn(agencyId, 'VOLUNTEER', 'volunteer');
}, LONG);
afterAll(() => platform.stop());

const step = async (client: TestClient, mutation: string, input: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i: input })).outcome;
async function stage(text: string, kind = 'VOLUNTEERS'): Promise<{ batchId: string; version: number }> {
  const response = await worker.fetch(`/files/rosters?kind=${kind}&name=list.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
    body: new Uint8Array(Buffer.from(text)),
  });
  const { batchId } = (await response.json()) as { batchId: string };
  return { batchId, version: 1 };
}
interface Row {
  readonly line: number;
  readonly status: string;
  readonly cells: readonly { readonly field: string; readonly raw: string; readonly problem: string | null }[];
}
async function row(batchId: string, line: number) {
  const { importBatch } = await worker.data<{ importBatch: { rows: { edges: { node: Row }[] } } }>(ROWS, {
    id: batchId,
  });
  const found = importBatch.rows.edges.map(({ node }) => node).find((node) => node.line === line);
  const problems = found?.cells.flatMap(({ field, problem }) => (problem ? [[field, problem] as const] : []));
  return { status: found?.status, problems: Object.fromEntries(problems ?? []) };
}
const audited = async (action: string) => {
  const events = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId, action });
  return events.map(({ facts }) => JSON.parse(facts) as Record<string, unknown>);
};
const count = async (table: string) => {
  const [found] = await platform.app
    .get(Database)
    .read<{ n: number | string }>(`SELECT COUNT(*) AS n FROM ${table} WHERE agencyId = ?`, [agencyId]);
  return Number(found?.n);
};
const phone = (text: string) => [{ field: 'phone', text }];

describe('mending a row is refused', () => {
  let batch: { batchId: string; version: number };
  beforeAll(async () => {
    batch = await stage(`${DIRTY}林戊,,1990-01-01,${TIMES},\n`);
  });

  it('to visitors and volunteers, and another agency finds nothing', async () => {
    const input = { ...batch, line: 3, changes: phone('19900000002') };
    const visitor = await platform.client().graphql(MEND, { i: input });
    expect(visitor.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const helper = await volunteer.graphql(MEND, { i: input });
    expect(helper.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await step(stranger, MEND, input)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
  });

  it('for a row that is not there, a good row, an unknown field, no change, and too long a text', async () => {
    const mend = (line: number, changes: object[]) => step(worker, MEND, { ...batch, line, changes });
    expect(await mend(99, phone('1'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mend(2, phone('19900000009'))).toMatchObject({ code: 'TRANSITION_REFUSED', from: 'VALID' });
    expect(await mend(3, [{ field: 'guardianName', text: '甲' }])).toMatchObject({
      fields: [{ field: 'guardianName', code: 'UNKNOWN' }],
    });
    expect(await mend(3, [])).toMatchObject({ fields: [{ field: 'changes', code: 'REQUIRED' }] });
    expect(await mend(3, phone('1'.repeat(501)))).toMatchObject({ fields: [{ field: 'phone', code: 'TOO_LONG' }] });
    expect(await mend(5, [{ field: '', text: 'x' }])).toMatchObject({ fields: [{ field: '', code: 'UNKNOWN' }] });
  });

  it('the second of two people who mend at once', async () => {
    const changes = phone('19900000002');
    const both = await Promise.all(
      [worker, supervisor].map((client) => step(client, MEND, { ...batch, line: 3, changes })),
    );
    expect(both.map((outcome) => outcome.__typename).sort()).toEqual(['ImportBatch', 'StaleVersion']);
  });
});

describe('a mended row', () => {
  it('is judged as the file was: good, still bad, or somebody who is there already', async () => {
    const { batchId } = await stage(DIRTY);
    const first = await step(worker, MEND, { batchId, version: 1, line: 3, changes: phone('19900000001') });
    expect(first).toMatchObject({ version: 2, validCount: 1, badCount: 1, duplicateCount: 2 });
    expect(await row(batchId, 3)).toEqual({ status: 'DUPLICATE', problems: { phone: 'DUPLICATE_IN_FILE' } });
    await step(worker, MEND, { batchId, version: 2, line: 3, changes: phone('199 0000 0002') });
    expect(await row(batchId, 3)).toEqual({ status: 'VALID', problems: {} });
    await step(worker, MEND, { batchId, version: 3, line: 4, changes: phone('19900000003') });
    const born = { field: 'birthDate', text: '1991年2月3日' };
    await step(worker, MEND, { batchId, version: 4, line: 5, changes: [born] });
    expect(await row(batchId, 5)).toEqual({ status: 'BAD', problems: { '': 'MORE_CELLS_THAN_COLUMNS' } });
    const last = await step(worker, MEND, { batchId, version: 5, line: 5, changes: [{ field: '', text: '' }] });
    expect(last).toMatchObject({ version: 6, validCount: 4, badCount: 0, duplicateCount: 0 });
    const run = await step(worker, RUN, { batchId, version: 6 });
    expect(run).toMatchObject({ state: 'IMPORTED', importedCount: 4, mayUndo: false });
    expect(await audited('roster.mended')).toContainEqual({ line: 5, fields: 'surplus', outcome: 'VALID' });
    const after = await step(worker, MEND, { batchId, version: run.version, line: 3, changes: phone('1') });
    expect(after).toMatchObject({ code: 'TRANSITION_REFUSED', from: 'IMPORTED' });
  });

  it('finds whom the agency has meanwhile', async () => {
    const { batchId } = await stage(`${HEAD}林己,12,1990-01-01,${TIMES},\n`);
    await step(worker, MEND, { batchId, version: 1, line: 2, changes: phone('19900000002') });
    expect(await row(batchId, 2)).toEqual({ status: 'DUPLICATE', problems: { phone: 'REGISTERED_OTHERWISE' } });
  });
});

describe('taking an import back', () => {
  const roster = (from: number) =>
    `${HEAD}${[0, 1, 2].map((n) => `周${'甲乙丙'[n]},${19900001000 + from + n},1990-01-01,${TIMES},2026-01-05`).join('\n')}\n`;
  async function imported(from: number) {
    const { batchId } = await stage(roster(from));
    const { version } = await step(worker, RUN, { batchId, version: 1 });
    return { batchId, version };
  }

  it('is refused to whoever may not, and before there is anything to take back', async () => {
    const { batchId, version } = await stage(roster(100));
    expect(await step(supervisor, UNDO, { batchId, version })).toMatchObject({
      code: 'TRANSITION_REFUSED',
      from: 'STAGED',
    });
    const run = await step(worker, RUN, { batchId, version });
    const input = { batchId, version: run.version };
    expect((await worker.graphql(UNDO, { i: input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await step(stranger, UNDO, input)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await step(supervisor, UNDO, { batchId, version: 1 })).toMatchObject({ code: 'STALE_VERSION' });
    const discard = `mutation ($i: DiscardImportInput!) { outcome: discardImport(input: $i) { __typename ... on UserError { code } } }`;
    expect(await step(worker, discard, { batchId })).toMatchObject({ code: 'TRANSITION_REFUSED' });
  });

  it('is refused while something stands on anybody of it, with all of it counted, and nobody is gone', async () => {
    const { batchId, version } = await imported(200);
    const { volunteers } = await worker.data<{ volunteers: { edges: { node: { id: string; phone: string } }[] } }>(
      '{ volunteers(first: 100) { edges { node { id phone } } } }',
    );
    const one = volunteers.edges.find(({ node }) => node.phone === '+8619900001200')?.node.id;
    const invite = 'mutation ($i: InvitePersonInput!) { outcome: invitePerson(input: $i) { __typename } }';
    expect(await step(worker, invite, { personId: one })).toMatchObject({ __typename: 'InvitationSent' });
    const before = await count('person');
    expect(await step(supervisor, UNDO, { batchId, version })).toEqual({
      __typename: 'ImportInUse',
      code: 'IMPORT_IN_USE',
      uses: [{ use: 'ACCOUNT', count: 1 }],
    });
    expect(await count('person')).toBe(before);
    expect(await audited('roster.undoRefused')).toEqual([{ ACCOUNT: 1 }]);
  });

  it('is refused after a check that was a hit: a stop for safety does not go with a list', async () => {
    const hit = `姓名,手机,出生日期,查询日期,查询结果\n吴甲,19900001300,1990-01-01,2026-10-01,有\n`;
    const { batchId } = await stage(hit);
    const { version } = await step(worker, RUN, { batchId, version: 1 });
    expect(await step(supervisor, UNDO, { batchId, version })).toMatchObject({ uses: [{ use: 'STOP', count: 1 }] });
  });

  it('takes all its people with it, confirmed or not, and their keys are destroyed', async () => {
    const tables = ['person', 'volunteer', 'training', 'role_assignment', 'name_token'];
    const before = await Promise.all(tables.map(count));
    const { batchId, version } = await imported(400);
    const confirmed = await step(supervisor, CONFIRM, { batchId, version });
    expect(await count('person')).toBe((before[0] ?? 0) + 3);
    const undone = await step(supervisor, UNDO, { batchId, version: confirmed.version });
    expect(undone).toMatchObject({ state: 'DISCARDED', undoneBy: 'supervisor', mayUndo: false });
    expect(await Promise.all(tables.map(count))).toEqual(before);
    expect(await audited('roster.undone')).toEqual([{ kind: 'VOLUNTEERS', people: 3 }]);
    const destroyed = async () => (await platform.app.get(KeyStore).tombstones()).length;
    expect(await destroyed()).toBe(0);
    await platform.app.get(JobWorker).drain();
    expect(await destroyed()).toBe(3);
    // The same people may come again by another file.
    const again = await stage(roster(400).replace('周甲', '周甲甲'));
    expect(await step(worker, RUN, { ...again })).toMatchObject({ importedCount: 3 });
  });

  it('works for children as well, and for what their family needs', async () => {
    const head = '姓名,性别,出生日期,监护人姓名,监护人电话,户号,家庭需求';
    const text = `${head}\n童一,女,2016-01-01,童母,19900001500,H1,住房2、工作\n童二,男,2017-01-01,童母,19900001500,H1,住房5\n`;
    const before = await count('child');
    const { batchId } = await stage(text, 'CHILDREN');
    const { version } = await step(worker, RUN, { batchId, version: 1 });
    expect(await count('child')).toBe(before + 2);
    const needs = await platform.app
      .get(Database)
      .read('SELECT domain, priority FROM family_need WHERE agencyId = ? ORDER BY domain', [agencyId]);
    expect(needs.map((need) => ({ ...need }))).toEqual([
      { domain: 'HOUSING', priority: 5 },
      { domain: 'WORK', priority: 3 },
    ]);
    expect(await step(supervisor, UNDO, { batchId, version })).toMatchObject({ state: 'DISCARDED' });
    expect(await count('child')).toBe(before);
    expect(await count('family_need')).toBe(0);
  });
});
