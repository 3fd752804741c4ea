// A worker filters a list, keeps the view, opens it by its address on another device, works by keyboard alone, moves three
// children to another office and takes it back, and takes the list along; the workbook is read back.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import type { OfficeId } from '@tongxing/shared/kernel';
import { addOpenOffice, childrenOf } from '../../server/src/testing/office-rows.js';
import { addChildRecord, addPerson } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';
import { settled } from '../support/settled.js';

const NAMES = ['=王小明', '欧阳𬭎', '吕布', '阿卜杜·热合曼', '林青禾'];

let platform: TestApp;
let south: OfficeId;
let browser: StoryBrowser;
let desk: Page;
let address: string;
beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  const agencyId = await staffedAgency(platform);
  south = await addOpenOffice(app, agencyId, '南站');
  for (const name of NAMES) {
    await addChildRecord(app, agencyId, await addPerson(app, agencyId, { name, roles: [] }));
  }
  browser = await StoryBrowser.open();
});
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

const inSouth = () => childrenOf(platform.app, south);
/** Presses Tab until something that is called so has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const element = document.activeElement;
      return element instanceof HTMLElement ? (element.getAttribute('aria-label') ?? element.innerText).trim() : '';
    });
    if (now === name) return;
  }
  throw new Error(`eighty presses of Tab did not reach ${name}`);
}
const headers = (page: Page) => page.getByRole('columnheader').allInnerTexts();
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('one frame for every list', () => {
  it('keeps filters and columns of a worker as a view', async () => {
    desk = await browser.visit(platform.address, { language: 'zh-CN' });
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await desk.goto('/agency/children');
    await heading(desk, '儿童');
    await button(desk, '在等陪伴者').click();
    await desk.waitForURL(/waiting=true/);
    await button(desk, '显示哪些列').click();
    await desk.getByLabel('住的地方', { exact: true }).check();
    await desk.getByLabel('会说的话', { exact: true }).uncheck();
    await desk.keyboard.press('Escape');
    await words(desk, NAMES[1] ?? '');
    expect(await headers(desk)).toEqual(['姓名和化名', '陪伴', '希望有人一起', '登记的日子', '住的地方']);
    await button(desk, '视图').click();
    await button(desk, '把现在的样子存成视图').click();
    await desk.getByLabel('视图的名字', { exact: true }).fill('在等的孩子');
    await button(desk, '存成视图').click();
    await message(desk, '存好了。');
    await button(desk, '视图：在等的孩子').waitFor();
    address = new URL(desk.url()).pathname + new URL(desk.url()).search;
    await settled(desk);
    expect(await violations(desk, '/agency/children')).toEqual([]);
    await picture(desk, 'lists-children-1440-zh');
  });

  it('opens the view by its address on another device, in English', async () => {
    const other = await browser.visit(platform.address, { language: 'en' });
    await signIn(other, STAFF.worker.identifier, TEST_PASSWORD);
    await other.goto(address);
    await button(other, 'View: 在等的孩子').waitFor();
    expect(await headers(other)).toHaveLength(5);
    expect(await button(other, 'Waits for a companion').getAttribute('aria-pressed')).toBe('true');
    await button(other, 'View: 在等的孩子').click();
    await button(other, 'Share with colleagues').waitFor();
    expect(await violations(other, '/agency/children')).toEqual([]);
    await picture(other, 'lists-views-1440-en');
    await other.context().close();
  });

  it('is walked, picked and moved by keyboard alone, and taken back', async () => {
    await desk.keyboard.press('?');
    await desk.getByRole('dialog', { name: '这份名单的快捷键' }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('/');
    expect(await desk.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await desk.keyboard.press('Tab');
    for (const name of NAMES.slice(0, 3)) {
      await desk.keyboard.press('j');
      expect(await focusedName(desk)).toContain(name);
      await desk.keyboard.press('x');
    }
    await desk.getByRole('status').getByText('选上了 3 名').waitFor();
    await picture(desk, 'lists-bulk-1440-zh');
    await tabTo(desk, '转到服务点');
    await desk.keyboard.press('Enter');
    await desk.getByLabel('转到哪里', { exact: true }).waitFor();
    await desk.getByLabel('转到哪里', { exact: true }).focus();
    await desk.keyboard.press('Enter');
    await tabTo(desk, '转过去');
    await desk.keyboard.press('Enter');
    await message(desk, '3 名孩子转到了南站。');
    expect(await inSouth()).toBe(3);
    await tabTo(desk, '撤销');
    await desk.keyboard.press('Enter');
    await message(desk, '撤回了，3 名都回到原来的样子。');
    expect(await inSouth()).toBe(0);
  });

  it('is taken along as a workbook, which says what the page says and runs nothing', async () => {
    await settled(desk);
    const [download] = await Promise.all([desk.waitForEvent('download'), desk.keyboard.press('e')]);
    expect(download.suggestedFilename()).toBe('儿童.xlsx');
    const read: unknown = await readXlsx(readFileSync(await download.path()));
    const [sheet] = read as readonly { readonly data: readonly (readonly unknown[])[] }[];
    const [head, ...rows] = sheet?.data ?? [];
    expect(head).toEqual(['姓名', '化名', '陪伴', '希望有人一起', '登记的日子', '住的地方']);
    expect(rows.map(([name]) => name)).toEqual(["'=王小明", ...NAMES.slice(1)]);
    expect(browser.faults).toEqual([]);
  });
});
