// Files of a team's roster on the engine under test: the company's own list of colleagues, GBK and UTF-8, with reasons per row
// and nothing half sent; names for the coordinator, and the insurer's list at the desk, by reason and safe in a spreadsheet.
import { localDate, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import iconv from 'iconv-lite';
import { ATTENDANCE_ENTITIES } from '../attendance/index.js';
import { PeopleRepository } from '../people/index.js';
import { AuditEvent } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { TeamBooking } from '../teams/index.js';
import { codeOf, setUpTotp } from '../testing/factors.js';
import { inboxOf } from '../testing/inbox.js';
import { addPerson, addVolunteerRecord, firstAgency, inAgency, TEST_PASSWORD } from '../testing/staff.js';
import { addTeamDay } from '../testing/team-day-world.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { ROSTER_ENTITIES, RosterPlace } from './index.js';

const CSV = [
  '姓名,手机,邮箱,部门',
  '林一,13800007001,,研发',
  '林二,,Lin.Er@harbour.example,研发',
  ',13800007003,,研发',
  '林四,12345,,研发',
  '林五,,,研发',
  '林六,13800007001,,研发',
].join('\r\n');
const ROSTER = 'query ($id: ID!) { roster(bookingId: $id) { invited linkCode lines { name } } }';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Head {
  readonly bookingId: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let coordinatorId: PersonId;
let coordinator: TestClient;
let supervisor: TestClient;
let worker: TestClient;
let stranger: TestClient;
let numbers = 0;

const signedIn = async (identifier: string) => {
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return client;
};
async function day(people: number): Promise<string> {
  const onDate = localDate('2026-12-19');
  const wish = { agencyId, coordinatorId, name: `港湾${(numbers += 1)}`, onDate, people };
  return toGlobalId('TeamBooking', await addTeamDay(platform.app, wish));
}
const HEADERS = { 'content-type': 'text/csv', 'x-tongxing-client': 'spec' };
async function upload(client: TestClient, bookingId: string, body: Uint8Array | string, query = '') {
  const address = `/files/team-rosters/${encodeURIComponent(bookingId)}/colleagues${query}`;
  const response = await client.fetch(address, { method: 'POST', headers: HEADERS, body: Buffer.from(body) });
  return { status: response.status, said: (await response.json()) as Record<string, unknown> };
}
const take = (client: TestClient, bookingId: string, kind: 'names' | 'insurance', query: string) =>
  client.fetch(`/files/team-rosters/${encodeURIComponent(bookingId)}/${kind}${query}`, {
    method: 'POST',
    headers: { 'x-tongxing-client': 'spec' },
  });
const rosterOf = async (bookingId: string) =>
  (
    await coordinator.data<{ roster: { invited: number; linkCode: string | null; lines: object[] } }>(ROSTER, {
      id: bookingId,
    })
  ).roster;
const audited = (action: string) => platform.app.get(Database).repository(AuditEvent).findBy({ action });

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@files.example' });
  const person = (name: string, role: 'SOCIAL_WORKER' | 'SUPERVISOR' | 'CSR_COORDINATOR', key: string) =>
    addPerson(app, agencyId, { name, roles: [role], identifier: `${key}@files.example` });
  await person('林溪', 'SOCIAL_WORKER', 'worker');
  await person('陈静', 'SUPERVISOR', 'supervisor');
  coordinatorId = await person('高远', 'CSR_COORDINATOR', 'csr');
  await person('别队', 'CSR_COORDINATOR', 'other');
  coordinator = await signedIn('csr@files.example');
  supervisor = await signedIn('supervisor@files.example');
  worker = await signedIn('worker@files.example');
  stranger = await signedIn('other@files.example');
}, 60_000);
afterAll(() => platform.stop());

