// One's own factors: never by whoever only found an open session, counted only when shown to work, told to the owner.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { codeOf, setUpTotp, wrongCode } from '../../testing/factors.js';
import { inboxOf } from '../../testing/inbox.js';
import { addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { TotpFactor } from './factor.entities.js';

const DIRECTOR = 'director@example.org';
const BEGIN = `mutation ($i: OwnPasswordInput!) { beginTotp(input: $i) { __typename
  ... on TotpSetup { secret address picture } ... on StepUpNeeded { methods } } }`;
const CONFIRM = `mutation ($i: ConfirmTotpInput!) { confirmTotp(input: $i) { __typename
  ... on FactorAdded { recoveryCodes } ... on InvalidInput { fields { field code } } } }`;
const REMOVE = `mutation ($i: RemoveFactorInput!) { removeFactor(input: $i) { __typename
  ... on MyFactors { factors { id } recoveryCodesLeft } ... on StepUpNeeded { methods } } }`;
const RENEW = `mutation ($i: OwnPasswordInput!) { renewRecoveryCodes(input: $i) { __typename
  ... on RecoveryCodes { codes } } }`;
const PROVE = 'mutation ($i: TypedFactorInput!) { proveFactor(input: $i) { __typename } }';
const MINE = '{ myFactors { factors { id method name } recoveryCodesLeft } }';
const MINUTE = 60_000;

interface Begun {
  readonly __typename: string;
  readonly secret: string;
  readonly picture: string;
}

describe('one’s own second factors', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let people = 0;
  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: DIRECTOR });
  });
  afterAll(() => platform.stop());

  // Of a role that may be without one again.
  const worker = async (): Promise<{ client: TestClient; identifier: string }> => {
    people += 1;
    const identifier = `worker${people}@example.org`;
    await addPerson(platform.app, agencyId, { name: `志愿者${people}`, roles: ['VOLUNTEER'], identifier });
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return { client, identifier };
  };
  const begin = async (client: TestClient, password = TEST_PASSWORD) =>
    (await client.data<{ beginTotp: Begun }>(BEGIN, { i: { password } })).beginTotp;
  const confirm = async (client: TestClient, code: string) =>
    (await client.data<{ confirmTotp: object }>(CONFIRM, { i: { code } })).confirmTotp;
  const remove = async (client: TestClient, factorId: string, password = TEST_PASSWORD) =>
    (await client.data<{ removeFactor: object }>(REMOVE, { i: { factorId, password } })).removeFactor;
  const prove = async (client: TestClient, code: string, method = 'TOTP') =>
    (await client.data<{ proveFactor: { __typename: string } }>(PROVE, { i: { method, code } })).proveFactor.__typename;

  it('are nobody’s who is not signed in', async () => {
    const answer = await platform.client().graphql(MINE);
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('are not begun with a wrong password, and guessing it is throttled', async () => {
    const { client } = await worker();
    for (let count = 0; count < 10; count += 1) {
      expect((await begin(client, 'not the password')).__typename).toBe('SignInFailed');
    }
    expect((await begin(client)).__typename).toBe('TooManyAttempts');
    expect(await platform.app.get(Database).repository(TotpFactor).count()).toBe(0);
  });

  it('count for nothing before a first right code', async () => {
    const { client, identifier } = await worker();
    expect(await confirm(client, '000000')).toEqual({ __typename: 'NotFound' });
    const { secret, picture } = await begin(client);
    expect(picture).toMatch(/^<svg /);
    expect(await confirm(client, wrongCode(platform, secret))).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'code', code: 'CODE_WRONG' }],
    });
    expect(await platform.client().signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    // Begun half an hour ago, it has to be begun again.
    platform.clock.advance(30 * MINUTE);
    expect(await confirm(client, codeOf(platform, secret))).toEqual({ __typename: 'NotFound' });
  });

  it('come with ten recovery codes, shown once, and a notice', async () => {
    const { client, identifier } = await worker();
    const { secret, recoveryCodes } = await setUpTotp(platform, client, TEST_PASSWORD);
    expect(recoveryCodes).toHaveLength(10);
    expect(JSON.stringify(await client.data(MINE))).not.toContain(secret);
    expect(await client.data(MINE)).toMatchObject({
      myFactors: { factors: [{ method: 'TOTP', name: null }], recoveryCodesLeft: 10 },
    });
    expect(await platform.client().signIn(identifier, TEST_PASSWORD)).toBe('SecondFactorNeeded');
    expect(await inboxOf(platform)).toContain('登录多了一道保护');
    const added = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'factor.added' });
    expect(added.map((event) => event.agencyId)).toContain(agencyId);
    // The code that showed that it works is used up by it.
    expect(await prove(client, codeOf(platform, secret))).toBe('FactorWrong');
  });

  it('are taken away only with the password and a factor shown within ten minutes', async () => {
    const { client } = await worker();
    const { secret, factorId } = await setUpTotp(platform, client, TEST_PASSWORD);
    platform.clock.advance(10 * MINUTE);
    const refused = { __typename: 'StepUpNeeded', methods: ['TOTP', 'RECOVERY_CODE'] };
    expect(await remove(client, factorId)).toEqual(refused);
    expect(await begin(client)).toEqual(refused);
    expect(await client.data(RENEW, { i: { password: TEST_PASSWORD } })).toMatchObject({
      renewRecoveryCodes: { __typename: 'StepUpNeeded' },
    });
    expect(await prove(client, wrongCode(platform, secret))).toBe('FactorWrong');
    expect(await remove(client, factorId)).toEqual(refused);
    expect(await prove(client, codeOf(platform, secret))).toBe('MyFactors');
    expect(await remove(client, factorId, 'not the password')).toEqual({ __typename: 'SignInFailed' });
    expect(await remove(client, factorId)).toEqual({ __typename: 'MyFactors', factors: [], recoveryCodesLeft: 0 });
    expect(await inboxOf(platform)).toContain('登录少了一道保护');
  });

  it('of somebody else answer like one that never was', async () => {
    const { client: owner } = await worker();
    const { factorId } = await setUpTotp(platform, owner, TEST_PASSWORD);
    const { client: other } = await worker();
    const missing = await remove(other, toGlobalId('Factor', '0198a000-0000-7000-8000-000000000001'));
    expect(missing).toEqual({ __typename: 'NotFound' });
    expect(await remove(other, factorId)).toEqual(missing);
    expect(await remove(other, 'nonsense')).toEqual(missing);
    expect(await owner.data(MINE)).toMatchObject({ myFactors: { recoveryCodesLeft: 10 } });
  });

  it('have one app at a time: a new phone takes the place of the old one, and the codes stay', async () => {
    const { client } = await worker();
    const first = await setUpTotp(platform, client, TEST_PASSWORD);
    const second = await setUpTotp(platform, client, TEST_PASSWORD);
    expect(second.recoveryCodes).toEqual([]);
    platform.clock.advance(MINUTE);
    expect(await prove(client, codeOf(platform, first.secret))).toBe('FactorWrong');
    expect(await prove(client, codeOf(platform, second.secret))).toBe('MyFactors');
    expect(await prove(client, first.recoveryCodes[0] ?? '', 'RECOVERY_CODE')).toBe('MyFactors');
  });

  it('have new recovery codes for the asking, and the old ones open nothing', async () => {
    const { client } = await worker();
    expect(await client.data(RENEW, { i: { password: TEST_PASSWORD } })).toMatchObject({
      renewRecoveryCodes: { __typename: 'NotFound' },
    });
    const { recoveryCodes } = await setUpTotp(platform, client, TEST_PASSWORD);
    const { renewRecoveryCodes } = await client.data<{ renewRecoveryCodes: { codes: string[] } }>(RENEW, {
      i: { password: TEST_PASSWORD },
    });
    expect(renewRecoveryCodes.codes).toHaveLength(10);
    expect(await prove(client, recoveryCodes[0] ?? '', 'RECOVERY_CODE')).toBe('FactorWrong');
    expect(await prove(client, renewRecoveryCodes.codes[0] ?? '', 'RECOVERY_CODE')).toBe('MyFactors');
  });
});
