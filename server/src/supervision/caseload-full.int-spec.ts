// A supervisor takes no more than there is room for, whoever gives, and however many give at once (S4), on the engine under test.
import type { PersonId } from '@tongxing/shared/kernel';
import { SupervisionHistory, SupervisorPlaces } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { actAs, PairPath, proposedPairs, type PathOutcome } from '../testing/pair-path.js';
import { addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const LONG = 240_000;
const MOVE = `mutation ($i: MoveSupervisedInput!) { outcome: moveSupervised(input: $i) { __typename
  ... on CaseloadFull { places held more } } }`;
const SETTING = 'mutation ($i: ChangeSettingInput!) { outcome: changeSetting(input: $i) { __typename } }';
const LOADS = '{ supervisionBoard { supervisors { personId places held } } }';

let platform: TestApp;
let agency: MatchedAgency;
let first: PairPath;
let second: PairPath;
let small: PersonId;
let other: TestClient;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'caseload');
  const [a, b] = await proposedPairs(agency, 'caseload');
  if (!a || !b) throw new Error('fewer than two were proposed');
  first = await PairPath.accept(platform, agency, a, '13900007201');
  second = await PairPath.accept(platform, agency, b, '13900007202');
  const { app } = platform;
  small = await addPerson(app, agency.agencyId, { name: '小督导', roles: ['SUPERVISOR'] });
  const identifier = 'second-director@caseload.example';
  await addPerson(app, agency.agencyId, { name: '副主任', roles: ['DIRECTOR'], identifier });
  other = platform.client();
  await other.signIn(identifier, TEST_PASSWORD);
  const set = await actAs(agency.director, SETTING, { key: 'supervisorPlaces', value: '1', version: 0 });
  expect(set.__typename).toBe('AgencySetting');
}, LONG);
afterAll(() => platform.stop());

const idOf = (pair: PairPath) => fromGlobalId('Volunteer', pair.proposed.volunteer.id) ?? '';
const supervisorOf = async (pair: PairPath) => {
  const rows = await platform.app
    .get(Database)
    .read<{ supervisorId: PersonId | null }>('SELECT supervisorId FROM volunteer WHERE id = ?', [idOf(pair)]);
  return rows[0]?.supervisorId ?? null;
};
const move = async (client: TestClient, pair: PairPath): Promise<PathOutcome> => {
  const from = await supervisorOf(pair);
  return actAs(client, MOVE, {
    volunteerId: pair.proposed.volunteer.id,
    fromPersonId: from && toGlobalId('Person', from),
    toPersonId: toGlobalId('Person', small),
  });
};
const backTo = (pair: PairPath, supervisorId: PersonId | null) =>
  inAgency(platform.app, agency.agencyId, () =>
    platform.app.get(SupervisionHistory).put(agency.agencyId, [idOf(pair)], supervisorId),
  );

it('of two who bring the last one at once, one does; the other is told how many there are', async () => {
  const before = [await supervisorOf(first), await supervisorOf(second)] as const;
  const outcomes = await Promise.all([move(agency.director, first), move(other, second)]);
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['CaseloadFull', 'SupervisionBoard']);
  expect(outcomes.find(({ __typename }) => __typename === 'CaseloadFull')).toEqual({
    ...{ __typename: 'CaseloadFull', places: 1, held: 1, more: 1 },
  });
  const now = [await supervisorOf(first), await supervisorOf(second)];
  expect(now.filter((id) => id === small)).toHaveLength(1);
  await backTo(first, before[0]);
  await backTo(second, before[1]);
});

it('the refused one stays where they were, and nothing of it is in their dated rows', async () => {
  await move(agency.director, first);
  const history = await platform.app.get(SupervisionHistory).of(agency.agencyId, idOf(second));
  const refused = await move(agency.director, second);
  expect(refused.__typename).toBe('CaseloadFull');
  expect(await platform.app.get(SupervisionHistory).of(agency.agencyId, idOf(second))).toEqual(history);
});

it('is a place again once the supervisor’s own number says so', async () => {
  const places = await platform.app.get(SupervisorPlaces).of(agency.agencyId, [small]);
  expect(places(small)).toMatchObject({ places: 1, own: false });
  await agency.director.data(
    `mutation ($i: ChangeSupervisorPlacesInput!) { outcome: changeSupervisorPlaces(input: $i) { __typename } }`,
    { i: { personId: toGlobalId('Person', small), places: 2, version: 0 } },
  );
  expect((await move(agency.director, second)).__typename).toBe('SupervisionBoard');
  const { supervisionBoard } = await agency.director.data<{
    supervisionBoard: { supervisors: { personId: string; places: number; held: number }[] };
  }>(LOADS);
  const load = supervisionBoard.supervisors.find(({ personId }) => personId === toGlobalId('Person', small));
  expect(load).toMatchObject({ places: 2, held: 2 });
});

it('somebody who holds no child is taken at any load', async () => {
  const rows = await platform.app.get(Database).read<{ id: string; supervisorId: string }>(
    `SELECT v.id, v.supervisorId FROM volunteer v LEFT JOIN companionship c ON c.volunteerId = v.id
     WHERE v.agencyId = ? AND v.supervisorId IS NOT NULL AND c.id IS NULL LIMIT 1`,
    [agency.agencyId],
  );
  const [idle] = rows;
  const outcome = await actAs(agency.director, MOVE, {
    volunteerId: toGlobalId('Volunteer', idle?.id ?? ''),
    fromPersonId: toGlobalId('Person', idle?.supervisorId ?? ''),
    toPersonId: toGlobalId('Person', small),
  });
  expect(outcome.__typename).toBe('SupervisionBoard');
});
