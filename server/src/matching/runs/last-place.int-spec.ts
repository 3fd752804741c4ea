// One place, several proposals, workers who accept them at the same moment: exactly one has it, on either engine (R3).
import { In } from 'typeorm';
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Companionship } from '../companionships/companionship.entity.js';
import { MatchProposal } from './match-run.entity.js';

const LONG = 240_000;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun {
  proposals(first: 200) { edges { node { id version volunteer { id } child { id } } } } } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename
  ... on PlaceTaken { who } ... on UserError { code } } }`;

interface Pair {
  readonly id: string;
  readonly version: number;
  readonly volunteer: { readonly id: string };
  readonly child: { readonly id: string };
}
interface Accepted {
  readonly __typename: string;
  readonly who?: string;
}

let platform: TestApp;
let agency: MatchedAgency;
let pairs: Pair[];
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'lastplace');
  const run = await agency.worker.data<{ outcome: { proposals: { edges: { node: Pair }[] } } }>(RUN, {
    i: { requestId: 'places' },
  });
  pairs = run.outcome.proposals.edges.map(({ node }) => node);
}, LONG);
afterAll(() => platform.stop());

const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const plain = (type: 'MatchProposal' | 'Volunteer', id: string) => fromGlobalId(type, id) ?? '';
const accept = async (client: TestClient, { id, version }: Pair) =>
  (await client.data<{ outcome: Accepted }>(ACCEPT, { i: { proposalId: id, version } })).outcome;
const kinds = (outcomes: readonly Accepted[]) => outcomes.map((one) => one.__typename).sort();
const inAgency = (work: () => Promise<void>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);

/** Makes several open proposals name one volunteer, who has one place: as rosters leave it that changed after the run. */
async function onePlaceFor(chosen: readonly Pair[]): Promise<string> {
  const volunteerId = plain('Volunteer', chosen[0]?.volunteer.id ?? '');
  const ids = chosen.map(({ id }) => plain('MatchProposal', id));
  await inAgency(async () => {
    await rows(MatchProposal).update({ id: In(ids) }, { volunteerId });
    await platform.app.get(Database).manager.update('Volunteer', { id: volunteerId }, { places: 1 });
  });
  return volunteerId;
}

describe('the last place', () => {
  it('of a volunteer goes to one of two workers who accept two proposals at once; the other is told whose it was', async () => {
    const [first, second] = pairs as [Pair, Pair];
    const volunteerId = await onePlaceFor([first, second]);
    const outcomes = await Promise.all([accept(agency.worker, first), accept(agency.colleague, second)]);
    expect(kinds(outcomes)).toEqual(['MatchProposal', 'PlaceTaken']);
    expect(outcomes.find((one) => one.__typename === 'PlaceTaken')).toMatchObject({ who: 'VOLUNTEER' });
    expect(await rows(Companionship).countBy({ volunteerId })).toBe(1);
    const states = await rows(MatchProposal).findBy({
      volunteerId,
      id: In([first, second].map(({ id }) => plain('MatchProposal', id))),
    });
    expect(states.map(({ state }) => state).sort()).toEqual(['ACCEPTED', 'PROPOSED']);
    const events = await rows(AuditEvent).findBy({ agencyId: agency.agencyId, action: 'proposal.acceptRefused' });
    expect(events).toHaveLength(1);
  });

  it('of a volunteer is given once, however many want it', async () => {
    const wanted = pairs.slice(2, 14);
    const volunteerId = await onePlaceFor(wanted);
    const workers = [agency.worker, agency.colleague, agency.supervisor];
    const outcomes = await Promise.all(wanted.map((pair, i) => accept(workers[i % 3] ?? agency.worker, pair)));
    expect(kinds(outcomes)).toEqual(['MatchProposal', ...Array<string>(11).fill('PlaceTaken')]);
    expect(await rows(Companionship).countBy({ volunteerId })).toBe(1);
  });

  it('of a supervisor goes to one of two volunteers of theirs', async () => {
    const open = pairs.slice(14);
    const supervisors = await platform.app
      .get(Database)
      .read<{ id: string; supervisorId: string }>('SELECT id, supervisorId FROM volunteer WHERE agencyId = ?', [
        agency.agencyId,
      ]);
    const supervisorOf = new Map(supervisors.map((row) => [row.id, row.supervisorId]));
    const byTeam = new Map<string, Pair[]>();
    for (const pair of open) {
      const volunteerId = plain('Volunteer', pair.volunteer.id);
      const team = supervisorOf.get(volunteerId) ?? '';
      const known = byTeam.get(team) ?? [];
      const others = known.every((one) => one.volunteer.id !== pair.volunteer.id);
      if (team !== '' && others) byTeam.set(team, [...known, pair]);
    }
    const [team, two] = [...byTeam].find(([, members]) => members.length >= 2) ?? ['', []];
    const [first, second] = two as [Pair, Pair];
    const held = await platform.app
      .get(Database)
      .read<{ held: number }>(
        "SELECT COUNT(*) AS held FROM companionship c JOIN volunteer v ON v.id = c.volunteerId WHERE v.supervisorId = ? AND c.state = 'ACCEPTED'",
        [team],
      );
    const places = Number(held[0]?.held ?? 0) + 1;
    const set = await agency.director.data<{ outcome: { __typename: string } }>(
      'mutation ($i: ChangeSettingInput!) { outcome: changeSetting(input: $i) { __typename } }',
      { i: { key: 'supervisorPlaces', value: String(places), version: 0 } },
    );
    expect(set.outcome.__typename).toBe('AgencySetting');
    const outcomes = await Promise.all([accept(agency.worker, first), accept(agency.colleague, second)]);
    expect(kinds(outcomes)).toEqual(['MatchProposal', 'PlaceTaken']);
    expect(outcomes.find((one) => one.__typename === 'PlaceTaken')).toMatchObject({ who: 'SUPERVISOR' });
  });
});
