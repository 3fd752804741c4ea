// P18, T11: a coordinator finds a day by how many come, and holds it with its costs on screen; the hold runs out by itself and
// says so; too near to the day, the page says whom to call.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, signIn, words } from '../support/page.js';

const SOON = '冬衣换新家';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a day for a team', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let company: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    company = await browser.visit(platform.address, { on: 'phone' });
    await signIn(company, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const people = (page: Page, count: number) => page.getByLabel('来几位', { exact: true }).first().fill(String(count));
  const seen = async (page: Page, name: string) => {
    await picture(page, name);
    expect(await violations(page, name)).toEqual([]);
  };

  it('starts from what waits for the coordinator, and is found by how many come', async () => {
    await heading(company, '何雨，您好');
    await words(company, '画一张我们街区的地图');
    await words(company, '排在第 1 位');
    await seen(company, 'company-home-390-zh');
    await link(company, '团队活动').click();
    await heading(company, '找一天一起来');
    await words(company, '5 天合适，一共 5 天');
    await words(company, '这一天请大家做不接触孩子的任务');
    await seen(company, 'company-days-390-zh');
    await people(company, 100);
    await words(company, '没有这样的日子');
    await seen(company, 'company-days-none-390-zh');
    await people(company, 15);
    await company.getByLabel('做什么', { exact: true }).selectOption('WITHOUT_CHILDREN');
    await words(company, '3 天合适');
    await company.getByRole('link', { name: SOON }).click();
    await heading(company, SOON);
    expect(await company.getByLabel('来几位', { exact: true }).inputValue()).toBe('15');
    // Too soon for record checks: what is left are tasks without children, and the page has chosen them.
    expect(await company.getByLabel(/^不接触孩子的任务/).isChecked()).toBe(true);
    await words(company, '不拍孩子');
    expect(await company.getByRole('main').innerText()).not.toContain('公交 8 路');
    await seen(company, 'company-day-390-zh');
  });

  it('is held with what it costs on screen; the hold survives a reload and runs out by itself', async () => {
    await people(company, 3);
    await words(company, '3 位一共 45 元');
    await company.getByLabel(/^预算/).fill('40');
    await words(company, '比预算多 5 元');
    await button(company, '留住 3 个名额').click();
    await company.getByRole('timer').waitFor();
    await words(company, '留住了 3 个名额');
    await seen(company, 'company-booking-held-390-zh');
    platform.clock.advance(10 * MINUTE);
    await company.reload();
    await company
      .getByRole('timer')
      .getByText(/还有 (20 分 00|19 分 \d\d) 秒/)
      .waitFor();
    platform.clock.advance(21 * MINUTE);
    await company.reload();
    await words(company, '留住的时间到了，名额已经放开。');
    expect(await button(company, '请机构确认').count()).toBe(0);
    await seen(company, 'company-booking-over-390-zh');
    await link(company, '再看看这一天').click();
    await heading(company, SOON);
  });

  it('says whom to call once it is too near to cancel, in English too', async () => {
    platform.clock.advance(42 * DAY);
    const english = await browser.visit(platform.address, { language: 'en' });
    await signIn(english, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    await english.goto('/company/bookings');
    await english.getByRole('link', { name: 'A map of our streets' }).click();
    await words(english, 'so it cannot be cancelled here. Please call at once');
    await words(english, 'The number was final on');
    expect(await button(english, 'Cancel this booking').count()).toBe(0);
    await seen(english, 'company-booking-late-1440-en');
    await english.goto('/company/days');
    await heading(english, 'Find a day to come together');
    await seen(english, 'company-days-1440-en');
    expect(browser.faults).toEqual([]);
  });
});
