// Invitations: who may invite whom, one link at a time, and an account that its owner makes.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { inboxOf, newestLink } from '../../testing/inbox.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { PeopleRepository } from '../people.repository.js';
import { Invitation, TermsAcceptance } from './invitation.entity.js';

const INVITE = `mutation ($i: InvitePersonInput!) { invitePerson(input: $i) { __typename
  ... on InvitationSent { path account { personId state invitationId invitedAt expiresAt } } ... on RoleNotYours { role }
  ... on InvalidInput { fields { field code } } } }`;
const REVOKE = `mutation ($i: RevokeInvitationInput!) { revokeInvitation(input: $i) { __typename
  ... on AccountStanding { state } } }`;
const LOOK = '($t: String!) { invitation(token: $t) { agencyName identifierHint hasAccount roles locale } }';
const ACCEPT = `mutation ($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { __typename
  ... on Viewer { name roles face locale } ... on InvalidInput { fields { field code } }
  ... on AccountOpensLater { opensOn } } }`;
const OWN = 'a password of my own';
const DAY = 86_400_000;

interface Outcome {
  readonly __typename: string;
  readonly personId?: string;
  readonly invitationId?: string;
  readonly state?: string;
  readonly path?: string;
  readonly expiresAt?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}

describe('invitations', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let director: TestClient;
  let supervisor: TestClient;
  let worker: TestClient;
  let volunteerClient: TestClient;
  let numbers = 0;

  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await firstAgency(platform.app, { name: '同路', director: '周岚', identifier: 'director@example.org' });
    director = await signedIn('director@example.org');
    supervisor = await colleague('陈静', 'SUPERVISOR', 'supervisor@example.org');
    worker = await colleague('林溪', 'SOCIAL_WORKER', 'worker@example.org');
    volunteerClient = await colleague('许诺', 'VOLUNTEER', '13800138009');
  });
  afterAll(() => platform.stop());

  async function signedIn(identifier: string, password = TEST_PASSWORD): Promise<TestClient> {
    const client = platform.client();
    expect(await client.signIn(identifier, password)).toBe('Viewer');
    return client;
  }
  async function colleague(name: string, role: Role, identifier: string): Promise<TestClient> {
    await addPerson(platform.app, agencyId, { name, roles: [role], identifier });
    return signedIn(identifier);
  }
  /** Somebody imported: a name, a phone number, a role, and no account. */
  async function known(roles: readonly Role[], phone?: string, agency = agencyId): Promise<PersonId> {
    const { app } = platform;
    return app.get(UnitOfWork).run({ kind: 'system', agencyId: agency, name: 'test' }, async () => {
      const people = app.get(PeopleRepository);
      const id = await people.add({ agencyId: agency, name: '受邀人', phone });
      for (const role of roles) await people.assignRole(agency, id, role, '2026-01-01' as never);
      return id;
    });
  }
  const freshPhone = () => `+86138001390${String((numbers += 1)).padStart(2, '0')}`;
  const invite = async (client: TestClient, input: object): Promise<Outcome> => {
    const sent = await client.data<{ invitePerson: Outcome & { account?: Outcome } }>(INVITE, { i: input });
    const { account, ...rest } = sent.invitePerson;
    return { ...rest, ...account };
  };
  const inviteKnown = (client: TestClient, personId: string, rest: object = {}) =>
    invite(client, { personId: toGlobalId('Person', personId), ...rest });
  const look = async (token: string) =>
    (await platform.client().data<{ invitation: unknown }>(`query ${LOOK}`, { t: token })).invitation;
  const accept = async (client: TestClient, token: string, change: object = {}): Promise<Outcome> => {
    const { privacy: privacyVersion, terms: termsVersion } = LEGAL_VERSIONS;
    const i = { token, password: OWN, locale: 'ZH_CN', privacyVersion, termsVersion, ...change };
    return (await client.data<{ acceptInvitation: Outcome }>(ACCEPT, { i })).acceptInvitation;
  };
  const events = async (action: string) => platform.app.get(Database).repository(AuditEvent).findBy({ action });

  it('are refused to whoever may not invite, and the refusal is remembered', async () => {
    const personId = await known(['VOLUNTEER'], freshPhone());
    const input = { personId: toGlobalId('Person', personId) };
    for (const [client, code] of [
      [platform.client(), 'UNAUTHENTICATED'],
      [volunteerClient, 'FORBIDDEN'],
    ] as const) {
      const answer = await client.graphql(INVITE, { i: input });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe(code);
      const revoked = await client.graphql(REVOKE, { i: { invitationId: 'any' } });
      expect(revoked.errors?.[0]?.extensions?.['code']).toBe(code);
    }
    expect((await events('access.refused')).length).toBeGreaterThan(0);
  });

  it('reach nobody of another agency: they answer as somebody who is not there', async () => {
    const elsewhere = await addAgency(platform.app, '别处');
    const stranger = await known(['VOLUNTEER'], freshPhone(), elsewhere);
    expect(await inviteKnown(director, stranger)).toEqual({ __typename: 'NotFound' });
    expect(await inviteKnown(director, '0198a000-0000-7000-8000-000000000001')).toEqual({ __typename: 'NotFound' });
    expect(await invite(director, { personId: 'nonsense' })).toEqual({ __typename: 'NotFound' });
  });

  it('open no more than the inviter may give: a social worker invites volunteers, nobody else', async () => {
    const boss = await known(['SUPERVISOR'], freshPhone());
    const both = await known(['VOLUNTEER', 'SOCIAL_WORKER'], freshPhone());
    expect(await inviteKnown(worker, boss)).toEqual({ __typename: 'RoleNotYours', role: 'SUPERVISOR' });
    expect(await inviteKnown(worker, both)).toEqual({ __typename: 'RoleNotYours', role: 'SOCIAL_WORKER' });
    const volunteer = await known(['VOLUNTEER'], freshPhone());
    const added = await inviteKnown(worker, volunteer, { roles: [{ role: 'DIRECTOR' }] });
    expect(added).toEqual({ __typename: 'RoleNotYours', role: 'DIRECTOR' });
    expect(await inviteKnown(supervisor, boss)).toEqual({ __typename: 'RoleNotYours', role: 'SUPERVISOR' });
    expect((await inviteKnown(supervisor, both)).state).toBe('INVITED');
  });

  it('name every field that is missing for somebody new', async () => {
    expect((await invite(director, { name: ' ', identifier: 'nobody' })).fields).toEqual([
      { field: 'name', code: 'REQUIRED' },
      { field: 'roles', code: 'REQUIRED' },
      { field: 'identifier', code: 'NOT_PHONE_OR_EMAIL' },
    ]);
    const silent = await known(['VOLUNTEER']);
    expect((await inviteKnown(director, silent)).fields).toEqual([{ field: 'identifier', code: 'REQUIRED' }]);
  });

  it('are not sent to whoever has an account, nor to a number by which a colleague signs in', async () => {
    const held = await addPerson(platform.app, agencyId, {
      name: '有账号的人',
      roles: ['VOLUNTEER'],
      identifier: 'has@example.org',
    });
    expect(await inviteKnown(worker, held, { identifier: 'new@example.org' })).toEqual({
      __typename: 'AlreadyHasAccount',
    });
    const volunteer = await known(['VOLUNTEER'], freshPhone());
    expect(await inviteKnown(worker, volunteer, { identifier: 'WORKER@example.org' })).toEqual({
      __typename: 'IdentifierTaken',
    });
  });

  it('bring an imported volunteer from the SMS to the first page; the texts agreed to are written down', async () => {
    const phone = freshPhone();
    const personId = await known(['VOLUNTEER'], phone);
    const made = await inviteKnown(worker, personId);
    expect(made).toMatchObject({ state: 'INVITED', expiresAt: '2026-11-29T02:00:00.000Z' });
    const token = await newestLink(platform, '/join/');
    expect(made.path).toBe(`/join/${token}`);
    expect(await look(token)).toEqual({
      agencyName: '同路',
      identifierHint: `138****${phone.slice(-4)}`,
      hasAccount: false,
      roles: ['VOLUNTEER'],
      locale: 'ZH_CN',
    });

    const client = platform.client();
    const short = await accept(client, token, { password: 'short', privacyVersion: 'older' });
    expect(short.fields).toEqual([{ field: 'privacy', code: 'TEXT_CHANGED' }]);
    expect((await accept(client, token, { password: 'short' })).fields).toEqual([
      { field: 'password', code: 'PASSWORD_TOO_SHORT' },
    ]);
    expect(await accept(client, token, { locale: 'EN' })).toEqual({
      __typename: 'Viewer',
      name: '受邀人',
      roles: ['VOLUNTEER'],
      face: 'VOLUNTEER',
      locale: 'EN',
    });
    // Signed in, by phone as well; the link is used up.
    expect((await client.data<{ viewer: { name: string } }>('{ viewer { name } }')).viewer.name).toBe('受邀人');
    await signedIn(phone, OWN);
    expect(await look(token)).toBeNull();
    expect(await accept(platform.client(), token)).toEqual({ __typename: 'InvitationEnded' });

    const agreed = await platform.app.get(Database).repository(TermsAcceptance).findBy({ personId });
    expect(agreed.map(({ document, version, locale }) => [document, version, locale]).sort()).toEqual([
      ['PRIVACY', LEGAL_VERSIONS.privacy, 'en'],
      ['TERMS', LEGAL_VERSIONS.terms, 'en'],
    ]);
    expect(await inviteKnown(worker, personId)).toEqual({ __typename: 'AlreadyHasAccount' });
    const rows = JSON.stringify(await platform.app.get(Database).repository(Invitation).find());
    for (const secret of [token, phone]) expect(rows).not.toContain(secret);
    expect(await events('invitation.accepted')).toHaveLength(1);
    expect(JSON.stringify(await events('person.invited'))).not.toContain(phone.slice(3));
  });

  it('answer alike for a link that ran out, was taken back, replaced, used, or never was', async () => {
    const replaced = await known(['VOLUNTEER'], freshPhone());
    await inviteKnown(worker, replaced);
    const first = await newestLink(platform, '/join/');
    const again = await inviteKnown(worker, replaced);
    const second = await newestLink(platform, '/join/');
    expect(second).not.toBe(first);

    // A social worker takes back what a colleague sent to a volunteer; a stranger cannot even tell that it is there.
    const elsewhere = await addAgency(platform.app, '再一处');
    await addPerson(platform.app, elsewhere, { name: '别人', roles: ['DIRECTOR'], identifier: 'other@example.org' });
    const stranger = await signedIn('other@example.org');
    const revoke = (client: TestClient) =>
      client.data<{ revokeInvitation: Outcome }>(REVOKE, { i: { invitationId: again.invitationId } });
    expect((await revoke(stranger)).revokeInvitation).toEqual({ __typename: 'NotFound' });
    expect((await revoke(worker)).revokeInvitation).toEqual({ __typename: 'AccountStanding', state: 'NOT_INVITED' });
    expect((await revoke(worker)).revokeInvitation).toEqual({ __typename: 'NotFound' });

    const late = await known(['VOLUNTEER'], freshPhone());
    await inviteKnown(worker, late);
    const expired = await newestLink(platform, '/join/');
    platform.clock.advance(7 * DAY);
    const answers = await Promise.all(
      [first, second, expired, 'never-was'].map(async (token) =>
        JSON.stringify([await look(token), await accept(platform.client(), token)]),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['[null,{"__typename":"InvitationEnded"}]']));
    // All sessions ended with the week; invited anew, the link opens again.
    worker = await signedIn('worker@example.org');
    director = await signedIn('director@example.org');
    expect((await inviteKnown(worker, late)).state).toBe('INVITED');
    expect(await look(await newestLink(platform, '/join/'))).not.toBeNull();
  });

  it('let exactly one of five through who open the same link at once', async () => {
    const personId = await known(['VOLUNTEER'], freshPhone());
    await inviteKnown(worker, personId);
    const token = await newestLink(platform, '/join/');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => accept(platform.client(), token)));
    expect(outcomes.filter(({ __typename }) => __typename === 'Viewer')).toHaveLength(1);
    expect(await platform.app.get(Database).repository(TermsAcceptance).countBy({ personId })).toBe(2);
  });

  it('give somebody new their dated roles on accepting, not before; by mail in the language chosen', async () => {
    const input = {
      name: '新同事',
      identifier: 'New@Example.org',
      locale: 'EN',
      roles: [{ role: 'SOCIAL_WORKER', startsOn: '2026-11-29', endsOn: '2027-11-28' }],
    };
    const made = await invite(director, input);
    expect(made.state).toBe('INVITED');
    expect(await inboxOf(platform)).toContain('同路 invites you to join');
    const people = platform.app.get(PeopleRepository);
    const rows = await platform.app
      .get(Database)
      .repository(Invitation)
      .find({ order: { id: 'DESC' }, take: 1 });
    const personId = rows[0]?.personId ?? '';
    expect(await people.rolesFrom(agencyId, personId, '2026-01-01' as never)).toEqual([]);
    const client = platform.client();
    expect((await accept(client, await newestLink(platform, '/join/'))).__typename).toBe('Viewer');
    expect(
      (await client.data<{ volunteers: object }>('{ volunteers(first: 1) { totalCount } }')).volunteers,
    ).toBeDefined();
    const [role] = await people.rolesFrom(agencyId, personId, '2026-01-01' as never);
    expect(role).toMatchObject({ role: 'SOCIAL_WORKER', startsOn: '2026-11-29', endsOn: '2027-11-28' });
  });

  it('sent again, go to the same place with the same roles; what was taken back is not offered anew', async () => {
    const roles = [{ role: 'ARCHIVIST', startsOn: '2026-12-01' }];
    const { personId } = await invite(director, { name: '再请的同事', identifier: 'again@example.org', roles });
    const again = await invite(director, { personId });
    expect(again.state).toBe('INVITED');
    expect(await look(await newestLink(platform, '/join/'))).toMatchObject({
      identifierHint: 'a***@example.org',
      roles: ['ARCHIVIST'],
    });
    await director.data(REVOKE, { i: { invitationId: again.invitationId } });
    expect((await invite(director, { personId })).fields).toEqual([{ field: 'identifier', code: 'REQUIRED' }]);
    await invite(director, { personId, identifier: 'again@example.org' });
    expect(await look(await newestLink(platform, '/join/'))).toMatchObject({ roles: [] });
  });

  it('never make a second person of a phone number that is known', async () => {
    const phone = freshPhone();
    await known(['VOLUNTEER'], phone);
    const input = { name: '同一个号码', identifier: phone, roles: [{ role: 'ARCHIVIST' }] };
    expect(await invite(director, input)).toEqual({ __typename: 'IdentifierTaken' });
  });

  it('make the account today where the role begins later, and say from when it opens', async () => {
    const roles = [{ role: 'SOCIAL_WORKER', startsOn: '2026-12-05' }];
    await invite(director, { name: '下周来的同事', identifier: 'later@example.org', roles });
    const client = platform.client();
    const outcome = await accept(client, await newestLink(platform, '/join/'));
    expect(outcome).toEqual({ __typename: 'AccountOpensLater', opensOn: '2026-12-05' });
    expect(await client.signIn('later@example.org', OWN)).toBe('SignInFailed');
  });

  it('ask for the password of an account that stands elsewhere, and then open the agency that invited', async () => {
    const elsewhere = await addAgency(platform.app, '第三处');
    await addPerson(platform.app, elsewhere, { name: '两边帮忙', roles: ['DONOR'], identifier: 'both@example.org' });
    const volunteer = await known(['VOLUNTEER']);
    expect((await inviteKnown(worker, volunteer, { identifier: 'both@example.org' })).state).toBe('INVITED');
    const token = await newestLink(platform, '/join/');
    expect(await look(token)).toMatchObject({ hasAccount: true });
    const client = platform.client();
    expect(await accept(client, token)).toEqual({ __typename: 'SignInFailed' });
    const outcome = await accept(client, token, { password: TEST_PASSWORD });
    expect(outcome).toMatchObject({ __typename: 'Viewer', name: '受邀人', roles: ['VOLUNTEER'] });
    const { viewer } = await client.data<{ viewer: { agency: { name: string } } }>('{ viewer { agency { name } } }');
    expect(viewer.agency.name).toBe('同路');
  });

  it('give a role from the day of accepting, where the letter was long under way', async () => {
    await invite(director, { name: '晚来', identifier: 'late@example.org', roles: [{ role: 'ARCHIVIST' }] });
    const [row] = await platform.app
      .get(Database)
      .repository(Invitation)
      .find({ order: { id: 'DESC' }, take: 1 });
    platform.clock.advance(2 * DAY);
    expect((await accept(platform.client(), await newestLink(platform, '/join/'))).__typename).toBe('Viewer');
    const people = platform.app.get(PeopleRepository);
    const [role] = await people.rolesFrom(agencyId, row?.personId ?? '', '2026-01-01' as never);
    expect(role).toMatchObject({ role: 'ARCHIVIST', startsOn: '2026-12-01' });
  });
});
