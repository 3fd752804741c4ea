// One pair as its people make it: matched, accepted, and by the same doors brought to its first day.
import { VolunteersRepository } from '../people/index.js';
import { allRows } from '../platform/access/index.js';
import { matchedAgency, signInVolunteer, type MatchedAgency } from './matched-agency.js';
import { askForNoFactor } from './staff.js';
import type { TestApp, TestClient } from './test-app.js';

export interface Outcome {
  readonly __typename: string;
  readonly [field: string]: unknown;
}
export interface Mine {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

const PAIR =
  '__typename ... on Companionship { id version state blockers { code } } ... on InvalidInput { fields { field code } }';
export const step = (name: string, input: string, more = '') =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ${PAIR} ${more} } }`;
const RUN = `mutation ($i: RunMatchInput!) { outcome: runMatch(input: $i) { __typename ... on MatchRun { proposals(first: 5) {
  edges { node { id version child { id name pseudonym } volunteer { id } } } } } } }`;
const ACCEPT = `mutation ($i: AcceptProposalInput!) { outcome: acceptProposal(input: $i) { __typename
  ... on MatchProposal { companionship { id } } } }`;
export const ANSWER = `mutation ($i: AnswerCompanionshipInput!) { outcome: answerCompanionship(input: $i) { __typename } }`;
export const CONSENT = step('recordConsent', 'RecordConsentInput', '... on TransitionRefused { from }');
export const PLAN = step('approvePlan', 'ApprovePlanInput');
export const ACTIVATE = step(
  'activateCompanionship',
  'ActivateCompanionshipInput',
  '... on CompanionshipBlocked { blockers { code } }',
);
const MINE = `{ myCompanionships { id state version goal processGoal nextContactOn contacts { kind happenedOn note }
  concerns { dueAt seen workerName } child { pseudonym } } }`;
const TODAY = '{ today { concernsOpen contactsOverdue childrenToTell companionshipsPaused } }';
const DAY = '2026-11-22';

export const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
export const codeOf = async (client: TestClient, query: string, variables: object = {}) =>
  (await client.graphql(query, variables)).errors?.[0]?.extensions?.['code'];
export const today = async (client: TestClient) => (await client.data<{ today: Record<string, number> }>(TODAY)).today;

export interface TestPair {
  readonly agency: MatchedAgency;
  readonly volunteer: TestClient;
  readonly volunteerPerson: string;
  readonly pairId: string;
  readonly child: { readonly id: string; readonly name: string; readonly pseudonym: string };
  readonly mine: () => Promise<Mine>;
  readonly version: () => Promise<number>;
  /** The family's yes, and the pair begins or goes on. */
  readonly begin: () => Promise<void>;
}

/** An agency with one accepted pair, whose volunteer is signed in; `name` must be ASCII and new. */
export async function acceptedPair(platform: TestApp, name: string): Promise<TestPair> {
  const agency = await matchedAgency(platform, name);
  // The clock goes further than the days of grace for a second factor.
  await askForNoFactor(platform.app, `director@${name}.example`);
  const run = await act(agency.worker, RUN, { requestId: 'first' });
  const { edges } = run['proposals'] as {
    edges: { node: { id: string; version: number; child: TestPair['child']; volunteer: { id: string } } }[];
  };
  const proposal = edges[0]?.node;
  if (!proposal) throw new Error('the run proposed nobody');
  const accepted = await act(agency.worker, ACCEPT, { proposalId: proposal.id, version: proposal.version });
  const pairId = (accepted['companionship'] as { id: string }).id;
  const volunteerId = Buffer.from(proposal.volunteer.id, 'base64url').toString('utf8').split(':')[1] ?? '';
  const found = await platform.app.get(VolunteersRepository).byIds(allRows(agency.agencyId), [volunteerId]);
  const volunteerPerson = found.get(volunteerId)?.person.id ?? '';
  const volunteer = await signInVolunteer(platform, agency.agencyId, volunteerPerson, '13900008888');
  const mine = async () => {
    const [own] = (await volunteer.data<{ myCompanionships: Mine[] }>(MINE)).myCompanionships;
    if (!own) throw new Error('the volunteer has no pair');
    return own;
  };
  const version = async () => (await mine()).version;
  const begin = async () => {
    const family = {
      ...{ companionshipId: pairId, version: await version(), guardianName: '王秀兰', relation: '奶奶' },
      ...{ method: 'SIGNATURE', serviceAgreementSignedOn: '2026-11-20', givenOn: DAY, validUntil: '2027-11-21' },
      ...{ childAnswer: 'YES', childAnsweredOn: DAY },
    };
    must(await act(agency.worker, CONSENT, family));
    const input = { companionshipId: pairId, version: await version(), startsOn: DAY };
    must(await act(agency.worker, ACTIVATE, input));
  };
  return { agency, volunteer, volunteerPerson, pairId, child: proposal.child, mine, version, begin };
}

/** The same, walking: the volunteer's yes, the plan, the family's yes, the first day. */
export async function activePair(platform: TestApp, name: string): Promise<TestPair> {
  const pair = await acceptedPair(platform, name);
  const { pairId, version } = pair;
  await act(pair.volunteer, ANSWER, { companionshipId: pairId, version: 1, agree: true, acceptConduct: true });
  const plan = { taskGoal: '一起读完一本书', processGoal: '愿意说出想法', meetingPlace: '社工站', contactsPerMonth: 2 };
  must(await act(pair.agency.worker, PLAN, { companionshipId: pairId, version: await version(), ...plan }));
  await pair.begin();
  return pair;
}

function must({ __typename, ...rest }: Outcome): void {
  if (__typename !== 'Companionship') throw new Error(`${__typename} ${JSON.stringify(rest)}`);
}
