// WCAG 2.2 AA on every page of every face, in both languages, wide and narrow, light and dark; and by keyboard alone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { StoryBrowser, type Visit } from '../support/browser.js';
import { startDemoServer, type DemoServer } from '../support/demo-server.js';
import { DEMO_PASSWORD, FACES, PUBLIC_PATHS } from '../support/faces.js';
import { heading, signIn } from '../support/page.js';
import { open, walk } from '../support/walk.js';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Each page in two looks, the ones people live on in the dark too; the director's desk holds nearly all of the worker's. */
const LOOKS: readonly (Required<Visit> & { readonly name: string; readonly without: readonly string[] })[] = [
  { name: 'in Chinese on a desk', language: 'zh-CN', on: 'desk', colours: 'light', without: ['director', 'employee'] },
  { name: 'in English on a phone', language: 'en', on: 'phone', colours: 'light', without: ['worker'] },
  {
    name: 'in Chinese on a phone, dark',
    language: 'zh-CN',
    on: 'phone',
    colours: 'dark',
    without: ['director', 'worker', 'employee'],
  },
];

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

/** What axe finds, one line each with the place; and a page wider than its window, which it does not look for. */
async function violations(page: Page, path: string): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(STANDARD).setLegacyMode().analyze();
  const lines = found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${path}: ${id} (${help}) at ${target.join(' ')}: ${failureSummary}`,
    ),
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overflow > 0 ? [...lines, `${path}: ${overflow} px wider than the window`] : lines;
}

it('finds what is planted: axe looks, and looks at width too', async () => {
  const page = await browser.visit(server.address);
  await open(page, '/terms');
  await page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/mark.svg" style="width: 200vw">');
  });
  const found = await violations(page, '/terms');
  expect(found.some((line) => line.includes('image-alt'))).toBe(true);
  expect(found.some((line) => line.includes('wider than the window'))).toBe(true);
  await page.context().close();
});

describe.each(LOOKS)('$name', ({ name: _, without, ...look }) => {
  const faces = FACES.filter(({ face }) => !without.some((left) => face.includes(left)));
  it.each(faces)('nothing stands in the way of $face', async ({ identifier, base }) => {
    const page = await browser.visit(server.address, look);
    await signIn(page, identifier, DEMO_PASSWORD);
    const found: string[] = [];
    await walk(page, base, async (path) => void found.push(...(await violations(page, path))));
    expect(found).toEqual([]);
    await page.context().close();
  });

  it('nothing stands in the way of a visitor and of a guardian', async () => {
    const page = await browser.visit(server.address, look);
    const found: string[] = [];
    for (const path of [...PUBLIC_PATHS, server.guardianPath]) {
      await open(page, path);
      expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
      found.push(...(await violations(page, path)));
    }
    expect(found).toEqual([]);
    await page.context().close();
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
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      if (!now.visible) unseen.push(now.words);
      if (now.words.includes(words)) {
        expect(unseen).toEqual([]);
        return;
      }
    }
    throw new Error(`eighty presses of Tab did not reach ${words}`);
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
    await tabTo(page, '与 ');
    const before = chosen();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-current') === 'true');
    await page.waitForURL(() => chosen() !== before);
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
