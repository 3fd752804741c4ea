// The online course through the API, on the engine under test: refusals first.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { CourseProgress } from './course-progress.entity.js';
import type { Lesson } from './domain/lesson.types.js';
import { ONLINE_COURSES } from './domain/online-courses.js';
import { RIGHTS_LESSONS } from './domain/rights-course/index.js';
import { SAFEGUARDING_LESSONS } from './domain/safeguarding-course/index.js';

const COURSE = `query ($lessons: CourseLessons! = SAFEGUARDING) { onlineCourse(lessons: $lessons) { version finishedAt
  round mayTakeAgain lessons { key place done minutes quiz { key options { key } } } } }`;
const AGAIN = `mutation ($i: TakeLessonsAgainInput!) { outcome: takeLessonsAgain(input: $i) { __typename
  ... on Course { round finishedAt lessons { key done } } ... on TrainingRefused { why } } }`;
const ANSWER = `mutation ($i: AnswerLessonInput!) { outcome: answerLesson(input: $i) { __typename
  ... on LessonAnswered { marks { question right why { zh en } } course { finishedAt lessons { key done } } }
  ... on InvalidInput { fields { field code } } } }`;

interface Course {
  readonly finishedAt: string | null;
  readonly round: number;
  readonly mayTakeAgain: boolean;
  readonly lessons: readonly { readonly key: string; readonly done: boolean }[];
}
interface Answered {
  readonly outcome: {
    readonly __typename: string;
    readonly marks: readonly { readonly question: string; readonly right: boolean; readonly why: { zh: string } }[];
    readonly course: Course;
    readonly fields: readonly { readonly field: string; readonly code: string }[];
  };
}

let platform: TestApp;
let agencyId: AgencyId;
let personId: PersonId;
let volunteer: TestClient;
let employee: TestClient;
let employeeId: PersonId;
let donor: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  agencyId = await addAgency(platform.app, 'learning');
  const signedIn = async (role: 'VOLUNTEER' | 'EMPLOYEE' | 'DONOR') => {
    const identifier = `${role.toLowerCase().replace('_', '-')}@learning.example`;
    const id = await addPerson(platform.app, agencyId, { name: '学习的人', roles: [role], identifier });
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return { client, id };
  };
  ({ client: volunteer, id: personId } = await signedIn('VOLUNTEER'));
  ({ client: employee, id: employeeId } = await signedIn('EMPLOYEE'));
  ({ client: donor } = await signedIn('DONOR'));
});
afterAll(() => platform.stop());

const answersOf = ({ quiz }: Lesson, rightly: boolean) =>
  quiz.map(({ key, options }) => ({ question: key, option: options.find((one) => one.right === rightly)?.key }));
const answer = async (client: TestClient, lesson: Lesson, rightly = true) =>
  (await client.data<Answered>(ANSWER, { i: { lesson: lesson.key, answers: answersOf(lesson, rightly) } })).outcome;
const course = async (client: TestClient, lessons: 'SAFEGUARDING' | 'RIGHTS' = 'SAFEGUARDING') =>
  (await client.data<{ onlineCourse: Course }>(COURSE, { lessons })).onlineCourse;
const again = async (client: TestClient, lessons = 'SAFEGUARDING') =>
  (await client.data<{ outcome: { __typename: string; why?: string; round?: number } }>(AGAIN, { i: { lessons } }))
    .outcome;
const done = ({ lessons }: Course) => lessons.filter((lesson) => lesson.done).map(({ key }) => key);
const trainings = async () => (await platform.app.get(Trainings).byPerson(agencyId, [personId])).get(personId) ?? [];
const [first, second] = SAFEGUARDING_LESSONS;
if (!first || !second) throw new Error('the course has too few lessons');

