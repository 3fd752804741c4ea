// A family's service agreement and a minor's co-signing guardian, as they happen: on the worker's device at the desk, by the
// guardian's own link on a phone, forms that a killed page does not lose, and the paper that everybody keeps (H5, H7).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { demoAgency, volunteerPageOf } from '../../server/src/testing/demo-rows.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { addKnownVolunteers } from '../../server/src/testing/known-volunteers.js';
import { inboxOf } from '../../server/src/testing/inbox.js';
import { pdfText, textBetween } from '../../server/src/testing/pdf-text.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const MINOR = '许小舟';
const CHILDREN = '{ children(first: 50) { edges { node { id name } } } }';
const ABOUT =
  'query ($id: ID!) { consentLedger(childId: $id) { age guardians { name } lines { purpose } } serviceAgreements(childId: $id, language: ZH_CN) { id } }';

interface Family {
  readonly id: string;
  readonly name: string;
  readonly guardian: string;
}

describe('an agreement with a family, and with a minor', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let lead: Page;
  let atDesk: Family;
  let byLink: Family;
  beforeAll(async () => {
    platform = await startDemoApp();
    [atDesk, byLink] = await families(platform);
    const minor = { name: MINOR, birthDate: '2012-05-06' as LocalDate };
    await addKnownVolunteers(platform.app, await demoAgency(platform), [minor]);
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    lead = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await signIn(lead, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const childPath = ({ id }: Family) => `/agency/children/${encodeURIComponent(id)}`;
  const panelOf = (page: Page) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: '家庭服务协议' }) });
  async function offer(to: Family): Promise<void> {
    await worker.goto(childPath(to));
    await heading(worker, to.name);
    const panel = panelOf(worker);
    await panel.getByText('还没有在平台上签过协议。').waitFor();
    await panel.getByText('请对方签一份协议').click();
    await worker.getByLabel('服务内容').fill('每周陪孩子读一次书');
    await worker.getByLabel('负责的社会工作者').fill('林溪');
    // What was typed survives a page that is killed.
    await worker.reload();
    await panel.getByText('请对方签一份协议').click();
    expect(await worker.getByLabel('服务内容').inputValue()).toBe('每周陪孩子读一次书');
    await button(worker, '请对方签').click();
    await message(worker, '已经请对方签，对方打开页面就能看到。');
    await words(worker, /等：监护人.机构/);
  }
  async function countersign(name: string, kind: string): Promise<void> {
    await lead.goto('/agency/agreements');
    await lead
      .getByRole('main')
      .getByRole('link', { name: new RegExp(name) })
      .click();
    await heading(lead, `${name} · ${kind}`);
    await lead.getByLabel('输入姓名').check();
    await button(lead, '代表机构签名').click();
    await message(lead, '签好了，协议从今天起生效。');
  }
  /** The text between its marks, of which the print tells the fingerprint itself. */
  async function fingerprints(page: Page): Promise<readonly [string, string]> {
    const waiting = page.waitForEvent('download');
    await button(page, '下载 PDF').click();
    const text = pdfText(readFileSync(await (await waiting).path()));
    const signs = textBetween(text, '〔正文〕', '〔正文完〕')?.replace(/\s+/gu, '') ?? '';
    const printed = /[0-9a-f]{64}/.exec(text.replace(/\s+/gu, ''))?.[0] ?? '';
    return [createHash('sha256').update(signs).digest('hex'), printed];
  }

  it('is offered on the child’s page, and what was typed there survives a killed page', async () => {
    await offer(atDesk);
    const panel = panelOf(worker);
    await panel.scrollIntoViewIfNeeded();
    await picture(worker, 'service-agreement-child-1440-zh');
    await clean(worker);
  });

  it('is signed by the family’s hand at the desk, half-way through a page that is killed', async () => {
    await worker.setViewportSize({ width: 820, height: 1180 });
    await panelOf(worker).getByRole('link', { name: '服务协议' }).click();
    await heading(worker, `${atDesk.name} · 家庭服务协议`);
    await worker.getByText('监护人在这里，当面签').click();
    await button(worker, '记下监护人的签名').click();
    await words(worker, '请监护人在这里签名。');
    await worker.getByLabel('监护人的姓名').fill(atDesk.guardian);
    await worker.getByLabel('是孩子的什么人').fill('母亲');
    await draw(worker);
    await worker.reload();
    await worker.getByText('监护人在这里，当面签').click();
    expect(await worker.getByLabel('监护人的姓名').inputValue()).toBe(atDesk.guardian);
    await button(worker, '重新签').isEnabled();
    await picture(worker, 'service-agreement-desk-820-zh');
    await clean(worker);
    await button(worker, '记下监护人的签名').click();
    await message(worker, '监护人的签名记下了。');
    await words(worker, '等督导者或机构负责人代表机构签。');
    await countersign(atDesk.name, '家庭服务协议');
    const [own, printed] = await fingerprints(lead);
    expect(own).toBe(printed);
    await worker.setViewportSize({ width: 1440, height: 900 });
  });

  it('stands on the guardian’s card: read, signed, kept and left by their own link', async () => {
    await offer(byLink);
    await worker.goto(`${childPath(byLink)}/consents/new`);
    await heading(worker, `问一问${byLink.name}的家庭`);
    await worker.getByRole('radio', { name: '监护人以后用自己的链接回答' }).click();
    await button(worker, '做一个链接去问').click();
    const address = await worker.getByLabel('监护人的链接', { exact: true }).inputValue();
    const guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(address);
    await heading(guardian, `${byLink.name}的陪伴和您的同意`);
    await guardian.getByRole('heading', { level: 2, name: '社会工作服务协议' }).waitFor();
    await words(guardian, '等您签');
    await draw(guardian);
    await guardian.reload();
    await heading(guardian, `${byLink.name}的陪伴和您的同意`);
    await picture(guardian, 'service-agreement-guardian-390-zh');
    await clean(guardian);
    await button(guardian, '我同意，签名').click();
    await message(guardian, '签好了，谢谢您。');
    await words(guardian, '等机构签');
    await countersign(byLink.name, '家庭服务协议');
    await guardian.reload();
    await words(guardian, '生效中');
    const [own, printed] = await fingerprints(guardian);
    expect(own).toBe(printed);
    await picture(guardian, 'service-agreement-kept-390-zh');
    await button(guardian, '结束这份协议').click();
    await button(guardian, '结束协议').click();
    await message(guardian, '记下了。');
    // Whoever offered it and whoever leads hear of it at once.
    await inboxOf(platform);
    await lead.goto('/agency/notices');
    await words(lead, '有人退出了一份协议');
  });

  it('of a minor is read by the guardian on a phone of 390 px, without an account; a half-signed form survives a killed page', async () => {
    await worker.goto(await volunteerPageOf(platform, '2012-05-06'));
    await heading(worker, MINOR);
    await worker.getByText('请对方签一份协议').click();
    await worker.getByLabel('服务内容').fill('和大人一起布置读书角');
    await worker.getByLabel('服务地点').fill('社工站');
    await worker.getByLabel('服务时间').fill('周六上午');
    await button(worker, '请对方签').click();
    await message(worker, '已经请对方签，对方打开页面就能看到。');
    await worker.getByRole('link', { name: '志愿服务协议' }).first().click();
    await heading(worker, `${MINOR} · 志愿服务协议`);
    await button(worker, '做一个链接').click();
    const address = await worker.getByLabel('监护人的链接', { exact: true }).inputValue();
    const parent = await browser.visit(platform.address, { on: 'phone' });
    await parent.goto(address);
    await heading(parent, `${MINOR}的志愿服务协议`);
    await button(parent, '我同意，签名').click();
    await words(parent, '请写下您是孩子的什么人，例如母亲。');
    await parent.getByLabel('您的姓名').fill('许文');
    await parent.getByLabel('您是孩子的什么人').fill('父亲');
    await parent.reload();
    expect(await parent.getByLabel('您是孩子的什么人').inputValue()).toBe('父亲');
    await draw(parent);
    await picture(parent, 'cosign-390-zh');
  });

  it('reads as well in English, at the desk and on the phone', async () => {
    const english = await browser.visit(platform.address, { language: 'en' });
    await signIn(english, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    for (const [path, name] of [
      ['/agency/agreements', 'agreements-1440-en'],
      ['/agency/agreements?show=force', 'agreements-force-1440-en'],
      ['/agency/agreements/texts', 'agreement-texts-1440-en'],
    ] as const) {
      await english.goto(path);
      await english.getByRole('main').getByRole('heading').first().waitFor();
      await picture(english, name);
    }
    await english.goto('/agency/agreements?show=force');
    await english.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await english.getByRole('heading', { name: 'Signature', exact: true }).first().waitFor();
    await picture(english, 'agreement-1440-en');
    const volunteer = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(volunteer, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await volunteer.goto('/volunteer/agreement');
    await volunteer.getByRole('main').getByRole('heading').first().waitFor();
    await picture(volunteer, 'my-agreement-390-en');
    await volunteer.goto('/verify/agreement');
    await volunteer.getByRole('main').getByRole('heading').first().waitFor();
    await picture(volunteer, 'agreement-check-390-en');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});

/** Two children of nine to thirteen with a guardian, of whom nobody asked and with whose family nothing is signed. */
async function families(platform: TestApp): Promise<[Family, Family]> {
  const client = platform.client();
  await client.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  const { children } = await client.data<{ children: { edges: { node: { id: string; name: string } }[] } }>(CHILDREN);
  const found: Family[] = [];
  for (const { node } of children.edges) {
    const { consentLedger: ledger, serviceAgreements: signed } = await client.data<{
      consentLedger: { age: number; guardians: { name: string }[]; lines: object[] };
      serviceAgreements: object[];
    }>(ABOUT, { id: node.id });
    const [guardian] = ledger.guardians;
    const free = ledger.lines.length === 0 && signed.length === 0 && ledger.age >= 9 && ledger.age <= 13;
    if (guardian && free) found.push({ ...node, guardian: guardian.name });
  }
  const [first, second] = found;
  if (!first || !second) throw new Error('the demo has no two such children');
  return [first, second];
}

/** A finger on the field. */
async function draw(page: Page): Promise<void> {
  const field = page.locator('[data-signature="pad"]').first();
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  const { x, y, width, height } = box;
  await page.mouse.move(x + width * 0.2, y + height * 0.4);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height * 0.7, { steps: 6 });
  await page.mouse.move(x + width * 0.8, y + height * 0.3, { steps: 6 });
  await page.mouse.up();
}
