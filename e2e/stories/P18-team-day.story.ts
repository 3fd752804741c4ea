// P18, T11: a coordinator finds a day, holds it, asks, and is confirmed; the second of two teams waits for the same places,
// and takes them when the first cannot come. A hold runs out by itself, and says so.
import type { Page } from 'playwright-core';
import { CLUB_LOGIN, DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const SOON = '冬衣换新家';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a day for a team', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let company: Page;
  let club: Page;
  let supervisor: TestClient;
  let booking: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    company = await browser.visit(platform.address, { on: 'phone' });
    await signIn(company, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    club = await browser.visit(platform.address);
    await signIn(club, CLUB_LOGIN, DEMO_PASSWORD);
    supervisor = platform.client();
    await supervisor.signIn(demoLogin('SUPERVISOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const path = (page: Page) => new URL(page.url()).pathname;
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
    // The club at a desk sees the month as a table, walks on to the next by keyboard, and reads what is off.
    await club.goto('/company/days?month=2026-12');
    await club.getByRole('table', { name: '2026年12月可以来的日子' }).waitFor();
    await button(club, '下个月').focus();
    await club.keyboard.press('Enter');
    const january = club.getByRole('table', { name: '2027年1月可以来的日子' });
    await january.getByText('元旦放假').first().waitFor();
    await seen(club, 'company-days-month-1440-zh');
    expect(await january.getByRole('link').count()).toBeGreaterThan(0);
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
    // The club looks at the same day before anything is held.
    await club.goto(path(company));
    await heading(club, SOON);
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

  it('gives the last places to one team; the other waits in line', async () => {
    await people(company, 15);
    await button(company, '留住 15 个名额').click();
    await company.getByRole('timer').waitFor();
    booking = path(company);
    // By keyboard, on a page that still shows fifteen free places.
    await club.getByLabel('来几位', { exact: true }).focus();
    await club.keyboard.type('5');
    await club.keyboard.press('Enter');
    await club.getByRole('alert').getByText('现在没有名额了：带队的社会工作者照看不了更多的人。').waitFor();
    expect(await club.getByLabel('来几位', { exact: true }).inputValue()).toBe('5');
    await seen(club, 'company-day-full-1440-zh');
    await button(club, '排队等 5 个名额').click();
    await words(club, '排在第 1 位。');
    await seen(club, 'company-booking-waiting-1440-zh');
  });

  it('is asked for, and confirmed by the agency; then it has an address, a roster and a calendar file', async () => {
    await button(company, '请机构确认').click();
    await message(company, '已经请机构确认。');
    await words(company, '等机构答复，名额给您留着。');
    await seen(company, 'company-booking-requested-390-zh');
    const { teamBookings } = await supervisor.data<{
      teamBookings: { id: string; version: number; state: string; people: number }[];
    }>('{ teamBookings { id version state people } }');
    const asked = teamBookings.find((one) => one.state === 'REQUESTED' && one.people === 15);
    const confirm = `mutation ($i: TeamBookingInput!) { confirmTeamBooking(input: $i) { __typename } }`;
    const input = { bookingId: asked?.id, version: asked?.version };
    expect(await supervisor.data(confirm, { i: input })).toEqual({ confirmTeamBooking: { __typename: 'TeamBooking' } });
    await company.reload();
    await words(company, '公交 8 路到滨河公园');
    await words(company, '约好了 15 人');
    await seen(company, 'company-booking-confirmed-390-zh');
    const download = company.waitForEvent('download');
    await button(company, '放进我的日历').click();
    expect((await download).suggestedFilename()).toBe('tongxing-team-day.ics');
    await link(company, '把链接发给同事').click();
    await heading(company, new RegExp(SOON));
    expect(path(company)).toBe(`${booking}/roster`);
  });

  it('changes its number until a day that is said, and never beyond what is free', async () => {
    await company.goto(booking);
    await people(company, 16);
    await button(company, '改成这个人数').click();
    await company.getByRole('alert').getByText('现在没有名额了').waitFor();
    await people(company, 14);
    await button(company, '改成这个人数').click();
    await message(company, '改成 14 人了。');
    await words(company, '改成 14 人');
  });

  it('is cancelled with a reason, and the team that waits gets the places and takes them', async () => {
    await button(company, '取消这个预约').click();
    await button(company, '取消这 14 个名额').click();
    await company.getByText('请写一句为什么，机构好安排。').waitFor();
    await company.getByLabel('为什么来不了').fill('那天公司盘点');
    await picture(company, 'company-cancel-390-zh');
    await button(company, '取消这 14 个名额').click();
    await message(company, '取消了，谢谢您说一声。');
    await words(company, '那天公司盘点');
    await seen(company, 'company-booking-cancelled-390-zh');
    await club.goto('/company');
    await words(club, '等您决定');
    await seen(club, 'company-home-offer-1440-zh');
    await club.getByRole('link', { name: SOON }).first().click();
    await words(club, '有 5 个名额空出来了，是给您的。');
    await seen(club, 'company-booking-offered-1440-zh');
    await button(club, '接受这 5 个名额').click();
    await message(club, '约好了。');
    await link(club, '把链接发给同事').waitFor();
    await club.goto('/company/bookings');
    await heading(club, '我们的预约');
    await seen(club, 'company-bookings-1440-zh');
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
