// From a course to the training that eligibility reads, through the API, on the engine under test (P14, H6). Refusals first.
import type { Abstract } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, VolunteerEligibility, VolunteersRepository } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { PersonalData } from '../../platform/keys/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { addAgency, addPerson, addVolunteerRecord, inAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Trainings } from '../../training/index.js';
import { SAFEGUARDING_LESSONS } from '../domain/safeguarding-course/index.js';
import { TrainingPlace } from './training-session.entities.js';

const ERRORS = `... on InvalidInput { fields { field code } } ... on TrainingRefused { why triesLeft }
  ... on StaleVersion { currentVersion }`;
const COURSE = 'id title open version tasks validMonths';
const SESSION = `id version cancelled people { personId name state attendedBy counted }`;
const MINE = `courses { id title } sessions { id mine taken seats waitingBefore codeOpen lessonsOpen }
  done { kind title happenedOn validUntil evidence }`;
const COURSE_ERRORS = '... on InvalidInput { fields { field code } } ... on StaleVersion { currentVersion }';
const ADD = `mutation ($i: AddCourseInput!) { outcome: addCourse(input: $i) { __typename ... on AgencyCourse { ${COURSE} } ${COURSE_ERRORS} } }`;
const CHANGE = `mutation ($i: ChangeCourseInput!) { outcome: changeCourse(input: $i) { __typename ... on AgencyCourse { ${COURSE} } ${COURSE_ERRORS} } }`;
const CLOSE = `mutation ($i: CloseCourseInput!) { outcome: closeCourse(input: $i) { __typename ... on AgencyCourse { ${COURSE} } ${COURSE_ERRORS} } }`;
const SCHEDULE = `mutation ($i: ScheduleTrainingInput!) { outcome: scheduleTraining(input: $i) { __typename ... on TrainingMeeting { ${SESSION} } ${ERRORS} } }`;
const CANCEL = `mutation ($i: CancelTrainingInput!) { outcome: cancelTraining(input: $i) { __typename ... on TrainingMeeting { ${SESSION} } ${ERRORS} } }`;
const MARK = `mutation ($i: MarkAttendedInput!) { outcome: markAttended(input: $i) { __typename ... on TrainingMeeting { ${SESSION} } ${ERRORS} } }`;
const own = (name: string, input: string) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on MyTraining { ${MINE} } ... on TrainingRefused { why triesLeft } } }`;
const ENROL = own('enrolInTraining', 'EnrolInTrainingInput');
const LEAVE = own('leaveTraining', 'LeaveTrainingInput');
const ATTEND = own('attendTraining', 'AttendTrainingInput');
const ANSWER = 'mutation ($i: AnswerLessonInput!) { outcome: answerLesson(input: $i) { __typename } }';

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly why?: string;
  readonly triesLeft?: number | null;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly people: readonly { readonly personId: string; readonly state: string; readonly counted: boolean }[];
}
interface Mine {
  readonly sessions: readonly {
    readonly id: string;
    readonly mine: string | null;
    readonly taken: number;
    readonly waitingBefore: number;
    readonly codeOpen: boolean;
    readonly lessonsOpen: boolean;
  }[];
  readonly done: readonly object[];
}
interface Somebody {
  readonly client: TestClient;
  readonly personId: PersonId;
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
let worker: Somebody;
let director: Somebody;
let stranger: Somebody;
let requests = 0;

const get = <T>(token: Abstract<T>): T => platform.app.get(token);
async function join(key: string, role: Role, of = agencyId): Promise<Somebody> {
  const identifier = `${key}@sessions.example`;
  const personId = await addPerson(platform.app, of, { name: key, roles: [role], identifier });
  if (role === 'VOLUNTEER') await addVolunteerRecord(platform.app, of, personId);
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  return { client, personId };
}
const outcomeOf = async ({ client }: Somebody, mutation: string, i: object): Promise<Outcome> =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const requestId = () => `training-${String((requests += 1))}`;
const BASICS = {
  ...{ title: '陪伴前的培训', about: '怎样陪伴，怎样保护孩子。', kind: 'PRE_SERVICE', way: 'SESSIONS' },
  ...{ tasks: ['COMPANIONSHIP'], validMonths: 12 },
};
const addCourse = (course: object = {}, by = director) =>
  outcomeOf(by, ADD, { course: { ...BASICS, ...course }, requestId: requestId() });
const plan = async (course: Outcome, session: object = {}, by = worker) =>
  outcomeOf(by, SCHEDULE, {
    ...{ courseId: course.id, trainerId: await trainerId(by), happensOn: today, startMinute: 600, minutes: 120 },
    ...{ place: '三楼活动室', seats: 20, requestId: requestId(), ...session },
  });
const trainerId = async ({ client, personId }: Somebody): Promise<string> => {
  const { trainers } = await client.data<{ trainers: { personId: string }[] }>('{ trainers { personId } }');
  const wanted = Buffer.from(`Person:${personId}`).toString('base64url');
  return trainers.find((one) => one.personId === wanted)?.personId ?? trainers[0]?.personId ?? '';
};
const enrol = (who: Somebody, session: Outcome) => outcomeOf(who, ENROL, { meetingId: session.id });
const leave = (who: Somebody, session: Outcome) => outcomeOf(who, LEAVE, { meetingId: session.id });
const attend = (who: Somebody, session: Outcome, code: string) =>
  outcomeOf(who, ATTEND, { meetingId: session.id, code });
const roomCode = async (session: Outcome, by = worker) =>
  (
    await by.client.data<{ trainingCode: { code: string } | null }>(
      'query ($id: ID!) { trainingCode(meetingId: $id) { code } }',
      { id: session.id },
    )
  ).trainingCode?.code;
const mine = async ({ client }: Somebody) =>
  (await client.data<{ myTraining: Mine }>(`{ myTraining { ${MINE} } }`)).myTraining;
const inSession = async (who: Somebody, session: Outcome) =>
  (await mine(who)).sessions.find(({ id }) => id === session.id);
const found = async (session: Outcome, by = worker) =>
  (
    await by.client.data<{ trainingMeeting: Outcome | null }>(
      `query ($id: ID!) { trainingMeeting(id: $id) { ${SESSION} } }`,
      { id: session.id },
    )
  ).trainingMeeting;
const trainingOn = async ({ personId }: Somebody, on = today) => {
  const volunteer = await get(VolunteersRepository).byPerson(agencyId, personId);
  if (!volunteer) throw new Error('no volunteer');
  const judged = await get(VolunteerEligibility).on(agencyId, [volunteer], on);
  return judged.get(volunteer.id)?.findings.find(({ requirement }) => requirement === 'TRAINING');
};
const codeOf = async (client: TestClient, query: string) =>
  (await client.graphql(query)).errors?.[0]?.extensions?.['code'];
/** Ten in the morning where the agency is. */
const atTen = (day: LocalDate) => platform.clock.set(`${day}T02:00:00.000Z`);

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'sessions');
  const other = await addAgency(platform.app, 'another');
  today = await get(Agencies).today(agencyId);
  atTen(today);
  worker = await join('worker', 'SOCIAL_WORKER');
  director = await join('director', 'DIRECTOR');
  stranger = await join('stranger', 'SUPERVISOR', other);
});
afterAll(() => platform.stop());

describe('the catalogue', () => {
  it('is read by staff, and kept by those who lead', async () => {
    const ming = await join('ming', 'VOLUNTEER');
    expect(await codeOf(platform.client(), '{ agencyCourses { id } }')).toBe('UNAUTHENTICATED');
    expect(await codeOf(ming.client, '{ agencyCourses { id } }')).toBe('FORBIDDEN');
    expect(await codeOf(ming.client, '{ trainingMeetings { id } }')).toBe('FORBIDDEN');
    const { errors } = await worker.client.graphql(ADD, { i: { course: BASICS, requestId: requestId() } });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('says every field that cannot be kept', async () => {
    const { fields } = await addCourse({ title: ' ', about: '', tasks: [], way: 'ONLINE', validMonths: 61 });
    expect(fields).toEqual([
      { field: 'title', code: 'REQUIRED' },
      { field: 'about', code: 'REQUIRED' },
      { field: 'tasks', code: 'REQUIRED' },
      { field: 'lessons', code: 'REQUIRED' },
      { field: 'validMonths', code: 'OUT_OF_RANGE' },
    ]);
  });

  it('keeps one course of a request that came twice, and nothing of a page that is old', async () => {
    const i = { course: BASICS, requestId: requestId() };
    const [one, two] = [await outcomeOf(director, ADD, i), await outcomeOf(director, ADD, i)];
    expect(two.id).toBe(one.id);
    const change = { courseId: one.id, version: 1, course: { ...BASICS, title: '改过的名字' } };
    expect(await outcomeOf(director, CHANGE, change)).toMatchObject({ title: '改过的名字', version: 2 });
    expect((await outcomeOf(director, CHANGE, change)).__typename).toBe('StaleVersion');
    expect((await outcomeOf(stranger, CHANGE, { ...change, version: 2 })).__typename).toBe('NotFound');
  });

  it('agrees on no session of a course that is closed or only online, nor on a day past, nor elsewhere', async () => {
    const course = await addCourse();
    expect((await plan(course, {}, stranger)).__typename).toBe('NotFound');
    const refused = await plan(course, { happensOn: addDays(today, -1), minutes: 5, place: null, seats: 0 });
    expect(refused.fields).toEqual([
      { field: 'happensOn', code: 'IN_THE_PAST' },
      { field: 'minutes', code: 'OUT_OF_RANGE' },
      { field: 'seats', code: 'OUT_OF_RANGE' },
      { field: 'place', code: 'REQUIRED' },
    ]);
    await outcomeOf(director, CLOSE, { courseId: course.id, version: course.version, closed: true });
    expect(await plan(course)).toMatchObject({ why: 'COURSE_CLOSED' });
    const online = await addCourse({ way: 'ONLINE', lessons: 'SAFEGUARDING' });
    expect(await plan(online)).toMatchObject({ why: 'COURSE_CLOSED' });
    await outcomeOf(director, CLOSE, { courseId: online.id, version: online.version, closed: true });
  });
});

describe('a seat', () => {
  it('is not given by another agency, twice, to whoever gives the session, or in two places at once', async () => {
    const course = await addCourse();
    const session = await plan(course);
    const hua = await join('hua', 'VOLUNTEER');
    const away = await join('away', 'VOLUNTEER', await addAgency(platform.app, 'third'));
    expect((await enrol(away, session)).__typename).toBe('NotFound');
    expect((await enrol(hua, session)).__typename).toBe('MyTraining');
    expect(await enrol(hua, session)).toMatchObject({ why: 'ENROLLED_ALREADY' });
    expect(await enrol(hua, await plan(course, { startMinute: 660 }))).toMatchObject({ why: 'SAME_TIME' });
    expect((await enrol(hua, await plan(course, { startMinute: 720 }))).__typename).toBe('MyTraining');
    expect((await leave(hua, session)).__typename).toBe('MyTraining');
    expect(await leave(hua, session)).toMatchObject({ why: 'NOT_ENROLLED' });
    expect((await enrol(hua, session)).__typename).toBe('MyTraining');
  });

  it('that is the last goes to one of five who want it at once; the others wait, and the first of them follows', async () => {
    const session = await plan(await addCourse(), { seats: 1 });
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => join(`race-${key}`, 'VOLUNTEER')));
    await Promise.all(people.map((who) => enrol(who, session)));
    const states = await Promise.all(people.map(async (who) => ({ who, place: await inSession(who, session) })));
    const seated = states.filter(({ place }) => place?.mine === 'ENROLLED');
    expect(seated).toHaveLength(1);
    const waiting = states.filter(({ place }) => place?.mine === 'WAITING');
    expect(waiting.map(({ place }) => place?.waitingBefore).sort()).toEqual([0, 1, 2, 3]);
    const next = waiting.find(({ place }) => place?.waitingBefore === 0)?.who;
    if (!seated[0] || !next) throw new Error('nobody waits');
    await leave(seated[0].who, session);
    expect((await inSession(next, session))?.mine).toBe('ENROLLED');
    await get(JobWorker).drain();
    const notices = await next.client.data<{ notices: { title: string; path: string }[] }>(
      '{ notices { title path } }',
    );
    expect(notices.notices).toContainEqual({ title: '您候补的培训有名额了', path: '/volunteer/training' });
  });

  it('is told of when the session is called off, and then gives nothing', async () => {
    const session = await plan(await addCourse());
    const lin = await join('lin', 'VOLUNTEER');
    await enrol(lin, session);
    const input = { meetingId: session.id, version: session.version };
    expect((await outcomeOf(stranger, CANCEL, input)).__typename).toBe('NotFound');
    expect(await outcomeOf(worker, CANCEL, input)).toMatchObject({ cancelled: true });
    await get(JobWorker).drain();
    const notices = await lin.client.data<{ notices: { title: string }[] }>('{ notices { title } }');
    expect(notices.notices.map(({ title }) => title)).toContain('一场培训取消了');
    expect(await roomCode(session)).toBeUndefined();
    expect(await enrol(await join('late', 'VOLUNTEER'), session)).toMatchObject({ why: 'CANCELLED' });
  });
});

describe('whoever was there', () => {
  it('types the code of the room: wrong codes are counted, and after six only the list remains', async () => {
    const session = await plan(await addCourse());
    const guess = await join('guess', 'VOLUNTEER');
    const right = await roomCode(session);
    expect(right).toMatch(/^\d{6}$/);
    expect(await roomCode(session, stranger)).toBeUndefined();
    expect(await attend(guess, session, right ?? '')).toMatchObject({ why: 'NOT_ENROLLED' });
    await enrol(guess, session);
    const wrong = right === '000000' ? '000001' : '000000';
    expect(await attend(guess, session, wrong)).toMatchObject({ why: 'CODE_WRONG', triesLeft: 5 });
    for (const left of [4, 3, 2, 1]) expect((await attend(guess, session, wrong)).triesLeft).toBe(left);
    expect(await attend(guess, session, wrong)).toMatchObject({ why: 'TOO_MANY_TRIES' });
    expect(await attend(guess, session, right ?? '')).toMatchObject({ why: 'TOO_MANY_TRIES' });
    expect(await trainingOn(guess)).toMatchObject({ outcome: 'MISSING' });
    const person = (await found(session))?.people[0]?.personId;
    const marked = await outcomeOf(worker, MARK, {
      ...{ meetingId: session.id, version: session.version, personIds: [person] },
    });
    expect(marked.people).toMatchObject([{ state: 'ATTENDED', attendedBy: 'LIST', counted: true }]);
    expect(await trainingOn(guess)).toMatchObject({ outcome: 'VALID' });
  });

  it('is not taken at their word outside of the hours of the session', async () => {
    const course = await addCourse();
    const evening = await plan(course, { startMinute: 1200, minutes: 60 });
    const tomorrow = await plan(course, { happensOn: addDays(today, 1) });
    const early = await join('early', 'VOLUNTEER');
    for (const session of [evening, tomorrow]) {
      await enrol(early, session);
      expect(await attend(early, session, '123456')).toMatchObject({ why: 'CODE_CLOSED' });
    }
    expect(await roomCode(tomorrow)).toBeUndefined();
    platform.clock.advance(10 * 60 * 60 * 1000);
    expect((await inSession(early, evening))?.codeOpen).toBe(true);
    const code = await roomCode(evening);
    // A picture of the code that is two minutes old says nothing any more.
    platform.clock.advance(2 * 60 * 1000);
    expect(await attend(early, evening, code ?? '')).toMatchObject({ why: 'CODE_WRONG' });
    expect((await attend(early, evening, (await roomCode(evening)) ?? '')).__typename).toBe('MyTraining');
    expect(await attend(early, evening, '123456')).toMatchObject({ why: 'ATTENDED_ALREADY' });
    atTen(today);
  });

  it('has a training for the tasks of the course, until the day that it says, which eligibility reads', async () => {
    const who = await join('learned', 'VOLUNTEER');
    const other = await plan(await addCourse({ tasks: ['GROUP_ACTIVITY'] }), { startMinute: 540, minutes: 30 });
    await enrol(who, other);
    await attend(who, other, (await roomCode(other)) ?? '');
    // A training for activities does not let somebody accompany a child.
    expect(await trainingOn(who)).toMatchObject({ outcome: 'MISSING', remedy: 'COMPLETE_TRAINING' });
    const session = await plan(await addCourse());
    await enrol(who, session);
    await attend(who, session, ` ${(await roomCode(session)) ?? ''} `);
    const last = addDays(today, 364);
    expect(await trainingOn(who)).toMatchObject({ outcome: 'VALID', until: last });
    expect(await trainingOn(who, last)).toMatchObject({ outcome: 'RENEWAL_DUE' });
    expect(await trainingOn(who, addDays(last, 1))).toMatchObject({ outcome: 'EXPIRED', remedy: 'RENEW_TRAINING' });
    expect((await mine(who)).done).toContainEqual({
      ...{ kind: 'PRE_SERVICE', title: '陪伴前的培训', happenedOn: today, validUntil: last, evidence: 'CODE' },
    });
  });

  it('is marked by nobody for themselves, nor before the day', async () => {
    const both = await addPerson(platform.app, agencyId, {
      ...{ name: '两个身份', roles: ['SOCIAL_WORKER', 'VOLUNTEER'], identifier: 'both@sessions.example' },
    });
    await addVolunteerRecord(platform.app, agencyId, both);
    const client = platform.client();
    await client.signIn('both@sessions.example', TEST_PASSWORD);
    const self = { client, personId: both };
    const session = await plan(await addCourse());
    await enrol(self, session);
    const person = (await found(session))?.people[0]?.personId;
    const input = { meetingId: session.id, version: session.version, personIds: [person] };
    expect(await outcomeOf(self, MARK, input)).toMatchObject({ why: 'OWN_RECORD' });
    const given = await plan(await addCourse(), { startMinute: 800 }, self);
    expect(await enrol(self, given)).toMatchObject({ why: 'OWN_SESSION' });
    const later = await plan(await addCourse(), { happensOn: addDays(today, 2) });
    await enrol(self, later);
    const early = { meetingId: later.id, version: later.version, personIds: [person] };
    expect(await outcomeOf(worker, MARK, early)).toMatchObject({ why: 'NOT_YET' });
  });

  it('of a course with lessons has the training once both are done, in whichever order', async () => {
    const course = await addCourse({ title: '两部分', way: 'BOTH', lessons: 'SAFEGUARDING' });
    const session = await plan(course);
    const who = await join('both-ways', 'VOLUNTEER');
    await enrol(who, session);
    await attend(who, session, (await roomCode(session)) ?? '');
    expect(await trainingOn(who)).toMatchObject({ outcome: 'MISSING' });
    expect((await inSession(who, session))?.lessonsOpen).toBe(true);
    for (const { key, quiz } of SAFEGUARDING_LESSONS) {
      const answers = quiz.map((one) => ({ question: one.key, option: one.options.find(({ right }) => right)?.key }));
      await who.client.data(ANSWER, { i: { lesson: key, answers } });
    }
    expect(await trainingOn(who)).toMatchObject({ outcome: 'VALID' });
    expect((await mine(who)).done).toMatchObject([{ title: '两部分', evidence: 'LESSONS' }]);
    expect((await inSession(who, session))?.lessonsOpen).toBe(false);
    await outcomeOf(director, CLOSE, { courseId: course.id, version: course.version, closed: true });
  });

  it('takes their places along when they are erased', async () => {
    const session = await plan(await addCourse());
    const gone = await join('gone', 'VOLUNTEER');
    await enrol(gone, session);
    const where = { agencyId, personId: gone.personId };
    expect(await get(Database).repository(TrainingPlace).countBy(where)).toBe(1);
    await inAgency(platform.app, agencyId, () => get(PersonalData).erase({ ...where, at: '2026-11-01T00:00:00.000Z' }));
    expect(await get(Database).repository(TrainingPlace).countBy(where)).toBe(0);
    expect((await get(Trainings).byPerson(agencyId, [gone.personId])).size).toBe(0);
  });
});
