// T14 later on: whoever works on a family's case never comes to supervise somebody of it, by whatever way a supervisor or a
// worker changes, and however many change at once; on the engine under test.
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository, Person, VolunteersRepository } from '../people/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { actAs, PairPath, proposedPairs } from '../testing/pair-path.js';
import { addPerson, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const LONG = 240_000;
const act = (name: string, fields: string) =>
  `mutation ($i: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { outcome: ${name}(input: $i) { __typename ${fields} } }`;
const FIELDS = '... on InvalidInput { fields { field code } }';
const BEGIN = act('beginHelping', `... on HelperJourney { id } ${FIELDS}`);
const ANSWER = act('recordHelperAnswer', `... on HelperJourney { childSaidYes } ${FIELDS}`);
const MOVE = act('moveSupervised', '');
const STAND_IN = act('addSupervisionDelegate', `... on SupervisionDelegate { id } ${FIELDS}`);
const NOT_AWAY = act('endSupervisionDelegate', '');
const LEAVE = act('endRole', '... on StaffRefused { why }');
const ACCEPT = act('acceptProposal', '... on PlaceTaken { who }');
const MANY = (name: string) => act(name, '... on ListChange { changed kept reasons { why count } }');
const WAYS = '{ helperJourneys { id supervisorName } }';
const ROSTER = `query ($id: ID!) { importBatch(id: $id) { rows { edges { node { differs cells { field problem } } } } } }`;
const RULE = act('setImportDuplicateRule', '... on ImportBatch { version }');
const RUN = act('runImport', '... on ImportBatch { updatedCount }');
const CHOICES = 'query ($id: ID!) { helperChoices(childId: $id) { guardians { id } } }';

let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;
let waiting: Awaited<ReturnType<typeof proposedPairs>>[number];
/** Supervises, and works on cases too. */
let both: { readonly client: TestClient; readonly personId: PersonId };
let worker: PersonId;
let supervisor: PersonId;
let third: PersonId;
let helper: string;
let requests = 0;

const person = (id: string) => toGlobalId('Person', id);
const called = async (name: string, role: 'SUPERVISOR' | 'SOCIAL_WORKER') => {
  const { app } = platform;
  for (const id of await app.get(PeopleRepository).holdersOf(agency.agencyId, role, '2026-11-22' as LocalDate)) {
    if ((await app.get(PeopleRepository).namesOf(agency.agencyId, [id])).get(id) === name) return id;
  }
  throw new Error(`nobody is called ${name}`);
};
const alsoIn = (id: PersonId, role: 'SUPERVISOR' | 'SOCIAL_WORKER') =>
  inAgency(platform.app, agency.agencyId, () =>
    platform.app.get(PeopleRepository).assignRole(agency.agencyId, id, role, '2026-01-01' as LocalDate),
  );
const request = () => `apart-${String((requests += 1))}`;
/** A child of some family says that they would like to help, and their guardian agrees; the volunteer's id. */
async function begin(child: { readonly id: string; readonly personId: string }, supervisorId: PersonId) {
  const { app } = platform;
  const personId = fromGlobalId('Person', child.personId) as PersonId;
  await inAgency(app, agency.agencyId, () =>
    app.get(Database).repository(Person).update({ id: personId }, { birthDate: '2011-03-01' }),
  );
  const input = { childId: child.id, helperId: child.personId, supervisorId: person(supervisorId) };
  const begun = await actAs(agency.colleague, BEGIN, input);
  const { id: journeyId } = begun;
  if (typeof journeyId !== 'string') return { ...begun, id: '' };
  const { helperText } = await agency.colleague.data<{ helperText: { hash: string } }>(
    '{ helperText(english: false) { hash } }',
  );
  const { helperChoices } = await agency.colleague.data<{ helperChoices: { guardians: { id: string }[] } }>(CHOICES, {
    id: child.id,
  });
  const words = { journeyId, method: 'WITNESSED', english: false, textHash: helperText.hash, yes: true };
  await actAs(agency.colleague, ANSWER, { ...words, giver: 'CHILD' });
  await actAs(agency.colleague, ANSWER, { ...words, giver: 'GUARDIAN', guardianId: helperChoices.guardians[0]?.id });
  return { id: (await app.get(VolunteersRepository).byPerson(agency.agencyId, personId))?.id ?? '' };
}
const supervisorOf = async (id: string) =>
  (
    await platform.app
      .get(Database)
      .read<{ supervisorId: PersonId }>('SELECT supervisorId FROM volunteer WHERE id = ?', [id])
  )[0]?.supervisorId;
const move = async (to: PersonId) =>
  actAs(agency.director, MOVE, {
    volunteerId: toGlobalId('Volunteer', helper),
    fromPersonId: person((await supervisorOf(helper)) ?? ''),
    toPersonId: person(to),
  });
const handPairTo = (to: PersonId) => {
  const input = { companionshipIds: [pair.id], personId: person(to), requestId: request() };
  return actAs(agency.director, MANY('handOverCompanionships'), input);
};
const nameOnTheWay = async () =>
  (await agency.director.data<{ helperJourneys: { supervisorName: string }[] }>(WAYS)).helperJourneys[0]
    ?.supervisorName;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'apart');
  const [first, second] = await proposedPairs(agency, 'apart');
  if (!first || !second) throw new Error('fewer than two were proposed');
  waiting = second;
  pair = await PairPath.accept(platform, agency, first, '13900007301');
  [worker, supervisor, third] = [
    await called('worker', 'SOCIAL_WORKER'),
    await called('陈静', 'SUPERVISOR'),
    await called('周敏', 'SUPERVISOR'),
  ];
  const identifier = 'both@apart.example';
  const personId = await addPerson(platform.app, agency.agencyId, {
    ...{ name: '两职', roles: ['SUPERVISOR', 'SOCIAL_WORKER'], identifier },
  });
  const client = platform.client();
  await client.signIn(identifier, TEST_PASSWORD);
  both = { client, personId };
  await alsoIn(worker, 'SUPERVISOR');
}, LONG);
afterAll(() => platform.stop());

