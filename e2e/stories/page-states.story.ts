// What a page says while its answers are on their way, when they do not come, and when there is nothing yet: for each
// place of the desk where people, rosters, matches and companionships are kept.
import type { Page, Route } from 'playwright-core';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { startDemoServer, type DemoServer } from '../support/demo-server.js';
import { DEMO_PASSWORD } from '../support/faces.js';
import { button, heading, signIn, words } from '../support/page.js';
import { come } from '../support/walk.js';

const LONG = 300_000;
const FAULT = '我们这边出了问题';
const REFERENCE = 'AB12CD';
const OPENING = '正在打开…';
const AGAIN = '再试一次';

/** How questions are answered now: as they are, with a fault, not at all, or later. */
class Line {
  #way: 'well' | 'fault' | 'cut' | 'held' = 'well';
  #held: Route[] = [];

  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page.route('**/graphql', (route) => line.#answer(route));
    return line;
  }

  be(way: 'fault' | 'cut' | 'held'): void {
    this.#way = way;
  }

  async well(): Promise<void> {
    this.#way = 'well';
    await Promise.all(this.#held.splice(0).map((route) => route.continue()));
  }

  async #answer(route: Route): Promise<void> {
    if (this.#way === 'well') await route.continue();
    else if (this.#way === 'held') this.#held.push(route);
    else if (this.#way === 'cut') await route.abort('internetdisconnected');
    else {
      const errors = [{ message: 'fault', extensions: { code: 'INTERNAL_SERVER_ERROR', reference: REFERENCE } }];
      await route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors }) });
    }
  }
}

/** Lists, and one page of each kind that they lead to. */
const PLACES = [
  { list: '/agency' },
  { list: '/agency/children', one: /^\/agency\/children\/[^/]{20,}$/ },
  { list: '/agency/volunteers', one: /^\/agency\/volunteers\/[^/]{20,}$/ },
  { list: '/agency/households', one: /^\/agency\/households\/[^/]{20,}$/ },
  { list: '/agency/staff', one: /^\/agency\/staff\/[^/]{20,}$/ },
  { list: '/agency/imports', one: /^\/agency\/imports\/[^/]{20,}$/ },
  { list: '/agency/programmes', one: /^\/agency\/programmes\/[^/]{20,}$/ },
  { list: '/agency/matching', one: /^\/agency\/matching\/[^/]{20,}$/ },
  { list: '/agency/matching/weights' },
  { list: '/agency/companionships', one: /^\/agency\/companionships\/[^/]{20,}$/ },
] as const;

describe('a page whose answers do not come', () => {
  let server: DemoServer;
  let browser: StoryBrowser;
  let page: Page;
  let line: Line;
  let paths: string[];

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await StoryBrowser.open();
    page = await browser.visit(server.address);
    await signIn(page, 'supervisor@demo.tongxing.example', DEMO_PASSWORD);
    paths = [];
    for (const place of PLACES) {
      await page.goto(place.list);
      await come(page);
      paths.push(place.list);
      if ('one' in place) paths.push(await linkTo(page, place.one));
    }
    line = await Line.of(page);
  }, LONG);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** From another page of the desk, so that only this page's own questions are still to be asked. */
  async function openWith(path: string, way: 'fault' | 'cut' | 'held'): Promise<void> {
    await line.well();
    await page.goto('/agency/account');
    await come(page);
    line.be(way);
    await leadTo(page, path);
  }

  it(
    'says once, as the page’s own title where there is no other, what happened and the number to give, and heals',
    async () => {
      const wrong: string[] = [];
      for (const path of paths) {
        await openWith(path, 'fault');
        await page.getByText(FAULT).first().waitFor();
        await page.getByText(REFERENCE).first().waitFor();
        wrong.push(...(await problemsOf(path)));
        if (path === '/agency/volunteers' || path.startsWith('/agency/matching/')) {
          await picture(page, `states-fault${path.replace(/\W+/g, '-').slice(0, 30)}-1440-zh`);
        }
        await line.well();
        while ((await button(page, AGAIN).count()) > 0) {
          const before = await button(page, AGAIN).count();
          await button(page, AGAIN).first().click();
          await page.waitForFunction(
            ([words, count]) =>
              [...document.querySelectorAll('button')].filter((b) => b.innerText === words).length < count,
            [AGAIN, before] as const,
          );
        }
        await come(page);
        if ((await page.getByText(FAULT).count()) > 0) wrong.push(`${path}: is still at fault`);
      }
      expect(wrong).toEqual([]);
    },
    LONG,
  );

  async function problemsOf(path: string): Promise<string[]> {
    const wrong = [...(await violations(page, path))];
    const titles = await page.locator('h1').count();
    if (titles !== 1) wrong.push(`${path}: ${titles} titles`);
    const told = await page.getByRole('heading', { name: FAULT }).count();
    if (told !== 1) wrong.push(`${path}: the fault is told ${told} times`);
    return wrong;
  }

  it(
    'says without a line that what was typed is safe, and where concerns can be written all the same',
    async () => {
      for (const path of ['/agency/children', ...paths.filter((one) => one.startsWith('/agency/companionships/'))]) {
        await openWith(path, 'cut');
        await words(page, '暂时连不上');
        await page.getByRole('main').getByRole('link', { name: '担心孩子？没有网络也能写' }).waitFor();
        expect(await page.title()).toMatch(path === '/agency/children' ? /儿童/ : /暂时连不上/);
      }
    },
    LONG,
  );

  it(
    'says that it is being opened while the answers are on their way, and is there once they come',
    async () => {
      for (const path of paths) {
        await openWith(path, 'held');
        await page.getByRole('status').filter({ hasText: OPENING }).first().waitFor();
        await line.well();
        await come(page);
        expect({ path, faults: await page.getByRole('main').getByRole('alert').count() }).toEqual({ path, faults: 0 });
      }
    },
    LONG,
  );
});

