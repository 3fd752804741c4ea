// Two guardians who disagree, one who loses custody, and a child who says stop by a card: seen by those who read the child
// outside, each on the own page, the companion and the donor. The next request of each shows nothing that no longer holds.
import { randomUUID } from 'node:crypto';
import { offerOf, type Audience, type ConsentAnswer, type DisclosurePurpose } from '@tongxing/shared/disclosure';
import { guardiansOf } from '../testing/ledger-sitting.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { acceptedPair, act, ACTIVATE, ANSWER, CONSENT, PLAN, type TestPair } from '../testing/test-pair.js';

const LONG = 180_000;
const DAY = '2026-11-22';
const UNTIL = '2027-06-30';
const CARD = '一盏自己做的灯';
const TEXT = `query ($purpose: DisclosurePurpose!, $audience: DisclosureAudience!, $until: LocalDate!) {
  consentText(purpose: $purpose, audience: $audience, until: $until, language: ZH) { hash } }`;
const RECORD = `mutation ($i: RecordDisclosureConsentInput!) { outcome: recordDisclosureConsent(input: $i) { __typename
  ... on InvalidInput { fields { field code } } } }`;
const HOUSEHOLD = `mutation ($i: RecordHouseholdInput!) { outcome: recordHousehold(input: $i) { __typename
  ... on Household { id members { memberId name } } } }`;
const END = `mutation ($i: EndHouseholdMemberInput!) { outcome: endHouseholdMember(input: $i) { __typename } }`;
const MATCH = `mutation ($i: MatchSponsorInput!) { outcome: matchSponsor(input: $i) { __typename ... on Sponsorship { id version } } }`;
const BEGIN = `mutation ($i: StepSponsorshipInput!) { outcome: stepSponsorship(input: $i) { __typename } }`;
const SAVE = `mutation ($i: SaveProgressCardInput!) { outcome: saveProgressCard(input: $i) { __typename
  ... on ProgressCard { id version } } }`;
const STEP = `mutation ($i: StepProgressCardInput!) { outcome: stepProgressCard(input: $i) { __typename
  ... on ProgressCard { id version } } }`;
const COMPANION = '{ myCompanionships { state goal child { stage interests } } }';
const DONOR = '{ sponsoredChildren { open cards { title text } } }';
const TASKS = `query ($id: ID!) { consentLedger(childId: $id) { tasks { kind } } }`;
const MOTHER = { name: '张禾', phone: '13900000011', relation: 'MOTHER', isGuardian: true, isCaregiver: true };
const FATHER = { name: '李岩', phone: '13900000012', relation: 'FATHER', isGuardian: true, isCaregiver: false };
const GRANDMOTHER = {
  name: '王秀兰',
  phone: '13900000013',
  relation: 'GRANDMOTHER',
  isGuardian: true,
  isCaregiver: false,
};
const GIVING = { purpose: 'SPONSORSHIP', audience: 'DONOR' } as const;
const WALKING = { purpose: 'COMPANIONSHIP', audience: 'VOLUNTEER' } as const;

interface Purpose {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
}

let platform: TestApp;
let pair: TestPair;
let worker: TestClient;
let donor: TestClient;
let childId: string;
let motherMember: string;

beforeAll(async () => {
  platform = await startTestApp();
  pair = await acceptedPair(platform, 'parents');
  ({ worker } = pair.agency);
  childId = pair.child.id;
  const home = await act(worker, HOUSEHOLD, { childIds: [childId], adults: [MOTHER, FATHER, GRANDMOTHER] });
  motherMember = (home['members'] as { memberId: string; name: string }[]).find(({ name }) => name === MOTHER.name)
    ?.memberId as string;
  const identifier = 'donor@parents.example';
  await addPerson(platform.app, pair.agency.agencyId, { name: '沈月', roles: ['DONOR'], identifier });
  donor = platform.client();
  await donor.signIn(identifier, TEST_PASSWORD);
  for (const about of [GIVING, WALKING]) await says(about, MOTHER.name, 'YES');
  await walk();
  await give();
}, LONG);
afterAll(() => platform.stop());

