// Devices: one's own list on the account page, signed out from afar, felt by the next step over there.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

describe('the devices of an account', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let phone: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    await staffedAgency(platform);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const rows = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem');

  it('are listed by names that people know, this one marked', async () => {
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, DIRECTOR.identifier, TEST_PASSWORD);
    desk = await browser.visit(platform.address);
    await signIn(desk, DIRECTOR.identifier, TEST_PASSWORD);
    await desk.goto('/agency/account');
    await heading(desk, '我的账号');
    await words(desk, '登录着的设备');
    const list = rows(desk, '登录着的设备');
    await list.nth(1).waitFor();
    expect(await list.filter({ hasText: '就是这台' }).count()).toBe(1);
    await list.filter({ hasText: '就是这台' }).getByText('Chrome，Linux', { exact: true }).waitFor();
    await picture(desk, 'devices-desk-zh');
    expect((await new AxeBuilder({ page: desk }).setLegacyMode().analyze()).violations).toEqual([]);
  });

  it('are signed out one by one: the phone asks for a password at its next step', async () => {
    await rows(desk, '登录着的设备').filter({ hasNotText: '就是这台' }).getByRole('button').click();
    await message(desk, '那台设备已经退出。');
    await rows(desk, '登录着的设备').nth(1).waitFor({ state: 'detached' });
    await phone.goto('/agency/account');
    await phone.waitForURL('**/sign-in?**');
  });

  it('reads well in English on the phone of a donor, who signs out everywhere', async () => {
    const donor = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    const other = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    for (const page of [donor, other]) await signIn(page, STAFF.donor.identifier, TEST_PASSWORD);
    await donor.goto('/donor/account');
    await rows(donor, 'Devices that are signed in')
      .filter({ hasText: 'This one' })
      .getByText('Chrome, Linux')
      .waitFor();
    await picture(donor, 'devices-390-en');
    expect((await new AxeBuilder({ page: donor }).setLegacyMode().analyze()).violations).toEqual([]);
    await button(donor, 'Sign out all devices, this one too').click();
    await donor.waitForURL('**/sign-in?**');
    await other.goto('/donor/account');
    await other.waitForURL('**/sign-in?**');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
