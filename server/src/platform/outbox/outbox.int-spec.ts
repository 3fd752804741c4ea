// What the outbox promises, shown with its real parts on the engine under test.
import { randomBytes } from 'node:crypto';
import { Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { err, type AgencyId } from '@tongxing/shared/kernel';
import type { Actor } from '../access/index.js';
import { FixedClock, Ids } from '../clock/index.js';
import { Cipher } from '../crypto/index.js';
import { column, createTable, Database, IdColumn, IntColumn, UnitOfWork } from '../database/index.js';
import { Outbox1764000000002 } from '../database/migrations/1764000000002-outbox.js';
import { Foundation1764000000001 } from '../database/migrations/1764000000001-foundation.js';
import { Log, Metrics } from '../observability/index.js';
import { createTestDatabase, testEngine, type TestDatabase } from '../testing/test-database.js';
import { RETRY_POLICY } from './backoff.js';
import { Job } from './job.entity.js';
import { JobHandlers, JobRefused, type JobContext } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { JobWorker } from './job-worker.js';
import { Outbox } from './outbox.js';
import { WakeUp } from './wake-up.js';

const NOW = '2026-11-22T02:00:00.000Z';
const LEASE_MS = 30_000;
const ACTOR: Actor = { kind: 'system', agencyId: 'agency-1' as AgencyId, name: 'test' };
const COUNT = { kind: 'test.count', payload: z.object({ key: z.string() }) };
const SEND = { kind: 'test.send', payload: z.object({ to: z.string() }) };

@Entity('effect')
class Effect {
  @IdColumn() id: string;
  @IntColumn() amount: number;
}

class CreateEffect1764000000999 implements MigrationInterface {
  name = 'CreateEffect1764000000999';
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'effect', columns: { id: column.id, amount: column.int } });
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('effect');
  }
}

