// The concurrency proof: what the one writer promises, shown on the engine under test.
import { setTimeout as pause } from 'node:timers/promises';
import { Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { err, type AgencyId } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';
import { createTestDatabase, testEngine, type TestDatabase } from '../testing/test-database.js';
import { column, createTable, Database, IdColumn, IntColumn, UnitOfWork } from './index.js';

const NOBODY: Actor = { kind: 'system', agencyId: 'none' as AgencyId, name: 'test' };

@Entity('tally')
class Tally {
  @IdColumn() id: string;
  @IntColumn() amount: number;
}

class CreateTally1700000000000 implements MigrationInterface {
  name = 'CreateTally1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'tally', columns: { id: column.id, amount: column.int } });
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tally');
  }
}

describe(`UnitOfWork on ${testEngine}`, () => {
  let home: TestDatabase;
  let database: Database;
  let work: UnitOfWork;

  beforeAll(async () => {
    home = await createTestDatabase();
    database = await Database.open({ url: home.url, entities: [Tally], migrations: [CreateTally1700000000000] });
    work = new UnitOfWork(database);
  });
  afterAll(async () => {
    await database.close();
    await home.drop();
  });

  const tallies = () => database.repository(Tally);
  const put = (id: string, amount = 0) => work.run(NOBODY, () => tallies().insert({ id, amount }));
  const amountOf = async (id: string) => (await tallies().findOneBy({ id }))?.amount;

  it('refuses a write outside of it', async () => {
    await expect(tallies().insert({ id: 'outside', amount: 1 })).rejects.toThrow(/write outside UnitOfWork/);
    await expect(database.source.query("UPDATE tally SET amount = 1 WHERE id = 'x'")).rejects.toThrow(/write outside/);
    await expect(database.source.transaction(() => Promise.resolve())).rejects.toThrow(/write outside/);
    expect(await amountOf('outside')).toBeUndefined();
  });

  it('refuses a second connection while a unit is open, instead of hanging', async () => {
    const stray = database.source.manager;
    await expect(work.run(NOBODY, () => stray.findBy(Tally, {}))).rejects.toThrow(/manager of the open unit/);
    await expect(work.run(NOBODY, () => stray.insert(Tally, { id: 'stray', amount: 1 }))).rejects.toThrow(/open unit/);
  });

  it('refuses a unit inside a unit', async () => {
    await expect(work.run(NOBODY, () => put('nested'))).rejects.toThrow(/UnitOfWork.run inside/);
    expect(await amountOf('nested')).toBeUndefined();
  });

  it('refuses a write that comes after the unit has closed', async () => {
    let late: () => Promise<unknown> = () => Promise.resolve();
    await work.run(NOBODY, () => {
      const kept = tallies();
      late = () => kept.insert({ id: 'late', amount: 1 });
      return Promise.resolve();
    });
    await expect(late()).rejects.toThrow();
    expect(await amountOf('late')).toBeUndefined();
  });

  it('keeps the committed half and drops the other of two interleaved units', async () => {
    const slow = work.run(NOBODY, async () => {
      await tallies().insert({ id: 'rolled-back', amount: 1 });
      await pause(30);
      throw new Error('changed my mind');
    });
    const quick = work.run(NOBODY, async () => {
      await tallies().insert({ id: 'kept', amount: 2 });
      await pause(5);
    });
    await expect(slow).rejects.toThrow('changed my mind');
    await quick;
    expect(await amountOf('rolled-back')).toBeUndefined();
    expect(await amountOf('kept')).toBe(2);
  });

  it('rolls back when the work returns an Err, and hands the Err on', async () => {
    const outcome = await work.run(NOBODY, async () => {
      await tallies().insert({ id: 'refused', amount: 1 });
      return err({ code: 'REFUSED' });
    });
    expect(outcome).toEqual(err({ code: 'REFUSED' }));
    expect(await amountOf('refused')).toBeUndefined();
  });

  it('never shows a reader what is not committed', async () => {
    let inside: number | undefined;
    let outside: number | undefined;
    const seen = new Promise<void>((resolve, reject) => {
      work
        .run(NOBODY, async () => {
          await tallies().insert({ id: 'unseen', amount: 7 });
          inside = await amountOf('unseen');
          await pause(20);
          throw new Error('roll back');
        })
        .catch(() => resolve());
      pause(10)
        .then(() => amountOf('unseen'))
        .then((amount) => (outside = amount))
        .catch(reject);
    });
    await seen;
    expect(inside).toBe(7);
    expect(outside).toBeUndefined();
  });

  it('counts to twenty when twenty count at once', async () => {
    await put('counter');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        work.run(NOBODY, async () => {
          const query = tallies().createQueryBuilder('t').where('t.id = :id', { id: 'counter' });
          const { amount } = await database.forUpdate(query).getOneOrFail();
          await tallies().update({ id: 'counter' }, { amount: amount + 1 });
        }),
      ),
    );
    expect(await amountOf('counter')).toBe(20);
  });

  it('tries again after a deadlock, and both finish', async () => {
    await put('left');
    await put('right');
    const addToBoth = (first: string, second: string) =>
      work.run(NOBODY, async () => {
        await tallies().increment({ id: first }, 'amount', 1);
        await pause(15);
        await tallies().increment({ id: second }, 'amount', 1);
      });
    await Promise.all([addToBoth('left', 'right'), addToBoth('right', 'left')]);
    expect([await amountOf('left'), await amountOf('right')]).toEqual([2, 2]);
  });

  it('serves more units at once than the pool has connections', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `pool-${index}`);
    await Promise.all(ids.map((id) => put(id, 1)));
    const found = await tallies().createQueryBuilder('t').where("t.id LIKE 'pool-%'").getCount();
    expect(found).toBe(40);
  });

  it('lets timers and readers run during a long write', async () => {
    const writing = work.run(NOBODY, async () => {
      for (let index = 0; index < 4000; index++) await tallies().insert({ id: `long-${index}`, amount: index });
    });
    let done = false;
    const finished = writing.finally(() => (done = true));
    const written = () => tallies().createQueryBuilder('t').where("t.id LIKE 'long-%'").getCount();
    let ticks = 0;
    while (!done) {
      await pause(1);
      ticks += 1;
      expect([0, 4000]).toContain(await written());
    }
    await finished;
    expect(ticks).toBeGreaterThan(5);
  });

  it('runs effects after the commit only', async () => {
    const effects: string[] = [];
    await work.run(NOBODY, async () => {
      work.afterCommit(() => effects.push('committed'));
      await tallies().insert({ id: 'effect', amount: 1 });
      expect(effects).toEqual([]);
    });
    const failing = work.run(NOBODY, () => {
      work.afterCommit(() => effects.push('rolled back'));
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(effects).toEqual(['committed']);
  });

  describe('units that commit together', () => {
    const together = (steps: () => Promise<unknown>) => work.runTogether(NOBODY, steps);

    it('refuses to begin inside a unit, and to hold such a thing itself', async () => {
      await expect(work.run(NOBODY, () => together(() => put('t-inside')))).rejects.toThrow(/UnitOfWork.run inside/);
      await expect(together(() => together(() => put('t-twice')))).rejects.toThrow(/UnitOfWork.run inside/);
      await expect(together(() => work.run(NOBODY, () => put('t-deep')))).rejects.toThrow(/UnitOfWork.run inside/);
      expect(await Promise.all(['t-inside', 't-twice', 't-deep'].map(amountOf))).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    });

    it('leaves nothing of any where the last one fails, and runs no effect', async () => {
      const effects: string[] = [];
      const failing = together(async () => {
        await work.run(NOBODY, async () => {
          work.afterCommit(() => effects.push('first'));
          await tallies().insert({ id: 't-first', amount: 1 });
        });
        expect(await amountOf('t-first')).toBe(1);
        await put('t-first', 2);
      });
      await expect(failing).rejects.toThrow();
      expect(await amountOf('t-first')).toBeUndefined();
      expect(effects).toEqual([]);
    });

    it('drops only the one that answers with an Err, and keeps the others', async () => {
      const effects: string[] = [];
      await together(async () => {
        await put('t-before', 1);
        const refused = await work.run(NOBODY, async () => {
          work.afterCommit(() => effects.push('refused'));
          await tallies().insert({ id: 't-refused', amount: 1 });
          return err({ code: 'REFUSED' });
        });
        expect(refused).toEqual(err({ code: 'REFUSED' }));
        await work.run(NOBODY, async () => {
          work.afterCommit(() => effects.push('after'));
          await tallies().insert({ id: 't-after', amount: 3 });
        });
        expect(effects).toEqual([]);
      });
      expect(effects).toEqual(['after']);
      expect(await Promise.all(['t-before', 't-refused', 't-after'].map(amountOf))).toEqual([1, undefined, 3]);
    });

    it('shows others nothing before all of it is there', async () => {
      let seen: unknown = 'not asked';
      let look: () => void = () => undefined;
      const looking = new Promise<void>((resolve) => (look = resolve)).then(async () => {
        seen = (await amountOf('t-unseen')) ?? 'nothing';
      });
      await together(async () => {
        await put('t-unseen', 1);
        look();
        await looking;
        await put('t-unseen-2', 2);
      });
      expect(seen).toBe('nothing');
      expect(await amountOf('t-unseen')).toBe(1);
    });

    it('tries all of it again after a deadlock', async () => {
      await put('t-left');
      await put('t-right');
      const add = (id: string) => work.run(NOBODY, () => tallies().increment({ id }, 'amount', 1));
      const addToBoth = (first: string, second: string) =>
        together(async () => {
          await add(first);
          await pause(15);
          await add(second);
        });
      await Promise.all([addToBoth('t-left', 't-right'), addToBoth('t-right', 't-left')]);
      expect([await amountOf('t-left'), await amountOf('t-right')]).toEqual([2, 2]);
    });
  });
});
