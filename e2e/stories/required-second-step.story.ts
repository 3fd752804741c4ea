// A second step that the role needs: a calm reminder first, then the guide before anything else; and a colleague's reset.
import type { Page } from 'playwright-core';
import { codeOf } from '../../server/src/testing/factors.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const DAY = 86_400_000;

describe('a second step that the role needs', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  beforeAll(async () => {
    platform = await startTestApp({ ALLOW_LIST: 'true' });
    await staffedAgency(platform);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

  it('is a calm line on the desk while there is time', async () => {
    const page = await browser.visit(platform.address);
    await signIn(page, STAFF.worker.identifier, TEST_PASSWORD);
    await words(page, /请在 .* 以前给登录加一道保护/);
    expect(await violations(page, '/agency')).toEqual([]);
    await picture(page, 'duty-banner-1440-zh');
    await link(page, '现在就设').click();
    await heading(page, '给登录加一道保护');
  });

  it('comes before anything else when the days are over, and everything opens once it is there', async () => {
    platform.clock.advance(14 * DAY);
    const phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, STAFF.worker.identifier, TEST_PASSWORD);
    await phone.waitForURL('**/protect');
    await words(phone, /给您的准备时间已经过了/);
    expect(await violations(phone, '/protect overdue')).toEqual([]);
    await picture(phone, 'protect-overdue-390-zh');
    await phone.goto('/agency/volunteers');
    await phone.waitForURL('**/protect');
    await button(phone, '用验证器').click();
    await field(phone, '现在的密码').fill(TEST_PASSWORD);
    await button(phone, '下一步').click();
    await heading(phone, '连上您的验证器');
    const secret = ((await phone.locator('main code').first().textContent()) ?? '').replaceAll(' ', '');
    await field(phone, '验证器显示的六位数字').fill(codeOf(platform, secret));
    await button(phone, '确认，开始保护').click();
    await field(phone, '我已经留好了，知道它们不会再显示').check();
    await button(phone, '完成').click();
    await link(phone, '回到我的页面').click();
    await phone.waitForURL('**/agency');
    await heading(phone, '今天');
  });

  it('is reset by the director who has met the colleague', async () => {
    platform.clock.advance(-14 * DAY);
    const desk = await browser.visit(platform.address);
    await signIn(desk, DIRECTOR.identifier, TEST_PASSWORD);
    await desk.goto('/agency/staff');
    await link(desk, STAFF.worker.name).first().click();
    await button(desk, '重设登录保护').click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '重设', exact: true }).click();
    await dialog.getByText('请先当面核实，再重设。').waitFor();
    await dialog.getByLabel('我和对方当面见过，确认是本人。电话和邮件不算。').check();
    expect(await violations(desk, '/agency/staff/:id')).toEqual([]);
    await picture(desk, 'reset-factors-1440-zh');
    await dialog.getByRole('button', { name: '重设', exact: true }).click();
    await message(desk, '重设好了。请对方用密码登录，再设一次登录保护。');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
