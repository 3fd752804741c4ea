// The main job on the large sample rosters, by GraphQL: ready as counted, one optimal run, and every decision on it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Role } from '@tongxing/shared/permissions';
import type { Area } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { importBigRosters, type BigRosters } from '../testing/big-rosters.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { MatchRuns } from './index.js';
import { MatchRun } from './runs/match-run.entity.js';

const LONG = 300_000;
/** Lists that are opened behind their numbers; readiness.int-spec.ts opens all of a small agency. */
const OPENED = 2;
const PAIR = 'id state version held score child { id } volunteer { id eligibility { ready } }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun { id state objective
  bound certificateChecked volunteersConsidered childrenConsidered unmatchedTotal extraPlaces(places: 3) { wouldPlace }
  proposals(first: 200) { totalCount edges { node { ${PAIR} } } } } } }`;
const READY = `{ volunteerReadiness { total ready renewalDue notReady stopped
  reasons { requirement outcome volunteers } } }`;
const LIST = 'query ($f: VolunteerFilter) { volunteers(filter: $f, first: 1) { totalCount } }';
const LOOK = 'query ($id: ID!) { matchProposal(id: $id) { alternatives(first: 1) { loss volunteer { id } } } }';
const WAITING = `query ($id: ID!) { volunteer(id: $id) { suggestedChildren(first: 5) { suggestions { loss child { id } } } } }`;
const step = (name: string, input: string) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on MatchProposal { ${PAIR} } } }`;
const ACCEPT = step('acceptProposal', 'AcceptProposalInput');
const DECLINE = step('declineProposal', 'DeclineProposalInput');
const SWAP = step('swapProposal', 'SwapProposalInput');

interface Pair {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly held: boolean;
  readonly score: number;
  readonly child: { readonly id: string };
  readonly volunteer: { readonly id: string; readonly eligibility: { readonly ready: boolean } };
}
interface Run {
  readonly id: string;
  readonly objective: string;
  readonly bound: string;
  readonly proposals: { readonly totalCount: number; readonly edges: readonly { readonly node: Pair }[] };
  readonly [field: string]: unknown;
}

let platform: TestApp;
let worker: TestClient;
let expected: BigRosters;
beforeAll(async () => {
  platform = await startTestApp();
  const areas = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../../infra/samples/areas.json'), 'utf8'),
  ) as Area[];
  const agencyId = await addAgency(platform.app, 'large', areas);
  const add = async (name: string, role: Role, identifier?: string) =>
    addPerson(platform.app, agencyId, { name, roles: [role], ...(identifier === undefined ? {} : { identifier }) });
  await add('林溪', 'SOCIAL_WORKER', 'worker@large.example');
  await add('陈静', 'SUPERVISOR', 'supervisor@large.example');
  for (const name of ['周敏', '何远']) await add(name, 'SUPERVISOR');
  expected = await importBigRosters(platform, 'worker@large.example', 'supervisor@large.example');
  worker = platform.client();
  await worker.signIn('worker@large.example', TEST_PASSWORD);
}, LONG);
afterAll(() => platform.stop());

const run = async (requestId: string) => (await worker.data<{ outcome: Run }>(RUN, { i: { requestId } })).outcome;
const act = async (mutation: string, i: object) => (await worker.data<{ outcome: Pair }>(mutation, { i })).outcome;
const pairsOf = ({ proposals }: Run) => proposals.edges.map(({ node }) => node);
const same = (one: Pair, other: Pair) => one.child.id === other.child.id && one.volunteer.id === other.volunteer.id;

describe('readiness of two thousand volunteers', () => {
  it('is counted as the rosters were made, and a reason opens as many as it counts', async () => {
    const { volunteerReadiness: seen } = await worker.data<{
      volunteerReadiness: {
        reasons: { requirement: string; outcome: string; volunteers: number }[];
        [standing: string]: unknown;
      };
    }>(READY);
    const {
      READY: ready,
      RENEWAL_DUE: renewalDue,
      NOT_READY: notReady,
      STOPPED: stopped,
    } = expected.volunteers.standings;
    expect(seen).toMatchObject({ total: expected.volunteers.valid, ready, renewalDue, notReady, stopped });
    expect(seen.reasons.length).toBeGreaterThan(6);
    for (const { volunteers, ...reason } of seen.reasons.slice(0, OPENED)) {
      const list = await worker.data<{ volunteers: { totalCount: number } }>(LIST, { f: { reason } });
      expect([reason, list.volunteers.totalCount]).toEqual([reason, volunteers]);
    }
  });
});

describe('a run over a thousand children', () => {
  let first: Run;
  let swapped: Pair;

  it(
    'is optimal, proven, and proposes nobody who is not ready',
    async () => {
      first = await run('first');
      expect(first).toMatchObject({ state: 'DONE', certificateChecked: true, objective: first.bound });
      expect(first).toMatchObject({ childrenConsidered: expected.children.valid });
      expect(pairsOf(first).every(({ volunteer }) => volunteer.eligibility.ready)).toBe(true);
      // Supervisors' places are what is scarce: each child is proposed for, or stands among those who wait on.
      expect(first.proposals.totalCount + Number(first['unmatchedTotal'])).toBe(expected.children.valid);
      expect(first['extraPlaces']).toEqual({ wouldPlace: 3 });
      const row = await platform.app.get(Database).repository(MatchRun).findOneByOrFail({ requestId: 'first' });
      expect(await platform.app.get(MatchRuns).verify(row)).toEqual({ valid: true });
    },
    LONG,
  );

  it(
    'is decided: one accepted, one declined, one given to another at the cost that was told',
    async () => {
      const [one, two, three] = pairsOf(first) as [Pair, Pair, Pair];
      const of = ({ id, version }: Pair) => ({ proposalId: id, version });
      expect(await act(ACCEPT, of(one))).toMatchObject({ state: 'ACCEPTED' });
      expect(await act(DECLINE, { ...of(two), reason: '周末回老家' })).toMatchObject({ state: 'DECLINED' });
      const look = await worker.data<{
        matchProposal: { alternatives: { loss: number; volunteer: { id: string } }[] };
      }>(LOOK, { id: three.id });
      const [other] = look.matchProposal.alternatives;
      swapped = await act(SWAP, { ...of(three), volunteerId: other?.volunteer.id });
      expect(swapped).toMatchObject({ state: 'PROPOSED', held: true, volunteer: { id: other?.volunteer.id } });
    },
    LONG,
  );

  it(
    'is done again: what was held stays, what was declined is not proposed, who was accepted is not looked for',
    async () => {
      const [one, two] = pairsOf(first) as [Pair, Pair];
      const again = await run('again');
      expect(again).toMatchObject({ state: 'DONE', objective: again.bound });
      const pairs = pairsOf(again);
      expect(pairs.filter(({ held }) => held).map(({ child, volunteer }) => [child.id, volunteer.id])).toEqual([
        [swapped.child.id, swapped.volunteer.id],
      ]);
      expect(pairs.some((pair) => same(pair, two))).toBe(false);
      expect(pairs.some(({ child }) => child.id === one.child.id)).toBe(false);
      const { volunteer } = await worker.data<{
        volunteer: { suggestedChildren: { suggestions: { loss: number; child: { id: string } }[] } };
      }>(WAITING, { id: two.volunteer.id });
      expect(volunteer.suggestedChildren.suggestions.some(({ child }) => child.id === two.child.id)).toBe(false);
    },
    LONG,
  );
});