/** One guardian's word to all of a purpose, and the child's yes beside it. */
async function says(about: Purpose, name: string, answer: ConsentAnswer): Promise<void> {
  platform.clock.advance(1000);
  const asked = { ...about, until: UNTIL };
  const { consentText } = await worker.data<{ consentText: { hash: string } }>(TEXT, asked);
  const answers = (said: ConsentAnswer) =>
    (offerOf(about.purpose, about.audience)?.groups ?? []).map((group) => ({ group, answer: said }));
  const guardianId = (await guardiansOf(worker, childId)).find((guardian) => guardian.name === name)?.id;
  const how = { method: 'WITNESSED', witnessName: '林老师' };
  const outcome = await act(worker, RECORD, {
    ...asked,
    ...{ childId, requestId: randomUUID(), language: 'ZH', textHash: consentText.hash, readAloud: true },
    guardian: { ...how, guardianId, answers: answers(answer) },
    child: { ...how, answers: answers('YES') },
  });
  expect(outcome).toEqual({ __typename: 'ConsentLedger' });
}
const version = async () => (await pair.mine()).version;
/** The companion's pair on its way, with the mother's word to this very companion. */
async function walk(): Promise<void> {
  const companionshipId = pair.pairId;
  await act(pair.volunteer, ANSWER, { companionshipId, version: 1, agree: true, acceptConduct: true });
  const plan = { taskGoal: '读完一本书', processGoal: '愿意说出想法', meetingPlace: '社工站', contactsPerMonth: 2 };
  await act(worker, PLAN, { companionshipId, version: await version(), ...plan });
  await walkAgain(MOTHER.name);
}
async function walkAgain(guardianName: string): Promise<void> {
  platform.clock.advance(1000);
  const companionshipId = pair.pairId;
  const word = {
    ...{ guardianName, relation: '家人', method: 'SIGNATURE', serviceAgreementSignedOn: '2026-11-20' },
    ...{ givenOn: DAY, validUntil: '2027-11-21', childAnswer: 'YES', childAnsweredOn: DAY },
  };
  const said = await act(worker, CONSENT, { companionshipId, version: await version(), ...word });
  expect(said.__typename).toBe('Companionship');
  const begun = await act(worker, ACTIVATE, { companionshipId, version: await version(), startsOn: DAY });
  expect(begun.__typename).toBe('Companionship');
}
/** The donor beside the child, with one card that two have released. */
async function give(): Promise<void> {
  const { donors } = await worker.data<{ donors: { id: string }[] }>('{ donors { id } }');
  const made = await act(worker, MATCH, { childId, personId: donors[0]?.id, requestId: 'gift' });
  const begun = await act(worker, BEGIN, { sponsorshipId: made['id'], step: 'BEGIN', version: 1 });
  expect(begun.__typename).toBe('Sponsorship');
  const words = { title: CARD, text: '孩子用纸做了一盏灯，讲给小组听。' };
  let card = await act(worker, SAVE, { ...words, childId, submit: true, requestId: 'card' });
  for (const step of ['REVIEW', 'RELEASE']) {
    const input = { progressCardId: card['id'], version: card['version'], step, marksSeen: 9 };
    card = await act(pair.agency.supervisor, STEP, input);
  }
  expect(card.__typename).toBe('ProgressCard');
}
/** What each of the two has on the own page now. */
async function seen(): Promise<{ readonly companion: boolean; readonly donor: boolean }> {
  interface Companion {
    readonly goal: string | null;
    readonly child: object | null;
  }
  const [walks] = (await pair.volunteer.data<{ myCompanionships: Companion[] }>(COMPANION)).myCompanionships;
  const gives = await donor.data<{ sponsoredChildren: { open: boolean; cards: object[] }[] }>(DONOR);
  const [gift] = gives.sponsoredChildren;
  if (gift?.open === false) expect(gift.cards).toEqual([]);
  if (walks?.child === null) expect(walks.goal).toBeNull();
  return { companion: walks?.child !== null, donor: JSON.stringify(gift).includes(CARD) };
}
const tasks = async () => {
  const { consentLedger } = await worker.data<{ consentLedger: { tasks: { kind: string }[] } }>(TASKS, { id: childId });
  return consentLedger.tasks.map(({ kind }) => kind);
};

describe('a guardian who loses custody', () => {
  it('is enough while nobody else has said anything', async () => {
    expect(await seen()).toEqual({ companion: true, donor: true });
    expect(await tasks()).toEqual([]);
  });

  it('takes every word along: neither reads anything from the next request on, until another one is heard', async () => {
    const ended = await act(worker, END, { householdMemberId: motherMember, until: DAY });
    expect(ended.__typename).toBe('Household');
    expect((await guardiansOf(worker, childId)).map(({ name }) => name)).not.toContain(MOTHER.name);
    expect(await seen()).toEqual({ companion: false, donor: false });
    expect(new Set(await tasks())).toEqual(new Set(['GIVER_NOT_COUNTED']));
    await says(GIVING, FATHER.name, 'YES');
    expect(await seen()).toEqual({ companion: false, donor: true });
    await says(WALKING, FATHER.name, 'YES');
    expect(await seen()).toEqual({ companion: true, donor: true });
  });
});

describe('two guardians who disagree', () => {
  it('about the donor: the donor reads nothing, the companion goes on, the worker has a task', async () => {
    await says(GIVING, GRANDMOTHER.name, 'NO');
    expect(await seen()).toEqual({ companion: true, donor: false });
    expect(await tasks()).toEqual(['GUARDIANS_DISAGREE']);
    await says(GIVING, GRANDMOTHER.name, 'YES');
    expect(await seen()).toEqual({ companion: true, donor: true });
  });

  it('about the companion: the pair rests and the companion reads nothing, until both have said yes; the donor goes on', async () => {
    await says(WALKING, GRANDMOTHER.name, 'NO');
    expect([await seen(), (await pair.mine()).state]).toEqual([{ companion: false, donor: true }, 'PAUSED']);
    await says(WALKING, FATHER.name, 'YES');
    expect(await seen()).toEqual({ companion: false, donor: true });
    await says(WALKING, GRANDMOTHER.name, 'YES');
    await walkAgain(FATHER.name);
    expect(await seen()).toEqual({ companion: true, donor: true });
  });
});

describe('a child who says stop by the family’s card', () => {
  it('closes what the companion reads, in the same act, and nothing of what the donor reads', async () => {
    const make = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
      ... on FamilyCard { code } } }`;
    const { code } = await act(worker, make, { companionshipId: pair.pairId });
    const say = `mutation ($i: SayByCardInput!) { outcome: sayByCard(input: $i) { __typename } }`;
    const said = { code, say: 'STOP', who: 'CHILD', requestId: randomUUID() };
    expect((await act(platform.client(), say, said)).__typename).toBe('CardHeard');
    expect([await seen(), (await pair.mine()).state]).toEqual([{ companion: false, donor: true }, 'PAUSED']);
    for (const { name } of [FATHER, GRANDMOTHER]) await says(WALKING, name, 'YES');
    await walkAgain(FATHER.name);
    expect(await seen()).toEqual({ companion: true, donor: true });
  });
});
