// A roster as spreadsheets really are: two sheets, a header nobody knows, two rows with a slip; mended on the page,
// imported, and taken back. Then a thousand children with their families, the same way.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import writeExcelFile from 'write-excel-file/node';
import type { Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { DIRECTOR, SAMPLES, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const HEAD = ['姓名', '本人号码', '出生日期', '性别', '空闲时间'];
const TIMES = '周六 09:00-11:00';
const ROWS = [
  ['林青禾', '19900007001', '1990-05-06', '女', TIMES],
  ['周小满', '1990000', '1991-02-03', '女', '同上'],
  ['吴立冬', '19900007003', '去年', '男', '同上'],
];

let platform: TestApp;
let browser: StoryBrowser;
let director: Page;
let workbook: Buffer;
/** Where the large samples are written for this run. */
let folder: string;
beforeAll(async () => {
  platform = await startTestApp({ ALLOW_LIST: 'true' });
  await staffedAgency(platform);
  browser = await StoryBrowser.open();
  const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
    sheet: name,
    data: rows.map((row) => row.map((value) => ({ value }))),
  });
  const sheets = [
    sheet('说明', [['请看后面两张']]),
    sheet('2025', [HEAD, ROWS[0] ?? []]),
    sheet('2026', [HEAD, ...ROWS]),
  ];
  workbook = await writeExcelFile(sheets).toBuffer();
  folder = mkdtempSync(join(tmpdir(), 'tongxing-samples-'));
  execFileSync(process.execPath, [join(SAMPLES, 'big.mjs'), '--out', folder]);
});
afterAll(async () => {
  await browser.close();
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => ({
  name: '志愿者.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: workbook,
});

it('a workbook with two rosters asks which one, and keeps the file that was chosen', async () => {
  director = await browser.visit(platform.address);
  await signIn(director, DIRECTOR.identifier, TEST_PASSWORD);
  await director.goto('/agency/imports');
  await heading(director, '导入名单');
  await director.getByRole('radio', { name: '志愿者名单' }).check();
  await director.getByLabel('选一个 XLSX 或 CSV 文件，或者拖到这里').setInputFiles(file());
  await button(director, '上传并检查').click();
  await words(director, '工作簿里有几张工作表都像这种名单。');
  await picture(director, 'import-sheets-1440-zh');
  expect(await violations(director, '/agency/imports')).toEqual([]);
  await director.getByRole('radio', { name: '2026' }).check();
  await director.getByLabel('本人号码').selectOption({ label: '电话' });
  await picture(director, 'import-columns-1440-zh');
  expect(await violations(director, '/agency/imports')).toEqual([]);
  await button(director, '上传并检查').click();
  await heading(director, '志愿者.xlsx');
  await words(director, '按 XLSX 读取');
});

it('two rows with a slip are mended where they stand, each judged again', async () => {
  await button(director, '需要看一看 2').waitFor();
  await director.getByText('在这里改第 3 行').click();
  const phone = director.getByRole('textbox', { name: '电话' });
  await button(director, '保存这一行').click();
  await message(director, '请先改一改，再保存。');
  await phone.fill('199 0000 7002');
  await picture(director, 'import-mend-1440-zh');
  expect(await violations(director, '/agency/imports/:id')).toEqual([]);
  await button(director, '保存这一行').click();
  await message(director, '第 3 行可以导入了。');
  await button(director, '需要看一看 1').waitFor();
  await director.getByText('在这里改第 4 行').click();
  await director.getByRole('textbox', { name: '出生日期' }).fill('1992年7月8日');
  await button(director, '保存这一行').click();
  await button(director, '可以导入 3').waitFor();
  await button(director, /^导入 3 行/).click();
  await words(director, '3 个人已经导入，等第二个人确认。');
});

it('a worker may not take it back, the director may, and everybody of it is gone', async () => {
  const address = new URL(director.url()).pathname;
  const worker = await browser.visit(platform.address, { on: 'phone', language: 'en' });
  await signIn(worker, STAFF.worker.identifier, TEST_PASSWORD);
  await worker.goto(address);
  await heading(worker, '志愿者.xlsx');
  expect(await button(worker, /Take the whole roster back|撤回整份名单/).count()).toBe(0);
  await director.goto('/agency/volunteers');
  await link(director, '周小满').waitFor();
  await director.goto(address);
  await button(director, '撤回整份名单').click();
  const dialog = director.getByRole('dialog');
  await dialog.getByText('这份名单导入的 3 个人').waitFor();
  await picture(director, 'import-undo-1440-zh');
  await dialog.getByRole('button', { name: '撤回整份名单' }).click();
  await words(director, '撤回了这份名单，导入的人都已经删去');
  await director.goto('/agency/volunteers');
  await heading(director, '志愿者');
  expect(await link(director, '周小满').count()).toBe(0);
});

it('a thousand children come with their families, two rows of them mended, and all of it goes back', async () => {
  const sample = (name: string) => readFileSync(join(folder, name));
  const expected = JSON.parse(sample('big-expected.json').toString()) as { children: { valid: number; bad: number } };
  const rows = parse(sample('big-children.csv').toString().slice(1), { columns: true }) as Record<string, string>[];
  /** Line of the row whose cell says so: the header stands on the first. */
  const lineOf = (header: string, cell: string) => rows.findIndex((row) => row[header] === cell) + 2;
  const mends = [
    { line: lineOf('家庭类型', '普通'), field: '家庭类型', right: '双亲' },
    { line: lineOf('家庭人口', '很多'), field: '家里几口人', right: '4' },
  ];
  const { valid, bad } = expected.children;

  await director.goto('/agency/imports');
  await heading(director, '导入名单');
  await director.getByRole('radio', { name: '儿童和家庭名单' }).check();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await director
    .getByLabel('选一个 XLSX 或 CSV 文件，或者拖到这里')
    .setInputFiles({ name: '儿童和家庭.xlsx', mimeType, buffer: sample('big-children.xlsx') });
  await director.getByText('各列是什么').waitFor();
  await button(director, '上传并检查').click();
  await heading(director, '儿童和家庭.xlsx');
  await button(director, `需要看一看 ${bad}`).waitFor();
  for (const [index, { line, field, right }] of mends.entries()) {
    await director.getByText(`在这里改第 ${line} 行`).click();
    await director.getByRole('textbox', { name: field }).fill(right);
    await button(director, '保存这一行').click();
    await message(director, `第 ${line} 行可以导入了。`);
    await button(director, `需要看一看 ${bad - index - 1}`).waitFor();
  }
  await picture(director, 'import-families-1440-zh');
  const all = (valid + mends.length).toLocaleString('zh-CN');
  await button(director, new RegExp(`^导入 ${all} 行`)).click();
  await words(director, `${all} 个人已经导入，等第二个人确认。`);
  await button(director, '撤回整份名单').click();
  await director.getByRole('dialog').getByRole('button', { name: '撤回整份名单' }).click();
  await words(director, '撤回了这份名单，导入的人都已经删去');
});
