// Lost passwords: the same answer for everybody, a code for one browser, few tries, and nobody else signed in afterwards.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { Job, JobUpkeep } from '../../platform/outbox/index.js';
import { countStatements } from '../../testing/count-statements.js';
import { inboxOf, newestCode, newestLink } from '../../testing/inbox.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { CredentialReset } from './credential-reset.entity.js';

const PHONE = '13800138001';
const MAIL = 'director@example.org';
const NEW = 'a new password of mine';
const ASK = `mutation ($i: AskPasswordResetInput!) { askPasswordReset(input: $i) { __typename
  ... on CodeAsked { channel minutes } ... on TooManyAttempts { retryAfterSeconds }
  ... on InvalidInput { fields { field code } } } }`;
const BY_CODE = `mutation ($i: ResetPasswordByCodeInput!) { resetPasswordByCode(input: $i) { __typename
  ... on Viewer { name } ... on CodeWrong { triesLeft } ... on InvalidInput { fields { field code } } } }`;
const BY_LINK = `mutation ($i: ResetPasswordByLinkInput!) { resetPasswordByLink(input: $i) { __typename
  ... on Viewer { name } ... on InvalidInput { fields { field code } } } }`;
const OPENS = 'query ($t: String!) { passwordLinkOpens(token: $t) }';

