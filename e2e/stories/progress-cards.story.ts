// A card on a child's progress: written at the desk with marks, read and released by a colleague, read by the donor on a
// phone, and gone at the donor's next request when the guardian takes the family's word back.
import type { Page } from 'playwright-core';
import type { ChildId } from '@tongxing/shared/kernel';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { agencyAndChildOf, familyWithdraws } from '../../server/src/testing/sponsored-child.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, signIn } from '../support/page.js';

const CARDS = '{ progressCards(state: RELEASED, first: 50) { edges { node { childId title } } } }';
const TITLE = '一盏自己做的灯';

describe('a progress card', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let childId: string;
  let cardPath: string;
  let donor: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    const worker = platform.client();
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

  it('is released by somebody else', async () => {
    const desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await desk.goto(cardPath);
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

  it('is gone with the guardian’s word, at the next request', async () => {
    const { agencyId, id } = await agencyAndChildOf(platform.app, childId);
    await familyWithdraws(platform.app, agencyId, id satisfies ChildId);
    await donor.reload();
    await donor.getByText('这个家庭现在不分享孩子的近况。').waitFor();
    expect(await donor.getByText(TITLE).count()).toBe(0);
    await picture(donor, 'donor-card-withdrawn');
  });
});
