// A roster's way in: refused to whoever may not, and out of order; run, or confirmed, once though two do it at once.
import { CONFIRM, DISCARD, load, roster, RosterStaff, RUN, stage, step, type Batch } from '../testing/roster-staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

/** For what imports whole rosters, on a machine that is busy otherwise. */
const LONG = 60_000;

let platform: TestApp;
beforeAll(async () => {
  platform = await startTestApp();
}, LONG);
afterAll(() => platform.stop());

describe('the steps of an import are refused', () => {
  let staff: RosterStaff;
  let batch: Batch;
  beforeAll(async () => {
    staff = await RosterStaff.of(platform, 'refused');
    batch = await stage(staff.worker, 'VOLUNTEERS', roster(3));
  }, LONG);
  const inputs = (version = batch.version) => ({ batchId: batch.id, version });

  it(
    'to a visitor and to a volunteer',
    async () => {
      for (const [mutation, input] of [
        [RUN, inputs()],
        [CONFIRM, inputs()],
        [DISCARD, { batchId: batch.id }],
      ] as const) {
        const visitor = await platform.client().graphql(mutation, { i: input });
        expect(visitor.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
        const volunteer = await staff.volunteer.graphql(mutation, { i: input });
        expect(volunteer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    },
    LONG,
  );

  it(
    'to another agency, for which the batch does not exist',
    async () => {
      const { worker, supervisor } = await RosterStaff.of(platform, 'stranger');
      expect((await step(worker, RUN, inputs())).__typename).toBe('NotFound');
      expect((await step(supervisor, CONFIRM, inputs())).__typename).toBe('NotFound');
      expect((await step(worker, DISCARD, { batchId: batch.id })).__typename).toBe('NotFound');
      expect(await load(worker, batch.id)).toBeNull();
    },
    LONG,
  );

  it(
    'with an id of another kind',
    async () => {
      const id = Buffer.from(Buffer.from(batch.id, 'base64url').toString().replace('ImportBatch', 'Child')).toString(
        'base64url',
      );
      expect((await step(staff.worker, RUN, { batchId: id, version: 1 })).__typename).toBe('NotFound');
    },
    LONG,
  );

  it(
    'out of order, or on what somebody else has changed meanwhile',
    async () => {
      expect(await step(staff.supervisor, CONFIRM, inputs())).toMatchObject({
        __typename: 'TransitionRefused',
        from: 'STAGED',
        to: 'CONFIRMED',
      });
      expect((await step(staff.worker, RUN, inputs(7))).__typename).toBe('StaleVersion');
    },
    LONG,
  );

  it(
    'for confirming: to the worker’s role, and to the very person who imported',
    async () => {
      const imported = await step(staff.supervisor, RUN, inputs());
      expect(imported).toMatchObject({
        __typename: 'ImportBatch',
        state: 'IMPORTED',
        importedBy: '陈静',
        mayConfirm: false,
      });
      const next = { batchId: batch.id, version: imported['version'] };
      const byWorker = await staff.worker.graphql(CONFIRM, { i: next });
      expect(byWorker.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission: 'roster.confirm' });
      expect(await step(staff.supervisor, CONFIRM, next)).toMatchObject({
        __typename: 'SamePersonMayNotConfirm',
        code: 'SAME_PERSON_MAY_NOT_CONFIRM',
        rule: 'facts that came by import',
      });
      expect((await load(staff.worker, batch.id)).mayConfirm).toBe(false);
    },
    LONG,
  );

  it(
    'once imported: to run or drop it again',
    async () => {
      const { version } = await load(staff.worker, batch.id);
      expect((await step(staff.worker, RUN, inputs(version))).__typename).toBe('TransitionRefused');
      expect((await step(staff.worker, DISCARD, { batchId: batch.id })).__typename).toBe('TransitionRefused');
    },
    LONG,
  );
});

describe('races', () => {
  it(
    'two runs of one batch: one wins, and everybody stands there once',
    async () => {
      const staff = await RosterStaff.of(platform, 'one-batch');
      const batch = await stage(staff.worker, 'VOLUNTEERS', roster(30));
      const input = { batchId: batch.id, version: batch.version };
      const outcomes = await Promise.all(
        [staff.worker, staff.supervisor, staff.worker].map((c) => step(c, RUN, input)),
      );
      const won = outcomes.filter((outcome) => outcome.__typename === 'ImportBatch');
      expect(won).toHaveLength(1);
      const lost = outcomes.filter((outcome) => outcome.__typename !== 'ImportBatch');
      for (const { __typename } of lost) expect(['TransitionRefused', 'StaleVersion']).toContain(__typename);
      expect(await staff.audited('roster.imported')).toHaveLength(1);
      expect(await staff.standings()).toMatchObject({ NOT_READY: 30 });
    },
    LONG,
  );

  it(
    'two files that share people, run at once: nobody is taken in twice, and both tell how many came',
    async () => {
      const staff = await RosterStaff.of(platform, 'two-batches');
      const [a, b] = [
        await stage(staff.worker, 'VOLUNTEERS', roster(20)),
        await stage(staff.worker, 'VOLUNTEERS', roster(20, 10)),
      ];
      const outcomes = await Promise.all(
        [a, b].map((batch) => step(staff.worker, RUN, { batchId: batch.id, version: batch.version })),
      );
      expect(outcomes.map((outcome) => Number(outcome['importedCount'])).sort((x, y) => x - y)).toEqual([10, 20]);
      expect(outcomes.map((outcome) => Number(outcome['duplicateCount'])).sort((x, y) => x - y)).toEqual([0, 10]);
      expect(await staff.standings()).toMatchObject({ NOT_READY: 30 });
    },
    LONG,
  );

  it(
    'two confirmations: one counts',
    async () => {
      const staff = await RosterStaff.of(platform, 'two-confirm');
      const batch = await stage(staff.worker, 'VOLUNTEERS', roster(5));
      const imported = await step(staff.worker, RUN, { batchId: batch.id, version: batch.version });
      const input = { batchId: batch.id, version: imported['version'] };
      const outcomes = await Promise.all([1, 2].map(() => step(staff.supervisor, CONFIRM, input)));
      expect(outcomes.filter((outcome) => outcome.__typename === 'ImportBatch')).toHaveLength(1);
      expect(await staff.audited('roster.confirmed')).toHaveLength(1);
    },
    LONG,
  );
});
