// The consent ledger through the API: what is refused, what a family says, what follows, and how it is taken back.
import type { ChildId } from '@tongxing/shared/kernel';
import { offerOf, type Audience, type DisclosurePurpose, type FieldGroup } from '@tongxing/shared/disclosure';
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Disclosures } from '../disclosures.js';

const LONG = 180_000;
const LEDGER = `childName age lines { purpose audience until groups { group verdict } }
  statements { id giver giverName method textHash text grants { group answer withdrawnAt } }
  guardians { id name relation barred } requests { purpose }`;
const READ = `query ($id: ID!) { consentLedger(childId: $id) { ${LEDGER} } }`;
const RECORD = `mutation ($i: RecordDisclosureConsentInput!) { outcome: recordDisclosureConsent(input: $i) { __typename
  ... on ConsentLedger { ${LEDGER} } ... on InvalidInput { fields { field code } } } }`;
const TAKE_BACK = `mutation ($i: TakeBackDisclosureInput!) { outcome: takeBackDisclosure(input: $i) { __typename
  ... on ConsentLedger { ${LEDGER} } } }`;
const TEXT = `query ($purpose: DisclosurePurpose!, $audience: DisclosureAudience!, $until: LocalDate!, $occasion: String) {
  consentText(purpose: $purpose, audience: $audience, until: $until, language: ZH, occasion: $occasion) { hash parts { part text } } }`;
const STROKES = 'M10 20L30 42L50 18';

interface Ledger {
  readonly __typename?: string;
  readonly age: number;
  readonly lines: readonly { readonly groups: readonly { readonly group: FieldGroup; readonly verdict: string }[] }[];
  readonly statements: readonly { readonly id: string; readonly giver: string; readonly textHash: string }[];
  readonly guardians: readonly { readonly id: string; readonly name: string; readonly barred: boolean }[];
  readonly tasks: readonly { readonly kind: string }[];
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
}
interface About {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly until: string;
  readonly occasion?: string;
}
const DONOR: About = { purpose: 'SPONSORSHIP', audience: 'DONOR', until: '2027-06-30' };

let platform: TestApp;
let agency: FamilyAgency;
let worker: TestClient;
let requests = 0;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ worker } = agency);
}, LONG);
afterAll(() => platform.stop());

/** Every group yes, but for those named. */
const answers = ({ purpose, audience }: About, no: readonly FieldGroup[] = []) =>
  (offerOf(purpose, audience)?.groups ?? []).map((group) => ({ group, answer: no.includes(group) ? 'NO' : 'YES' }));

const ledgerOf = async (id: string) => (await worker.data<{ consentLedger: Ledger }>(READ, { id })).consentLedger;

async function sitting(childId: string, about: About = DONOR, no: readonly FieldGroup[] = []) {
  const { consentText } = await worker.data<{ consentText: { hash: string } }>(TEXT, about);
  const [guardian] = (await ledgerOf(childId)).guardians;
  const said = { method: 'SIGNATURE', signature: STROKES, answers: answers(about, no) };
  requests += 1;
  return {
    ...about,
    childId,
    requestId: `sitting-${String(requests).padStart(4, '0')}`,
    language: 'ZH',
    textHash: consentText.hash,
    readAloud: true,
    guardian: { ...said, guardianId: guardian?.id ?? '' },
    child: { ...said, method: 'WITNESSED', signature: null, witnessName: '林老师' },
  };
}
async function record(i: object, client = worker): Promise<Ledger> {
  platform.clock.advance(1000);
  return (await client.data<{ outcome: Ledger }>(RECORD, { i })).outcome;
}
async function takeBack(statementId: string | undefined, client = worker): Promise<Ledger> {
  platform.clock.advance(1000);
  return (await client.data<{ outcome: Ledger }>(TAKE_BACK, { i: { statementId } })).outcome;
}
/** What a donor's next request may show, as every page and answer asks it. */
async function shown(childId: string): Promise<FieldGroup[]> {
  const id = (fromGlobalId('Child', childId) ?? '') as ChildId;
  const viewer = { agencyId: agency.agencyId, audience: 'DONOR', purpose: 'SPONSORSHIP' } as const;
  const groups = await platform.app.get(Disclosures).groupsFor([id], viewer);
  return [...(groups.get(id) ?? [])];
}
const ALL = ['PSEUDONYM', 'AGE_BAND', 'PROGRESS', 'SCHOOL_STAGE', 'INTERESTS', 'VOICE', 'IMAGE', 'REGION'];
const add = (name: string, guardian = true) =>
  agency.addChild(name, guardian ? { name: '张禾', phone: '+8613900000009', relation: '妈妈' } : undefined);