/** What each says of itself on the first day, and of what fills it. */
const EMPTY = [
  ['/agency', '从名单开始', '原来的表格可以直接用。'],
  ['/agency/children', '还没有登记儿童', '导入儿童名单'],
  ['/agency/volunteers', '还没有志愿者', '导入志愿者名单'],
  ['/agency/households', '还没有记下家庭', '从一个孩子开始'],
  ['/agency/imports', '还没有导入过名单', '在上面选一份志愿者或者儿童的名单，就可以开始。'],
  ['/agency/programmes', '还没有项目', '设立第一个项目以后，就可以在孩子的页面上给名额。'],
  ['/agency/matching', '还没有做过匹配', '导入名单并确认以后，选一个服务日期就可以开始'],
  ['/agency/companionships', '还没有成长陪伴', '去做一次匹配'],
] as const;

describe('a place where nothing is yet', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  beforeAll(async () => {
    platform = await startTestApp({ ALLOW_LIST: 'true' });
    await staffedAgency(platform);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it(
    'is no place of a role that it does not belong to: what it takes, whom to ask, and the way on',
    async () => {
      const page = await browser.visit(platform.address);
      await signIn(page, STAFF.worker.identifier, TEST_PASSWORD);
      await page.goto('/agency/staff');
      await heading(page, '没有打开这一页');
      await words(page, '只有督导者或机构负责人可以打开。');
      await words(page, '云溪同行社会工作服务中心的机构负责人可以调整您的角色。');
      expect(await violations(page, '/agency/staff')).toEqual([]);
    },
    LONG,
  );

  it(
    'says what comes here and how, without blame and without an empty table',
    async () => {
      const page = await browser.visit(platform.address);
      await signIn(page, STAFF.worker.identifier, TEST_PASSWORD);
      for (const [path, nothing, next] of EMPTY) {
        await page.goto(path);
        await come(page);
        await words(page, nothing);
        await words(page, next);
        expect({ path, tables: await page.getByRole('main').getByRole('table').count() }).toEqual({ path, tables: 0 });
        // Nothing to narrow, to arrange in columns, or to export.
        expect({ path, tools: await button(page, '导出表格').count() }).toEqual({ path, tools: 0 });
        expect(await violations(page, path)).toEqual([]);
      }
      await picture(page, 'states-empty-companionships-1440-zh');
    },
    LONG,
  );
});

async function linkTo(page: Page, kind: RegExp): Promise<string> {
  const found = await page.evaluate(() => [...document.links].map(({ pathname }) => pathname));
  const path = found.find((one) => kind.test(one));
  if (path === undefined) throw new Error(`${page.url()} leads to no ${kind.source}`);
  return path;
}

async function leadTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
}
