// A concern about a colleague: a worker names the director on the child's page; a supervisor goes on with it and keeps the
// child's cards back with the triage. The director finds nothing of it, and whoever read the cards outside finds them gone.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const CARDS = '{ progressCards(state: RELEASED, first: 50) { edges { node { childId title } } } }';
const SHARES = 'query ($id: ID!) { childShares(childId: $id) { audience open } }';
const CONCERNS = '{ concerns { edges { node { id text } } } }';
const DIRECTOR = '周岚';
const SAID = '负责人单独带孩子出去，回来以后孩子不说话';
const CARD = '会修东西的手';

describe('a concern about a colleague', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: TestClient;
  let childId: string;
  let concernPath: string;
  let partner: Page;
  let director: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    childId = await openToPartner();
    browser = await StoryBrowser.open();
    partner = await browser.visit(platform.address);
    await signIn(partner, demoLogin('REFERRER'), DEMO_PASSWORD);
    director = await browser.visit(platform.address);
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('is raised on the child’s page, with the name of whom it goes round', async () => {
    const desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await desk.goto(`/agency/children/${encodeURIComponent(childId)}`);
    await button(desk, '我担心孩子的安全').click();
    await desk.getByLabel('您看到、听到了什么？').fill(SAID);
    await desk.getByLabel('和哪位同事有关？').selectOption({ label: DIRECTOR });
    await picture(desk, 'concern-names-colleague-1440-zh');
    expect(await violations(desk, 'naming a colleague')).toEqual([]);
    await button(desk, '马上告诉他们').click();
    await words(desk, '收到了，谢谢您说出来。');
    await desk.context().close();
  });

  it('is gone on with by the supervisor, who keeps the cards back with the triage', async () => {
    await partnerReads(1);
    const desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await desk.goto('/agency/concerns');
    const said = desk.getByRole('listitem').filter({ hasText: SAID });
    await said.getByRole('link', { name: '打开，记下每一步', exact: true }).click();
    await words(desk, `和${DIRECTOR}有关：看不到这件事，也不会接到通知。`);
    concernPath = new URL(desk.url()).pathname;
    await desk.getByLabel('做了什么，或者要做什么').selectOption('TRIAGED');
    await desk.getByLabel('为什么这样判断？要多快？').fill('今天就和孩子见面');
    await button(desk, '记下来').click();
    // Whether the cards stop is a question that a triage answers, one way or the other.
    await words(desk, '请选一选：孩子的成长卡片要不要先停住。');
    await desk.getByRole('radio', { name: '先停住，外面的人都看不到' }).click();
    await picture(desk, 'concern-keeps-cards-1440-zh');
    expect(await violations(desk, 'keeping cards back')).toEqual([]);
    await button(desk, '记下来').click();
    await message(desk, '记下了。');
    await desk.context().close();
    await partnerReads(0);
  });

  it('is nothing that the director finds: no page, no line of the list, and nothing of it in the audit', async () => {
    await director.goto('/agency/concerns');
    await heading(director, '安全关切');
    expect(await director.getByText(SAID).count()).toBe(0);
    await director.goto(concernPath);
    await heading(director, '这里没有内容');
    await picture(director, 'concern-not-there-1440-zh');
    await director.goto(`/agency/audit?about=${encodeURIComponent(concernId())}`);
    await words(director, '没有符合条件的记录');
    await director.goto('/agency/audit');
    await director.getByRole('table').waitFor();
    expect(await director.getByRole('table').getByText('有人说出了安全关切').count()).toBe(0);
    expect(await violations(director, '/agency/audit')).toEqual([]);
    await picture(director, 'audit-without-it-1440-zh');
  });

  it('stays with whoever raised it, and broke nothing', async () => {
    const { concerns } = await worker.data<{ concerns: { edges: { node: { id: string; text: string } }[] } }>(CONCERNS);
    expect(concerns.edges.filter(({ node }) => node.text === SAID).map(({ node }) => node.id)).toEqual([concernId()]);
    expect(browser.faults).toEqual([]);
  });

  const concernId = () => decodeURIComponent(concernPath.split('/').at(-1) ?? '');

  async function partnerReads(times: number): Promise<void> {
    await partner.goto('/agency/opened-to-partner');
    await heading(partner, '给我看的孩子');
    await words(partner, '请不要转发，也不要打听孩子是谁。');
    expect(await partner.getByRole('heading', { name: CARD }).count()).toBe(times);
  }

  /** The child whose card the partner agency reads. */
  async function openToPartner(): Promise<string> {
    interface Found {
      readonly progressCards: { readonly edges: readonly { readonly node: { childId: string; title: string } }[] };
    }
    const { progressCards } = await worker.data<Found>(CARDS);
    for (const { node } of progressCards.edges.filter((edge) => edge.node.title === CARD)) {
      const { childShares } = await worker.data<{ childShares: { audience: string; open: boolean }[] }>(SHARES, {
        id: node.childId,
      });
      if (childShares.some(({ audience, open }) => audience === 'PARTNER' && open)) return node.childId;
    }
    throw new Error('no child of the demo is open to the partner agency with a card');
  }
});
