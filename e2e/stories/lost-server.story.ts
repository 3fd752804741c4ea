// The whole of it: backed up, drilled, put on paper; the server is lost; paper and backups bring it back, and people sign in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoLogin, DEMO_PASSWORD } from '../../server/src/testing/demo-app.js';
import { violations } from '../accessibility/violations.js';
import { startBuiltServer, temporaryHome, type BuiltServer, type Home } from '../faults/built-server.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { heading, link, signIn, words } from '../support/page.js';

const COMMANDS = join(import.meta.dirname, '../../server/dist/bundle/commands');
const LONG = 240_000;
const OPERATIONS = '/agency/operations';

describe('a server that is lost', () => {
  const away = { rows: temporaryHome(), keys: temporaryHome(), paper: temporaryHome() };
  let first: Home;
  let second: Home;
  let server: BuiltServer;
  let browser: StoryBrowser;
  let page: Page;
  let volunteers: number;

  beforeAll(async () => {
    [first, second] = [temporaryHome(), temporaryHome()];
    server = await startBuiltServer(first, { DEMO: 'true', ALLOW_LIST: 'true' });
    browser = await StoryBrowser.open();
    page = await browser.visit(server.address);
    await signIn(page, demoLogin('DIRECTOR'), DEMO_PASSWORD);
  }, LONG);
  afterAll(async () => {
    await browser.close();
    server.signal('SIGTERM');
    await server.ended();
    for (const home of [first, second, ...Object.values(away)]) home.remove();
  });

  it('begins with a page that says what is missing, and how to do it', async () => {
    await page.goto(OPERATIONS);
    await heading(page, '运行状态');
    for (const missing of ['还没有备份', '还没有演练过', '还没有打印过']) await words(page, missing);
    await words(page, 'npm run drill -- /backups --keys /media/keys');
    expect(await violations(page, OPERATIONS)).toEqual([]);
    await picture(page, 'operations-nothing-done-1440-zh');
  });

  it(
    'is backed up, drilled and put on paper while people work; the page shows each with its result',
    async () => {
      const { rows, keys, paper } = away;
      await run(first, 'backup', rows.dataDir, '--keep', '3');
      await run(first, 'keys-backup', keys.dataDir, '--keep', '3');
      await run(first, 'drill', rows.dataDir, '--keys', keys.dataDir);
      await run(first, 'keys-export', '--out', paper.dataDir);
      await page.reload();
      await words(page, '演练成功');
      await words(page, '与现在的主密钥一致');
      await words(page, /共 5 份，凑够 3 份才能打开/);
      expect(await page.getByText('还没有备份').count()).toBe(0);
      expect(await violations(page, OPERATIONS)).toEqual([]);
      await picture(page, 'operations-all-done-1440-zh');
      volunteers = await volunteerCount(page);
      expect(volunteers).toBeGreaterThan(0);
    },
    LONG,
  );

  it(
    'is lost with its disk, and comes back from two backups and any three sheets',
    async () => {
      // An open page would go on asking a server that is gone; what it says then is no fault of a page.
      await page.goto('about:blank');
      server.signal('SIGKILL');
      await server.ended();
      first.remove();
      const sheets = readdirSync(away.paper.dataDir)
        .sort()
        .map((name) => join(away.paper.dataDir, name));
      const two = await command(second, 'keys-import', ...sheets.slice(0, 2));
      expect([two.code, two.output]).toEqual([1, expect.stringContaining('2 of 3 shares')]);
      await run(second, 'keys-import', ...sheets.slice(2));
      await run(second, 'restore', newestIn(away.rows), '--keys', newestIn(away.keys));
      server = await startBuiltServer(second, { DEMO: 'true', ALLOW_LIST: 'true' });
    },
    LONG,
  );

  it('has ended every sign-in; people sign in again and find what they had', async () => {
    const cookies = await page.context().cookies();
    page = await browser.visit(server.address);
    const { hostname } = new URL(server.address);
    await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, domain: hostname })));
    await page.goto(OPERATIONS);
    await page.waitForURL('**/sign-in**');
    await signIn(page, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    expect(await volunteerCount(page)).toBe(volunteers);
    await page.goto(OPERATIONS);
    await words(page, '从备份恢复过');
    await words(page, '都打得开');
    await picture(page, 'operations-restored-1440-zh');
    await page.goto('/agency/audit');
    await page.getByRole('main').getByRole('table').getByText('从备份恢复了数据').first().waitFor();
    expect(browser.faults).toEqual([]);
  });
});

/** As the list says it above its rows. */
async function volunteerCount(page: Page): Promise<number> {
  await page.goto('/agency');
  await link(page, '志愿者').first().click();
  await heading(page, '志愿者');
  const summary = await page
    .getByText(/全机构共 \d+ 名/)
    .first()
    .textContent();
  return Number(/全机构共 (\d+) 名/.exec(summary ?? '')?.[1] ?? 0);
}

const newestIn = ({ dataDir }: Home): string => join(dataDir, readdirSync(dataDir).sort().at(-1) ?? '');

/** Runs a command as npm does, on the home's own database; throws what it says where it fails. */
async function run(home: Home, name: string, ...args: string[]): Promise<void> {
  const { code, output } = await command(home, name, ...args);
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`);
}

async function command(home: Home, name: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(COMMANDS, `${name}.js`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], NODE_ENV: 'development', DEMO: 'false', DATA_DIR: home.dataDir },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