describe('whoever works on the case', () => {
  it('is no supervisor from the first day, nor by standing in for one', async () => {
    const refused = { __typename: 'InvalidInput', fields: [{ field: 'supervisorId', code: 'CASE_WORKER' }] };
    expect(await begin(pair.proposed.child, worker)).toMatchObject(refused);
    const days = { startsOn: '2026-11-22', endsOn: '2026-11-29', requestId: request() };
    const input = { supervisorPersonId: person(supervisor), delegatePersonId: person(worker), ...days };
    const { id } = await actAs(agency.director, STAND_IN, input);
    expect(await begin(pair.proposed.child, supervisor)).toMatchObject(refused);
    await actAs(agency.director, NOT_AWAY, { delegateId: id });
    const begun = await begin(pair.proposed.child, supervisor);
    helper = begun.id;
    expect(await supervisorOf(helper)).toBe(supervisor);
  });

  it('does not become one by the board, by the list, by standing in, or by a colleague’s leaving', async () => {
    expect((await move(worker)).__typename).toBe('SupervisorTooClose');
    const many = { volunteerIds: [toGlobalId('Volunteer', helper)], personId: person(worker), requestId: request() };
    expect(await actAs(agency.director, MANY('assignSupervisor'), many)).toMatchObject({
      ...{ changed: 0, kept: 1, reasons: [{ why: 'TOO_CLOSE', count: 1 }] },
    });
    const days = { startsOn: '2026-11-22', endsOn: '2026-11-29', requestId: request() };
    const standIn = { supervisorPersonId: person(supervisor), delegatePersonId: person(worker), ...days };
    expect(await actAs(agency.director, STAND_IN, standIn)).toMatchObject({
      fields: [{ field: 'delegateId', code: 'TOO_CLOSE' }],
    });
    const { staffList } = await agency.director.data<{
      staffList: { members: { personId: string; posts: { id: string; role: string }[] }[] };
    }>('{ staffList { members { personId posts { id role } } } }');
    const post = staffList.members.find(({ personId }) => personId === person(supervisor))?.posts[0];
    const leave = { postId: post?.id, endsOn: '2026-12-30', reason: 'LEFT' };
    expect(await actAs(agency.director, LEAVE, { ...leave, handToId: person(worker) })).toMatchObject({
      why: 'TOO_CLOSE',
    });
    expect(await supervisorOf(helper)).toBe(supervisor);
  });

  it('does not become one by a roster that names them: the row says why, and the rest of it counts', async () => {
    const { app } = platform;
    const [row] = await app
      .get(Database)
      .read<{ personId: PersonId }>('SELECT personId FROM volunteer WHERE id = ?', [helper]);
    const personId = row?.personId ?? ('' as PersonId);
    const people = app.get(PeopleRepository);
    const birthDate = '2011-03-01' as LocalDate;
    await inAgency(app, agency.agencyId, () =>
      people.correct(agency.agencyId, personId, { phone: '+8619900000777', birthDate }),
    );
    const name = (await people.namesOf(agency.agencyId, [personId])).get(personId) ?? '';
    const text = `姓名,手机,出生日期,会说的语言,可陪伴人数,督导\n${name},19900000777,${birthDate},四川话,2,worker\n`;
    const response = await agency.colleague.fetch('/files/rosters?kind=VOLUNTEERS&name=helpers.csv', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
      body: new Uint8Array(Buffer.from(text)),
    });
    const { batchId } = (await response.json()) as { batchId: string };
    const read = await agency.colleague.data<{
      importBatch: {
        rows: { edges: { node: { differs: string[]; cells: { field: string; problem: string | null }[] } }[] };
      };
    }>(ROSTER, { id: batchId });
    const node = read.importBatch.rows.edges[0]?.node;
    expect(node?.cells.find(({ field }) => field === 'supervisorName')?.problem).toBe('SUPERVISOR_TOO_CLOSE');
    expect(node?.differs).not.toContain('supervisorName');
    expect(node?.differs).toContain('languages');
    const ruled = await actAs(agency.colleague, RULE, { batchId, version: 1, rule: 'UPDATE' });
    const run = await actAs(agency.colleague, RUN, { batchId, version: ruled['version'] });
    expect(run).toMatchObject({ __typename: 'ImportBatch', updatedCount: 1 });
    expect(await supervisorOf(helper)).toBe(supervisor);
  });

  it('hears no more of it once somebody else supervises, and the way says who that is', async () => {
    expect(await nameOnTheWay()).toBe('陈静');
    expect((await move(third)).__typename).toBe('SupervisionBoard');
    expect(await nameOnTheWay()).toBe('周敏');
  });
});

