// Rows that mean somebody whom the agency has: left out, brought up to date, or asked; and the way back. Refusals first.
import type { AgencyId } from '@tongxing/shared/kernel';
import { checkDigit } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { ImportChange } from './import-batch.entity.js';

const LONG = 60_000;
const number = (digits: string) => digits + checkDigit(digits);
/** Invented: place and serial number were never given together. */
const WOMAN = number('11010119900307004');
const HEAD = '姓名,手机,出生日期,性别,会说的语言,可陪伴人数,培训日期,身份证号\n';
const FIRST = `${HEAD}林青禾,19900000001,1990-03-07,女,普通话,1,2026-01-05,
周小满,19900000002,1991-02-03,女,普通话,1,,
吴立冬,19900000003,1992-02-03,男,普通话,2,,\n`;
/** The same people as a later file has them: one with more, one under another name, one as she was, one new. */
const LATER = `${HEAD}林青禾,19900000001,1990-03-07,,普通话、四川话,3,2026-06-01,${WOMAN}
周大满,19900000002,1991-02-03,女,四川话,1,,
吴立冬,19900000003,1992-02-03,男,普通话,2,,
郑新来,19900000004,1993-02-03,男,普通话,1,,\n`;

type Outcome = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly version: number };
const BATCH = `__typename ... on ImportBatch { id version state importedCount updatedCount validCount duplicateCount
  duplicateRule choices { updatable toUpdate open } } ... on UserError { code }
  ... on TransitionRefused { from to } ... on StaleVersion { currentVersion }`;
