import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, FlagColumn, JsonColumn, OptionalTextColumn } from './columns.js';
import { Database } from './database.js';
import { placeholders, readRows, rowsOf } from './read-rows.js';
import { runOutsideUnit } from './scope.js';
import { UnitOfWork } from './unit-of-work.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

@Entity('test_row')
class Row {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id: string;
  @Column({ type: 'varchar', length: 20, name: 'key' }) word: string;
  @JsonColumn() list: string[];
  @FlagColumn() flag: boolean;
  @FenColumn() fen: bigint;
  @OptionalTextColumn(20) missing: string | null;
}

class AddTestRow1 {
  name = 'AddTestRow1700000000000';
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(
      'CREATE TABLE test_row (id varchar(36) PRIMARY KEY, `key` varchar(20), list text, flag int, fen bigint, missing varchar(20))',
    );
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

describe('reading rows without building objects', () => {
  let files: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    files = await createTestDatabase();
    database = await Database.open({ url: files.url, entities: [Row], migrations: [AddTestRow1] });
    const rows = [1, 2, 3].map((n) => ({
      id: `r${n}`,
      word: `w${n}`,
      list: ['a', '“'],
      flag: n > 1,
      fen: 9_007_199_254_740_991n,
      missing: null,
    }));
    await new UnitOfWork(database).run({ kind: 'system', agencyId: 'a' as never, name: 'test' }, () =>
      database.repository(Row).insert(rows),
    );
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  it('refuses to write, and to lock', async () => {
    await expect(readRows(database, Row, 'FOR UPDATE', [])).rejects.toThrow('BUG: write outside UnitOfWork');
  });

  it('takes a value for a value, whatever it holds', async () => {
    expect(await readRows(database, Row, 'WHERE id = ?', ["' OR 1=1 --"])).toEqual([]);
  });

  it('sees its own unit of work, and nobody else does before the end', async () => {
    const count = async () => (await readRows(database, Row, 'WHERE id = ?', ['r9'])).length;
    const row = { id: 'r9', word: 'w9', list: [], flag: false, fen: 0n, missing: null };
    let outside = -1;
    const inside = await new UnitOfWork(database).run(
      { kind: 'system', agencyId: 'a' as never, name: 'test' },
      async () => {
        await database.repository(Row).insert(row);
        outside = await runOutsideUnit(count);
        return await count();
      },
    );
    expect([inside, outside]).toEqual([1, 0]);
    await new UnitOfWork(database).run({ kind: 'system', agencyId: 'a' as never, name: 'test' }, () =>
      database.repository(Row).delete({ id: 'r9' }),
    );
    expect(await count()).toBe(0);
  });

  it('gives what the repository gives', async () => {
    const ids = ['r1', 'r3'];
    const rows = await readRows(database, Row, `WHERE id IN (${placeholders(ids)}) ORDER BY id LIMIT ?`, [...ids, 5]);
    const expected = (await database.repository(Row).find({ order: { id: 'ASC' } })).filter(({ id }) =>
      ids.includes(id),
    );
    expect(rows).toEqual(expected.map((row) => ({ ...row })));
    expect(rows[0]).toEqual({
      id: 'r1',
      word: 'w1',
      list: ['a', '“'],
      flag: false,
      fen: 9_007_199_254_740_991n,
      missing: null,
    });
  });

  it('reads only the columns that were named', async () => {
    expect(await readRows(database, rowsOf(Row, 'word', 'flag'), 'WHERE id = ?', ['r1'])).toEqual([
      { word: 'w1', flag: false },
    ]);
  });

  it('sees what the open unit of work has written', async () => {
    const seen = await new UnitOfWork(database).run(
      { kind: 'system', agencyId: 'a' as never, name: 'test' },
      async () => {
        await database.repository(Row).update({ id: 'r2' }, { word: 'new' });
        return readRows(database, Row, 'WHERE id = ?', ['r2']);
      },
    );
    expect(seen.map((row) => row.word)).toEqual(['new']);
  });
});
