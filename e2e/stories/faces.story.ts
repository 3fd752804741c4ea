// Every page of every face opens on the demo, in both languages, with words and no code; from the built server.
import type { Page } from 'playwright-core';
import { picture, StoryBrowser } from '../support/browser.js';
import { startDemoServer, type DemoServer } from '../support/demo-server.js';
import { DEMO_PASSWORD, FACES, PUBLIC_PATHS } from '../support/faces.js';
import { signIn } from '../support/page.js';
import { bareCodes, untranslated } from '../support/untranslated.js';
import { open, walk } from '../support/walk.js';

const LANGUAGES = ['zh-CN', 'en'] as const;
/** Of each face, pages that must be among those found: the walk itself could be broken. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '/agency': ['/agency/children/:one', '/agency/matching/:one', '/agency/companionships/:one', '/agency/imports/:one'],
  '/company': ['/company/notices', '/company/account'],
  '/donor': ['/donor/notices', '/donor/account'],
  '/volunteer': ['/volunteer/companionships', '/volunteer/notices', '/volunteer/account'],
};

describe('the faces', () => {
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

  it('are served by the operations of the built client and nothing else', async () => {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
    });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('OPERATION_NOT_ALLOWED')]);
  });

  async function wrongWords(page: Page, path: string, language: string): Promise<readonly string[]> {
    const wrong = [...(await bareCodes(page)), ...(language === 'en' ? await untranslated(page) : [])];
    const lang = await page.locator('html').getAttribute('lang');
    return [...wrong, ...(lang === language ? [] : [`lang=${lang ?? ''}`])].map((text) => `${path}: ${text}`);
  }
  const nameOf = (path: string, language: string) =>
    `face${path.replace(/\W+/g, '-').slice(0, 40)}-${language.slice(0, 2)}`;

  for (const language of LANGUAGES) {
    // The director's desk holds the worker's pages too; once is enough for the worker's own.
    const faces = FACES.filter(({ face }) => language === 'en' || !face.includes('worker'));
    it.each(faces)(`open in ${language} to $face`, async ({ identifier, base, on }) => {
      const page = await browser.visit(server.address, { on, language });
      await signIn(page, identifier, DEMO_PASSWORD);
      const wrong: string[] = [];
      const kinds = await walk(page, base, async (path) => {
        wrong.push(...(await wrongWords(page, path, language)));
        await picture(page, nameOf(path, language));
      });
      expect(wrong).toEqual([]);
      expect(kinds).toEqual(expect.arrayContaining([...(KNOWN[base] ?? [])]));
      await page.context().close();
    });

    it(`open in ${language} to everybody, and to a guardian`, async () => {
      const page = await browser.visit(server.address, { language });
      const wrong: string[] = [];
      for (const path of [...PUBLIC_PATHS, server.guardianPath]) {
        await open(page, path);
        wrong.push(...(await wrongWords(page, path.replace(/^\/g\/.*/, '/g/:secret'), language)));
        await picture(page, path === server.guardianPath ? nameOf('/guardian', language) : nameOf(path, language));
      }
      expect(new URL(page.url()).pathname).toBe('/guardian');
      expect(wrong).toEqual([]);
      await page.context().close();
    });
  }

  it('break nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
