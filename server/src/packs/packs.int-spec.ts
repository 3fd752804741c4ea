// After the day on the engine under test: whose a pack is, that it comes of a closed day alone and is sent once by each
// version, that a child's words leave only with the family's yes and two readers, and stay unread once the yes is gone.
import readWorkbook from 'read-excel-file/node';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import { ActivityChild, ActivityRecord, ServiceHours } from '../attendance/index.js';
import { ACTIVITY_ENTITIES } from '../activities/index.js';
import { Child } from '../children/index.js';
import { Agencies } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { JobWorker } from '../platform/outbox/index.js';
import { RosterPlace } from '../rosters/index.js';
import { TeamBooking } from '../teams/index.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { heard } from '../testing/ledger-sitting.js';
import { pdfText } from '../testing/pdf-text.js';
import { addPerson, addVolunteerRecord, TEST_PASSWORD } from '../testing/staff.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { ServiceCertificate, TeamPack, TeamPackEdition, TeamPackLine, TeamPackThanks } from './pack.entities.js';

const LONG = 180_000;
const HEAD = 'id teamName theme onDate dueOn overdue edition sentAt';
const EDITION = 'number debrief outcomes why hash sentBy';
const PACK = `id head { ${HEAD} } lines { name minutes } missed evaluation editions { ${EDITION} } version`;
const LIST = `{ teamPacks { ${HEAD} } }`;
const ONE = `query ($id: ID!) { teamPack(id: $id) { ${PACK} } }`;
const VOICES = 'thanks { id words agreed marks looked ownLook released }';
const THANKS = `query ($id: ID!) { packThanks(packId: $id) { ${VOICES} } }`;
const LOOK = `mutation ($i: LookAtThanksInput!) { outcome: lookAtThanks(input: $i) { __typename
  ... on PackThanksList { ${VOICES} } ... on MarksUnread { marks } } }`;
const SEND = `mutation ($i: SendTeamPackInput!) { outcome: sendTeamPack(input: $i) { __typename ... on TeamPack { ${PACK} }
  ... on InvalidInput { fields { field code } } ... on MarksUnread { marks } ... on StaleVersion { currentVersion } } }`;
const OWN = `{ companyPacks { ${HEAD} } }`;
const READ = `query ($id: ID!) { companyPack(packId: $id) { head { ${HEAD} } told { ${EDITION} } lines { name minutes }
  participants thanks } }`;
const CLOSE = 'mutation ($i: DayStepInput!) { outcome: closeActivity(input: $i) { __typename } }';
const TODAY = '{ today { packsToSend } }';

interface Voice {
  readonly id: string;
  readonly words: string;
  readonly agreed: boolean;
  readonly looked: number;
  readonly released: boolean;
}
interface Pack {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly head: { readonly dueOn: string; readonly edition: number; readonly overdue: boolean };
  readonly lines: readonly { readonly name: string; readonly minutes: number }[];
  readonly missed: number;
  readonly evaluation: string;
  readonly editions: readonly { readonly number: number; readonly debrief: string; readonly hash: string }[];
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly marks?: number;
}

let platform: TestApp;
let agency: FamilyAgency;
let agencyId: AgencyId;
let today: LocalDate;
let coordinatorId: PersonId;
let coordinator: TestClient;
let otherTeam: TestClient;
let second: TestClient;
let count = 0;

const signedIn = async (identifier: string): Promise<TestClient> => {
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
};
const listed = async (client: TestClient) => (await client.data<{ teamPacks: { id: string }[] }>(LIST)).teamPacks;
const packOf = async (client: TestClient, id: string) =>
  (await client.data<{ teamPack: Pack | null }>(ONE, { id })).teamPack;
const voices = async (client: TestClient, id: string) =>
  (await client.data<{ packThanks: { thanks: Voice[] } | null }>(THANKS, { id })).packThanks?.thanks;
const look = async (client: TestClient, packId: string, thanksId: string, marksSeen = 0) =>
  (await client.data<{ outcome: { __typename: string } }>(LOOK, { i: { packId, thanksId, marksSeen } })).outcome;
