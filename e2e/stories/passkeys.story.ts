// Passkeys in Chromium, with an authenticator of its own: made with the guide, then in with it, with and without password.
import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { askForNoFactor } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const MINUTE = 60_000;

/** A passkey belongs to an address, so the port has to be known before the start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The device's own authenticator: it recognises its owner, and can be told not to. */
class Device {
  private constructor(
    private readonly send: (method: 'WebAuthn.setUserVerified', isUserVerified: boolean) => Promise<unknown>,
    private readonly count: () => Promise<number>,
  ) {}

  static async of(page: Page): Promise<Device> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Device(
      (method, isUserVerified) => cdp.send(method, { authenticatorId, isUserVerified }),
      async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    );
  }

  async recognises(owner: boolean): Promise<void> {
    await this.send('WebAuthn.setUserVerified', owner);
  }

  passkeys(): Promise<number> {
    return this.count();
  }
}

describe('passkeys', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let address: string;
  let desk: Page;
  let device: Device;
  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}`;
    platform = await startTestApp({ ALLOW_LIST: 'true', PORT: String(port), PUBLIC_URL: address });
    await staffedAgency(platform);
    await askForNoFactor(platform.app, DIRECTOR.identifier);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
  const signOut = async (page: Page) => {
    await page.goto('/agency/account');
    await button(page, '退出登录').last().click();
    await page.waitForURL((url) => url.pathname === '/sign-in' || url.pathname === '/');
  };

  it('are made with the guide, under a name', async () => {
    desk = await browser.visit(address);
    device = await Device.of(desk);
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await desk.goto('/protect');
    await button(desk, '用通行密钥').click();
    await field(desk, '现在的密码').fill(TEST_PASSWORD);
    await button(desk, '下一步').click();
    await heading(desk, '做一个通行密钥');
    expect(await violations(desk, '/protect passkey')).toEqual([]);
    await picture(desk, 'protect-passkey-1440-zh');
    await button(desk, '做一个通行密钥').click();
    await words(desk, '请起个名字。');
    await field(desk, '给它起个名字').fill('办公室电脑');
    await button(desk, '做一个通行密钥').click();
    await heading(desk, '留好恢复码');
    expect(await device.passkeys()).toBe(1);
    await field(desk, '我已经留好了，知道它们不会再显示').check();
    await button(desk, '完成').click();
    await link(desk, '查看我的账号').click();
    await words(desk, '办公室电脑');
    expect(await violations(desk, '/agency/account')).toEqual([]);
  });

  it('take the second step after the password', async () => {
    await signOut(desk);
    await desk.goto('/sign-in');
    await field(desk, '手机号或邮箱').fill(STAFF.worker.identifier);
    await field(desk, '密码').fill(TEST_PASSWORD);
    await button(desk, '登录').click();
    await heading(desk, '再确认一步');
    expect(await violations(desk, '/sign-in/confirm')).toEqual([]);
    await picture(desk, 'second-step-passkey-1440-zh');
    await button(desk, '用通行密钥').click();
    await desk.waitForURL('**/agency');
  });

  it('sign in without a password; an unrecognised hand does not', async () => {
    await signOut(desk);
    await desk.goto('/sign-in');
    await picture(desk, 'sign-in-passkey-1440-zh');
    expect(await violations(desk, '/sign-in')).toEqual([]);
    await device.recognises(false);
    await button(desk, '用通行密钥登录').click();
    await words(desk, '没有用上通行密钥。可以再试一次，或者用密码登录。');
    await device.recognises(true);
    await button(desk, '用通行密钥登录').click();
    await desk.waitForURL('**/agency');
    await heading(desk, '今天');
  });

  it('show again that it is their owner, before one is taken away', async () => {
    platform.clock.advance(11 * MINUTE);
    await desk.goto('/agency/account');
    await button(desk, '移除办公室电脑').click();
    const asked = desk.getByRole('dialog', { name: '移除这道保护' });
    await asked.getByLabel('现在的密码', { exact: true }).fill(TEST_PASSWORD);
    await asked.getByRole('button', { name: '移除', exact: true }).click();
    await desk
      .getByRole('dialog', { name: '再确认一次是您本人' })
      .getByRole('button', { name: '用通行密钥', exact: true })
      .click();
    await message(desk, '移除了。');
    await words(desk, /现在只靠密码/);
  });

  it('that were taken away open nothing, and the page says what to do', async () => {
    await signOut(desk);
    await desk.goto('/sign-in');
    await button(desk, '用通行密钥登录').click();
    await words(desk, '这个通行密钥在这里不能登录。请用密码登录，再到“我的账号”里看一看。');
  });

  it('are made on a phone, in English', async () => {
    const phone = await browser.visit(address, { on: 'phone', language: 'en' });
    await Device.of(phone);
    await signIn(phone, DIRECTOR.identifier, TEST_PASSWORD);
    await phone.goto('/protect?with=passkey');
    await field(phone, 'Current password').fill(TEST_PASSWORD);
    await button(phone, 'Next step').click();
    await heading(phone, 'Make a passkey');
    expect(await violations(phone, '/protect passkey en')).toEqual([]);
    await picture(phone, 'protect-passkey-390-en');
    await field(phone, 'Give it a name').fill('My phone');
    await button(phone, 'Make a passkey').click();
    await heading(phone, 'Keep the recovery codes');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
