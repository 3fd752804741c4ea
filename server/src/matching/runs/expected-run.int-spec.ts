// The matching process is there before a run is wanted: opened by whoever may start one, and by nobody else.
import { useBuiltEngine } from '../../testing/built-engine.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { addPerson, TEST_PASSWORD } from '../../testing/staff.js';

const RUNS = '{ matchRuns(first: 5) { totalCount } }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun { state } } }`;

let platform: TestApp;
let agency: MatchedAgency;
let isOpen: () => boolean;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'expected');
  isOpen = useBuiltEngine(platform);
}, 120_000);
afterAll(() => platform.stop());

const codeOf = async (client: TestClient) => (await client.graphql(RUNS)).errors?.[0]?.extensions?.['code'];

it('is not opened by somebody who is not signed in, may not read runs, or may read and start none', async () => {
  const [identifier, volunteer] = ['volunteer-expected@example.org', platform.client()];
  await addPerson(platform.app, agency.agencyId, { name: 'V', roles: ['VOLUNTEER'], identifier });
  await volunteer.signIn(identifier, TEST_PASSWORD);
  expect(await codeOf(platform.client())).toBe('UNAUTHENTICATED');
  expect(await codeOf(volunteer)).toBe('FORBIDDEN');
  expect(await codeOf(agency.director)).toBeUndefined();
  expect(isOpen()).toBe(false);
});

it('is open once a worker looks at the page, however often, and performs the run that comes', async () => {
  await agency.worker.data(RUNS);
  await agency.worker.data(RUNS);
  expect(isOpen()).toBe(true);
  const i = { requestId: 'expected-1', waitSeconds: 20 };
  expect(await agency.worker.data(RUN, { i })).toEqual({ outcome: { __typename: 'MatchRun', state: 'DONE' } });
}, 60_000);

it('performs a run beside requests that never pause', async () => {
  const LIST = '{ children(first: 50) { totalCount edges { node { id name languages needs } } } }';
  let isOver = false;
  let answered = 0;
  const ask = async () => {
    while (!isOver) {
      await agency.director.data(LIST);
      answered += 1;
    }
  };
  const asking = [ask(), ask(), ask()];
  const i = { requestId: 'expected-2', waitSeconds: 20 };
  try {
    expect(await agency.worker.data(RUN, { i })).toEqual({ outcome: { __typename: 'MatchRun', state: 'DONE' } });
    expect(answered).toBeGreaterThan(3);
  } finally {
    isOver = true;
    await Promise.all(asking);
  }
}, 60_000);
