// Who stands behind a session is read at each request: what was taken away is gone with the next one.
import { Session } from '../platform/auth/index.js';
import { Database, readRows, UnitOfWork } from '../platform/database/index.js';
import { countStatements } from './count-statements.js';
import { startTestApp, type TestApp, type TestClient } from './test-app.js';

const CREATE = 'mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename } }';
const DIRECTOR = { identifier: 'director@example.org', password: 'a-long-password' };

describe('a session', () => {
  let platform: TestApp;
  let database: Database;
  beforeAll(async () => {
    platform = await startTestApp();
    database = platform.app.get(Database);
    const i = { agencyName: '同路', directorName: '周岚', locale: 'ZH_CN', ...DIRECTOR };
    await platform.client().data(CREATE, { i });
  });
  afterAll(() => platform.stop());

  const signedIn = async (): Promise<TestClient> => {
    const client = platform.client();
    expect(await client.signIn(DIRECTOR.identifier, DIRECTOR.password)).toBe('Viewer');
    return client;
  };
  const codeOf = async (client: TestClient) =>
    (await client.graphql('{ agencySettings { key } }')).errors?.[0]?.extensions?.['code'];
  const write = (work: () => Promise<unknown>) =>
    platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: 'test' as never, name: 'test' }, work);

  it('opens nothing with another token, or with a part of one', async () => {
    const client = platform.client();
    for (const cookie of ['tongxing_session=', 'tongxing_session=x', "tongxing_session=' OR 1=1 --"]) {
      const response = await client.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: '{ viewer { name } }' }),
      });
      expect(await response.json()).toEqual({ data: { viewer: null } });
    }
  });

  it('ends at once when it is ended elsewhere', async () => {
    const client = await signedIn();
    expect(await codeOf(client)).toBeUndefined();
    const [session] = (await readRows(database, Session, 'ORDER BY id DESC LIMIT 1', [])) as [Session];
    await write(() => database.repository(Session).update({ id: session.id }, { endedAt: '2026-11-22T02:00:00.000Z' }));
    expect(await codeOf(client)).toBe('UNAUTHENTICATED');
  });

  it('ends when its time has come', async () => {
    const client = await signedIn();
    platform.clock.advance(7 * 86_400_000 - 1);
    expect(await codeOf(client)).toBeUndefined();
    platform.clock.advance(1);
    expect(await codeOf(client)).toBe('UNAUTHENTICATED');
  });

  it('costs two reads, and knows by the day which roles are in force', async () => {
    const client = await signedIn();
    const { statements } = await countStatements(platform.app, () => client.data('{ __typename }'));
    expect(statements).toHaveLength(2);
    const roles = () => database.repository<{ id: string; endsOn: string | null }>('RoleAssignment');
    const [role] = await roles().find({ take: 1 });
    const setEnd = (endsOn: string | null) => write(() => roles().update({ id: role?.id ?? '' }, { endsOn }));
    await setEnd('2026-11-28');
    expect(await codeOf(client)).toBe('UNAUTHENTICATED');
    await setEnd('2026-11-29');
    expect(await codeOf(client)).toBeUndefined();
    await setEnd(null);
  });
});
