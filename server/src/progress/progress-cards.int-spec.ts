// A card from its draft to a donor and back, through the API: refusals first.
import type { ChildId, PersonId } from '@tongxing/shared/kernel';
import { UnitOfWork } from '../platform/database/index.js';
import { fromGlobalId } from '../platform/graphql/index.js';
import { matchedAgency, type MatchedAgency } from '../testing/matched-agency.js';
import { familyAgrees, familyWithdraws } from '../testing/sponsored-child.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { CardFreezes } from './card-freezes.js';

const LONG = 180_000;
const CARD = '__typename ... on ProgressCard { id state version own waiting frozen note clearedOnce }';
const SAVE = `mutation ($i: SaveProgressCardInput!) { outcome: saveProgressCard(input: $i) { ${CARD} ... on InvalidInput { fields { field code } } } }`;
const STEP = `mutation ($i: StepProgressCardInput!) { outcome: stepProgressCard(input: $i) { ${CARD} ... on MarksUnread { marks } } }`;
const MATCH = `mutation ($i: MatchSponsorInput!) { outcome: matchSponsor(input: $i) { __typename ... on Sponsorship { id state version } } }`;
const BEGIN = `mutation ($i: StepSponsorshipInput!) { outcome: stepSponsorship(input: $i) { __typename ... on Sponsorship { id state version } } }`;
const MINE = `{ sponsoredChildren { id initial open ageBand schoolStage interests district startsOn cards { id title text releasedAt } } }`;
const MARKS = 'query ($id: ID!, $t: String!) { releaseCheck(childId: $id, text: $t) { kind from to instead sure } }';

interface Card {
  readonly outcome: {
    readonly __typename: string;
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly marks?: number;
    readonly frozen?: boolean;
  };
}
interface Mine {
  readonly sponsoredChildren: readonly {
    readonly initial: string;
    readonly open: boolean;
    readonly cards: readonly { readonly title: string; readonly text: string }[];
  }[];
}

let platform: TestApp;
let agency: MatchedAgency;
let donor: TestClient;
let stranger: TestClient;
let childId: string;
let others: readonly { readonly id: string; readonly name: string }[];
let donorPersonId: PersonId;
let sponsorshipId: string;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await matchedAgency(platform, 'cards');
  const { children } = await agency.worker.data<{ children: { edges: { node: { id: string; name: string } }[] } }>(
    '{ children(first: 5) { edges { node { id name } } } }',
  );
  others = children.edges.map(({ node }) => node);
  childId = others[0]?.id ?? '';
  donorPersonId = await addPerson(platform.app, agency.agencyId, {
    name: '沈月',
    roles: ['DONOR'],
    identifier: 'donor@cards.example',
  });
  donor = platform.client();
  await donor.signIn('donor@cards.example', TEST_PASSWORD);
  const elsewhere = await addAgency(platform.app, 'elsewhere');
  await addPerson(platform.app, elsewhere, {
    name: '远',
    roles: ['SOCIAL_WORKER'],
    identifier: 'worker@elsewhere.example',
  });
  stranger = platform.client();
  await stranger.signIn('worker@elsewhere.example', TEST_PASSWORD);
}, LONG);
afterAll(() => platform.stop());

let requests = 0;
const WORDS = {
  title: '第一次上台',
  text: '这学期她第一次站上小组的讲台，讲了自己养的豆苗。讲完以后，她说下次还想讲。',
};
const save = (client: TestClient, i: object) =>
  client.data<Card>(SAVE, { i: { ...WORDS, submit: true, requestId: `r${(requests += 1)}`, ...i } });
const step = (client: TestClient, card: Card, name: string, more: object = {}) =>
  client.data<Card>(STEP, {
    i: { progressCardId: card.outcome.id, version: card.outcome.version, step: name, ...more },
  });
const mine = async () => (await donor.data<Mine>(MINE)).sponsoredChildren;
const rowId = (): ChildId => fromGlobalId('Child', childId) as ChildId;

