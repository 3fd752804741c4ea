// Nobody falls off unwarned: a record check that ends, sixty days before, the day before, on its last day and on day 366, as the
// volunteer reads it on the phone and as the supervisor has it at the desk (H8, P38).
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { expiringCheck, type ExpiringCheck } from '../../server/src/testing/expiring-check.js';
import { askForNoFactor } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { heading, signIn, words } from '../support/page.js';

const READY = '{ myEligibility { ready } }';
const RENEWALS = '/agency/renewals';

describe('a record check that comes to its end', () => {
  let platform: TestApp;
  let check: ExpiringCheck;
  let browser: StoryBrowser;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await staffedAgency(platform);
    // The clock goes further than the days of grace for a second factor.
    await askForNoFactor(platform.app, DIRECTOR.identifier);
    check = await expiringCheck(platform, agencyId);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  /** Sessions end within weeks, so everybody signs in anew on the day. */
  async function on(day: LocalDate): Promise<{ phone: Page; desk: Page; ready: boolean }> {
    await check.dayComes(day);
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'zh-CN' });
    await signIn(phone, check.identifier, check.password);
    const desk = await browser.visit(platform.address, { language: 'zh-CN' });
    await signIn(desk, STAFF.supervisor.identifier, TEST_PASSWORD);
    await desk.goto(RENEWALS);
    await heading(desk, '快到期的手续');
    const api = platform.client();
    await api.signIn(check.identifier, check.password);
    const { ready } = (await api.data<{ myEligibility: { ready: boolean } }>(READY)).myEligibility;
    return { phone, desk, ready };
  }
  const row = (desk: Page) => desk.getByRole('row').filter({ hasText: check.name });
  async function told(phone: Page, text: string): Promise<void> {
    await phone.goto('/volunteer/notices');
    await words(phone, text);
  }
  const left = async ({ phone, desk }: { phone: Page; desk: Page }) => {
    await phone.context().close();
    await desk.context().close();
  };

  it('is on nobody’s list while it is far', async () => {
    const day = await on(addDays(check.lastDay, -61));
    await words(day.desk, '最近没有快到期的手续');
    expect(day.ready).toBe(true);
    await left(day);
  });

  it('is told sixty days before, and stands on the desk’s list with the day on which it was told', async () => {
    const day = await on(addDays(check.lastDay, -60));
    await row(day.desk).getByText('还有 60 天').waitFor();
    await row(day.desk).getByText(/说过/).waitFor();
    await told(day.phone, `您的违法犯罪记录查询 ${check.lastDay} 到期`);
    expect(day.ready).toBe(true);
    expect(await violations(day.desk, RENEWALS)).toEqual([]);
    await picture(day.desk, 'renewals-60-1440-zh');
    await left(day);
  });

  it('is told again the day before, and on the last day, on which it still counts', async () => {
    const before = await on(addDays(check.lastDay, -1));
    await told(before.phone, '您的违法犯罪记录查询明天到期');
    expect(before.ready).toBe(true);
    await left(before);
    const last = await on(check.lastDay);
    await told(last.phone, '您的违法犯罪记录查询今天到期');
    expect(last.ready).toBe(true);
    await picture(last.desk, 'renewals-0-1440-zh');
    await left(last);
  });

  it('lets nobody serve on day 366, says so to the volunteer, and is the first on the list', async () => {
    const day = await on(addDays(check.lastDay, 1));
    expect(day.ready).toBe(false);
    await row(day.desk).getByText('过了 1 天').waitFor();
    await told(day.phone, '您的违法犯罪记录查询已经到期');
    await day.phone.goto('/volunteer');
    await words(day.phone, /违法犯罪记录查询/);
    expect(await violations(day.phone, '/volunteer')).toEqual([]);
    await picture(day.phone, 'renewals-366-390-zh');
    await left(day);
  });

  it('is over with the next check: ready again, and on no list', async () => {
    await check.renew(addDays(check.lastDay, 1));
    const day = await on(addDays(check.lastDay, 2));
    expect(day.ready).toBe(true);
    await words(day.desk, '最近没有快到期的手续');
    await left(day);
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
