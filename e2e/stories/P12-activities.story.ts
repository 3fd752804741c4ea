// P12, P42: a worker plans a day, a second person reads its risks, and it opens; a plan for the same venue and hours is told
// so before it happens.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const THEME = '旧书新主人';

describe('an activity at the desk', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let supervisor: Page;
  let address: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    supervisor = await browser.visit(platform.address);
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  async function fill(page: Page, theme: string): Promise<void> {
    await page.goto('/agency/activities/new');
    await heading(page, '计划一个活动');
    const type = (label: string, value: string) => page.getByLabel(label, { exact: true }).first().fill(value);
    await type('主题', theme);
    await page.getByLabel('在哪里', { exact: true }).selectOption({ label: '河湾社区活动室（可容 60 人）' });
    await type('哪一天', '2026-12-12');
    await type('几点开始', '14:00');
    await type('几点结束', '16:00');
    await type('哪一组孩子', '周六成长小组');
    await type('几个孩子', '8');
    await type('一个大人最多照看几个孩子', '4');
    await page.getByLabel('林溪', { exact: true }).check();
    await type('要做成什么', '给五十本旧书找到新主人。');
    await type('过程中希望长出什么', '孩子们学会推荐一本书。');
    await type('孩子的风险防控预案', '走散：两人一组。');
    await type('工作人员和志愿者的风险防控预案', '疲劳：每小时休息。');
    await type('做什么（第 1 行）', '带一个小组');
    await type('用在哪里（第 1 行）', '书签');
    await type('多少元', '80');
  }

  it('stands in the month, on the desk and in a list', async () => {
    await worker.goto('/agency/activities?month=2026-12');
    await heading(worker, '活动');
    await worker.getByRole('link', { name: '新老市民坐一坐' }).first().waitFor();
    await picture(worker, 'activities-month-1440-zh');
    expect(await violations(worker, 'activities')).toEqual([]);
  });

  it('is saved as a draft that says what it still needs', async () => {
    await fill(worker, THEME);
    await button(worker, '保存草稿').click();
    await message(worker, '计划保存好了，现在是草稿。');
    await heading(worker, THEME);
    await words(worker, '写下孩子自己做什么、决定什么');
    await picture(worker, 'activity-draft-1440-zh');
    await worker.getByText('改这个计划').click();
    await worker.getByLabel('孩子自己做什么、决定什么', { exact: true }).fill('孩子们自己写推荐语，也决定书怎么摆。');
    await button(worker, '保存计划').click();
    await words(worker, '计划写齐了，可以请另一位同事审阅风险。');
    expect(await violations(worker, 'activity')).toEqual([]);
    address = new URL(worker.url()).pathname;
  });

  it('is passed by a second person, and opens', async () => {
    await supervisor.goto(address);
    await button(supervisor, '我审阅了风险，可以办').click();
    await message(supervisor, '审阅好了，场地和同事的时间留住了。');
    await worker.reload();
    await button(worker, '开放这个活动').click();
    await words(worker, '活动已经开放，场地和同事的时间都留住了。');
    await picture(worker, 'activity-open-1440-zh');
  });

  it('keeps its venue: a second plan for the same hours is told so before it happens', async () => {
    await fill(worker, '另一个下午');
    await worker.getByLabel('孩子自己做什么、决定什么', { exact: true }).fill('孩子们选游戏。');
    await button(worker, '保存草稿').click();
    await heading(worker, '另一个下午');
    await words(worker, '场地已经有人用。请换一个时间或场地。');
    await picture(worker, 'activity-clash-1440-zh');
    await supervisor.goto(new URL(worker.url()).pathname);
    await button(supervisor, '我审阅了风险，可以办').click();
    await supervisor.getByRole('alert').getByText('场地已经有人用。请换一个时间或场地。').waitFor();
    await worker.goto('/agency/activities/venues');
    await heading(worker, '场地');
    await worker.getByText('安全清单勾齐了').first().waitFor();
    await picture(worker, 'venues-1440-zh');
    expect(await violations(worker, 'venues')).toEqual([]);
    expect(browser.faults).toEqual([]);
  });
});
