// Nothing is kept of a person that the copy does not know: each table that points at one, and each sealed column, is given
// or withheld for a reason. A new module that says nothing fails here.
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { COPY_PLAN } from './domain/copy-plan.js';
import { NOT_COPIED } from './domain/not-copied.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

/** How a row says whose it is. */
const POINTS_AT = ['personId', 'childId', 'volunteerId', 'companionshipId', 'loginId', 'ownerId', 'householdId'];
/** They point at somebody who did something, not at whom the row is about. */
const OF_NOBODY = ['audit_event'];

describe('the plan of a copy', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
  });
  afterAll(() => platform.stop());

  const tables = () =>
    platform.app.get(Database).source.entityMetadatas.map(({ tableName, columns }) => ({
      table: tableName,
      columns: columns.map(({ databaseName }) => databaseName),
    }));
  const planned = (table: string) => COPY_PLAN.filter((one) => one.table === table);

  it('names every table that tells of a person', () => {
    const pointing = tables().filter(
      ({ table, columns }) =>
        columns.some((column) => POINTS_AT.includes(column)) &&
        !OF_NOBODY.includes(table) &&
        planned(table).length === 0 &&
        !(table in NOT_COPIED),
    );
    expect(pointing.map(({ table }) => table)).toEqual([]);
  });

  it('gives or withholds every sealed column that a module has named', () => {
    const unsaid = platform.app.get(PersonalData).sealed.flatMap(({ table, columns }) => {
      if (table in NOT_COPIED) return [];
      const said = planned(table).flatMap(({ given, withheld }) => [
        ...Object.keys(given),
        ...Object.keys(withheld ?? {}),
      ]);
      return Object.keys(columns)
        .filter((column) => !said.includes(column))
        .map((column) => `${table}.${column}`);
    });
    expect(unsaid).toEqual([]);
  });

  it('names no table and no column that is not there', () => {
    const columnsOf = new Map(tables().map(({ table, columns }) => [table, columns]));
    const strange = COPY_PLAN.flatMap(({ table, given, withheld }) =>
      [...Object.keys(given), ...Object.keys(withheld ?? {})]
        .filter((column) => !columnsOf.get(table)?.includes(column))
        .map((column) => `${table}.${column}`),
    );
    expect(strange).toEqual([]);
    expect(Object.keys(NOT_COPIED).filter((table) => !columnsOf.has(table))).toEqual([]);
  });
});
