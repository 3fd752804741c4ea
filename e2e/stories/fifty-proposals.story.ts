// A worker before a board of hundreds: fifty proposals decided with the keys alone, within minutes, each with its reasons.
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { importBigRosters } from '../../server/src/testing/big-rosters.js';
import { useBuiltEngine } from '../../server/src/testing/built-engine.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn } from '../support/page.js';

const DECISIONS = 50;
/** The others are a yes; a no has its reason. */
const NO_EVERY = 10;
const MINUTES = 8;
const LONG = 540_000;
const COUNTS = `query ($id: ID!) { matchRun(id: $id) { open: proposals(first: 1, state: PROPOSED) { totalCount }
  yes: proposals(first: 1, state: ACCEPTED) { totalCount } no: proposals(first: 1, state: DECLINED) { totalCount } } }`;
type Count = { readonly totalCount: number };

describe('fifty proposals', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let browser: StoryBrowser;
  let page: Page;
  let runId: string;
  beforeAll(async () => {
    platform = await startTestApp({ ALLOW_LIST: 'false' });
    useBuiltEngine(platform);
    agencyId = await staffedAgency(platform);
    expect(agencyId).not.toBe('');
    await importBigRosters(platform, STAFF.worker.identifier, STAFF.supervisor.identifier);
    browser = await StoryBrowser.open();
    page = await browser.visit(platform.address);
    await signIn(page, STAFF.worker.identifier, TEST_PASSWORD);
  }, LONG);
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const shown = () => page.getByRole('heading', { level: 2, name: /化名/ });
  const counts = async () => {
    const client = platform.client();
    await client.signIn(STAFF.worker.identifier, TEST_PASSWORD);
    const { matchRun } = await client.data<{ matchRun: Record<'open' | 'yes' | 'no', Count> }>(COUNTS, { id: runId });
    return { open: matchRun.open.totalCount, yes: matchRun.yes.totalCount, no: matchRun.no.totalCount };
  };

  it('stand on a board that one press made', async () => {
    await page.goto('/agency/matching');
    await button(page, '开始匹配').click();
    await heading(page, /^搭配建议：/);
    await button(page, '接受这条建议').waitFor();
    runId = decodeURIComponent(new URL(page.url()).pathname.split('/').pop() ?? '');
    expect((await counts()).open).toBeGreaterThan(DECISIONS);
  });

  it(
    `are decided in less than ${MINUTES} minutes without a mouse, and the board counts every one`,
    async () => {
      const before = await counts();
      const began = performance.now();
      for (let decided = 1; decided <= DECISIONS; decided += 1) {
        const title = await shown().first().innerText();
        await button(page, '接受这条建议').waitFor();
        if (decided % NO_EVERY === 0) await decline();
        else await page.keyboard.press('a');
        await shown().filter({ hasNotText: title }).first().waitFor();
      }
      const minutes = (performance.now() - began) / 60_000;
      expect(minutes).toBeLessThan(MINUTES);
      const no = DECISIONS / NO_EVERY;
      expect(await counts()).toEqual({ open: before.open - DECISIONS, yes: DECISIONS - no, no });
      expect(browser.faults).toEqual([]);
    },
    LONG,
  );

  async function decline(): Promise<void> {
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog', { name: '为什么不采用这一对？' });
    const reason = dialog.getByLabel('原因', { exact: true });
    await reason.waitFor();
    await reason.focus();
    await page.keyboard.type('孩子周末要回老家，时间对不上');
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === '不采用这一对') break;
    }
    await page.keyboard.press('Enter');
    await message(page, '记下了。以后的匹配不再建议这一对。');
  }
});
