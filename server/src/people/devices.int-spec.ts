// Devices: what people recognise, a fresh token at each sign-in, and an end that the next request feels.
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Session, Sessions } from '../platform/auth/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const DIRECTOR = 'director@example.org';
const WORKER = '13800138001';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const HOUR = 3_600_000;

const LIST = '{ myDevices { devices { id browser system network signedInAt lastUsedAt current } } }';
const END = `mutation ($i: EndDeviceInput!) { endDevice(input: $i) { __typename
  ... on DeviceList { devices { id } } ... on NotFound { code } } }`;

interface Listed {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string | null;
  readonly lastUsedAt: string;
  readonly current: boolean;
}

describe('the devices of an account', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: DIRECTOR });
    await addPerson(platform.app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: WORKER });
  });
  afterAll(() => platform.stop());

  const signedIn = async (identifier = DIRECTOR): Promise<TestClient> => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return client;
  };
  const devicesOf = async (client: TestClient): Promise<Listed[]> =>
    (await client.data<{ myDevices: { devices: Listed[] } }>(LIST)).myDevices.devices;
  const ended = async (client: TestClient) =>
    (await client.graphql(LIST)).errors?.[0]?.extensions?.['code'] === 'UNAUTHENTICATED';
  const end = (client: TestClient, deviceId: string) =>
    client.data<{ endDevice: { __typename: string } }>(END, { i: { deviceId } });

  it('are shown to nobody who is not signed in', async () => {
    expect(await ended(platform.client())).toBe(true);
    for (const mutation of ['mutation { endOtherDevices { devices { id } } }', 'mutation { signOutEverywhere }']) {
      const answer = await platform.client().graphql(mutation);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
  });

  it('cannot be ended by somebody else: another’s device answers like one that never was', async () => {
    const director = await signedIn();
    const worker = await signedIn(WORKER);
    const [device] = await devicesOf(director);
    const missing = await end(worker, toGlobalId('Session', '0198a000-0000-7000-8000-000000000001'));
    expect(missing).toEqual({ endDevice: { __typename: 'NotFound', code: 'NOT_FOUND' } });
    expect(await end(worker, device?.id ?? '')).toEqual(missing);
    expect(await end(worker, 'nonsense')).toEqual(missing);
    expect(await ended(director)).toBe(false);
  });

  it('carry names that people know, and of the address the network only, sealed', async () => {
    const client = platform.client();
    await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': CHROME },
      body: JSON.stringify({
        query: 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }',
        variables: { i: { identifier: WORKER, password: TEST_PASSWORD } },
      }),
    });
    const current = (await devicesOf(client)).find((device) => device.current);
    expect(current).toMatchObject({ browser: 'CHROME', system: 'WINDOWS', network: '127.0.0.*' });
    const rows = await platform.app.get(Database).repository(Session).find();
    expect(JSON.stringify(rows)).not.toContain('127.0.0');
  });

  it('say when they were last used, to the hour', async () => {
    const client = await signedIn(WORKER);
    const used = async () => (await devicesOf(client)).find((device) => device.current)?.lastUsedAt;
    expect(await used()).toBe('2026-11-22T02:00:00.000Z');
    platform.clock.advance(59 * 60_000);
    expect(await used()).toBe('2026-11-22T02:00:00.000Z');
    platform.clock.advance(HOUR);
    expect(await used()).toBe('2026-11-22T03:00:00.000Z');
  });

  it('get a fresh token at each sign-in; the session that the cookie named before is over', async () => {
    const sessions = platform.app.get(Database).repository(Session);
    const client = await signedIn(WORKER);
    const before = (await devicesOf(client)).find((device) => device.current)?.id;
    const count = await sessions.count();
    expect(await client.signIn(WORKER, TEST_PASSWORD)).toBe('Viewer');
    expect(await sessions.count()).toBe(count + 1);
    const after = await devicesOf(client);
    expect(after.map((device) => device.id)).not.toContain(before);
    // A wrong password opens nothing and ends nothing.
    expect(await client.signIn(WORKER, 'not-the-password')).toBe('SignInFailed');
    expect(await ended(client)).toBe(false);
  });

  it('are signed out one by one, all others, or everywhere; the next request of each fails', async () => {
    const [first, second, third] = [await signedIn(), await signedIn(), await signedIn()];
    const other = (await devicesOf(second)).find((device) => device.current);
    const outcome = await end(first, other?.id ?? '');
    expect(outcome.endDevice.__typename).toBe('DeviceList');
    expect([await ended(first), await ended(second), await ended(third)]).toEqual([false, true, false]);
    // What has ended is missing.
    expect((await end(first, other?.id ?? '')).endDevice.__typename).toBe('NotFound');

    await first.data('mutation { endOtherDevices { devices { id } } }');
    expect([await ended(first), await ended(third)]).toEqual([false, true]);
    expect(await devicesOf(first)).toHaveLength(1);

    const fourth = await signedIn();
    await first.data('mutation { signOutEverywhere }');
    expect([await ended(first), await ended(fourth)]).toEqual([true, true]);
    const actions = await platform.app
      .get(Database)
      .repository(AuditEvent)
      .find({ order: { sequence: 'ASC' } });
    expect(actions.map((event) => event.action)).toEqual(expect.arrayContaining(['session.ended', 'session.allEnded']));
  });

  it('are forgotten, with their network, thirty days after their end', async () => {
    const sessions = platform.app.get(Database).repository(Session);
    platform.clock.advance(37 * 24 * HOUR - 1);
    await platform.app.get(Sessions).purge();
    expect(await sessions.count()).toBeGreaterThan(0);
    platform.clock.advance(4 * HOUR);
    await platform.app.get(Sessions).purge();
    expect(await sessions.count()).toBe(0);
  });
});
