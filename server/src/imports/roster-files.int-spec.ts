// Roster files over HTTP: who is turned away, which files are, and what comes back of the rows that were left out.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { parse } from 'csv-parse/sync';
import writeExcelFile from 'write-excel-file/node';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, TEST_NOW, type TestApp, type TestClient } from '../testing/test-app.js';

const SAMPLES = resolve(import.meta.dirname, '../../../infra/samples');
const sample = (name: string) => readFileSync(resolve(SAMPLES, name));
const AREAS = JSON.parse(sample('areas.json').toString()) as never;

let platform: TestApp;
let agencyId: AgencyId;
const clients = new Map<string, TestClient>();

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同路', AREAS);
  const other = await addAgency(platform.app, '别处');
  await addPerson(platform.app, agencyId, { name: '陈静', roles: ['SUPERVISOR'] });
  await signedIn('worker', agencyId, 'SOCIAL_WORKER');
  await signedIn('director', agencyId, 'DIRECTOR');
  await signedIn('volunteer', agencyId, 'VOLUNTEER');
  await signedIn('donor', agencyId, 'DONOR');
  await signedIn('stranger', other, 'SOCIAL_WORKER');
}, 60_000);
afterAll(() => platform.stop());

async function signedIn(name: string, agency: AgencyId, role: 'SOCIAL_WORKER' | 'DIRECTOR' | 'VOLUNTEER' | 'DONOR') {
  const identifier = `${name}@example.org`;
  await addPerson(platform.app, agency, { name, roles: [role], identifier });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  clients.set(name, client);
}
const as = (name: string) => clients.get(name) ?? platform.client();

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly batchId?: string } & Record<string, unknown>;
}
interface UploadParts {
  readonly kind?: string;
  readonly name?: string;
  readonly sheet?: string;
  readonly columns?: string;
  readonly headers?: object;
}
async function upload(
  client: TestClient,
  bytes: Uint8Array | string,
  { kind = 'VOLUNTEERS', name = '名单.csv', headers = {}, ...more }: UploadParts = {},
): Promise<Answer> {
  const query = new URLSearchParams({ kind, name, ...more });
  const response = await client.fetch(`/files/rosters?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web', ...headers },
    body: new Uint8Array(typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const ROSTER = '姓名,手机,出生日期\n林青禾,19900000001,1990-01-01\n';

describe('uploading a roster is refused to', () => {
  it('a visitor', async () => {
    const answer = await upload(platform.client(), ROSTER);
    expect(answer).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it.each(['volunteer', 'donor'])('a %s, and the audit remembers it', async (name) => {
    const before = await refusals();
    const answer = await upload(as(name), ROSTER);
    expect(answer).toEqual({ status: 403, body: { code: 'FORBIDDEN', permission: 'roster.stage' } });
    expect(await refusals()).toBe(before + 1);
  });

  it('whoever comes by a page of another site', async () => {
    const bare = await as('worker').fetch('/files/rosters?kind=VOLUNTEERS', {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: ROSTER,
    });
    expect(bare.status).toBe(403);
    expect(await upload(as('worker'), ROSTER, { headers: { 'sec-fetch-site': 'cross-site' } })).toEqual({
      status: 403,
      body: { code: 'CROSS_SITE_REFUSED' },
    });
  });
});

describe('a file is refused that', () => {
  it.each([
    ['comes as a form', 415, 'UNSUPPORTED_MEDIA_TYPE', ROSTER, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['is compressed', 415, 'UNSUPPORTED_MEDIA_TYPE', ROSTER, { 'content-encoding': 'gzip' }],
    ['is empty', 422, 'FILE_EMPTY', '', {}],
    ['is a broken workbook', 422, 'WORKBOOK_DAMAGED', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), {}],
    ['is a workbook of the old format', 422, 'WORKBOOK_OLD', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), {}],
    ['is binary', 422, 'FILE_NOT_TEXT', Buffer.from([0x61, 0, 1, 2]), {}],
    [
      'was cut in the middle of a character',
      422,
      'ENCODING_UNREADABLE',
      Buffer.from([0xef, 0xbb, 0xbf, 0xe5, 0xa7]),
      {},
    ],
    ['has no header', 422, 'HEADER_NOT_FOUND', '甲,乙\n丙,丁\n', {}],
    ['lacks a column', 422, 'COLUMNS_MISSING', '姓名,手机\n林青禾,19900000001\n', {}],
    ['has a header and no rows', 422, 'SHEET_EMPTY', '姓名,手机,出生日期\n', {}],
    ['has a quote that nobody closed', 422, 'QUOTE_NOT_CLOSED', '姓名,手机,出生日期\n"林青禾,1,2\n', {}],
  ] as const)('%s', async (_what, status, code, bytes, headers) => {
    const answer = await upload(as('worker'), bytes, { headers });
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
  });

  it('is of no known kind', async () => {
    expect(await upload(as('worker'), ROSTER, { kind: 'toString' })).toEqual({
      status: 400,
      body: { code: 'ROSTER_KIND_UNKNOWN' },
    });
  });

  it('is larger than 5 MB, however its length is told', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024 + 1, 'a');
    const answer = await upload(as('worker'), large);
    expect(answer).toEqual({
      status: 413,
      body: { code: 'FILE_TOO_LARGE', limit: 5 * 1024 * 1024, actual: large.length },
    });
  });

  it('leaves no batch behind', async () => {
    const { importBatches } = await as('worker').data<{ importBatches: unknown[] }>('{ importBatches { id } }');
    expect(importBatches).toEqual([]);
  });
});

describe('the columns of a file', () => {
  const columns = async (client: TestClient, text: string, more: object = {}) => {
    const query = new URLSearchParams({ kind: 'VOLUNTEERS', name: 'a.csv', ...more });
    const response = await client.fetch(`/files/rosters/columns?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web' },
      body: new Uint8Array(Buffer.from(text)),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('are told to nobody who may not bring it, and colleagues’ to directors only', async () => {
    expect(await columns(platform.client(), ROSTER)).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    expect((await columns(as('volunteer'), ROSTER)).status).toBe(403);
    expect(await columns(as('worker'), ROSTER, { kind: 'STAFF' })).toEqual({
      status: 403,
      body: { code: 'ROSTER_KIND_NOT_YOURS' },
    });
  });

  it('are guessed, and nothing is kept of the file', async () => {
    const { status, body } = await columns(as('worker'), ROSTER);
    expect(status).toBe(200);
    expect(body).toMatchObject({ missing: [], rows: 1, columns: [{ header: '姓名', field: 'name' }, {}, {}] });
    const { importBatches } = await as('worker').data<{ importBatches: unknown[] }>('{ importBatches { id } }');
    expect(importBatches).toEqual([]);
  });

  it('are read as somebody names them', async () => {
    const odd = '称呼,联络,生于\n林青禾,19900000001,1990-01-01\n';
    expect((await upload(as('worker'), odd)).body.code).toBe('HEADER_NOT_FOUND');
    const doubled = await upload(as('worker'), odd, { columns: 'name,phone,phone' });
    expect(doubled).toEqual({ status: 422, body: { code: 'COLUMNS_DOUBLED', fields: ['phone'] } });
    expect((await upload(as('worker'), odd, { columns: 'name,phone,birthDate' })).status).toBe(201);
  });
});

