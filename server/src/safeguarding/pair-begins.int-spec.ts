// From the accepted pair to the phone: through GraphQL, on both engines. Refusals first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Companionships, CompanionshipsRepository } from '../matching/index.js';
import { allRows, type Actor, type PersonActor } from '../platform/access/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import type { MatchedAgency } from '../testing/matched-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import {
  acceptedPair,
  act,
  ACTIVATE,
  ANSWER,
  codeOf,
  CONSENT,
  PLAN,
  today,
  type TestPair,
} from '../testing/test-pair.js';

const LONG = 120_000;
const CONTACT = `mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename
  ... on CompanionshipStep { state } ... on InvalidInput { fields { field code } } } }`;
const TIMES = `mutation ($i: ChangeMyFreeTimesInput!) { outcome: changeMyFreeTimes(input: $i) { __typename
  ... on MyFreeTimes { freeTimes { weekday startMinute endMinute } } ... on InvalidInput { fields { field code } } } }`;

let platform: TestApp;
let agency: MatchedAgency;
let volunteer: TestClient;
let colleague: TestClient;
let pairId: string;
let mine: TestPair['mine'];
let version: TestPair['version'];

beforeAll(async () => {
  platform = await startTestApp();
  ({ agency, volunteer, pairId, mine, version } = await acceptedPair(platform, 'yunxi'));
  colleague = agency.colleague;
}, LONG);
afterAll(() => platform.stop());

