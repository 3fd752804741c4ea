// The second step: no session after the password alone, no code twice, no other browser, no other account, few tries.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Session } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { Job, JobUpkeep } from '../../platform/outbox/index.js';
import { codeOf, setUpTotp, wrongCode, type SetUp } from '../../testing/factors.js';
import { inboxOf, newestCode } from '../../testing/inbox.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { FactorChallenge, RecoveryCode, TotpFactor } from './factor.entities.js';

const DIRECTOR = 'director@example.org';
const WORKER = '13800138001';
const CONFIRM = `mutation ($i: TypedFactorInput!) { confirmSignIn(input: $i) { __typename
  ... on Viewer { name } ... on FactorWrong { triesLeft } ... on TooManyAttempts { retryAfterSeconds } } }`;
const HOUR = 3_600_000;

describe('the second step of signing in', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let worker: SetUp;
  let director: SetUp;
  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: DIRECTOR });
    await addPerson(platform.app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: WORKER });
    worker = await protectedAccount(WORKER);
    director = await protectedAccount(DIRECTOR);
  });
  afterAll(() => platform.stop());
  // Each test has hours of its own: what it counted, and the codes it used, are over for the next.
  beforeEach(() => platform.clock.advance(2 * HOUR));

  const protectedAccount = async (identifier: string): Promise<SetUp> => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return setUpTotp(platform, client, TEST_PASSWORD);
  };
  /** With the password typed, and nothing more. */
  const halfway = async (identifier = WORKER): Promise<TestClient> => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('SecondFactorNeeded');
    return client;
  };
  const confirm = async (client: TestClient, code: string, method = 'TOTP') =>
    (await client.data<{ confirmSignIn: object }>(CONFIRM, { i: { method, code } })).confirmSignIn;
  const viewer = async (client: TestClient) =>
    (await client.data<{ viewer: object | null }>('{ viewer { name } }')).viewer;
  const pending = async (client: TestClient) =>
    (await client.data<{ pendingSignIn: object | null }>('{ pendingSignIn { methods } }')).pendingSignIn;
  const actions = async (action: string) =>
    (await platform.app.get(Database).repository(AuditEvent).findBy({ action })).length;

  it('lets nobody in on the password alone', async () => {
    const client = await halfway();
    expect(await viewer(client)).toBeNull();
    expect((await client.graphql('{ myAccount { identifier } }')).errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    );
    expect(await pending(client)).toEqual({ methods: ['TOTP', 'RECOVERY_CODE'] });
  });

  it('is asked of the browser that typed the password, and of no other', async () => {
    const client = await halfway();
    const other = platform.client();
    expect(await pending(other)).toBeNull();
    expect(await confirm(other, codeOf(platform, worker.secret))).toEqual({ __typename: 'SignInEnded' });
    // Halfway into another account, the code of this one opens nothing.
    const otherAccount = await halfway(DIRECTOR);
    expect(await confirm(otherAccount, codeOf(platform, worker.secret))).toMatchObject({ __typename: 'FactorWrong' });
    expect(await confirm(otherAccount, worker.recoveryCodes[0] ?? '', 'RECOVERY_CODE')).toMatchObject({
      __typename: 'FactorWrong',
    });
    expect(await confirm(client, codeOf(platform, worker.secret))).toEqual({ __typename: 'Viewer', name: '林溪' });
  });

  it('never takes a code a second time, nor an earlier one, nor one two steps away', async () => {
    const code = codeOf(platform, worker.secret);
    expect(await confirm(await halfway(), code)).toMatchObject({ __typename: 'Viewer' });
    const client = await halfway();
    expect(await confirm(client, code)).toEqual({ __typename: 'FactorWrong', triesLeft: 4 });
    expect(await confirm(client, codeOf(platform, worker.secret, -1))).toEqual({
      __typename: 'FactorWrong',
      triesLeft: 3,
    });
    expect(await confirm(client, codeOf(platform, worker.secret, 2))).toEqual({
      __typename: 'FactorWrong',
      triesLeft: 2,
    });
    expect(await confirm(client, codeOf(platform, worker.secret, 1))).toMatchObject({ __typename: 'Viewer' });
  });

  it('takes the same code once where it comes from several browsers at once', async () => {
    const clients = [await halfway(), await halfway(), await halfway(), await halfway()];
    const code = codeOf(platform, worker.secret);
    const outcomes = await Promise.all(clients.map((client) => confirm(client, code)));
    expect(outcomes.filter((outcome) => JSON.stringify(outcome).includes('Viewer'))).toHaveLength(1);
  });

  it('ends after five wrong tries, the right code too, and tells the owner', async () => {
    const client = await halfway();
    const before = await actions('factor.failed');
    const outcomes: object[] = [];
    for (let count = 0; count < 5; count += 1) outcomes.push(await confirm(client, wrongCode(platform, worker.secret)));
    expect(outcomes).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ __typename: 'FactorWrong', triesLeft })),
      { __typename: 'SignInEnded' },
    ]);
    expect(await confirm(client, codeOf(platform, worker.secret))).toEqual({ __typename: 'SignInEnded' });
    expect(await pending(client)).toBeNull();
    expect(await actions('factor.failed')).toBe(before + 5);
    expect(await inboxOf(platform)).toContain('有人没能通过登录的第二步');
  });

  it('counts tries that come at once', async () => {
    const client = await halfway();
    const wrong = wrongCode(platform, worker.secret);
    await Promise.all(Array.from({ length: 12 }, () => confirm(client, wrong)));
    expect(await confirm(client, codeOf(platform, worker.secret))).not.toMatchObject({ __typename: 'Viewer' });
  });

  it('is throttled by account over several passwords typed, and says how long', async () => {
    const wrong = wrongCode(platform, worker.secret);
    for (let round = 0; round < 2; round += 1) {
      const client = await halfway();
      for (let count = 0; count < 5; count += 1) await confirm(client, wrong);
    }
    const client = await halfway();
    for (let count = 0; count < 2; count += 1) await confirm(client, wrong);
    expect(await confirm(client, codeOf(platform, worker.secret))).toEqual({
      __typename: 'TooManyAttempts',
      retryAfterSeconds: 3600,
    });
    // Nobody else waits with them.
    expect(await confirm(await halfway(DIRECTOR), codeOf(platform, director.secret))).toMatchObject({
      __typename: 'Viewer',
    });
  });

  it('is over after ten minutes, and when the password has changed', async () => {
    const late = await halfway();
    platform.clock.advance(10 * 60_000);
    expect(await confirm(late, codeOf(platform, worker.secret))).toEqual({ __typename: 'SignInEnded' });
    const knewTheOld = await halfway();
    const owner = await halfway();
    await confirm(owner, codeOf(platform, worker.secret));
    const change = 'mutation ($i: ChangePasswordInput!) { changePassword(input: $i) { __typename } }';
    const next = 'another long password';
    await owner.data(change, { i: { current: TEST_PASSWORD, next } });
    expect(await confirm(knewTheOld, codeOf(platform, worker.secret, 1))).toEqual({ __typename: 'SignInEnded' });
    await owner.data(change, { i: { current: next, next: TEST_PASSWORD } });
  });

  it('takes a recovery code once, however it was typed, and tells the owner', async () => {
    const [code = ''] = worker.recoveryCodes;
    const typed = ` ${code.toUpperCase().replace('-', ' ')}`;
    expect(await confirm(await halfway(), typed, 'RECOVERY_CODE')).toMatchObject({ __typename: 'Viewer' });
    expect(await confirm(await halfway(), code, 'RECOVERY_CODE')).toEqual({ __typename: 'FactorWrong', triesLeft: 4 });
    expect(await inboxOf(platform)).toContain('用掉了一个恢复码');
    expect(await actions('factor.recoveryUsed')).toBe(1);
  });

  it('stands behind a lost password too', async () => {
    const client = platform.client();
    await client.data('mutation ($i: AskPasswordResetInput!) { askPasswordReset(input: $i) { __typename } }', {
      i: { identifier: WORKER },
    });
    const code = await newestCode(platform);
    const reset = await client.data<{ resetPasswordByCode: object }>(
      'mutation ($i: ResetPasswordByCodeInput!) { resetPasswordByCode(input: $i) { __typename } }',
      { i: { code, password: TEST_PASSWORD } },
    );
    expect(reset.resetPasswordByCode).toEqual({ __typename: 'SecondFactorNeeded' });
    expect(await viewer(client)).toBeNull();
    expect(await confirm(client, codeOf(platform, worker.secret))).toMatchObject({ __typename: 'Viewer' });
  });

  it('ends the session of the cookie that came along, and opens one that is marked', async () => {
    const sessions = platform.app.get(Database).repository(Session);
    const client = await halfway();
    await confirm(client, codeOf(platform, worker.secret));
    expect(await client.signIn(WORKER, TEST_PASSWORD)).toBe('SecondFactorNeeded');
    // Until the second step the first session goes on.
    expect(await viewer(client)).toEqual({ name: '林溪' });
    await confirm(client, codeOf(platform, worker.secret, 1));
    const newest = await sessions.find({ order: { id: 'DESC' }, take: 2 });
    expect(newest.map(({ endedAt }) => endedAt === null)).toEqual([true, false]);
    expect(newest[0]?.factorAt).toBe(platform.clock.nowIso());
  });

  it('keeps no secret that opens anything, and forgets what it asked', async () => {
    const database = platform.app.get(Database);
    await halfway();
    const tables = [TotpFactor, RecoveryCode, FactorChallenge, AuditEvent, Job];
    const rows = JSON.stringify(await Promise.all(tables.map((table) => database.repository(table).find())));
    for (const secret of [worker.secret, director.secret, ...worker.recoveryCodes]) {
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(secret.replace('-', ''));
    }
    platform.clock.advance(26 * HOUR);
    await platform.app.get(JobUpkeep).run();
    expect(await database.repository(FactorChallenge).count()).toBe(0);
  });
});
