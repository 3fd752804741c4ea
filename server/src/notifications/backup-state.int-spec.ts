// The age of the last good backup: who may not see it, what counts, and who is told when it is too old.
import type { Role } from '@tongxing/shared/permissions';
import { BackupNotices } from './backup-notices.js';
import { recordRun, type BackupRun } from '../platform/backup/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, TEST_NOW, type TestApp, type TestClient } from '../testing/test-app.js';

const STATE =
  '{ backupState { rows { finishedAt rowCount } keys { finishedAt } restored { finishedAt } failedAt overdue days } }';
const NOTICES = '{ notices { template } }';
const DAY_MS = 86_400_000;
const LONG = 60_000;

interface State {
  readonly rows: { finishedAt: string; rowCount: number } | null;
  readonly keys: { finishedAt: string } | null;
  readonly failedAt: string | null;
  readonly overdue: boolean;
  readonly days: number;
}

describe('the state of backups', () => {
  let platform: TestApp;
  let director: TestClient;
  const signedIn = new Map<Role, TestClient>();

  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await addAgency(platform.app, 'backups', []);
    for (const role of ['SOCIAL_WORKER', 'SUPERVISOR', 'VOLUNTEER', 'DIRECTOR'] as const) {
      const identifier = `${role.toLowerCase()}@backups.example`;
      await addPerson(platform.app, agencyId, { name: role, roles: [role], identifier });
      const client = platform.client();
      await client.signIn(identifier, TEST_PASSWORD);
      signedIn.set(role, client);
      if (role === 'DIRECTOR') director = client;
    }
  }, LONG);
  afterAll(() => platform.stop());

  const state = async () => (await director.data<{ backupState: State }>(STATE)).backupState;
  const note = (run: Partial<BackupRun>) =>
    recordRun(platform.environment['DATABASE_URL'] ?? '', {
      kind: 'ROWS',
      outcome: 'GOOD',
      startedAt: TEST_NOW,
      finishedAt: TEST_NOW,
      rowCount: 12,
      fileCount: 0,
      version: '0.1.0',
      problem: null,
      ...run,
    });
  const told = async (client = director) =>
    (await client.data<{ notices: { template: string }[] }>(NOTICES)).notices.filter(
      ({ template }) => template === 'backupOverdue',
    ).length;

  it('is refused to everybody who does not look after the platform', async () => {
    for (const role of ['SOCIAL_WORKER', 'SUPERVISOR', 'VOLUNTEER'] as const) {
      const answer = await signedIn.get(role)?.graphql(STATE);
      expect(answer?.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    expect((await platform.client().graphql(STATE)).errors).toBeDefined();
  });

  it('says that there never was one, and gives a new agency its days before anybody is told', async () => {
    expect(await state()).toMatchObject({ rows: null, keys: null, overdue: true, days: 2 });
    expect(await platform.app.get(BackupNotices).tell()).toBe(0);
  });

  it('is overdue while the keys have none, and no failed run counts', async () => {
    await note({});
    await note({ kind: 'KEYS', outcome: 'FAILED', problem: 'BROKEN_OFF' });
    expect(await state()).toMatchObject({ rows: { rowCount: 12 }, keys: null, failedAt: TEST_NOW, overdue: true });
    await note({ kind: 'KEYS' });
    expect(await state()).toMatchObject({ failedAt: null, overdue: false });
  });

  it('tells the director once a day that it is too old, and nobody else', async () => {
    platform.clock.advance(2 * DAY_MS + 60_000);
    const notices = platform.app.get(BackupNotices);
    expect(await notices.tell()).toBe(1);
    expect(await notices.tell()).toBe(0);
    platform.clock.advance(DAY_MS + 60_000);
    expect(await notices.tell()).toBe(1);
    await director.signIn('director@backups.example', TEST_PASSWORD);
    expect(await told()).toBe(2);
    await note({ finishedAt: platform.clock.nowIso() });
    await note({ kind: 'KEYS', finishedAt: platform.clock.nowIso() });
    expect(await notices.tell()).toBe(0);
  });
});
