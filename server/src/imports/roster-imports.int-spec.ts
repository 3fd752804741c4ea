// A roster's way in: refused to whoever may not, written whole or not at all, and counting only after a second person.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { Job, JobWorker } from '../platform/outbox/index.js';
import { addAgency, addPerson, askForNoFactor, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { ImportRow } from './import-batch.entity.js';

const SAMPLES = resolve(import.meta.dirname, '../../../infra/samples');
const sample = (name: string) => readFileSync(resolve(SAMPLES, name));
const json = <T>(name: string) => JSON.parse(sample(name).toString()) as T;
const expected = json<{
  volunteers: { valid: number; bad: number; duplicate: number; standings: Readonly<Record<string, number>> };
  children: { valid: number; bad: number; duplicate: number };
}>('expected.json');

/** For what imports whole rosters, on a machine that is busy otherwise. */
const LONG = 60_000;

type Role = 'SOCIAL_WORKER' | 'SUPERVISOR' | 'DIRECTOR' | 'VOLUNTEER';

/** An agency of its own with signed-in staff, so that no test sees what another has imported. */
class Staff {
  private constructor(
    readonly agencyId: AgencyId,
    readonly worker: TestClient,
    readonly supervisor: TestClient,
    readonly volunteer: TestClient,
  ) {}

  static async of(platform: TestApp, name: string): Promise<Staff> {
    const agencyId = await addAgency(platform.app, name, json('areas.json'));
    const signedIn = async (role: Role, person: string) => {
      const identifier = `${role}.${name}@example.org`;
      await addPerson(platform.app, agencyId, { name: person, roles: [role], identifier });
      const client = platform.client();
      await client.signIn(identifier, TEST_PASSWORD);
      return client;
    };
    for (const supervisor of ['周敏', '何远']) {
      await addPerson(platform.app, agencyId, { name: supervisor, roles: ['SUPERVISOR'] });
    }
    return new Staff(
      agencyId,
      await signedIn('SOCIAL_WORKER', '林溪'),
      await signedIn('SUPERVISOR', '陈静'),
      await signedIn('VOLUNTEER', '许诺'),
    );
  }
}

interface Batch {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly mayConfirm: boolean;
  readonly state: string;
}
type Outcome = Record<string, unknown> & { readonly __typename: string };

const FIELDS = `__typename ... on ImportBatch { id version state importedCount validCount badCount duplicateCount
  importedBy confirmedBy mayConfirm } ... on UserError { code }`;
const RUN = `mutation ($i: RunImportInput!) { outcome: runImport(input: $i) { ${FIELDS}
  ... on ImportNothingValid { badCount } ... on TransitionRefused { from to } } }`;
const CONFIRM = `mutation ($i: ConfirmImportInput!) { outcome: confirmImport(input: $i) { ${FIELDS}
  ... on SamePersonMayNotConfirm { rule } ... on TransitionRefused { from to } ... on StaleVersion { currentVersion } } }`;
const DISCARD = `mutation ($i: DiscardImportInput!) { outcome: discardImport(input: $i) { ${FIELDS} } }`;
const BATCH = `query ($id: ID!) { importBatch(id: $id) { __typename id version state mayConfirm validCount
  duplicateCount badCount left: rows { totalCount } valid: rows(only: VALID) { totalCount } } }`;

let platform: TestApp;
beforeAll(async () => {
  platform = await startTestApp();
}, LONG);
afterAll(() => platform.stop());

const step = async (client: TestClient, mutation: string, input: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i: input })).outcome;
const load = async (client: TestClient, id: string): Promise<Batch & Record<string, unknown>> =>
  (await client.data<{ importBatch: Batch & Record<string, unknown> }>(BATCH, { id })).importBatch;