const RULE = `mutation ($i: SetImportDuplicateRuleInput!) { outcome: setImportDuplicateRule(input: $i) { ${BATCH} } }`;
const CHOOSE = `mutation ($i: ChooseImportRowInput!) { outcome: chooseImportRow(input: $i) { ${BATCH} } }`;
const RUN = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { ${BATCH}
  ... on ImportChoicesOpen { openCount } } }`;
const UNDO = `mutation ($i: UndoImportInput!) { outcome: undoImport(input: $i) { ${BATCH}
  ... on ImportInUse { uses { use count } } } }`;
const ROWS = `query ($id: ID!) { importBatch(id: $id) { rows { edges { node { line status differs choice
  cells { field raw problem } } } } } }`;

let platform: TestApp;
let agencyId: AgencyId;
let worker: TestClient;
let supervisor: TestClient;
let stranger: TestClient;
let volunteer: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同路');
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
  const first = await stage(FIRST);
  expect(await step(worker, RUN, first)).toMatchObject({ importedCount: 3, updatedCount: 0 });
}, LONG);
afterAll(() => platform.stop());

const step = async (client: TestClient, mutation: string, input: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i: input })).outcome;
async function stage(text: string): Promise<{ batchId: string; version: number }> {
  const response = await worker.fetch('/files/rosters?kind=VOLUNTEERS&name=list.csv', {
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
  readonly differs: readonly string[];
  readonly choice: string | null;
  readonly cells: readonly { readonly field: string; readonly raw: string; readonly problem: string | null }[];
}
async function rows(batchId: string): Promise<Row[]> {
  const { importBatch } = await worker.data<{ importBatch: { rows: { edges: { node: Row }[] } } }>(ROWS, {
    id: batchId,
  });
  return importBatch.rows.edges.map(({ node }) => node);
}
const LIST = '{ volunteers(first: 50) { edges { node { name languages places } } } }';
async function known(name: string) {
  const { volunteers } = await worker.data<{
    volunteers: { edges: { node: { name: string; languages: string[]; places: number } }[] };
  }>(LIST);
  return volunteers.edges.map(({ node }) => node).find((node) => node.name === name);
}
const changes = () => platform.app.get(Database).repository(ImportChange).findBy({ agencyId });

describe('deciding about rows that mean somebody is refused', () => {
  let batch: { batchId: string; version: number };
  beforeAll(async () => {
    batch = await stage(LATER);
  });

  it('to visitors and volunteers, and another agency finds nothing', async () => {
    const rule = { ...batch, rule: 'UPDATE' };
    const choice = { ...batch, line: 2, choice: 'UPDATE' };
    for (const [mutation, input] of [
      [RULE, rule],
      [CHOOSE, choice],
    ] as const) {
      const visitor = await platform.client().graphql(mutation, { i: input });
      expect(visitor.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      const helper = await volunteer.graphql(mutation, { i: input });
      expect(helper.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      expect(await step(stranger, mutation, input)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
  });

  it('for a row with nothing to decide: new, the same, or under another name; and for a version that is not the last', async () => {
    for (const line of [3, 4, 5, 99]) {
      expect(await step(worker, CHOOSE, { ...batch, line, choice: 'UPDATE' })).toMatchObject({ code: 'NOT_FOUND' });
    }
    const stale = await step(worker, RULE, { ...batch, version: 9, rule: 'UPDATE' });
    expect(stale).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('and a batch that asks does not run before each row has its answer', async () => {
    const asked = await step(worker, RULE, { ...batch, rule: 'ASK' });
    expect(asked).toMatchObject({ duplicateRule: 'ASK', choices: { updatable: 1, toUpdate: 0, open: 1 } });
    expect(await step(worker, RUN, { ...batch, version: asked.version })).toMatchObject({
      __typename: 'ImportChoicesOpen',
      openCount: 1,
    });
    expect(await changes()).toEqual([]);
  });
});

describe('a row of somebody whom the agency has', () => {
  let batch: { batchId: string; version: number };
  let version: number;
  beforeAll(async () => {
    batch = await stage(`${LATER}\n`);
    version = batch.version;
  });

  it('says which cells differ, shows no identity number whole, and tells another name apart', async () => {
    const [first, second, third, fourth] = await rows(batch.batchId);
    expect(first).toMatchObject({
      status: 'DUPLICATE',
      choice: null,
      differs: ['idNumber', 'languages', 'places', 'trainedOn'],
    });
    expect(first?.cells.find(({ field }) => field === 'idNumber')?.raw).toBe(`${'*'.repeat(14)}${WOMAN.slice(-4)}`);
    expect(second?.cells.find(({ field }) => field === 'phone')?.problem).toBe('REGISTERED_OTHERWISE');
    expect(third).toMatchObject({ status: 'DUPLICATE', differs: [] });
    expect(fourth?.status).toBe('VALID');
  });

  it('is brought up to date where somebody says so; a blank cell and everybody else stay', async () => {
    const chosen = await step(worker, CHOOSE, { ...batch, line: 2, choice: 'UPDATE' });
    expect(chosen).toMatchObject({ duplicateRule: 'ASK', choices: { updatable: 1, toUpdate: 1, open: 0 } });
    const run = await step(worker, RUN, { ...batch, version: chosen.version });
    expect(run).toMatchObject({ importedCount: 1, updatedCount: 1, validCount: 1, duplicateCount: 2 });
    version = run.version;
    expect(await known('林青禾')).toEqual({ name: '林青禾', languages: ['MANDARIN', 'SICHUANESE'], places: 3 });
    expect(await known('周小满')).toMatchObject({ languages: ['MANDARIN'] });
    expect(await known('周大满')).toBeUndefined();
    for (const { beforeSealed, afterSealed } of await changes()) {
      expect([beforeSealed, afterSealed].join()).toMatch(/^v2\.[\w-]+\.[\w-]+,v2\.[\w-]+\.[\w-]+$/);
    }
  });

  it('is known by the identity number from now on, in 15 digits too', async () => {
    const short = WOMAN.slice(0, 6) + WOMAN.slice(8, 17);
    const again = await stage(`${HEAD}林青禾,19900000077,1990-03-07,女,普通话,1,,${short}\n`);
    const [row] = await rows(again.batchId);
    expect(row).toMatchObject({ status: 'DUPLICATE' });
    expect(row?.cells.find(({ field }) => field === 'phone')?.problem).toBe('ALREADY_REGISTERED');
  });

  it('is as before once the batch is taken back, and who was new is gone', async () => {
    const undone = await step(supervisor, UNDO, { ...batch, version });
    expect(undone).toMatchObject({ __typename: 'ImportBatch', state: 'DISCARDED' });
    expect(await known('林青禾')).toEqual({ name: '林青禾', languages: ['MANDARIN'], places: 1 });
    expect(await known('郑新来')).toBeUndefined();
    expect(await changes()).toEqual([]);
    const [facts] = await platform.app
      .get(Database)
      .read<{ n: number | string }>('SELECT COUNT(*) AS n FROM training WHERE agencyId = ?', [agencyId]);
    expect(Number(facts?.n)).toBe(1);
  });
});

it('a change that somebody has changed since is not taken back, nor is anything else of its batch', async () => {
  const more = (places: number) => stage(`${HEAD}吴立冬,19900000003,1992-02-03,男,普通话,${places},,\n`);
  const update = async (batch: { batchId: string; version: number }) => {
    const ruled = await step(worker, RULE, { ...batch, rule: 'UPDATE' });
    return step(worker, RUN, { ...batch, version: ruled.version });
  };
  const first = await more(4);
  const { version } = await update(first);
  const second = await more(5);
  const later = await update(second);
  expect(later).toMatchObject({ importedCount: 0, updatedCount: 1 });
  const refused = await step(supervisor, UNDO, { batchId: first.batchId, version });
  expect(refused).toMatchObject({ __typename: 'ImportInUse', uses: [{ use: 'CHANGED', count: 1 }] });
  expect(await known('吴立冬')).toMatchObject({ places: 5 });
  expect(await step(supervisor, UNDO, { batchId: second.batchId, version: later.version })).toMatchObject({
    state: 'DISCARDED',
  });
  expect(await known('吴立冬')).toMatchObject({ places: 4 });
  expect(await step(supervisor, UNDO, { batchId: first.batchId, version })).toMatchObject({ state: 'DISCARDED' });
  expect(await known('吴立冬')).toMatchObject({ places: 2 });
});
