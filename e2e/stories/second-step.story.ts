// The second step: a worker adds an authenticator app with the guide, signs in with it, and once with a recovery code.
import type { Page } from 'playwright-core';
import { codeOf } from '../../server/src/testing/factors.js';
import { askForNoFactor } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const MINUTE = 60_000;

describe('the second step of signing in', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let secret: string;
  let recoveryCodes: readonly string[];
  beforeAll(async () => {
    platform = await startTestApp({ ALLOW_LIST: 'true' });
    await staffedAgency(platform);
    await askForNoFactor(platform.app, DIRECTOR.identifier);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
  const secretOn = async (page: Page) =>
    ((await page.locator('main code').first().textContent()) ?? '').replaceAll(' ', '');
  const typePassword = async (page: Page, identifier: string) => {
    await page.goto('/sign-in');
    await field(page, '手机号或邮箱').fill(identifier);
    await field(page, '密码').fill(TEST_PASSWORD);
    await button(page, '登录').click();
    await heading(page, '再确认一步');
  };

  it('is set up on the account page, with the password first', async () => {
    desk = await browser.visit(platform.address);
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await desk.goto('/agency/account');
    await words(desk, '现在只靠密码');
    await link(desk, '加一道保护').click();
    await heading(desk, '给登录加一道保护');
    expect(await violations(desk, '/protect')).toEqual([]);
    await picture(desk, 'protect-choose-1440-zh');
    await button(desk, '用验证器').click();
    await field(desk, '现在的密码').fill('not the password');
    await button(desk, '下一步').click();
    await words(desk, '现在的密码不对，请再看一看。');
    await field(desk, '现在的密码').fill(TEST_PASSWORD);
    await button(desk, '下一步').click();
    await heading(desk, '连上您的验证器');
    await desk.getByRole('img', { name: '给验证器扫的二维码' }).waitFor();
    expect(await violations(desk, '/protect app')).toEqual([]);
    await picture(desk, 'protect-app-1440-zh');
  });

  it('counts once the app has shown that it works', async () => {
    secret = await secretOn(desk);
    await field(desk, '验证器显示的六位数字').fill('000000');
    await button(desk, '确认，开始保护').click();
    await words(desk, /数字不对。/);
    await field(desk, '验证器显示的六位数字').fill(codeOf(platform, secret));
    await button(desk, '确认，开始保护').click();
    await heading(desk, '留好恢复码');
  });

  it('leaves ten recovery codes, and goes on when they are kept', async () => {
    const codes = desk.getByRole('list', { name: '同行的恢复码' }).getByRole('listitem');
    await codes.nth(9).waitFor();
    recoveryCodes = await codes.allTextContents();
    expect(await violations(desk, '/protect codes')).toEqual([]);
    await picture(desk, 'protect-codes-1440-zh');
    await button(desk, '完成').click();
    await words(desk, '请先打印、抄下或存好，再继续。');
    await field(desk, '我已经留好了，知道它们不会再显示').check();
    await button(desk, '完成').click();
    await heading(desk, '登录保护设好了');
    await link(desk, '查看我的账号').click();
    await words(desk, '手机上的验证器');
    await words(desk, '恢复码还有 10 个没用过。');
    expect(await violations(desk, '/agency/account')).toEqual([]);
    await picture(desk, 'protection-account-1440-zh');
  });

  it('is asked for after the password, also after a reload, and takes no used code', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone' });
    await phone.goto('/agency/volunteers');
    await phone.waitForURL('**/sign-in?next=**');
    await field(phone, '手机号或邮箱').fill(STAFF.worker.identifier);
    await field(phone, '密码').fill(TEST_PASSWORD);
    await button(phone, '登录').click();
    await heading(phone, '再确认一步');
    await phone.reload();
    await heading(phone, '再确认一步');
    expect(await violations(phone, '/sign-in/confirm')).toEqual([]);
    await picture(phone, 'second-step-390-zh');
    await field(phone, '验证器上的六位数字').fill(codeOf(platform, secret));
    await button(phone, '登录').click();
    await words(phone, '不对，或者已经用过。请看看最新的，还可以试 4 次。');
    platform.clock.advance(MINUTE);
    await field(phone, '验证器上的六位数字').fill(codeOf(platform, secret));
    await button(phone, '登录').click();
    await phone.waitForURL('**/agency/volunteers');
  });

  it('takes a recovery code where the phone is not at hand', async () => {
    const page = await browser.visit(platform.address);
    await typePassword(page, STAFF.worker.identifier);
    await button(page, '手机不在身边，用恢复码').click();
    await field(page, '恢复码').fill(recoveryCodes[0] ?? '');
    await button(page, '登录').click();
    await page.waitForURL('**/agency');
    await page.goto('/agency/account');
    await words(page, '恢复码还有 9 个没用过。');
  });

  it('asks again before it is taken away, and goes on where one was', async () => {
    platform.clock.advance(11 * MINUTE);
    await desk.goto('/agency/account');
    await button(desk, '移除手机上的验证器').click();
    const asked = desk.getByRole('dialog', { name: '移除这道保护' });
    await asked.getByLabel('现在的密码', { exact: true }).fill(TEST_PASSWORD);
    await asked.getByRole('button', { name: '移除', exact: true }).click();
    const dialog = desk.getByRole('dialog', { name: '再确认一次是您本人' });
    await dialog.waitFor();
    await picture(desk, 'step-up-1440-zh');
    expect(await violations(desk, 'step-up')).toEqual([]);
    await dialog.getByLabel('验证器上的六位数字', { exact: true }).fill(codeOf(platform, secret));
    await dialog.getByRole('button', { name: '确认', exact: true }).click();
    await message(desk, '移除了。');
    await words(desk, '现在只靠密码');
  });

  it('reads well in English on a phone', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, DIRECTOR.identifier, TEST_PASSWORD);
    await phone.goto('/protect');
    await heading(phone, 'Add a second step to signing in');
    expect(await violations(phone, '/protect en')).toEqual([]);
    await picture(phone, 'protect-choose-390-en');
    await button(phone, 'Use the authenticator app').click();
    await field(phone, 'Current password').fill(TEST_PASSWORD);
    await button(phone, 'Next step').click();
    await heading(phone, 'Connect your authenticator app');
    expect(await violations(phone, '/protect app en')).toEqual([]);
    await picture(phone, 'protect-app-390-en');
    await field(phone, 'The six digits that the app shows').fill(codeOf(platform, await secretOn(phone)));
    await button(phone, 'Confirm and protect').click();
    await heading(phone, 'Keep the recovery codes');
    expect(await violations(phone, '/protect codes en')).toEqual([]);
    await picture(phone, 'protect-codes-390-en');
    await field(phone, 'I kept them, and know that they are not shown again').check();
    await button(phone, 'Done').click();
    await heading(phone, 'Your second step is set up');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
