// A card on a child's progress: written at the desk with marks, released by a second reader on a phone, read by the donor on
// theirs and taken along as a paper with a number; gone everywhere when the guardian, on a third phone, takes the word back.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { agencyAndChildOf } from '../../server/src/testing/sponsored-child.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { changeUnreleased } from '../../server/src/testing/unreleased-facts.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, signIn, words } from '../support/page.js';

const CARDS = '{ progressCards(state: RELEASED, first: 50) { edges { node { childId title } } } }';
const MINE = `{ sponsoredChildren { id initial open startsOn endsOn ageBand schoolStage interests district
  cards { id title text releasedAt } } }`;
const GUARDIANS = 'query ($id: ID!) { consentLedger(childId: $id) { guardians { id } } }';
const ASK = `mutation ($i: AskByLinkInput!) { asked: askByLink(input: $i) { __typename ... on ConsentAsked { path } } }`;
const TITLE = '一盏自己做的灯';

describe('a progress card', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let childId: string;
  let cardPath: string;
  let donor: Page;
  let number: string;
  let worker: TestClient;
  let reading: TestClient;
  beforeAll(async () => {
    platform = await startDemoApp();
    worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    interface Found {
      readonly progressCards: { readonly edges: readonly { readonly node: { childId: string; title: string } }[] };
    }
    const { progressCards } = await worker.data<Found>(CARDS);
    childId = progressCards.edges.find(({ node }) => node.title === '第一次上台')?.node.childId ?? '';
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('is marked while a worker writes it, and waits for a colleague', async () => {
    const desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await desk.goto(`/agency/children/${encodeURIComponent(childId)}/card`);
    await desk.getByLabel('标题').fill(TITLE);
    await desk.getByLabel('这段时间，孩子长大了什么？').fill('孩子用纸做了一盏灯，打13800138000就能看见。');
    await desk.getByText('像是电话号码').waitFor();
    await picture(desk, 'progress-card-marked');
    await button(desk, '去掉').click();
    await desk.getByText('没有看到会让人认出孩子的地方。').waitFor();
    await button(desk, '写好了，请同事看一看').click();
    await desk.getByText('您写的卡片，由另一位同事来看、来发出。').waitFor();
    cardPath = new URL(desk.url()).pathname;
    expect(await violations(desk, cardPath)).toEqual([]);
    await desk.context().close();
  });

  it('is released by somebody else, on a phone', async () => {
    const desk = await browser.visit(platform.address, { on: 'phone' });
    await signIn(desk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await desk.goto(cardPath);
    await button(desk, '看过了，没有问题').waitFor();
    await picture(desk, 'progress-card-second-reader');
    await button(desk, '看过了，没有问题').click();
    await button(desk, '发给资助人').click();
    await desk.getByText('已发出').first().waitFor();
    await desk.context().close();
  });

  it('is read by the donor on a phone', async () => {
    donor = await browser.visit(platform.address, { on: 'phone' });
    await signIn(donor, demoLogin('DONOR'), DEMO_PASSWORD);
    await donor.getByRole('heading', { name: TITLE }).waitFor();
    expect(await violations(donor, '/donor')).toEqual([]);
    await picture(donor, 'donor-card');
  });

  it('is the same page, byte for byte, whatever changes in the file that was not released', async () => {
    reading = platform.client();
    await reading.signIn(demoLogin('DONOR'), DEMO_PASSWORD);
    const before = await donorSees();
    expect(before.page).toContain(TITLE);
    const about = await agencyAndChildOf(platform.app, childId);
    const looked: string[] = [];
    await changeUnreleased(platform.app, about, async (changed) => {
      looked.push(changed);
      // Each answer of the server, and the whole page once a handful has changed: a page takes a second to draw.
      if (looked.length % 5 === 0) expect([changed, await donorSees()]).toEqual([changed, before]);
    });
    expect(await donorSees()).toEqual(before);
    expect(looked.length).toBeGreaterThan(10);
  });

  it('is taken along as a paper, whose number anybody may ask about', async () => {
    await link(donor, TITLE).click();
    await heading(donor, '成长卡片');
    const [download] = await Promise.all([donor.waitForEvent('download'), button(donor, '存成 PDF').click()]);
    number = /tongxing-(.+)\.pdf/.exec(download.suggestedFilename())?.[1] ?? '';
    expect(await violations(donor, '/donor/cards/:id')).toEqual([]);
    await picture(donor, 'donor-one-card');
    await anybodyReads('这张卡片现在有效');
  });

  it('is gone with the guardian’s word, at the next request: page, message’s link, paper and number', async () => {
    const { consentLedger } = await worker.data<{ consentLedger: { guardians: { id: string }[] } }>(GUARDIANS, {
      id: childId,
    });
    const i = { childId, guardianId: consentLedger.guardians[0]?.id, purpose: 'SPONSORSHIP', audience: 'DONOR' };
    const { asked } = await worker.data<{ asked: { path: string } }>(ASK, { i: { ...i, until: '2027-06-01' } });
    const guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(asked.path);
    await button(guardian, '全部收回').first().click();
    await guardian.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click();
    await words(guardian, '您没有同意，谁也看不到');
    await picture(guardian, 'progress-card-guardian');
    // What stands open on the phone: the paper is refused, and the card goes with it.
    await button(donor, '存成 PDF').click();
    await donor.getByRole('heading', { name: '这里现在没有可以看的卡片' }).waitFor();
    expect(await donor.getByText(TITLE).count()).toBe(0);
    await donor.goto('/donor');
    await donor.getByText('这个家庭现在不分享孩子的近况。').waitFor();
    expect(await donor.getByText(TITLE).count()).toBe(0);
    await picture(donor, 'donor-card-withdrawn');
    await anybodyReads('没有一张有效的卡片用这个编号');
  });

  /** The server's answer, and what the browser made of it. */
  async function donorSees(): Promise<{ readonly answer: string; readonly page: string }> {
    const answer = JSON.stringify(await reading.data(MINE));
    await donor.goto('/donor');
    await donor.getByRole('heading', { name: TITLE }).waitFor();
    return { answer, page: await donor.locator('main').innerHTML() };
  }

  async function anybodyReads(answer: string): Promise<void> {
    const stranger = await browser.visit(platform.address, { on: 'phone' });
    await stranger.goto(`/verify/${number}`);
    await stranger.getByRole('heading', { name: answer }).waitFor();
    expect(await stranger.getByText(TITLE).count()).toBe(0);
    await stranger.context().close();
  }
});
