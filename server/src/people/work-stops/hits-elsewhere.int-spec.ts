// A record check that is a hit in one agency ends the same human's pairs in every other one (H8), and tells them nothing of why.
import { AuditEvent, firstBreak } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { matchedAgency, type MatchedAgency } from '../../testing/matched-agency.js';
import { actAs, PAIR_DAY, PairPath, proposedPairs } from '../../testing/pair-path.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';
import { Person } from '../person.entity.js';
import { WorkStop } from './work-stop.entity.js';

const LONG = 240_000;
const PHONE = '13900007101';
const CHECK = 'mutation ($i: RecordCheckInput!) { outcome: recordCheck(input: $i) { __typename } }';
const READ = `query ($id: ID!) { companionship(id: $id) { state endCause endReason telling { answeredAt } } }`;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { ... on MatchRun {
  proposals(first: 200) { edges { node { volunteer { id } } } } } } }`;
const NOTICES = '{ notices { template path } }';

let platform: TestApp;
let here: MatchedAgency;
let there: MatchedAgency;
let pair: PairPath;
/** The same human here: a volunteer whom no child has yet. */
let sameHuman: { volunteerId: string; personId: string };
let personThere: string;

const rows = <T extends object>(entity: new () => T) => platform.app.get(Database).repository(entity);
const stateThere = async () =>
  (await there.worker.data<{ companionship: object }>(READ, { id: pair.id })).companionship;
const recordHit = () =>
  actAs(here.supervisor, CHECK, { volunteerId: sameHuman.volunteerId, clear: false, happenedOn: PAIR_DAY });

beforeAll(async () => {
  platform = await startTestApp();
  here = await matchedAgency(platform, 'hit-here');
  there = await matchedAgency(platform, 'hit-there');
  const [proposed] = await proposedPairs(there, 'hit-there');
  if (!proposed) throw new Error('nobody was proposed');
  pair = await PairPath.accept(platform, there, proposed, PHONE);
  expect(await pair.walk()).toMatchObject({ state: 'ACTIVE' });
  const [own] = await proposedPairs(here, 'hit-here');
  if (!own) throw new Error('nobody was proposed');
  sameHuman = { volunteerId: own.volunteer.id, personId: fromGlobalId('Person', own.volunteer.personId) ?? '' };
  personThere = fromGlobalId('Person', proposed.volunteer.personId) ?? '';
  const { loginId } = await rows(Person).findOneByOrFail({ id: personThere });
  await platform.app
    .get(UnitOfWork)
    .run({ kind: 'system', agencyId: here.agencyId, name: 'test' }, () =>
      rows(Person).update({ id: sameHuman.personId }, { loginId }),
    );
}, LONG);
afterAll(() => platform.stop());

it(
  'ends the pair elsewhere, asks what the child is told, and proposes the human nowhere',
  async () => {
    expect((await recordHit()).__typename).toBe('Volunteer');
    // At once, before any job: no session of theirs is left anywhere, and no gate lets them serve.
    expect(await pair.volunteer.data('{ viewer { name } }')).toEqual({ viewer: null });
    await platform.app.get(JobWorker).drain();
    const ended = await stateThere();
    expect(ended).toEqual({ state: 'ENDED', endCause: 'STOP', endReason: null, telling: { answeredAt: null } });
    const { notices } = await there.worker.data<{ notices: object[] }>(NOTICES);
    expect(notices).toContainEqual({ template: 'companionStopped', path: `/agency/companionships/${pair.id}` });
    const { outcome } = await there.worker.data<{
      outcome: { proposals: { edges: { node: { volunteer: { id: string } } }[] } };
    }>(RUN, { i: { requestId: 'after-the-hit' } });
    const proposed = outcome.proposals.edges.map(({ node }) => node.volunteer.id);
    expect(proposed.length).toBeGreaterThan(0);
    expect(proposed).not.toContain(pair.proposed.volunteer.id);
  },
  LONG,
);

it('says in the other agency’s audit that it was not of its doing, and nothing of a check', async () => {
  const events = await rows(AuditEvent).find({ where: { agencyId: there.agencyId }, order: { sequence: 'ASC' } });
  expect(firstBreak(events)).toBeUndefined();
  const paused = events.filter(({ action }) => action === 'work.paused');
  expect(paused).toMatchObject([{ actorKind: 'system', actorId: 'work-stop' }]);
  expect(paused[0]?.facts).not.toMatch(/check|hit|RECORD/i);
  expect(await rows(WorkStop).countBy({ agencyId: there.agencyId, personId: personThere })).toBe(0);
});