describe('the safeguarding course', () => {
  it('is not for a donor, who meets no child', async () => {
    const { errors } = await donor.graphql(COURSE);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await platform.client().graphql(COURSE)).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('does not say beforehand which answer is right', async () => {
    const { errors } = await volunteer.graphql(
      '{ onlineCourse(lessons: RIGHTS) { lessons { quiz { options { key right } } } } }',
    );
    expect(errors?.[0]?.message).toContain('Cannot query field "right"');
  });

  it('refuses a lesson that does not exist, and answers that leave a question out', async () => {
    const missing = await volunteer.data<Answered>(ANSWER, { i: { lesson: 'nowhere', answers: [] } });
    expect(missing.outcome.__typename).toBe('NotFound');
    const { outcome } = await volunteer.data<Answered>(ANSWER, { i: { lesson: first.key, answers: [] } });
    expect(outcome.fields).toEqual(first.quiz.map(({ key }) => ({ field: `answers.${key}`, code: 'REQUIRED' })));
    expect(done(await course(volunteer))).toEqual([]);
  });

  it('gives the reason for a wrong answer, and counts the lesson only when all are right', async () => {
    const wrong = await answer(volunteer, first, false);
    expect(wrong.marks.every(({ right }) => !right)).toBe(true);
    expect(wrong.marks[0]?.why.zh).toBe(first.quiz[0]?.options.find(({ right }) => !right)?.why.zh);
    expect(done(wrong.course)).toEqual([]);
    expect(done((await answer(volunteer, first)).course)).toEqual([first.key]);
  });

  it('takes nothing away from whoever answers again and wrongly', async () => {
    expect(done((await answer(volunteer, first, false)).course)).toEqual([first.key]);
    expect(done(await course(volunteer))).toEqual([first.key]);
  });

  it('keeps everybody’s own progress, and that of two answers at once', async () => {
    expect(done(await course(employee))).toEqual([]);
    await Promise.all([answer(employee, first), answer(employee, second)]);
    expect(done(await course(employee)).sort()).toEqual([first.key, second.key].sort());
    expect(done(await course(volunteer))).toEqual([first.key]);
  });

  it('adds a training in service to the record at the last lesson, and only once', async () => {
    const [, ...rest] = SAFEGUARDING_LESSONS;
    for (const lesson of rest.slice(0, -1)) await answer(volunteer, lesson);
    expect(await trainings()).toEqual([]);
    const last = rest.at(-1) ?? first;
    await Promise.all([answer(volunteer, last), answer(volunteer, last)]);
    expect((await course(volunteer)).finishedAt).not.toBeNull();
    expect(await trainings()).toMatchObject([{ kind: 'IN_SERVICE', batchId: null, recordedBy: null }]);
    await answer(volunteer, first);
    expect(await trainings()).toHaveLength(1);
  });

  it('has one lesson for a day with a team, which lets somebody do that and nothing more', async () => {
    const mine = async () =>
      (await employee.data<{ c: Course }>('{ c: teamDayCourse { finishedAt lessons { key done } } }')).c;
    expect(done(await mine())).toEqual([]);
    const [lesson] = ONLINE_COURSES.TEAM_DAY.lessons;
    if (!lesson) throw new Error('the course has no lesson');
    expect((await answer(employee, lesson, false)).course.finishedAt).toBeNull();
    await Promise.all([answer(employee, lesson), answer(employee, lesson)]);
    expect((await mine()).finishedAt).not.toBeNull();
    const rows = (await platform.app.get(Trainings).byPerson(agencyId, [employeeId])).get(employeeId) ?? [];
    expect(rows).toMatchObject([{ kind: 'PRE_SERVICE', tasks: 'TEAM_DAY', evidence: 'LESSONS' }]);
    expect(done(await course(employee)).sort()).toEqual([first.key, second.key].sort());
  });

  it('on rights and duties is a course of its own, which renews nothing where the agency teaches no such course', async () => {
    expect(done(await course(volunteer, 'RIGHTS'))).toEqual([]);
    for (const lesson of RIGHTS_LESSONS) await answer(volunteer, lesson);
    expect((await course(volunteer, 'RIGHTS')).finishedAt).not.toBeNull();
    expect(await trainings()).toHaveLength(1);
  });

  it('is not begun again before it was finished, nor within a month', async () => {
    expect(await again(employee)).toMatchObject({ why: 'LESSONS_UNFINISHED' });
    expect(await again(volunteer)).toMatchObject({ why: 'TOO_EARLY_AGAIN' });
    expect((await donor.graphql(AGAIN, { i: { lessons: 'RIGHTS' } })).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    );
    expect(await course(volunteer)).toMatchObject({ round: 1, mayTakeAgain: false });
  });

  it('is taken again after a month, once of two who ask at once, and renews the training on its last day', async () => {
    const finishedAt = (await course(volunteer)).finishedAt ?? '';
    const [first0] = await trainings();
    const later = Date.parse(finishedAt) + 30 * 86_400_000;
    platform.clock.set(new Date(later).toISOString());
    await volunteer.signIn('volunteer@learning.example', TEST_PASSWORD);
    expect((await course(volunteer)).mayTakeAgain).toBe(true);
    const both = await Promise.all([again(volunteer), again(volunteer)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Course', 'TrainingRefused']);
    expect(await course(volunteer)).toMatchObject({ round: 2, finishedAt, mayTakeAgain: false });
    expect(done(await course(volunteer))).toEqual([]);
    await answer(volunteer, first, false);
    await answer(volunteer, first, false);
    const row = await platform.app
      .get(Database)
      .repository(CourseProgress)
      .findOneByOrFail({ personId, course: 'SAFEGUARDING' });
    expect(row).toMatchObject({ askedAgain: { [first.key]: 2 }, tries: 2, round: 2 });
    // What was learned before goes on counting until the round is finished.
    expect(await trainings()).toHaveLength(1);
    for (const lesson of SAFEGUARDING_LESSONS) await answer(volunteer, lesson);
    const after = await trainings();
    expect(after).toHaveLength(2);
    expect(after.map(({ happenedOn }) => happenedOn)).toContain(first0?.happenedOn);
    expect(new Set(after.map(({ happenedOn }) => happenedOn)).size).toBe(2);
  });

  it('goes with the person who is erased', async () => {
    const rows = platform.app.get(Database).repository(CourseProgress);
    expect(await rows.countBy({ agencyId, personId })).toBe(2);
    const actor = { kind: 'system', agencyId, name: 'test' } as const;
    await platform.app
      .get(UnitOfWork)
      .run(actor, () => platform.app.get(PersonalData).erase({ agencyId, personId, at: '2026-11-01T00:00:00.000Z' }));
    expect(await rows.countBy({ agencyId, personId })).toBe(0);
  });
});
