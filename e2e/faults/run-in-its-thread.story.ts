// A matching run as the built server performs it: in a thread of its own, with requests answered beside it, ended with it.
import { createTestDatabase, type TestDatabase } from '../../server/src/platform/testing/test-database.js';
import { TestClient } from '../../server/src/testing/test-app.js';
import { startBuiltServer, temporaryHome, type BuiltServer, type Home } from './built-server.js';

const LONG = 300_000;
const A_WAIT = 60;
const MOST_WAITS = 3;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename
  ... on MatchRun { id state certificateChecked optimal proposals(first: 1) { totalCount } } ... on UserError { code } } }`;
const STATE = 'query ($id: ID!) { matchRun(id: $id) { state proposals(first: 1) { totalCount } } }';
const LIST = '{ children(first: 20) { totalCount edges { node { id name } } } }';

interface Run {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly proposals: { readonly totalCount: number };
}

let home: Home;
let database: TestDatabase;
let server: BuiltServer;
let worker: TestClient;
beforeAll(async () => {
  home = temporaryHome();
  database = await createTestDatabase();
  await start();
}, LONG);
afterAll(async () => {
  server.signal('SIGTERM');
  await server.ended();
  await database.drop();
  home.remove();
});

async function start(): Promise<void> {
  server = await startBuiltServer(home, { DEMO: 'true', DATABASE_URL: database.url, LOG_LEVEL: 'info' });
  worker = new TestClient(server.address);
  expect(await worker.signIn('worker@demo.tongxing.example', 'tongxing-demo')).toBe('Viewer');
}
const begin = async (requestId: string, waitSeconds: number) =>
  (await worker.data<{ outcome: Run }>(RUN, { i: { requestId, waitSeconds } })).outcome;
/** Asked for once more it is the same run: on a machine that is busy elsewhere the wait for it is over before the run is. */
async function whole(requestId: string): Promise<Run> {
  let run = await begin(requestId, A_WAIT);
  for (let waits = 1; run.state === 'RUNNING' && waits < MOST_WAITS; waits += 1) run = await begin(requestId, A_WAIT);
  return run;
}

it(
  'is done, proven and on the board, while reads and their audit rows go on beside it',
  async () => {
    let over = false;
    const reading = (async () => {
      let answers = 0;
      for (; !over; answers += 1) await worker.data(LIST);
      return answers;
    })();
    const run = await whole('in-a-thread').finally(() => (over = true));
    expect(run).toMatchObject({ __typename: 'MatchRun', state: 'DONE', certificateChecked: true, optimal: true });
    expect(run.proposals.totalCount).toBeGreaterThan(0);
    expect(await reading).toBeGreaterThan(1);
    expect(server.output()).toContain('match.process_started');
    expect((await begin('in-a-thread', A_WAIT)).id).toBe(run.id);
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    expect(metrics).toContain('tongxing_match_engine_seconds_count{work="run",outcome="done"} 1');
    expect(Number(/tongxing_match_engine_cpu_seconds_total ([\d.]+)/.exec(metrics)?.[1])).toBeGreaterThan(0);
  },
  LONG,
);

it(
  'ends with the process that is asked to stop, whole or not at all, and the next start runs again',
  async () => {
    const begun = await begin('stopped', 0);
    server.signal('SIGTERM');
    expect(await server.ended()).toBe(0);
    expect(server.output()).not.toMatch(/"level":(?:50|60|"error"|"fatal")/);
    await start();
    const { matchRun } = await worker.data<{ matchRun: Run }>(STATE, { id: begun.id });
    expect(['DONE', 'FAILED']).toContain(matchRun.state);
    if (matchRun.state === 'FAILED') expect(matchRun.proposals.totalCount).toBe(0);
    expect(await whole('after-the-stop')).toMatchObject({ state: 'DONE' });
  },
  LONG,
);
