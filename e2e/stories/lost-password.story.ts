// A lost password: by SMS on a phone, by mail in English; whoever was signed in elsewhere is out, and old links say so.
import { AxeBuilder } from '@axe-core/playwright';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { addPerson } from '../../server/src/testing/staff.js';
import { inboxOf, newestCode } from '../../server/src/testing/inbox.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { allText, button, heading, link, signIn, words } from '../support/page.js';

const VOLUNTEER = { name: '许诺', roles: ['VOLUNTEER'], identifier: '13800000001' } as const;
const NEW_PASSWORD = '每个周六下午一起读书';
const NEW_ENGLISH = 'books on Saturday afternoon';

describe('a lost password', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let browser: StoryBrowser;
  let phone: Page;
  let address: string;
  beforeAll(async () => {
    platform = await startTestApp();
    agencyId = await staffedAgency(platform);
    await addPerson(platform.app, agencyId, VOLUNTEER);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const ask = async (page: Page, identifier: string): Promise<void> => {
    await page.goto('/sign-in');
    await link(page, '忘记密码').click();
    await heading(page, '忘记密码');
    await page.getByLabel('登录用的手机号或邮箱', { exact: true }).fill(identifier);
    await button(page, '发送').click();
    await words(page, '如果这个手机号有账号，短信马上就到。');
  };

  it('looks the same to whoever asks for a number that nobody has', async () => {
    const known = await browser.visit(platform.address, { on: 'phone' });
    const unknown = await browser.visit(platform.address, { on: 'phone' });
    await ask(known, VOLUNTEER.identifier);
    await ask(unknown, '13900001111');
    expect(await allText(unknown)).toBe(await allText(known));
    expect(await inboxOf(platform)).not.toContain('13900001111');
  });

  it('is set anew by a code from the SMS; a wrong one says how often it may still be tried', async () => {
    phone = await browser.visit(platform.address, { on: 'phone' });
    await ask(phone, VOLUNTEER.identifier);
    await picture(phone, 'forgot-code-390-zh');
    await clean(phone);
    const code = await newestCode(platform);
    const wrong = code === '000000' ? '111111' : '000000';
    await phone.getByLabel('短信里的六位验证码', { exact: true }).fill(wrong);
    await phone.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
    await button(phone, '设好新密码并登录').click();
    await words(phone, '验证码不对，还可以试 4 次。');
    await clean(phone);
    await phone.getByLabel('短信里的六位验证码', { exact: true }).fill(code);

    const elsewhere = await browser.visit(platform.address, { on: 'phone' });
    await signIn(elsewhere, VOLUNTEER.identifier, TEST_PASSWORD);
    await button(phone, '设好新密码并登录').click();
    await phone.waitForURL('**/volunteer');
    await elsewhere.reload();
    await elsewhere.waitForURL('**/sign-in?**');
    await elsewhere.goto('/sign-in');
    await elsewhere.getByLabel('手机号或邮箱', { exact: true }).fill(VOLUNTEER.identifier);
    await elsewhere.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await button(elsewhere, '登录').click();
    await words(elsewhere, '手机号、邮箱或密码不对，请再看一看。');
    await signIn(elsewhere, VOLUNTEER.identifier, NEW_PASSWORD);
  });

  it('is worth nothing in another browser than the one that asked', async () => {
    const thief = await browser.visit(platform.address, { on: 'phone' });
    const owner = await browser.visit(platform.address, { on: 'phone' });
    await ask(owner, VOLUNTEER.identifier);
    const code = await newestCode(platform);
    await thief.goto('/forgot?sent=SMS');
    await thief.getByLabel('短信里的六位验证码', { exact: true }).fill(code);
    await thief.getByLabel('新密码', { exact: true }).fill('not the owner at all');
    await button(thief, '设好新密码并登录').click();
    await words(thief, '或者是在别的浏览器里要的。请再发一个。');
    await clean(thief);
  });

  it('comes by mail to a desk in English, and signs every other device out', async () => {
    const desk = await browser.visit(platform.address, { language: 'en' });
    const laptop = await browser.visit(platform.address, { language: 'en' });
    await signIn(laptop, STAFF.worker.identifier, TEST_PASSWORD);
    await desk.goto('/sign-in');
    await link(desk, 'Forgot password').click();
    await desk.getByLabel('Phone number or e-mail to sign in with', { exact: true }).fill(STAFF.worker.identifier);
    await button(desk, 'Send').click();
    await words(desk, 'Please open the link in the mail and set a new password.');
    await picture(desk, 'forgot-mail-1440-en');
    await clean(desk);
    address = await followNewest(desk, platform, '/reset/');
    await heading(desk, 'Set a new password');
    await clean(desk);
    await desk.getByLabel('New password', { exact: true }).fill(NEW_ENGLISH);
    await button(desk, 'Set it and sign in').click();
    await desk.waitForURL('**/agency');
    await laptop.reload();
    await laptop.waitForURL('**/sign-in?**');
    await signIn(laptop, STAFF.worker.identifier, NEW_ENGLISH);
  });

  it('has a link for one use and one hour; afterwards it says what to do', async () => {
    const page = await browser.visit(platform.address, { on: 'phone' });
    await page.goto(address);
    await heading(page, '这个链接已经不能用了');
    await words(page, '链接只能用一次，一小时后失效。');
    await picture(page, 'reset-ended-390-zh');
    await clean(page);
    await link(page, '再要一个链接').click();
    await heading(page, '忘记密码');
    await page.getByLabel('登录用的手机号或邮箱', { exact: true }).fill(STAFF.worker.identifier);
    await button(page, '发送').click();
    await words(page, '请打开邮件里的链接');
    const fresh = await followNewest(page, platform, '/reset/');
    await heading(page, '设一个新密码');
    platform.clock.advance(61 * 60_000);
    await page.goto(fresh);
    await heading(page, '这个链接已经不能用了');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
