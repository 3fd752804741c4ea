// One Chromium for all stories of a process; each person in one has a window of their own, with cookies and choices.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { followTraffic } from './settled.js';

/** For the loaded machine of a build server; a step that works takes a moment. */
const STEP_MS = 60_000;
/** A part of a story is many steps; whoever imports this file tells a story. */
jest.setTimeout(5 * STEP_MS);
/** STORY_SLOWER=8 gives each page an eighth of its processor: what only a fast machine gets right shows itself. */
const SLOWER = Number(process.env['STORY_SLOWER'] ?? 1);
const SHOTS = join(import.meta.dirname, '..', '..', '.cache', 'screenshots');
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WIDTHS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface Visit {
  readonly on?: keyof typeof WIDTHS;
  /** The language chosen on this device; left out, nobody has chosen yet. */
  readonly language?: 'zh-CN' | 'en';
  readonly colours?: 'light' | 'dark';
}

let launched: Promise<Browser> | undefined;

async function sharedBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is missing: npm test and npm run story set it');
  const known = await launched;
  if (known?.isConnected()) return known;
  launched = chromium.launch({ executablePath, args: FLAGS, timeout: STEP_MS });
  return launched;
}

/** Ends the browser, where a story opened one. */
export async function closeBrowser(): Promise<void> {
  const known = await launched;
  launched = undefined;
  await known?.close();
}

export class StoryBrowser {
  /** What no story may cause in any window: a script's fault, a refused resource, a broken rule of content. */
  readonly faults: string[] = [];
  readonly #windows: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<StoryBrowser> {
    return new StoryBrowser(await sharedBrowser());
  }

  /** A new window, as of somebody who was never here. */
  async visit(address: string, { on = 'desk', language, colours = 'light' }: Visit = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: address,
      viewport: WIDTHS[on],
      isMobile: on === 'phone',
      hasTouch: on === 'phone',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: colours,
      reducedMotion: 'reduce',
    });
    this.#windows.push(context);
    context.setDefaultTimeout(STEP_MS);
    if (language) await context.addInitScript(`localStorage.setItem('tongxing.locale', '${language}')`);
    const page = await context.newPage();
    if (SLOWER > 1) {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    }
    followTraffic(page);
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /** Closes every window of this story; the browser stays for the next one. */
  async close(): Promise<void> {
    await Promise.all(this.#windows.map((context) => context.close()));
  }
}

/** Keeps a picture of the page in .cache/screenshots where somebody asked for pictures: STORY_SHOTS=1. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['STORY_SHOTS'] !== '1') return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