describe('a company’s own list of colleagues', () => {
  it('is nobody else’s to send, and says what is wrong with the file', async () => {
    const bookingId = await day(3);
    expect((await upload(platform.client(), bookingId, CSV)).status).toBe(401);
    expect(await upload(stranger, bookingId, CSV, '?send=true')).toMatchObject({ status: 404 });
    expect(await upload(coordinator, bookingId, '')).toMatchObject({ status: 422, said: { code: 'FILE_EMPTY' } });
    const other = await upload(coordinator, bookingId, '品名,单价\r\n苹果,3\r\n');
    expect(other).toMatchObject({ status: 422, said: { code: 'HEADER_NOT_FOUND' } });
    const response = await coordinator.fetch(`/files/team-rosters/${bookingId}/colleagues`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: CSV,
    });
    expect(response.status).toBe(403);
    expect((await rosterOf(bookingId)).invited).toBe(0);
  });

  it.each([
    ['UTF-8', Buffer.from(`\ufeff${CSV}`)],
    ['GBK', iconv.encode(CSV, 'gbk')],
  ])('is looked at first, in %s: each row left out with its reason, and nothing sent', async (_, bytes) => {
    const bookingId = await day(3);
    const before = await inboxOf(platform);
    const { status, said } = await upload(coordinator, bookingId, bytes);
    expect(status).toBe(200);
    expect(said).toMatchObject({
      people: 2,
      leftOut: [
        { line: 4, name: '', reasons: ['NAME_MISSING'] },
        { line: 5, name: '林四', reasons: ['PHONE_INVALID'] },
        { line: 6, name: '林五', reasons: ['CONTACT_MISSING'] },
        { line: 7, name: '林六', reasons: ['TWICE_IN_FILE'] },
      ],
    });
    expect(said['leftOutFile']).toContain('前面已经有同一个手机号或邮箱');
    expect(await inboxOf(platform)).toBe(before);
    expect(await rosterOf(bookingId)).toMatchObject({ invited: 0, linkCode: null });
  });

  it('sends the link once to each, puts nobody down, and keeps neither name nor number', async () => {
    const bookingId = await day(3);
    const both = await Promise.all([1, 2].map(() => upload(coordinator, bookingId, CSV, '?send=true')));
    expect(both.map(({ said }) => said['people']).sort()).toEqual([0, 2]);
    const roster = await rosterOf(bookingId);
    expect(roster).toMatchObject({ invited: 2, lines: [] });
    const inbox = await inboxOf(platform);
    expect(inbox.split(`/join-day/${roster.linkCode ?? '?'}`).length - 1).toBeGreaterThanOrEqual(2);
    expect(inbox).toContain('lin.er@harbour.example');
    const people = await platform.app.get(PeopleRepository).idsByPhone(agencyId, ['+8613800007001']);
    expect(people.size).toBe(0);
    const RosterInvite = ROSTER_ENTITIES.at(-1);
    if (!RosterInvite) throw new Error('no table of invitations');
    const kept = JSON.stringify(await platform.app.get(Database).repository(RosterInvite).find());
    expect(kept).not.toMatch(/13800007001|harbour|林/);
    expect(JSON.stringify(await audited('roster.colleaguesInvited'))).not.toMatch(/1380000|harbour/);
  });

  it('that is far longer than the day has places is sent to nobody', async () => {
    const bookingId = await day(1);
    const five = ['姓名,手机', ...[1, 2, 3, 4, 5].map((at) => `王${'一二三四五'[at - 1] ?? ''},1380000710${at}`)].join(
      '\n',
    );
    expect(await upload(coordinator, bookingId, five, '?send=true')).toMatchObject({
      status: 422,
      said: { code: 'TOO_MANY_INVITES', limit: 4 },
    });
    expect((await rosterOf(bookingId)).invited).toBe(0);
  });
});

