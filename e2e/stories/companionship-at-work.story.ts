// A companionship at work (P20, P06): small goals that a worker sets and the volunteer ticks on the phone, contacts made and only
// attempted, with words that outlive a killed page, and a missed contact on the worker's first page.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST = '和孩子一起挑一本书';
const SECOND = '一起坐一次公交去图书馆';
const SAID = '孩子第一次自己读完了一章';

describe('a companionship at work', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Awaited<ReturnType<typeof walkingPair>>;
  let desk: Page;
  let phone: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    pair = await walkingPair(platform);
    browser = await StoryBrowser.open();
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const pairPage = `/agency/companionships`;
  const openPair = async (): Promise<void> => {
    await desk.goto(`${pairPage}/${encodeURIComponent(pair.id)}`);
    await heading(desk, `${pair.volunteer.name}陪伴${pair.child.pseudonym}`);
  };

  it('has small goals, written down at the desk', async () => {
    await openPair();
    await words(desk, '还没有写下接下来要做的事。');
    await button(desk, '加上').click();
    await words(desk, '请写几个字。');
    for (const text of [FIRST, SECOND]) {
      await desk.getByLabel('接下来做一件什么事').fill(text);
      await desk.getByLabel('哪天以前（可以空着）').fill('2026-12-01');
      await button(desk, '加上').click();
      await words(desk, text);
    }
    expect(await violations(desk, pairPage)).toEqual([]);
    await picture(desk, 'pair-at-work-1440-zh');
  });

  it('is ticked by the volunteer on the phone, and the worker sees it', async () => {
    await phone.goto('/volunteer/companionships');
    await phone.getByRole('checkbox', { name: FIRST }).click();
    await message(phone, '做到了，记下了。');
    expect(await violations(phone, '/volunteer/companionships')).toEqual([]);
    await picture(phone, 'my-pair-at-work-390-zh');
    await openPair();
    expect(await desk.getByRole('checkbox', { name: FIRST }).isChecked()).toBe(true);
    expect(await desk.getByRole('checkbox', { name: SECOND }).isChecked()).toBe(false);
  });

  it('keeps a contact that was half written when the page was killed', async () => {
    await button(phone, '记一次联系').click();
    await phone.getByLabel('想记一句的话').fill(SAID);
    // The page dies in the middle of a word; the tab opens it anew.
    await phone.reload();
    await button(phone, '记一次联系').click();
    expect(await phone.getByLabel('想记一句的话').inputValue()).toBe(SAID);
    // And the whole tab is closed: another one has nothing but what the device keeps.
    const context = phone.context();
    await phone.close();
    phone = await context.newPage();
    await phone.goto('/volunteer/companionships');
    await button(phone, '记一次联系').click();
    await phone.waitForFunction(
      (said) => [...document.querySelectorAll('textarea')].some(({ value }) => value === said),
      SAID,
    );
    await button(phone, '记下来').click();
    await message(phone, '记下了，谢谢您。');
    await button(phone, '记一次联系').click();
    expect(await phone.getByLabel('想记一句的话').inputValue()).toBe('');
    await openPair();
    await words(desk, new RegExp(SAID));
  });

  it('tells an attempt from a contact: only what was made moves the next one on', async () => {
    await phone.getByRole('radio', { name: '联系了，没有联系上' }).click();
    await button(phone, '记下来').click();
    await message(phone, '记下了，谢谢您。');
    await openPair();
    await words(desk, /联系了，没有联系上/);
    await words(desk, /下一次联系：2026年11月/);
  });

  it('shows a missed contact on the worker’s first page, one press from the pair', async () => {
    platform.clock.advance(12 * DAY_MS);
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await desk.goto('/agency');
    await link(desk, /联系/).first().waitFor();
    await picture(desk, 'missed-contact-today-1440-zh');
    await desk.goto('/agency/companionships?due=CONTACT');
    await words(desk, new RegExp(pair.volunteer.name));
    await openPair();
    await words(desk, /下一次联系本来约在/);
  });

  it('changes its goals on the way', async () => {
    await desk.getByText('修改陪伴计划', { exact: true }).click();
    await desk.getByLabel('任务目标').fill('一个学期读完三本书');
    await button(desk, '批准这份计划').click();
    await message(desk, '计划已经批准。');
    await words(desk, '一个学期读完三本书');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