async function stage(
  client: TestClient,
  kind: string,
  bytes: Uint8Array | string,
): Promise<Batch & Record<string, unknown>> {
  const response = await client.fetch(`/files/rosters?kind=${kind}&name=list.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
    body: new Uint8Array(Buffer.from(bytes)),
  });
  const { batchId } = (await response.json()) as { batchId: string };
  return load(client, batchId);
}

/** How many volunteers stand how today. */
async function standings(client: TestClient): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const standing of ['READY', 'RENEWAL_DUE', 'NOT_READY', 'STOPPED']) {
    const query = `{ volunteers(first: 1, filter: { standing: ${standing} }) { totalCount } }`;
    counts[standing] = (await client.data<{ volunteers: { totalCount: number } }>(query)).volunteers.totalCount;
  }
  return counts;
}
const audited = async (agencyId: AgencyId, action: string) => {
  const events = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId, action });
  return events.map((event) => JSON.parse(event.facts) as Record<string, unknown>);
};
const people = (count: number, offset = 0) =>
  Array.from({ length: count }, (_, index) => `林${'甲乙丙丁'[index % 4]},${19900000000 + offset + index},1990-01-01`);
const HEAD = '姓名,手机,出生日期,培训日期\n';
const roster = (count: number, offset = 0) => `${HEAD}${people(count, offset).join('\n')}\n`;

describe('the steps of an import are refused', () => {
  let staff: Staff;
  let batch: Batch;
  beforeAll(async () => {
    staff = await Staff.of(platform, 'refused');
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
      const { worker, supervisor } = await Staff.of(platform, 'stranger');
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

describe('the sample rosters', () => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await Staff.of(platform, 'samples');
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
      expect(await standings(staff.worker)).toMatchObject({ READY: 0, RENEWAL_DUE: 0 });
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
      expect(await standings(staff.worker)).toEqual(expected.volunteers.standings);
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
      expect(await audited(staff.agencyId, 'roster.imported')).toContainEqual({
        kind: 'VOLUNTEERS',
        rows: 200,
        bad: 15,
        duplicate: 5,
        imported: 180,
      });
      expect(await audited(staff.agencyId, 'roster.confirmed')).toHaveLength(2);
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

describe('races', () => {
  it(
    'two runs of one batch: one wins, and everybody stands there once',
    async () => {
      const staff = await Staff.of(platform, 'one-batch');
      const batch = await stage(staff.worker, 'VOLUNTEERS', roster(30));
      const input = { batchId: batch.id, version: batch.version };
      const outcomes = await Promise.all(
        [staff.worker, staff.supervisor, staff.worker].map((c) => step(c, RUN, input)),
      );
      const won = outcomes.filter((outcome) => outcome.__typename === 'ImportBatch');
      expect(won).toHaveLength(1);
      const lost = outcomes.filter((outcome) => outcome.__typename !== 'ImportBatch');
      for (const { __typename } of lost) expect(['TransitionRefused', 'StaleVersion']).toContain(__typename);
      expect(await audited(staff.agencyId, 'roster.imported')).toHaveLength(1);
      expect(await standings(staff.worker)).toMatchObject({ NOT_READY: 30 });
    },
    LONG,
  );

  it(
    'two files that share people, run at once: nobody is taken in twice, and both tell how many came',
    async () => {
      const staff = await Staff.of(platform, 'two-batches');
      const [a, b] = [
        await stage(staff.worker, 'VOLUNTEERS', roster(20)),
        await stage(staff.worker, 'VOLUNTEERS', roster(20, 10)),
      ];
      const outcomes = await Promise.all(
        [a, b].map((batch) => step(staff.worker, RUN, { batchId: batch.id, version: batch.version })),
      );
      expect(outcomes.map((outcome) => Number(outcome['importedCount'])).sort((x, y) => x - y)).toEqual([10, 20]);
      expect(outcomes.map((outcome) => Number(outcome['duplicateCount'])).sort((x, y) => x - y)).toEqual([0, 10]);
      expect(await standings(staff.worker)).toMatchObject({ NOT_READY: 30 });
    },
    LONG,
  );

  it(
    'two confirmations: one counts',
    async () => {
      const staff = await Staff.of(platform, 'two-confirm');
      const batch = await stage(staff.worker, 'VOLUNTEERS', roster(5));
      const imported = await step(staff.worker, RUN, { batchId: batch.id, version: batch.version });
      const input = { batchId: batch.id, version: imported['version'] };
      const outcomes = await Promise.all([1, 2].map(() => step(staff.supervisor, CONFIRM, input)));
      expect(outcomes.filter((outcome) => outcome.__typename === 'ImportBatch')).toHaveLength(1);
      expect(await audited(staff.agencyId, 'roster.confirmed')).toHaveLength(1);
    },
    LONG,
  );
});

describe('rows are not kept', () => {
  const DAY_MS = 86_400_000;
  const rowsOf = () => platform.app.get(Database).repository(ImportRow).count();

  it(
    'once a file is dropped',
    async () => {
      const staff = await Staff.of(platform, 'dropped');
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
      const staff = await Staff.of(platform, 'forgotten');
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
