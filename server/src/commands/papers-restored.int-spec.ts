// Papers in a backup: they open again where it is restored, on the engine under test; those of whoever was erased since do not.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../create-app.js';
import { readManifest } from '../platform/backup/index.js';
import { FixedClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { parseKeyRing } from '../platform/crypto/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { PAGES, pdf, phonePhoto } from '../platform/testing/papers.js';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.js';
import { Paper } from '../testing/paper.js';
import { addAgency, addPerson, addVolunteerRecord, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, TEST_NOW, TestClient, type TestApp } from '../testing/test-app.js';
import { backup } from './backup.js';
import { keysBackup } from './keys-backup.js';
import { restore } from './restore.js';

const LONG = 240_000;
const DIRECTOR = 'director@papers.example';
const clock = new FixedClock(TEST_NOW);

interface Kept {
  readonly personId: string;
  readonly path: string;
  readonly bytes: Buffer;
}

let platform: TestApp;
let folder: string;
let home: TestDatabase;
let restored: Awaited<ReturnType<typeof createApp>>;
let reader: TestClient;
const kept: Kept[] = [];

const run = async (command: typeof backup, args: string[], environment: Record<string, string>): Promise<void> => {
  const paper = new Paper();
  const code = await command(args, paper, environment, clock);
  if (code !== 0) throw new Error(paper.complained.join('\n'));
};
const filesIn = (dataDir: string): string[] => {
  const at = join(dataDir, 'files');
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
};
const dataDir = () => platform.environment['DATA_DIR'] ?? '';
const newHome = () => join(folder, 'home');

async function bring(client: TestClient, volunteer: string, bytes: Buffer, name: string): Promise<string> {
  const query = new URLSearchParams({ for: volunteer, purpose: 'TRAINING_CERTIFICATE', name });
  const response = await client.fetch(`/files?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web' },
    body: new Uint8Array(bytes),
  });
  return ((await response.json()) as { path: string }).path;
}
const read = async (client: TestClient, path: string) => {
  const response = await client.fetch(path);
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_papers_'));
  platform = await startTestApp();
  const { app } = platform;
  const agencyId = await addAgency(app, '同路');
  await addPerson(app, agencyId, { name: '周岚', roles: ['DIRECTOR'], identifier: DIRECTOR });
  for (const name of ['林青禾', '许诺']) {
    await addVolunteerRecord(app, agencyId, await addPerson(app, agencyId, { name, roles: [] }));
  }
  const director = platform.client();
  await director.signIn(DIRECTOR, TEST_PASSWORD);
  const { volunteers } = await director.data<{ volunteers: { edges: { node: { id: string; personId: string } }[] } }>(
    '{ volunteers(first: 9) { edges { node { id personId } } } }',
  );
  const papers = [await phonePhoto(900, 700), pdf(...PAGES, 'x'.repeat(200_000))];
  for (const [index, { node }] of volunteers.edges.entries()) {
    const path = await bring(director, node.id, papers[index] ?? Buffer.alloc(0), `证明${index}`);
    kept.push({ personId: node.personId, path, bytes: (await read(director, path)).bytes });
  }
  await run(backup, [join(folder, 'rows/today')], { ...platform.environment });
  await run(keysBackup, [join(folder, 'keys/today')], { ...platform.environment });
  const i = { personId: kept[1]?.personId, reason: 'OWN_REQUEST', requestId: 'since' };
  await director.data('mutation ($i: ErasePersonInput!) { erasePerson(input: $i) { __typename } }', { i });
  await app.get(JobWorker).drain();

  home = await createTestDatabase();
  const ring = readFileSync(join(dataDir(), 'keys', 'app.key'), 'utf8').trim();
  const environment = { ...platform.environment, DATABASE_URL: home.url, DATA_DIR: newHome(), APP_KEYS: ring };
  mkdirSync(join(newHome(), 'ledger'), { recursive: true });
  copyFileSync(join(dataDir(), 'ledger/tombstones.jsonl'), join(newHome(), 'ledger/tombstones.jsonl'));
  await run(restore, [join(folder, 'rows/today'), '--keys', join(folder, 'keys/today')], environment);
  restored = await createApp(readConfig(environment), clock);
  await restored.listen(0, '127.0.0.1');
  const { port } = restored.getHttpServer().address() as { port: number };
  reader = new TestClient(`http://127.0.0.1:${port}`);
  await reader.signIn(DIRECTOR, TEST_PASSWORD);
}, LONG);
afterAll(async () => {
  await restored.close();
  await home.drop();
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('papers in a backup', () => {
  it('are listed with their checksums, and only sealed', () => {
    const ring = parseKeyRing(readFileSync(join(dataDir(), 'keys', 'app.key'), 'utf8').trim());
    const { files } = readManifest(join(folder, 'rows/today'), 'ROWS', ring);
    const papers = files.filter(({ path }) => path.startsWith('files/'));
    expect(papers).toHaveLength(2);
    for (const { path, sha256 } of papers) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      const bytes = readFileSync(join(folder, 'rows/today', path));
      for (const mark of ['%PDF', 'JFIF', 'xxxxxxxx']) expect(bytes.includes(Buffer.from(mark))).toBe(false);
    }
  });

  it('do not open any more, and go, where their person was erased after it', async () => {
    expect((await read(reader, kept[1]?.path ?? '')).status).toBe(404);
    expect(filesIn(newHome())).toEqual(filesIn(dataDir()));
    expect(filesIn(newHome())).toHaveLength(1);
  });

  it('open as they were, for whoever may read them', async () => {
    const { status, bytes } = await read(reader, kept[0]?.path ?? '');
    expect([status, bytes.equals(kept[0]?.bytes ?? Buffer.alloc(0))]).toEqual([200, true]);
    expect((await read(new TestClient(reader.address), kept[0]?.path ?? '')).status).toBe(401);
  });
});
