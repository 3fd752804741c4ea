// Whose word counts: two guardians, one who lost custody, one under suspicion, and the personal link of each.
import type { ChildId } from '@tongxing/shared/kernel';
import { offerOf, type FieldGroup } from '@tongxing/shared/disclosure';
import { addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Disclosures } from '../disclosures.js';
import { ConsentUpkeep } from './consent-upkeep.js';

const LONG = 180_000;
const ABOUT = { purpose: 'SPONSORSHIP', audience: 'DONOR', until: '2026-12-15' } as const;
const GROUPS = offerOf(ABOUT.purpose, ABOUT.audience)?.groups ?? [];
const LEDGER = `guardians { id name barred } lines { groups { group verdict } } tasks { kind }
  statements { giver giverName method }`;
const READ = `query ($id: ID!) { consentLedger(childId: $id) { ${LEDGER} } }`;
const TEXT = `query ($purpose: DisclosurePurpose!, $audience: DisclosureAudience!, $until: LocalDate!) {
  consentText(purpose: $purpose, audience: $audience, until: $until, language: ZH) { hash } }`;
const outcome = (name: string, input: string, fields = `... on ConsentLedger { ${LEDGER} }`) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ${fields}
    ... on InvalidInput { fields { field code } } } }`;
const RECORD = outcome('recordDisclosureConsent', 'RecordDisclosureConsentInput');
const BAR = outcome('barGuardian', 'GuardianBarInput');
const LIFT = outcome('liftGuardianBar', 'GuardianBarInput');
const ASK = outcome('askByLink', 'AskByLinkInput', '... on ConsentAsked { path }');
const OWN_LINES = 'lines { asked text { hash } groups { group answer } }';
const OWN = `{ ownConsents(language: ZH) { ${OWN_LINES} } }`;
const ANSWER = outcome('answerOwnConsent', 'AnswerOwnConsentInput', `... on OwnConsents { ${OWN_LINES} }`);
const TAKE_BACK = outcome('takeBackOwnConsent', 'TakeBackOwnConsentInput', `... on OwnConsents { ${OWN_LINES} }`);
const MOTHER = { name: '张禾', phone: '13900000001', relation: 'MOTHER', isGuardian: true, isCaregiver: true };
const FATHER = { name: '李岩', phone: '13900000002', relation: 'FATHER', isGuardian: true, isCaregiver: false };

interface Ledger {
  readonly __typename: string;
  readonly path?: string;
  readonly fields?: readonly object[];
  readonly guardians: readonly { readonly id: string; readonly name: string; readonly barred: boolean }[];
  readonly lines: readonly { readonly groups: readonly { readonly verdict: string }[] }[];
  readonly tasks: readonly { readonly kind: string }[];
  readonly statements: readonly { readonly giverName: string; readonly method: string }[];
}
interface OwnLines {
  readonly lines: readonly {
    readonly asked: boolean;
    readonly text: { readonly hash: string };
    readonly groups: readonly { readonly answer: string | null }[];
  }[];
}

let platform: TestApp;
let agency: FamilyAgency;
let worker: TestClient;
let lead: TestClient;
let requests = 0;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ worker } = agency);
  await addPerson(platform.app, agency.agencyId, {
    name: '督导',
    roles: ['SUPERVISOR'],
    identifier: 'lead@families.example',
  });
  lead = platform.client();
  await lead.signIn('lead@families.example', TEST_PASSWORD);
}, LONG);
afterAll(() => platform.stop());

const act = async (client: TestClient, mutation: string, i: object): Promise<Ledger> => {
  platform.clock.advance(1000);
  return (await client.data<{ outcome: Ledger }>(mutation, { i })).outcome;
};
const ledgerOf = async (id: string) => (await worker.data<{ consentLedger: Ledger }>(READ, { id })).consentLedger;
const newRequest = () => `request-${String((requests += 1)).padStart(4, '0')}`;
const all = (answer: 'YES' | 'NO') => GROUPS.map((group) => ({ group, answer }));

/** A child of ten with two guardians; the mother looks after the child. */
async function family(name: string): Promise<{ childId: string; householdId: string; mother: string; father: string }> {
  const childId = await agency.addChild(name);
  const phone = (digit: number) => `1390000${String(1000 + requests * 10 + digit)}`;
  requests += 1;
  const adults = [
    { ...MOTHER, phone: phone(1) },
    { ...FATHER, phone: phone(2) },
  ];
  const household = await agency.save(worker, 'recordHousehold', { childIds: [childId], adults });
  const { guardians } = await ledgerOf(childId);
  const idOf = (one: string) => guardians.find((guardian) => guardian.name === one)?.id ?? '';
  return { childId, householdId: household.id, mother: idOf('张禾'), father: idOf('李岩') };
}
async function says(childId: string, guardianId: string, answer: 'YES' | 'NO'): Promise<Ledger> {
  const { consentText } = await worker.data<{ consentText: { hash: string } }>(TEXT, ABOUT);
  const said = { method: 'WITNESSED', witnessName: '林老师' };
  return act(worker, RECORD, {
    ...ABOUT,
    childId,
    requestId: newRequest(),
    language: 'ZH',
    textHash: consentText.hash,
    readAloud: true,
    guardian: { ...said, guardianId, answers: all(answer) },
    child: { ...said, answers: all('YES') },
  });
}
async function shown(childId: string): Promise<FieldGroup[]> {
  const id = (fromGlobalId('Child', childId) ?? '') as ChildId;
  const viewer = { agencyId: agency.agencyId, audience: ABOUT.audience, purpose: ABOUT.purpose };
  return [...((await platform.app.get(Disclosures).groupsFor([id], viewer)).get(id) ?? [])];
}
const isOpen = async (childId: string) => (await shown(childId)).includes('PROGRESS');
async function comes(path: string | undefined): Promise<TestClient> {
  const guardian = platform.client();
  await guardian.fetch(path ?? '');
  return guardian;
}
const ownOf = async (client: TestClient) => (await client.data<{ ownConsents: OwnLines | null }>(OWN)).ownConsents;

describe('a guardian of another child', () => {
  it('is nobody here: neither asked, nor written down, nor marked', async () => {
    const here = await family('小麦');
    const elsewhere = await family('小豆');
    const other = { childId: here.childId, guardianId: elsewhere.mother, reason: '需要先弄清楚' };
    for (const change of [BAR, LIFT]) expect((await act(lead, change, other)).__typename).toBe('NotFound');
    const asked = { ...ABOUT, childId: here.childId, guardianId: elsewhere.mother };
    expect((await act(worker, ASK, asked)).__typename).not.toBe('ConsentAsked');
    expect((await says(here.childId, elsewhere.mother, 'YES')).__typename).not.toBe('ConsentLedger');
    expect((await ledgerOf(here.childId)).statements).toEqual([]);
    expect((await ledgerOf(elsewhere.childId)).guardians.map(({ barred }) => barred)).toEqual([false, false]);
  });
});

describe('two guardians', () => {
  it('of whom one is enough, and who disagree: nothing is shown, and the worker has a task', async () => {
    const { childId, mother, father } = await family('童甲');
    await says(childId, mother, 'YES');
    expect(await isOpen(childId)).toBe(true);
    const after = await says(childId, father, 'NO');
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    expect(after.tasks.map(({ kind }) => kind)).toEqual(['GUARDIANS_DISAGREE']);
    await says(childId, father, 'YES');
    expect(await isOpen(childId)).toBe(true);
  });

  it('of whom one lost custody: that word counts no longer, from the day it is written down', async () => {
    const { childId, mother } = await family('童乙');
    await says(childId, mother, 'YES');
    const home = await agency.familyOf(worker, await agency.homeOf('童乙'));
    const member = home?.members.find(({ name }) => name === '张禾')?.['memberId'];
    await agency.save(worker, 'endHouseholdMember', { householdMemberId: member, until: '2026-11-22' });
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    const { tasks, guardians } = await ledgerOf(childId);
    expect(tasks.map(({ kind }) => kind)).toEqual(['GIVER_NOT_COUNTED']);
    expect(guardians.map(({ name }) => name)).toEqual(['李岩']);
  });
});

describe('a guardian under suspicion (T13)', () => {
  it('is marked by whoever sees it: the yes counts no longer, and the link opens nothing', async () => {
    const { childId, mother } = await family('童丙');
    for (const [role, client] of agency.outsiders) {
      const answer = await client.graphql(BAR, { i: { childId, guardianId: mother, reason: '怀疑' } });
      expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
    }
    await says(childId, mother, 'YES');
    const { path } = await act(worker, ASK, { childId, guardianId: mother, ...ABOUT });
    const guardian = await comes(path);
    expect((await ownOf(guardian))?.lines).toHaveLength(1);
    expect((await act(worker, BAR, { childId, guardianId: mother, reason: ' ' })).__typename).toBe('InvalidInput');
    await act(worker, BAR, { childId, guardianId: mother, reason: '孩子说在家里被打' });
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    expect(await ownOf(guardian)).toBeNull();
    expect(await ownOf(await comes(path))).toBeNull();
    expect((await act(worker, ASK, { childId, guardianId: mother, ...ABOUT })).fields).toEqual([
      { field: 'guardianId', code: 'BARRED' },
    ]);
    expect((await says(childId, mother, 'YES')).fields).toEqual([{ field: 'guardian.guardianId', code: 'BARRED' }]);
  });

  it('counts again only by a second person', async () => {
    const { childId, mother } = await family('童丁');
    await says(childId, mother, 'YES');
    await act(lead, BAR, { childId, guardianId: mother, reason: '需要先弄清楚' });
    const lift = { childId, guardianId: mother, reason: '已经弄清楚' };
    const refused = await worker.graphql(LIFT, { i: lift });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await act(lead, LIFT, lift)).__typename).toBe('SecondPersonNeeded');
    expect(await isOpen(childId)).toBe(false);
    await act(agency.director, LIFT, lift);
    expect(await isOpen(childId)).toBe(true);
  });
});

describe('the personal link of a guardian', () => {
  it('shows the own words only, gives them and takes them back; nothing else opens', async () => {
    const { childId, mother, father } = await family('童戊');
    await says(childId, father, 'NO');
    const { path } = await act(worker, ASK, { childId, guardianId: mother, ...ABOUT });
    const guardian = await comes(path);
    const before = (await ownOf(guardian))?.lines[0];
    expect(before).toMatchObject({ asked: true, groups: GROUPS.map((group) => ({ group, answer: null })) });
    const own = { purpose: ABOUT.purpose, audience: ABOUT.audience, language: 'ZH' };
    const answer = {
      ...own,
      requestId: newRequest(),
      textHash: before?.text.hash,
      readAloud: true,
      answers: all('YES'),
    };
    const wrong = await act(guardian, ANSWER, { ...answer, textHash: 'f'.repeat(64), answers: all('YES').slice(1) });
    expect(wrong.fields).toEqual([
      { field: 'answers', code: 'INCOMPLETE' },
      { field: 'textHash', code: 'TEXT_CHANGED' },
    ]);
    expect((await act(guardian, ANSWER, answer)).__typename).toBe('OwnConsents');
    // What the father said is his, and holds.
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    await says(childId, father, 'YES');
    expect(await isOpen(childId)).toBe(true);
    await act(guardian, TAKE_BACK, { ...own, requestId: newRequest() });
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    expect((await ownOf(guardian))?.lines[0]?.groups.map(({ answer: said }) => said)).toEqual(GROUPS.map(() => 'NO'));
    const refused = await guardian.graphql(READ, { id: childId });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('answers nothing that was never asked', async () => {
    const { childId, mother } = await family('童己');
    const { path } = await act(worker, ASK, { childId, guardianId: mother, ...ABOUT });
    const guardian = await comes(path);
    const never = { purpose: 'PARTNER', audience: 'PARTNER', language: 'ZH', requestId: newRequest() };
    expect((await act(guardian, TAKE_BACK, never)).__typename).toBe('NotFound');
  });
});

describe('a consent that ends within the month', () => {
  it('is told once, to whoever wrote it down', async () => {
    const { childId, mother } = await family('童庚');
    await says(childId, mother, 'YES');
    const upkeep = platform.app.get(ConsentUpkeep);
    expect(await upkeep.remind()).toBeGreaterThan(0);
    expect(await upkeep.remind()).toBe(0);
    await platform.app.get(JobWorker).drain();
    const { notices } = await worker.data<{ notices: { title: string; path: string }[] }>('{ notices { title path } }');
    const paths = notices.filter(({ title }) => title === '一个家庭的同意快到期了').map(({ path }) => path);
    expect(paths).toContain(`/agency/children/${childId}/consents`);
  });
});
