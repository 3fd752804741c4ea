// P21, H22: a worker staffs a month and tells the volunteers; one declines on a phone, and the next run moves nobody else.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const THEME = '一起给图书角安个家';
const BOARD = '/agency/staffing?month=2027-01';

describe('the seats of a month', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let phone: Page;
  let stayed: string[];
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const names = async () => (await worker.locator('main li strong').allInnerTexts()).sort();

  it('are proposed with reasons, and told to the volunteers', async () => {
    await worker.goto(BOARD);
    await heading(worker, '活动安排');
    await worker.getByRole('link', { name: THEME }).waitFor();
    await words(worker, '建议，还没有通知');
    await picture(worker, 'staffing-1440-zh');
    expect(await violations(worker, 'staffing')).toEqual([]);
    await button(worker, '看理由和人选：带一个小组').click();
    await worker.getByRole('dialog').getByText('在这里').first().waitFor();
    await picture(worker, 'staffing-reasons-1440-zh');
    expect(await violations(worker, 'staffing-reasons')).toEqual([]);
    await worker.getByRole('dialog').getByRole('button', { name: '关上', exact: true }).click();
    await button(worker, '通知志愿者').click();
    await worker.getByRole('dialog').getByRole('button', { name: '通知他们', exact: true }).click();
    await message(worker, '通知发出去了，等志愿者答复。');
    await worker.getByText('建议，还没有通知').first().waitFor({ state: 'detached' });
    stayed = await names();
  });

  it('one of them says on the phone what they like to do, and that they cannot come', async () => {
    await phone.goto('/volunteer');
    await phone.getByRole('link', { name: '我的活动' }).click();
    await heading(phone, '我的活动');
    await words(phone, THEME);
    await picture(phone, 'my-activities-390-zh');
    expect(await violations(phone, 'my-activities')).toEqual([]);
    await phone.getByLabel('一个月最多几个小时').fill('99');
    await button(phone, '保存意愿').click();
    await words(phone, '请写 0 到 60 之间的整数。');
    await phone.getByLabel('一个月最多几个小时').fill('6');
    await button(phone, '保存意愿').click();
    await message(phone, '记下了。以后安排活动会照着看。');
    await button(phone, '我来不了').click();
    await phone.getByLabel('为什么来不了（可以不写）').fill('那天家里有事');
    await button(phone, '告诉他们我来不了').click();
    await message(phone, '记下了，谢谢您早点告诉我们。');
    await words(phone, '您说来不了');
    await picture(phone, 'my-activities-declined-390-zh');
  });

  it('the worker reads why, arranges once more, and nobody else is moved', async () => {
    await worker.reload();
    await words(worker, '那天家里有事');
    await button(worker, '再安排一次').click();
    await message(worker, '安排好了，请看一看。');
    await words(worker, '新来 1 个，换走 0 个');
    const now = await names();
    expect(stayed.filter((name) => !now.includes(name))).toEqual([]);
    expect(now).toHaveLength(stayed.length + 1);
    await picture(worker, 'staffing-after-the-no-1440-zh');
    expect(browser.faults).toEqual([]);
  });
});
