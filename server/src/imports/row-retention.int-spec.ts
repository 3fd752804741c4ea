// Rows of a roster are not kept longer than they are of use.
import { Database } from '../platform/database/index.js';
import { Job, JobWorker } from '../platform/outbox/index.js';
import { DISCARD, load, roster, RosterStaff, RUN, stage, step } from '../testing/roster-staff.js';
import { addPerson, askForNoFactor, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { ImportRow } from './import-batch.entity.js';

/** For what imports whole rosters, on a machine that is busy otherwise. */
const LONG = 60_000;

let platform: TestApp;
beforeAll(async () => {
  platform = await startTestApp();
}, LONG);
afterAll(() => platform.stop());

describe('rows are not kept', () => {
  const DAY_MS = 86_400_000;
  const rowsOf = () => platform.app.get(Database).repository(ImportRow).count();

  it(
    'once a file is dropped',
    async () => {
      const staff = await RosterStaff.of(platform, 'dropped');
      const before = await rowsOf();
      const batch = await stage(staff.worker, 'VOLUNTEERS', roster(4));
      expect(await rowsOf()).toBe(before + 4);
      expect(await step(staff.worker, DISCARD, { batchId: batch.id })).toMatchObject({ state: 'DISCARDED' });
      expect(await rowsOf()).toBe(before);
    },
    LONG,
  );

  it(
    'for longer than seven days after the last step; a file that nobody ran is dropped',
    async () => {
      const staff = await RosterStaff.of(platform, 'forgotten');
      const director = { name: '周岚', roles: ['DIRECTOR'], identifier: 'director.forgotten@example.org' } as const;
      await addPerson(platform.app, staff.agencyId, director);
      // The clock goes further than the days of grace for a second factor.
      await askForNoFactor(platform.app, director.identifier);
      const left = await stage(staff.worker, 'VOLUNTEERS', roster(2));
      const run = await stage(staff.worker, 'VOLUNTEERS', `${roster(2, 50)}无号,,1990-01-01\n`);
      const worker = platform.app.get(JobWorker);
      platform.clock.advance(6 * DAY_MS);
      await staff.worker.signIn('SOCIAL_WORKER.forgotten@example.org', TEST_PASSWORD);
      await step(staff.worker, RUN, { batchId: run.id, version: run.version });
      await worker.drain();
      expect(await load(staff.worker, left.id)).toMatchObject({ state: 'STAGED', left: { totalCount: 2 } });

      platform.clock.advance(1.5 * DAY_MS);
      await staff.worker.signIn('SOCIAL_WORKER.forgotten@example.org', TEST_PASSWORD);
      await worker.drain();
      expect(await load(staff.worker, left.id)).toMatchObject({ state: 'DISCARDED', left: { totalCount: 0 } });
      expect(await load(staff.worker, run.id)).toMatchObject({ state: 'IMPORTED', left: { totalCount: 1 } });

      platform.clock.advance(7 * DAY_MS);
      await staff.worker.signIn('SOCIAL_WORKER.forgotten@example.org', TEST_PASSWORD);
      await worker.drain();
      expect(await load(staff.worker, run.id)).toMatchObject({ state: 'IMPORTED', left: { totalCount: 0 } });
      expect(await platform.app.get(Database).repository(Job).countBy({ state: 'DEAD' })).toBe(0);
    },
    LONG,
  );
});
