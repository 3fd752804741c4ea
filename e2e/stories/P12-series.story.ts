// P12: a worker plans an evening for every week, sees which holidays are skipped before anything is made, and later calls
// the rest off together.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const THEME = '周三写作业';

describe('a series of activities', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('shows its days and the skipped holiday before it is made', async () => {
    await worker.goto('/agency/activities/new');
    await heading(worker, '计划一个活动');
    const type = (label: string, value: string) => worker.getByLabel(label, { exact: true }).first().fill(value);
    await type('主题', THEME);
    await worker.getByLabel('在哪里', { exact: true }).selectOption({ label: '河湾社区活动室（可容 60 人）' });
    // The fourth Friday is New Year's Day.
    await type('哪一天', '2026-12-11');
    await type('几点开始', '16:30');
    await type('几点结束', '18:00');
    await worker.getByLabel('要重复吗', { exact: true }).selectOption({ label: '每周一次' });
    await type('一共几次', '5');
    await words(worker, '碰上节假日，已经跳过；要照常办就勾上');
    await worker.getByLabel(/1月1日.*元旦/).waitFor();
    await picture(worker, 'series-form-1440-zh');
    expect(await violations(worker, 'a plan that is repeated')).toEqual([]);
    await button(worker, '保存草稿').click();
    await message(worker, '每一次的计划都保存好了，现在是草稿。');
    await heading(worker, THEME);
    await worker.getByRole('heading', { name: `这一系列：${THEME}` }).waitFor();
    await words(worker, '一共 5 次');
    await picture(worker, 'series-1440-zh');
    expect(await violations(worker, 'a series')).toEqual([]);
  });

  it('is changed from one occasion on, each on its own day', async () => {
    await worker.getByRole('link', { name: /12月25日/ }).click();
    await worker.locator('[aria-current=true]').filter({ hasText: '12月25日' }).waitFor();
    await worker.getByText('改这个计划').click();
    await worker.getByLabel('这一次和以后的都改', { exact: true }).check();
    await worker.getByLabel('要做成什么', { exact: true }).fill('写完一周的作业。');
    await button(worker, '保存计划').click();
    await message(worker, '改了 3 次活动，现在都是草稿。');
  });

  it('is called off from one occasion on, and the earlier ones stay', async () => {
    await button(worker, '这一次和以后的都取消').click();
    await worker.getByRole('dialog').getByLabel('为什么取消').fill('放寒假了');
    await button(worker, '都取消').click();
    await message(worker, '取消了 3 次活动。');
    const off = worker.getByRole('listitem').filter({ hasText: '已取消' });
    await off.first().waitFor();
    expect(await off.count()).toBe(3);
    expect(await worker.getByRole('listitem').filter({ hasText: '草稿' }).count()).toBe(2);
    await picture(worker, 'series-cancelled-1440-zh');
  });
});