describe('a roster as a file', () => {
  let bookingId: string;
  beforeAll(async () => {
    bookingId = await day(3);
    const { app } = platform;
    const rowId = fromGlobalId('TeamBooking', bookingId) ?? '';
    const place = (personId: string, at: string) => ({
      ...{
        id: `${rowId.slice(0, -1)}${at}`,
        agencyId,
        bookingId: rowId,
        personId,
        tasks: 'WITH_CHILDREN',
        state: 'JOINED',
      },
      ...{ agreementVersion: null, agreementLanguage: null, agreementHash: null, agreementFactId: null },
      ...{
        signedAt: null,
        remindedAt: null,
        changedAt: '2026-11-22T02:00:00.000Z',
        createdAt: '2026-11-22T02:00:00.000Z',
      },
    });
    const ids: PersonId[] = [];
    for (const name of ['=HYPERLINK("http://x.example")', '赵二']) {
      const personId = await addPerson(app, agencyId, { name, roles: ['EMPLOYEE'] });
      await addVolunteerRecord(app, agencyId, personId);
      ids.push(personId);
    }
    await inAgency(app, agencyId, async () => {
      const [first = '', second = ''] = ids;
      const known = { phone: '+8613800007201', birthDate: localDate('1990-05-01') };
      await app.get(PeopleRepository).correct(agencyId, second as PersonId, known);
      const Place = ROSTER_ENTITIES[2];
      if (!Place) throw new Error('no table of places');
      for (const [at, personId] of [first, second].entries()) {
        await app
          .get(Database)
          .repository(Place)
          .insert(place(personId, String(at)) as never);
      }
    });
  });

  it('for the insurer is for leads alone, of a locked roster alone, and with a reason', async () => {
    const query = '?reason=TO_INSURER&format=csv';
    expect((await take(coordinator, bookingId, 'insurance', query)).status).toBe(403);
    expect((await take(worker, bookingId, 'insurance', query)).status).toBe(403);
    const open = await take(supervisor, bookingId, 'insurance', query);
    expect([open.status, await open.json()]).toEqual([422, { code: 'ROSTER_REFUSED', why: 'CLOSED' }]);
    const id = fromGlobalId('TeamBooking', bookingId) ?? '';
    await inAgency(platform.app, agencyId, () =>
      platform.app.get(Database).repository(TeamBooking).update({ id }, { state: 'ROSTER_LOCKED' }),
    );
    expect((await take(supervisor, bookingId, 'insurance', '?format=csv')).status).toBe(422);
    expect(await audited('roster.insuranceListTaken')).toEqual([]);
  });

  it('holds what the agency holds, and a spreadsheet runs nothing of it', async () => {
    const response = await take(supervisor, bookingId, 'insurance', '?reason=TO_INSURER&format=csv');
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, first, second] = bytes.toString('utf8').slice(1).split('\r\n');
    expect(head).toBe('姓名,性别,证件类型,证件号码,出生日期,手机号,团队,活动日期,任务');
    expect(first).toMatch(/^"'=HYPERLINK/);
    expect(second).toMatch(/^赵二,,,,1990-05-01,'\+8613800007201,港湾\d+,2026-12-19,和孩子们一起$/);
    const workbook = await take(supervisor, bookingId, 'insurance', '?reason=CLAIM&format=xlsx&lang=en');
    expect(workbook.headers.get('content-type')).toBe(SHEET);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const events = await audited('roster.insuranceListTaken');
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).toContain('TO_INSURER');
  });

  it('for the insurer asks for the second factor again, where one is set and was not shown just now', async () => {
    const query = '?reason=TO_INSURER&format=csv';
    const { secret } = await setUpTotp(platform, supervisor, TEST_PASSWORD);
    platform.clock.advance(11 * 60_000);
    const before = (await audited('roster.insuranceListTaken')).length;
    const asked = await take(supervisor, bookingId, 'insurance', query);
    const needed = { code: 'STEP_UP_NEEDED', methods: ['TOTP', 'RECOVERY_CODE'] };
    expect([asked.status, await asked.json()]).toEqual([403, needed]);
    expect((await audited('roster.insuranceListTaken')).length).toBe(before);
    expect((await take(supervisor, bookingId, 'names', '?format=csv')).status).toBe(200);
    const i = { method: 'TOTP', code: codeOf(platform, secret) };
    await supervisor.data('mutation ($i: TypedFactorInput!) { proveFactor(input: $i) { __typename } }', { i });
    expect((await take(supervisor, bookingId, 'insurance', query)).status).toBe(200);
  });

  it('for the coordinator names people and tasks, and nothing else of anybody', async () => {
    const response = await take(coordinator, bookingId, 'names', '?format=csv');
    const text = await response.text();
    expect(text).toContain('赵二,和孩子们一起');
    expect(text).not.toMatch(/1990|1380000|\d{6,}/);
    expect((await take(stranger, bookingId, 'names', '?format=csv')).status).toBe(404);
  });

  it('says who took part once the attendance is closed, in numbers and by name, and not why somebody did not', async () => {
    const fields = 'waiting turnout { came otherTasks absent }';
    const asked = `query ($id: ID!) { rosters { bookingId ${fields} } roster(bookingId: $id) { lines { name turnout } } }`;
    const read = async (client: TestClient) => {
      const said = await client.data<{ rosters: Head[]; roster: { lines: object[] } }>(asked, { id: bookingId });
      return { head: said.rosters.find((one) => one.bookingId === bookingId), lines: said.roster.lines };
    };
    expect((await read(coordinator)).head).toMatchObject({ waiting: null, turnout: null });
    const { app } = platform;
    const id = fromGlobalId('TeamBooking', bookingId) ?? '';
    const CheckIn = ATTENDANCE_ENTITIES.find(({ name }) => name === 'CheckIn');
    const booking = await app.get(Database).repository(TeamBooking).findOneByOrFail({ id });
    const places = await app.get(Database).repository(RosterPlace).findBy({ bookingId: id });
    const arrivals = ['OTHER_TASKS', 'REFUSED'];
    await inAgency(app, agencyId, async () => {
      for (const [at, { personId }] of places.entries()) {
        const { activityId } = booking;
        const row = { id: `${id.slice(0, -1)}${at}`, agencyId, activityId, personId, how: 'LIST', refusal: null };
        const now = platform.clock.nowIso();
        const minutes = { inMinute: 540, outMinute: 700, recordedBy: coordinatorId, recordedAt: now };
        const checkIns = app.get(Database).repository(CheckIn as never);
        await checkIns.insert({ ...row, ...minutes, arrival: arrivals[at] } as never);
      }
      await app.get(Database).repository(TeamBooking).update({ id }, { state: 'ATTENDED' });
    });
    for (const client of [coordinator, supervisor]) {
      const { head, lines } = await read(client);
      expect(head).toMatchObject({ waiting: null, turnout: { came: 1, otherTasks: 1, absent: 1 } });
      expect(lines).toMatchObject([{ turnout: 'OTHER_TASKS' }, { name: '赵二', turnout: 'ABSENT' }]);
    }
  });

  it('counts before the day who on it is not ready, for the coordinator’s first page', async () => {
    const open = await day(2);
    const id = fromGlobalId('TeamBooking', open) ?? '';
    const [place] = await platform.app.get(Database).repository(RosterPlace).findBy({ state: 'JOINED' });
    const own = { ...place, id: `${id.slice(0, -1)}9`, bookingId: id };
    await inAgency(platform.app, agencyId, () =>
      platform.app
        .get(Database)
        .repository(RosterPlace)
        .insert(own as never),
    );
    const { rosters } = await coordinator.data<{ rosters: Head[] }>('{ rosters { bookingId joined waiting } }');
    expect(rosters.find((one) => one.bookingId === open)).toMatchObject({ joined: 1, waiting: 1 });
  });
});
