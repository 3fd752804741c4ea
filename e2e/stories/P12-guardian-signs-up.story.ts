// P12: by the personal link, a guardian sees which activities are open, signs the child up once it has said yes, and opts
// out again: on a phone, without an account.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

describe('a guardian signs the child up', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let guardian: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    const pair = await walkingPair(platform);
    browser = await StoryBrowser.open();
    const worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await worker.goto(`/agency/companionships/${encodeURIComponent(pair.id)}`);
    await button(worker, '为监护人做一个链接').click();
    const address = await worker.getByLabel('监护人的链接', { exact: true }).inputValue();
    guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(address);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('asks for the child’s own yes first', async () => {
    await guardian.getByRole('link', { name: '看看孩子可以参加的活动' }).click();
    await heading(guardian, '孩子可以参加的活动');
    await button(guardian, '替孩子报名').first().click();
    await guardian.getByText('请先问问孩子想不想去，想去再报名。').first().waitFor();
    await picture(guardian, 'guardian-activities-390-zh');
    expect(await violations(guardian, 'a guardian’s activities')).toEqual([]);
  });

  it('is signed up, and opts out again', async () => {
    await guardian.getByLabel('我问过孩子，孩子自己想去', { exact: true }).first().check();
    const outsiders = guardian.getByLabel('我知道会有外来的团队，同意孩子和他们一起活动', { exact: true });
    if ((await outsiders.count()) > 0) await outsiders.first().check();
    await button(guardian, '替孩子报名').first().click();
    await message(guardian, '报好名了。孩子改变主意，随时可以不来。');
    await guardian.getByText('已经报名', { exact: true }).waitFor();
    await picture(guardian, 'guardian-signed-up-390-zh');
    await button(guardian, '这次不来了').click();
    await message(guardian, '好的，这次不来。');
    await guardian.getByText('已经报名', { exact: true }).waitFor({ state: 'detached' });
  });
});
