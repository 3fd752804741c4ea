// Colleagues and dated roles, on the engine under test: who may not, the day from which a role holds, nobody left alone.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { Job, JobWorker } from '../../platform/outbox/index.js';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { RoleAssignment } from '../person.entity.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';
import { VolunteersRepository } from '../volunteers/volunteers.repository.js';

const ANSWER = `__typename ... on StaffMember { name account { state } posts { id role startsOn endsOn } }
  ... on StaffRefused { why volunteers companionships } ... on InvalidInput { fields { field code } }`;
const GRANT = `mutation ($i: GrantRoleInput!) { outcome: grantRole(input: $i) { ${ANSWER} } }`;
const END = `mutation ($i: EndRoleInput!) { outcome: endRole(input: $i) { ${ANSWER} } }`;
const LIST = '{ staffList { members { personId name account { state } stopped posts { id role startsOn endsOn } } } }';
const TODAY = '2026-11-22';
const DAY = 86_400_000;

interface Post {
  readonly id: string;
  readonly role: string;
}
interface Member {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly Post[];
}
let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let supervisor: TestClient;
let people: Record<'worker' | 'supervisor' | 'other', string>;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Record<string, unknown> }>(mutation, { i })).outcome;
const members = async () => (await director.data<{ staffList: { members: Member[] } }>(LIST)).staffList.members;
const postOf = async (name: string, role: string) =>
  (await members()).find((member) => member.name === name)?.posts.find((post) => post.role === role)?.id;
const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const signedIn = async (identifier: string): Promise<TestClient> => {
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
};

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@staff.example' });
  const add = async (name: string, role: 'SOCIAL_WORKER' | 'SUPERVISOR', identifier?: string) =>
    toGlobalId('Person', await addPerson(app, agencyId, { name, roles: [role], ...(identifier && { identifier }) }));
  people = {
    worker: await add('林溪', 'SOCIAL_WORKER', 'worker@staff.example'),
    supervisor: await add('陈静', 'SUPERVISOR', 'supervisor@staff.example'),
    other: await add('何远', 'SUPERVISOR'),
  };
  director = await signedIn('director@staff.example');
  supervisor = await signedIn('supervisor@staff.example');
}, 60_000);
afterAll(() => platform.stop());

