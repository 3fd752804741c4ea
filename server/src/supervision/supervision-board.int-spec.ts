// Who supervises whom, on the engine under test: moves that race, a caseload that is full, a stand-in, and a leave-taking.
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, PeopleRepository, SupervisionHistory, VolunteersRepository } from '../people/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { addAgency, addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const MOVE = `mutation ($i: MoveSupervisedInput!) { outcome: moveSupervised(input: $i) { __typename
  ... on SupervisorChanged { supervisorName } } }`;
const ADD = `mutation ($i: AddSupervisionDelegateInput!) { outcome: addSupervisionDelegate(input: $i) { __typename
  ... on SupervisionDelegate { id delegateName } ... on InvalidInput { fields { field code } } } }`;
const END = `mutation ($i: EndSupervisionDelegateInput!) { outcome: endSupervisionDelegate(input: $i) { __typename } }`;
const BOARD = `{ supervisionBoard { supervisors { personId volunteers { name } } nobodys { name } } }`;
const MINE = `{ mySupervised { name overdue individualDueOn } }`;
const LEAVE = `mutation ($i: EndRoleInput!) { outcome: endRole(input: $i) { __typename
  ... on StaffRefused { why volunteers } } }`;

interface Supervisor {
  readonly client: TestClient;
  readonly personId: PersonId;
}
interface Outcome {
  readonly __typename: string;
  readonly id?: string;
}
let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
let first: Supervisor;
let second: Supervisor;
let third: Supervisor;
let director: TestClient;
let volunteerIds: readonly string[];

async function join(key: string, role: Role): Promise<Supervisor> {
  const identifier = `${key}@board.example`;
  const personId = await addPerson(platform.app, agencyId, { name: key, roles: [role], identifier });
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return { client, personId };
}
const supervise = (supervisorId: PersonId, count: number) =>
  inAgency(platform.app, agencyId, async () => {
    const made: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const name = `志愿者${String(at)}`;
      const { people, volunteers } = {
        people: platform.app.get(PeopleRepository),
        volunteers: platform.app.get(VolunteersRepository),
      };
      const personId = await people.add({ agencyId, name });
      const nothing = { languages: [], skills: [], freeTimes: [], places: 1 };
      made.push(...(await volunteers.addAll([{ agencyId, personId, supervisorId, ...nothing }])));
    }
    return made;
  });

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'board');
  today = await platform.app.get(Agencies).today(agencyId);
  [first, second, third] = [
    await join('何', 'SUPERVISOR'),
    await join('周', 'SUPERVISOR'),
    await join('吴', 'SUPERVISOR'),
  ];
  director = (await join('主任', 'DIRECTOR')).client;
  volunteerIds = await supervise(first.personId, 25);
});
afterAll(() => platform.stop());

const person = ({ personId }: Supervisor) => toGlobalId('Person', personId);
const outcomeOf = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const move = (client: TestClient, id: string, from: Supervisor, to: Supervisor) =>
  outcomeOf(client, MOVE, {
    volunteerId: toGlobalId('Volunteer', id),
    fromPersonId: person(from),
    toPersonId: person(to),
  });
const mine = async ({ client }: Supervisor) =>
  (await client.data<{ mySupervised: { overdue: string[] }[] }>(MINE)).mySupervised;
const history = (id: string) => platform.app.get(SupervisionHistory).of(agencyId, id);

it('is refused to visitors, and moves nobody to somebody who does not supervise', async () => {
  const { errors } = await platform.client().graphql(BOARD);
  expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  const [id = ''] = volunteerIds;
  const nobody = { client: director, personId: id as PersonId };
  expect((await move(director, id, first, nobody)).__typename).toBe('NotFound');
});

it('two who move the same volunteer at once: one wins, the other is told who it was', async () => {
  const [id = ''] = volunteerIds;
  const outcomes = await Promise.all([move(first.client, id, first, second), move(director, id, first, third)]);
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['SupervisionBoard', 'SupervisorChanged']);
  const spans = await history(id);
  expect(spans).toHaveLength(2);
  expect(spans[0]).toMatchObject({ supervisorId: first.personId });
  expect(spans[1]).toMatchObject({ endedAt: undefined });
});

it('a stand-in sees whom the other supervises for as long as they stand in, and nobody stands in twice', async () => {
  const input = {
    ...{ supervisorPersonId: person(first), delegatePersonId: person(third), requestId: 'delegate-1' },
    ...{ startsOn: today, endsOn: addDays(today, 7) },
  };
  expect((await outcomeOf(second.client, ADD, input)).__typename).toBe('NotFound');
  const before = (await mine(third)).length;
  const added = await outcomeOf(first.client, ADD, input);
  expect(added).toMatchObject({ __typename: 'SupervisionDelegate', delegateName: '吴' });
  expect(await outcomeOf(first.client, ADD, input)).toEqual(added);
  expect(await mine(third)).toHaveLength(before + 24);
  const again = { ...input, delegatePersonId: person(second), requestId: 'delegate-2' };
  expect(await outcomeOf(director, ADD, again)).toMatchObject({ fields: [{ field: 'startsOn', code: 'OVERLAPS' }] });
  expect((await outcomeOf(second.client, END, { delegateId: added.id })).__typename).toBe('NotFound');
  expect((await outcomeOf(first.client, END, { delegateId: added.id })).__typename).toBe('SupervisionDelegate');
  expect(await mine(third)).toHaveLength(before);
});

it('a supervisor does not leave before all of theirs are somebody else’s, in one step', async () => {
  const { staffList } = await director.data<{
    staffList: { members: { personId: string; posts: { id: string; role: string }[] }[] };
  }>('{ staffList { members { personId posts { id role } } } }');
  const post = staffList.members.find(({ personId }) => fromGlobalId('Person', personId) === first.personId)?.posts[0];
  const end = { postId: post?.id, endsOn: addDays(today, -1), reason: 'LEFT' };
  const refused = await outcomeOf(director, LEAVE, end);
  expect(refused).toMatchObject({ why: 'HANDOVER_NEEDED', volunteers: 24 });
  const left = await outcomeOf(director, LEAVE, { ...end, handToId: person(second) });
  expect(left.__typename).toBe('StaffMember');
  for (const id of volunteerIds.slice(1)) {
    expect((await history(id)).map(({ supervisorId }) => supervisorId)).toEqual([first.personId, second.personId]);
  }
});
