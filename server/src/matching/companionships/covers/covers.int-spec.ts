// A companion is away: somebody stands in for some days, by the same gates, and it ends by itself (P06, P20, H26, ADR 0044).
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { JobWorker } from '../../../platform/outbox/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from '../../../testing/matched-agency.js';
import { actAs, FAMILY_WORD, PAIR_DAY, PairPath, proposedPairs, type PathOutcome } from '../../../testing/pair-path.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../../testing/test-app.js';
import { Companionship } from '../companionship.entity.js';
import { CoverEnds } from './cover-ends.js';

const LONG = 240_000;
const LAST = '2026-12-20';
const PAIR = `id version state startsOn consent { id } plan { taskGoal } blockers { code }
  cover { from until end } standsInFor { id } handedOn { chosen }`;
const INVITE = `mutation ($i: InviteCoverInput!) { outcome: inviteCover(input: $i) { __typename
  ... on Companionship { ${PAIR} } ... on InvalidInput { fields { field code } } ... on PlaceTaken { who }
  ... on VolunteerNotEligible { findings { requirement outcome } } ... on PairRefused { reasons { code } } } }`;
const READ = `query ($id: ID!) { companionship(id: $id) { ${PAIR} absentOn endedOn endCause telling { answeredAt }
  standIn { id state } contacts { id note }
  takers(first: 20) { suggestions { volunteer { id personId } score } } } }`;
const PHONE = `{ myCompanionships { id state version goal child { pseudonym } contacts { note }
  cover { from until end } coversName coveredUntil handedOn { chosen taskGoal meetingPlace notes { note } } } }`;
const CONTACT = 'mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename } }';
const PAUSE = 'mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename } }';
const END = 'mutation ($i: EndCompanionshipInput!) { outcome: endCompanionship(input: $i) { __typename } }';
const CARD = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
  ... on FamilyCard { code } } }`;
const SAY = 'mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename } }';
const STOP = 'mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { __typename } }';
const TODAY = '{ today { companionshipsUncovered uncoveredSince childrenToTell } }';
const UNCOVERED = '{ companionships(first: 50, uncovered: true) { totalCount edges { node { id } } } }';
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun {
  proposals(first: 200) { edges { node { child { id } volunteer { id } } } } } } }`;

interface Read {
  readonly version: number;
  readonly state: string;
  readonly absentOn: string | null;
  readonly standIn: { readonly id: string } | null;
  readonly cover: { readonly end: string | null } | null;
  readonly telling: object | null;
  readonly contacts: readonly { readonly id: string; readonly note: string | null }[];
  readonly takers: { readonly suggestions: readonly { readonly volunteer: { id: string; personId: string } }[] };
}
interface OnPhone {
  readonly id: string;
  readonly state: string;
  readonly child: object | null;
  readonly coversName: string | null;
  readonly coveredUntil: string | null;
  readonly cover: object | null;
  readonly handedOn: object | null;
  readonly contacts: readonly object[];
}
let platform: TestApp;
let agency: MatchedAgency;
let pair: PairPath;
let other: PairPath;
let cover: PairPath;
let phones = 8100;
const PHONES = new Map<string, TestClient>();
const SIGNED_IN: [TestClient, string][] = [];

const read = async (id: string, client = agency.worker): Promise<Read> =>
  (await client.data<{ companionship: Read }>(READ, { id })).companionship;
const onPhone = async (client: TestClient, id: string): Promise<OnPhone | undefined> =>
  (await client.data<{ myCompanionships: OnPhone[] }>(PHONE)).myCompanionships.find((one) => one.id === id);
const rowId = (globalId: string): string => Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';
const write = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, work);
const invite = (client: TestClient, input: object): Promise<PathOutcome> => actAs(client, INVITE, input);