describe('nothing begins without its facts (H26)', () => {
  const plan = { taskGoal: '一起读完一本书', processGoal: '愿意说出想法', meetingPlace: '社工站', contactsPerMonth: 2 };
  const word = (at: number) => ({
    ...{ companionshipId: pairId, version: at, guardianName: '王秀兰', relation: '奶奶', method: 'THUMBPRINT' },
    ...{ serviceAgreementSignedOn: '2026-11-20', givenOn: '2026-11-22', validUntil: '2027-11-21' },
    ...{ childAnswer: 'YES', childAnsweredOn: '2026-11-22' },
  });
  const blocked = async () => {
    const input = { companionshipId: pairId, version: await version(), startsOn: '2026-11-22' };
    const outcome = await act(agency.worker, ACTIVATE, input);
    return ((outcome['blockers'] ?? []) as { code: string }[]).map(({ code }) => code);
  };

  it('names every missing fact, one after the other, by the API that the page uses', async () => {
    const family = ['SERVICE_AGREEMENT_MISSING', 'CONSENT_MISSING', 'CHILD_ANSWER_MISSING'];
    expect(await blocked()).toEqual([...family, 'PLAN_MISSING', 'CONDUCT_NOT_ACCEPTED']);
    const yes = { companionshipId: pairId, version: 1, agree: true, acceptConduct: true };
    expect((await act(volunteer, ANSWER, yes)).__typename).toBe('MyCompanionship');
    expect(await blocked()).toEqual([...family, 'PLAN_MISSING']);
    await act(agency.worker, CONSENT, { ...word(2), childAnswer: 'NO' });
    expect(await blocked()).toEqual(['CHILD_SAID_NO', 'PLAN_MISSING']);
    await act(agency.worker, CONSENT, word(3));
    expect(await blocked()).toEqual(['PLAN_MISSING']);
  });

  it.each(['import', 'seed'])('refuses the %s by the same names, and writes nothing', async (name) => {
    const system: Actor = { kind: 'system', agencyId: agency.agencyId, name };
    const id = Buffer.from(pairId, 'base64url').toString('utf8').split(':')[1] ?? '';
    const on = '2026-11-22' as LocalDate;
    const outcome = await platform.app
      .get(Companionships)
      .activate(system as unknown as PersonActor, id, await version(), on);
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'COMPANIONSHIP_BLOCKED', blockers: [{ code: 'PLAN_MISSING' }] },
    });
    const row = await platform.app.get(CompanionshipsRepository).find(allRows(agency.agencyId), id);
    expect(row?.state).toBe('FAMILY_CONSENTED');
  });

  it('has no other way to Active: no roster of pairs, and no source writes the state but through the gate', async () => {
    const response = await agency.worker.fetch('/files/rosters?kind=COMPANIONSHIPS&name=pairs.csv', {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
      body: 'state\nACTIVE\n',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    const writers = sources().filter(({ text }) =>
      /'ACTIVE',\s*(change|\{)|state: 'ACTIVE'[^;]*(insert|update)/.test(text),
    );
    expect(writers.map(({ path }) => path)).toEqual(['matching/companionships/companionships.repository.ts']);
    const makers = sources().filter(({ text }) => text.includes('as ClearedToBegin'));
    expect(makers.map(({ path }) => path)).toEqual(['matching/companionships/companionship-gate.ts']);
  });

  it('begins once all of them stand, and tells the volunteer goals and the next contact', async () => {
    await act(agency.worker, PLAN, { companionshipId: pairId, version: await version(), ...plan });
    expect(await blocked()).toEqual([]);
    expect(await mine()).toMatchObject({
      ...{ state: 'ACTIVE', goal: '一起读完一本书', processGoal: '愿意说出想法', nextContactOn: '2026-12-07' },
      contacts: [],
    });
  });
});

describe('on the phone', () => {
  it('refuses a contact of tomorrow, of somebody else’s pair, and by a donor', async () => {
    const contact = { companionshipId: pairId, kind: 'MADE', happenedOn: '2026-11-23', requestId: 'c0' };
    expect(await act(volunteer, CONTACT, contact)).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'happenedOn', code: 'IN_THE_FUTURE' }],
    });
    await addPerson(platform.app, agency.agencyId, {
      name: '捐赠人',
      roles: ['DONOR'],
      identifier: 'donor@yunxi.example',
    });
    const donor = platform.client();
    await donor.signIn('donor@yunxi.example', TEST_PASSWORD);
    expect(await codeOf(donor, CONTACT, { i: contact })).toBe('FORBIDDEN');
  });

  it('tells an attempt from a meeting: only the meeting moves the next one on, and a retry is one', async () => {
    const contact = { companionshipId: pairId, happenedOn: '2026-11-22' };
    platform.clock.set('2026-12-08T03:00:00.000Z');
    await agency.worker.signIn('worker@yunxi.example', TEST_PASSWORD);
    await volunteer.signIn('13900008888', TEST_PASSWORD);
    expect(await today(agency.worker)).toMatchObject({ contactsOverdue: 1 });
    await act(volunteer, CONTACT, { ...contact, kind: 'ATTEMPTED', requestId: 'c1', note: '没有接电话' });
    expect(await today(agency.worker)).toMatchObject({ contactsOverdue: 1 });
    const made = { ...contact, happenedOn: '2026-12-08', kind: 'MADE', requestId: 'c2' };
    await act(volunteer, CONTACT, made);
    expect((await act(volunteer, CONTACT, made)).__typename).toBe('CompanionshipStep');
    expect(await today(agency.worker)).toMatchObject({ contactsOverdue: 0 });
    expect((await mine())['contacts']).toMatchObject([{ kind: 'MADE' }, { kind: 'ATTEMPTED', note: '没有接电话' }]);
    platform.clock.set('2026-11-22T05:00:00.000Z');
    for (const [client, who] of [
      [agency.worker, 'worker'],
      [agency.supervisor, 'supervisor'],
      [agency.director, 'director'],
      [colleague, 'colleague'],
    ] as const) {
      await client.signIn(`${who}@yunxi.example`, TEST_PASSWORD);
    }
    await volunteer.signIn('13900008888', TEST_PASSWORD);
  });

  it('changes own free times, refusing what is no time of a week', async () => {
    const time = { weekday: 6, startMinute: 840, endMinute: 1020 };
    const wrong = await act(volunteer, TIMES, { freeTimes: [{ ...time, weekday: 8 }] });
    expect(wrong['fields']).toEqual([{ field: 'freeTimes', code: 'OUT_OF_RANGE' }]);
    expect((await act(volunteer, TIMES, { freeTimes: [time, { ...time, startMinute: 900 }] }))['fields']).toEqual([
      { field: 'freeTimes', code: 'OVERLAP' },
    ]);
    expect(await act(volunteer, TIMES, { freeTimes: [time] })).toMatchObject({ freeTimes: [time] });
    const { myFreeTimes } = await volunteer.data<{ myFreeTimes: object }>('{ myFreeTimes { freeTimes { weekday } } }');
    expect(myFreeTimes).toEqual({ freeTimes: [{ weekday: 6 }] });
  });

  it('leaves each contact in the audit', async () => {
    const where = { agencyId: agency.agencyId };
    const events = await platform.app.get(Database).repository(AuditEvent).findBy(where);
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['contact.made', 'contact.attempted']) expect(actions).toContain(action);
  });
});

/** Sources of the server, tests and migrations left out. */
function sources(): { readonly path: string; readonly text: string }[] {
  const root = join(import.meta.dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !path.includes('migrations'))
    .filter((path) => !path.startsWith('testing'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
