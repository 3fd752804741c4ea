// The first minute of a new platform: from an empty database to a director at the own desk.
import type { Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, words } from '../support/page.js';

const AGENCY = '青禾社会工作服务中心';
const DIRECTOR = '周岚';

describe('the first run', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let page: Page;
  beforeAll(async () => {
    platform = await startTestApp({ ALLOW_LIST: 'true' });
    browser = await StoryBrowser.open();
    page = await browser.visit(platform.address);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const field = (name: string) => page.getByLabel(name, { exact: true });
  const problemsOf = (name: string) => field(name).getAttribute('aria-invalid');

  it('leads whoever comes first to set up, from every face', async () => {
    for (const path of ['/sign-in', '/agency', '/volunteer/companionships', '/donor', '/']) {
      await page.goto(path);
      await page.waitForURL('**/setup');
      await heading(page, '建立您的机构');
    }
    await picture(page, 'first-run-1440-zh');
  });

  it('says by each field what is missing, and keeps what was typed, also over a reload', async () => {
    await field('机构名称').fill(AGENCY);
    await field('密码').fill('short');
    await button(page, '建立机构').click();
    await words(page, '请填写负责人的姓名。');
    await words(page, '请填写手机号或邮箱，以后用它登录。');
    await words(page, /请用至少 \d+ 个字符。/);
    expect(await problemsOf('负责人姓名')).toBe('true');
    expect(await problemsOf('机构名称')).not.toBe('true');
    expect(await field('机构名称').inputValue()).toBe(AGENCY);
    await page.reload();
    await heading(page, '建立您的机构');
    expect(await field('机构名称').inputValue()).toBe(AGENCY);
    expect(await field('密码').inputValue()).toBe('');
  });

  it('makes the agency and opens the director’s desk, with the first step on it', async () => {
    await field('负责人姓名').fill(DIRECTOR);
    await field('负责人的手机号或邮箱').fill('director@qinghe.example');
    await field('密码').fill('一句记得住的长长的话 2026');
    await button(page, '建立机构').click();
    await page.waitForURL('**/agency');
    await heading(page, '今天');
    await words(page, '从名单开始');
    await page.getByText(AGENCY).first().waitFor();
    await link(page, '导入名单').first().waitFor();
    await picture(page, 'first-desk-1440-zh');
  });

  it('sets up only once: another visitor is shown the way to sign in', async () => {
    const other = await browser.visit(platform.address);
    await other.goto('/setup');
    await heading(other, '机构已经建立好了');
    await link(other, '去登录').click();
    await heading(other, '登录');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
