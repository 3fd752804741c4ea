import { countStatements } from './count-statements.js';
import { Login } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { startTestApp, type TestApp } from './test-app.js';

describe('counting statements', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
  });
  afterAll(() => platform.stop());

  it('tells each read and each write, and nothing of before or after', async () => {
    const database = platform.app.get(Database);
    const work = platform.app.get(UnitOfWork);
    const logins = () => database.repository(Login).countBy({ locale: 'en' });
    await logins();
    const reads = await countStatements(platform.app, async () => [await logins(), await logins()]);
    await logins();
    expect(reads.result).toEqual([0, 0]);
    expect(reads.statements).toHaveLength(2);
    expect(reads.statements[0]).toMatch(/^SELECT COUNT/);

    const system = { kind: 'system', agencyId: 'nobody' as never, name: 'test' } as const;
    const writes = await countStatements(platform.app, () =>
      work.run(system, () => database.repository(Login).update({ id: 'nobody' }, { locale: 'en' })),
    );
    expect(writes.statements.map((sql) => sql.split(' ')[0])).toEqual([
      expect.stringMatching(/BEGIN|START/),
      'UPDATE',
      'COMMIT',
    ]);
  });

  it('counts what an operation costs through HTTP', async () => {
    const { statements } = await countStatements(platform.app, () =>
      platform.client().data('{ platform { needsSetup } }'),
    );
    expect(statements).toHaveLength(1);
  });
});
