// What is dangerous asks again for the second factor (ADR 0016): a session left open for an hour is refused, and nothing
// has happened; a factor shown again lets the same request pass.
import type { AgencyId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { Person } from '../people/index.js';
import { codeOf, setUpTotp } from './factors.js';
import { inboxOf, newestCode } from './inbox.js';
import { addPerson, firstAgency, TEST_PASSWORD } from './staff.js';
import { startTestApp, type TestApp, type TestClient } from './test-app.js';

const WHO = 'zhou@example.org';
const NEXT = 'another-long-password';
const HOUR = 3_600_000;
const ERASE = `mutation ($i: ErasePersonInput!) { outcome: erasePerson(input: $i) { __typename
  ... on StepUpNeeded { methods } } }`;
const PASSWORD = `mutation ($i: ChangePasswordInput!) { outcome: changePassword(input: $i) { __typename
  ... on StepUpNeeded { methods } ... on TooManyAttempts { retryAfterSeconds } } }`;
const IDENTIFIER = `mutation ($i: AskIdentifierChangeInput!) { outcome: askIdentifierChange(input: $i) { __typename
  ... on StepUpNeeded { methods } } }`;
const CONFIRM = `mutation ($i: ConfirmIdentifierChangeInput!) { outcome: confirmIdentifierChange(input: $i) { __typename } }`;
const PROVE = 'mutation ($i: TypedFactorInput!) { outcome: proveFactor(input: $i) { __typename } }';
const STALE = { __typename: 'StepUpNeeded', methods: ['TOTP', 'RECOVERY_CODE'] };

describe('a factor shown again', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let client: TestClient;
  let secret: string;
  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'first@example.org' });
    await addPerson(platform.app, agencyId, { name: '周芸', roles: ['DIRECTOR', 'AUDITOR'], identifier: WHO });
    client = platform.client();
    await client.signIn(WHO, TEST_PASSWORD);
    ({ secret } = await setUpTotp(platform, client, TEST_PASSWORD));
  });
  afterAll(() => platform.stop());

  const act = async (mutation: string, i: object, by = client) =>
    (await by.data<{ outcome: { readonly __typename: string } }>(mutation, { i })).outcome;
  const growStale = () => platform.clock.advance(HOUR);
  const prove = async () => {
    expect(await act(PROVE, { method: 'TOTP', code: codeOf(platform, secret) })).toEqual({ __typename: 'MyFactors' });
  };
  const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);

  it('comes before anybody is erased', async () => {
    const personId = await addPerson(platform.app, agencyId, { name: '林溪', roles: [] });
    const input = { personId: toGlobalId('Person', personId), reason: 'OWN_REQUEST', requestId: 'one' };
    growStale();
    expect(await act(ERASE, input)).toEqual(STALE);
    // Nobody learns by it who is there.
    const missing = toGlobalId('Person', '01900000-0000-7000-8000-00000000beef');
    expect(await act(ERASE, { ...input, personId: missing })).toEqual(STALE);
    expect(await rows(Person).findOneBy({ id: personId })).toMatchObject({ erasedAt: null });
    await prove();
    expect(await act(ERASE, input)).toEqual({ __typename: 'PersonErased' });
  });

  it('comes before the audit leaves as a file', async () => {
    growStale();
    const refused = await client.fetch('/files/audit.csv');
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { code: 'STEP_UP_NEEDED', methods: ['TOTP', 'RECOVERY_CODE'] },
    ]);
    expect(await rows(AuditEvent).countBy({ action: 'audit.exported' })).toBe(0);
    await prove();
    const file = await client.fetch('/files/audit.csv');
    expect([file.status, (await file.text()).split('\n')[0]]).toEqual([
      200,
      expect.stringContaining('sequence,at,actor,action'),
    ]);
    expect(await rows(AuditEvent).countBy({ action: 'audit.exported' })).toBe(1);
  });

  it('comes before another phone number or e-mail, and no code is sent before it', async () => {
    growStale();
    const input = { identifier: 'yun@example.org', password: TEST_PASSWORD };
    expect(await act(IDENTIFIER, input)).toEqual(STALE);
    expect(await inboxOf(platform)).not.toContain('yun@example.org');
    await prove();
    expect(await act(IDENTIFIER, input)).toMatchObject({ __typename: 'CodeAsked' });
    expect(await act(CONFIRM, { code: await newestCode(platform) })).toEqual({ __typename: 'MyAccount' });
  });

  it('comes before another password, which then has to be known as well', async () => {
    growStale();
    expect(await act(PASSWORD, { current: TEST_PASSWORD, next: NEXT })).toEqual(STALE);
    await prove();
    expect(await act(PASSWORD, { current: 'a guess of somebody', next: NEXT })).toEqual({ __typename: 'SignInFailed' });
    expect(await rows(AuditEvent).countBy({ action: 'password.changeRefused' })).toBe(1);
    expect(await act(PASSWORD, { current: TEST_PASSWORD, next: NEXT })).toEqual({ __typename: 'Viewer' });
    expect(await platform.client().signIn('yun@example.org', NEXT)).toBe('SecondFactorNeeded');
  });

  it('is asked of nobody who has none; guessing the password in force is throttled all the same', async () => {
    const identifier = 'volunteer@example.org';
    await addPerson(platform.app, agencyId, { name: '许愿', roles: ['VOLUNTEER'], identifier });
    const volunteer = platform.client();
    await volunteer.signIn(identifier, TEST_PASSWORD);
    const guess = () => act(PASSWORD, { current: 'not the password', next: NEXT }, volunteer);
    for (let count = 0; count < 10; count += 1) expect(await guess()).toEqual({ __typename: 'SignInFailed' });
    expect(await guess()).toMatchObject({ __typename: 'TooManyAttempts' });
    platform.clock.advance(HOUR);
    expect(await act(PASSWORD, { current: TEST_PASSWORD, next: NEXT }, volunteer)).toEqual({ __typename: 'Viewer' });
  });
});
