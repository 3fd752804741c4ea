// Another phone number or e-mail to sign in with: the password first, a code to the new one, a word to the old one.
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { inboxOf, newestCode } from '../../testing/inbox.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';

const OLD = '13800138001';
const FRESH = 'linxi@example.org';
const ASK = `mutation ($i: AskIdentifierChangeInput!) { askIdentifierChange(input: $i) { __typename
  ... on CodeAsked { channel minutes } ... on InvalidInput { fields { field code } } } }`;
const CONFIRM = `mutation ($i: ConfirmIdentifierChangeInput!) { confirmIdentifierChange(input: $i) { __typename
  ... on MyAccount { identifier } ... on CodeWrong { triesLeft } } }`;

describe('another way to sign in', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'd@example.org' });
    await addPerson(platform.app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: OLD });
  });
  afterAll(() => platform.stop());

  const signedIn = async (identifier: string) => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return client;
  };
  const ask = async (client: TestClient, identifier: string, password = TEST_PASSWORD) =>
    (await client.data<{ askIdentifierChange: object }>(ASK, { i: { identifier, password } })).askIdentifierChange;
  const confirm = async (client: TestClient, code: string) =>
    (await client.data<{ confirmIdentifierChange: object }>(CONFIRM, { i: { code } })).confirmIdentifierChange;

  it('is nothing for visitors, nor without the password in force, which is remembered', async () => {
    for (const [query, i] of [
      [ASK, { identifier: FRESH, password: TEST_PASSWORD }],
      [CONFIRM, { code: '123456' }],
    ] as const) {
      const answer = await platform.client().graphql(query, { i });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
    const client = await signedIn(OLD);
    expect(await ask(client, FRESH, 'not my password')).toEqual({ __typename: 'SignInFailed' });
    expect(await ask(client, 'nonsense')).toMatchObject({ __typename: 'InvalidInput' });
    const database = platform.app.get(Database);
    expect(await database.repository(AuditEvent).countBy({ action: 'identifier.changeRefused' })).toBe(1);
  });

  it('tells nobody whose it is already: the answer is the same, and no code comes', async () => {
    const client = await signedIn(OLD);
    expect(await ask(client, 'd@example.org')).toEqual({ __typename: 'CodeAsked', channel: 'MAIL', minutes: 10 });
    expect(await inboxOf(platform)).not.toContain('验证码');
    expect(await confirm(client, '123456')).toEqual({ __typename: 'CodeWrong', triesLeft: 4 });
  });

  it('belongs to the session that asked', async () => {
    const [asking, other] = [await signedIn(OLD), await signedIn(OLD)];
    await ask(asking, FRESH);
    expect(await confirm(other, await newestCode(platform))).toEqual({ __typename: 'CodeEnded' });
  });

  it('counts from the right code on: other sessions end, the old number is told and opens nothing', async () => {
    const [client, other] = [await signedIn(OLD), await signedIn(OLD)];
    expect(await client.data('{ myAccount { identifier } }')).toEqual({ myAccount: { identifier: '+8613800138001' } });
    await ask(client, ' LinXi@example.org');
    const code = await newestCode(platform);
    expect(await confirm(client, code)).toEqual({ __typename: 'MyAccount', identifier: FRESH });
    expect(await confirm(client, code)).toEqual({ __typename: 'CodeEnded' });
    expect(await other.data('{ viewer { name } }')).toEqual({ viewer: null });
    expect(await platform.client().signIn(OLD, TEST_PASSWORD)).toBe('SignInFailed');
    await signedIn(FRESH);
    const inbox = await inboxOf(platform);
    expect(inbox).toContain('您的登录方式换过了');
    expect(inbox).toContain('+8613800138001');
  });
});
