// Migrations make exactly the schema that the entities describe, and can be undone, on the engine under test.
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../app.module.js';
import { connect, migrate } from '../platform/database/database.js';
import { MIGRATIONS } from '../platform/database/migrations/index.js';
import { createTestDatabase, testEngine } from '../platform/testing/test-database.js';

/** Migrations that the first version came with. */
const FIRST_RELEASE = 5;

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const sql =
    testEngine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const rows: { name: string }[] = await dataSource.query(sql);
  return rows.map((row) => row.name).filter((name) => name !== 'schema_migration');
}

describe(`migrations on ${testEngine}`, () => {
  it('leave nothing to change, go down to nothing, and come up again', async () => {
    const home = await createTestDatabase();
    const { engine, dataSource } = await connect({ url: home.url, entities: ENTITIES, migrations: MIGRATIONS });
    try {
      await migrate(engine, dataSource);
      const drift = await dataSource.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map((query) => query.query)).toEqual([]);
      for (const _ of MIGRATIONS) await dataSource.undoLastMigration();
      expect(await tablesOf(dataSource)).toEqual([]);
      await migrate(engine, dataSource);
      expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    } finally {
      await dataSource.destroy();
      await home.drop();
    }
  });

  it('keep the rows that an older version wrote, with what points at them', async () => {
    const home = await createTestDatabase();
    const older = MIGRATIONS.slice(0, FIRST_RELEASE);
    const { engine, dataSource } = await connect({ url: home.url, entities: ENTITIES, migrations: older });
    await migrate(engine, dataSource);
    const agency = "('a', 'A', 'Asia/Shanghai', 'en', 'x')";
    await dataSource.query(`INSERT INTO agency (id, name, timeZone, locale, createdAt) VALUES ${agency}`);
    await dataSource.query("INSERT INTO person (id, agencyId, nameSealed, createdAt) VALUES ('p', 'a', 's', 'x')");
    const role = "('r', 'a', 'p', 'DIRECTOR', '2026-01-01')";
    await dataSource.query(`INSERT INTO role_assignment (id, agencyId, personId, role, startsOn) VALUES ${role}`);
    const child = "('c', 'a', 'p', 'Lark', 'i', '', '[]', '[]', 3, 'x')";
    await dataSource.query(
      `INSERT INTO child (id, agencyId, personId, pseudonym, identityIndex, languages, needs, freeTimes, priority, createdAt) VALUES ${child}`,
    );
    await dataSource.destroy();
    const newer = await connect({ url: home.url, entities: ENTITIES, migrations: MIGRATIONS });
    try {
      await migrate(newer.engine, newer.dataSource);
      for (const [table, id] of Object.entries({ person: 'p', role_assignment: 'r', child: 'c' })) {
        expect(await newer.dataSource.query(`SELECT id FROM ${table}`)).toEqual([{ id }]);
      }
      await expect(newer.dataSource.query("DELETE FROM person WHERE id = 'p'")).rejects.toThrow();
    } finally {
      await newer.dataSource.destroy();
      await home.drop();
    }
  });

  it('keep every other word out of a column that knows its words', async () => {
    const home = await createTestDatabase();
    const { engine, dataSource } = await connect({ url: home.url, entities: ENTITIES, migrations: MIGRATIONS });
    try {
      await migrate(engine, dataSource);
      const insert =
        "INSERT INTO agency (id, name, timeZone, locale, createdAt) VALUES ('a', 'A', 'Asia/Shanghai', 'en', 'x')";
      await dataSource.query(insert);
      await dataSource.query("INSERT INTO person (id, agencyId, nameSealed, createdAt) VALUES ('p', 'a', 's', 'x')");
      const assign = (role: string) =>
        dataSource.query(
          `INSERT INTO role_assignment (id, agencyId, personId, role, startsOn) VALUES ('${role}', 'a', 'p', '${role}', '2026-01-01')`,
        );
      await expect(assign('KING')).rejects.toThrow();
      await assign('DIRECTOR');
      await expect(dataSource.query("DELETE FROM person WHERE id = 'p'")).rejects.toThrow();
    } finally {
      await dataSource.destroy();
      await home.drop();
    }
  });
});
