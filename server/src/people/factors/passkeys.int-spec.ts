// Passkeys: no other address, no copy, no second use, no other browser, no other account; then in, without a password.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { inboxOf } from '../../testing/inbox.js';
import { SoftPasskey, type Behaviour } from '../../testing/soft-passkey.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Passkey } from './factor.entities.js';

const ORIGIN = 'https://tongxing.example.org';
const HERE: Behaviour = { origin: ORIGIN };
const BEGIN = `mutation ($i: OwnPasswordInput!) { beginPasskey(input: $i) { __typename ... on PasskeyCreation { request } } }`;
const ADD = `mutation ($i: ConfirmPasskeyInput!) { confirmPasskey(input: $i) { __typename
  ... on FactorAdded { recoveryCodes mine { factors { method name } } } ... on InvalidInput { fields { field code } } } }`;
const ASK = 'mutation { asked: askPasskeySignIn { __typename ... on PasskeyRequest { request } } }';
const ASK_STEP = 'mutation { asked: askStepPasskey { __typename ... on PasskeyRequest { request } } }';
const ASK_PROOF = 'mutation { asked: askProofPasskey { __typename request } }';
const ENTER = `mutation ($i: PasskeyAnswerInput!) { outcome: signInByPasskey(input: $i) { __typename ... on Viewer { name } } }`;
const CONFIRM = `mutation ($i: PasskeyAnswerInput!) { outcome: confirmSignInByPasskey(input: $i) { __typename
  ... on Viewer { name } ... on FactorWrong { triesLeft } } }`;
const PROVE = 'mutation ($i: PasskeyAnswerInput!) { outcome: proveByPasskey(input: $i) { __typename } }';
const MINUTE = 60_000;

