// A board is asked from its stored run: another process, which has never solved it, gives the very same answers, whatever has
// become of the rosters since.
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfig } from '../../platform/config/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { TEST_PASSWORD } from '../../testing/staff.js';
import { createApp, startTestApp, TestClient, type TestApp } from '../../testing/test-app.js';

const LONG = 240_000;
const PAIRS = 'edges { node { id version volunteer { id } child { id } } }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { ... on MatchRun { id
  proposals(first: 200) { ${PAIRS} } } } }`;
const MOVES = 'loss moves { child { id } before { id } after { id } score }';
const ALTERNATIVES = `query ($id: ID!) { matchProposal(id: $id) { alternatives(first: 1) { volunteer { id } } } }`;
/** All that a board answers beyond its rows. */
const LOOK = `query ($id: ID!, $v: ID!, $run: ID!) { matchProposal(id: $id) { ifDeclined { ${MOVES} }
    ifSwapped(volunteerId: $v) { __typename ... on WhatIf { ${MOVES} } }
    alternatives(first: 5) { loss score volunteer { id } } ruledOut(first: 5) { volunteer { id } reasons { code } } }
  matchRun(id: $run) { unmatchedTotal unmatched(first: 5) { child { id } reasons { code volunteers } }
    extraPlaces(places: 3) { places wouldPlace } } }`;
const ACCEPT = 'mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename } }';
const DECLINE = 'mutation ($i: DeclineProposalInput!) { outcome: declineProposal(input: $i) { __typename } }';
const HOLD = 'mutation ($i: HoldProposalInput!) { outcome: holdProposal(input: $i) { __typename } }';

interface Pair {
  readonly id: string;
  readonly version: number;
}

let platform: TestApp;
let second: NestExpressApplication;
let agency: MatchedAgency;
let other: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'restarted');
}, LONG);
afterAll(async () => {
  await second?.close();
  await platform.stop();
});

const act = async (mutation: string, i: object) =>
  (await agency.worker.data<{ outcome: { __typename: string } }>(mutation, { i })).outcome.__typename;

/** Another process on the same database; signed in as the same worker. */
async function restart(): Promise<TestClient> {
  second = await createApp(readConfig(platform.environment), platform.clock);
  await second.listen(0, '127.0.0.1');
  const { port } = second.getHttpServer().address() as { port: number };
  const client = new TestClient(`http://127.0.0.1:${port}`);
  expect(await client.signIn('worker@restarted.example', TEST_PASSWORD)).toBe('Viewer');
  return client;
}

it(
  'answers what-if, alternatives, reasons and scarcity as before, from the stored run and the decisions since',
  async () => {
    const { outcome } = await agency.worker.data<{ outcome: { id: string; proposals: { edges: { node: Pair }[] } } }>(
      RUN,
      { i: { requestId: 'stored' } },
    );
    const [taken, gone, held, asked] = outcome.proposals.edges.map(({ node }) => node) as [Pair, Pair, Pair, Pair];
    expect(await act(ACCEPT, { proposalId: taken.id, version: taken.version })).toBe('MatchProposal');
    const why = { reason: '周末要回老家' };
    expect(await act(DECLINE, { proposalId: gone.id, version: gone.version, ...why })).toBe('MatchProposal');
    expect(await act(HOLD, { proposalId: held.id, version: held.version, held: true })).toBe('MatchProposal');
    const { matchProposal } = await agency.worker.data<{
      matchProposal: { alternatives: { volunteer: { id: string } }[] };
    }>(ALTERNATIVES, { id: asked.id });
    const variables = { id: asked.id, v: matchProposal.alternatives[0]?.volunteer.id, run: outcome.id };
    const before = await agency.worker.data<{ matchProposal: { ifSwapped: object } }>(LOOK, variables);
    expect(before.matchProposal.ifSwapped).toMatchObject({ __typename: 'WhatIf' });

    // The rosters go on: nobody has time any more, and the stored run does not care.
    const { app } = platform;
    await app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, async () => {
      await app.get(Database).manager.update('Volunteer', { agencyId: agency.agencyId }, { freeTimes: [], places: 1 });
    });
    other = await restart();
    expect(await other.data(LOOK, variables)).toEqual(before);
  },
  LONG,
);

it('and refuses there as here whoever may not ask', async () => {
  const variables = { id: 'nonsense', v: 'nonsense', run: 'nonsense' };
  const visitor = new TestClient(other.address);
  expect((await visitor.graphql(LOOK, variables)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  expect(await other.data(LOOK, variables)).toEqual({ matchProposal: null, matchRun: null });
});
