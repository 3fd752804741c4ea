// Somebody is worried (P34): a donor on a phone whose line is gone, and a supervisor who goes on with it at the desk.
import type { Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const SAID = '河边的小路上，有个穿红外套的孩子一个人坐着哭';
const SAID_LATER = '孩子又回到了河边，身边没有大人';
const NO_LINE = /ERR_INTERNET_DISCONNECTED/;

/** The browser has kept the frame of the pages. */
const shellKept = async (): Promise<void> => {
  await navigator.serviceWorker.ready;
};
/** All that a script, or somebody with the device in hand, reads of what is kept without its key. */
const keptInTheOpen = async (): Promise<string> => {
  const names = await caches.keys();
  const kept = await Promise.all(
    names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
  );
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, kept]);
};

describe('a concern from any page', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let phone: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    await staffedAgency(platform);
    browser = await StoryBrowser.open();
    phone = await browser.visit(platform.address, { on: 'phone' });
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('leads whoever has no account to the card and to the phone', async () => {
    await phone.goto('/concern');
    await heading(phone, '担心一个孩子的安全');
    await link(phone, '用家庭卡说').waitFor();
    expect(await violations(phone, '/concern')).toEqual([]);
  });

  it('is kept on a donor’s phone while there is no line', async () => {
    await signIn(phone, STAFF.donor.identifier, TEST_PASSWORD);
    await link(phone, '担心孩子？').click();
    await heading(phone, '担心一个孩子的安全');
    await phone.getByLabel('您看到、听到了什么？').fill(SAID);
    await phone.evaluate(shellKept);
    await phone.context().setOffline(true);
    await button(phone, '马上告诉他们').click();
    await words(phone, '已经加密存好，一有网络就会自动送出。');
    await picture(phone, 'concern-kept-390-zh');
    expect(await violations(phone, 'kept')).toEqual([]);
  });

  it('outlives the page: opened anew without a line it still waits, and another one can be written', async () => {
    await phone.reload();
    await words(phone, '1 件还在这台设备上，没有送到。');
    await words(phone, '现在没有网络。写下来会加密存在这台设备上，一有网络就送出。');
    await phone.getByLabel('您看到、听到了什么？').fill(SAID_LATER);
    await button(phone, '马上告诉他们').click();
    await words(phone, '2 件还在这台设备上，没有送到。');
    await picture(phone, 'concern-no-line-390-zh');
    expect(await violations(phone, 'without a line')).toEqual([]);
    expect(await phone.evaluate(keptInTheOpen)).not.toContain('红外套');
    // Any other page says that there is no line, and leads here.
    await phone.goto('/donor');
    await heading(phone, '暂时连不上');
    await link(phone, '担心孩子？没有网络也能写').click();
    await words(phone, '2 件还在这台设备上，没有送到。');
  });

  it('is sent once when the line is back', async () => {
    await phone.context().setOffline(false);
    await words(phone, /刚才存着的 2 件已经送到/);
    await phone.goto('/concern');
    await words(phone, '收到了，谢谢您说出来。');
    await picture(phone, 'concern-receipt-390-zh');
  });

  it('is gone on with at the desk: what it is about, and what stands against closing it', async () => {
    const desk = await browser.visit(platform.address);
    await signIn(desk, STAFF.supervisor.identifier, TEST_PASSWORD);
    await desk.goto('/agency/concerns');
    await words(desk, SAID);
    expect(await desk.getByText(SAID).count()).toBe(1);
    const said = desk.getByRole('listitem').filter({ hasText: SAID });
    await said.getByRole('link', { name: '打开，记下每一步', exact: true }).click();
    await heading(desk, '一件安全关切');
    await desk.getByLabel('做了什么，或者要做什么').selectOption('TRIAGED');
    await desk.getByLabel('为什么这样判断？要多快？').fill('天黑以前要找到');
    await button(desk, '记下来').click();
    await message(desk, '记下了。');
    await desk.getByRole('heading', { level: 3, name: /作了判断/ }).waitFor();
    await picture(desk, 'concern-file-1440-zh');
    expect(await violations(desk, '/agency/concerns/:id')).toEqual([]);
    await phone.goto('/concern');
    await words(phone, '负责的人已经看到了。');
    expect(await phone.getByText('天黑以前要找到').count()).toBe(0);
  });

  it('broke nothing but the line', () => {
    expect(browser.faults.filter((fault) => !NO_LINE.test(fault))).toEqual([]);
  });
});
