// P42, P07, §4.5: the children's part of an activity on the worker's phone: whether they come, how they are, who fetches them
// and what they say is each child's own; what is written without a connection arrives when the line is back.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const THEME = '今天一起读绘本';
/** What a browser says of itself while there is no line. */
const NO_LINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;

describe('children on the day', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let name: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address, { on: 'phone' });
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });
  const list = () => worker.getByRole('list', { name: '孩子' });

  it('say whether they come, and may take it back', async () => {
    await worker.goto('/agency/activities?month=2026-11');
    await worker.getByRole('link', { name: THEME }).filter({ visible: true }).first().click();
    await worker.getByRole('link', { name: '当天', exact: true }).click();
    await heading(worker, `${THEME}：当天`);
    await words(worker, '家长转告的');
    await picture(worker, 'day-children-390-zh');
    expect(await violations(worker, 'children')).toEqual([]);
    const first = list().getByRole('listitem').first();
    name = (await first.locator('strong').first().textContent()) ?? '';
    await button(worker, `${name}不来了`).click();
    await message(worker, `记下了：${name}不来。`);
    await button(worker, `${name}又想来了`).click();
    await message(worker, `记下了：${name}要来。`);
  });

  it('come, are well or not, and are fetched by somebody written down, with or without a connection', async () => {
    await button(worker, '定下名单').click();
    await message(worker, '名单定下来了。');
    await button(worker, '开始活动').click();
    await message(worker, '活动开始了，可以签到。');
    await button(worker, `${name}到了`).click();
    await message(worker, `${name}到了，记下了。`);
    await worker.getByText(`${name}怎么样，由谁接走`).click();
    await worker.getByLabel('看起来怎么样', { exact: true }).selectOption('HURT');
    await button(worker, '记下').click();
    await message(worker, '受伤或身体不舒服，请写下怎么了。');
    await worker.getByLabel('要让同事知道的').fill('膝盖擦破了，已经消毒');
    await worker.context().setOffline(true);
    await button(worker, '记下').click();
    await message(worker, '没有网络，先存在这台设备上。');
    await worker.getByText('1 个孩子的情况还在这台设备上，没有送到。').waitFor();
    await picture(worker, 'day-children-offline-390-zh');
    await worker.context().setOffline(false);
    await worker.getByText('1 个孩子的情况还在这台设备上，没有送到。').waitFor({ state: 'detached' });
    const worried = worker.getByRole('link', { name: `担心${name}？马上记下，有人会跟进` });
    await worried.click();
    // Of whom and where is written already; the name stands in no address.
    await worker.getByText(`关于${name}`, { exact: true }).waitFor();
    expect(await worker.getByLabel('您看到、听到了什么？').inputValue()).toContain('在活动');
    expect(decodeURIComponent(worker.url())).not.toContain(name);
    await picture(worker, 'day-child-concern-390-zh');
    await worker.goBack();
    await worried.waitFor();
  });

  it('say by a face how it was', async () => {
    await button(worker, `请${name}自己说`).click();
    await worker.getByRole('dialog').getByLabel('想说的话，也可以不写').fill('还想读一本');
    await picture(worker, 'day-child-says-390-zh');
    expect(await violations(worker, 'what a child says')).toEqual([]);
    await worker.getByRole('dialog').getByRole('button', { name: '特别开心' }).click();
    await message(worker, '谢谢你告诉我们。');
    await worker.getByText('特别开心').first().waitFor();
    await words(worker, '每个来的孩子都要写下由谁接走');
    await worker.getByText(`${name}怎么样，由谁接走`).click();
    await worker.getByLabel('由谁接走', { exact: true }).fill('外婆');
    await button(worker, '记下').click();
    await message(worker, `${name}的情况记下了。`);
    await worker.getByText('接走了', { exact: true }).first().waitFor();
    expect(browser.faults.filter((fault) => !NO_LINE.test(fault))).toEqual([]);
  });
});
