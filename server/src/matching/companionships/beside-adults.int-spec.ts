// A volunteer under age accompanies a child only beside a cleared adult, however the one or the other changes (H8, ADR 0033).
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { BesideRows, Person, PeopleRepository, VolunteersRepository } from '../../people/index.js';
import { allRows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { makeReady } from '../../testing/ready-volunteer.js';
import { addAgency, addPerson, inAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { act, activePair, type TestPair } from '../../testing/test-pair.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Unaccompanied } from './unaccompanied.js';

const LONG = 240_000;
const OUTCOME =
  '__typename ... on InvalidInput { fields { code } } ... on Volunteer { company { adult { name cleared } } }';
const PUT = `mutation ($i: PutBesideInput!) { outcome: putBeside(input: $i) { ${OUTCOME} } }`;
const END = `mutation ($i: EndBesideInput!) { outcome: endBeside(input: $i) { ${OUTCOME} } }`;
const STOP = 'mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { __typename } }';
const CHOICES = 'query ($name: String) { adultChoices(name: $name) { adultId name colleague } }';
const VOLUNTEER = `query ($id: ID!) { volunteer(id: $id) { company { adult { name cleared until } }
  eligibility { ready findings { requirement outcome until remedy } } } }`;
const PAIR = `query ($id: ID!) { companionship(id: $id) { state version blockers { code findings { remedy } } } }`;
const STANDING =
  'query ($s: VolunteerStanding) { volunteers(first: 50, filter: { standing: $s }) { edges { node { id } } } }';

let platform: TestApp;
let pair: TestPair;
let minor: string;
let stranger: TestClient;

const adults = new Map<string, string>();
const rawId = (globalId: string) => Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';
const put = (name: string, client = pair.agency.worker) =>
  act(client, PUT, { volunteerId: minor, adultId: toGlobalId('Person', adults.get(name) ?? name) });
const end = (client = pair.agency.worker) => act(client, END, { volunteerId: minor });
const stateNow = async () =>
  (
    await pair.agency.worker.data<{
      companionship: { state: string; blockers: { code: string; findings: { remedy: string }[] }[] };
    }>(PAIR, { id: pair.pairId })
  ).companionship;
const eligibility = async () =>
  (
    await pair.agency.worker.data<{
      volunteer: {
        company: { adult: { cleared: boolean } | null } | null;
        eligibility: { ready: boolean; findings: { requirement: string; until: string | null }[] };
      };
    }>(VOLUNTEER, { id: minor })
  ).volunteer;
const change = (personId: string, to: Partial<Person>) =>
  inAgency(platform.app, pair.agency.agencyId, () =>
    platform.app.get(Database).repository(Person).update({ id: personId }, to),
  );

/** A volunteer of the agency with everything that it takes. */
async function adult(name: string): Promise<string> {
  const { agencyId } = pair.agency;
  const personId = await addPerson(platform.app, agencyId, { name, roles: ['VOLUNTEER'] });
  const bare = { agencyId, personId, languages: ['zh'], skills: [], freeTimes: [], places: 0 };
  await inAgency(platform.app, agencyId, () => platform.app.get(VolunteersRepository).addAll([bare]));
  await makeReady(platform.app, agencyId, personId);
  adults.set(name, personId);
  return personId;
}

beforeAll(async () => {
  platform = await startTestApp();
  pair = await activePair(platform, 'besides');
  const { app } = platform;
  const { agencyId } = pair.agency;
  const view = await app.get(VolunteersRepository).byPerson(agencyId, pair.volunteerPerson as PersonId);
  minor = toGlobalId('Volunteer', view?.id ?? '');
  for (const name of ['高远', '沈静']) await adult(name);
  adults.set('无查询', await addPerson(app, agencyId, { name: '无查询', roles: ['VOLUNTEER'] }));
  const other = await addAgency(app, '别家');
  await addPerson(app, other, { name: '外人', roles: ['SOCIAL_WORKER'], identifier: 'else@besides.example' });
  stranger = platform.client();
  await stranger.signIn('else@besides.example', TEST_PASSWORD);
}, LONG);
afterAll(() => platform.stop());

describe('an adult', () => {
  it('goes beside nobody: there is nothing to name', async () => {
    expect((await eligibility()).company).toBeNull();
    expect(await put('高远')).toMatchObject({ __typename: 'InvalidInput', fields: [{ code: 'NOT_A_MINOR' }] });
  });
});

describe('a minor', () => {
  it('meets no child alone: what runs rests, and says what to do', async () => {
    await change(pair.volunteerPerson, { birthDate: '2011-03-01' });
    expect((await eligibility()).eligibility.ready).toBe(false);
    expect(await put('高远', stranger)).toMatchObject({ __typename: 'NotFound' });
    expect(await end()).toMatchObject({ __typename: 'NotFound' });
    for (const [name, code] of [
      [pair.volunteerPerson, 'THEMSELVES'],
      ['无查询', 'NOT_CLEARED'],
      ['nobody', 'NOT_CLEARED'],
    ]) {
      expect(await put(name ?? '')).toMatchObject({ fields: [{ code }] });
    }
    expect(await platform.app.get(Unaccompanied).restOf(pair.agency.agencyId)).toBe(1);
    const { state, blockers } = await stateNow();
    expect(state).toBe('PAUSED');
    expect(blockers.find(({ code }) => code === 'VOLUNTEER_NOT_ELIGIBLE')?.findings).toEqual([
      { remedy: 'SERVE_BESIDE_CLEARED_ADULT' },
    ]);
  });

  it('may beside a cleared adult: the list, the page and the gate say the same', async () => {
    const { worker } = pair.agency;
    const { adultChoices } = await worker.data<{ adultChoices: { name: string }[] }>(CHOICES, { name: '高远' });
    expect(adultChoices.map(({ name }) => name)).toEqual(['高远']);
    const all = (await worker.data<{ adultChoices: { name: string }[] }>(CHOICES)).adultChoices;
    expect(all).toHaveLength(40);
    expect(await put('高远')).toMatchObject({ company: { adult: { name: '高远', cleared: true } } });
    const { eligibility: own } = await eligibility();
    expect(own.ready).toBe(true);
    expect(own.findings.find(({ requirement }) => requirement === 'RECORD_CHECK')?.until).toBe('2027-11-22');
    const ready = await worker.data<{ volunteers: { edges: { node: { id: string } }[] } }>(STANDING, { s: 'READY' });
    expect(ready.volunteers.edges.map(({ node }) => node.id)).toContain(minor);
    await pair.begin();
    expect((await stateNow()).state).toBe('ACTIVE');
    expect(await platform.app.get(Unaccompanied).restOf(pair.agency.agencyId)).toBe(0);
  });

  it('rests at once when somebody else is to come along, until family and child were asked again', async () => {
    expect(await put('沈静')).toMatchObject({ company: { adult: { name: '沈静' } } });
    expect((await stateNow()).state).toBe('PAUSED');
    await pair.begin();
    // The same adult once more changes nothing.
    expect(await put('沈静')).toMatchObject({ __typename: 'Volunteer' });
    expect((await stateNow()).state).toBe('ACTIVE');
    expect(await end()).toMatchObject({ company: { adult: null } });
    expect((await stateNow()).state).toBe('PAUSED');
  });

  it('of two workers who name somebody at once has one adult, and both have an answer', async () => {
    const answers = await Promise.all([put('高远'), put('沈静')]);
    expect(answers.map(({ __typename }) => __typename)).toEqual(['Volunteer', 'Volunteer']);
    const rows = await platform.app.get(BesideRows).standing(pair.agency.agencyId);
    expect(rows).toHaveLength(1);
    await put('高远');
    await pair.begin();
  });

  it('rests where the adult’s role here has ended, and serves again beside a colleague whose check holds', async () => {
    const people = platform.app.get(PeopleRepository);
    const { agencyId, worker } = pair.agency;
    const person = adults.get('高远') as PersonId;
    const on = '2026-11-21' as LocalDate;
    await inAgency(platform.app, agencyId, () =>
      platform.app.get(Database).manager.update('RoleAssignment', { personId: person }, { startsOn: on, endsOn: on }),
    );
    expect((await eligibility()).company?.adult?.cleared).toBe(false);
    expect(await platform.app.get(Unaccompanied).restOf(agencyId)).toBe(1);
    expect((await stateNow()).state).toBe('PAUSED');
    const viewer = (await worker.data<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
    const own = fromGlobalId('Person', viewer) ?? rawId(viewer);
    expect(await put(own)).toMatchObject({ fields: [{ code: 'NOT_CLEARED' }] });
    await makeReady(platform.app, agencyId, own as PersonId);
    expect(await put(own)).toMatchObject({ company: { adult: { cleared: true } } });
    expect(await people.holdersOf(agencyId, 'SOCIAL_WORKER', '2026-11-22' as LocalDate)).toContain(own);
    await pair.begin();
    expect((await stateNow()).state).toBe('ACTIVE');
  });

  it('rests at once when the adult’s work is stopped', async () => {
    await put('沈静');
    await pair.begin();
    const personId = toGlobalId('Person', adults.get('沈静') ?? '');
    const stop = { personId, reason: 'CONCERN', words: '先停一停' };
    const stopped = await act(pair.agency.director, STOP, stop);
    expect(stopped.__typename).toBe('WorkStanding');
    expect((await stateNow()).state).toBe('PAUSED');
    expect(await put('沈静')).toMatchObject({ fields: [{ code: 'NOT_CLEARED' }] });
    const within = allRows(pair.agency.agencyId);
    const view = (await platform.app.get(VolunteersRepository).byIds(within, [rawId(minor)])).get(
      rawId(minor) as never,
    );
    expect(view?.stoppedSince).toBeUndefined();
  });
});
