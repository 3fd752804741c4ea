// A term of activities out of a spreadsheet, with rows as people leave them: looked at, one mended, taken in as drafts,
// confirmed by somebody else. Then the companies that the agency knows, on a phone and in English: invited once confirmed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { inboxOf } from '../../server/src/testing/inbox.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { SAMPLES } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

/** The first spoilt row stands below the header and thirty good ones; the one with a venue of others is the thirteenth. */
const VENUE_LINE = 1 + 30 + 13;

describe('lists of activities and of teams', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let supervisor: Page;
  let address: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const file = (name: string, shown: string) => ({
    name: shown,
    mimeType: 'text/csv',
    buffer: readFileSync(join(SAMPLES, name)),
  });

  it('begin with an empty file to fill in, or with the one that the agency has; every doubtful cell says why', async () => {
    worker = await browser.visit(platform.address, { language: 'zh-CN' });
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await worker.goto('/agency/imports');
    await heading(worker, '导入名单');
    expect(await worker.getByRole('radio', { name: '公司和其他团队' }).count()).toBe(0);
    await worker.getByRole('radio', { name: '活动计划表' }).check();
    const href = await link(worker, '下载空白表格：活动计划表').getAttribute('href');
    const template = await worker.request.get(`${platform.address}${href ?? ''}`);
    expect([template.status(), await template.text()]).toEqual([200, expect.stringContaining('活动名称（title）*')]);
    await worker
      .getByLabel('选一个 XLSX 或 CSV 文件，或者拖到这里')
      .setInputFiles(file('activities.csv', '春季活动.csv'));
    await worker.getByText('各列是什么').waitFor();
    await picture(worker, 'import-activities-columns-1440-zh');
    await button(worker, '上传并检查').click();
    await heading(worker, '春季活动.csv');
    await button(worker, '需要看一看 16').waitFor();
    await words(worker, '这一天不是后面写的那个星期几，请核对');
    await picture(worker, 'import-activities-rows-1440-zh');
    expect(await violations(worker, '/agency/imports/:id')).toEqual([]);
  });

  it('are mended where they stand, and come in as drafts', async () => {
    await worker.getByText(`在这里改第 ${VENUE_LINE} 行`).click();
    await worker.getByRole('textbox', { name: '场地' }).fill('河湾社区活动室');
    await button(worker, '保存这一行').click();
    await message(worker, `第 ${VENUE_LINE} 行可以导入了。`);
    await button(worker, '需要看一看 15').waitFor();
    await button(worker, /^导入 31 行/).click();
    await words(worker, '31 行已经导入，等第二个人确认。');
    address = new URL(worker.url()).pathname;
    await worker.goto('/agency/activities?month=2027-01');
    await heading(worker, '活动');
    await worker
      .getByRole('link', { name: /一起读绘本\(第1次\)/ })
      .first()
      .click();
    await heading(worker, '一起读绘本(第1次)');
    await words(worker, '草稿');
    await picture(worker, 'import-activities-draft-1440-zh');
  });

  it('are looked at by a second person', async () => {
    supervisor = await browser.visit(platform.address, { language: 'zh-CN' });
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await supervisor.goto(address);
    await heading(supervisor, '春季活动.csv');
    await words(supervisor, '日期、时间和场地没有写错，才算完成。');
    await button(supervisor, '我核对过了，确认').click();
    await message(supervisor, '确认好了。这份活动计划表有两个人看过。');
    await link(supervisor, '去看活动').waitFor();
    expect(await violations(supervisor, '/agency/imports/:id')).toEqual([]);
    await picture(supervisor, 'import-activities-confirmed-1440-zh');
  });

  it('of teams, on a phone and in English, invite whoever books once a second person has confirmed', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await phone.goto('/agency/imports');
    await phone.getByRole('radio', { name: 'Companies and other teams' }).check();
    await phone.locator('input[type=file]').setInputFiles(file('teams.csv', 'teams.csv'));
    await picture(phone, 'import-teams-390-en');
    await phone.getByRole('main').getByRole('button').last().waitFor();
    await phone.locator('form button[type=submit]').click();
    await heading(phone, 'teams.csv');
    expect(await violations(phone, '/agency/imports/:id')).toEqual([]);
    await picture(phone, 'import-teams-rows-390-en');
    await button(phone, /^Import 6 rows/).click();
    await words(phone, '6 rows are in and wait for a second person.');
    await picture(phone, 'import-teams-wait-390-en');
    expect(await inboxOf(platform)).not.toContain('lea@yunxi-design.example');
    const director = await browser.visit(platform.address, { language: 'zh-CN' });
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await director.goto(new URL(phone.url()).pathname);
    await words(director, '一确认，邀请就会发到这些邮箱。');
    await button(director, '我核对过了，确认').click();
    await message(director, '确认好了。邀请正在发给各团队的联系人。');
    await picture(director, 'import-teams-confirmed-1440-zh');
    expect(await inboxOf(platform)).toContain('lea@yunxi-design.example');
  });
});
