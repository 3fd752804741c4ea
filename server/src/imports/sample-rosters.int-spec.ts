// The sample rosters at an agency: written whole, and counting only after a second person.
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import {
  CONFIRM,
  load,
  RosterStaff,
  RUN,
  sample,
  sampleJson,
  stage,
  step,
  type Batch,
} from '../testing/roster-staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { ImportRow } from './import-batch.entity.js';

const expected = sampleJson<{
  volunteers: { valid: number; bad: number; duplicate: number; standings: Readonly<Record<string, number>> };
  children: { valid: number; bad: number; duplicate: number };
}>('expected.json');
/** For what imports whole rosters, on a machine that is busy otherwise. */
const LONG = 60_000;

let platform: TestApp;
beforeAll(async () => {
  platform = await startTestApp();
}, LONG);
afterAll(() => platform.stop());

describe('the sample rosters', () => {
  let staff: RosterStaff;
  beforeAll(async () => {
    staff = await RosterStaff.of(platform, 'samples');
  }, LONG);

  it.each([
    ['VOLUNTEERS', 'volunteers-gbk.csv', expected.volunteers],
    ['CHILDREN', 'children.csv', expected.children],
  ])(
    '%s: every good row comes in, every other stays visible with its reason',
    async (kind, file, counts) => {
      const staged = await stage(staff.worker, kind, sample(file));
      const imported = await step(staff.worker, RUN, { batchId: staged.id, version: staged.version });
      expect(imported).toMatchObject({
        importedCount: counts.valid,
        validCount: counts.valid,
        badCount: counts.bad,
        duplicateCount: counts.duplicate,
      });
      const after = await load(staff.supervisor, staged.id);
      expect(after).toMatchObject({
        mayConfirm: true,
        left: { totalCount: counts.bad + counts.duplicate },
        valid: { totalCount: 0 },
      });
    },
    LONG,
  );

  it(
    'make nobody ready by themselves',
    async () => {
      expect(await staff.standings()).toMatchObject({ READY: 0, RENEWAL_DUE: 0 });
    },
    LONG,
  );

  it(
    'make ready exactly those whose papers hold, once a second person has confirmed',
    async () => {
      const { importBatches } = await staff.supervisor.data<{ importBatches: Batch[] }>(
        '{ importBatches { id version } }',
      );
      for (const batch of importBatches) {
        const confirmed = await step(staff.supervisor, CONFIRM, { batchId: batch.id, version: batch.version });
        expect(confirmed).toMatchObject({ state: 'CONFIRMED', confirmedBy: '陈静' });
        expect(await load(staff.worker, batch.id)).toMatchObject({ left: { totalCount: 0 } });
      }
      expect(await staff.standings()).toEqual(expected.volunteers.standings);
      const { children } = await staff.worker.data<{ children: { totalCount: number } }>('{ children { totalCount } }');
      expect(children.totalCount).toBe(expected.children.valid);
    },
    LONG,
  );

  it(
    'are known when the same files come again, in another encoding, and nobody is taken in twice',
    async () => {
      const again = await stage(staff.worker, 'VOLUNTEERS', sample('volunteers.csv'));
      expect(again).toMatchObject({
        validCount: 0,
        duplicateCount: expected.volunteers.valid + expected.volunteers.duplicate,
      });
      expect(await step(staff.worker, RUN, { batchId: again.id, version: again.version })).toMatchObject({
        __typename: 'ImportNothingValid',
        badCount: expected.volunteers.bad,
      });
      const children = await stage(staff.worker, 'CHILDREN', sample('children.csv'));
      expect(children).toMatchObject({ validCount: 0, state: 'STAGED' });
    },
    LONG,
  );

  it(
    'are audited step by step, with counts and nothing of a person',
    async () => {
      expect(await staff.audited('roster.imported')).toContainEqual({
        kind: 'VOLUNTEERS',
        rows: 200,
        bad: 15,
        duplicate: 5,
        imported: 180,
      });
      expect(await staff.audited('roster.confirmed')).toHaveLength(2);
      const all = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId: staff.agencyId });
      expect(all.map((event) => event.facts).join('\n')).not.toMatch(/199\d{8}|\p{Script=Han}/u);
    },
    LONG,
  );

  it(
    'stand sealed in the table while they wait',
    async () => {
      const rows = await platform.app.get(Database).repository(ImportRow).find({ take: 50 });
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.bodySealed).toMatch(/^v1\.[\w-]+\.[\w-]+$/);
    },
    LONG,
  );
});