const send = async (client: TestClient, packId: string, more: object = {}) => {
  const i = { packId, version: 1, debrief: '大家一起整理了图书。', outcomes: '书架整齐了。', why: '', marksSeen: 0 };
  return (await client.data<{ outcome: Pack }>(SEND, { i: { ...i, thanksIds: [], ...more } })).outcome;
};
const read = async (client: TestClient, id: string) =>
  (await client.data<{ companyPack: (Pack & { thanks: string[]; participants: number | null }) | null }>(READ, { id }))
    .companyPack;

interface DayWish {
  /** Minutes by name; nought: did not come. */
  readonly people: Readonly<Record<string, number>>;
  /** Children who came, with their words. */
  readonly children?: Readonly<Record<string, string>>;
  readonly close?: boolean;
}
/** A team's day that was looked back on, closed through the API; the opaque id of its pack. */
async function dayOf({ people, children = {}, close = true }: DayWish): Promise<string> {
  const { app } = platform;
  const [database, ids, cipher] = [app.get(Database), app.get(Ids), app.get(Cipher)];
  count += 1;
  const wish = { agencyId, coordinatorId, name: `晨光${String(count)}`, onDate: today, people: 5 };
  const bookingId = await addTeamDay(app, wish);
  const id = (): string => ids.next<never>();
  const at = app.get(Clock).nowIso();
  const { activityId } = (await database.repository(TeamBooking).findOneByOrFail({ id: bookingId })) as TeamBooking;
  const of = { agencyId, activityId };
  const persons = new Map<string, string>();
  for (const name of Object.keys(people)) {
    const identifier = `p${String(count)}-${String(persons.size)}@pack.example`;
    const personId = await addPerson(app, agencyId, { name, roles: ['EMPLOYEE'], identifier });
    await addVolunteerRecord(app, agencyId, personId);
    persons.set(name, personId);
  }
  await agency.write(async () => {
    const [Activity] = ACTIVITY_ENTITIES;
    if (!Activity) throw new Error('no activities');
    await database.repository(TeamBooking).update({ id: bookingId }, { state: 'ROSTER_LOCKED' });
    await database.repository(Activity).update({ id: activityId }, { state: 'EVALUATED' } as never);
    for (const [name, personId] of persons) {
      const place = { id: id(), agencyId, bookingId, personId, tasks: 'WITH_CHILDREN', state: 'JOINED' };
      const agreement = { agreementVersion: null, agreementLanguage: null, agreementHash: null, agreementFactId: null };
      const times = { signedAt: null, remindedAt: null, changedAt: at, createdAt: at };
      await database.repository(RosterPlace).insert({ ...place, ...agreement, ...times } as never);
      const minutes = people[name] ?? 0;
      const hours = { id: id(), personId, onDate: today, minutes, state: 'CONFIRMED', recordedAt: at };
      if (minutes > 0) await database.repository(ServiceHours).insert({ ...of, ...hours } as never);
    }
    await cipher.ensureKeys(agencyId, [agencyId]);
    const recordId = id();
    const seal = (text: string, place: string) =>
      cipher.sealFor(agencyId, text, `activity_record.${place}.${recordId}`);
    await database.repository(ActivityRecord).insert({
      ...{ ...of, id: recordId, codeKey: 'k', recordedBy: coordinatorId, recordedAt: at, evaluatedBy: coordinatorId },
      ...{ taskReached: 4, processReached: 5 },
      ...{ evaluationSealed: seal('孩子们很投入', 'evaluation'), reflectionSealed: seal('早一点', 'reflection') },
    } as never);
    for (const [name, words] of Object.entries(children)) {
      const childId = fromGlobalId('Child', agency.childId(name)) ?? '';
      const { personId } = await database.repository(Child).findOneByOrFail({ id: childId });
      await cipher.ensureKeys(agencyId, [personId]);
      const rowId = id();
      const wordsSealed = words === '' ? null : cipher.sealFor(personId, words, `activity_child.words.${rowId}`);
      await database.repository(ActivityChild).insert({
        ...{ ...of, id: rowId, childId, choice: 'SIGNED_UP', inMinute: 540, outMinute: 700, seemed: 'WELL', face: 5 },
        ...{ wordsSealed, noteSealed: null, fetchedBySealed: null, version: 1, recordedBy: coordinatorId },
        recordedAt: at,
      } as never);
    }
  });
  if (!close) return bookingId;
  const { id: globalId } = { id: Buffer.from(`Activity:${activityId}`).toString('base64url') };
  const closed = await agency.director.data(CLOSE, { i: { activityId: globalId, version: 1 } });
  expect(closed).toEqual({ outcome: { __typename: 'ActivityDay' } });
  await app.get(JobWorker).drain();
  const pack = await database.repository(TeamPack).findOneByOrFail({ agencyId, bookingId });
  return Buffer.from(`TeamPack:${pack.id}`).toString('base64url');
}

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ agencyId } = agency);
  const { app } = platform;
  today = await app.get(Agencies).today(agencyId);
  const csr = { name: '高远', roles: ['CSR_COORDINATOR'], identifier: 'csr@pack.example' } as const;
  coordinatorId = await addPerson(app, agencyId, csr);
  await addPerson(app, agencyId, { name: '别队', roles: ['CSR_COORDINATOR'], identifier: 'other@pack.example' });
  await addPerson(app, agencyId, { name: '何苗', roles: ['SUPERVISOR'], identifier: 'second@pack.example' });
  coordinator = await signedIn('csr@pack.example');
  otherTeam = await signedIn('other@pack.example');
  second = await signedIn('second@pack.example');
}, LONG);
afterAll(() => platform.stop());

