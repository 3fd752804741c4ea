// P01: the Mobile Desk scholarship programme is where help begins. A supervisor sets it up, a worker gives a place to a
// child who fits, and the child's page shows aid and companionship together. The last place is given once.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

// The demo has last year's; this one is new, with one place.
const NAME = '流动书桌助学计划（秋季班）';
const CHILDREN = '{ children(first: 50) { edges { node { id name companionship { id } } } } }';
const INTAKE = `mutation ($i: ChangeChildIntakeInput!) { outcome: changeChildIntake(input: $i) { __typename } }`;

interface Child {
  readonly id: string;
  readonly name: string;
  readonly companionship: { readonly id: string } | null;
}

describe('the Mobile Desk programme', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let api: TestClient;
  let desk: Page;
  let otherDesk: Page;
  let first: Child;
  let second: Child;
  beforeAll(async () => {
    platform = await startDemoApp();
    const pair = await walkingPair(platform);
    api = platform.client();
    await api.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const children = (await api.data<{ children: { edges: { node: Child }[] } }>(CHILDREN)).children.edges;
    const accompanied = children.find(({ node }) => node.companionship?.id === pair.id)?.node;
    const other = children.find(({ node }) => !node.companionship && node.name !== accompanied?.name)?.node;
    if (!accompanied || !other) throw new Error('the demo has no two such children');
    [first, second] = [accompanied, other];
    await intake(first, 'URBAN');
    await intake(second, 'RURAL');
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  /** What the child's own page is for; here only what the programme asks about matters. */
  async function intake({ id }: Child, registration: 'RURAL' | 'URBAN'): Promise<void> {
    const facts = {
      categories: ['MIGRANT'],
      discoveryChannel: 'OWN_SERVICES',
      referrer: '林溪',
      schoolStage: 'PRIMARY',
    };
    const i = { childId: id, registration, ...facts };
    const { outcome } = await api.data<{ outcome: { __typename: string } }>(INTAKE, { i });
    expect(outcome.__typename).not.toMatch(/NotFound|InvalidInput/);
  }
  const open = async (page: Page, child: Child): Promise<void> => {
    await page.goto(`/agency/children/${encodeURIComponent(child.id)}`);
    await heading(page, child.name);
    await page.getByText('给一个项目名额', { exact: true }).click();
  };
  const give = (page: Page) => button(page, `给孩子“${NAME}”的名额`);

  it('is set up by a supervisor: what it is for, one place, and whom it asks for', async () => {
    const supervisor = await browser.visit(platform.address);
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await supervisor.goto('/agency/programmes');
    await heading(supervisor, '项目');
    await supervisor.getByText('写下名字、名额和条件').click();
    await button(supervisor, '设立项目').click();
    await words(supervisor, '请选一个层面。');
    const fill = (label: string, value: string) => supervisor.getByLabel(label, { exact: true }).fill(value);
    await fill('项目的名字', NAME);
    await fill('英文名字', 'Mobile Desk scholarship');
    await supervisor.getByLabel('在哪个层面', { exact: true }).selectOption({ label: '儿童' });
    await supervisor.getByLabel('哪种支持', { exact: true }).selectOption({ label: '工具性支持' });
    await fill('几个名额', '1');
    await supervisor.getByLabel('小学', { exact: true }).check();
    await supervisor.getByLabel('暂时没有上学的孩子也欢迎', { exact: true }).check();
    await supervisor.getByLabel('农业户籍', { exact: true }).check();
    await supervisor.getByLabel('流动儿童', { exact: true }).check();
    await picture(supervisor, 'programme-form-1440-zh');
    await button(supervisor, '设立项目').click();
    await message(supervisor, '项目保存好了，写进了操作记录。');
    await supervisor.getByRole('link', { name: NAME }).click();
    await heading(supervisor, NAME);
    await words(supervisor, '1 个，还有 1 个');
    expect(await violations(supervisor, 'programme')).toEqual([]);
    await supervisor.context().close();
  });

  it('refuses a child whose page says otherwise, with the words that say what would satisfy it', async () => {
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await open(desk, first);
    await words(desk, '有条件还没有满足');
    await give(desk).click();
    await words(desk, `“${NAME}”的名额现在还不能给。`);
    const refusal = desk.getByRole('alert').first();
    await refusal.getByText('现在不符合').waitFor();
    await refusal.getByText(/项目面向：农业户籍。孩子的页面上：/).waitFor();
    await refusal.getByText('怎么办：如果页面上写得不对，先改正；写得对，就看看别的项目。').waitFor();
    await picture(desk, 'enrolment-refused-1440-zh');
    expect(await violations(desk, 'child with a refusal')).toEqual([]);
  });

  it('takes the child in once the page is put right; aid and companionship stand side by side', async () => {
    otherDesk = await browser.visit(platform.address);
    await signIn(otherDesk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await open(otherDesk, second);
    await words(otherDesk, '还有 1 个名额');
    await intake(first, 'RURAL');
    await open(desk, first);
    await words(desk, '孩子符合条件');
    await give(desk).click();
    await message(desk, `孩子从今天起参加“${NAME}”。`);
    const grid = desk.getByRole('table', { name: /孩子身边的支持/ });
    const row = grid.getByRole('row', { name: /^儿童/ });
    await row.getByRole('link', { name: NAME }).waitFor();
    await row.getByRole('link', { name: '一对一成长陪伴' }).waitFor();
    // What is open is an invitation, never a word of lack.
    expect(await grid.getByText('还可以一起想想').count()).toBe(6);
    await picture(desk, 'coverage-1440-zh');
    expect(await violations(desk, 'child with coverage')).toEqual([]);
  });

  it('gives its last place once: the colleague who was about to give it is told so', async () => {
    await give(otherDesk).click();
    await words(otherDesk, '1 个名额都有孩子了，最后一个刚刚给了别的孩子。');
    await words(otherDesk, '等有名额空出来，或请督导者看看能不能增加名额。');
  });
});