describe('passkeys', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let people = 0;
  beforeAll(async () => {
    platform = await startTestApp({ PUBLIC_URL: `${ORIGIN}/` });
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'director@example.org' });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.clock.advance(2 * 60 * MINUTE));

  interface Owner {
    readonly client: TestClient;
    readonly identifier: string;
    readonly name: string;
    readonly key: SoftPasskey;
  }
  const signedIn = async (): Promise<Omit<Owner, 'key'>> => {
    people += 1;
    const identifier = `worker${people}@example.org`;
    const name = `社工${people}`;
    await addPerson(platform.app, agencyId, { name, roles: ['SOCIAL_WORKER'], identifier });
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return { client, identifier, name };
  };
  const begin = async (client: TestClient, password = TEST_PASSWORD) =>
    (await client.data<{ beginPasskey: { __typename: string; request: string } }>(BEGIN, { i: { password } }))
      .beginPasskey;
  const add = async (client: TestClient, answer: string, name = '我的手机') =>
    (await client.data<{ confirmPasskey: object }>(ADD, { i: { name, answer } })).confirmPasskey;
  const owner = async (): Promise<Owner> => {
    const person = await signedIn();
    const key = new SoftPasskey();
    const { request } = await begin(person.client);
    expect(await add(person.client, key.create(request, HERE))).toMatchObject({ __typename: 'FactorAdded' });
    return { ...person, key };
  };
  const asked = async (client: TestClient, query = ASK) =>
    (await client.data<{ asked: { __typename: string; request: string } }>(query)).asked.request;
  const answer = async (client: TestClient, mutation: string, signed: string) =>
    (await client.data<{ outcome: { __typename: string } }>(mutation, { i: { answer: signed } })).outcome;
  /** Asks in a new browser and signs there. */
  const enter = async (key: SoftPasskey, behaviour = HERE, client = platform.client()) =>
    answer(client, ENTER, key.get(await asked(client), behaviour));
  const halfway = async (identifier: string): Promise<TestClient> => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('SecondFactorNeeded');
    return client;
  };
  const FAILED = { __typename: 'SignInFailed' };

  it('are not made without the password, for another address, another session, or without a name', async () => {
    const { client } = await signedIn();
    expect((await begin(client, 'not the password')).__typename).toBe('SignInFailed');
    const { request } = await begin(client);
    const key = new SoftPasskey();
    const wrong = { __typename: 'InvalidInput', fields: [{ field: 'answer', code: 'PASSKEY_WRONG' }] };
    expect(await add(client, key.create(request, { origin: 'https://tongxing.example.com' }))).toEqual(wrong);
    expect(await add(client, key.create(request, { ...HERE, host: 'example.org' }))).toEqual(wrong);
    for (const nonsense of ['', '{}', 'null', '[1]', '{"id":{}}', 'x'.repeat(30_000)]) {
      expect(await add(client, nonsense)).toEqual(wrong);
    }
    expect(await add(client, key.create(request, HERE), '  ')).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'name', code: 'REQUIRED' }],
    });
    const { client: other } = await signedIn();
    expect(await add(other, key.create(request, HERE))).toEqual({ __typename: 'NotFound' });
    expect(await platform.app.get(Database).repository(Passkey).count()).toBe(0);
  });

  it('are made once for one question, under a name that the table does not tell, and the owner is told', async () => {
    const { client } = await signedIn();
    const { request } = await begin(client);
    const key = new SoftPasskey();
    expect(await add(client, key.create(request, HERE), '周老师的手机')).toMatchObject({
      __typename: 'FactorAdded',
      recoveryCodes: expect.any(Array) as unknown,
      mine: { factors: [{ method: 'PASSKEY', name: '周老师的手机' }] },
    });
    expect(await add(client, key.create(request, HERE))).toEqual({ __typename: 'NotFound' });
    // The same passkey does not count twice, nor for another account.
    const { client: other } = await signedIn();
    expect(await add(other, key.create((await begin(other)).request, HERE))).toMatchObject({
      __typename: 'InvalidInput',
    });
    const rows = await platform.app.get(Database).repository(Passkey).find();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('周老师');
    expect(await inboxOf(platform)).toContain('登录多了一道保护');
  });

  it('open nothing from another address, unrecognised, changed, or asked for in another browser', async () => {
    const { key } = await owner();
    expect(await enter(key, { origin: 'https://tongxing.example.com' })).toEqual(FAILED);
    expect(await enter(key, { ...HERE, host: 'tongxing.example.com' })).toEqual(FAILED);
    expect(await enter(key, { ...HERE, recognised: false })).toEqual(FAILED);
    expect(await enter(new SoftPasskey())).toEqual(FAILED);
    const client = platform.client();
    const request = await asked(client);
    expect(await answer(platform.client(), ENTER, key.get(request, HERE))).toEqual(FAILED);
    const otherBrowser = platform.client();
    await asked(otherBrowser);
    expect(await answer(otherBrowser, ENTER, key.get(request, HERE))).toEqual(FAILED);
    const changed = JSON.parse(key.get(request, HERE)) as { response: { signature: string } };
    const forged = { ...changed, response: { ...changed.response, signature: 'MEUCIQDx' } };
    expect(await answer(client, ENTER, JSON.stringify(forged))).toEqual(FAILED);
    for (const nonsense of ['', 'null', '{"id":1}', '[]'])
      expect(await answer(client, ENTER, nonsense)).toEqual(FAILED);
    expect(await client.data('{ viewer { name } }')).toEqual({ viewer: null });
  });

  it('open nothing a second time, nor ten minutes later', async () => {
    const { key, name } = await owner();
    const client = platform.client();
    const signed = key.get(await asked(client), HERE);
    expect(await answer(client, ENTER, signed)).toEqual({ __typename: 'Viewer', name });
    expect(await answer(client, ENTER, signed)).toEqual(FAILED);
    const late = platform.client();
    const request = await asked(late);
    platform.clock.advance(10 * MINUTE);
    expect(await answer(late, ENTER, key.get(request, HERE))).toEqual(FAILED);
  });

  it('are refused where the count of signatures stands still or goes back: there are two of it', async () => {
    const { key, name } = await owner();
    expect(await enter(key, { ...HERE, count: 7 })).toEqual({ __typename: 'Viewer', name });
    for (const count of [7, 6, 1]) expect(await enter(key, { ...HERE, count })).toEqual(FAILED);
    expect(await enter(key, { ...HERE, count: 8 })).toEqual({ __typename: 'Viewer', name });
  });

  it('sign in without a password, and the audit knows how', async () => {
    const { key, name } = await owner();
    const client = platform.client();
    expect(await enter(key, HERE, client)).toEqual({ __typename: 'Viewer', name });
    expect(await client.data('{ viewer { name } }')).toEqual({ viewer: { name } });
    const opened = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'session.opened' });
    expect(opened.some(({ facts }) => facts.includes('PASSKEY'))).toBe(true);
  });

  it('take the second step of their own account only', async () => {
    const mine = await owner();
    const other = await owner();
    const client = await halfway(mine.identifier);
    const request = await asked(client, ASK_STEP);
    expect(JSON.stringify(JSON.parse(request))).toContain(mine.key.id.toString('base64url'));
    expect(await answer(client, CONFIRM, other.key.get(request, HERE))).toEqual({
      __typename: 'FactorWrong',
      triesLeft: 4,
    });
    // What was asked before is over as soon as it is asked anew.
    const again = await asked(client, ASK_STEP);
    expect(await answer(client, CONFIRM, mine.key.get(request, HERE))).toEqual({
      __typename: 'FactorWrong',
      triesLeft: 3,
    });
    expect(await answer(client, CONFIRM, mine.key.get(again, HERE))).toEqual({ __typename: 'Viewer', name: mine.name });
    expect((await platform.client().data<{ asked: object }>(ASK_STEP)).asked).toEqual({ __typename: 'SignInEnded' });
  });

  it('show again that it is their owner, before what is dangerous', async () => {
    const { client, key } = await owner();
    platform.clock.advance(11 * MINUTE);
    expect((await begin(client)).__typename).toBe('StepUpNeeded');
    const request = await asked(client, ASK_PROOF);
    expect(await answer(client, PROVE, new SoftPasskey().get(request, HERE))).toEqual({ __typename: 'FactorWrong' });
    expect(await answer(client, PROVE, key.get(request, HERE))).toEqual({ __typename: 'MyFactors' });
    expect(await answer(client, PROVE, key.get(request, HERE))).toEqual({ __typename: 'FactorWrong' });
    expect((await begin(client)).__typename).toBe('PasskeyCreation');
  });
});
