// A worker finds 欧阳𬭎 by "ouyang", by "oyh" and by the character; a CSR coordinator and a donor find nobody.
import { AxeBuilder } from '@axe-core/playwright';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { addChildRecord, addPerson, addVolunteerRecord } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, signIn, words } from '../support/page.js';

const NAME = '欧阳𬭎';
const OTHERS = ['王小明', '阿卜杜·热合曼', '吕布'];
const VOLUNTEERS = ['王伟', '欧阳晴', 'Anna Müller'];
const COORDINATOR = { name: '白雪', roles: ['CSR_COORDINATOR'], identifier: 'csr@yunxi.example' } as const;
const SEARCH = 'query ($q: String!) { searchPeople(query: $q) { more people { name } } }';

async function familiesOf({ app }: TestApp, agencyId: AgencyId): Promise<void> {
  for (const name of [NAME, ...OTHERS]) {
    await addChildRecord(app, agencyId, await addPerson(app, agencyId, { name, roles: [] }));
  }
  for (const name of VOLUNTEERS) {
    await addVolunteerRecord(app, agencyId, await addPerson(app, agencyId, { name, roles: ['VOLUNTEER'] }));
  }
}

describe('finding people by name', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await staffedAgency(platform);
    await addPerson(platform.app, agencyId, COORDINATOR);
    await familiesOf(platform, agencyId);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const palette = (page: Page) => page.getByRole('dialog');
  const hits = (page: Page) =>
    palette(page)
      .locator('button', { hasText: /儿童|志愿者|Child|Volunteer/ })
      .filter({ has: page.locator('mark') });
  const askFor = async (page: Page, typed: string): Promise<void> => {
    await palette(page).getByRole('textbox').fill(typed);
  };

  it('is nothing that a CSR coordinator or a donor can do', async () => {
    for (const { identifier } of [COORDINATOR, STAFF.donor]) {
      const page = await browser.visit(platform.address);
      await signIn(page, identifier, TEST_PASSWORD);
      await page.keyboard.press('Control+k');
      expect(await page.getByText('找人、去哪里').count()).toBe(0);
      for (const q of ['ouyang', 'oyh', NAME]) {
        const answer = await page.evaluate(
          async (body) => {
            const headers = { 'content-type': 'application/json' };
            return (await fetch('/graphql', { method: 'POST', headers, body })).text();
          },
          JSON.stringify({ query: SEARCH, variables: { q } }),
        );
        expect(answer).toContain('FORBIDDEN');
        expect(answer).not.toContain(NAME);
      }
      for (const path of [`/agency/children?q=${encodeURIComponent(NAME)}`, '/agency/volunteers?q=ouyang']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        expect(await allText(page)).not.toContain('欧阳');
      }
      await page.context().close();
    }
  });

  it('is one key for a social worker: by pinyin, by initials, by the character', async () => {
    desk = await browser.visit(platform.address);
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await button(desk, /找人、去哪里/).waitFor();
    await desk.keyboard.press('Control+k');
    for (const [typed, meant] of [
      ['ouyang', '欧阳'],
      ['oyh', NAME],
      ['𬭎', '𬭎'],
    ] as const) {
      await askFor(desk, typed);
      const found = hits(desk).filter({ hasText: NAME });
      await found.waitFor();
      await found.locator('mark', { hasText: new RegExp(`^${meant}$`) }).waitFor();
    }
    await palette(desk).getByText('找到 1 位。').waitFor();
    expect(await hits(desk).count()).toBe(1);
    await picture(desk, 'find-by-name-palette-1440-zh');
    await clean(desk);
  });

  it('says so, and how else to look, where nobody is meant', async () => {
    await askFor(desk, 'zzyzx');
    await palette(desk).getByText('没有叫这个名字的儿童或志愿者。').waitFor();
    await palette(desk).getByText('没有找到。姓名可以用汉字、拼音（ouyang）或首字母（oyh）找。').waitFor();
    await clean(desk);
  });

  it('leads to the page of the child with the keys alone', async () => {
    await askFor(desk, 'oyh');
    await palette(desk).getByText('找到 1 位。').waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await desk.waitForURL(/\/agency\/children\/.+/);
    await heading(desk, new RegExp(NAME));
  });

  it('narrows the list of children, in the address, while one types on', async () => {
    await desk.goto('/agency/children');
    await words(desk, OTHERS[0] ?? '');
    const field = desk.getByLabel('按姓名找', { exact: true });
    await field.pressSequentially('ou');
    await desk.waitForURL(/[?&]q=ou(&|$)/);
    await desk.keyboard.type('yang');
    await desk.waitForURL(/[?&]q=ouyang(&|$)/);
    expect(await field.inputValue()).toBe('ouyang');
    await desk.getByRole('main').locator('mark', { hasText: '欧阳' }).waitFor();
    await link(desk, new RegExp(NAME)).waitFor();
    expect(await allText(desk)).not.toContain(OTHERS[0]);
    await picture(desk, 'find-by-name-children-1440-zh');
    await clean(desk);
    await field.fill('zzyzx');
    await words(desk, '没有符合条件的儿童');
    await words(desk, '姓名也可以用拼音（ouyang）或首字母（oyh）');
    await button(desk, '看全部儿童').click();
    await words(desk, OTHERS[0] ?? '');
    expect(await field.inputValue()).toBe('');
  });

  it('narrows the list of volunteers on a phone, in English', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, STAFF.worker.identifier, TEST_PASSWORD);
    await phone.goto('/agency/volunteers?q=muller');
    await phone.getByRole('main').locator('mark', { hasText: 'Müller' }).waitFor();
    expect(await phone.getByLabel('Find by name', { exact: true }).inputValue()).toBe('muller');
    expect(await allText(phone)).not.toContain('王伟');
    await words(phone, 'Anna Müller');
    await picture(phone, 'find-by-name-volunteers-390-en');
    await clean(phone);
    await phone.context().close();
  });
});
