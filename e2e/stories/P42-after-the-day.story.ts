// P42, P13, P20: from the closing of a team's day to what is left of it: a line on Today, one pack, a certificate that anybody
// may check and learn nothing else, a receipt that the company opens itself, a report of the year, a mistake put right by a
// new edition, and a wish to go on that reaches the desk and opens no gate.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { addLookedBackTeamDay } from '../../server/src/testing/closed-team-day.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { sendDue } from '../../server/src/testing/inbox.js';
import { pdfText } from '../../server/src/testing/pdf-text.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const TEAM = '远山设计（虚构）';
const ROLES = ['CSR_COORDINATOR', 'EMPLOYEE'] as const;

describe('after a team’s day', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let activity: string;
  let desk: Page;
  let company: Page;
  let colleague: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    const [coordinator = '', employee = ''] = await Promise.all(ROLES.map(personOf));
    const wish = { coordinator, team: TEAM, onDate: platform.clock.now().toISOString().slice(0, 10) };
    const minutes = { [employee]: 150, [coordinator]: 90 };
    activity = await addLookedBackTeamDay(platform.app, { ...wish, minutes } as never);
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    company = await browser.visit(platform.address);
    await signIn(company, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    colleague = await browser.visit(platform.address, { on: 'phone' });
    await signIn(colleague, demoLogin('EMPLOYEE'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  async function personOf(role: (typeof ROLES)[number]): Promise<string> {
    const client = platform.client();
    expect(await client.signIn(demoLogin(role), DEMO_PASSWORD)).toBe('Viewer');
    return (await client.data<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id;
  }
  async function downloaded(page: Page, what: Locator): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), what.click()]);
    return readFileSync(await download.path());
  }

  it('the closing brings a line to Today, and the pack is written and sent', async () => {
    await desk.goto(`/agency/activities/${activity}/day`);
    await button(desk, '读过了，结束活动').click();
    await message(desk, '活动结束了。');
    await sendDue(platform);
    await desk.goto('/agency');
    await desk.locator('a[href="/agency/packs"]').first().click();
    await heading(desk, '活动之后');
    await link(desk, new RegExp(TEAM)).click();
    await words(desk, '孩子们很投入');
    await desk.getByLabel('那天怎么样', { exact: true }).fill('大家一起读了十二本书。');
    await desk.getByLabel('带来了什么', { exact: true }).fill('=孩子们挑了下一次要读的书。');
    await words(desk, '没有看到会让人认出孩子的地方。');
    await button(desk, '发给团队').click();
    await message(desk, '发出了，团队的联系人会收到通知。');
  });

  it('a receipt is filed at the desk as it is written, and opened by the company', async () => {
    await desk.getByText('放进一份文件', { exact: true }).click();
    await button(desk, '放进来').click();
    await words(desk, '请写纸上的编号。');
    await desk.getByLabel('编号', { exact: true }).fill('(2026) 0012');
    await desk.getByLabel('纸上的日期', { exact: true }).fill('2026-11-20');
    await desk.getByLabel('纸上写的金额（元）', { exact: true }).fill('12000.50');
    const image = Buffer.from(PIXEL, 'base64');
    const upload = desk.locator('input[type=file]').last();
    await upload.setInputFiles({ name: '捐赠收据.png', mimeType: 'image/png', buffer: image });
    await desk.getByRole('link', { name: '捐赠收据.jpg' }).waitFor();
    await picture(desk, 'team-paper-form-1440-zh');
    expect(await violations(desk, 'a paper')).toEqual([]);
    await button(desk, '放进来').click();
    await message(desk, '放好了，团队的联系人现在看得到。');
    await words(desk, '纸上写的金额：12000.50 元');
    await picture(desk, 'team-papers-1440-zh');
    await company.goto('/company/impact?year=2026');
    const own = company.locator('section').filter({ hasText: TEAM });
    await own.getByText('纸上写的金额：12000.50 元').waitFor();
    const path = await own.getByRole('link', { name: '捐赠收据.jpg' }).getAttribute('href');
    expect(await statusOf(company, path)).toBe(200);
    expect(await statusOf(colleague, path)).not.toBe(200);
    await company.setViewportSize({ width: 390, height: 844 });
    await picture(company, 'impact-papers-390-zh');
    expect(await violations(company, 'impact with papers')).toEqual([]);
    const text = pdfText(await downloaded(company, own.getByRole('link', { name: '下载 PDF' })));
    for (const word of ['捐赠收据', '(2026) 0012', '12000.50', '不是账目']) expect(text).toContain(word);
    const book = await downloaded(company, own.getByRole('link', { name: '下载表格（XLSX）' }));
    expect(book.subarray(0, 2).toString('latin1')).toBe('PK');
    const english = await browser.visit(platform.address, { language: 'en' });
    await signIn(english, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    await english.goto('/company/impact?year=2026');
    await english.getByText('Amount stated on it: 12000.50 yuan').waitFor();
    await picture(english, 'impact-papers-1440-en');
  });

  it('the colleague takes a certificate, and says that they would like to go on; the desk hears of it', async () => {
    await colleague.goto('/volunteer/team-days/after');
    await words(colleague, TEAM);
    const certificate = await downloaded(colleague, link(colleague, '下载服务证明（PDF）').first());
    const number = /\/verify\/service\/([A-Z0-9]+)/.exec(pdfText(certificate).replaceAll(/\s/g, ''))?.[1] ?? '';
    expect(number).not.toBe('');
    const anybody = await browser.visit(platform.address);
    await anybody.goto(`/verify/service/${number}`);
    await words(anybody, '这份服务证明有效');
    await button(colleague, '我想谈一谈').click();
    await words(colleague, '机构知道了，会和您联系。');
    await desk.goto('/agency/packs');
    await words(desk, '想长期陪伴一个孩子的人');
    await picture(desk, 'packs-with-a-wish-1440-zh');
  });

  it('a mistake is put right by a new edition, which says what was wrong', async () => {
    await link(desk, new RegExp(TEAM)).click();
    await desk.getByLabel('前一版哪里错了', { exact: true }).fill('书的数目写错了。');
    await desk.getByLabel('那天怎么样', { exact: true }).fill('大家一起读了十本书。');
    await words(desk, '没有看到会让人认出孩子的地方。');
    await button(desk, '发出更正的一版').click();
    await words(desk, '第 2 版');
    await company.goto('/company/packs');
    await link(company, new RegExp('一起读书')).first().click();
    await words(company, '书的数目写错了。');
    expect(browser.faults).toEqual([]);
  });

  /** As their browser would, but beside the page. */
  const statusOf = async (page: Page, path: string | null): Promise<number> =>
    (await page.request.get(`${platform.address}${path ?? ''}`)).status();
});

/** A picture of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