describe('a sponsorship', () => {
  it('is matched by a worker of the child, with a donor of the agency', async () => {
    const people = await agency.worker.data<{ donors: { id: string; name: string }[] }>('{ donors { id name } }');
    expect(people.donors.map(({ name }) => name)).toEqual(['沈月']);
    const donorId = people.donors[0]?.id;
    const i = { childId, personId: donorId, requestId: 'm1' };
    expect((await stranger.data<Card>(MATCH, { i })).outcome.__typename).toBe('NotFound');
    expect((await donor.graphql(MATCH, { i })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const made = await agency.worker.data<Card>(MATCH, { i });
    expect(made.outcome).toMatchObject({ __typename: 'Sponsorship', state: 'WORKER_MATCHED' });
    sponsorshipId = made.outcome.id;
    expect((await agency.worker.data<Card>(MATCH, { i })).outcome.id).toBe(sponsorshipId);
    const again = await agency.worker.data<Card>(MATCH, { i: { ...i, requestId: 'm2' } });
    expect(again.outcome.__typename).toBe('AlreadyMatched');
    expect(await mine()).toEqual([]);
  });

  it('begins only when the family has agreed', async () => {
    const begin = { i: { sponsorshipId, step: 'BEGIN', version: 1 } };
    expect((await agency.worker.data<Card>(BEGIN, begin)).outcome.__typename).toBe('ConsentMissing');
    await familyAgrees(platform.app, agency.agencyId, rowId(), donorPersonId);
    expect((await agency.worker.data<Card>(BEGIN, begin)).outcome).toMatchObject({ state: 'ACTIVE', version: 3 });
    expect(await mine()).toMatchObject([{ open: true, ageBand: null, schoolStage: null, interests: null, cards: [] }]);
  });
});

describe('a card', () => {
  it('is nobody’s outside the office, and asks for words', async () => {
    expect((await save(stranger, { childId })).outcome.__typename).toBe('NotFound');
    expect((await save(agency.worker, { childId, title: ' ' })).outcome.__typename).toBe('InvalidInput');
    const card = await save(agency.worker, { childId });
    expect((await step(stranger, card, 'REVIEW')).outcome.__typename).toBe('NotFound');
    expect((await donor.graphql('{ progressCards { totalCount } }')).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    );
    expect((await step(agency.worker, card, 'WITHDRAW', { note: '写错了孩子' })).outcome.state).toBe('WITHDRAWN');
  });

  it('is released by two: who wrote it is not its second reader', async () => {
    const draft = await save(agency.worker, { childId, submit: false });
    expect((await step(agency.colleague, draft, 'REVIEW')).outcome.__typename).toBe('TransitionRefused');
    const card = await save(agency.worker, { progressCardId: draft.outcome.id, version: draft.outcome.version });
    expect((await step(agency.worker, card, 'REVIEW')).outcome.__typename).toBe('SecondReaderNeeded');
    expect((await step(agency.colleague, card, 'RELEASE')).outcome.__typename).toBe('TransitionRefused');
    expect(await mine()).toMatchObject([{ cards: [] }]);
    const read = await step(agency.colleague, card, 'REVIEW');
    expect(read.outcome.state).toBe('REVIEWED');
    expect((await step(agency.worker, read, 'RELEASE')).outcome.__typename).toBe('SecondReaderNeeded');
    expect((await step(agency.supervisor, read, 'RELEASE')).outcome.state).toBe('RELEASED');
    expect(await mine()).toMatchObject([{ open: true, cards: [WORDS] }]);
  });

  it('goes back to its author with a reason', async () => {
    const card = await save(agency.worker, { childId });
    expect((await step(agency.colleague, card, 'RETURN')).outcome.__typename).toBe('InvalidInput');
    const back = await step(agency.colleague, card, 'RETURN', { note: '再写一句她自己的话' });
    expect(back.outcome).toMatchObject({ state: 'DRAFT', waiting: false, note: '再写一句她自己的话' });
  });

  it('is not passed on while marks are unread', async () => {
    const text = `她和${others[1]?.name ?? ''}一起在育才小学的操场上跑步，电话 138-0013-8000。`;
    const card = await save(agency.worker, { childId, text });
    const refused = await step(agency.colleague, card, 'REVIEW');
    expect(refused.outcome).toMatchObject({ __typename: 'MarksUnread', marks: 3 });
    expect((await step(agency.colleague, card, 'REVIEW', { marksSeen: 3 })).outcome.state).toBe('REVIEWED');
  });

  it('under a flag is seen by nobody outside until two others lift it', async () => {
    const card = await save(agency.worker, { childId, title: '种豆' });
    const released = await step(agency.supervisor, await step(agency.colleague, card, 'REVIEW'), 'RELEASE');
    expect((await mine())[0]?.cards).toHaveLength(2);
    const frozen = await step(agency.worker, released, 'FREEZE', { note: '照片里的话可能让人认出她' });
    expect(frozen.outcome.frozen).toBe(true);
    expect((await mine())[0]?.cards).toHaveLength(1);
    expect((await step(agency.worker, frozen, 'CLEAR')).outcome.__typename).toBe('SecondReaderNeeded');
    const once = await step(agency.colleague, frozen, 'CLEAR');
    expect(once.outcome).toMatchObject({ frozen: true, clearedOnce: true });
    expect((await step(agency.colleague, once, 'CLEAR')).outcome.__typename).toBe('SecondReaderNeeded');
    expect((await mine())[0]?.cards).toHaveLength(1);
    expect((await step(agency.supervisor, once, 'CLEAR')).outcome.frozen).toBe(false);
    expect((await mine())[0]?.cards).toHaveLength(2);
  });

  it('is kept back with every other of the child in the breath of a concern, and says nothing of it', async () => {
    const freezes = platform.app.get(CardFreezes);
    const about = { agencyId: agency.agencyId, childId: rowId() };
    const before = (await mine())[0]?.cards.length ?? 0;
    const keepBack = (fails: boolean) =>
      platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: agency.agencyId, name: 'test' }, async () => {
        const frozen = await freezes.forConcern(about, donorPersonId);
        if (fails) throw new Error('the concern could not be written');
        return frozen;
      });
    await expect(keepBack(true)).rejects.toThrow('could not be written');
    expect((await mine())[0]?.cards).toHaveLength(before);
    const open = await freezes.open(about);
    expect(await keepBack(false)).toBe(open);
    expect((await mine())[0]?.cards).toHaveLength(0);
    expect([await freezes.open(about), await keepBack(false)]).toEqual([0, 0]);
    const list = `{ progressCards(state: RELEASED, first: 20) { edges { node { id version frozen freezeReason } } } }`;
    interface List {
      readonly progressCards: {
        readonly edges: readonly { readonly node: Card['outcome'] & { freezeReason: string | null } }[];
      };
    }
    const { edges } = (await agency.worker.data<List>(list)).progressCards;
    expect(edges.map(({ node }) => [node.frozen, node.freezeReason])).toEqual(edges.map(() => [true, null]));
    for (const { node } of edges) {
      const once = await step(agency.colleague, { outcome: node }, 'CLEAR');
      expect((await step(agency.supervisor, once, 'CLEAR')).outcome.frozen).toBe(false);
    }
    expect((await mine())[0]?.cards).toHaveLength(before);
  });

  it('is gone with the family’s word, at the next request', async () => {
    await familyWithdraws(platform.app, agency.agencyId, rowId());
    const [child] = await mine();
    expect(child).toMatchObject({ open: false, cards: [], ageBand: null });
    const card = await save(agency.worker, { childId });
    const read = await step(agency.colleague, card, 'REVIEW');
    expect((await step(agency.supervisor, read, 'RELEASE')).outcome.__typename).toBe('ConsentMissing');
  });
});

describe('the release check', () => {
  it('marks whom the agency knows, and answers nothing about a stranger’s child', async () => {
    const text = `${others[0]?.name ?? ''}和${others[2]?.name ?? ''}都来了。`;
    const { releaseCheck } = await agency.worker.data<{ releaseCheck: { kind: string; instead: string }[] }>(MARKS, {
      id: childId,
      t: text,
    });
    expect(releaseCheck).toMatchObject([
      { kind: 'NAME', instead: '孩子' },
      { kind: 'OTHER_CHILD', instead: '一位同伴' },
    ]);
    expect(await stranger.data(MARKS, { id: childId, t: text })).toEqual({ releaseCheck: null });
  });
});
