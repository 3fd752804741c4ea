// An agreement from its first text to the page that says whether it holds: written and released at the desk, signed on a
// phone, countersigned, read by eligibility, printed, checked by a stranger, and left (H7).
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { addKnownVolunteers } from '../../server/src/testing/known-volunteers.js';
import { pdfText } from '../../server/src/testing/pdf-text.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const NAME = '许诺';
const OWN_PASSWORD = '周六下午去读书，每周都去';

describe('an agreement with a volunteer', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let lead: Page;
  let phone: Page;
  let paper: string;
  beforeAll(async () => {
    platform = await startTestApp();
    await addKnownVolunteers(platform.app, await staffedAgency(platform), [{ name: NAME, phone: '+8613800000001' }]);
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    lead = await browser.visit(platform.address);
    await signIn(worker, STAFF.worker.identifier, TEST_PASSWORD);
    await signIn(lead, STAFF.supervisor.identifier, TEST_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };

  it('begins with a text: the lead changes what is there to begin with, keeps it, and releases it', async () => {
    await lead.goto('/agency/agreements/texts');
    await heading(lead, '协议的文本');
    await words(lead, '还没有发布过。发布第一版以后，就可以请人签了。');
    await lead.getByLabel('签好以后有效多少天').fill('7');
    await button(lead, '存成草稿').click();
    await message(lead, '草稿存好了。');
    await words(lead, '草稿还不能发布：');
    await words(lead, '要在 30 到 730 之间');
    await lead.getByLabel('签好以后有效多少天').fill('365');
    await button(lead, '存成草稿').click();
    await words(lead, '发布第 1 版');
    await picture(lead, 'agreement-text-1440-zh');
    await clean(lead);
    await button(lead, '发布，以后签这一版').click();
    await message(lead, '新的一版已经发布。');
    await words(lead, '现在签的是这一版');
  });

  it('is offered from the volunteer’s page, every blank filled in', async () => {
    await worker.goto('/agency/volunteers');
    await link(worker, NAME).click();
    await heading(worker, NAME);
    await worker.getByText('请对方签一份协议').click();
    await button(worker, '请对方签').click();
    await words(worker, '这一格会写进协议，请填上。');
    await worker.getByLabel('服务内容').fill('陪一个孩子读书');
    await worker.getByLabel('服务地点').fill('社工站');
    await worker.getByLabel('服务时间').fill('每周六下午');
    await button(worker, '请对方签').click();
    await message(worker, '已经请对方签，对方打开页面就能看到。');
    await words(worker, /等：志愿者本人.机构/);
    await picture(worker, 'agreement-offered-1440-zh');
    await clean(worker);
    await button(worker, '邀请开通账号').click();
    await button(worker, '发出邀请').click();
    await message(worker, '邀请发出去了。');
  });

  it('is read in plain words and in full on the phone, and signed with a finger', async () => {
    phone = await browser.visit(platform.address, { on: 'phone' });
    await followNewest(phone, platform, '/join/');
    await phone.getByLabel('给自己设一个密码', { exact: true }).fill(OWN_PASSWORD);
    await phone.getByRole('checkbox').check();
    await button(phone, '开通账号').click();
    await phone.waitForURL('**/volunteer');
    await link(phone, /^我的志愿服务协议/).click();
    await heading(phone, '我的志愿服务协议');
    await words(phone, '您随时可以停下来，不需要理由。');
    await words(phone, '二、服务的地点和时间：社工站，每周六下午。');
    await button(phone, '我同意，签名').click();
    await words(phone, '请在这里写下签名，或者选“输入姓名”。');
    await picture(phone, 'agreement-sign-390-zh');
    await clean(phone);
    await draw(phone);
    await button(phone, '我同意，签名').click();
    await message(phone, '签好了，谢谢您。机构签了以后就生效。');
    await words(phone, '等机构签');
    await clean(phone);
  });

  it('lets nobody serve before the agency’s hand is below it; with it, the same day', async () => {
    const finding = worker.getByRole('listitem').filter({ hasText: '志愿服务协议' }).first();
    await worker.reload();
    await heading(worker, NAME);
    await finding.getByText('还没有').waitFor();
    await lead.goto('/agency/agreements');
    await heading(lead, '协议');
    await picture(lead, 'agreements-1440-zh');
    await clean(lead);
    await lead.getByRole('main').getByRole('link', { name: NAME }).click();
    await heading(lead, `${NAME} · 志愿服务协议`);
    await words(lead, '代表机构签');
    await lead.getByLabel('输入姓名').check();
    await picture(lead, 'agreement-countersign-1440-zh');
    await clean(lead);
    await button(lead, '代表机构签名').click();
    await message(lead, '签好了，协议从今天起生效。');
    await words(lead, '生效中');
    await worker.reload();
    await heading(worker, NAME);
    await finding.getByText('有效', { exact: true }).waitFor();
  });

  it('is taken along as a PDF, whose number and code tell a stranger one word and no name', async () => {
    await phone.reload();
    await words(phone, '生效中');
    await picture(phone, 'agreement-in-force-390-zh');
    const waiting = phone.waitForEvent('download');
    await button(phone, '下载 PDF').click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^tongxing-agreement-[0-9A-Z]{4}-[0-9A-Z]{4}\.pdf$/);
    const text = pdfText(readFileSync(await download.path()));
    paper = /\/verify\/agreement\/([0-9A-Z-]+\/[0-9A-Z-]+)/.exec(text.replace(/\s/g, ''))?.[1] ?? '';
    const stranger = await browser.visit(platform.address, { on: 'phone' });
    await stranger.goto(`/verify/agreement/${paper.slice(0, 19)}`);
    await heading(stranger, '这份协议还有效吗？');
    await words(stranger, '这份协议现在有效');
    expect(await allText(stranger)).not.toContain(NAME);
    await picture(stranger, 'agreement-check-390-zh');
    await clean(stranger);
    await link(stranger, '核对另一份').click();
    await stranger.getByLabel('协议上的编号').fill('AAAA-AAAA');
    await stranger.getByLabel('协议上的核对码').fill('bbbb bbbb');
    await button(stranger, '核对').click();
    await words(stranger, '没有一份有效的协议用这个编号和核对码');
  });

  it('is left by the volunteer at any time, and then nobody reads that it holds', async () => {
    await button(phone, '退出这份协议').click();
    await button(phone, '确定退出').click();
    await message(phone, '记下了，谢谢您做过的一切。');
    await words(phone, '已经结束');
    const stranger = await browser.visit(platform.address, { on: 'phone' });
    await stranger.goto(`/verify/agreement/${paper.slice(0, 19)}`);
    await words(stranger, '没有一份有效的协议用这个编号和核对码');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});

/** A finger on the field. */
async function draw(page: Page): Promise<void> {
  const field = page.locator('[data-signature="pad"]');
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
