// Every page of every face opens on the demo, in both languages, wide and narrow, light and dark, from the built server:
// with words and no code, and with nothing in anybody's way (WCAG 2.2 AA).
import { StoryBrowser } from '../support/browser.js';
import { startDemoServer, type DemoServer } from '../support/demo-server.js';
import { facesOf, walkFace, walkPublic, type Look } from '../support/every-page.js';
import { go, open } from '../support/walk.js';

const zh = { language: 'zh-CN', colours: 'light' } as const;
const en = { language: 'en', colours: 'light' } as const;
/** The director sees every page of the desk but those of the worker's own actions, so axe looks at each in another look. */
const LOOKS: readonly Look[] = [
  {
    ...{ name: 'in Chinese on a desk', ...zh, on: 'desk', step: open },
    axe: ['worker', 'company', 'donor', 'volunteer'],
    words: ['director'],
  },
  {
    ...{ name: 'in Chinese on a phone, dark', ...zh, on: 'phone', colours: 'dark', step: go },
    axe: ['company', 'donor', 'volunteer'],
    words: ['employee'],
  },
  {
    ...{ name: 'in English on a phone', ...en, on: 'phone', step: go },
    axe: ['director', 'company', 'donor', 'volunteer', 'employee'],
    words: [],
  },
  { ...{ name: 'in English on a desk', ...en, on: 'desk', step: go }, axe: [], words: ['worker', 'director'] },
];
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

  describe.each(LOOKS)('$name', (look) => {
    it.each(facesOf(look))('open to $face', async (visit) => {
      const { wrong, kinds } = await walkFace(server, browser, look, visit);
      expect(wrong).toEqual([]);
      expect(kinds).toEqual(expect.arrayContaining([...(KNOWN[visit.base] ?? [])]));
    });

    it('open to everybody, and to a guardian', async () => {
      expect(await walkPublic(server, browser, look)).toEqual([]);
    });
  });

  it('break nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
