// A child opened to readers outside: refused first, each reads its own type, taken back it is the initial (R19 on each way).
import type { PersonId } from '@tongxing/shared/kernel';
import { offerOf, type Audience } from '@tongxing/shared/disclosure';
import type { Role } from '@tongxing/shared/permissions';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { heard } from '../testing/ledger-sitting.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const LONG = 180_000;
const SHARE = '__typename ... on ChildShare { id open until readerName organisation }';
const OPEN = `mutation ($i: OpenShareInput!) { outcome: openShare(input: $i) { ${SHARE}
  ... on InvalidInput { fields { field code } } } }`;
const CLOSE = `mutation ($i: CloseShareInput!) { outcome: closeShare(input: $i) { ${SHARE} } }`;
const SHARES = 'query ($id: ID!) { childShares(childId: $id) { id open audience readerName organisation } }';
const READERS = '{ shareReaders { id name audience } }';
const FOR: Readonly<Record<Outside, { role: Role; purpose: 'ACTIVITY' | 'PARTNER' | 'EXPERT_ADVICE'; query: string }>> =
  {
    COMPANY: {
      ...{ role: 'CSR_COORDINATOR', purpose: 'ACTIVITY' },
      query: '{ read: childrenForCompany { initial until ageBand interests } }',
    },
    PARTNER: {
      ...{ role: 'REFERRER', purpose: 'PARTNER' },
      query: '{ read: childrenForPartner { initial until ageBand schoolStage district cards { title text } } }',
    },
    EXPERT: {
      ...{ role: 'EXPERT', purpose: 'EXPERT_ADVICE' },
      query: '{ read: childrenForExpert { initial until ageBand schoolStage interests cards { title text } } }',
    },
  };
type Outside = 'COMPANY' | 'PARTNER' | 'EXPERT';
const OUTSIDE = ['COMPANY', 'PARTNER', 'EXPERT'] as const;
const UNTIL = '2026-12-15';

interface Shared {
  readonly __typename?: string;
  readonly id: string;
  readonly open: boolean;
  readonly fields?: readonly object[];
}
type Read = Readonly<Record<string, unknown>>;

let platform: TestApp;
let agency: FamilyAgency;
let worker: TestClient;
const readers = new Map<Outside, { client: TestClient; personId: PersonId }>();
let requests = 0;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  ({ worker } = agency);
  for (const audience of OUTSIDE) {
    const identifier = `${audience.toLowerCase()}@outside.example`;
    const roles = [FOR[audience].role];
    const personId = await addPerson(platform.app, agency.agencyId, { name: `${audience} 读者`, roles, identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    readers.set(audience, { client, personId });
  }
}, LONG);
afterAll(() => platform.stop());

const reader = (audience: Outside) => {
  const found = readers.get(audience);
  if (!found) throw new Error(`nobody reads for ${audience}`);
  return found;
};
const readsOf = async (audience: Outside) =>
  (await reader(audience).client.data<{ read: Read[] }>(FOR[audience].query)).read;
const outcome = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Shared }>(mutation, { i })).outcome;
const input = (childId: string, audience: Outside, more: object = {}) => ({
  ...{ childId, audience, organisation: '晨光公司', until: UNTIL, requestId: `share-${String((requests += 1))}` },
  ...{ personId: toGlobalId('Person', reader(audience).personId), ...more },
});
const add = (name: string) => agency.addChild(name, { name: '张禾', phone: '+8613900000009', relation: '妈妈' });
async function agrees(childId: string, audience: Outside, but: Readonly<Record<string, 'NO'>> = {}): Promise<void> {
  platform.clock.advance(1000);
  const asked = { purpose: FOR[audience].purpose, audience: audience as Audience, until: '2027-06-30' };
  const sitting = { requestId: `heard-${String((requests += 1)).padStart(4, '0')}` };
  const said = { guardian: { says: 'YES' as const, but }, child: { says: 'YES' as const } };
  expect(await heard(worker, childId, asked, { ...sitting, ...said })).toBe('ConsentLedger');
}

