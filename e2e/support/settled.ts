// Knows when a page has come to rest: nothing is on its way any more, and what had come is shown.
import type { Page, Request } from 'playwright-core';

/** Two quiet looks in a row: an answer may lead to the next question one paint later. */
const QUIET_LOOKS = 2;
const PATIENCE_MS = 60_000;

interface Traffic {
  readonly open: Set<Request>;
  begun: number;
}
const traffic = new WeakMap<Page, Traffic>();

/** From here on the page's requests are counted. */
export function followTraffic(page: Page): void {
  const own: Traffic = { open: new Set(), begun: 0 };
  traffic.set(page, own);
  page.on('request', (request) => {
    own.open.add(request);
    own.begun += 1;
  });
  page.on('requestfinished', (request) => own.open.delete(request));
  page.on('requestfailed', (request) => own.open.delete(request));
}

/** Resolves once the page rests. Waiting for 500 ms of silence instead, on every page, took minutes of a test run. */
export async function settled(page: Page): Promise<void> {
  const own = traffic.get(page);
  if (!own) throw new Error('BUG: a page that no StoryBrowser opened');
  const deadline = performance.now() + PATIENCE_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS;) {
    const before = own.begun;
    await painted(page);
    quiet = own.open.size === 0 && own.begun === before ? quiet + 1 : 0;
    if (performance.now() > deadline) {
      const urls = [...own.open].map((request) => request.url());
      throw new Error(`${page.url()} does not come to rest; it waits for ${urls.join(', ') || 'nothing'}`);
    }
  }
}

/** Two frames, and what they had put off. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      }),
  );