describe('a ledger that somebody may not keep', () => {
  it('is refused to everybody outside the case team, and hidden from other agencies and offices', async () => {
    const childId = await agency.addChild('南童', { name: '王姥' }, agency.south);
    const i = await sitting(childId);
    for (const [role, client] of agency.outsiders) {
      for (const [query, variables] of [
        [READ, { id: childId }],
        [RECORD, { i }],
      ] as const) {
        const answer = await client.graphql(query, variables);
        expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
      }
    }
    for (const client of [agency.stranger, agency.northern]) {
      expect((await client.data<{ consentLedger: null }>(READ, { id: childId })).consentLedger).toBeNull();
      expect((await record(i, client)).__typename).toBe('NotFound');
    }
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
  });

  it('takes no consent without the text that was heard, without proof, or from nobody', async () => {
    const childId = await add('童零');
    const good = await sitting(childId);
    const wrong = await record({
      ...good,
      textHash: 'f'.repeat(64),
      until: '2026-11-22',
      guardian: { ...good.guardian, guardianId: childId, signature: '' },
      child: { ...good.child, witnessName: ' ', answers: good.child.answers.slice(1) },
    });
    expect(wrong.fields).toEqual([
      { field: 'until', code: 'IN_THE_PAST' },
      { field: 'textHash', code: 'TEXT_CHANGED' },
      { field: 'guardian.guardianId', code: 'NOT_A_GUARDIAN' },
      { field: 'guardian.signature', code: 'REQUIRED' },
      { field: 'child.answers', code: 'INCOMPLETE' },
      { field: 'child.witnessName', code: 'REQUIRED' },
    ]);
    const paper = { ...good, guardian: { ...good.guardian, method: 'THUMBPRINT' }, child: null };
    expect((await record(paper)).fields).toEqual([
      { field: 'child', code: 'REQUIRED' },
      { field: 'paperIds', code: 'REQUIRED' },
    ]);
    expect((await ledgerOf(childId)).statements).toEqual([]);
  });

  it('needs an occasion for a public story, and none for anything else', async () => {
    const childId = await add('童外');
    const story = { purpose: 'PUBLIC_STORY', audience: 'PUBLIC', until: '2027-06-30' } as const;
    expect((await record(await sitting(childId, story))).fields).toEqual([{ field: 'occasion', code: 'REQUIRED' }]);
    const named = await record(await sitting(childId, { ...DONOR, occasion: '画展' }));
    expect(named.fields).toEqual([{ field: 'occasion', code: 'NOT_FOR_THIS' }]);
  });
});

describe('a consent on the worker’s device', () => {
  it('opens exactly what guardian and child said yes to; taken back, the next request shows nothing (R19)', async () => {
    const childId = await add('童一');
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    const given = await record(await sitting(childId, DONOR, ['IMAGE']));
    expect(given.__typename).toBe('ConsentLedger');
    expect(await shown(childId)).toEqual(ALL.filter((group) => group !== 'IMAGE'));
    const image = given.lines[0]?.groups.find(({ group }) => group === 'IMAGE');
    expect(image?.verdict).toBe('CHILD_SAID_NO');
    const guardian = given.statements.find(({ giver }) => giver === 'GUARDIAN');
    await takeBack(guardian?.id);
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
  });

  it('keeps the exact words, their fingerprint, who said it and how', async () => {
    const childId = await add('童二');
    const i = await sitting(childId);
    const { statements } = await record(i);
    expect(statements.map(({ textHash }) => textHash)).toEqual([i.textHash, i.textHash]);
    expect(statements.find(({ giver }) => giver === 'GUARDIAN')).toMatchObject({
      giverName: '张禾',
      method: 'SIGNATURE',
    });
  });

  it('is written once, however often it is sent', async () => {
    const childId = await add('童三');
    const i = await sitting(childId);
    await record(i);
    expect((await record(i)).statements).toHaveLength(2);
  });

  it('is closed by the child alone, and reopened only by a new yes of the child', async () => {
    const childId = await add('童四');
    const first = await record(await sitting(childId));
    const child = first.statements.find(({ giver }) => giver === 'CHILD');
    const after = await takeBack(child?.id);
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    expect(after.lines[0]?.groups.every(({ verdict }) => verdict === 'CHILD_SAID_NO')).toBe(true);
    await record(await sitting(childId));
    expect(await shown(childId)).toEqual(ALL);
  });

  it('tells no more than the initial of a child that the agency does not have', async () => {
    expect(await shown(toGlobalId('Child', '01900000-0000-7000-8000-000000000000'))).toEqual(['PSEUDONYM']);
  });
});

describe('time', () => {
  it('closes a consent on the day after its last, wherever the clock stands in between', async () => {
    const childId = await add('童六');
    await record(await sitting(childId, { ...DONOR, until: '2026-12-24' }));
    const before = platform.clock.nowIso();
    // The agency's day begins at 16:00 UTC of the day before.
    platform.clock.set('2026-12-24T15:59:59.999Z');
    expect(await shown(childId)).toEqual(ALL);
    platform.clock.set('2026-12-24T16:00:00.000Z');
    expect(await shown(childId)).toEqual(['PSEUDONYM']);
    platform.clock.set(before);
    expect(await shown(childId)).toEqual(ALL);
  });
});