describe('whoever supervises', () => {
  it('does not come to the case by taking over a pair, nor by accepting a new one', async () => {
    expect((await move(both.personId)).__typename).toBe('SupervisionBoard');
    expect(await handPairTo(both.personId)).toMatchObject({
      ...{ changed: 0, kept: 1, reasons: [{ why: 'TOO_CLOSE', count: 1 }] },
    });
    await begin(waiting.child, both.personId);
    const { id: proposalId, version } = waiting;
    expect(await actAs(both.client, ACCEPT, { proposalId, version })).toMatchObject({ who: 'WORKER' });
    expect((await actAs(agency.worker, ACCEPT, { proposalId, version })).__typename).toBe('MatchProposal');
  });

  it('of both sides at once gets one: the second is told', async () => {
    expect((await move(third)).__typename).toBe('SupervisionBoard');
    for (let round = 0; round < 5; round += 1) {
      const [moved, handed] = await Promise.all([move(both.personId), handPairTo(both.personId)]);
      const taken = [moved.__typename === 'SupervisionBoard', handed['changed'] === 1];
      expect([round, taken.filter(Boolean)]).toEqual([round, [true]]);
      if (taken[0]) await move(third);
      else expect(await handPairTo(worker)).toMatchObject({ changed: 1 });
    }
  });

  it('of standing in and of the case at once gets one, too', async () => {
    const days = { startsOn: '2026-11-22', endsOn: '2026-11-29' };
    const standIn = { supervisorPersonId: person(third), delegatePersonId: person(both.personId), ...days };
    for (let round = 0; round < 5; round += 1) {
      const [stands, handed] = await Promise.all([
        actAs(agency.director, STAND_IN, { ...standIn, requestId: request() }),
        handPairTo(both.personId),
      ]);
      const taken = [stands.__typename === 'SupervisionDelegate', handed['changed'] === 1];
      expect([round, taken.filter(Boolean)]).toEqual([round, [true]]);
      if (taken[0]) await actAs(agency.director, NOT_AWAY, { delegateId: stands['id'] });
      else expect(await handPairTo(worker)).toMatchObject({ changed: 1 });
    }
  });
});
