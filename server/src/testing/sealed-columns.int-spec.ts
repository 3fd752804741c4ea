// Every sealed column of the schema says whose it is: a new table with personal texts cannot slip past an erasure.
import { Database } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { startTestApp, type TestApp } from './test-app.js';

/** Gone after days: deleted after use, or ended by their date. An erasure deletes or blanks those of the person too. */
const SHORT_LIVED = [
  'credential_reset.identifierSealed',
  'import_row.bodySealed',
  'job.payloadSealed',
  'sent_message.bodySealed',
  'session.networkSealed',
];

describe('sealed columns', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
  });
  afterAll(() => platform.stop());

  it('are each named in the personal data of a module, or live for days only', () => {
    const inSchema = platform.app
      .get(Database)
      .source.entityMetadatas.flatMap(({ tableName, columns }) =>
        columns.map(({ databaseName }) => `${tableName}.${databaseName}`),
      )
      .filter((name) => name.endsWith('Sealed'));
    const named = platform.app
      .get(PersonalData)
      .sealed.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
    expect(inSchema.length).toBeGreaterThan(10);
    expect(inSchema.sort()).toEqual([...named, ...SHORT_LIVED].sort());
  });
});
