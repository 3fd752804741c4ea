// Killed or stopped while it seeds its demo, the platform holds nothing of it or all of it, and the next start seeds.
import { createTestDatabase, type TestDatabase } from '../../server/src/platform/testing/test-database.js';
import { TestClient } from '../../server/src/testing/test-app.js';
import { endedWhileStarting, startBuiltServer, temporaryHome, type BuiltServer, type Home } from './built-server.js';

const SEEDING = /Seeding the demo/;
const LONG = 240_000;

describe('a start that ends while it seeds the demo', () => {
  let home: Home;
  let database: TestDatabase;
  beforeEach(async () => {
    home = temporaryHome();
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await database.drop();
    home.remove();
  });

  const settings = () => ({ DEMO: 'true', DATABASE_URL: database.url });
  async function stopped(server: BuiltServer): Promise<void> {
    server.signal('SIGTERM');
    expect(await server.ended()).toBe(0);
  }

  it.each([0, 150, 300])(
    'leaves no half of it where it was killed %i ms on: the next start has the whole demo',
    async (ms) => {
      const words = await endedWhileStarting(home, settings(), { after: SEEDING, ms, signal: 'SIGKILL' });
      expect(words).not.toContain('Demo logins');
      const next = await startBuiltServer(home, settings());
      // Killed at once, nothing was there; a fast machine may have ended its seeding later on.
      if (ms === 0) expect(next.output()).toMatch(SEEDING);
      await expectWholeDemo(next);
      await stopped(next);
    },
    LONG,
  );

  it(
    'ends the seeding first where it was only asked to stop, and leaves with 0 and without an error',
    async () => {
      const words = await endedWhileStarting(home, settings(), { after: SEEDING, ms: 100, signal: 'SIGTERM' });
      expect(words).not.toMatch(/error/i);
      const next = await startBuiltServer(home, settings());
      expect(next.output()).not.toMatch(SEEDING);
      await expectWholeDemo(next);
      await stopped(next);
    },
    LONG,
  );
});

async function expectWholeDemo(server: BuiltServer): Promise<void> {
  // Printed only where a companionship is active, which is the last but one thing that the demo makes.
  await server.said(/Guardian: http/);
  const client = new TestClient(server.address);
  expect(await client.signIn('supervisor@demo.tongxing.example', 'tongxing-demo')).toBe('Viewer');
  const { importBatches } = await client.data<{ importBatches: { state: string }[] }>('{ importBatches { state } }');
  expect(importBatches.map(({ state }) => state)).toEqual(['STAGED', 'CONFIRMED', 'CONFIRMED']);
}
