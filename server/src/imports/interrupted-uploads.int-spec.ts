// Rosters that are far too large, and lines that break half way: a clear answer, nothing half written, nothing lost.
import { request, type ClientRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database } from '../platform/database/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const MIB = 1024 * 1024;
const ROSTER = Buffer.from('姓名,手机,出生日期\n林青禾,19900000001,1990-01-01\n林一禾,19900000002,1990-01-02\n');

let platform: TestApp;
let agencyId: AgencyId;
let cookie: string;
beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, '同路');
  await addPerson(platform.app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@example.org' });
  cookie = await signIn();
}, 60_000);
afterAll(() => platform.stop());

/** A new browser: its cookie and nothing else. */
async function signIn(): Promise<string> {
  const response = await platform.client().fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }',
      variables: { i: { identifier: 'worker@example.org', password: TEST_PASSWORD } },
    }),
  });
  return response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
}

function open(length: number): ClientRequest {
  const headers = { 'content-type': 'text/csv', 'x-tongxing-client': 'web', 'content-length': length, cookie };
  return request(`${platform.address}/files/rosters?kind=VOLUNTEERS&name=list.csv`, { method: 'POST', headers });
}

interface Answer {
  readonly status: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}
const answerTo = (sent: ClientRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Answer['body'];
        resolve({ status: response.statusCode, body });
      });
    });
  });

async function rows(table: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM ${table}`;
  const [found] = await platform.app.get(Database).read<{ n: number | string }>(sql, []);
  return Number(found?.n);
}
const batches = async () => [await rows('import_batch'), await rows('import_row')];

it('a file of 50 MB is answered while it is still on its way, and is never held whole', async () => {
  const length = 50 * MIB;
  const sent = open(length);
  const answer = answerTo(sent);
  let written = 0;
  let isAnswered = false;
  const done = answer.finally(() => (isAnswered = true));
  const chunk = Buffer.alloc(MIB, 'a');
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  while (!isAnswered && written < length) {
    written += chunk.length;
    if (!sent.write(chunk)) await Promise.race([new Promise((resolve) => sent.once('drain', resolve)), done]);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    await setImmediate();
  }
  expect(await done).toEqual({ status: 413, body: { code: 'FILE_TOO_LARGE', limit: 5 * MIB, actual: length } });
  expect(written).toBeLessThan(length);
  expect(most).toBeLessThan(length / 2);
  sent.destroy();
  expect(await batches()).toEqual([0, 0]);
});

it('an upload whose browser is closed half way leaves nothing, and the same file can be sent again', async () => {
  const server = platform.app.getHttpServer() as Server;
  const brokenOff = new Promise<void>((resolve) => {
    server.once('request', (_request: IncomingMessage, response: ServerResponse) =>
      response.once('close', () => resolve()),
    );
  });
  const arrived = new Promise<void>((resolve) => {
    server.once('request', (incoming: IncomingMessage) => incoming.once('data', () => resolve()));
  });
  const sent = open(ROSTER.length);
  const failed = expect(answerTo(sent)).rejects.toThrow();
  sent.write(ROSTER.subarray(0, ROSTER.length - 40));
  await arrived;
  sent.destroy();
  await Promise.all([brokenOff, failed]);
  expect(await batches()).toEqual([0, 0]);

  const again = open(ROSTER.length);
  const answer = answerTo(again);
  again.end(ROSTER);
  expect(await answer).toMatchObject({ status: 201 });
  expect(await batches()).toEqual([1, 2]);
});

it('a roster that was staged waits for whoever brought it: in another browser, on another day', async () => {
  const client: TestClient = platform.client();
  await client.signIn('worker@example.org', TEST_PASSWORD);
  const { importBatches } = await client.data<{ importBatches: { id: string; version: number; state: string }[] }>(
    '{ importBatches { id version state } }',
  );
  expect(importBatches).toMatchObject([{ state: 'STAGED' }]);
  const [{ id: batchId, version } = { id: '', version: 0 }] = importBatches;
  const run = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { __typename ... on ImportBatch { state
    importedCount } } }`;
  const { outcome } = await client.data<{ outcome: object }>(run, { i: { batchId, version } });
  expect(outcome).toEqual({ __typename: 'ImportBatch', state: 'IMPORTED', importedCount: 2 });
});
