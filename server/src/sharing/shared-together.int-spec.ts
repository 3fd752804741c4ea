// Two workers open one child at once, two close it at once, and who hears when the family takes its word back.
import type { PersonId } from '@tongxing/shared/kernel';
import { JobWorker } from '../platform/outbox/index.js';
import { toGlobalId } from '../platform/graphql/index.js';
import { FamilyAgency } from '../testing/family-agency.js';
import { heard } from '../testing/ledger-sitting.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const LONG = 180_000;
const ROUNDS = 12;
const AT_ONCE = 4;
const ABOUT = { purpose: 'EXPERT_ADVICE', audience: 'EXPERT', until: '2027-06-30' } as const;
const SHARE = '__typename ... on ChildShare { id open }';
const OPEN = `mutation ($i: OpenShareInput!) { outcome: openShare(input: $i) { ${SHARE}
  ... on InvalidInput { fields { field code } } } }`;
const CLOSE = `mutation ($i: CloseShareInput!) { outcome: closeShare(input: $i) { ${SHARE} } }`;
const SHARES = 'query ($id: ID!) { childShares(childId: $id) { id open } }';
const TOOK_BACK = '一个家庭收回了同意';

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly open?: boolean;
  readonly fields?: readonly object[];
}

let platform: TestApp;
let agency: FamilyAgency;
let readerId: PersonId;
let colleague: TestClient;
let uninvolved: TestClient;
let requests = 0;

beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  const added = async (name: string, role: 'EXPERT' | 'SOCIAL_WORKER') => {
    const identifier = `${name}@families.example`;
    const personId = await addPerson(platform.app, agency.agencyId, { name, roles: [role], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return { personId, client };
  };
  readerId = (await added('expert', 'EXPERT')).personId;
  colleague = (await added('colleague', 'SOCIAL_WORKER')).client;
  uninvolved = (await added('uninvolved', 'SOCIAL_WORKER')).client;
}, LONG);
afterAll(() => platform.stop());

const nextRequest = () => `together-${String((requests += 1)).padStart(4, '0')}`;
const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Outcome }>(mutation, { i })).outcome;
const open = (client: TestClient, childId: string) =>
  act(client, OPEN, {
    ...{ childId, audience: 'EXPERT', organisation: '研究室', until: '2026-12-15' },
    ...{ personId: toGlobalId('Person', readerId), requestId: nextRequest() },
  });
const sharesOf = async (id: string) =>
  (await agency.worker.data<{ childShares: Outcome[] }>(SHARES, { id })).childShares;
async function says(client: TestClient, childId: string, answer: 'YES' | 'NO'): Promise<void> {
  platform.clock.advance(1000);
  const sitting = { requestId: nextRequest(), guardian: { says: answer }, child: { says: answer } };
  expect(await heard(client, childId, ABOUT, sitting)).toBe('ConsentLedger');
}
async function child(name: string): Promise<string> {
  const childId = await agency.addChild(name, { name: '张禾', phone: '+8613900000009', relation: '妈妈' });
  await says(agency.worker, childId, 'YES');
  return childId;
}

it(
  'opened by two workers at once it is open once, and the other one is told that it is',
  async () => {
    const childId = await child('童一');
    for (let round = 0; round < ROUNDS; round += 1) {
      const clients = Array.from({ length: AT_ONCE }, (_, at) => (at % 2 === 0 ? agency.worker : colleague));
      const outcomes = await Promise.all(clients.map((client) => open(client, childId)));
      const names = outcomes.map(({ __typename }) => __typename).sort();
      expect([round, names]).toEqual([round, ['ChildShare', ...Array<string>(AT_ONCE - 1).fill('InvalidInput')]]);
      for (const { fields } of outcomes) {
        if (fields) expect(fields).toEqual([{ field: 'personId', code: 'ALREADY_OPEN' }]);
      }
      const [standing, ...others] = (await sharesOf(childId)).filter((share) => share.open);
      expect([round, others]).toEqual([round, []]);
      const i = { childShareId: standing?.id };
      const closed = await Promise.all([act(agency.worker, CLOSE, i), act(colleague, CLOSE, i)]);
      expect(closed.map((one) => one.open)).toEqual([false, false]);
    }
  },
  LONG,
);

it('tells whoever opened it that the family took its word back, and nobody whom it does not concern', async () => {
  const childId = await child('童二');
  expect((await open(colleague, childId)).__typename).toBe('ChildShare');
  const closedBefore = await child('童三');
  const { id } = await open(colleague, closedBefore);
  await act(colleague, CLOSE, { childShareId: id });
  // Somebody else writes down the no; who opened the child wrote no word of this family down.
  await says(agency.worker, childId, 'NO');
  await says(agency.worker, closedBefore, 'NO');
  await platform.app.get(JobWorker).drain();
  const told = async (client: TestClient) => {
    const { notices } = await client.data<{ notices: { title: string; path: string }[] }>('{ notices { title path } }');
    return notices.filter(({ title }) => title === TOOK_BACK).map(({ path }) => path);
  };
  expect(await told(colleague)).toEqual([`/agency/children/${childId}/consents`]);
  expect(await told(uninvolved)).toEqual([]);
});
