// A company's day and the colleagues who come to it, by requests: what a story tells on pages, and not thirty times over.
import type { TestClient } from '../../server/src/testing/test-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { newestLink } from '../../server/src/testing/inbox.js';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly linkCode: string;
  readonly marks: readonly { readonly question: string; readonly right: boolean }[];
  readonly days: readonly OwnDay[];
}
interface OwnDay {
  readonly id: string;
  readonly state: string;
  readonly needs: readonly string[];
  readonly agreement: { readonly zh: string };
}
type Mutation = readonly [name: string, input: string, answer: string];

export const COLLEAGUE_PASSWORD = '和同事们一起来的这一天';

/** One mutation; its answer has to be of the type that is named first in `answer`. */
export async function act(client: TestClient, [name, input, answer]: Mutation, i: object): Promise<Outcome> {
  const expected = /\.\.\. on (\w+)/.exec(answer)?.[1];
  const query = `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ${answer} } }`;
  const { outcome } = await client.data<{ outcome: Outcome }>(query, { i });
  if (outcome.__typename !== expected) throw new Error(`${name} answered ${JSON.stringify(outcome)}`);
  return outcome;
}

const ACTIVITY = '... on Activity { id version } ... on InvalidInput { fields { field code } }';
const BOOKING = '... on TeamBooking { id version } ... on InvalidInput { fields { field code } }';
const MINE = '... on MyTeamDays { days { id state needs agreement { zh } } } ... on RosterRefused { why }';

export interface Desk {
  readonly worker: TestClient;
  readonly supervisor: TestClient;
}
export interface DayWish {
  readonly theme: string;
  readonly themeEn: string;
  readonly onDate: string;
  readonly otherTasks: string;
}

/** An open activity by the worker, read by the supervisor, to which teams may come. Answers its id. */
export async function dayForTeams({ worker, supervisor }: Desk, { otherTasks, ...wish }: DayWish): Promise<string> {
  const { venues, activityTeam, viewer } = await worker.data<{
    readonly venues: readonly { readonly id: string; readonly people: number }[];
    readonly activityTeam: readonly { readonly id: string; readonly name: string }[];
    readonly viewer: { readonly name: string };
  }>('{ venues { id people } activityTeam { id name } viewer { name } }');
  const venueId = venues.find(({ people }) => people >= 50)?.id;
  const inChargeIds = activityTeam.filter(({ name }) => name === viewer.name).map(({ id }) => id);
  const plan = {
    ...{ ...wish, kind: 'GROWTH_GROUP', venueId, inChargeIds, startMinute: 540, endMinute: 690, requestId: wish.theme },
    ...{ childrenGroup: wish.theme, children: 12, childrenPerAdult: 12, taskGoal: '每个孩子带走一本书。' },
    ...{ processGoal: '孩子们认识新朋友。', childrenPart: '孩子们选书，也主持分享。', roles: [], budget: [] },
    ...{ riskChildren: '走散：两人一组。', riskStaff: '疲劳：每小时休息。' },
  };
  let activity = await act(worker, ['planActivity', 'PlanActivityInput', ACTIVITY], plan);
  const steps = [[supervisor, 'reviewActivity'] as const, [worker, 'openActivity'] as const];
  for (const [who, step] of steps) {
    const read = { activityId: activity.id, version: activity.version };
    activity = await act(who, [step, 'ActivityStepInput', ACTIVITY], read);
  }
  await act(worker, ['saveTeamOffer', 'SaveTeamOfferInput', '... on TeamOffer { version }'], {
    ...{ activityId: activity.id, version: 0, guestsPerWorker: 40, guestsPerChild: 3, visitsPerMonth: 2 },
    ...{ hasOtherTasks: true, otherTasks, checkLeadDays: 15, cutOffDays: 3, noticeDays: 7, costLines: [] },
  });
  return activity.id;
}

