// A child opened to three readers outside: by a worker at the desk for a partner agency, read there, by a company on a phone and by
// an expert; gone for each when the guardian, on a phone of their own, takes the word back.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { heard } from '../../server/src/testing/ledger-sitting.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, signIn, words } from '../support/page.js';

const CHILDREN = '{ children(first: 50) { edges { node { id } } } }';
const LEDGER = 'query ($id: ID!) { consentLedger(childId: $id) { guardians { id } lines { purpose } } }';
const READERS = '{ shareReaders { id audience } }';
const OPEN = 'mutation ($i: OpenShareInput!) { outcome: openShare(input: $i) { __typename } }';
const ASK =
  'mutation ($i: AskByLinkInput!) { asked: askByLink(input: $i) { __typename ... on ConsentAsked { path } } }';
const UNTIL = '2027-06-30';
const GONE = '这个家庭现在不分享更多。谢谢您的体谅。';
const SHOWN = /岁/;
const ASKED = [
  { purpose: 'PARTNER', audience: 'PARTNER', role: 'REFERRER', path: '/agency/opened-to-partner', on: 'desk' },
  { purpose: 'EXPERT_ADVICE', audience: 'EXPERT', role: 'EXPERT', path: '/agency/opened-to-expert', on: 'desk' },
  { purpose: 'ACTIVITY', audience: 'COMPANY', role: 'CSR_COORDINATOR', path: '/company/children', on: 'phone' },
] as const;
/** What stands above each question on the guardian's page. */
const QUESTIONS = ['与别的机构合作', '请专家出主意', '一起参加活动'] as const;

describe('a child opened to readers outside', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: TestClient;
  let childId: string;
  let shown: number[];
  const readers: Page[] = [];
  beforeAll(async () => {
    platform = await startDemoApp();
    worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    childId = await neverAsked();
    for (const [at, { purpose, audience }] of ASKED.entries()) {
      const yes = { says: 'YES' } as const;
      const sitting = { requestId: `shared-child-${String(at)}`, guardian: yes, child: yes };
      expect(await heard(worker, childId, { purpose, audience, until: UNTIL }, sitting)).toBe('ConsentLedger');
    }
    browser = await StoryBrowser.open();
    for (const { role, on } of ASKED) {
      const reader = await browser.visit(platform.address, { on });
      await signIn(reader, demoLogin(role), DEMO_PASSWORD);
      readers.push(reader);
    }
    shown = await Promise.all(ASKED.map((_, at) => readBy(at)));
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('is opened by a worker, for one person whom they name and until a day', async () => {
    const desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await desk.goto(`/agency/children/${encodeURIComponent(childId)}/consents`);
    await button(desk, '打开给一个人看').click();
    await desk.getByLabel('给谁看').selectOption({ label: '罗荫 · 合作机构' });
    await desk.getByLabel('单位').fill('河湾社区社工站');
    await desk.getByLabel('到哪一天为止').fill('2027-03-31');
    await picture(desk, 'share-form-1440-zh');
    expect(await violations(desk, 'opening a child')).toEqual([]);
    await button(desk, '打开').click();
    await words(desk, '罗荫 · 河湾社区社工站 · 合作机构');
    await button(desk, '关上').waitFor();
    await desk.context().close();
    const { shareReaders } = await worker.data<{ shareReaders: { id: string; audience: string }[] }>(READERS);
    for (const audience of ['EXPERT', 'COMPANY']) {
      const personId = shareReaders.find((one) => one.audience === audience)?.id;
      const share = { childId, personId, audience, organisation: '晨光', until: '2027-03-31', requestId: audience };
      const { outcome } = await worker.data<{ outcome: { __typename: string } }>(OPEN, { i: share });
      expect(outcome.__typename).toBe('ChildShare');
    }
  });

  it('is read by each of them, as far as the family agreed', async () => {
    for (const [at, { path }] of ASKED.entries()) {
      expect([path, (await readBy(at)) - (shown[at] ?? 0)]).toEqual([path, 1]);
      const page = readers[at];
      if (!page) throw new Error(`nobody reads ${path}`);
      await page.getByText(SHOWN).first().waitFor();
      await picture(page, `opened-to-${String(at)}-zh`);
      expect(await violations(page, path)).toEqual([]);
    }
  });

  it('is gone at the next request of each when the guardian takes the word back', async () => {
    const gone = await Promise.all(ASKED.map((_, at) => withoutMore(at)));
    const { consentLedger } = await worker.data<{ consentLedger: { guardians: { id: string }[] } }>(LEDGER, {
      id: childId,
    });
    const i = { childId, guardianId: consentLedger.guardians[0]?.id, purpose: 'PARTNER', audience: 'PARTNER' };
    const { asked } = await worker.data<{ asked: { path: string } }>(ASK, { i: { ...i, until: UNTIL } });
    const guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(asked.path);
    for (const question of QUESTIONS) {
      const title = guardian.getByRole('heading', { level: 3, name: question });
      const card = guardian.locator('section > div').filter({ has: title });
      await card.getByRole('button', { name: '全部收回', exact: true }).click();
      await guardian.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click();
      await card.getByText('您没有同意，谁也看不到').waitFor();
    }
    for (const [at, { path }] of ASKED.entries()) {
      expect([path, (await withoutMore(at)) - (gone[at] ?? 0)]).toEqual([path, 1]);
    }
    const [partner] = readers;
    if (partner) await picture(partner, 'opened-to-0-gone-zh');
    expect(browser.faults).toEqual([]);
  });

  /** A child that lives in a household and whom nobody has asked about anything yet. */
  async function neverAsked(): Promise<string> {
    const { children } = await worker.data<{ children: { edges: { node: { id: string } }[] } }>(CHILDREN);
    for (const { node } of children.edges) {
      interface Found {
        readonly consentLedger: { readonly guardians: readonly object[]; readonly lines: readonly object[] };
      }
      const { consentLedger } = await worker.data<Found>(LEDGER, node);
      if (consentLedger.guardians.length > 0 && consentLedger.lines.length === 0) return node.id;
    }
    throw new Error('every family of the demo was asked something');
  }

  /** How many children stand on the page of a reader now. */
  async function readBy(at: number): Promise<number> {
    const page = readers[at];
    if (!page) throw new Error(`nobody reads ${ASKED[at]?.path ?? ''}`);
    await page.goto(ASKED[at]?.path ?? '');
    await heading(page, '给我看的孩子');
    await words(page, '请不要转发，也不要打听孩子是谁。');
    return page.getByRole('article', { name: /^化名以/ }).count();
  }

  async function withoutMore(at: number): Promise<number> {
    await readBy(at);
    return readers[at]?.getByText(GONE).count() ?? 0;
  }
});
