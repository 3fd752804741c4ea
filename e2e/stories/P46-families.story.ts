// A worker records a family with two siblings, somebody else begins to look after them, they move: nothing of what was is
// lost. A volunteer and a CSR coordinator come to none of it.
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { addChildRecord, addPerson } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, signIn, words } from '../support/page.js';

const SIBLINGS = ['田小禾', '田小麦'] as const;
const OUTSIDERS = [
  { name: '白雪', roles: ['CSR_COORDINATOR'], identifier: 'csr@yunxi.example' },
  { name: '石头', roles: ['VOLUNTEER'], identifier: 'volunteer@yunxi.example' },
] as const;
const LIST = '{ households(first: 5) { edges { node { id members { name } } } } }';

async function childrenOf({ app }: TestApp, agencyId: AgencyId): Promise<void> {
  for (const name of SIBLINGS) {
    await addChildRecord(app, agencyId, await addPerson(app, agencyId, { name, roles: [] }));
  }
}

describe('a family of two siblings', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let family: string;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await staffedAgency(platform);
    for (const person of OUTSIDERS) await addPerson(platform.app, agencyId, person);
    await childrenOf(platform, agencyId);
    browser = await StoryBrowser.open();
    desk = await browser.visit(platform.address);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const fold = (page: Page, name: string) => page.locator('summary', { hasText: name });

  it('is recorded from a child’s page, with a brother or sister found by name', async () => {
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await desk.goto('/agency/children');
    await link(desk, new RegExp(SIBLINGS[0])).click();
    await heading(desk, SIBLINGS[0]);
    await words(desk, '还没有记下这个孩子的家。');
    expect(await violations(desk, '/agency/households/:id')).toEqual([]);
    await link(desk, '记下这个家').click();
    await heading(desk, '记下一个家庭');
    await words(desk, SIBLINGS[0]);
    await desk.getByLabel('按姓名找孩子').fill('xiaomai');
    await button(desk, `加上${SIBLINGS[1]}`).click();
    for (const [index, adult] of [
      { name: '田母', relation: '母亲', caring: true },
      { name: '田祖母', relation: '祖母', caring: false },
    ].entries()) {
      await button(desk, '添一位大人').click();
      await desk.getByLabel('姓名', { exact: true }).nth(index).fill(adult.name);
      await desk.getByLabel('和孩子的关系').nth(index).selectOption(adult.relation);
      if (adult.caring) await desk.getByLabel('平时照护孩子').nth(index).check();
    }
    await desk.getByLabel('家庭形式').selectOption('双亲家庭');
    await desk.getByLabel('家里几口人').fill('5');
    await desk.getByLabel('住的地方').selectOption('晴川街道');
    await desk.getByLabel('从哪天起').fill('2026-03-01');
    await desk.getByLabel('地址', { exact: true }).fill('河边路 12 号');
    expect(await violations(desk, 'a family')).toEqual([]);
    await button(desk, '记下这个家庭').click();
    await heading(desk, '家庭 0001');
    family = new URL(desk.url()).pathname;
    await words(desk, `${SIBLINGS[0]}和${SIBLINGS[1]}住在这里，平时由母亲田母照护。`);
    expect(await violations(desk, 'a family')).toEqual([]);
    await picture(desk, 'family');
  });

  it('tells when somebody else begins to look after the children, and who did before', async () => {
    await fold(desk, '改由田祖母照护孩子').click();
    await desk.getByLabel('从哪天起').first().fill('2026-09-01');
    await button(desk, '从这一天起由这位家人照护').click();
    await words(desk, '平时由祖母田祖母照护。');
    await desk.getByRole('heading', { level: 3, name: '由田祖母照护孩子' }).waitFor();
  });

  it('moves, and where it lived before stays', async () => {
    await fold(desk, '记一次搬家').click();
    await desk.getByLabel('住的地方').selectOption('石榴街道');
    await desk.getByLabel('从哪天起').first().fill('2026-11-01');
    await button(desk, '记下搬家').click();
    await desk.getByRole('heading', { level: 3, name: '搬到石榴街道' }).waitFor();
    await words(desk, '晴川街道');
    await words(desk, '2026年3月1日到2026年11月1日');
    const address = '河边路 12 号';
    expect(await allText(desk)).not.toContain(address);
    await desk.goto('/agency/children');
    await link(desk, new RegExp(SIBLINGS[1])).click();
    await heading(desk, SIBLINGS[1]);
    await words(desk, '石榴街道');
    await link(desk, '看家庭 0001').waitFor();
    expect(await violations(desk, 'a family')).toEqual([]);
    await picture(desk, 'child-at-home');
  });

  it('is nothing that a volunteer or a CSR coordinator comes to', async () => {
    for (const { identifier } of OUTSIDERS) {
      const page = await browser.visit(platform.address);
      await signIn(page, identifier, TEST_PASSWORD);
      await page.goto(family);
      await page.getByRole('heading', { level: 1 }).waitFor();
      for (const name of [...SIBLINGS, '田母', '田祖母']) expect(await allText(page)).not.toContain(name);
      const answer = await page.evaluate(
        async (body) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch('/graphql', { method: 'POST', headers, body })).text();
        },
        JSON.stringify({ query: LIST }),
      );
      expect(answer).toContain('FORBIDDEN');
    }
    expect(browser.faults).toEqual([]);
  });
});