describe('an uploaded roster', () => {
  const BATCH = `query ($id: ID!) { importBatch(id: $id) { fileName encoding state rowCount validCount badCount
    duplicateCount stagedBy rows(only: BAD, first: 200) { totalCount edges { node { line
    cells { field raw problem } } } } } }`;
  let batchId: string;

  it('comes back as a batch, in GBK as in UTF-8', async () => {
    const answer = await upload(as('worker'), sample('volunteers-gbk.csv'), { name: '../名单\u0000 2026.csv' });
    expect(answer.status).toBe(201);
    batchId = String(answer.body.batchId);
    const { importBatch } = await as('worker').data<{ importBatch: Record<string, unknown> }>(BATCH, { id: batchId });
    expect(importBatch).toMatchObject({
      fileName: '名单 2026.csv',
      encoding: 'GBK',
      state: 'STAGED',
      rowCount: 200,
      validCount: 180,
      badCount: 15,
      duplicateCount: 5,
      stagedBy: 'worker',
      rows: { totalCount: 15 },
    });
  });

  it('is not read twice where the same person sends it again, and is where somebody else does', async () => {
    const again = await upload(as('worker'), sample('volunteers-gbk.csv'));
    expect(again).toEqual({ status: 201, body: { batchId } });
    const others = await upload(as('director'), sample('volunteers-gbk.csv'));
    expect(others.status).toBe(201);
    expect(others.body.batchId).not.toBe(batchId);
  });

  it('may be a workbook: the same rows are good and bad', async () => {
    const rows = parse(
      sample('volunteers.csv')
        .toString()
        .replace(/^\ufeff/, ''),
    ) as string[][];
    const cells = rows.map((row) => row.map((value) => (value === '' ? null : { value })));
    const sheet = (name: string) => ({ sheet: name, data: cells });
    const two = await writeExcelFile([
      sheet('2025'),
      { sheet: '说明', data: [[{ value: '请看' }]] },
      sheet('2026'),
    ]).toBuffer();
    const refused = await upload(as('worker'), two, { name: '名单.xlsx' });
    expect(refused).toEqual({ status: 422, body: { code: 'SHEETS_SEVERAL', sheets: ['2025', '2026'] } });
    const { status, body } = await upload(as('worker'), two, { name: '名单.xlsx', sheet: '2026' });
    expect(status).toBe(201);
    const { importBatch } = await as('worker').data<{ importBatch: unknown }>(BATCH, { id: body.batchId });
    expect(importBatch).toMatchObject({
      ...{ fileName: '名单.xlsx', encoding: 'XLSX', state: 'STAGED' },
      ...{ rowCount: 200, validCount: 180, badCount: 15, duplicateCount: 5 },
    });
  });

  it('does not exist for another agency', async () => {
    const { importBatch } = await as('stranger').data<{ importBatch: unknown }>(BATCH, { id: batchId });
    expect(importBatch).toBeNull();
    const file = await as('stranger').fetch(`/files/rosters/${batchId}/bad.csv`);
    expect(file.status).toBe(404);
    expect(await taken()).toEqual([]);
  });

  it('keeps the name of its file sealed, and forgets one that names somebody who is erased', async () => {
    const stored = async () =>
      platform.app.get(Database).read<Record<string, unknown>>('SELECT * FROM import_batch', []);
    expect(JSON.stringify(await stored())).not.toContain('名单');
    const named = await upload(as('worker'), '姓名,手机,出生日期\n赵小满,19900000008,1990-01-01\n', {
      name: '赵小满的表.csv',
    });
    const nameOf = async (id: string | undefined) =>
      (await as('worker').data<{ importBatch: { fileName: string } }>(BATCH, { id })).importBatch.fileName;
    expect(await nameOf(named.body.batchId)).toBe('赵小满的表.csv');
    const personId = '01900000-0000-7000-8000-00000000dead' as PersonId;
    const erased = { agencyId, personId, at: TEST_NOW, known: { name: '赵小满' } };
    await platform.app
      .get(UnitOfWork)
      .run({ kind: 'system', agencyId, name: 'test' }, () => platform.app.get(PersonalData).erase(erased));
    expect(await nameOf(named.body.batchId)).toBe('roster.csv');
    expect(await nameOf(batchId)).toBe('名单 2026.csv');
  });

  it('tells the answers of record checks to directors only', async () => {
    const results = async (client: TestClient) => {
      const { importBatch } = await client.data<{ importBatch: { rows: { edges: { node: RowNode }[] } } }>(BATCH, {
        id: batchId,
      });
      const cells = importBatch.rows.edges.flatMap(({ node }) => node.cells);
      return cells.filter((cell) => cell.field === 'recordCheckResult').map((cell) => cell.raw);
    };
    expect(new Set(await results(as('worker')))).toEqual(new Set(['']));
    expect(await results(as('director'))).toContain('无');
  });

  it('gives its left-out rows back with reasons, to those who may stage', async () => {
    expect((await platform.client().fetch(`/files/rosters/${batchId}/bad.csv`)).status).toBe(401);
    expect((await as('volunteer').fetch(`/files/rosters/${batchId}/bad.csv`)).status).toBe(403);
    const response = await as('worker').fetch(`/files/rosters/${batchId}/bad.csv`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const bytes = Buffer.from(await response.arrayBuffer());
    // The two who were turned away took nothing.
    expect((await taken()).map(({ facts }) => JSON.parse(facts) as object)).toEqual([{ rows: 20 }]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString().trim().split('\r\n');
    expect(lines[0]).toContain('行号,姓名,手机');
    expect(lines).toHaveLength(1 + 15 + 5);
    expect(lines.join('\n')).toContain('手机：请填写手机号');
    expect(lines.join('\n')).toContain('手机：与前面的一行是同一个人');
    expect(lines.join('\n')).not.toMatch(/[A-Z]+_[A-Z]+/);
  });

  it('never makes a spreadsheet run what somebody typed', async () => {
    const text = '姓名,手机,出生日期\n=HYPERLINK("http://x"),19900000009,1990-01-01\n';
    const { body } = await upload(as('worker'), text);
    const response = await as('worker').fetch(`/files/rosters/${body.batchId}/bad.csv`);
    expect(await response.text()).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

interface RowNode {
  readonly cells: readonly { readonly field: string; readonly raw: string }[];
}

/** Downloads of left-out rows, as the audit remembers them. */
const taken = () =>
  platform.app.get(Database).repository(AuditEvent).findBy({ agencyId, action: 'roster.leftOutTaken' });
const refusals = () =>
  platform.app.get(Database).repository(AuditEvent).countBy({ agencyId, action: 'access.refused' });