describe(`the outbox on ${testEngine}`, () => {
  let home: TestDatabase;
  let database: Database;
  let work: UnitOfWork;
  const clock = new FixedClock(NOW);
  const cipher = new Cipher({ keys: [{ name: 'k', key: randomBytes(32) }] });
  const wakeUp = new WakeUp();
  let outbox: Outbox;
  let store: JobStore;

  beforeAll(async () => {
    home = await createTestDatabase();
    const migrations = [Foundation1764000000001, Outbox1764000000002, CreateEffect1764000000999];
    database = await Database.open({ url: home.url, entities: [Job, Effect], migrations });
    work = new UnitOfWork(database);
    outbox = new Outbox(database, cipher, clock, new Ids(), wakeUp);
    store = new JobStore(database, work, clock);
  });
  afterAll(async () => {
    await database.close();
    await home.drop();
  });
  beforeEach(async () => {
    clock.set(NOW);
    await work.run(ACTOR, async () => {
      await database.repository(Job).clear();
      await database.repository(Effect).clear();
    });
  });

  const workerWith = (register: (handlers: JobHandlers) => void, name = 'worker') => {
    const handlers = new JobHandlers();
    register(handlers);
    const runner = new JobRunner(store, handlers, work, cipher, () => 0.5);
    const times = { leaseMs: LEASE_MS, pollMs: 60_000, patienceMs: 2_000 };
    return new JobWorker(
      { store, runner, handlers, wakeUp, log: new Log('silent'), metrics: new Metrics(), name },
      times,
    );
  };
  const counting = (handlers: JobHandlers) =>
    handlers.inUnit(COUNT, async ({ key }) => {
      const effects = database.repository(Effect);
      const before = await effects.findOneBy({ id: key });
      await (before ? effects.increment({ id: key }, 'amount', 1) : effects.insert({ id: key, amount: 1 }));
    });
  const add = (payload: object, kind = COUNT.kind, options = {}) =>
    work.run(ACTOR, () => outbox.add(kind, payload, options));
  const job = async (id: string | undefined) => database.repository(Job).findOneByOrFail({ id });
  const amountOf = async (id: string) => (await database.repository(Effect).findOneBy({ id }))?.amount;

  it('refuses to be written outside of a unit of work', async () => {
    await expect(outbox.add(COUNT.kind, {})).rejects.toThrow(/open unit of work/);
  });

  it('holds nothing of a unit that rolled back, nor wakes anybody for it', async () => {
    let woken = 0;
    const stop = wakeUp.listen(() => (woken += 1));
    const outcome = await work.run(ACTOR, async () => {
      await outbox.publish('RosterImported', { batchId: 'b' as never, importedBy: 'p' as never });
      return err({ code: 'REFUSED' });
    });
    stop();
    expect(outcome.ok).toBe(false);
    expect(await database.repository(Job).count()).toBe(0);
    expect(woken).toBe(0);
  });

  it('keeps the payload sealed, and purges it once the job is done', async () => {
    const id = await add({ key: 'MARKER-13800138000' });
    expect((await job(id)).payloadSealed).toMatch(/^v1\.k\./);
    expect(JSON.stringify(await job(id))).not.toContain('13800138000');
    expect(await workerWith(counting).drain()).toBe(1);
    expect(await job(id)).toMatchObject({ state: 'DONE', payloadSealed: null, finishedAt: NOW, attempts: 1 });
    expect(await amountOf('MARKER-13800138000')).toBe(1);
  });

  it('keeps one job a dedupe key', async () => {
    const first = await add({ key: 'once' }, COUNT.kind, { dedupeKey: 'same' });
    expect(await add({ key: 'once' }, COUNT.kind, { dedupeKey: 'same' })).toBeUndefined();
    await workerWith(counting).drain();
    expect(await add({ key: 'once' }, COUNT.kind, { dedupeKey: 'same' })).toBeUndefined();
    expect((await job(first)).state).toBe('DONE');
  });

  it('waits for its time', async () => {
    await add({ key: 'later' }, COUNT.kind, { runAt: '2026-11-22T03:00:00.000Z' });
    const worker = workerWith(counting);
    expect(await worker.drain()).toBe(0);
    clock.advance(3_600_000);
    expect(await worker.drain()).toBe(1);
  });

  it('gives each of 40 jobs to one of 8 workers, and each effect happens once', async () => {
    await work.run(ACTOR, async () => {
      for (let index = 0; index < 40; index++) await outbox.add(COUNT.kind, { key: `k${index}` });
    });
    const workers = Array.from({ length: 8 }, (_, index) => workerWith(counting, `w${index}`));
    const worked = await Promise.all(workers.map((worker) => worker.drain()));
    expect(worked.reduce((sum, count) => sum + count, 0)).toBe(40);
    const effects = await database.repository(Effect).find();
    expect(effects).toHaveLength(40);
    expect(effects.every((effect) => effect.amount === 1)).toBe(true);
  });

  it('claims a job once when two claim it at the same moment', async () => {
    await add({ key: 'contested' });
    const claims = await Promise.all(['a', 'b', 'c'].map((name) => store.claim(name, [COUNT.kind], LEASE_MS)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('rolls a failed handler back, tells its code but not its words, and tries again later', async () => {
    let fail = true;
    const worker = workerWith((handlers) =>
      handlers.inUnit(COUNT, async ({ key }) => {
        await database.repository(Effect).insert({ id: key, amount: 1 });
        if (fail) throw new Error('cannot reach 王小明 at 13800138000');
      }),
    );
    const id = await add({ key: 'retried' });
    await worker.drain();
    expect(await amountOf('retried')).toBeUndefined();
    expect(await job(id)).toMatchObject({ state: 'READY', attempts: 1, lastError: 'Error', claimedBy: null });
    expect((await job(id)).runAt).toBe('2026-11-22T02:00:03.750Z');
    expect(await worker.drain()).toBe(0);
    fail = false;
    clock.advance(3_750);
    expect(await worker.drain()).toBe(1);
    expect(await amountOf('retried')).toBe(1);
  });

  it('lets a job die after its last attempt', async () => {
    const worker = workerWith((handlers) => handlers.inUnit(COUNT, () => Promise.reject(new Error('never'))));
    const id = await add({ key: 'hopeless' });
    for (let attempt = 0; attempt < RETRY_POLICY.mostAttempts; attempt++) {
      await worker.drain();
      clock.advance(RETRY_POLICY.longestWaitMs);
    }
    expect(await job(id)).toMatchObject({ state: 'DEAD', attempts: RETRY_POLICY.mostAttempts, lastError: 'Error' });
    expect(await worker.drain()).toBe(0);
  });

  it('lets poison die at once: a payload that its handler cannot read, and a refusal', async () => {
    const shapeless = await add({ wrong: true });
    const refused = await add({ to: 'nowhere' }, SEND.kind);
    const worker = workerWith((handlers) => {
      counting(handlers);
      handlers.outside(SEND, () => Promise.reject(new JobRefused('ADDRESS_REFUSED')));
    });
    await worker.drain();
    expect(await job(shapeless)).toMatchObject({ state: 'DEAD', lastError: 'PAYLOAD_INVALID', attempts: 1 });
    expect(await job(refused)).toMatchObject({ state: 'DEAD', lastError: 'ADDRESS_REFUSED', attempts: 1 });
  });

  it('leaves kinds it does not know to processes that do', async () => {
    const id = await add({}, 'test.of-the-next-version');
    expect(await workerWith(counting).drain()).toBe(0);
    expect((await job(id)).state).toBe('READY');
  });

  it('takes the job of a worker that is gone, and that one can no longer finish it', async () => {
    const id = await add({ key: 'orphan' });
    const gone = await store.claim('gone', [COUNT.kind], LEASE_MS);
    if (!gone) throw new Error('nothing was claimed');
    const worker = workerWith(counting);
    expect(await worker.drain()).toBe(0);
    clock.advance(LEASE_MS + 1);
    expect(await worker.drain()).toBe(1);
    await expect(work.run(ACTOR, () => store.complete(gone))).rejects.toMatchObject({ code: 'LEASE_LOST' });
    expect(await job(id)).toMatchObject({ state: 'DONE', attempts: 2 });
    expect(await amountOf('orphan')).toBe(1);
  });

  it('lets a job die that takes its worker down again and again', async () => {
    const id = await add({ key: 'deadly' });
    for (let attempt = 1; attempt <= RETRY_POLICY.mostAttempts; attempt++) {
      expect(await store.claim('crashing', [COUNT.kind], LEASE_MS)).toMatchObject({ attempt });
      clock.advance(LEASE_MS + 1);
      expect(await store.reclaim(RETRY_POLICY.mostAttempts)).toBe(1);
    }
    expect(await job(id)).toMatchObject({ state: 'DEAD', lastError: 'WORKER_GONE' });
  });

  it('keeps a lease that is prolonged', async () => {
    await add({ key: 'long' });
    const claim = await store.claim('slow', [COUNT.kind], LEASE_MS);
    if (!claim) throw new Error('nothing was claimed');
    clock.advance(LEASE_MS - 1);
    await store.extend(claim, LEASE_MS);
    clock.advance(LEASE_MS - 1);
    expect(await store.reclaim(RETRY_POLICY.mostAttempts)).toBe(0);
    await work.run(ACTOR, () => store.complete(claim));
  });

  it('commits nothing of an attempt whose lease was lost while it ran', async () => {
    const id = await add({ key: 'late' });
    const worker = workerWith((handlers) =>
      handlers.outside(COUNT, async ({ key }, context: JobContext) => {
        if (context.attempt === 1) {
          clock.advance(LEASE_MS + 1);
          await store.reclaim(RETRY_POLICY.mostAttempts);
        }
        return async () => {
          await database.repository(Effect).insert({ id: key, amount: context.attempt });
        };
      }),
    );
    await worker.drain();
    expect(await job(id)).toMatchObject({ state: 'DONE', attempts: 2 });
    expect(await amountOf('late')).toBe(2);
  });

  it('tells every subscriber of an event in one unit, or none of them', async () => {
    let heard = 0;
    let fail = true;
    const worker = workerWith((handlers) => {
      handlers.on('ConsentRecorded', async ({ consentId }) => {
        heard += 1;
        await database.repository(Effect).insert({ id: consentId, amount: 1 });
      });
      handlers.on('ConsentRecorded', () => (fail ? Promise.reject(new Error('not now')) : Promise.resolve()));
    });
    await work.run(ACTOR, () =>
      outbox.publish('ConsentRecorded', { consentId: 'c1' as never, companionshipId: 'x' as never }),
    );
    await worker.drain();
    expect(heard).toBe(1);
    expect(await amountOf('c1')).toBeUndefined();
    fail = false;
    clock.advance(60_000);
    await worker.drain();
    expect(await amountOf('c1')).toBe(1);
  });

  it('wakes a sleeping worker when a unit commits, and stops when it is told to', async () => {
    const seen: string[] = [];
    let arrived: () => void = () => undefined;
    const worker = workerWith((handlers) =>
      handlers.outside(SEND, ({ to }) => {
        seen.push(to);
        arrived();
        return Promise.resolve(undefined);
      }),
    );
    worker.start(1);
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    await add({ to: 'somebody' }, SEND.kind);
    await arrival;
    await worker.stop();
    expect(seen).toEqual(['somebody']);
    const id = await add({ to: 'nobody' }, SEND.kind);
    expect((await job(id)).state).toBe('READY');
  });

  it('gives back what it cannot finish before it stops', async () => {
    let entered: () => void = () => undefined;
    let leave: () => void = () => undefined;
    const entry = new Promise<void>((resolve) => (entered = resolve));
    const exit = new Promise<undefined>((resolve) => (leave = () => resolve(undefined)));
    const worker = workerWith((handlers) =>
      handlers.outside(SEND, () => {
        entered();
        return exit;
      }),
    );
    const id = await add({ to: 'slow' }, SEND.kind);
    worker.start(1);
    await entry;
    await worker.stop();
    expect(await job(id)).toMatchObject({ state: 'READY', attempts: 0, claimedBy: null });
    leave();
  });
});