describe('a lost password', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  beforeAll(async () => {
    platform = await startTestApp({ TRUST_PROXY: 'true' });
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: MAIL });
    await addPerson(platform.app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: PHONE });
    await addPerson(platform.app, agencyId, { name: '离开的人', roles: [], identifier: '13800138002' });
  });
  afterAll(() => platform.stop());
  // Each test has an hour of its own: what it counted is over for the next.
  beforeEach(() => platform.clock.advance(3_600_000));

  const ask = async (client: TestClient, identifier: string) =>
    (await client.data<{ askPasswordReset: object }>(ASK, { i: { identifier } })).askPasswordReset;
  const byCode = async (client: TestClient, code: string, password = NEW) =>
    (await client.data<{ resetPasswordByCode: object }>(BY_CODE, { i: { code, password } })).resetPasswordByCode;
  const byLink = async (token: string, password = NEW, client = platform.client()) =>
    (await client.data<{ resetPasswordByLink: object }>(BY_LINK, { i: { token, password } })).resetPasswordByLink;
  const signIn = (identifier: string, password: string) => platform.client().signIn(identifier, password);
  const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');

  it('is answered alike, byte for byte, for an account, for none, and for somebody who has left', async () => {
    const answers = await Promise.all(
      [PHONE, '13800138999', '13800138002'].map(async (identifier) => {
        const response = await platform.client().fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: ASK, variables: { i: { identifier } } }),
        });
        return response.text();
      }),
    );
    expect(answers[0]).toContain('"SMS"');
    expect(new Set(answers).size).toBe(1);
    expect(await ask(platform.client(), 'nobody@example.org')).toEqual(await ask(platform.client(), MAIL));
    expect((await inboxOf(platform)).match(/验证码 \d{6}/g)).toHaveLength(1);
  });

  it('costs the same statements for known and unknown', async () => {
    const statements = async (identifier: string) =>
      (await countStatements(platform.app, () => ask(platform.client(), identifier))).statements.map((sql) =>
        sql.replace(/\s+/g, ' ').replace(/\b\d+\b/g, 'n'),
      );
    await statements('13800138998');
    expect(await statements('13800138997')).toEqual(await statements(PHONE));
    expect(await statements('nobody2@example.org')).toEqual(await statements(MAIL));
  });

  it('refuses what is neither phone nor e-mail, a short password, and a code that nobody asked for here', async () => {
    expect(await ask(platform.client(), 'nobody')).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'identifier', code: 'NOT_PHONE_OR_EMAIL' }],
    });
    const client = platform.client();
    await ask(client, PHONE);
    const code = await newestCode(platform);
    // The right code in another browser, where nobody or somebody else asked.
    const other = platform.client();
    expect(await byCode(other, code)).toEqual({ __typename: 'CodeEnded' });
    await ask(other, '13800138996');
    expect(await byCode(other, code)).toEqual({ __typename: 'CodeWrong', triesLeft: 4 });
    expect(await byCode(client, code, 'short')).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'password', code: 'PASSWORD_TOO_SHORT' }],
    });
    expect(await signIn(PHONE, TEST_PASSWORD)).toBe('Viewer');
  });

  it('gives a code five tries, then it is dead, the right one too', async () => {
    const client = platform.client();
    await ask(client, PHONE);
    const code = await newestCode(platform);
    const outcomes: object[] = [];
    for (let count = 0; count < 5; count += 1) outcomes.push(await byCode(client, wrongOf(code)));
    expect(outcomes).toEqual([
      ...[4, 3, 2, 1].map((triesLeft) => ({ __typename: 'CodeWrong', triesLeft })),
      { __typename: 'CodeEnded' },
    ]);
    expect(await byCode(client, code)).toEqual({ __typename: 'CodeEnded' });
    const failures = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'password.resetFailed' });
    expect(failures.length).toBeGreaterThanOrEqual(6);
  });

  it('counts tries that come at once', async () => {
    const client = platform.client();
    await ask(client, PHONE);
    const code = await newestCode(platform);
    await Promise.all(Array.from({ length: 20 }, () => byCode(client, wrongOf(code))));
    expect(await byCode(client, code)).toEqual({ __typename: 'CodeEnded' });
  });

  it('lets a code die after ten minutes, a link after an hour', async () => {
    const client = platform.client();
    expect(await ask(client, PHONE)).toEqual({ __typename: 'CodeAsked', channel: 'SMS', minutes: 10 });
    const code = await newestCode(platform);
    expect(await ask(platform.client(), MAIL)).toEqual({ __typename: 'CodeAsked', channel: 'MAIL', minutes: 60 });
    const token = await newestLink(platform, '/reset/');
    platform.clock.advance(10 * 60_000);
    expect(await byCode(client, code)).toEqual({ __typename: 'CodeEnded' });
    expect(await platform.client().data(OPENS, { t: token })).toEqual({ passwordLinkOpens: true });
    platform.clock.advance(50 * 60_000);
    expect(await platform.client().data(OPENS, { t: token })).toEqual({ passwordLinkOpens: false });
    expect(await byLink(token)).toEqual({ __typename: 'CodeEnded' });
  });

  it('sets a new one by SMS: all other sessions end, the owner is told, and it is remembered', async () => {
    const elsewhere = platform.client();
    await elsewhere.signIn(PHONE, TEST_PASSWORD);
    const client = platform.client();
    await ask(client, PHONE);
    const code = await newestCode(platform);
    expect(await byCode(client, ` ${code} `)).toEqual({ __typename: 'Viewer', name: '林溪' });
    expect(await client.data('{ viewer { name } }')).toEqual({ viewer: { name: '林溪' } });
    expect(await elsewhere.data('{ viewer { name } }')).toEqual({ viewer: null });
    expect([await signIn(PHONE, TEST_PASSWORD), await signIn(PHONE, NEW)]).toEqual(['SignInFailed', 'Viewer']);
    // Single use.
    expect(await byCode(client, code, 'another password')).toEqual({ __typename: 'CodeEnded' });
    expect(await inboxOf(platform)).toContain('您的密码改过了');
    const { notices } = await client.data<{ notices: { title: string }[] }>('{ notices { title } }');
    expect(notices.map(({ title }) => title)).toContain('您的密码改过了');
    const events = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'password.reset' });
    expect(events.map((event) => event.agencyId)).toEqual([agencyId]);
  });

  it('sets a new one by the link of the mail, once', async () => {
    await ask(platform.client(), MAIL);
    await ask(platform.client(), ' Director@Example.ORG');
    const token = await newestLink(platform, '/reset/');
    expect(await byLink(token)).toEqual({ __typename: 'Viewer', name: '周岚' });
    expect(await byLink(token)).toEqual({ __typename: 'CodeEnded' });
    expect(await signIn(MAIL, NEW)).toBe('Viewer');
    // What else was asked for is dead with it.
    const open = await platform.app.get(Database).repository(CredentialReset).find();
    expect(
      open.filter((row) => row.channel === 'MAIL' && row.endedAt === null && row.expiresAt > platform.clock.nowIso()),
    ).toEqual([]);
  });

  it('is throttled by account and says how long; keeps no secret; is forgotten after a week', async () => {
    const outcomes: object[] = [];
    for (let count = 0; count < 6; count += 1) outcomes.push(await ask(platform.client(), PHONE));
    expect(outcomes[4]).toMatchObject({ __typename: 'CodeAsked' });
    expect(outcomes[5]).toEqual({ __typename: 'TooManyAttempts', retryAfterSeconds: 3600 });
    const code = await newestCode(platform);
    const database = platform.app.get(Database);
    const rows = JSON.stringify([
      await database.repository(CredentialReset).find(),
      await database.repository(Job).find(),
    ]);
    for (const secret of [`"${code}"`, PHONE, MAIL]) expect(rows).not.toContain(secret);
    platform.clock.advance(8 * 86_400_000);
    await platform.app.get(JobUpkeep).run();
    expect(await database.repository(CredentialReset).count()).toBe(0);
  });
});
