// The online course through the API, on the engine under test: refusals first.
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { PersonalData } from '../platform/keys/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Trainings } from '../training/index.js';
import { CourseProgress } from './course-progress.entity.js';
import { TEAM_DAY } from './domain/online-courses.js';
import { SAFEGUARDING_LESSONS, type Lesson } from './domain/safeguarding-course/index.js';

const COURSE =
  '{ safeguardingCourse { version finishedAt lessons { key place done minutes quiz { key options { key } } } } }';
const ANSWER = `mutation ($i: AnswerLessonInput!) { outcome: answerLesson(input: $i) { __typename
  ... on LessonAnswered { marks { question right why { zh en } } course { finishedAt lessons { key done } } }
  ... on InvalidInput { fields { field code } } } }`;

interface Course {
  readonly finishedAt: string | null;
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
const course = async (client: TestClient) =>
  (await client.data<{ safeguardingCourse: Course }>(COURSE)).safeguardingCourse;
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
    const { errors } = await volunteer.graphql('{ safeguardingCourse { lessons { quiz { options { key right } } } } }');
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
    const [lesson] = TEAM_DAY.lessons;
    if (!lesson) throw new Error('the course has no lesson');
    expect((await answer(employee, lesson, false)).course.finishedAt).toBeNull();
    await Promise.all([answer(employee, lesson), answer(employee, lesson)]);
    expect((await mine()).finishedAt).not.toBeNull();
    const rows = (await platform.app.get(Trainings).byPerson(agencyId, [employeeId])).get(employeeId) ?? [];
    expect(rows).toMatchObject([{ kind: 'PRE_SERVICE', tasks: 'TEAM_DAY', evidence: 'LESSONS' }]);
    expect(done(await course(employee)).sort()).toEqual([first.key, second.key].sort());
  });

  it('goes with the person who is erased', async () => {
    const rows = platform.app.get(Database).repository(CourseProgress);
    expect(await rows.countBy({ agencyId, personId })).toBe(1);
    const actor = { kind: 'system', agencyId, name: 'test' } as const;
    await platform.app
      .get(UnitOfWork)
      .run(actor, () => platform.app.get(PersonalData).erase({ agencyId, personId, at: '2026-11-01T00:00:00.000Z' }));
    expect(await rows.countBy({ agencyId, personId })).toBe(0);
  });
});
