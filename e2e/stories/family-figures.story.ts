// The figures D1 to D7 as a director reads them, from the cohorts; every other face finds nothing of them.
import type { Page } from 'playwright-core';
import {
  COHORT_LOGIN,
  DEMO_PASSWORD,
  demoLogin,
  seedCohorts,
  startDemoApp,
} from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, signIn, words } from '../support/page.js';

const FIGURES = '/agency/figures';
const END_OF_2013 = `${FIGURES}?on=2013-12-31`;
const ASK = '{ familyFigures { figures { denominator } } }';

describe('figures about families', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let director: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    await seedCohorts(platform);
    browser = await StoryBrowser.open();
    director = await browser.visit(platform.address);
    await signIn(director, COHORT_LOGIN.identifier, DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  /** The row of a table that begins with these words. */
  const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

  it('are found by no donor and no CSR coordinator, by page or by API', async () => {
    for (const role of ['DONOR', 'CSR_COORDINATOR'] as const) {
      const page = await browser.visit(platform.address);
      await signIn(page, demoLogin(role), DEMO_PASSWORD);
      await page.goto(END_OF_2013);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const text = await allText(page);
      for (const told of ['家庭统计', '624', '424', '393', '541']) expect(text).not.toContain(told);
      await page.context().close();
      const client = platform.client();
      await client.signIn(demoLogin(role), DEMO_PASSWORD);
      expect((await client.graphql(ASK)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('say D1 to D7 in words, each with its denominator', async () => {
    await director.goto(END_OF_2013);
    await heading(director, '家庭统计');
    for (const [finding, denominator] of [
      ['平均每个家庭 4.1 人', '2558 人，624 户。'],
      ['34.1% 的家庭是单亲、隔代或重组家庭', '213 户，分母 624 户。'],
      ['84.3% 的主要照护人没上过学，或只上过识字班', '526 人，分母 624 人。'],
      ['67.9% 的家庭近年经历过重大变化', '424 户，分母 624 户。'],
      ['经历过重大变化的家庭里，最多的是：家人生病', /分母：经历过重大变化的 424 户，不是全部家庭/],
      ['家庭说得最多的需要是：学业', /分母：问过需要的 393 户/],
      ['541 个志愿者角色从服务中成长起来', '其中 25 人自己曾是服务对象（助人自助）。'],
    ] as const) {
      await director.getByRole('heading', { level: 2, name: finding, exact: true }).waitFor();
      await words(director, denominator);
    }
    expect(await row(director, '家人生病').textContent()).toContain('66.0%');
    expect(await row(director, '父母离世或离开').textContent()).toContain('5.7%');
    expect(await row(director, '邻里支持').textContent()).toContain('54.2%');
    expect(await violations(director, FIGURES)).toEqual([]);
    await picture(director, 'family-figures-zh');
  });

  it('open the households behind a number', async () => {
    await row(director, '重组家庭').getByRole('link').click();
    await heading(director, '数字背后的家庭：重组家庭');
    await words(director, '共 33 户；这里显示 33 户。');
    expect(await violations(director, 'behind')).toEqual([]);
    await link(director, '回到家庭统计').click();
    await heading(director, '家庭统计');
    await words(director, '2558 人，624 户。');
  });

  it('leave small numbers out of what outsiders may have', async () => {
    await button(director, '可以对外的版本').click();
    await words(director, /少于 5 的数目不显示/);
    const college = row(director, '大专及以上');
    await college.getByText('不显示').waitFor();
    await row(director, '高中或中专').getByText('不显示').waitFor();
    expect(await row(director, '初中').textContent()).toContain('31');
  });

  it('are the demo director’s own, of her own families', async () => {
    const page = await browser.visit(platform.address);
    await signIn(page, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await link(page, '家庭统计').click();
    await heading(page, '家庭统计');
    await page.getByRole('heading', { level: 2, name: /^平均每个家庭 \d\.\d 人$/ }).waitFor();
    expect(await allText(page)).not.toContain('624');
    await row(page, '双亲家庭').getByRole('link').click();
    await heading(page, '数字背后的家庭：双亲家庭');
    await page.getByRole('rowheader').first().getByRole('link').click();
    await heading(page, /^家庭 \d{4}$/);
    await page.context().close();
  });
});