describe('a pack is refused', () => {
  it('while the activity is not closed: there is none', async () => {
    const bookingId = await dayOf({ people: { 王一: 60 }, close: false });
    const { app } = platform;
    expect(await app.get(Database).repository(TeamPack).countBy({ bookingId })).toBe(0);
  });

  it('to another agency’s worker, to another team’s coordinator, and to its own before it is sent', async () => {
    const id = await dayOf({ people: { 王二: 60 } });
    expect((await listed(agency.stranger)).length).toBe(0);
    expect(await packOf(agency.stranger, id)).toBeNull();
    expect(await voices(agency.stranger, id)).toBeUndefined();
    expect((await send(agency.stranger, id)).__typename).toBe('NotFound');
    for (const client of [coordinator, otherTeam]) {
      expect((await client.graphql(ONE, { id })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      expect((await client.graphql(THANKS, { id })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      expect(await read(client, id)).toBeNull();
    }
    expect((await send(agency.worker, id)).__typename).toBe('TeamPack');
    expect(await read(otherTeam, id)).toBeNull();
    expect(await otherTeam.data(OWN)).toEqual({ companyPacks: [] });
    expect((await read(coordinator, id))?.lines).toEqual([{ name: '王二', minutes: 60 }]);
  });

  it('without words, with places nobody looked at, or with a text too long', async () => {
    const id = await dayOf({ people: { 王三: 60 } });
    expect((await send(agency.worker, id, { debrief: ' ' })).fields).toEqual([{ field: 'debrief', code: 'REQUIRED' }]);
    const long = await send(agency.worker, id, { outcomes: '好'.repeat(2001) });
    expect(long.fields).toEqual([{ field: 'outcomes', code: 'TOO_LONG' }]);
    const named = { debrief: '有事请打 138-0013-8000。' };
    expect(await send(agency.worker, id, named)).toMatchObject({ __typename: 'MarksUnread', marks: 1 });
    expect((await send(agency.worker, id, { ...named, marksSeen: 1 })).__typename).toBe('TeamPack');
  });
});

describe('a pack', () => {
  it('is opened once with the closing, due in ten working days, with hours of the log for those who came', async () => {
    const id = await dayOf({ people: { 李来: 150, 李没来: 0 } });
    const pack = await packOf(agency.worker, id);
    expect(pack).toMatchObject({ missed: 1, evaluation: '孩子们很投入', lines: [{ name: '李来', minutes: 150 }] });
    const due = pack?.head.dueOn ?? '';
    expect(due > addDays(today, 11) && due <= addDays(today, 16)).toBe(true);
    expect(await agency.worker.data(TODAY)).toEqual({ today: { packsToSend: (await waiting()).length } });
    expect((await waiting()).map((one) => one.id)).toContain(id);
  });

  it('is sent once, however many send it at once, and moves the booking to its last state', async () => {
    const id = await dayOf({ people: { 周一: 90 } });
    const outcomes = await Promise.all([send(agency.worker, id), send(second, id)]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['StaleVersion', 'TeamPack']);
    const database = platform.app.get(Database);
    const pack = await database.repository(TeamPack).findOneByOrFail({ id: fromGlobalId('TeamPack', id) ?? '' });
    expect(await database.repository(TeamPackEdition).countBy({ packId: pack.id })).toBe(1);
    const booking = await database.repository(TeamBooking).findOneByOrFail({ id: pack.bookingId });
    expect(booking.state).toBe('REPORTED');
    const told = await database.repository(AuditEvent).findBy({ agencyId, action: 'pack.sent', subjectId: pack.id });
    expect(told).toHaveLength(1);
  });

  it('stays as it was sent: a mistake is put right by the next edition, which says what was wrong', async () => {
    const id = await dayOf({ people: { 吴一: 120 } });
    await send(agency.worker, id);
    const first = (await packOf(agency.worker, id))?.editions[0];
    const database = platform.app.get(Database);
    const { activityId } = await database
      .repository(TeamPack)
      .findOneByOrFail({ id: fromGlobalId('TeamPack', id) ?? '' });
    await agency.write(() => database.repository(ServiceHours).update({ activityId }, { minutes: 100 }));
    expect((await read(coordinator, id))?.lines).toEqual([{ name: '吴一', minutes: 120 }]);
    const without = await send(agency.worker, id, { version: 2 });
    expect(without.fields).toEqual([{ field: 'why', code: 'REQUIRED' }]);
    const again = await send(agency.worker, id, { version: 2, debrief: '改过的', why: '时间写多了' });
    expect(again.editions.map(({ number }) => number)).toEqual([2, 1]);
    expect(again.editions[1]).toEqual(first);
    expect(again.editions[0]?.hash).not.toBe(first?.hash);
    expect((await read(coordinator, id))?.lines).toEqual([{ name: '吴一', minutes: 100 }]);
  });

  it('says how many children came only from five on, and keeps to what it said first', async () => {
    await agency.addChild('甲', { name: '妈妈' });
    const few = await dayOf({ people: { 郑一: 60 }, children: { 甲: '' } });
    await send(agency.worker, few);
    expect((await read(coordinator, few))?.participants).toBeNull();
    const names = ['A', 'B', 'C', 'D', 'E'];
    for (const name of names) await agency.addChild(`童${name}`, { name: '妈妈' });
    const children = Object.fromEntries(names.map((name) => [`童${name}`, '']));
    const enough = await dayOf({ people: { 郑二: 60 }, children });
    await send(agency.worker, enough);
    expect((await read(coordinator, enough))?.participants).toBe(5);
    const database = platform.app.get(Database);
    const pack = await database.repository(TeamPack).findOneByOrFail({ id: fromGlobalId('TeamPack', enough) ?? '' });
    const [row] = await database.repository(ActivityChild).findBy({ activityId: pack.activityId });
    await agency.write(() => database.repository(ActivityChild).delete({ id: row?.id ?? '' }));
    await send(agency.worker, enough, { version: 2, why: '一处笔误' });
    expect((await read(coordinator, enough))?.participants).toBe(5);
    // Another team of that day hears the same number, though four are down by now.
    const bookingId = await dayOf({ people: { 郑三: 60 }, close: false });
    const ofOther = { id: platform.app.get(Ids).next<never>() as string, bookingId };
    const unsent = { edition: 0, children: null, sentAt: null, version: 1 };
    await agency.write(() => database.repository(TeamPack).insert({ ...pack, ...ofOther, ...unsent }));
    const other = Buffer.from(`TeamPack:${ofOther.id}`).toString('base64url');
    await send(agency.worker, other);
    expect((await read(coordinator, other))?.participants).toBe(5);
  });
});

describe('a child’s words', () => {
  const asked = { purpose: 'ACTIVITY', audience: 'COMPANY', until: '2027-06-30' } as const;
  const hears = (name: string, says: 'YES' | 'NO', requestId: string) =>
    heard(agency.worker, agency.childId(name), asked, { requestId, guardian: { says }, child: { says } });

  it('leave with the family’s yes and two readers only, and are unread again once the yes is taken back', async () => {
    await agency.addChild('小声', { name: '张禾', phone: '+8613900000009', relation: '妈妈' });
    const id = await dayOf({ people: { 孙一: 60 }, children: { 小声: '谢谢你们，我喜欢讲故事。' } });
    const [voice] = (await voices(agency.worker, id)) ?? [];
    if (!voice) throw new Error('nobody said anything');
    expect(voice).toMatchObject({ agreed: false, looked: 0, released: false });
    const withThanks = { thanksIds: [voice.id] };
    expect((await send(agency.worker, id, withThanks)).__typename).toBe('ThanksNotReleased');
    await look(agency.worker, id, voice.id);
    await look(second, id, voice.id);
    expect((await voices(agency.worker, id))?.[0]).toMatchObject({ agreed: false, looked: 2, released: false });
    expect((await send(agency.worker, id, withThanks)).__typename).toBe('ThanksNotReleased');
    platform.clock.advance(1000);
    expect(await hears('小声', 'YES', 'heard-thanks-1')).toBe('ConsentLedger');
    expect((await voices(agency.worker, id))?.[0]).toMatchObject({ agreed: true, released: true });
    expect((await send(agency.worker, id, withThanks)).__typename).toBe('TeamPack');
    expect((await read(coordinator, id))?.thanks).toEqual(['谢谢你们，我喜欢讲故事。']);
    platform.clock.advance(1000);
    expect(await hears('小声', 'NO', 'heard-thanks-2')).toBe('ConsentLedger');
    expect((await read(coordinator, id))?.thanks).toEqual([]);
  });

  it('are not released by one who looks twice, and not seen by a colleague of another office', async () => {
    await agency.addChild('南声', { name: '王姥', phone: '+8613900000008', relation: '姥姥' }, agency.south);
    const id = await dayOf({ people: { 孙二: 60 }, children: { 南声: '我会骑车了。' } });
    expect(await voices(agency.northern, id)).toEqual([]);
    const [voice] = (await voices(agency.worker, id)) ?? [];
    await look(agency.worker, id, voice?.id ?? '');
    await look(agency.worker, id, voice?.id ?? '');
    expect((await voices(agency.worker, id))?.[0]).toMatchObject({ looked: 1, released: false });
    expect((await look(agency.northern, id, voice?.id ?? '')).__typename).toBe('NotFound');
  });
});

describe('what is kept of a person', () => {
  it('goes with them: minutes that were told, and a child’s words', async () => {
    await agency.addChild('小去', { name: '张去', phone: '+8613900000007', relation: '妈妈' });
    const id = await dayOf({ people: { 冯一: 60 }, children: { 小去: '再见。' } });
    platform.clock.advance(1000);
    const said = { requestId: 'heard-thanks-3', guardian: { says: 'YES' as const }, child: { says: 'YES' as const } };
    await heard(agency.worker, agency.childId('小去'), asked(), said);
    const [voice] = (await voices(agency.worker, id)) ?? [];
    await look(agency.worker, id, voice?.id ?? '');
    await look(second, id, voice?.id ?? '');
    await send(agency.worker, id, { thanksIds: [voice?.id] });
    const database = platform.app.get(Database);
    const packId = fromGlobalId('TeamPack', id) ?? '';
    const { id: editionId } = await database.repository(TeamPackEdition).findOneByOrFail({ packId });
    const [line] = await database.repository(TeamPackLine).findBy({ editionId });
    const [thanks] = await database.repository(TeamPackThanks).findBy({ editionId });
    const childId = thanks?.childId ?? '';
    const { personId } = await database.repository(Child).findOneByOrFail({ id: childId });
    const at = platform.app.get(Clock).nowIso();
    for (const gone of [line?.personId, personId] as PersonId[]) {
      await agency.write(() => platform.app.get(PersonalData).erase({ agencyId, personId: gone, at }));
    }
    expect(await database.repository(TeamPackLine).countBy({ editionId })).toBe(0);
    expect(await database.repository(TeamPackThanks).countBy({ editionId })).toBe(0);
  });
  const asked = () => ({ purpose: 'ACTIVITY', audience: 'COMPANY', until: '2027-06-30' }) as const;
});

describe('a year of a team', () => {
  const IMPACT = `query ($y: Int!) { companyImpact(year: $y) { teamId teamName year people minutes participants closed
    frozenAt hash days { onDate people minutes participants outcomes } } }`;
  const FREEZE = `mutation ($i: FreezeYearInput!) { outcome: freezeTeamYear(input: $i) { __typename
    ... on Impact { hash frozenAt minutes } } }`;
  interface Year {
    readonly teamId: string;
    readonly teamName: string;
    readonly people: number;
    readonly minutes: number;
    readonly participants: number | null;
    readonly hash: string | null;
    readonly days: readonly { readonly outcomes: string; readonly participants: number | null }[];
  }
  const year = () => Number(today.slice(0, 4));
  const yearOf = async (client: TestClient, y = year()) =>
    (await client.data<{ companyImpact: Year[] }>(IMPACT, { y })).companyImpact;
  const teamOf = async (packId: string) => {
    const id = fromGlobalId('TeamPack', packId) ?? '';
    const { teamId } = await platform.app.get(Database).repository(TeamPack).findOneByOrFail({ id });
    return Buffer.from(`VolunteerTeam:${teamId}`).toString('base64url');
  };
  const file = (client: TestClient, teamId: string, name: string) =>
    client.fetch(`/files/impact/${teamId}/${String(year())}/${name}`);

  it('adds up what was sent, shows no small number of children, and is nobody else’s', async () => {
    const unsent = await dayOf({ people: { 钱一: 90, 钱二: 30 }, children: { 小声: '' } });
    const teamId = await teamOf(unsent);
    const mine = async () => (await yearOf(coordinator)).find((one) => one.teamId === teamId);
    expect((await mine())?.days).toEqual([]);
    await send(agency.worker, unsent, { outcomes: '书架整齐了，=1+1' });
    expect(await mine()).toMatchObject({ people: 2, minutes: 120, participants: null });
    expect((await mine())?.days[0]?.participants).toBeNull();
    expect(await yearOf(otherTeam)).toEqual([]);
    expect((await file(otherTeam, teamId, 'report.pdf')).status).toBe(404);
    expect((await file(agency.worker, teamId, 'report.pdf')).status).toBe(403);
    expect((await platform.client().fetch(`/files/impact/${teamId}/2026/report.pdf`)).status).toBe(401);
    expect((await file(coordinator, teamId, 'report.docx')).status).toBe(404);
    const paper = Buffer.from(await (await file(coordinator, teamId, 'report.pdf')).arrayBuffer());
    const text = pdfText(paper);
    for (const word of ['书架整齐了', '服务小时', '人少，不说']) expect(text).toContain(word);
    const book = Buffer.from(await (await file(coordinator, teamId, 'report.xlsx')).arrayBuffer());
    const cells = (await readWorkbook(book)).flatMap(({ data }) => data.flat());
    expect(cells).toContain(2);
    expect(cells).toContain('书架整齐了，=1+1');
  });

  it('is frozen once it is over, once, and stays when a pack is put right', async () => {
    const id = await dayOf({ people: { 沈一: 60 } });
    await send(agency.worker, id);
    const teamId = await teamOf(id);
    const freeze = async (client: TestClient) =>
      (await client.data<{ outcome: { __typename: string; hash?: string } }>(FREEZE, { i: { teamId, year: year() } }))
        .outcome;
    expect((await freeze(coordinator)).__typename).toBe('YearOpen');
    const packId = fromGlobalId('TeamPack', id) ?? '';
    const database = platform.app.get(Database);
    const last = String(year() - 1);
    await agency.write(() => database.repository(TeamPack).update({ id: packId }, { onDate: `${last}-12-05` }));
    const earlier = (client: TestClient) =>
      client.data<{ outcome: { __typename: string; hash: string } }>(FREEZE, { i: { teamId, year: year() - 1 } });
    expect((await earlier(otherTeam)).outcome.__typename).toBe('NotFound');
    const [one, two] = await Promise.all([earlier(coordinator), earlier(coordinator)]);
    expect(one.outcome).toEqual(two.outcome);
    await agency.write(() => database.repository(TeamPackLine).update({ minutes: 60 }, { minutes: 61 }));
    const frozen = (await yearOf(coordinator, year() - 1)).find((found) => found.teamId === teamId);
    expect(frozen).toMatchObject({ minutes: 60, hash: one.outcome.hash });
  });
});

describe('a colleague after the day', () => {
  const MINE = '{ afterMyDays { services { id minutes teamName } interest } }';
  const HOLDS = 'query ($n: String!) { serviceCertificateHolds(number: $n) }';
  const SAY = 'mutation ($i: SayInterestInput!) { sayCompanionInterest(input: $i) { interest } }';
  const WISHES = '{ companionInterests { waiting { id name } } }';
  const ANSWER = 'mutation ($i: AnswerInterestInput!) { outcome: answerCompanionInterest(input: $i) { __typename } }';
  type Mine = { afterMyDays: { services: { id: string; minutes: number }[]; interest: string | null } };

  it('takes their own certificate only, whose number holds until the edition is put right without them', async () => {
    const id = await dayOf({ people: { 韩一: 95, 韩二: 60 } });
    const [one, two] = [`p${String(count)}-0@pack.example`, `p${String(count)}-1@pack.example`];
    await send(agency.worker, id);
    const [colleague, another] = [await signedIn(one), await signedIn(two)];
    const [own] = (await colleague.data<Mine>(MINE)).afterMyDays.services;
    expect(own?.minutes).toBe(95);
    const path = `/files/certificates/${own?.id ?? ''}/service.pdf`;
    for (const stranger of [another, otherTeam]) expect((await stranger.fetch(path)).status).toBe(404);
    expect((await agency.worker.fetch(path)).status).toBe(403);
    expect((await coordinator.fetch(path)).status).toBe(200);
    const text = pdfText(Buffer.from(await (await colleague.fetch(path)).arrayBuffer()));
    for (const word of ['志愿服务证明', '韩一', '1 小时 35 分钟']) expect(text).toContain(word);
    const rows = await platform.app.get(Database).repository(ServiceCertificate).find();
    const number = rows.at(-1)?.number ?? '';
    const holds = (n: string) => platform.client().data(HOLDS, { n });
    expect(await holds(number)).toEqual({ serviceCertificateHolds: true });
    expect(await holds('22222222')).toEqual({ serviceCertificateHolds: false });
    const packId = fromGlobalId('TeamPack', id) ?? '';
    const { activityId } = await platform.app.get(Database).repository(TeamPack).findOneByOrFail({ id: packId });
    const personId = rows.at(-1)?.personId ?? '';
    await agency.write(() => platform.app.get(Database).repository(ServiceHours).delete({ activityId, personId }));
    await send(agency.worker, id, { version: 2, why: '签错了人' });
    expect(await holds(number)).toEqual({ serviceCertificateHolds: false });
    expect((await colleague.data<Mine>(MINE)).afterMyDays.services).toEqual([]);
  });

  it('says that they would like to go on: the desk hears it once, no child is named, and no gate opens', async () => {
    await dayOf({ people: { 杨一: 60 } });
    const colleague = await signedIn(`p${String(count)}-0@pack.example`);
    const say = (wants: boolean) => colleague.data(SAY, { i: { wants } });
    await Promise.all([say(true), say(true)]);
    type Wishes = { companionInterests: { waiting: { id: string; name: string }[] } };
    const heardOf = async (client: TestClient) => (await client.data<Wishes>(WISHES)).companionInterests.waiting;
    const [wish] = await heardOf(agency.worker);
    expect((await heardOf(agency.worker)).map(({ name }) => name)).toEqual(['杨一']);
    expect(await heardOf(agency.stranger)).toEqual([]);
    const answer = (client: TestClient) => client.data(ANSWER, { i: { interestId: wish?.id } });
    expect(await answer(agency.stranger)).toEqual({ outcome: { __typename: 'NotFound' } });
    expect((await coordinator.graphql(WISHES)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await answer(agency.worker)).toEqual({ outcome: { __typename: 'WaitingInterests' } });
    expect((await colleague.data<Mine>(MINE)).afterMyDays.interest).toBe('ANSWERED');
  });
});

const waiting = async () => (await listed(agency.worker)).filter((one) => !(one as { sentAt?: string }).sentAt);
