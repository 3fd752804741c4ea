// What the operator's page says of keys, schema, anchor, jobs and drills: who may not see it, and what each change shows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { platformVersion, recordRun } from '../platform/backup/index.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { AuditAnchor } from '../platform/audit-trail/index.js';
import { Paper } from '../testing/paper.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, TEST_NOW, type TestApp, type TestClient } from '../testing/test-app.js';
import { keysExport } from './keys-export.js';
import { keysRotate } from './keys-rotate.js';

const STATE = `{ backupState { drill { finishedAt rowCount problem } restored { finishedAt } }
  upkeepState { version schema { applied pending unknown }
    keys { ring { name since } notRewrapped closed exported { exportedAt generation shares threshold outdated } }
    anchor { anchoredAt behind mismatch } jobs { due running later oldestDueAt } } }`;
const LONG = 60_000;

interface State {
  readonly backupState: { drill: { problem: string | null; rowCount: number } | null; restored: object | null };
  readonly upkeepState: {
    version: string;
    schema: object;
    keys: {
      ring: { name: string; since: string | null }[];
      notRewrapped: number;
      closed: number;
      exported: { generation: string; outdated: boolean } | null;
    };
    anchor: { anchoredAt: string | null; behind: number; mismatch: boolean };
    jobs: { due: number; running: number; later: number; oldestDueAt: string | null };
  };
}

let platform: TestApp;
let agencyId: AgencyId;
let folder: string;
const signedIn = new Map<Role, TestClient>();
const as = (role: Role) => signedIn.get(role) ?? platform.client();
const state = async (role: Role = 'DIRECTOR') => as(role).data<State>(STATE);
const upkeep = async () => (await state()).upkeepState;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing_test_upkeep_'));
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'upkeep', []);
  for (const role of ['SOCIAL_WORKER', 'AUDITOR', 'VOLUNTEER', 'DIRECTOR', 'PLATFORM_OPERATOR'] as const) {
    const identifier = `${role.toLowerCase()}@upkeep.example`;
    await addPerson(platform.app, agencyId, { name: role, roles: [role], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    signedIn.set(role, client);
  }
}, LONG);
afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('is refused to everybody who does not look after the platform', async () => {
  for (const role of ['SOCIAL_WORKER', 'AUDITOR', 'VOLUNTEER'] as const) {
    const answer = await as(role).graphql('{ upkeepState { version } }');
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  expect((await platform.client().graphql('{ upkeepState { version } }')).errors).toBeDefined();
});

it('shows the operator what it shows the director, and a young platform with nothing on paper', async () => {
  const first = await state('PLATFORM_OPERATOR');
  expect(first.upkeepState.version).toBe(platformVersion());
  expect(first.upkeepState.schema).toEqual({ applied: MIGRATIONS.length, pending: 0, unknown: 0 });
  expect(first.upkeepState.keys).toEqual({
    ring: [{ name: 'local-1', since: TEST_NOW.slice(0, 10) }],
    notRewrapped: 0,
    closed: 0,
    exported: null,
  });
  expect(first.backupState).toEqual({ drill: null, restored: null });
  expect((await upkeep()).keys).toEqual(first.upkeepState.keys);
});

it('an export shows with its generation, and is outdated once the ring has a newer key', async () => {
  expect(await keysExport(['--out', join(folder, 'shares')], new Paper(), platform.environment, platform.clock)).toBe(
    0,
  );
  const { exported } = (await upkeep()).keys;
  expect(exported).toMatchObject({ shares: 5, threshold: 3, outdated: false, exportedAt: TEST_NOW });
  expect(exported?.generation).toMatch(/^[0-9A-Z]{8}$/);
  expect(await keysRotate([], new Paper(), platform.environment, platform.clock)).toBe(0);
  // The file is looked at once a second; asking for a key that is wrapped with the new one reads it at once.
  const { keys } = await changed(async () => {
    const now = await upkeep();
    return now.keys.ring.length === 2 ? now : undefined;
  });
  expect(keys.ring.map(({ since }) => since)).toEqual([TEST_NOW.slice(0, 10), TEST_NOW.slice(0, 10)]);
  expect(keys).toMatchObject({ notRewrapped: 0, closed: 0, exported: { outdated: true } });
});

it('a drill shows however it went, and hides no earlier restore', async () => {
  const note = (kind: 'DRILL' | 'RESTORE', finishedAt: string, problem: string | null) =>
    recordRun(platform.environment['DATABASE_URL'] ?? '', {
      kind,
      outcome: problem === null ? 'GOOD' : 'FAILED',
      startedAt: finishedAt,
      finishedAt,
      rowCount: 7,
      fileCount: 0,
      version: '0.1.0',
      problem,
    });
  await note('RESTORE', '2026-11-20T00:00:00.000Z', null);
  await note('DRILL', '2026-11-21T00:00:00.000Z', null);
  expect((await state()).backupState).toMatchObject({ drill: { rowCount: 7, problem: null }, restored: {} });
  await note('DRILL', '2026-11-21T01:00:00.000Z', 'NAMES_CLOSED');
  expect((await state()).backupState.drill?.problem).toBe('NAMES_CLOSED');
});

it('the anchor shows what waits, and what it knows that the database does not', async () => {
  const anchor = platform.app.get(AuditAnchor);
  await anchor.flush();
  expect((await upkeep()).anchor).toMatchObject({ behind: 0, mismatch: false });
  const work = platform.app.get(UnitOfWork);
  const database = platform.app.get(Database);
  const cut = (by: number) =>
    work.run({ kind: 'system', agencyId, name: 'test' }, () =>
      database.manager.query('UPDATE audit_head SET sequence = sequence + ? WHERE agencyId = ?', [by, agencyId]),
    );
  await cut(2);
  expect((await upkeep()).anchor).toMatchObject({ behind: 2, mismatch: false });
  await cut(-3);
  expect((await upkeep()).anchor).toMatchObject({ behind: 0, mismatch: true });
  await cut(1);
});

it("jobs are the agency's own: due ones with the oldest, and those for later", async () => {
  const other = await addAgency(platform.app, 'elsewhere', []);
  const before = (await upkeep()).jobs;
  const database = platform.app.get(Database);
  const add = (id: string, agency: string, runAt: string, jobState: string) =>
    platform.app
      .get(UnitOfWork)
      .run({ kind: 'system', agencyId, name: 'test' }, () =>
        database.manager.query(
          'INSERT INTO job (id, agencyId, kind, state, attempts, runAt, createdAt) VALUES (?, ?, ?, ?, 0, ?, ?)',
          [id, agency, 'nobody.does', jobState, runAt, TEST_NOW],
        ),
      );
  await add('01900000-0000-7000-8000-0000000000a1', agencyId, '2026-11-21T00:00:00.000Z', 'READY');
  await add('01900000-0000-7000-8000-0000000000a2', agencyId, '2026-12-21T00:00:00.000Z', 'READY');
  await add('01900000-0000-7000-8000-0000000000a3', other, '2026-11-01T00:00:00.000Z', 'READY');
  await add('01900000-0000-7000-8000-0000000000a4', agencyId, '2026-11-01T00:00:00.000Z', 'DEAD');
  expect((await upkeep()).jobs).toEqual({
    due: before.due + 1,
    running: before.running,
    later: before.later + 1,
    oldestDueAt: '2026-11-21T00:00:00.000Z',
  });
});

/** Asks until there is an answer; the time-out of the test ends it. */
async function changed<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
}
