// The supervisor sees the load change: own volunteers only, and a notice when one of them rests or changes their times (P20).
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { actAs, PairPath, proposedPairs } from '../../testing/pair-path.js';
import { addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';

const LONG = 180_000;
const OWN = `{ supervisedVolunteers { id name places freeTimes { weekday } companionships { id state } } }`;
const PAUSE = `mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename } }`;
const TIMES = `mutation ($i: ChangeMyFreeTimesInput!) { outcome: changeMyFreeTimes(input: $i) { __typename } }`;

interface Supervised {
  readonly id: string;
  readonly freeTimes: readonly { readonly weekday: number }[];
  readonly companionships: readonly { readonly id: string; readonly state: string }[];
}

let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;
let supervisor: TestClient;

const own = async (client: TestClient) =>
  (await client.data<{ supervisedVolunteers: Supervised[] }>(OWN)).supervisedVolunteers;
const codeOf = async (client: TestClient) => (await client.graphql(OWN)).errors?.[0]?.extensions?.['code'];
const told = async (template: string) => {
  await platform.app.get(JobWorker).drain();
  const { notices } = await supervisor.data<{ notices: { template: string; path: string }[] }>(
    '{ notices { template path } }',
  );
  return notices.filter((notice) => notice.template === template).map(({ path }) => path);
};

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'load');
  const [proposed] = await proposedPairs(agency, 'load');
  if (!proposed) throw new Error('nobody was proposed');
  pair = await PairPath.accept(platform, agency, proposed, '13900007101');
  expect(await pair.walk()).toMatchObject({ state: 'ACTIVE' });
  const { app } = platform;
  const identifier = 'supervises@load.example';
  const personId = await addPerson(app, agency.agencyId, { name: '林督导', roles: ['SUPERVISOR'], identifier });
  const id = fromGlobalId('Volunteer', proposed.volunteer.id) ?? '';
  await app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, () =>
      app.get(Database).manager.update('Volunteer', { id }, { supervisorId: personId }),
    );
  supervisor = platform.client();
  await supervisor.signIn(identifier, TEST_PASSWORD);
}, LONG);
afterAll(() => platform.stop());

it('is refused to visitors and volunteers, and shows nobody the volunteers of somebody else', async () => {
  expect(await codeOf(platform.client())).toBe('UNAUTHENTICATED');
  expect(await codeOf(pair.volunteer)).toBe('FORBIDDEN');
  for (const client of [agency.worker, agency.director]) expect(await own(client)).toEqual([]);
  const others = (await own(agency.supervisor)).map(({ id }) => id);
  expect(others).not.toContain(pair.proposed.volunteer.id);
});

it('shows the supervisor what each carries', async () => {
  expect(await own(supervisor)).toMatchObject([
    { id: pair.proposed.volunteer.id, companionships: [{ id: pair.id, state: 'ACTIVE' }] },
  ]);
});

it('tells the supervisor when the volunteer changes their free times, and shows the new ones', async () => {
  const freeTimes = [{ weekday: 3, startMinute: 1080, endMinute: 1200 }];
  expect(await actAs(pair.volunteer, TIMES, { freeTimes })).toEqual({ __typename: 'MyFreeTimes' });
  expect(await told('volunteerTimesChanged')).toEqual(['/agency/supervised']);
  expect(await own(supervisor)).toMatchObject([{ freeTimes: [{ weekday: 3 }] }]);
});

it('tells the supervisor when the volunteer rests', async () => {
  const { version } = await pair.row();
  const rest = { companionshipId: pair.id, version, reason: '期末考试' };
  expect((await actAs(pair.volunteer, PAUSE, rest)).__typename).toBe('CompanionshipStep');
  expect(await told('volunteerPaused')).toEqual(['/agency/supervised']);
  expect(await own(supervisor)).toMatchObject([{ companionships: [{ state: 'PAUSED' }] }]);
});