async function inputFor(of: PairPath, more: object = {}): Promise<Record<string, unknown>> {
  const { version, takers } = await read(of.id);
  return {
    ...{ companionshipId: of.id, version, volunteerId: takers.suggestions[0]?.volunteer.id },
    ...{ from: PAIR_DAY, until: LAST, share: [], contactIds: [], ...more },
  };
}
/** Signs a volunteer in, with a number of their own the first time. */
async function phoneOf(person: string): Promise<TestClient> {
  const known = PHONES.get(person);
  if (known) return known;
  phones += 1;
  const number = `1390000${phones}`;
  const client = await signInVolunteer(platform, agency.agencyId, rowId(person), number);
  PHONES.set(person, client);
  SIGNED_IN.push([client, number]);
  return client;
}
/** Another day: everybody signs in anew. */
async function at(instant: string): Promise<void> {
  platform.clock.set(instant);
  for (const [client, identifier] of SIGNED_IN) await client.signIn(identifier, TEST_PASSWORD);
}
/** Somebody who is invited to stand in, with a phone of their own. */
async function invited(of: PairPath, more: object = {}): Promise<PairPath> {
  const input = await inputFor(of, more);
  const { takers } = await read(of.id);
  const person = takers.suggestions.find(({ volunteer }) => volunteer.id === input['volunteerId'])?.volunteer.personId;
  const outcome = await invite(agency.worker, input);
  expect(outcome.__typename).toBe('Companionship');
  const phone = await phoneOf(person ?? '');
  return of.as(String(outcome['id']), phone);
}
async function pause(of: PairPath): Promise<void> {
  const { version } = await read(of.id);
  const input = { companionshipId: of.id, version, reason: '回老家照顾父母' };
  expect((await actAs(agency.worker, PAUSE, input)).__typename).toBe('CompanionshipStep');
}
async function cardOf(id: string): Promise<string> {
  return String((await actAs(agency.worker, CARD, { companionshipId: id }))['code']);
}
const sayStop = (code: string) =>
  actAs(platform.client(), SAY, { code, say: 'STOP', who: 'CHILD', text: '', requestId: code });

type Proposed = Awaited<ReturnType<typeof proposedPairs>>[number];
/** Another proposal whose child could be accompanied by just the same volunteers. */
async function alike(first: Proposed | undefined, more: readonly Proposed[]): Promise<Proposed | undefined> {
  const database = platform.app.get(Database);
  const genderOf = async (proposed: Proposed | undefined) =>
    (await database.manager.findOneBy<Record<string, unknown>>('Person', { id: rowId(proposed?.child.personId ?? '') }))
      ?.gender;
  const gender = await genderOf(first);
  for (const one of more) {
    if ((await genderOf(one)) !== gender) continue;
    const child = await database.manager.findOneByOrFail<object & Record<string, unknown>>('Child', {
      id: rowId(first?.child.id ?? ''),
    });
    const { areaCode, languages, freeTimes, companionGender } = child;
    const same = { areaCode, languages, freeTimes, companionGender };
    await write(() => database.manager.update('Child', { id: rowId(one.child.id) }, same));
    return one;
  }
  return undefined;
}

beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'covers');
  const [first, ...more] = await proposedPairs(agency, 'covers');
  const second = await alike(first, more);
  if (!first || !second) throw new Error('nobody was proposed');
  pair = await PairPath.accept(platform, agency, first, '13900008001');
  other = await PairPath.accept(platform, agency, second, '13900008002');
  for (const person of ['worker', 'colleague', 'supervisor', 'director'] as const) {
    SIGNED_IN.push([agency[person], `${person}@covers.example`]);
  }
  SIGNED_IN.push([pair.volunteer, '13900008001'], [other.volunteer, '13900008002']);
}, LONG);
afterAll(() => platform.stop());

