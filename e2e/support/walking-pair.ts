// The demo volunteer's companionship, brought by its people to the first day; through the API, since P20 tells it by hand.
import { DEMO_PASSWORD, demoLogin } from '../../server/src/testing/demo-app.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';

const WAITING = `{ companionships(first: 50, state: ACCEPTED) { edges { node { id version
  child { name pseudonym } volunteer { name } } } } }`;
const VOLUNTEER = '许诺';
const DAY = '2026-11-22';

interface Pair {
  readonly id: string;
  readonly version: number;
  readonly child: { readonly name: string; readonly pseudonym: string };
  readonly volunteer: { readonly name: string };
}

export async function walkingPair(platform: TestApp): Promise<Pair> {
  const worker = platform.client();
  await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  const volunteer = platform.client();
  await volunteer.signIn(demoLogin('VOLUNTEER'), DEMO_PASSWORD);
  const found = await worker.data<{ companionships: { edges: { node: Pair }[] } }>(WAITING);
  const pair = found.companionships.edges.map(({ node }) => node).find((node) => node.volunteer.name === VOLUNTEER);
  if (!pair) throw new Error(`nothing waits for the answer of ${VOLUNTEER}`);
  const own = { companionshipId: pair.id };
  let version = await step(volunteer, 'answerCompanionship', 'MyCompanionship', {
    ...own,
    version: pair.version,
    agree: true,
    acceptConduct: true,
  });
  version = await step(worker, 'recordConsent', 'Companionship', {
    ...own,
    version,
    guardianName: '王秀兰',
    relation: '奶奶',
    method: 'SIGNATURE',
    serviceAgreementSignedOn: DAY,
    givenOn: DAY,
    validUntil: '2027-11-21',
    childAnswer: 'YES',
    childAnsweredOn: DAY,
  });
  version = await step(worker, 'approvePlan', 'Companionship', {
    ...own,
    version,
    taskGoal: '每周一起读完一章',
    processGoal: '能把心里话说出来',
    meetingPlace: '晴川街道社工站活动室',
    contactsPerMonth: 4,
  });
  version = await step(worker, 'activateCompanionship', 'Companionship', { ...own, version, startsOn: DAY });
  return { ...pair, version };
}

async function step(client: TestClient, mutation: string, answer: string, input: object): Promise<number> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($i: ${type}!) { outcome: ${mutation}(input: $i) { __typename ... on ${answer} { version } } }`;
  const { outcome } = await client.data<{ outcome: { __typename: string; version: number } }>(query, { i: input });
  if (outcome.__typename !== answer) throw new Error(`${mutation} answered ${outcome.__typename}`);
  return outcome.version;
}