/** A company with this coordinator. Answers its id. */
export async function companyOf({ supervisor }: Desk, name: string, coordinator: string): Promise<string> {
  const said = { kind: 'COMPANY', name, shortName: name, state: 'ACTIVE' };
  const team = await act(supervisor, ['saveTeam', 'SaveTeamInput', '... on VolunteerTeam { id }'], said);
  const { coordinatorChoices } = await supervisor.data<{
    readonly coordinatorChoices: readonly { readonly id: string; readonly name: string }[];
  }>('{ coordinatorChoices { id name } }');
  const choiceId = coordinatorChoices.find((one) => one.name === coordinator)?.id;
  const books = { teamId: team.id, choiceId };
  await act(supervisor, ['addTeamCoordinator', 'AddTeamCoordinatorInput', '... on VolunteerTeam { id }'], books);
  return team.id;
}

/** Held and asked for by the coordinator, confirmed at the desk. Answers the booking's id. */
export async function bookDay(
  { supervisor }: Desk,
  csr: TestClient,
  wish: { readonly teamId: string; readonly activityId: string; readonly people: number },
): Promise<string> {
  const said = { ...wish, tasks: 'WITH_CHILDREN', partly: false, requestId: wish.activityId };
  let booking = await act(csr, ['holdTeamDay', 'TeamWishInput', BOOKING], said);
  const read = () => ({ bookingId: booking.id, version: booking.version });
  booking = await act(csr, ['requestTeamBooking', 'TeamBookingInput', BOOKING], read());
  await act(supervisor, ['confirmTeamBooking', 'TeamBookingInput', BOOKING], read());
  return booking.id;
}

/** Somebody of the company who was never here: by the link to an account of their own, and no further. */
export async function comeIn(platform: TestApp, code: string, name: string, phone: string): Promise<TestClient> {
  const client = platform.client();
  const { privacy: privacyVersion, terms: termsVersion } = LEGAL_VERSIONS;
  const asking = {
    code,
    name,
    phone,
    birthDate: '1994-05-06',
    tasks: 'WITH_CHILDREN',
    locale: 'ZH_CN',
    privacyVersion,
  };
  await act(client, ['askForTeamDay', 'AskForTeamDayInput', '... on TeamDayAsked { asked }'], asking);
  const token = await newestLink(platform, '/join/');
  const input = { token, password: COLLEAGUE_PASSWORD, locale: 'ZH_CN', privacyVersion, termsVersion };
  const mutation = 'mutation ($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { __typename } }';
  await client.data(mutation, { i: input });
  return client;
}

/** Takes the place, learns the lesson (thinking again where it was wrong), signs the agreement. Answers what is missing. */
export async function prepare(client: TestClient, code: string, name: string): Promise<readonly string[]> {
  const joined = await act(client, ['joinTeamDay', 'JoinTeamDayInput', MINE], { code, tasks: 'WITH_CHILDREN' });
  const day = joined.days.find(({ state, needs }) => state === 'JOINED' && needs.includes('AGREEMENT'));
  if (!day) throw new Error('there is no day to sign for');
  if (day.needs.includes('TRAINING')) await learn(client);
  const signing = { dayId: day.id, name, language: 'ZH_CN', text: day.agreement.zh };
  const signed = await act(client, ['signDayAgreement', 'SignDayAgreementInput', MINE], signing);
  return signed.days.find(({ id }) => id === day.id)?.needs ?? [];
}

async function learn(client: TestClient): Promise<void> {
  const { teamDayCourse } = await client.data<{
    readonly teamDayCourse: {
      readonly lessons: readonly { readonly key: string; readonly quiz: readonly Question[] }[];
    };
  }>('{ teamDayCourse { lessons { key quiz { key options { key } } } } }');
  for (const { key: lesson, quiz } of teamDayCourse.lessons) {
    const tried = new Map(quiz.map(({ key }) => [key, 0]));
    for (let round = 0; round < 4; round += 1) {
      const answers = quiz.map(({ key, options }) => ({ question: key, option: options[tried.get(key) ?? 0]?.key }));
      const mutation = [
        'answerLesson',
        'AnswerLessonInput',
        '... on LessonAnswered { marks { question right } }',
      ] as const;
      const wrong = (await act(client, mutation, { lesson, answers })).marks.filter(({ right }) => !right);
      if (wrong.length === 0) break;
      for (const { question } of wrong) tried.set(question, (tried.get(question) ?? 0) + 1);
    }
  }
}
interface Question {
  readonly key: string;
  readonly options: readonly { readonly key: string }[];
}
