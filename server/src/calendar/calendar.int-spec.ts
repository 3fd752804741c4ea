// A calendar's own way in, read by somebody else's parser: nobody's name in it, and gone the moment it should be.
import ICAL from 'ical.js';
import { In } from 'typeorm';
import { addDays, localDate, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { PeopleRepository } from '../people/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { activePair, codeOf, type TestPair } from '../testing/test-pair.js';
import { CalendarFeed } from './calendar-feed.entity.js';

const MINE = '{ myCalendar { since } }';
const RENEW = 'mutation { renewMyCalendar { url since } }';
const REVOKE = 'mutation { revokeMyCalendar { since } }';
const TALK_ON = localDate('2026-12-03');

let platform: TestApp;
let pair: TestPair;
let agencyId: AgencyId;
let volunteerId: PersonId;

const database = () => platform.app.get(Database);
const inAgency = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'test' }, work);
const renew = async (client: TestClient) =>
  new URL((await client.data<{ renewMyCalendar: { url: string } }>(RENEW)).renewMyCalendar.url).pathname;
const fetched = (path: string, init: object = {}) => platform.client().fetch(path, init);
async function events(path: string): Promise<ICAL.Event[]> {
  const answer = await fetched(path);
  expect(answer.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
const status = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status');
/** A talk as the module of supervision keeps it. */
async function addTalk(leaderId: PersonId): Promise<void> {
  const id = '01900000-0000-7000-8000-00000000ca11';
  const [volunteer] = await database().read<{ id: string }>('SELECT id FROM volunteer WHERE personId = ?', [
    volunteerId,
  ]);
  const nothing = { heldOn: null, minutes: null, topicsSealed: null, signedAt: null, missedFor: null };
  const empty = { seenOn: null, wellbeing: null, noteSealed: null, praiseSealed: null, wishSealed: null };
  await inAgency(async () => {
    await database()
      .manager.getRepository('SupervisionSession')
      .insert({
        ...{ id, agencyId, leaderId, subjectId: volunteerId, kind: 'SUPPORTIVE', format: 'INDIVIDUAL' },
        ...{ source: 'INTERNAL', state: 'SCHEDULED', plannedOn: TALK_ON, startMinute: 19 * 60 + 30, version: 1 },
        ...{ createdAt: platform.clock.nowIso(), requestId: 'talk', ...nothing },
      });
    await database()
      .manager.getRepository('SupervisionSeat')
      .insert({
        ...{ id: '01900000-0000-7000-8000-00000000ca12', agencyId, sessionId: id, volunteerId: volunteer?.id },
        ...{ personId: volunteerId, format: 'INDIVIDUAL', signedAt: null, textHash: null, ...empty },
      });
  });
}

beforeAll(async () => {
  platform = await startTestApp({ PUBLIC_URL: 'https://t.example' });
  pair = await activePair(platform, 'calendar');
  ({ agencyId } = pair.agency);
  volunteerId = pair.volunteerPerson as PersonId;
  const [leader] = await platform.app.get(PeopleRepository).holdersOf(agencyId, 'DIRECTOR', localDate('2026-11-22'));
  if (!leader) throw new Error('nobody leads');
  await addTalk(leader);
}, 120_000);
afterAll(() => platform.stop());

describe('the address', () => {
  it('is nobody’s who is not signed in, and none before it is made', async () => {
    for (const query of [MINE, RENEW, REVOKE]) expect(await codeOf(platform.client(), query)).toBe('UNAUTHENTICATED');
    expect(await pair.volunteer.data(MINE)).toEqual({ myCalendar: { since: null } });
    const wrong = [
      `/calendar/${'a'.repeat(43)}.ics`,
      '/calendar/x.ics',
      '/calendar/',
      `/calendar/${'a'.repeat(9999)}.ics`,
    ];
    for (const path of wrong) expect([path.length, (await fetched(path)).status]).toEqual([path.length, 404]);
  });

  it('is kept as a fingerprint, answers without a session, and leaves no copy on its way', async () => {
    const path = await renew(pair.volunteer);
    const answer = await fetched(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect([answer.headers.get('etag'), answer.headers.get('set-cookie')]).toEqual([expect.anything(), null]);
    const kept = JSON.stringify(await database().repository(CalendarFeed).find());
    expect(kept).not.toContain(path.slice('/calendar/'.length, -'.ics'.length));
    expect((await fetched(path.replace('.ics', ''))).status).toBe(404);
  });

  it('answers no more once it is renewed or ended, as one that never was', async () => {
    const first = await renew(pair.volunteer);
    const second = await renew(pair.volunteer);
    const never = await fetched(`/calendar/${'b'.repeat(43)}.ics`);
    const said = await never.text();
    expect((await fetched(second)).status).toBe(200);
    const old = await fetched(first);
    expect([old.status, await old.text()]).toEqual([404, said]);
    expect(await pair.volunteer.data(REVOKE)).toEqual({ revokeMyCalendar: { since: null } });
    await pair.volunteer.data(REVOKE);
    const ended = await fetched(second);
    expect([ended.status, await ended.text()]).toEqual([404, said]);
    expect(await database().repository(CalendarFeed).count()).toBe(0);
  });

  it('is one, though it is renewed twice at once', async () => {
    const paths = await Promise.all([renew(pair.volunteer), renew(pair.volunteer), renew(pair.volunteer)]);
    const answers = await Promise.all(paths.map(async (path) => (await fetched(path)).status));
    expect(answers.sort()).toEqual([200, 404, 404]);
  });
});

describe('the calendar', () => {
  it('has the talk at its hour and the next contact on its day, by kind alone', async () => {
    const path = await renew(pair.volunteer);
    const [first, second] = await events(path);
    expect([first?.summary, first?.startDate.toJSDate().toISOString()]).toEqual(['督导', '2026-12-03T11:30:00.000Z']);
    expect([first?.sequence, first?.location]).toEqual([1, null]);
    const { nextContactOn } = await pair.mine();
    expect([second?.summary, second?.startDate.toString(), second?.startDate.isDate]).toEqual([
      '陪伴',
      nextContactOn,
      true,
    ]);
  });

  it('names nobody: no child, no family, no volunteer, no id', async () => {
    const text = await (await fetched(await renew(pair.volunteer))).text();
    const unfolded = text.replaceAll('\r\n ', '');
    const people = await database().read<{ id: string }>('SELECT id FROM person WHERE agencyId = ?', [agencyId]);
    const open = await platform.app.get(PeopleRepository).byIds(
      agencyId,
      people.map(({ id }) => id),
    );
    expect(open.size).toBeGreaterThan(10);
    for (const { name, id, phone } of open.values()) {
      for (const told of [name, id, ...(phone ? [phone] : [])]) expect(unfolded).not.toContain(told);
    }
    for (const told of [pair.child.pseudonym, '社工站', '王秀兰', '读完']) expect(unfolded).not.toContain(told);
  });

  it('keeps the name of what is moved, and counts the move', async () => {
    const path = await renew(pair.volunteer);
    const [before] = await events(path);
    const rows = () => database().manager.getRepository('SupervisionSession');
    const moved = { plannedOn: addDays(TALK_ON, 1), version: 2 };
    await inAgency(() => rows().update({ requestId: 'talk' }, moved));
    const after = (await events(path)).find(({ uid }) => uid === before?.uid);
    expect([after?.sequence, after?.startDate.toJSDate().toISOString()]).toEqual([2, '2026-12-04T11:30:00.000Z']);
    await inAgency(() => rows().update({ requestId: 'talk' }, { state: 'MISSED', missedFor: 'CALLED_OFF' }));
    const missed = (await events(path)).find(({ uid }) => uid === before?.uid);
    expect([missed?.summary, status(missed)]).toEqual(['已取消：督导', 'CANCELLED']);
    await inAgency(async () => {
      await database().manager.getRepository('SupervisionSeat').delete({ agencyId });
      await rows().delete({ requestId: 'talk' });
    });
  });

  it('speaks its owner’s language', async () => {
    const path = await renew(pair.volunteer);
    await pair.volunteer.data('mutation { changeLanguage(locale: EN) { id } }');
    expect((await events(path)).map(({ summary }) => summary)).toEqual(['Companionship']);
  });

  it('shows no contact of a pair that rests', async () => {
    const path = await renew(pair.volunteer);
    const pairs = () => database().manager.getRepository('Companionship');
    const paused = (state: string) =>
      inAgency(() => pairs().update({ agencyId, state: In(['ACTIVE', 'PAUSED']) }, { state }));
    await paused('PAUSED');
    expect(await events(path)).toEqual([]);
    await paused('ACTIVE');
    expect(await events(path)).toHaveLength(1);
  });

  it('has a training session from the day on which a seat is taken until it is given back, by kind alone', async () => {
    const does = async (client: TestClient, name: string, fields: string, i: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation ($i: ${type}!) { outcome: ${name}(input: $i) { __typename ${fields} } }`;
      return (await client.data<{ outcome: { __typename: string; id?: string } }>(query, { i })).outcome;
    };
    const { director, worker } = pair.agency;
    const basics = { title: '走近孩子第一课', about: '怎样守约。', kind: 'PRE_SERVICE', way: 'SESSIONS' };
    const course = { ...basics, tasks: ['COMPANIONSHIP'], validMonths: 12 };
    const { id: courseId } = await does(director, 'addCourse', '... on AgencyCourse { id }', {
      course,
      requestId: 'c',
    });
    const { trainers } = await worker.data<{ trainers: { personId: string }[] }>('{ trainers { personId } }');
    const when = { happensOn: TALK_ON, startMinute: 14 * 60, minutes: 120, seats: 20, requestId: 's' };
    const { id: meetingId } = await does(worker, 'scheduleTraining', '... on TrainingMeeting { id }', {
      ...{ courseId, trainerId: trainers[0]?.personId, place: '三楼活动室', ...when },
    });
    const path = await renew(pair.volunteer);
    const kinds = async () => (await events(path)).map(({ summary }) => summary);
    expect(await kinds()).not.toContain('Training');
    await does(pair.volunteer, 'enrolInTraining', '', { meetingId });
    const session = (await events(path)).find(({ summary }) => summary === 'Training');
    expect(session?.startDate.toJSDate().toISOString()).toBe('2026-12-03T06:00:00.000Z');
    expect(session?.endDate.toJSDate().toISOString()).toBe('2026-12-03T08:00:00.000Z');
    expect(await (await fetched(path)).text()).not.toMatch(/走近孩子|守约|三楼/);
    await does(pair.volunteer, 'leaveTraining', '', { meetingId });
    expect(await kinds()).not.toContain('Training');
  });

  it('ends with its owner’s roles, and with them', async () => {
    const path = await renew(pair.volunteer);
    const roles = () => database().manager.getRepository('RoleAssignment');
    await inAgency(() => roles().update({ personId: volunteerId }, { endsOn: '2026-11-01' }));
    expect((await fetched(path)).status).toBe(404);
    await inAgency(() => roles().update({ personId: volunteerId }, { endsOn: null }));
    expect((await fetched(path)).status).toBe(200);
    const at = platform.clock.nowIso();
    await inAgency(() => platform.app.get(PersonalData).erase({ agencyId, personId: volunteerId, at }));
    expect(await database().repository(CalendarFeed).countBy({ personId: volunteerId })).toBe(0);
    expect((await fetched(path)).status).toBe(404);
  });
});
