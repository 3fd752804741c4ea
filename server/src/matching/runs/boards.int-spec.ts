// The board after the run: refused to whoever may not; hold, swap, what-if, cancel, weights and suggestions, each exact.
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { MatchRuns } from '../index.js';
import { MatchProposal, MatchRun, MatchRunDocument } from './match-run.entity.js';
import { pack } from './solve-task.js';
import { RunDocuments } from './run-documents.js';

const LONG = 240_000;
const PAIR = 'id state version held score child { id } volunteer { id }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename
  ... on MatchRun { id state progress objective weightsVersion unmatchedTotal scope { kind areaCode }
    extraPlaces(places: 3) { places wouldPlace }
    proposals(first: 200) { totalCount edges { node { ${PAIR} } } } }
  ... on InvalidInput { fields { field code } } ... on MatchUnderWay { runId } ... on NobodyReady { volunteersReady } } }`;
const HOLD = `mutation ($i: HoldProposalInput!) { outcome: holdProposal(input: $i) { __typename
  ... on MatchProposal { ${PAIR} } ... on UserError { code } } }`;
const SWAP = `mutation ($i: SwapProposalInput!) { outcome: swapProposal(input: $i) { __typename
  ... on MatchProposal { ${PAIR} } ... on PairRefused { reasons { code satisfiedBy } } ... on UserError { code } } }`;
const CANCEL = `mutation ($i: CancelMatchRunInput!) { outcome: cancelMatchRun(input: $i) { __typename
  ... on MatchRun { state } ... on UserError { code } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename ... on UserError { code } } }`;
const MOVES = 'loss moves { child { id } before { id } after { id } score }';
const LOOK = `query ($id: ID!, $v: ID!) { matchProposal(id: $id) { ${PAIR} ifDeclined { ${MOVES} }
  ifSwapped(volunteerId: $v) { __typename ... on WhatIf { ${MOVES} } ... on PairRefused { reasons { code } } }
  alternatives(first: 3) { loss score volunteer { id } }
  ruledOut(first: 3) { volunteer { id } reasons { code rule clause satisfiedBy } } } }`;
const SAVE = `mutation ($i: SaveMatchWeightsInput!) { outcome: saveMatchWeights(input: $i) { __typename
  ... on MatchWeights { version reason createdBy } ... on WeightsRefused { problems { criterion code } }
  ... on InvalidInput { fields { field code } } ... on UserError { code } } }`;

interface Pair {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly held: boolean;
  readonly score: number;
  readonly child: { readonly id: string };
  readonly volunteer: { readonly id: string };
}
interface Outcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}
interface Move {
  readonly child: { readonly id: string };
  readonly before: { readonly id: string } | null;
  readonly after: { readonly id: string } | null;
}
interface Looked extends Pair {
  readonly ifDeclined: { readonly loss: number; readonly moves: readonly Move[] };
  readonly ifSwapped: { readonly __typename: string; readonly loss: number; readonly moves: readonly Move[] };
  readonly alternatives: readonly { readonly loss: number; readonly volunteer: { readonly id: string } }[];
  readonly ruledOut: readonly { readonly volunteer: { readonly id: string }; readonly reasons: readonly object[] }[];
}

let platform: TestApp;
let agency: MatchedAgency;
let runId: string;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'boards');
}, LONG);
afterAll(() => platform.stop());

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const run = (requestId: string, more: object = {}) => act(agency.worker, RUN, { requestId, ...more });
const pairsOf = (outcome: Outcome) =>
  (outcome['proposals'] as { edges: { node: Pair }[] }).edges.map((edge) => edge.node);
const board = async () => {
  const query = `query ($id: ID!) { matchRun(id: $id) { proposals(first: 200) { edges { node { ${PAIR} } } } } }`;
  const { matchRun } = await agency.worker.data<{ matchRun: { proposals: { edges: { node: Pair }[] } } }>(query, {
    id: runId,
  });
  return matchRun.proposals.edges.map((edge) => edge.node);
};
const open = (pairs: readonly Pair[]) => pairs.filter((pair) => pair.state === 'PROPOSED');
const total = (pairs: readonly Pair[]) => open(pairs).reduce((sum, pair) => sum + pair.score, 0);
const look = async (id: string, volunteerId: string) => {
  const data = await agency.worker.data<{ matchProposal: Looked }>(LOOK, { id, v: volunteerId });
  return data.matchProposal;
};
const codeOf = async (client: TestClient, query: string, i: object) =>
  (await client.graphql(query, { i })).errors?.[0]?.extensions?.['code'];

describe('who may not', () => {
  it('refuses a director the decision, a worker the weights, and everybody an office that is not theirs', async () => {
    const id = Buffer.from('MatchProposal:01970000-0000-7000-8000-000000000000').toString('base64url');
    expect(await codeOf(agency.director, HOLD, { proposalId: id, version: 1, held: true })).toBe('FORBIDDEN');
    expect(await codeOf(agency.worker, SAVE, { version: 1, reason: 'no', criteria: [] })).toBe('FORBIDDEN');
    const officeId = Buffer.from('Volunteer:01970000-0000-7000-8000-000000000000').toString('base64url');
    expect(await run('office', { officeId })).toMatchObject({ fields: [{ field: 'officeId', code: 'NOT_FOUND' }] });
    expect(await run('area', { areaCode: 'nowhere' })).toMatchObject({ fields: [{ field: 'areaCode' }] });
    expect((await act(agency.worker, HOLD, { proposalId: id, version: 1, held: true })).__typename).toBe('NotFound');
  });
});

describe('a board', () => {
  it(
    'says what another choice would change, exactly, and stores nothing of it',
    async () => {
      const done = await run('first');
      runId = done['id'] as string;
      expect(done).toMatchObject({ state: 'DONE', progress: 100, scope: { kind: 'ALL' }, extraPlaces: { places: 3 } });
      const before = await board();
      const pair = open(before)[5] as Pair;
      const { alternatives } = await look(pair.id, pair.volunteer.id);
      const other = alternatives[0];
      const seen = await look(pair.id, other?.volunteer.id ?? '');
      expect(seen.ifSwapped).toMatchObject({ __typename: 'WhatIf', loss: other?.loss });
      expect(seen.ifSwapped.moves.find((move) => move.child.id === pair.child.id)).toMatchObject({
        before: { id: pair.volunteer.id },
        after: { id: other?.volunteer.id },
      });
      expect(seen.ifDeclined.loss).toBeGreaterThanOrEqual(0);
      for (const { volunteer, reasons } of seen.ruledOut) {
        expect(reasons.length).toBeGreaterThan(0);
        const refused = await look(pair.id, volunteer.id);
        expect(refused.ifSwapped.__typename).toBe('PairRefused');
      }
      expect(await board()).toEqual(before);
    },
    LONG,
  );

  it(
    'swaps at the cost that it told, moves exactly those it named, and holds the new pair',
    async () => {
      const before = await board();
      const pair = open(before)[5] as Pair;
      const { alternatives } = await look(pair.id, pair.volunteer.id);
      const volunteerId = alternatives[0]?.volunteer.id ?? '';
      const { ifSwapped } = await look(pair.id, volunteerId);
      const input = { proposalId: pair.id, version: pair.version, volunteerId };
      const [one, other] = await Promise.all([act(agency.worker, SWAP, input), act(agency.colleague, SWAP, input)]);
      expect([one.__typename, other.__typename].sort()).toEqual(['MatchProposal', 'StaleVersion']);
      const after = await board();
      expect(total(before) - total(after)).toBe(ifSwapped.loss);
      const now = new Map(open(after).map((each) => [each.child.id, each.volunteer.id]));
      const moved = new Set(ifSwapped.moves.map((move) => move.child.id));
      for (const move of ifSwapped.moves) expect(now.get(move.child.id)).toBe(move.after?.id);
      for (const each of open(before).filter(({ child }) => !moved.has(child.id))) {
        expect(now.get(each.child.id)).toBe(each.volunteer.id);
      }
      expect(after.find((each) => each.id === pair.id)).toMatchObject({ held: true, volunteer: { id: volunteerId } });
    },
    LONG,
  );

  it(
    'keeps what is held, what is accepted and what is declined when it is run again, and lets go on demand',
    async () => {
      const [accepted] = open(await board()).filter((pair) => !pair.held);
      const held = (await board()).find((pair) => pair.held);
      const input = { proposalId: accepted?.id, version: accepted?.version };
      expect((await act(agency.worker, ACCEPT, input)).__typename).toBe('MatchProposal');
      const again = await run('again');
      const pairs = pairsOf(again);
      expect(pairs.some((pair) => pair.child.id === accepted?.child.id)).toBe(false);
      const kept = pairs.find((pair) => pair.child.id === held?.child.id);
      expect(kept).toMatchObject({ held: true, volunteer: { id: held?.volunteer.id } });
      runId = again['id'] as string;
      const release = { proposalId: kept?.id, version: kept?.version, held: false };
      expect(await act(agency.worker, HOLD, release)).toMatchObject({ __typename: 'MatchProposal', held: false });
      expect((await act(agency.worker, HOLD, release)).__typename).toBe('StaleVersion');
      const third = pairsOf(await run('third'));
      expect(third.every((pair) => !pair.held)).toBe(true);
    },
    LONG,
  );
});

describe('a run', () => {
  it(
    'can be cancelled while it is under way, and keeps nothing then',
    async () => {
      const begun = await run('cancelled', { waitSeconds: 0 });
      expect(begun).toMatchObject({ __typename: 'MatchRun', state: 'RUNNING' });
      expect(await run('meanwhile')).toMatchObject({ __typename: 'MatchUnderWay', runId: begun['id'] });
      expect(await act(agency.worker, CANCEL, { matchRunId: begun['id'] })).toMatchObject({ state: 'CANCELLED' });
      expect((await act(agency.worker, CANCEL, { matchRunId: begun['id'] })).__typename).toBe('TransitionRefused');
      const ended = await run('cancelled');
      expect(ended).toMatchObject({ state: 'CANCELLED', proposals: { totalCount: 0 } });
      expect(await run('after', { areaCode: 'QC' })).toMatchObject({ __typename: expect.any(String) as string });
    },
    LONG,
  );

  it(
    'does not stay under way for ever when its process was lost',
    async () => {
      const { app } = platform;
      const database = app.get(Database);
      const row = await database.repository(MatchRun).findOneByOrFail({ requestId: 'first' });
      const lost = { ...row, id: '01970000-0000-7000-8000-00000000abcd', requestId: 'lost', state: 'RUNNING' as const };
      await app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, async () => {
        await database.repository(MatchRun).insert({ ...lost, aliveAt: '2026-11-22T01:00:00.000Z' });
      });
      const found = await app.get(MatchRuns).find(agency.agencyId, lost.id);
      expect(found?.state).toBe('FAILED');
      expect((await run('next'))['__typename']).toBe('MatchRun');
    },
    LONG,
  );

  it(
    'does not prove again what somebody changed in the store, with a right key too',
    async () => {
      const { app } = platform;
      const [runs, documents, database] = [app.get(MatchRuns), app.get(RunDocuments), app.get(Database)];
      const row = await database.repository(MatchRun).findOneByOrFail({ requestId: 'first' });
      expect(await runs.verify(row)).toEqual({ valid: true });
      expect((await runs.verify({ ...row, objective: '1' })).valid).toBe(false);
      const stored = JSON.parse(await documents.read(row.id, 'SOLUTION')) as { pairs: object[]; certificate: object };
      const forged = { ...stored, pairs: stored.pairs.slice(1) };
      const [work, actor] = [app.get(UnitOfWork), { kind: 'system', agencyId: agency.agencyId, name: 'test' } as const];
      await work.run(actor, async () => {
        await database.repository(MatchRunDocument).delete({ runId: row.id, kind: 'SOLUTION' });
      });
      await documents.write(work, actor, row.id, 'SOLUTION', pack(JSON.stringify(forged)), () => true);
      const verdict = await runs.verify(row);
      expect(verdict).toMatchObject({ valid: false });
    },
    LONG,
  );
});

describe('weights', () => {
  const table = (more: object[] = []) => [
    { criterion: 'priority', weight: 40, why: '急的先' },
    { criterion: 'travel', weight: 90, why: '路远就来不了' },
    ...more,
  ];

  it('are refused where they name a protected fact, nothing certain, or no reason', async () => {
    const wealth = table([{ criterion: '家庭收入', weight: 1, why: '不可以' }]);
    expect(await act(agency.supervisor, SAVE, { version: 1, reason: '试试', criteria: wealth })).toMatchObject({
      __typename: 'WeightsRefused',
      problems: [{ criterion: '家庭收入', code: 'PROTECTED_FACT' }],
    });
    expect(await act(agency.supervisor, SAVE, { version: 1, reason: ' ', criteria: table() })).toMatchObject({
      fields: [{ field: 'reason', code: 'REQUIRED' }],
    });
  });

  it(
    'show how they would move an earlier run, become a version with a reason, and are used by the next run',
    async () => {
      const query = `query ($id: ID!, $c: [MatchCriterionInput!]!) { matchRun(id: $id) { underWeights(criteria: $c) {
      __typename ... on WeightsComparison { kept moved gain moves { child { id } } } } } }`;
      const { matchRun } = await agency.director.data<{ matchRun: { underWeights: Outcome } }>(query, {
        id: runId,
        c: table(),
      });
      const { kept, moved, moves } = matchRun.underWeights as unknown as {
        kept: number;
        moved: number;
        moves: object[];
      };
      expect(kept + moved).toBeGreaterThan(20);
      expect(moves).toHaveLength(moved);
      const input = { version: 1, reason: '春天修路，远的来不了', criteria: table() };
      expect(await act(agency.director, SAVE, input)).toMatchObject({ version: 2, createdBy: 'director' });
      expect(await act(agency.supervisor, SAVE, input)).toMatchObject({ __typename: 'StaleVersion' });
      expect(await run('weighed')).toMatchObject({ weightsVersion: 2 });
    },
    LONG,
  );
});

describe('suggestions', () => {
  it(
    'are there for one volunteer and for one child, best first, with why',
    async () => {
      const [pair] = pairsOf(await run('suggesting'));
      const query = `query ($v: ID!, $c: ID!) {
      volunteer(id: $v) { suggestedChildren(first: 3) { suggestions { loss child { id } parts { criterion } } } }
      child(id: $c) { suggestedVolunteers(first: 3) { suggestions { loss volunteer { id } parts { criterion } } } } }`;
      interface Found {
        readonly suggestions: readonly { readonly loss: number; readonly parts: readonly object[] }[];
      }
      const data = await agency.worker.data<{
        volunteer: { suggestedChildren: Found };
        child: { suggestedVolunteers: Found };
      }>(query, { v: pair?.volunteer.id, c: pair?.child.id });
      expect(data.volunteer.suggestedChildren.suggestions[0]).toMatchObject({ child: { id: pair?.child.id }, loss: 0 });
      expect(data.child.suggestedVolunteers.suggestions[0]).toMatchObject({
        volunteer: { id: pair?.volunteer.id },
        loss: 0,
      });
      expect(data.child.suggestedVolunteers.suggestions.every(({ parts }) => parts.length > 0)).toBe(true);
    },
    LONG,
  );
});

it('remembers what was done to the board without a name', async () => {
  const events = await platform.app.get(Database).repository(AuditEvent).findBy({ agencyId: agency.agencyId });
  const actions = new Set(events.map((event) => event.action));
  for (const action of ['proposal.swapped', 'proposal.letGo', 'match.cancelled', 'match.weightsChanged']) {
    expect(actions).toContain(action);
  }
  expect(await platform.app.get(Database).repository(MatchProposal).countBy({ state: 'PROPOSED' })).toBeGreaterThan(0);
});
