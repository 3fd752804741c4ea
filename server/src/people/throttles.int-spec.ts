// Throttling is in the database: a restart, another server or a rollback does not hand out new tries.
import { AuditEvent } from '../platform/audit-trail/index.js';
import { JobUpkeep } from '../platform/outbox/index.js';
import { Database } from '../platform/database/index.js';
import { countStatements } from '../testing/count-statements.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';
import { Throttle, Throttles } from '../platform/auth/index.js';
import { testEngine } from '../platform/testing/test-database.js';

const ACCOUNT = 'director@example.org';
/** Somebody whose roles are over. */
const LEFT = 'left@example.org';
const SIGN_IN = `mutation ($i: SignInInput!) { signIn(input: $i) { __typename
  ... on TooManyAttempts { retryAfterSeconds } } }`;

describe('throttling', () => {
  let platform: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    platform = await startTestApp({ TRUST_PROXY: 'true' });
    const agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: ACCOUNT });
    await addPerson(platform.app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: '13800138001' });
    await addPerson(platform.app, agencyId, { name: '顾宁', roles: [], identifier: LEFT });
    const { DATABASE_URL = '', DATA_DIR = '' } = platform.environment;
    other = await startTestApp({ TRUST_PROXY: 'true', DATABASE_URL, DATA_DIR });
  });
  afterAll(async () => {
    await other.stop();
    await platform.stop();
  });

  let hosts = 0;
  const attempt = async (app: TestApp, identifier: string, password: string, from?: string) => {
    hosts += 1;
    const response = await fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': from ?? `10.0.${Math.floor(hosts / 250)}.${hosts % 250}`,
      },
      body: JSON.stringify({ query: SIGN_IN, variables: { i: { identifier, password } } }),
    });
    const { data } = (await response.json()) as {
      data: { signIn: { __typename: string; retryAfterSeconds?: number } };
    };
    return data.signIn;
  };

  it('refuses the eleventh try on an account, from wherever, also with the right password, and says how long', async () => {
    for (let count = 0; count < 10; count += 1) {
      // Two servers on one database, and the identifier written in two ways.
      const app = count % 2 === 0 ? platform : other;
      const written = count % 3 === 0 ? ' Director@Example.ORG ' : ACCOUNT;
      expect(await attempt(app, written, 'wrong')).toEqual({ __typename: 'SignInFailed' });
    }
    const refused = { __typename: 'TooManyAttempts', retryAfterSeconds: 900 };
    expect(await attempt(platform, ACCOUNT, TEST_PASSWORD)).toEqual(refused);
    expect(await attempt(other, ACCOUNT, TEST_PASSWORD)).toEqual(refused);
    platform.clock.advance(60_000);
    expect(await attempt(platform, ACCOUNT, TEST_PASSWORD)).toMatchObject({ retryAfterSeconds: 840 });
  });

  it('survives a restart', async () => {
    const { DATABASE_URL = '', DATA_DIR = '' } = platform.environment;
    const restarted = await startTestApp({ TRUST_PROXY: 'true', DATABASE_URL, DATA_DIR });
    try {
      expect((await attempt(restarted, ACCOUNT, TEST_PASSWORD)).__typename).toBe('TooManyAttempts');
    } finally {
      await restarted.stop();
    }
  });

  it('refuses an address that goes from account to account, and lets others in', async () => {
    const from = '203.0.113.5';
    for (let count = 0; count < 60; count += 1) {
      const { app } = count % 2 === 0 ? platform : other;
      expect(await app.get(Throttles).take('sign-in', `guess${count}@example.org`, from)).toBeUndefined();
    }
    expect((await attempt(platform, '13800138001', TEST_PASSWORD, from)).__typename).toBe('TooManyAttempts');
    expect((await attempt(platform, '13800138001', TEST_PASSWORD)).__typename).toBe('Viewer');
  });

  it('counts every one of fifty tries at once', async () => {
    const tries = Array.from({ length: 50 }, (_, count) => {
      // A file has one process that writes to it; several servers stand before MySQL or MariaDB.
      const { app } = testEngine === 'sqlite' || count % 2 === 0 ? platform : other;
      return app.get(Throttles).take('sign-in', 'crowd@example.org', `192.0.2.${count}`);
    });
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((refused) => refused === undefined)).toHaveLength(10);
    expect(outcomes.filter((refused) => refused?.first)).toHaveLength(1);
  });

  it('keeps nothing personal, and remembers what failed in rows of their own', async () => {
    expect(await attempt(platform, 'nobody@example.org', 'wrong')).toEqual({ __typename: 'SignInFailed' });
    const rows = JSON.stringify(await platform.app.get(Database).repository(Throttle).find());
    for (const personal of [ACCOUNT, 'example', '203.0.113', '10.0.0']) expect(rows).not.toContain(personal);
    const events = await platform.app.get(Database).repository(AuditEvent).find();
    const failures = events.filter((event) => event.action === 'signIn.failed');
    const known = failures.filter((event) => event.subjectId !== null);
    expect(known).toHaveLength(10);
    expect(new Set(known.map((event) => event.agencyId === 'none'))).toEqual(new Set([false]));
    expect(failures.some((event) => event.agencyId === 'none' && event.facts === '{"reason":"UNKNOWN"}')).toBe(true);
    // One row for the try that met the limit of the account, one for the address: those behind are not worth one each.
    expect(events.filter((event) => event.action === 'attempts.throttled')).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain('example');
  });

  it('does the same work for an account and for none', async () => {
    const statements = async (identifier: string) => {
      const counted = await countStatements(platform.app, () => attempt(platform, identifier, 'wrong'));
      expect(counted.result.__typename).toBe('SignInFailed');
      return counted.statements.map((sql) => sql.replace(/\s+/g, ' ').replace(/\b\d+\b/g, 'n'));
    };
    expect(await statements('13800138001')).toEqual(await statements('13800138777'));
  });

  it('counts a right password that opens nothing like a wrong one: tries without end would tell that it was right', async () => {
    for (let count = 0; count < 10; count += 1) {
      expect(await attempt(platform, LEFT, TEST_PASSWORD)).toEqual({ __typename: 'SignInFailed' });
    }
    expect((await attempt(platform, LEFT, TEST_PASSWORD)).__typename).toBe('TooManyAttempts');
  });

  it('opens again when its time has come; the hourly upkeep forgets windows that are over', async () => {
    platform.clock.advance(15 * 60_000);
    expect(await platform.app.get(Throttles).take('sign-in', ACCOUNT, '192.0.2.1')).toBeUndefined();
    expect((await attempt(platform, ACCOUNT, TEST_PASSWORD)).__typename).toBe('Viewer');
    await platform.app.get(JobUpkeep).run();
    const left = await platform.app.get(Database).repository(Throttle).find();
    expect(left.every((row) => row.expiresAt > platform.clock.nowIso())).toBe(true);
    expect(left.length).toBeGreaterThan(0);
  });
});
