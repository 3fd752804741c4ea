// The story of every page, in the looks that a file asks for: each file is a suite of its own, so that they share the time.
import { StoryBrowser } from './browser.js';
import { startDemoServer, type DemoServer } from './demo-server.js';
import { facesOf, walkFace, walkPublic, type Look } from './every-page.js';

/** Of each face, pages that must be among those found: the walk itself could be broken. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '/agency': ['/agency/children/:one', '/agency/matching/:one', '/agency/companionships/:one', '/agency/imports/:one'],
  '/company': ['/company/notices', '/company/account'],
  '/donor': ['/donor/notices', '/donor/account'],
  '/volunteer': [
    '/volunteer/companionships',
    '/volunteer/learn',
    '/volunteer/learn/listening',
    '/volunteer/learn-rights',
    '/volunteer/training/credit',
    '/volunteer/learn-rights/hours',
    '/volunteer/notices',
    '/volunteer/account',
  ],
};

/** Every page of every face opens on the demo from the built server: with words and no code, and nothing in the way. */
export function tellEveryPage(looks: readonly Look[]): void {
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

  describe.each(looks)('$name', (look) => {
    it.each(facesOf(look))('open to $face', async (visit) => {
      const { wrong, kinds } = await walkFace(server, browser, look, visit);
      expect(wrong).toEqual([]);
      expect(kinds).toEqual(expect.arrayContaining([...(visit.known ?? KNOWN[visit.base] ?? [])]));
    });

    it('open to everybody, and to a guardian', async () => {
      expect(await walkPublic(server, browser, look)).toEqual([]);
    });
  });

  it('break nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
}
