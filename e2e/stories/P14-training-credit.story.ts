// What a volunteer learned elsewhere: asked on the phone with a photo of the paper, looked at by somebody else at the desk,
// not counted the first time with what would help, counted the second, and then among what they have learned.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';
import { settled } from '../support/settled.js';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const COURSE = '带好一次活动';
const DAY_MS = 86_400_000;

describe('training from elsewhere', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let phone: Page;
  let desk: Page;
  let learnedOn: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    learnedOn = new Date(Date.parse(platform.clock.nowIso()) - 60 * DAY_MS).toISOString().slice(0, 10);
    browser = await StoryBrowser.open();
    phone = await browser.visit(platform.address, { on: 'phone', language: 'zh-CN' });
    desk = await browser.visit(platform.address, { on: 'desk', language: 'en' });
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page, where: string): Promise<void> => {
    expect(await violations(page, where)).toEqual([]);
  };
  async function bring(name: string): Promise<void> {
    const photo = { name: `${name}.png`, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
    await phone.locator('input[type=file]').last().setInputFiles(photo);
    await phone.getByRole('link', { name: `${name}.jpg` }).waitFor();
  }
  /** What stands at the desk for the volunteer. */
  const asked = () => desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: '许诺' }) });

  it('is asked for with a paper; what was typed outlives a killed page', async () => {
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await phone.goto('/volunteer/training');
    await heading(phone, '我的培训');
    expect(await phone.getByRole('main').getByText(COURSE, { exact: true }).count()).toBe(1);
    await link(phone, '在别处学过？请机构看一看证明').click();
    await heading(phone, '在别处学过的');
    await button(phone, '交给同事看').click();
    await words(phone, '请写在哪里学的。');
    await phone.getByLabel('抵哪门课').selectOption({ label: COURSE });
    await phone.getByLabel('在哪里学的').fill('市儿童中心');
    await phone.getByLabel('哪天学完的').fill(learnedOn);
    await button(phone, '交给同事看').click();
    await words(phone, '请拍一张证明，或者选一个文件。');
    await phone.reload();
    await heading(phone, '在别处学过的');
    expect(await phone.getByLabel('在哪里学的').inputValue()).toBe('市儿童中心');
    await bring('结业证');
    await clean(phone, 'asking for credit');
    await picture(phone, 'training-credit-ask-390-zh');
    await button(phone, '交给同事看').click();
    await message(phone, '收到了。同事看过，会告诉您。');
    await words(phone, '等同事来看');
  });

  it('is looked at by another, who reads the paper; a paper that cannot be read counts not yet, and nobody is blamed', async () => {
    await signIn(desk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await desk.goto('/agency/courses');
    await desk.getByRole('main').locator('a[href="/agency/training-credit"]').click();
    await heading(desk, 'Training from elsewhere');
    await asked().getByText('市儿童中心').waitFor();
    const path = (await asked().getByRole('link', { name: '结业证.jpg' }).getAttribute('href')) ?? '';
    expect((await desk.request.get(new URL(path, desk.url()).href)).status()).toBe(200);
    await clean(desk, 'deciding about credit');
    await picture(desk, 'training-credit-desk-1440-en');
    await asked().getByRole('button').click();
    await asked().getByRole('combobox').selectOption('UNREADABLE');
    await asked().getByRole('textbox').fill('右下角的日期看不清。');
    await asked().getByRole('button').click();
    await asked().waitFor({ state: 'detached' });
    await phone.reload();
    await words(phone, '这一次不算');
    await words(phone, /^谢谢您提出来。证明上的字看不清楚/);
    await words(phone, '右下角的日期看不清。');
    await phone.goto('/volunteer/training');
    await heading(phone, '我的培训');
    expect(await phone.getByRole('main').getByText(COURSE, { exact: true }).count()).toBe(1);
  });

  it('counts from the day it was learned, and stands among what the volunteer has learned', async () => {
    await phone.goto('/volunteer/training/credit');
    await heading(phone, '在别处学过的');
    await phone.getByLabel('抵哪门课').selectOption({ label: COURSE });
    await phone.getByLabel('在哪里学的').fill('市儿童中心');
    await phone.getByLabel('哪天学完的').fill(learnedOn);
    await bring('再拍一张');
    await button(phone, '交给同事看').click();
    await message(phone, '收到了。同事看过，会告诉您。');
    await desk.reload();
    await asked().getByRole('combobox').selectOption('COUNTS');
    await asked().getByRole('button').click();
    await asked().waitFor({ state: 'detached' });
    await phone.reload();
    await words(phone, '算数了');
    await clean(phone, 'credit that counts');
    await picture(phone, 'training-credit-counts-390-zh');
    await phone.goto('/volunteer/training');
    await heading(phone, '我的培训');
    await settled(phone);
    expect(await phone.getByRole('main').getByText(COURSE, { exact: true }).count()).toBe(2);
    await picture(phone, 'my-training-with-credit-390-zh');
  });
});
