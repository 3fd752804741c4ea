// A card on paper: whose it is, what its number answers, who is told of it, and how all of that ends with the family's word.
import { Database } from '../../platform/database/index.js';
import { JobWorker } from '../../platform/outbox/index.js';
import { familyWithdraws } from '../../testing/sponsored-child.js';
import { CardWorld } from '../../testing/released-card.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { inboxOf } from '../../testing/inbox.js';
import { addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';

const LONG = 120_000;
const HOLDS = 'query ($n: String!) { cardPaperHolds(number: $n) }';
const NUMBER = /tongxing-([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\.pdf/;
const TOLD = '有一张新的成长卡片给您';

let platform: TestApp;
let world: CardWorld;
let other: TestClient;
let card: string;
let number: string;
beforeAll(async () => {
  platform = await startTestApp();
  world = await CardWorld.open(platform, 'papers');
  const identifier = 'other@papers.example';
  await addPerson(platform.app, world.agencyId, { name: '顾平', roles: ['DONOR'], identifier });
  other = platform.client();
  await other.signIn(identifier, TEST_PASSWORD);
}, LONG);
afterAll(() => platform.stop());

const paper = (client: TestClient, id: string, more = '') => client.fetch(`/files/cards/${id}/card.pdf${more}`);
const holds = async (typed: string) =>
  (await platform.client().data<{ cardPaperHolds: boolean }>(HOLDS, { n: typed })).cardPaperHolds;
const rowOf = (id: string) => fromGlobalId('ProgressCard', id) ?? '';

describe('a card that is released', () => {
  it('is told to the donor beside the child, by a link that says nothing of it', async () => {
    card = await world.release('种豆', '豆苗长出了第三片叶子。');
    const inbox = await inboxOf(platform);
    expect(inbox.split(TOLD).length - 1).toBeGreaterThanOrEqual(1);
    expect(inbox).toContain(`/donor/cards/${card}`);
    for (const said of ['种豆', '豆苗', '陈雨桐', '雨桐', '河边']) expect(inbox).not.toContain(said);
    interface Notices {
      readonly notices: readonly { readonly title: string }[];
    }
    const told = async (client: TestClient) =>
      (await client.data<Notices>('{ notices { title } }')).notices.map(({ title }) => title);
    expect([await told(world.donor), await told(other)]).toEqual([[TOLD], []]);
  });

  it('is no paper for anybody but the donor who may read it', async () => {
    expect((await paper(platform.client(), card)).status).toBe(401);
    const missing = await paper(other, card);
    const never = await paper(other, 'nothing');
    expect([missing.status, await missing.text()]).toEqual([never.status, await never.text()]);
    expect(missing.status).toBe(404);
    const worker = platform.client();
    await worker.signIn('worker@papers.example', TEST_PASSWORD);
    expect((await paper(worker, card)).status).toBe(403);
    const elsewhere = await world.donor.fetch(`/files/cards/${card}/card.pdf`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.status).toBe(403);
  });

  it('is a paper of the donor’s with a number, the same each time', async () => {
    const taken = await paper(world.donor, card);
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(taken.headers.get('cache-control')).toBe('private, no-store');
    number = NUMBER.exec(taken.headers.get('content-disposition') ?? '')?.[1] ?? '';
    expect(
      Buffer.from(await taken.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const again = await paper(world.donor, card, '?lang=en');
    expect(again.headers.get('content-disposition')).toContain(number);
    const sql = "SELECT subjectId FROM audit_event WHERE agencyId = ? AND action = 'progress.paperTaken'";
    const taking = await platform.app.get(Database).read<{ subjectId: string }>(sql, [world.agencyId]);
    expect(taking.map(({ subjectId }) => subjectId)).toEqual([rowOf(card), rowOf(card)]);
  });

  it('holds by its number, however it is typed; no other number does', async () => {
    expect(await holds(number)).toBe(true);
    expect(await holds(number.toLowerCase().replaceAll('-', ' '))).toBe(true);
    for (const typed of ['', 'x', '0000-0000-0000-0000', `${number}0`, "' OR 1=1 --"]) {
      expect([typed, await holds(typed)]).toEqual([typed, false]);
    }
  });
});

describe('a card that is kept back or taken back', () => {
  it('holds no more while a flag stands, and is no new paper', async () => {
    const flagged = await world.release('画画', '她画了一条河。');
    await platform.app.get(JobWorker).drain();
    const taken = await paper(world.donor, flagged);
    const itsNumber = NUMBER.exec(taken.headers.get('content-disposition') ?? '')?.[1] ?? '';
    await taken.arrayBuffer();
    expect(await holds(itsNumber)).toBe(true);
    await world.step(rowOf(flagged), 'FREEZE', '先停一停');
    expect([await holds(itsNumber), await holds(number)]).toEqual([false, true]);
    expect((await paper(world.donor, flagged)).status).toBe(404);
  });

  it('is told to nobody when the family’s word is gone before the message is written', async () => {
    await world.release('唱歌', '她唱了一首歌。');
    await familyWithdraws(platform.app, world.agencyId, world.childId);
    const { notices } = await world.donor.data<{ notices: { title: string }[] }>('{ notices { title } }');
    const inbox = await inboxOf(platform);
    expect(notices.map(({ title }) => title)).toEqual([TOLD, TOLD]);
    expect(new Set(inbox.match(/\/donor\/cards\/[\w-]+/g)).size).toBe(2);
    expect(await world.donor.data('{ notices { title } }')).toEqual({ notices });
  });

  it('is gone with the family’s word: page, paper and number, at the next request', async () => {
    const mine = await world.donor.data<{ sponsoredChildren: { cards: unknown[] }[] }>(
      '{ sponsoredChildren { cards { id } } }',
    );
    expect(mine.sponsoredChildren.map(({ cards }) => cards)).toEqual([[]]);
    const gone = await paper(world.donor, card);
    const never = await paper(world.donor, 'nothing');
    expect([gone.status, await gone.text()]).toEqual([404, await never.text()]);
    expect(await holds(number)).toBe(false);
  });
});