describe('a role is not given', () => {
  const grant = (personId: string, more: object = {}) =>
    act(director, GRANT, { personId, role: 'ARCHIVIST', startsOn: TODAY, ...more });

  it('by a supervisor, who sees colleagues and changes nothing, nor by a social worker', async () => {
    expect((await supervisor.graphql(LIST)).errors).toBeUndefined();
    const worker = await signedIn('worker@staff.example');
    const variables = { i: { personId: people.worker, role: 'DIRECTOR', startsOn: TODAY } };
    const codes = [await supervisor.graphql(GRANT, variables), await worker.graphql(GRANT, variables)];
    expect(codes.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect((await worker.graphql(LIST)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('to oneself, nor the one of the platform’s operator to anybody; the refusals are remembered', async () => {
    const own = (await members()).find(({ name }) => name === '周岚')?.personId ?? '';
    expect(await grant(own)).toMatchObject({ __typename: 'StaffRefused', why: 'OWN_ROLE' });
    expect(await grant(people.worker, { role: 'PLATFORM_OPERATOR' })).toMatchObject({ why: 'ROLE_NOT_GIVEN_HERE' });
    expect(await rows(AuditEvent).countBy({ agencyId, action: 'role.grantRefused' })).toBe(2);
  });

  it('to people and in offices of another agency, as to nobody', async () => {
    const stranger = await addPerson(platform.app, await addAgency(platform.app, '别处'), {
      name: '别家的人',
      roles: ['SOCIAL_WORKER'],
    });
    expect(await grant(toGlobalId('Person', stranger))).toEqual({ __typename: 'NotFound' });
    expect(await grant(toGlobalId('Person', '01900000-0000-7000-8000-0000000000ff'))).toEqual({
      __typename: 'NotFound',
    });
    const officeId = toGlobalId('Office', '01900000-0000-7000-8000-0000000000ff');
    expect(await grant(people.worker, { officeId })).toEqual({ __typename: 'NotFound' });
    expect(await grant(people.worker, { officeId: 'nonsense' })).toEqual({ __typename: 'NotFound' });
  });

  it('from a day in the past, to a day before its first, or twice for the same days', async () => {
    expect(await grant(people.worker, { startsOn: '2026-11-21' })).toMatchObject({
      fields: [{ field: 'startsOn', code: 'IN_THE_PAST' }],
    });
    expect(await grant(people.worker, { endsOn: '2026-11-21' })).toMatchObject({
      fields: [{ field: 'endsOn', code: 'BEFORE_START' }],
    });
    expect(await grant(people.worker, { role: 'SOCIAL_WORKER', startsOn: '2026-12-01' })).toMatchObject({
      fields: [{ field: 'startsOn', code: 'OVERLAPS' }],
    });
  });
});

it('a role holds from its first day to the end of its last, by the clock alone', async () => {
  const worker = await signedIn('worker@staff.example');
  const roles = async () => (await worker.data<{ viewer: { roles: string[] } }>('{ viewer { roles } }')).viewer.roles;
  const input = { personId: people.worker, role: 'ARCHIVIST', startsOn: '2026-11-23', endsOn: '2026-11-24' };
  expect(await act(director, GRANT, input)).toMatchObject({
    __typename: 'StaffMember',
    account: { state: 'HAS_ACCOUNT' },
  });
  const seen = [await roles()];
  for (let day = 0; day < 3; day += 1) {
    platform.clock.advance(DAY);
    seen.push(await roles());
  }
  platform.clock.advance(-3 * DAY);
  expect(seen.map((held) => held.includes('ARCHIVIST'))).toEqual([false, true, true, false]);
  expect(await rows(AuditEvent).countBy({ agencyId, action: 'role.granted' })).toBe(1);
});

describe('ending a role', () => {
  const end = (postId: string | undefined, more: object = {}) =>
    act(director, END, { postId, endsOn: TODAY, reason: 'LEFT', ...more });

  it('is refused to the last director', async () => {
    expect(await end(await postOf('周岚', 'DIRECTOR'))).toMatchObject({ why: 'LAST_DIRECTOR' });
  });

  it('asks first where a supervisor’s volunteers go, and hands them over once the last day is past', async () => {
    const volunteer = await supervised();
    const post = await postOf('陈静', 'SUPERVISOR');
    expect(await end(post)).toMatchObject({ why: 'HANDOVER_NEEDED', volunteers: 1, companionships: 0 });
    // A social worker supervises nobody.
    expect(await end(post, { handToId: people.worker })).toEqual({ __typename: 'NotFound' });
    expect(await end(post, { handToId: people.supervisor })).toEqual({ __typename: 'NotFound' });
    expect(await rows(RoleAssignment).countBy({ agencyId, role: 'SUPERVISOR', endsOn: TODAY })).toBe(0);
    expect(await end(post, { handToId: people.other })).toMatchObject({ __typename: 'StaffMember', name: '陈静' });
    const supervisorNow = async () => {
      await platform.app.get(JobWorker).drain();
      const { supervisorId } = await rows(Volunteer).findOneByOrFail({ personId: volunteer });
      return toGlobalId('Person', supervisorId ?? '');
    };
    // On her last day they are still hers.
    expect(await supervisorNow()).toBe(people.supervisor);
    platform.clock.advance(DAY);
    expect(await supervisorNow()).toBe(people.other);
    expect((await supervisor.data<{ viewer: unknown }>('{ viewer { name } }')).viewer).toBeNull();
    platform.clock.advance(-DAY);
  });

  it('hands nobody to somebody who has lost the role meanwhile, and leaves it to the page of what was not done', async () => {
    const leaving = await addPerson(platform.app, agencyId, { name: '孟溪', roles: ['SUPERVISOR'] });
    const volunteer = await supervised(leaving);
    const taker = { agencyId, personId: fromGlobalId('Person', people.other) ?? '', role: 'SUPERVISOR' };
    expect(await end(await postOf('孟溪', 'SUPERVISOR'), { handToId: people.other })).toMatchObject({ name: '孟溪' });
    const lose = (endsOn: string | null) =>
      platform.app
        .get(UnitOfWork)
        .run({ kind: 'system', agencyId, name: 'test' }, () => rows(RoleAssignment).update(taker, { endsOn }));
    await lose(TODAY);
    platform.clock.advance(DAY);
    await platform.app.get(JobWorker).drain();
    expect(await rows(Volunteer).findOneByOrFail({ personId: volunteer })).toMatchObject({ supervisorId: leaving });
    expect(await rows(Job).findBy({ kind: 'staff.hand-over', state: 'DEAD' })).toMatchObject([
      { lastError: 'HAND_OVER_REFUSED' },
    ]);
    platform.clock.advance(-DAY);
    await lose(null);
  });

  it('leaves the row as it was, with its last day', async () => {
    const ended = await rows(RoleAssignment).findBy({ agencyId, role: 'SUPERVISOR' });
    expect(new Set(ended.map(({ startsOn }) => startsOn))).toEqual(new Set([TODAY]));
    expect(ended.filter(({ endsOn }) => endsOn === TODAY)).toHaveLength(2);
    const [event] = await rows(AuditEvent).findBy({ agencyId, action: 'role.ended' });
    expect(JSON.parse(event?.facts ?? '{}')).toMatchObject({ role: 'SUPERVISOR', reason: 'LEFT', volunteers: 1 });
  });
});

async function supervised(by?: PersonId): Promise<PersonId> {
  const personId = await addPerson(platform.app, agencyId, { name: '许诺', roles: ['VOLUNTEER'] });
  const posts = rows(RoleAssignment);
  const [post] = await posts.find({ where: { agencyId, role: 'SUPERVISOR' }, order: { id: 'ASC' } });
  const supervisorId = by ?? ((post?.personId ?? '') as PersonId);
  const volunteer = { agencyId, personId, supervisorId, languages: [], skills: [], freeTimes: [], places: 1 };
  await platform.app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId, name: 'test' }, () => platform.app.get(VolunteersRepository).addAll([volunteer]));
  return personId;
}
