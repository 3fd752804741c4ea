// What axe cannot see: the way by keyboard alone. And that axe sees at all what the faces' story asks it on every page.
import type { Page } from 'playwright-core';
import { StoryBrowser } from '../support/browser.js';
import { startDemoServer, type DemoServer } from '../support/demo-server.js';
import { DEMO_PASSWORD, FACES } from '../support/faces.js';
import { heading, signIn } from '../support/page.js';
import { settled } from '../support/settled.js';
import { open } from '../support/walk.js';
import { violations } from './violations.js';

let server: DemoServer;
let browser: StoryBrowser;
beforeAll(async () => {
  server = await startDemoServer();
  browser = await StoryBrowser.open();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('what is planted', () => {
  /** What is found once this stands at the end of the page's main part. */
  async function withPlanted(html: string): Promise<readonly string[]> {
    const page = await browser.visit(server.address);
    await open(page, '/terms');
    await page.evaluate((planted) => document.querySelector('main')?.insertAdjacentHTML('beforeend', planted), html);
    const found = await violations(page, '/terms');
    await page.context().close();
    return found;
  }

  it('is found: axe looks, and looks at width and ids too', async () => {
    const found = await withPlanted('<p id="main">!</p><img src="/mark.svg" style="width: 200vw">');
    expect(found.some((line) => line.includes('image-alt'))).toBe(true);
    expect(found.some((line) => line.includes('the id main stands twice'))).toBe(true);
    expect(found.some((line) => line.includes('wider than the window'))).toBe(true);
  });

  it('is found in the last of many rows that are not like the others', async () => {
    const row = (inside: string, style = '') => `<li${style}><button>${inside}</button></li>`;
    const rows = (last: string) => `<ul>${Array.from({ length: 20 }, (_, i) => row(`row ${i}`)).join('')}${last}</ul>`;
    const count = (lines: readonly string[], rule: string) => lines.filter((line) => line.includes(rule)).length;
    expect(await withPlanted(rows(''))).toEqual([]);
    expect(count(await withPlanted(rows(row(''))), 'button-name')).toBe(1);
    const pale = ' style="color: #ccc; background: #fff"';
    expect(count(await withPlanted(rows(`<li${pale}>pale</li>`)), 'color-contrast')).toBe(1);
    const many = Array.from({ length: 20 }, () => `<li${pale}>pale</li>`).join('');
    expect(count(await withPlanted(`<ul>${many}</ul>`), 'color-contrast')).toBe(3);
  });
});

describe('by keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement;
      // Between two pages nothing has the focus yet.
      if (!(element instanceof HTMLElement) || element === document.body) return { words: '', visible: true };
      // Within a date field the browser itself marks the button of its calendar.
      const native = element.matches('input[type="date"]:not(:focus-visible)');
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const marked = native || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
      return { words: element.innerText.trim(), visible: marked && element.getClientRects().length > 0 };
    });

  /** Presses Tab until something with these words has the focus; every stop on the way must be seen. */
  async function tabTo(page: Page, words: string): Promise<void> {
    const unseen: string[] = [];
    const reached: string[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (!now.visible) unseen.push(now.words);
      reached.push(now.words.slice(0, 20));
      if (now.words.includes(words)) {
        expect(unseen).toEqual([]);
        return;
      }
    }
    throw new Error(`eighty presses of Tab did not reach ${words}; they reached ${reached.join(' | ')}`);
  }

  it('a worker skips the rail, walks the proposals by arrow, and reaches the decision', async () => {
    const page = await browser.visit(server.address, { language: 'zh-CN' });
    await signIn(page, FACES[0]?.identifier ?? '', DEMO_PASSWORD);
    await open(page, '/agency/matching');
    await page.keyboard.press('Tab');
    expect((await focused(page)).words).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await tabTo(page, new Date().getFullYear() + '年');
    await page.keyboard.press('Enter');
    await heading(page, /^搭配建议：/);
    const chosen = () => new URL(page.url()).searchParams.get('proposal');
    await tabTo(page, '等您决定');
    await page.keyboard.press('Enter');
    await page.waitForURL(/state=PROPOSED/);
    await settled(page);
    await tabTo(page, '与 ');
    const before = chosen();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-current') === 'true');
    await page.waitForURL(() => chosen() !== before);
    await settled(page);
    await tabTo(page, '接受这条建议');
    await page.context().close();
  });

  it('a volunteer reaches the answer', async () => {
    const page = await browser.visit(server.address, { language: 'zh-CN', on: 'phone' });
    await signIn(page, '13900000001', DEMO_PASSWORD);
    await open(page, '/volunteer');
    await tabTo(page, '陪伴等您回答');
    await page.keyboard.press('Enter');
    await heading(page, '我的陪伴');
    await tabTo(page, '我愿意');
    await page.context().close();
  });
});