describe('a child is opened to nobody', () => {
  it('by whoever stands outside the case team, or in another office or agency', async () => {
    const childId = await agency.addChild('南童', { name: '王姥' }, agency.south);
    const i = input(childId, 'EXPERT');
    const outside = OUTSIDE.map((audience) => [audience, reader(audience).client] as const);
    for (const [role, client] of [...agency.outsiders, ...outside]) {
      for (const [query, variables] of [
        [SHARES, { id: childId }],
        [READERS, {}],
        [OPEN, { i }],
        [CLOSE, { i: { childShareId: toGlobalId('ChildShare', fromGlobalId('Child', childId) ?? '') } }],
      ] as const) {
        const answer = await client.graphql(query, variables);
        expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
      }
    }
    for (const client of [agency.stranger, agency.northern]) {
      expect((await client.data<{ childShares: null }>(SHARES, { id: childId })).childShares).toBeNull();
      expect((await outcome(client, OPEN, i)).__typename).toBe('NotFound');
    }
  });

  it('without the family’s yes, for somebody of another role, or for longer than a year', async () => {
    const childId = await add('童零');
    expect((await outcome(worker, OPEN, input(childId, 'COMPANY'))).__typename).toBe('ConsentMissing');
    await agrees(childId, 'COMPANY');
    expect((await outcome(worker, OPEN, input(childId, 'EXPERT'))).__typename).toBe('ConsentMissing');
    const wrong = { personId: toGlobalId('Person', reader('EXPERT').personId) };
    expect((await outcome(worker, OPEN, input(childId, 'COMPANY', wrong))).__typename).toBe('NotFound');
    const long = await outcome(worker, OPEN, input(childId, 'COMPANY', { until: '2028-01-01', organisation: ' ' }));
    expect(long.fields).toEqual([
      { field: 'organisation', code: 'REQUIRED' },
      { field: 'until', code: 'TOO_FAR' },
    ]);
    expect(await readsOf('COMPANY')).toEqual([]);
  });

  it('by what another audience may ask: each type is refused to every other reader', async () => {
    for (const audience of OUTSIDE) {
      for (const other of OUTSIDE.filter((one) => one !== audience)) {
        const answer = await reader(other).client.graphql(FOR[audience].query);
        expect([audience, other, answer.errors?.[0]?.extensions?.['code']]).toEqual([audience, other, 'FORBIDDEN']);
      }
    }
  });
});

describe.each(OUTSIDE)('a child opened to a reader: %s', (audience) => {
  it('shows what the family said yes to, and the initial alone once it is taken back', async () => {
    const childId = await add(`童${audience}`);
    await agrees(childId, audience);
    const i = input(childId, audience);
    const opened = await outcome(worker, OPEN, i);
    expect(opened).toMatchObject({ __typename: 'ChildShare', open: true, organisation: '晨光公司' });
    // Sent twice it is one; a second one beside it is not opened.
    expect((await outcome(worker, OPEN, i)).id).toBe(opened.id);
    const again = await outcome(worker, OPEN, input(childId, audience));
    expect(again.fields).toEqual([{ field: 'personId', code: 'ALREADY_OPEN' }]);

    const [shown] = await readsOf(audience);
    expect(shown).toMatchObject({ until: UNTIL, ageBand: 'FROM_9' });
    expect([...String(shown?.['initial'])]).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain('童');
    // One group closed: that one is gone, and no other.
    await agrees(childId, audience, { AGE_BAND: 'NO' });
    const [less] = await readsOf(audience);
    expect(less).toEqual({ ...shown, ageBand: null });

    const groups = offerOf(FOR[audience].purpose, audience)?.groups ?? [];
    await agrees(childId, audience, Object.fromEntries(groups.map((group) => [group, 'NO'] as const)));
    const [least] = await readsOf(audience);
    const bare = Object.entries(least ?? {}).filter(([, value]) => value !== null && JSON.stringify(value) !== '[]');
    expect(Object.fromEntries(bare)).toEqual({ initial: shown?.['initial'], until: UNTIL });
    const { childShares } = await worker.data<{ childShares: Shared[] }>(SHARES, { id: childId });
    expect(childShares).toMatchObject([{ id: opened.id, open: true, readerName: `${audience} 读者` }]);
    expect((await outcome(worker, CLOSE, { childShareId: opened.id })).open).toBe(false);
    expect(await readsOf(audience)).toEqual([]);
  });

  it('is gone on the day after its last, to the moment', async () => {
    const childId = await add(`期${audience}`);
    await agrees(childId, audience);
    const before = platform.clock.nowIso();
    const { id } = await outcome(worker, OPEN, input(childId, audience, { until: '2026-12-01' }));
    platform.clock.set('2026-12-01T15:59:59.999Z');
    const client = platform.client();
    await client.signIn(`${audience.toLowerCase()}@outside.example`, TEST_PASSWORD);
    const reads = async () => (await client.data<{ read: Read[] }>(FOR[audience].query)).read;
    expect(await reads()).toHaveLength(1);
    platform.clock.set('2026-12-01T16:00:00.000Z');
    expect(await reads()).toEqual([]);
    platform.clock.set(before);
    await outcome(worker, CLOSE, { childShareId: id });
  });
});

it('knows each child by another name than any other audience does', async () => {
  const childId = await add('童名');
  for (const audience of OUTSIDE) {
    await agrees(childId, audience);
    await outcome(worker, OPEN, input(childId, audience));
  }
  const { child } = await worker.data<{ child: { pseudonyms: { pseudonym: string }[] } }>(
    'query ($id: ID!) { child(id: $id) { pseudonyms { audience pseudonym } } }',
    { id: childId },
  );
  const names = child.pseudonyms.map(({ pseudonym }) => pseudonym);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(4);
});
