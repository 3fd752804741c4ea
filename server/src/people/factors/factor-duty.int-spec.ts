// Required by role: days of grace, then nothing but the own account before a factor is set up; and a way back for the lost.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { addDays, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { declarationOf, personActor, rootFields, type AccessContext } from '../../platform/access/index.js';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { codeOf, setUpTotp } from '../../testing/factors.js';
import { inboxOf } from '../../testing/inbox.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';

const DIRECTOR = 'director@example.org';
const DUTY = '{ viewer { secondFactorDuty { dueOn overdue } } }';
const SETTING = 'mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }';
const RESET = `mutation ($i: ResetFactorsInput!) { resetFactors(input: $i) { __typename ... on FactorResetRefused { why }
  ... on InvalidInput { fields { field code } } } }`;
const GRANT = 'mutation ($i: GrantRoleInput!) { grantRole(input: $i) { __typename } }';
const REMOVE = 'mutation ($i: RemoveFactorInput!) { removeFactor(input: $i) { __typename } }';
const DAY = 86_400_000;

describe('a second factor that the role needs', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let people = 0;
  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: DIRECTOR });
  });
  afterAll(() => platform.stop());

  const join = async (role: Role): Promise<{ identifier: string; personId: PersonId }> => {
    people += 1;
    const identifier = `person${people}@example.org`;
    return { identifier, personId: await addPerson(platform.app, agencyId, { name: role, roles: [role], identifier }) };
  };
  const signedIn = async (identifier: string): Promise<TestClient> => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return client;
  };
  const duty = async (client: TestClient) =>
    (await client.data<{ viewer: { secondFactorDuty: object | null } }>(DUTY)).viewer.secondFactorDuty;
  const codeOfAnswer = async (client: TestClient, query: string) =>
    (await client.graphql(query)).errors?.[0]?.extensions?.['code'];
  const reset = async (client: TestClient, personId: PersonId, met = true) =>
    (
      await client.data<{ resetFactors: object }>(RESET, {
        i: { personId: toGlobalId('Person', personId), reason: 'PHONE_LOST', met },
      })
    ).resetFactors;

  it('opens no root field but those of the own account once it is overdue', async () => {
    const { schema } = platform.app.get(GraphQLSchemaHost);
    const who = { agencyId, personId: 'p' as PersonId, loginId: 'l' as never, sessionId: 's' };
    const roles: Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR', 'AUDITOR', 'VOLUNTEER', 'PLATFORM_OPERATOR'];
    const actor = {
      ...personActor(
        who,
        roles.map((role) => ({ role })),
      ),
      heldBack: true,
    };
    const context: AccessContext = { actor, rememberRefusal: () => Promise.resolve() };
    const refused: string[] = [];
    const left: string[] = [];
    for (const field of rootFields(schema)) {
      const access = declarationOf(field);
      if (!access || 'public' in access || access.permission === 'account.own') {
        left.push(field.name);
        continue;
      }
      try {
        await field.resolve?.(undefined, {}, context, {} as GraphQLResolveInfo);
      } catch (error) {
        if (error instanceof GraphQLError && error.extensions['code'] === 'SECOND_FACTOR_REQUIRED')
          refused.push(field.name);
      }
    }
    expect([...refused, ...left].sort()).toEqual(
      rootFields(schema)
        .map((field) => field.name)
        .sort(),
    );
    expect(refused).toEqual(
      expect.arrayContaining(['child', 'volunteers', 'staffList', 'auditTrail', 'changeSetting']),
    );
    expect(left).toEqual(expect.arrayContaining(['viewer', 'myFactors', 'beginTotp', 'beginPasskey', 'signOut']));
  });

  it('is announced, then overdue; with a factor everything opens again', async () => {
    const { identifier } = await join('SOCIAL_WORKER');
    const first = await signedIn(identifier);
    expect(await duty(first)).toEqual({ dueOn: '2026-12-06', overdue: false });
    expect(await codeOfAnswer(first, '{ volunteers(first: 1) { edges { node { id } } } }')).toBeUndefined();
    platform.clock.advance(8 * DAY);
    const second = await signedIn(identifier);
    // The days are counted from the first time, not from each.
    expect(await duty(second)).toEqual({ dueOn: '2026-12-06', overdue: false });
    platform.clock.advance(6 * DAY);
    const late = await signedIn(identifier);
    for (const client of [second, late]) {
      expect(await duty(client)).toEqual({ dueOn: '2026-12-06', overdue: true });
      expect(await codeOfAnswer(client, '{ volunteers(first: 1) { edges { node { id } } } }')).toBe(
        'SECOND_FACTOR_REQUIRED',
      );
    }
    expect(await late.data('{ myAccount { identifier } }')).toEqual({ myAccount: { identifier } });
    const { factorId } = await setUpTotp(platform, late, TEST_PASSWORD);
    for (const client of [second, late]) {
      expect(await duty(client)).toBeNull();
      expect(await codeOfAnswer(client, '{ volunteers(first: 1) { edges { node { id } } } }')).toBeUndefined();
    }
    // The last one stays, since the role needs it.
    expect(await late.data(REMOVE, { i: { factorId, password: TEST_PASSWORD } })).toEqual({
      removeFactor: { __typename: 'LastFactor' },
    });
    expect(await platform.client().signIn(identifier, TEST_PASSWORD)).toBe('SecondFactorNeeded');
  });

  it('is asked of nobody whose role does not need it, nor where the agency does not ask', async () => {
    for (const role of ['VOLUNTEER', 'DONOR', 'CSR_COORDINATOR'] as const) {
      expect(await duty(await signedIn((await join(role)).identifier))).toBeNull();
    }
    const director = await signedIn(DIRECTOR);
    const change = (value: string, version: number) =>
      director.data(SETTING, { i: { key: 'secondFactorRequired', value, version } });
    await change('false', 0);
    expect(await duty(await signedIn((await join('SUPERVISOR')).identifier))).toBeNull();
    await change('true', 1);
  });

  it('holds at once for whoever is signed in when the agency changes its mind, and for nobody else', async () => {
    const director = await signedIn(DIRECTOR);
    const elsewhere = await addAgency(platform.app, '别处');
    const identifier = 'elsewhere@example.org';
    await addPerson(platform.app, elsewhere, { name: '外人', roles: ['DIRECTOR'], identifier });
    const stranger = await signedIn(identifier);
    const strangers = await duty(stranger);
    const change = async (key: string, value: string, version: number) => {
      const input = { i: { key, value, version } };
      expect(await director.data(SETTING, input)).toEqual({ changeSetting: { __typename: 'AgencySetting' } });
    };
    const volunteersFor = (client: TestClient) =>
      codeOfAnswer(client, '{ volunteers(first: 1) { edges { node { id } } } }');
    await setUpTotp(platform, director, TEST_PASSWORD);
    await change('secondFactorRequired', 'false', 2);
    const worker = await signedIn((await join('SOCIAL_WORKER')).identifier);
    const volunteer = await signedIn((await join('VOLUNTEER')).identifier);
    expect([await duty(worker), await volunteersFor(worker)]).toEqual([null, undefined]);
    await change('secondFactorRequired', 'true', 3);
    const today = platform.clock.today('Asia/Shanghai');
    expect(await duty(worker)).toEqual({ dueOn: addDays(today, 14), overdue: false });
    await change('secondFactorGraceDays', '0', 0);
    expect(await duty(worker)).toEqual({ dueOn: today, overdue: true });
    expect(await volunteersFor(worker)).toBe('SECOND_FACTOR_REQUIRED');
    // A director with a factor, a volunteer, and another agency's people feel nothing of it.
    expect([await duty(director), await volunteersFor(director)]).toEqual([null, undefined]);
    expect(await duty(volunteer)).toBeNull();
    expect(await duty(stranger)).toEqual(strangers);
    await change('secondFactorGraceDays', '3', 1);
    expect(await duty(worker)).toEqual({ dueOn: addDays(today, 3), overdue: false });
    expect(await volunteersFor(worker)).toBeUndefined();
    await change('secondFactorGraceDays', '0', 2);
    await change('secondFactorRequired', 'false', 4);
    expect([await duty(worker), await volunteersFor(worker)]).toEqual([null, undefined]);
    await change('secondFactorRequired', 'true', 5);
    expect(await volunteersFor(worker)).toBe('SECOND_FACTOR_REQUIRED');
    await change('secondFactorGraceDays', '14', 3);
  });

  it('comes with a role that is given to somebody who is signed in', async () => {
    const director = await signedIn((await join('DIRECTOR')).identifier);
    const { identifier, personId } = await join('VOLUNTEER');
    const colleague = await signedIn(identifier);
    expect(await duty(colleague)).toBeNull();
    const startsOn = platform.clock.today('Asia/Shanghai');
    const i = { personId: toGlobalId('Person', personId), role: 'SOCIAL_WORKER', startsOn };
    const answer = await director.data<{ grantRole: object }>(GRANT, { i });
    expect(answer.grantRole).toMatchObject({ __typename: 'StaffMember' });
    expect(await duty(colleague)).toEqual({ dueOn: addDays(startsOn, 14), overdue: false });
  });

  it('is reset only by a director, for a colleague who was met, and who has one', async () => {
    const worker = await join('SOCIAL_WORKER');
    const supervisor = await signedIn((await join('SUPERVISOR')).identifier);
    const refusal = await supervisor.graphql(RESET, {
      i: { personId: toGlobalId('Person', worker.personId), reason: 'OTHER', met: true },
    });
    expect(refusal.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const director = await signedIn((await join('DIRECTOR')).identifier);
    expect(await reset(director, worker.personId, false)).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'met', code: 'MEET_FIRST' }],
    });
    expect(await reset(director, worker.personId)).toEqual({ __typename: 'FactorResetRefused', why: 'NOTHING_SET' });
    expect(await reset(director, '0198a000-0000-7000-8000-000000000001' as PersonId)).toEqual({
      __typename: 'NotFound',
    });
  });

  it('is reset: sessions end, the owner is told, the password opens the next one, and no day of grace comes back', async () => {
    const worker = await join('SOCIAL_WORKER');
    const theirs = await signedIn(worker.identifier);
    await setUpTotp(platform, theirs, TEST_PASSWORD);
    const directorRow = await join('DIRECTOR');
    const director = await signedIn(directorRow.identifier);
    const { secret } = await setUpTotp(platform, director, TEST_PASSWORD);
    expect(await reset(director, directorRow.personId)).toEqual({
      __typename: 'FactorResetRefused',
      why: 'OWN_ACCOUNT',
    });
    platform.clock.advance(11 * 60_000);
    expect(await reset(director, worker.personId)).toEqual({ __typename: 'StepUpNeeded' });
    await director.data('mutation ($i: TypedFactorInput!) { proveFactor(input: $i) { __typename } }', {
      i: { method: 'TOTP', code: codeOf(platform, secret) },
    });
    expect(await reset(director, worker.personId)).toEqual({ __typename: 'FactorsReset' });
    expect(await theirs.data('{ viewer { name } }')).toEqual({ viewer: null });
    expect(await inboxOf(platform)).toContain('登录保护已经重设');
    const events = await platform.app.get(Database).repository(AuditEvent).findBy({ action: 'factor.reset' });
    expect(events.map(({ subjectId, facts }) => [subjectId, facts.includes('PHONE_LOST')])).toEqual([
      [worker.personId, true],
    ]);
    platform.clock.advance(14 * DAY);
    expect(await duty(await signedIn(worker.identifier))).toMatchObject({ overdue: true });
  });
});
