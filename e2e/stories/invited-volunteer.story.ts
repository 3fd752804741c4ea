// A volunteer comes, on a phone: invited by a social worker, in by SMS; and every link that has ended says what to do.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { addKnownVolunteers } from '../../server/src/testing/known-volunteers.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const AGENCY = '云溪同行社会工作服务中心';
const NAMES = ['许诺', '苏荷', '顾宁'] as const;
const OWN_PASSWORD = '周六下午去读书';
const DAY = 86_400_000;

describe('a volunteer who is invited', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let phone: Page;
  let address: string;
  beforeAll(async () => {
    platform = await startTestApp();
    const known = NAMES.map((name, index) => ({ name, phone: `+861380000000${String(index + 1)}` }));
    await addKnownVolunteers(platform.app, await staffedAgency(platform), known);
    browser = await StoryBrowser.open();
    desk = await browser.visit(platform.address);
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const invite = async (name: string): Promise<void> => {
    await desk.goto('/agency/volunteers');
    await link(desk, name).click();
    await heading(desk, name);
    await button(desk, '邀请开通账号').click();
    await button(desk, '发出邀请').click();
    await message(desk, '邀请发出去了。');
    await words(desk, '已邀请');
  };
  const saysItEnded = async (page: Page, to: string): Promise<void> => {
    await page.goto(to);
    await heading(page, '这个邀请链接已经不能用了');
    await words(page, '还没有的话，请告诉邀请您的同事，马上可以再发一个。');
    expect(await page.getByText(AGENCY).count()).toBe(0);
  };

  it('hears by SMS, at the number on file; the worker sees it sent', async () => {
    await invite(NAMES[0]);
    await words(desk, '短信或邮件没有到时，可以把这个链接当面交给本人');
    await picture(desk, 'volunteer-invited-1440-zh');
    await clean(desk);
  });

  it('joins on the phone: agrees, sets a password, and is on the own page', async () => {
    phone = await browser.visit(platform.address, { on: 'phone' });
    address = await followNewest(phone, platform, '/join/');
    await heading(phone, `${AGENCY}邀请您加入`);
    await words(phone, '138****0001');
    await picture(phone, 'join-390-zh');
    await clean(phone);
    await phone.getByLabel('给自己设一个密码', { exact: true }).fill('太短');
    await phone.getByRole('checkbox').check();
    await button(phone, '开通账号').click();
    await words(phone, '请用至少 10 个字符。');
    await phone.getByLabel('给自己设一个密码', { exact: true }).fill(`${OWN_PASSWORD}，每周都去`);
    await button(phone, '开通账号').click();
    await phone.waitForURL('**/volunteer');
    await phone.getByRole('heading', { level: 1 }).waitFor();
    await picture(phone, 'joined-390-zh');
  });

  it('finds a link that was used closed, with a way on: signing in', async () => {
    const other = await browser.visit(platform.address, { on: 'phone' });
    await saysItEnded(other, address);
    await picture(other, 'join-ended-390-zh');
    await clean(other);
    await link(other, '去登录').click();
    await heading(other, '登录');
    await signIn(other, '13800000001', `${OWN_PASSWORD}，每周都去`);
    await other.waitForURL('**/volunteer');
  });

  it('a link that was taken back is dead at once', async () => {
    await invite(NAMES[1]);
    const other = await browser.visit(platform.address, { on: 'phone' });
    const taken = await followNewest(other, platform, '/join/');
    await heading(other, `${AGENCY}邀请您加入`);
    await button(desk, '收回邀请').click();
    await desk
      .getByRole('dialog', { name: `收回发给${NAMES[1]}的邀请？` })
      .getByRole('button', { name: '收回邀请' })
      .click();
    await message(desk, '邀请收回了，链接已经失效。');
    await words(desk, '还没有账号');
    await saysItEnded(other, taken);
  });

  it('one that ran out says so to the worker, who sends another to the same place', async () => {
    await invite(NAMES[2]);
    const other = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    const late = await followNewest(other, platform, '/join/');
    await heading(other, `${AGENCY} invites you to join`);
    platform.clock.advance(8 * DAY);
    await other.goto(late);
    await heading(other, 'This invitation does not open any more');
    await picture(other, 'join-ended-390-en');
    await clean(other);

    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await desk.goto('/agency/volunteers');
    await link(desk, NAMES[2]).click();
    await words(desk, '邀请过期了');
    await button(desk, '再发一次邀请').click();
    await desk.getByLabel('发到哪个手机号或邮箱', { exact: true }).fill('');
    await button(desk, '发出邀请').click();
    await words(desk, '已邀请');
    await followNewest(other, platform, '/join/');
    await heading(other, `${AGENCY} invites you to join`);
    await words(other, '138****0003');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
