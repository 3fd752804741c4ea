// The large samples as an agency brings them: counted by their own expectation, read in every form, taken in, taken back.
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { localDate, type AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { addAgency, addPerson, askForNoFactor, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { readRoster, type RosterArea, type RosterKind } from './domain/index.js';
import { readWorkbook } from './domain/read-workbook.js';

const SAMPLES = resolve(import.meta.dirname, '../../../infra/samples');
const LONG = 240_000;

interface Expected {
  readonly rows: number;
  readonly valid: number;
  readonly bad: number;
  readonly duplicate: number;
  readonly problems: Readonly<Record<string, number>>;
}
interface Big {
  readonly expected: {
    readonly referenceDay: string;
    readonly volunteers: Expected;
    readonly children: Expected & {
      readonly households: number;
      readonly adults: number;
      readonly familyNeeds: number;
      readonly channels: Readonly<Record<string, number>>;
    };
    readonly staff: Expected & { readonly credentials: number; readonly emails: number };
  };
  readonly files: Readonly<Record<string, Buffer>>;
}
const load = async <T>(file: string) => (await import(pathToFileURL(resolve(SAMPLES, file)).href)) as T;

let big: Big;
let areas: readonly RosterArea[];
beforeAll(async () => {
  const { generateBig } = await load<{ generateBig: () => Promise<Big> }>('big.mjs');
  big = await generateBig();
  ({ AREAS: areas } = await load<{ AREAS: readonly RosterArea[] }>('generate.mjs'));
}, LONG);
const bytesOf = (name: string): Buffer => {
  const bytes = big.files[name];
  if (!bytes) throw new Error(`BUG: there is no ${name}`);
  return bytes;
};
const countsOf = ({ rows, valid, bad, duplicate }: Expected) => ({ rows, valid, bad, duplicate });

async function read(kind: RosterKind, name: string) {
  const context = { today: localDate(big.expected.referenceDay), areas, supervisors: ['陈静', '周敏', '何远'] };
  const roster = await readRoster(kind, bytesOf(name), context, { letOthersRun: setImmediate, readWorkbook });
  if (!roster.ok) throw new Error(JSON.stringify(roster.error));
  return roster.value;
}

describe('each large list is read exactly as its recipe says', () => {
  it.each<[RosterKind, 'volunteers' | 'children' | 'staff']>([
    ['VOLUNTEERS', 'volunteers'],
    ['CHILDREN', 'children'],
    ['STAFF', 'staff'],
  ])(
    '%s, in UTF-8, in GBK with its rare characters, and as a workbook',
    async (kind, name) => {
      const roster = await read(kind, `big-${name}.csv`);
      expect(roster.counts).toEqual(countsOf(big.expected[name]));
      const problems: Record<string, number> = {};
      for (const { problem } of roster.rows.flatMap((row) => row.cells)) {
        if (problem) problems[problem] = (problems[problem] ?? 0) + 1;
      }
      expect(problems).toEqual(big.expected[name].problems);
      const values = (rows: typeof roster.rows) =>
        rows.map((row) => (row.status === 'VALID' ? row.values : row.status));
      const others = await Promise.all([`big-${name}-gbk.csv`, `big-${name}.xlsx`].map((file) => read(kind, file)));
      expect(others.map(({ encoding }) => encoding)).toEqual([name === 'staff' ? expect.any(String) : 'GBK', 'XLSX']);
      for (const other of others) expect(values(other.rows)).toEqual(values(roster.rows));
    },
    LONG,
  );
});

describe('the large lists at an agency', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let director: TestClient;
  let supervisor: TestClient;
  let worker: TestClient;
  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await addAgency(platform.app, '同路', areas as never);
    for (const name of ['周敏', '何远']) await addPerson(platform.app, agencyId, { name, roles: ['SUPERVISOR'] });
    const signedIn = async (name: string, role: 'DIRECTOR' | 'SUPERVISOR' | 'SOCIAL_WORKER') => {
      const identifier = `${role.toLowerCase()}@example.org`;
      await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
      if (role === 'DIRECTOR') await askForNoFactor(platform.app, identifier);
      const client = platform.client();
      await client.signIn(identifier, TEST_PASSWORD);
      return client;
    };
    director = await signedIn('周岚', 'DIRECTOR');
    supervisor = await signedIn('陈静', 'SUPERVISOR');
    worker = await signedIn('林溪', 'SOCIAL_WORKER');
  }, LONG);
  afterAll(() => platform.stop());

  const FIELDS = '__typename ... on ImportBatch { id version state importedCount } ... on UserError { code }';
  const step = async (client: TestClient, name: string, input: string, variables: object) => {
    const mutation = `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${FIELDS} ... on ImportInUse { uses { use
      count } } } }`;
    const text = name === 'undoImport' ? mutation : mutation.replace(/\.\.\. on ImportInUse \{[^}]*\} \}/, '');
    return (await client.data<{ outcome: Record<string, unknown> }>(text, { i: variables })).outcome;
  };
  const upload = async (client: TestClient, kind: RosterKind, name: string) => {
    const response = await client.fetch(`/files/rosters?kind=${kind}&name=${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web' },
      body: new Uint8Array(bytesOf(name)),
    });
    return { status: response.status, body: (await response.json()) as { batchId?: string; code?: string } };
  };
  const bringIn = async (client: TestClient, kind: RosterKind, name: string) => {
    const { body } = await upload(client, kind, name);
    return step(client, 'runImport', 'RunImportInput', { batchId: body.batchId, version: 1 });
  };
  const count = async (table: string, where = '1 = 1') => {
    const sql = `SELECT COUNT(*) AS n FROM ${table} WHERE agencyId = ? AND ${where}`;
    const [row] = await platform.app.get(Database).read<{ n: number | string }>(sql, [agencyId]);
    return Number(row?.n);
  };

  it('a list of colleagues is refused to whoever may not give roles, and its batch is nobody else’s to see', async () => {
    expect(await upload(worker, 'STAFF', 'big-staff.csv')).toEqual({
      status: 403,
      body: { code: 'ROSTER_KIND_NOT_YOURS' },
    });
    const { body } = await upload(director, 'STAFF', 'big-staff.csv');
    const input = { batchId: body.batchId, version: 1 };
    expect(await step(worker, 'runImport', 'RunImportInput', input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await step(supervisor, 'runImport', 'RunImportInput', input)).toMatchObject({ code: 'NOT_FOUND' });
    const seen = await worker.data<{ importBatches: unknown[] }>('{ importBatches { id } }');
    expect(seen.importBatches).toEqual([]);
    const waiting = async (client: TestClient) =>
      (await client.data<{ today: { batchesInProgress: number } }>('{ today { batchesInProgress } }')).today;
    expect(await waiting(worker)).toEqual({ batchesInProgress: 0 });
    expect(await waiting(director)).toEqual({ batchesInProgress: 1 });
  });

  it(
    'colleagues come with roles and certificates, which count once a second person has confirmed; taken back, none is left',
    async () => {
      const before = await Promise.all(['person', 'role_assignment'].map((table) => count(table)));
      const run = await bringIn(director, 'STAFF', 'big-staff.xlsx');
      expect(run).toMatchObject({ importedCount: big.expected.staff.valid });
      const certificates = () => count('staff_credential', 'confirmedBy IS NOT NULL');
      expect(await count('staff_credential')).toBe(big.expected.staff.credentials);
      expect(await count('person', 'emailIndex IS NOT NULL')).toBe(big.expected.staff.emails);
      expect(await certificates()).toBe(0);
      const next = { batchId: run['id'], version: run['version'] };
      const confirmed = await step(supervisor, 'confirmImport', 'ConfirmImportInput', next);
      expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
      expect(await certificates()).toBe(big.expected.staff.credentials);
      const undo = { batchId: run['id'], version: confirmed['version'] };
      expect(await step(worker, 'undoImport', 'UndoImportInput', undo).catch(() => 'refused')).toBe('refused');
      expect(await step(director, 'undoImport', 'UndoImportInput', undo)).toMatchObject({ state: 'DISCARDED' });
      expect(await Promise.all(['person', 'role_assignment'].map((table) => count(table)))).toEqual(before);
      expect(await count('staff_credential')).toBe(0);
    },
    LONG,
  );

  it(
    'children come with their households: brothers and sisters under one roof, each adult once, one channel each',
    async () => {
      const { children } = big.expected;
      const before = await count('person');
      const run = await bringIn(worker, 'CHILDREN', 'big-children.csv');
      expect(run).toMatchObject({ importedCount: children.valid });
      expect(await count('household')).toBe(children.households);
      expect(await count('child', 'householdId IS NOT NULL')).toBe(children.valid);
      expect(await count('household_member', "relation = 'CHILD'")).toBe(children.valid);
      expect((await count('person')) - before).toBe(children.valid + children.adults);
      expect(await count('household_address')).toBe(children.households);
      expect(await count('family_need')).toBe(children.familyNeeds);
      for (const [channel, many] of Object.entries(children.channels)) {
        expect([channel, await count('child', `discoveryChannel = '${channel}'`)]).toEqual([channel, many]);
      }
      const undo = { batchId: run['id'], version: run['version'] };
      expect(await step(director, 'undoImport', 'UndoImportInput', undo)).toMatchObject({ state: 'DISCARDED' });
      for (const table of [
        'child',
        'household',
        'household_member',
        'household_address',
        'household_event',
        'family_need',
      ]) {
        expect([table, await count(table)]).toEqual([table, 0]);
      }
      expect(await count('person')).toBe(before);
    },
    LONG,
  );

  it(
    'volunteers come whole, rare characters and all',
    async () => {
      const { volunteers } = big.expected;
      expect(await bringIn(worker, 'VOLUNTEERS', 'big-volunteers.xlsx')).toMatchObject({
        importedCount: volunteers.valid,
      });
      expect(await count('volunteer')).toBe(volunteers.valid);
      expect(await count('person', 'idNumberIndex IS NOT NULL')).toBeGreaterThan(volunteers.valid / 2);
    },
    LONG,
  );
});
