// Credit for what was learned elsewhere, through the API and the file door, on the engine under test: refusals first.
import { addDays, type AgencyId, type LocalDate, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { Agencies, VolunteerEligibility, VolunteersRepository } from '../../people/index.js';
import { allRows } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { PersonalData } from '../../platform/keys/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { PAGES, pdf } from '../../platform/testing/papers.js';
import { addAgency, addPerson, addVolunteerRecord, inAgency, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Courses } from '../catalogue/courses.js';
import { personActor } from '../../platform/access/index.js';
import { TrainingCredit } from './training-credit.entity.js';

const MINE = `paperSubject courses { title } asked { id courseTitle state refusedFor words until paperCount }`;
const OWN = `{ myCredits { ${MINE} } }`;
const ERRORS = `... on TrainingRefused { why } ... on InvalidInput { fields { field code } }`;
const ASK = `mutation ($i: AskTrainingCreditInput!) { outcome: askTrainingCredit(input: $i) { __typename
  ... on MyCredits { ${MINE} } ${ERRORS} } }`;
const WITHDRAW = `mutation ($i: WithdrawTrainingCreditInput!) { outcome: withdrawTrainingCredit(input: $i) { __typename
  ... on MyCredits { ${MINE} } ${ERRORS} } }`;
const WAITING = `waiting { id name own place until papers { id path } }`;
const DESK = `{ creditsToDecide { ${WAITING} } }`;
const DECIDE = `mutation ($i: DecideTrainingCreditInput!) { outcome: decideTrainingCredit(input: $i) { __typename
  ... on CreditsToDecide { ${WAITING} } ${ERRORS} } }`;

interface Mine {
  readonly __typename?: string;
  readonly why?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly paperSubject: string;
  readonly courses: readonly { readonly title: string }[];
  readonly asked: readonly { readonly id: string; readonly state: string }[];
}
interface Desk {
  readonly __typename?: string;
  readonly why?: string;
  readonly waiting: readonly {
    readonly id: string;
    readonly name: string;
    readonly own: boolean;
    readonly papers: readonly { readonly id: string; readonly path: string }[];
  }[];
}

let platform: TestApp;
let agencyId: AgencyId;
let today: LocalDate;
const clients = new Map<string, TestClient>();
const people = new Map<string, PersonId>();
const courses = new Map<string, string>();
let number = 0;

const by = (who: string) => clients.get(who) ?? platform.client();
const person = (who: string) => toGlobalId('Person', people.get(who) ?? '');
const rows = () => platform.app.get(Database).repository(TrainingCredit);

async function join(who: string, roles: readonly Role[], of = agencyId): Promise<void> {
  const identifier = `${who}@credit.example`;
  people.set(who, await addPerson(platform.app, of, { name: who, roles: [...roles], identifier }));
  const client = platform.client();
  expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
  clients.set(who, client);
}
async function bring(who: string, subject = person(who)) {
  number += 1;
  const query = new URLSearchParams({ for: subject, purpose: 'TRAINING_CREDIT', name: '证书.pdf' });
  const response = await by(who).fetch(`/files?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-tongxing-client': 'web' },
    body: new Uint8Array(pdf(...PAGES, `(paper ${String(number)})`)),
  });
  return { status: response.status, id: ((await response.json()) as { id?: string }).id ?? '' };
}
async function ask(who: string, said: object = {}) {
  number += 1;
  const asked = { courseId: courses.get('first'), learnedOn: addDays(today, -100), place: '市儿童中心' };
  const i = { ...asked, paperIds: [], requestId: `credit-${String(number)}`, ...said };
  return (await by(who).data<{ outcome: Mine }>(ASK, { i })).outcome;
}
const decide = async (who: string, creditId: string, said: object = {}) =>
  (await by(who).data<{ outcome: Desk }>(DECIDE, { i: { creditId, words: '', ...said } })).outcome;
const desk = async (who: string) => (await by(who).data<{ creditsToDecide: Desk }>(DESK)).creditsToDecide.waiting;
const training = async () => {
  const [volunteer] = await platform.app.get(VolunteersRepository).page(allRows(agencyId), 0, 10);
  if (!volunteer) throw new Error('nobody volunteers');
  const judged = await platform.app.get(VolunteerEligibility).on(agencyId, [volunteer], today);
  return judged.get(volunteer.id)?.findings.find(({ requirement }) => requirement === 'TRAINING');
};

beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'credit');
  today = await platform.app.get(Agencies).today(agencyId);
  await join('xu', ['VOLUNTEER']);
  await join('lead', ['SUPERVISOR', 'VOLUNTEER']);
  await join('other', ['SUPERVISOR']);
  await join('worker', ['SOCIAL_WORKER']);
  await join('donor', ['DONOR']);
  await join('stranger', ['SUPERVISOR'], await addAgency(platform.app, 'elsewhere'));
  await addVolunteerRecord(platform.app, agencyId, people.get('xu') as PersonId);
  const actor = personActor(
    { agencyId, personId: people.get('lead') as PersonId, loginId: 'x' as never, sessionId: 'x' },
    [{ role: 'SUPERVISOR' }],
  );
  const add = async (key: string, said: object) => {
    const course = {
      ...{ title: key, about: '学什么', kind: 'PRE_SERVICE', way: 'SESSIONS', lessons: undefined },
      ...{ tasks: ['COMPANIONSHIP'], validMonths: 12, ...said },
    } as never;
    const added = await platform.app.get(Courses).add(actor, `course-${key}`, course);
    if (!added.ok) throw new Error('no course');
    courses.set(key, toGlobalId('AgencyCourse', added.value.id));
  };
  await add('first', {});
  await add('safeguarding', { way: 'BOTH', lessons: 'SAFEGUARDING' });
}, 120_000);
afterAll(() => platform.stop());

it('is not for donors; its papers and its decisions are not for workers, nor for those who ask', async () => {
  for (const who of ['donor', 'worker']) {
    expect((await by(who).graphql(OWN)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await bring(who)).status).toBe(403);
  }
  for (const who of ['xu', 'worker', 'donor']) {
    expect((await by(who).graphql(DESK)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  }
  // Nobody brings a paper for somebody else.
  expect((await bring('xu', person('lead'))).status).toBe(404);
});

it('is not asked without a paper, for the lessons of the platform, for tomorrow, or for what has ended by now', async () => {
  const { id } = await bring('xu');
  expect(id).not.toBe('');
  expect((await ask('xu')).fields).toEqual([{ field: 'paperIds', code: 'REQUIRED' }]);
  expect(await ask('xu', { courseId: courses.get('safeguarding'), paperIds: [id] })).toMatchObject({
    why: 'LEARNED_HERE_ONLY',
  });
  const wrong = await ask('xu', { learnedOn: addDays(today, 1), place: ' ', paperIds: [id] });
  expect(wrong.fields).toEqual([
    { field: 'place', code: 'REQUIRED' },
    { field: 'learnedOn', code: 'IN_THE_FUTURE' },
  ]);
  const old = await ask('xu', { learnedOn: addDays(today, -366), paperIds: [id] });
  expect(old.fields).toEqual([{ field: 'learnedOn', code: 'TOO_LONG_AGO' }]);
  // A paper of somebody else, and a course of another agency, are as missing.
  const theirs = await bring('lead');
  expect((await ask('xu', { paperIds: [theirs.id] })).fields).toEqual([{ field: 'paperIds', code: 'NOT_FOUND' }]);
  expect(await ask('xu', { courseId: toGlobalId('AgencyCourse', 'x'), paperIds: [id] })).toMatchObject({
    __typename: 'NotFound',
  });
  expect(await rows().count()).toBe(0);
});

it('waits, once for a course however often it is sent, and lets nobody serve meanwhile', async () => {
  const [one, two] = [await bring('xu'), await bring('xu')];
  const said = { paperIds: [one.id], requestId: 'the-same' };
  const both = await Promise.all([ask('xu', said), ask('xu', said)]);
  expect(both.map(({ __typename }) => __typename)).toEqual(['MyCredits', 'MyCredits']);
  expect(await ask('xu', { paperIds: [two.id] })).toMatchObject({ why: 'ASKED_ALREADY' });
  expect(await rows().count()).toBe(1);
  expect((await rows().find())[0]?.placeSealed).not.toContain('市儿童中心');
  expect(await training()).toMatchObject({ outcome: 'MISSING' });
  expect(await desk('stranger')).toEqual([]);
  const [waits] = await desk('lead');
  expect(waits).toMatchObject({ name: 'xu', own: false, place: '市儿童中心', papers: [{}] });
  const path = waits?.papers[0]?.path ?? '';
  expect((await by('lead').fetch(path)).status).toBe(200);
  for (const who of ['xu', 'worker', 'stranger']) expect((await by(who).fetch(path)).status).not.toBe(200);
});

it('is refused kindly with a reason, asked again, and taken back', async () => {
  const [waits] = await desk('lead');
  const refused = await decide('lead', waits?.id ?? '', {
    refusedFor: 'UNREADABLE',
    words: '照片有点糊，再拍一张就好。',
  });
  expect(refused.waiting).toEqual([]);
  await platform.app.get(JobWorker).drain();
  const told = await platform.app
    .get(Database)
    .read<{ template: string }>('SELECT template FROM notice WHERE personId = ?', [people.get('xu') ?? '']);
  expect(told.map(({ template }) => template)).toEqual(['trainingCreditDecided']);
  const { myCredits } = await by('xu').data<{ myCredits: Mine }>(OWN);
  expect(myCredits.asked).toMatchObject([
    { state: 'REFUSED', refusedFor: 'UNREADABLE', words: '照片有点糊，再拍一张就好。' },
  ]);
  const again = await ask('xu', { paperIds: [(await bring('xu')).id] });
  const creditId = again.asked[0]?.id ?? '';
  const withdraw = async (who: string) =>
    (await by(who).data<{ outcome: Mine }>(WITHDRAW, { i: { creditId } })).outcome;
  expect(await withdraw('lead')).toMatchObject({ __typename: 'NotFound' });
  expect((await withdraw('xu')).asked[0]).toMatchObject({ state: 'WITHDRAWN' });
  expect(await withdraw('xu')).toMatchObject({ why: 'DECIDED_ALREADY' });
  expect(await decide('lead', creditId)).toMatchObject({ __typename: 'NotFound' });
});

it('is decided by nobody for themselves, and once of two who decide at once', async () => {
  await ask('lead', { paperIds: [(await bring('lead')).id] });
  const [own] = await desk('lead');
  expect(own).toMatchObject({ name: 'lead', own: true });
  expect(await decide('lead', own?.id ?? '')).toMatchObject({ why: 'OWN_RECORD' });
  expect(await decide('stranger', own?.id ?? '')).toMatchObject({ __typename: 'NotFound' });
  const both = await Promise.all([
    decide('other', own?.id ?? ''),
    decide('other', own?.id ?? '', { refusedFor: 'TOO_SHORT' }),
  ]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CreditsToDecide', 'TrainingRefused']);
});

it('granted, counts from the day of learning to the end that the course says, for eligibility too', async () => {
  await ask('xu', { paperIds: [(await bring('xu')).id] });
  const [waits] = await desk('other');
  await decide('other', waits?.id ?? '', { words: '欢迎！' });
  const { myCredits } = await by('xu').data<{ myCredits: Mine }>(OWN);
  expect(myCredits.asked[0]).toMatchObject({ state: 'GRANTED', words: '欢迎！', paperCount: 1 });
  expect(await training()).toMatchObject({ outcome: 'VALID', since: addDays(today, -100) });
});

it('goes with the person who is erased', async () => {
  const personId = people.get('xu') as PersonId;
  const at = platform.clock.nowIso();
  await inAgency(platform.app, agencyId, () => platform.app.get(PersonalData).erase({ agencyId, personId, at }));
  expect(await rows().countBy({ personId })).toBe(0);
});
