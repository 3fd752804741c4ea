// A number that is kept is never an old one: whoever wrote, in whichever unit, on whichever server, on the engine under test.
import { Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { err, type AgencyId } from '@tongxing/shared/kernel';
import type { Actor } from '../access/actor.js';
import { createTestDatabase, testEngine, type TestDatabase } from '../testing/test-database.js';
import { column, Counted, CountedOnce, createTable, Database, IdColumn, UnitOfWork, versionOf } from './index.js';
import { DataVersion } from './data-versions.js';
import { DataVersions1764000000052 } from './migrations/1764000000052-data-versions.js';

@Counted()
@Entity('pebble')
class Pebble {
  @IdColumn() id: string;
}
@Counted({ everywhere: /./ })
@Entity('rain')
class Rain {
  @IdColumn() id: string;
}
@Entity('diary')
class Diary {
  @IdColumn() id: string;
}

const TABLES = [Pebble, Rain, Diary] as const;

class MakeTables1700000000000 implements MigrationInterface {
  name = 'MakeTables1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['pebble', 'rain', 'diary']) await createTable(runner, { name, columns: { id: column.id } });
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['pebble', 'rain', 'diary']) await runner.dropTable(name);
  }
}

const actor = (agency: string): Actor => ({ kind: 'system', agencyId: agency as AgencyId, name: 'test' });
const HERE = actor('here');
const THERE = actor('there');

describe(`a number that is kept, on ${testEngine}`, () => {
  let home: TestDatabase;
  let database: Database;
  let work: UnitOfWork;
  let once: CountedOnce;
  let counted = 0;

  const open = () =>
    Database.open({
      url: home.url,
      entities: [...TABLES, DataVersion],
      migrations: [MakeTables1700000000000, DataVersions1764000000052],
    });
  const pebbles = () => database.repository(Pebble);
  const put = (id: string, by = HERE) => work.run(by, () => pebbles().insert({ id }));
  const count = (of = database) => {
    counted += 1;
    return of.repository(Pebble).count();
  };
  const ask = (agency = 'here') => once.of(agency, 'pebbles', () => count());

  beforeAll(async () => {
    home = await createTestDatabase();
    database = await open();
    work = new UnitOfWork(database);
  });
  beforeEach(() => {
    once = new CountedOnce(database);
    counted = 0;
  });
  afterAll(async () => {
    await database.close();
    await home.drop();
  });

  it('is found again after a write, after one of everybody’s, and after a statement that no repository made', async () => {
    const before = await ask();
    await put('a');
    expect(await ask()).toBe(before + 1);
    await work.run(THERE, () => database.repository(Rain).insert({ id: 'r' }));
    await ask();
    expect(counted).toBe(3);
    await work.run(HERE, () => database.manager.query('DELETE FROM `pebble` WHERE id = ?', ['a']));
    expect(await ask()).toBe(before);
    expect(counted).toBe(4);
  });

  it('is not found again after nothing, what is not counted, another agency’s, or what was rolled back', async () => {
    await ask();
    await work.run(HERE, () => database.repository(Diary).insert({ id: 'd' }));
    await put('elsewhere', THERE);
    await work.run(HERE, async () => {
      await pebbles().insert({ id: 'never' });
      return err({ code: 'NOT_FOUND' as const });
    });
    await ask();
    expect(counted).toBe(1);
    await ask('there');
    expect(counted).toBe(2);
  });

  it('is one’s own inside a unit of work, and stays with it', async () => {
    const before = await ask();
    const inside = await work.run(HERE, async () => {
      await pebbles().insert({ id: 'mine' });
      const seen = await ask();
      return err({ code: 'NOT_FOUND' as const, seen });
    });
    expect(inside).toMatchObject({ error: { seen: before + 1 } });
    expect(await ask()).toBe(before);
  });

  it('goes with units that commit together, each for its own agency, once all have', async () => {
    const [here, there] = [await versionOf(database, 'here'), await versionOf(database, 'there')];
    await work.runTogether(HERE, async () => {
      await work.run(THERE, () => pebbles().insert({ id: 'together' }));
      await work.run(HERE, () => database.repository(Diary).insert({ id: 'aside' }));
    });
    expect(await versionOf(database, 'there')).not.toBe(there);
    expect(await versionOf(database, 'here')).toBe(here);
  });

  it('is not an old one on another server either', async () => {
    const other = await open();
    try {
      const theirs = new CountedOnce(other);
      const seen = () => theirs.of('here', 'pebbles', () => count(other));
      const before = await seen();
      await put('ours');
      expect(await seen()).toBe(before + 1);
      await new UnitOfWork(other).run(HERE, () => other.repository(Pebble).insert({ id: 'theirs' }));
      expect(await ask()).toBe(before + 2);
    } finally {
      await other.close();
    }
  });

  it('never tells less than what was committed before the question, however many write meanwhile', async () => {
    const before = await ask();
    let committed = 0;
    const writing = Array.from({ length: 24 }, async (_, at) => {
      await put(`race-${at}`, at % 3 === 0 ? THERE : HERE);
      if (at % 3 === 0) await work.run(HERE, () => pebbles().update({ id: `race-${at}` }, { id: `raced-${at}` }));
      committed += 1;
    });
    const asking = Array.from({ length: 24 }, async () => {
      const least = before + committed;
      expect(await ask()).toBeGreaterThanOrEqual(least);
    });
    await Promise.all([...writing, ...asking]);
    expect(await ask()).toBe(before + 24);
  });

  it('is found once for all who ask at the same moment; what failed is tried again', async () => {
    await Promise.all([ask(), ask(), ask()]);
    expect(counted).toBe(1);
    const fails = () => once.of('here', 'other', () => Promise.reject(new Error('the line is gone')));
    await expect(fails()).rejects.toThrow('the line is gone');
    expect(await once.of('here', 'other', () => Promise.resolve(7))).toBe(7);
  });

  it('forgets what was asked for the longest ago, by weight', async () => {
    const heavy = (key: string) =>
      once.of(
        'here',
        key,
        () => Promise.resolve((counted += 1)),
        () => 60_000,
      );
    for (const key of ['one', 'two', 'one', 'three']) await heavy(key);
    expect(counted).toBe(3);
    await heavy('one');
    expect(counted).toBe(3);
    await heavy('two');
    expect(counted).toBe(4);
  });
});
