// Those who answer for the agency: who is on call and what happens when nobody looks, a request about somebody's data, a breach
// that is practised, and the evidence of the year.
import type { Page } from 'playwright-core';
import { sendDue } from '../../server/src/testing/inbox.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const NOW = new Date('2026-11-22T02:00:00.000Z');
const RAISE = `mutation ($i: RaiseConcernInput!) { outcome: raiseConcern(input: $i) { __typename } }`;
const MINUTE_MS = 60_000;

describe('those in charge', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let director: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    await staffedAgency(platform);
    browser = await StoryBrowser.open();
    director = await browser.visit(platform.address);
    // What is written down as just noticed is not in the server's future.
    await director.clock.setFixedTime(NOW);
    await signIn(director, DIRECTOR.identifier, TEST_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('put a colleague on call, by the agency’s own calendar', async () => {
    await director.goto('/agency/duty');
    await heading(director, '值班');
    await words(director, '还没有排值班');
    await director.getByLabel('谁', { exact: true }).selectOption({ label: STAFF.worker.name });
    await director.getByLabel('从哪一天').fill('2026-11-22');
    await director.getByLabel('到哪一天').fill('2026-11-22');
    await button(director, '排上').click();
    await message(director, '排好了。');
    await words(director, /正在值班|现在/);
    await picture(director, 'duty-1440-zh');
    expect(await violations(director, '/agency/duty')).toEqual([]);
  });

  it('hear of a concern one after the other, until somebody has looked', async () => {
    const donor = platform.client();
    await donor.signIn(STAFF.donor.identifier, TEST_PASSWORD);
    await donor.data(RAISE, { i: { text: '有个孩子总是一个人在桥下过夜', requestId: 'bridge' } });
    const drain = () => sendDue(platform);
    await drain();
    const worker = await browser.visit(platform.address, { on: 'phone' });
    await signIn(worker, STAFF.worker.identifier, TEST_PASSWORD);
    await worker.goto('/agency/notices');
    await words(worker, '有一件安全关切，请马上看');
    await director.goto('/agency/notices');
    await heading(director, '消息');
    expect(await director.getByText('安全关切', { exact: false }).filter({ hasText: '请马上看' }).count()).toBe(0);
    for (const round of [1, 2]) {
      platform.clock.advance(30 * MINUTE_MS);
      await drain();
      await director.goto('/agency/notices');
      await heading(director, '消息');
      if (round === 2) await words(director, '有一件安全关切还没有人看');
    }
    await worker.goto('/agency/concerns');
    await words(worker, '有个孩子总是一个人在桥下过夜');
    await picture(worker, 'on-call-concerns-390-zh');
  });

  it('answer a donor who asks on the phone what is kept of them', async () => {
    const donor = await browser.visit(platform.address, { on: 'phone' });
    await signIn(donor, STAFF.donor.identifier, TEST_PASSWORD);
    await donor.goto('/donor/my-data');
    await donor.getByRole('radio', { name: '要一份副本' }).click();
    await button(donor, '提出请求').click();
    await message(donor, '收到了。我们会在期限以前答复您。');
    await director.goto('/agency/rights');
    await heading(director, '关于个人信息的请求');
    await link(director, new RegExp(STAFF.donor.name)).first().click();
    await button(director, '整理好，交给对方').click();
    await message(director, '办好了，对方看得到。');
    await donor.reload();
    await words(donor, /可以下载到/);
    await picture(donor, 'my-data-given-390-zh');
    expect(await violations(donor, '/donor/my-data')).toEqual([]);
  });

  it('practise a breach against its clock', async () => {
    await director.goto('/agency/breaches');
    await heading(director, '信息事件');
    await button(director, '记录一起事件或演练').click();
    await director.getByRole('checkbox', { name: '这是一次演练' }).click();
    await director.getByRole('checkbox', { name: '丢失' }).click();
    await director.getByRole('checkbox', { name: '联系方式' }).click();
    await director.getByLabel('发生了什么').fill('演练：一台电脑忘在公交车上');
    await button(director, '记下来，开始计时').click();
    await message(director, '记下了，时限从现在算起。');
    await button(director, /^做完了：止住它/).click();
    await message(director, '记下了，时间写进了记录。');
    await button(director, /^做完了：报告网信等部门/).waitFor();
    await picture(director, 'breach-drill-1440-zh');
    expect(await violations(director, '/agency/breaches')).toEqual([]);
  });

  it('make the evidence of the year, with the drill’s measured time and no small number of people', async () => {
    await director.goto('/agency/compliance');
    await heading(director, '年度合规证明');
    await words(director, '还没有做过合规证明');
    await director.getByLabel('哪一年').selectOption('2026');
    await button(director, '做一份证明').click();
    await message(director, '做好了，指纹写进了操作记录。');
    await director.getByRole('heading', { level: 3, name: /从发现到每一步（分钟）/ }).waitFor();
    await director.getByRole('rowheader', { name: '下载个人信息副本' }).waitFor();
    await picture(director, 'compliance-1440-zh');
    expect(await violations(director, '/agency/compliance')).toEqual([]);
    const [file] = await Promise.all([director.waitForEvent('download'), link(director, '下载表格（XLSX）').click()]);
    expect(file.suggestedFilename()).toBe('compliance-2026-01.xlsx');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
