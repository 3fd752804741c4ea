// P42, P14, P07, P21: the day of an activity on two phones: the worker's list and the volunteer's check-in. An employee who is
// not ready is refused with the way to become so; no activity ends without evaluation and reflection.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const THEME = '今天一起读绘本';
/** What a browser says of itself while there is no line. */
const NO_LINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;

describe('the day of an activity', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let supervisor: Page;
  let volunteer: Page;
  let day: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address, { on: 'phone' });
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    supervisor = await browser.visit(platform.address);
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    volunteer = await browser.visit(platform.address, { on: 'phone' });
    await signIn(volunteer, '13900000002', DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('begins once its list is final, by the worker on the phone', async () => {
    await worker.goto('/agency/activities?month=2026-11');
    await worker.getByRole('link', { name: THEME }).filter({ visible: true }).first().click();
    await heading(worker, THEME);
    await worker.getByRole('link', { name: '当天', exact: true }).click();
    await heading(worker, `${THEME}：当天`);
    day = new URL(worker.url()).pathname;
    await button(worker, '定下名单').click();
    await message(worker, '名单定下来了。');
    await button(worker, '开始活动').click();
    await message(worker, '活动开始了，可以签到。');
    await button(worker, '林溪到了').click();
    await message(worker, '林溪签到了。');
    await picture(worker, 'day-list-390-zh');
    expect(await violations(worker, 'day')).toEqual([]);
  });

  it('refuses whoever is on no list, by the code of the door', async () => {
    await worker.goto(`${day.replace(/\/day$/, '')}/door`);
    const shown = worker.locator('output');
    await shown.waitFor();
    await picture(worker, 'day-door-390-zh');
    expect(await violations(worker, 'door')).toEqual([]);
    const code = ((await shown.textContent()) ?? '').replaceAll(/\D/g, '');
    await volunteer.goto(`/check-in?code=${code}`);
    await heading(volunteer, '今天的活动');
    await button(volunteer, '我到了').click();
    await words(volunteer, '您不在今天这个活动的名单上。');
    await picture(volunteer, 'check-in-refused-390-zh');
    expect(await violations(volunteer, 'check-in')).toEqual([]);
  });

  it('keeps a line written without a connection, and sends it when the line is back', async () => {
    await worker.goto(day);
    await button(worker, '林溪离开了').waitFor();
    await worker.context().setOffline(true);
    await button(worker, '林溪离开了').click();
    await message(worker, '没有网络，先存在这台设备上。');
    await words(worker, '已经加密存好，这一页一有网络就自动送出。');
    await picture(worker, 'day-offline-390-zh');
    await worker.context().setOffline(false);
    await worker.getByText('离开了', { exact: true }).first().waitFor();
    await button(worker, '关上签到').waitFor();
  });

  it('ends with a named colleague, evaluation and reflection, read by a lead (P07, P21)', async () => {
    await button(worker, '关上签到').click();
    await message(worker, '签到关上了，服务时间记好了。');
    await worker.getByLabel('要做成的事，做到了多少', { exact: true }).selectOption('4');
    await worker.getByLabel('希望长出的，长出了多少', { exact: true }).selectOption('5');
    await worker.getByLabel('评估', { exact: true }).fill('十二个孩子都读完了一本，也推荐给了别人。');
    await button(worker, '写好了').click();
    await words(worker, '请写下这一项。');
    await worker.getByLabel('反思', { exact: true }).fill('下次把最后的分享留得更长。');
    await picture(worker, 'day-look-back-390-zh');
    await button(worker, '写好了').click();
    await message(worker, '评估和反思写好了。');
    await supervisor.goto(day);
    await words(supervisor, '下次把最后的分享留得更长。');
    await button(supervisor, '读过了，结束活动').click();
    await message(supervisor, '活动结束了。');
    await picture(supervisor, 'day-closed-1440-zh');
    expect(await violations(supervisor, 'closed day')).toEqual([]);
    expect(browser.faults.filter((fault) => !NO_LINE.test(fault))).toEqual([]);
  });
});