describe('is refused', () => {
  it('before anything has begun, to volunteers, and to another agency, as if there were nothing', async () => {
    expect((await invite(agency.worker, await inputFor(pair))).__typename).toBe('TransitionRefused');
    expect(await pair.walk()).toMatchObject({ state: 'ACTIVE' });
    expect(await other.walk()).toMatchObject({ state: 'ACTIVE' });
    for (const note of ['一起浇了花', '说起了想家的事']) {
      const contact = { companionshipId: pair.id, kind: 'MADE', happenedOn: PAIR_DAY, note, requestId: note };
      expect((await actAs(pair.volunteer, CONTACT, contact)).__typename).toBe('CompanionshipStep');
    }
    const input = await inputFor(pair);
    expect((await pair.volunteer.graphql(INVITE, { i: input })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await addPerson(platform.app, await addAgency(platform.app, 'coverselsewhere'), {
      ...{ name: '外人', roles: ['SOCIAL_WORKER'], identifier: 'worker@coverselsewhere.example' },
    });
    const stranger = platform.client();
    await stranger.signIn('worker@coverselsewhere.example', TEST_PASSWORD);
    expect((await invite(stranger, input)).__typename).toBe('NotFound');
  });

  it('with days that cannot be, with the companion who is away, and with notes of another pair', async () => {
    const refused = async (more: object) => (await invite(agency.worker, await inputFor(pair, more)))['fields'];
    expect(await refused({ from: '2026-11-01' })).toEqual([{ field: 'from', code: 'IN_THE_PAST' }]);
    expect(await refused({ until: '2026-11-01' })).toEqual([{ field: 'until', code: 'BEFORE_START' }]);
    expect(await refused({ until: '2027-06-01' })).toEqual([{ field: 'until', code: 'TOO_LONG' }]);
    expect(await refused({ volunteerId: pair.proposed.volunteer.id, contactIds: [pair.id] })).toEqual([
      { field: 'volunteerId', code: 'THE_SAME' },
      { field: 'contactIds', code: 'NOT_OF_THIS_PAIR' },
    ]);
  });

  it('whoever is ready today but not on the last day, and of two whom a rule keeps apart', async () => {
    const input = await inputFor(pair);
    const database = platform.app.get(Database);
    const id = rowId(String(input['volunteerId']));
    const [volunteer] = await platform.app
      .get(Database)
      .read<{ personId: string }>('SELECT personId FROM volunteer WHERE id = ?', [id]);
    const checks = () =>
      database.manager.find<Record<string, unknown>>('RecordCheck', {
        where: { personId: volunteer?.personId },
      });
    const before = await checks();
    await write(() =>
      database.manager.update('RecordCheck', { personId: volunteer?.personId }, { happenedOn: '2025-12-10' }),
    );
    const outcome = await invite(agency.worker, input);
    expect(outcome).toMatchObject({ __typename: 'VolunteerNotEligible' });
    expect(outcome['findings']).toContainEqual({ requirement: 'RECORD_CHECK', outcome: 'EXPIRED' });
    expect((await invite(agency.worker, { ...input, until: '2026-12-01' })).__typename).toBe('Companionship');
    const made = (await read(pair.id)).standIn;
    const ended = { companionshipId: made?.id, version: 1, reason: '试一试', closingTalkOn: null };
    expect((await actAs(agency.worker, END, ended)).__typename).toBe('Companionship');
    for (const { id: fact, happenedOn } of before) {
      await write(() => database.manager.update('RecordCheck', { id: fact }, { happenedOn }));
    }
    const [{ childId } = { childId: '' }] = await platform.app
      .get(Database)
      .read<{ childId: string }>('SELECT childId FROM companionship WHERE id = ?', [pair.rowId]);
    const [person] = await platform.app
      .get(Database)
      .read<{ gender: string }>('SELECT gender FROM person WHERE id = ?', [volunteer?.personId]);
    const wish = (companionGender: string | null) =>
      write(() => database.manager.update('Child', { id: childId }, { companionGender }));
    await wish(person?.gender === 'FEMALE' ? 'MALE' : 'FEMALE');
    expect(await invite(agency.worker, { ...input, version: (await read(pair.id)).version })).toMatchObject({
      ...{ __typename: 'PairRefused', reasons: [{ code: 'GENDER_RULE' }] },
    });
    await wish(null);
    expect((await read(pair.id)).standIn).toBeNull();
  });
});

describe('two workers at the same moment', () => {
  it('invite one stand-in, and the child keeps the one place with the companion who is away', async () => {
    const { takers } = await read(pair.id);
    const [, a, b] = takers.suggestions;
    const notes = (await read(pair.id)).contacts.filter(({ note }) => note === '一起浇了花').map(({ id }) => id);
    const base = await inputFor(pair, { share: ['GOALS'], contactIds: notes });
    const outcomes = await Promise.all([
      invite(agency.worker, { ...base, volunteerId: a?.volunteer.id }),
      invite(agency.colleague, { ...base, volunteerId: b?.volunteer.id }),
    ]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Companionship', 'StaleVersion']);
    const won = outcomes.findIndex(({ __typename }) => __typename === 'Companionship');
    expect(outcomes[won]).toMatchObject({
      ...{ state: 'ACCEPTED', consent: null, plan: null, standsInFor: { id: pair.id } },
      cover: { from: PAIR_DAY, until: LAST, end: null },
    });
    const chosen = won === 0 ? a : b;
    const phone = await phoneOf(chosen?.volunteer.personId ?? '');
    cover = pair.as(String(outcomes[won]?.['id']), phone);
    expect(await cover.row()).toMatchObject({ heldChildId: null, standsInForId: pair.rowId });
    expect((await pair.row())['heldChildId']).toBe((await cover.row())['childId']);
    const again = await invite(
      agency.colleague,
      await inputFor(pair, { volunteerId: takers.suggestions[3]?.volunteer.id }),
    );
    expect(again).toMatchObject({ __typename: 'PlaceTaken', who: 'CHILD' });
  });

  it('and the last place of one volunteer, for two children, is given once', async () => {
    const couldBe = (await read(pair.id)).takers.suggestions.map((one) => one.volunteer.id);
    const both = (await read(other.id)).takers.suggestions.map((one) => one.volunteer.id);
    const volunteer = both.filter((id) => couldBe.includes(id)).at(-1);
    expect(volunteer).toBeDefined();
    const taken = await platform.app
      .get(Database)
      .repository(Companionship)
      .countBy({ volunteerId: rowId(volunteer ?? '') });
    await write(() =>
      platform.app.get(Database).manager.update('Volunteer', { id: rowId(volunteer ?? '') }, { places: taken + 1 }),
    );
    await actAs(agency.worker, END, { companionshipId: cover.id, version: 1, reason: '换一位', closingTalkOn: null });
    const inputs = [
      await inputFor(pair, { volunteerId: volunteer }),
      await inputFor(other, { volunteerId: volunteer }),
    ];
    const outcomes = await Promise.all([
      invite(agency.worker, inputs[0] ?? {}),
      invite(agency.colleague, inputs[1] ?? {}),
    ]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Companionship', 'PlaceTaken']);
    expect(outcomes.find(({ __typename }) => __typename === 'PlaceTaken')).toMatchObject({ who: 'VOLUNTEER' });
    const loser = outcomes[0]?.__typename === 'PlaceTaken' ? pair : other;
    const ranked = (await read(loser.id)).takers.suggestions.map((one) => one.volunteer.id);
    expect(ranked).not.toContain(volunteer);
    const made = outcomes.find(({ __typename }) => __typename === 'Companionship');
    const end = { companionshipId: made?.['id'], version: 1, reason: '名额试过了', closingTalkOn: null };
    expect((await actAs(agency.worker, END, end)).__typename).toBe('Companionship');
  });
});

describe('every gate', () => {
  it('is asked of the stand-in, who reads nothing before family and child have said yes', async () => {
    cover = await invited(pair, {
      share: ['GOALS'],
      contactIds: [(await read(pair.id)).contacts.find(({ note }) => note === '一起浇了花')?.id],
    });
    expect(await onPhone(cover.volunteer, cover.id)).toMatchObject({
      ...{ child: null, handedOn: null, coversName: null, cover: { from: PAIR_DAY, until: LAST } },
    });
    expect((await cover.activate()).__typename).toBe('CompanionshipBlocked');
    await cover.agree();
    await cover.consent({ validUntil: '2026-12-05' });
    await cover.approvePlan();
    const blocked = await cover.activate();
    expect((blocked['blockers'] as { code: string }[]).map(({ code }) => code)).toEqual([
      'CONSENT_EXPIRED',
      'FIRST_COMPANION_MEETS',
    ]);
    await cover.consent(FAMILY_WORD);
    const codes = ((await cover.activate())['blockers'] as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(['FIRST_COMPANION_MEETS']);
  });

  it('says on the first page who is away with nobody there, and since when', async () => {
    await pause(other);
    await pause(pair);
    const { today } = await agency.worker.data<{ today: object }>(TODAY);
    // For the first pair somebody has been asked already.
    expect(today).toMatchObject({ companionshipsUncovered: 1, uncoveredSince: PAIR_DAY });
    const listed = await agency.worker.data<{ companionships: { edges: { node: { id: string } }[] } }>(UNCOVERED);
    expect(listed.companionships.edges.map(({ node }) => node.id)).toEqual([other.id]);
    expect(await read(pair.id)).toMatchObject({ absentOn: PAIR_DAY });
  });

  it('then begins, with what was chosen of the pair and nothing else of it', async () => {
    expect(await cover.activate()).toMatchObject({ state: 'ACTIVE' });
    const [own, first] = [await onPhone(cover.volunteer, cover.id), await onPhone(pair.volunteer, pair.id)];
    expect(own).toMatchObject({
      ...{ cover: { from: PAIR_DAY, until: LAST, end: null }, contacts: [] },
      handedOn: {
        chosen: ['GOALS', 'NOTE'],
        taskGoal: '一起读完一本书',
        meetingPlace: null,
        notes: [{ note: '一起浇了花' }],
      },
    });
    expect(own?.child).not.toBeNull();
    expect(own?.coversName).toMatch(/./u);
    expect(JSON.stringify(own)).not.toContain('想家');
    expect(first).toMatchObject({ state: 'PAUSED', coveredUntil: LAST });
  });

  it('leaves the engine one companion of the child, and the stand-in a place less', async () => {
    const outcome = await actAs(agency.worker, RUN, { requestId: 'with-cover' });
    expect(outcome.__typename).toBe('MatchRun');
    const { edges } = outcome['proposals'] as { edges: { node: { child: { id: string } } }[] };
    expect(edges.map(({ node }) => node.child.id)).not.toContain(pair.proposed.child.id);
  });
});

describe('it ends', () => {
  it('at once when the companion is back, and the worker tells the child', async () => {
    const before = (await agency.worker.data<{ today: { childrenToTell: number } }>(TODAY)).today.childrenToTell;
    expect(await pair.activate()).toMatchObject({ state: 'ACTIVE' });
    expect(await read(cover.id)).toMatchObject({
      state: 'ENDED',
      cover: { end: 'BACK' },
      telling: { answeredAt: null },
    });
    expect(await onPhone(cover.volunteer, cover.id)).toMatchObject({ child: null, coversName: null, contacts: [] });
    const { today } = await agency.worker.data<{ today: { childrenToTell: number } }>(TODAY);
    expect(today.childrenToTell).toBe(before + 1);
    await platform.app.get(JobWorker).drain();
    const told = await platform.app
      .get(Database)
      .read<{ template: string }>('SELECT template FROM notice WHERE agencyId = ?', [agency.agencyId]);
    expect(told.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['coverEndedForWorker', 'coverEndedForVolunteer', 'coverEndedForFirst']),
    );
  });

  it('by itself after its last day, closed on the phone before the job comes, and once whoever asks', async () => {
    await pause(pair);
    cover = await invited(pair, { from: PAIR_DAY, until: '2026-11-29' });
    expect(await cover.walk()).toMatchObject({ state: 'ACTIVE' });
    const ends = platform.app.get(CoverEnds);
    expect(await ends.endAllOver()).toBe(0);
    await at('2026-11-29T12:00:00Z');
    expect((await onPhone(cover.volunteer, cover.id))?.child).not.toBeNull();
    await at('2026-11-30T02:00:00Z');
    expect((await onPhone(cover.volunteer, cover.id))?.child).toBeNull();
    const late = { companionshipId: cover.id, kind: 'MADE', happenedOn: '2026-11-29', note: 'x', requestId: 'late' };
    expect((await actAs(cover.volunteer, CONTACT, late)).__typename).toBe('TransitionRefused');
    const counts = await Promise.all([ends.endAllOver(), ends.endAllOver()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await read(cover.id)).toMatchObject({ state: 'ENDED', endedOn: '2026-11-29', cover: { end: 'LAST_DAY' } });
    expect(await read(pair.id)).toMatchObject({ state: 'PAUSED', standIn: null });
  });

  it('at once by the family, on either card', async () => {
    const today = '2026-11-30';
    const word = { givenOn: today, childAnsweredOn: today };
    for (const whose of ['cover', 'first'] as const) {
      cover = await invited(other, { from: today });
      await cover.agree();
      await cover.consent(word);
      await cover.approvePlan();
      expect(await cover.activate(today)).toMatchObject({ state: 'ACTIVE' });
      await sayStop(await cardOf(whose === 'cover' ? cover.id : other.id));
      expect(await read(cover.id)).toMatchObject({ state: 'ENDED', cover: { end: 'FAMILY' }, telling: null });
      expect((await onPhone(cover.volunteer, cover.id))?.child).toBeNull();
    }
    // Against a family's stop nobody stands in.
    expect((await invite(agency.worker, await inputFor(other, { from: today }))).__typename).toBe('TransitionRefused');
  });

  it('at once when the work of either is stopped', async () => {
    const today = '2026-11-30';
    cover = await invited(pair, { from: today });
    await cover.agree();
    await cover.consent({ givenOn: today, childAnsweredOn: today });
    await cover.approvePlan();
    expect(await cover.activate(today)).toMatchObject({ state: 'ACTIVE' });
    await actAs(agency.supervisor, STOP, { personId: pair.proposed.volunteer.personId, reason: 'CONDUCT', words: 'x' });
    expect(await read(pair.id)).toMatchObject({ state: 'ENDED', endCause: 'STOP' });
    expect(await read(cover.id)).toMatchObject({ state: 'ENDED', endCause: 'STOP', cover: { end: 'STOP' } });
  });
});
