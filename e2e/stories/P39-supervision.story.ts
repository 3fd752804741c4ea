// P39: nobody accompanies a child alone. The board shows who carries how much and whom nobody has seen; a talk is agreed on, held,
// written down and signed by both; a supervisor with 25 volunteers leaves, and not one of them is left without anybody.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { supervisorWithMany, type SupervisorWithMany } from '../../server/src/testing/supervisor-with-many.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const BOARD = '/agency/supervision/board';
const LEAVES = '卢真';
const TAKES = '陈静';
const NAMES = Array.from({ length: 25 }, (_, at) => `志愿者甲${String(at + 1)}`);

describe('supervision', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let director: Page;
  let supervisor: Page;
  let many: SupervisorWithMany;
  beforeAll(async () => {
    platform = await startDemoApp();
    many = await supervisorWithMany(platform, LEAVES, NAMES);
    browser = await StoryBrowser.open();
    director = await browser.visit(platform.address);
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const column = (name: string) =>
    director.getByRole('listitem').filter({ has: director.getByRole('heading', { level: 3, name, exact: true }) });
  const volunteerOf = (name: string, volunteer: string) =>
    column(name)
      .getByRole('listitem')
      .filter({ has: director.getByRole('link', { name: volunteer, exact: true }) });

  it('shows who carries how much and whom nobody has seen, in words', async () => {
    await link(director, '督导安排').click();
    await heading(director, '督导安排');
    await volunteerOf(LEAVES, NAMES[24] ?? '').waitFor();
    expect(await column(LEAVES).getByRole('listitem').count()).toBe(NAMES.length);
    await column(TAKES)
      .getByText(/照看 \d+ 段陪伴，最多 24 段/)
      .waitFor();
    const cell = director.getByRole('table').getByRole('cell').first();
    expect(await cell.textContent()).toMatch(/谈过|晚 \d|^\d|–/);
    expect(await violations(director, BOARD)).toEqual([]);
    await picture(director, 'supervision-board-1440-zh');
  });

  it('moves one by the list, with the keyboard alone, and takes it back', async () => {
    const [name = ''] = NAMES;
    await button(director, `给${name}换督导`).focus();
    await director.keyboard.press('Enter');
    await director.getByLabel('新的督导').selectOption({ label: await choice(TAKES) });
    expect(await violations(director, BOARD)).toEqual([]);
    await button(director, '换过去').press('Enter');
    await message(director, `${name}现在由${TAKES}督导。`);
    await volunteerOf(TAKES, name).waitFor();
    await button(director, '撤销').click();
    await volunteerOf(LEAVES, name).waitFor();
  });

  const choice = async (supervisorName: string): Promise<string> => {
    const labels = await director.getByLabel('新的督导').getByRole('option').allTextContents();
    return labels.find((label) => label.startsWith(supervisorName)) ?? '';
  };

  it('moves another by dragging', async () => {
    const name = NAMES[1] ?? '';
    await volunteerOf(LEAVES, name).dragTo(column(TAKES));
    await message(director, `${name}现在由${TAKES}督导。`);
    await volunteerOf(TAKES, name).waitFor();
  });

  it('refuses to fill a supervisor beyond their places, and says what to do', async () => {
    const api = platform.client();
    await api.signIn(demoLogin('DIRECTOR'), DEMO_PASSWORD);
    const setting = (value: string, version: number) =>
      api.data('mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }', {
        i: { key: 'supervisorPlaces', value, version },
      });
    await setting('1', 0);
    await director.goto(BOARD);
    await heading(director, '督导安排');
    const carries = director
      .locator('li[draggable=true]')
      .filter({ hasText: /陪伴 \d+ 个孩子/ })
      .first();
    const name = (await carries.getByRole('link').textContent()) ?? '';
    await button(director, `给${name}换督导`).click();
    const labels = await director.getByLabel('新的督导').getByRole('option').allTextContents();
    const taken = labels.find((label) => /照看 [1-9]/.test(label)) ?? '';
    await director.getByLabel('新的督导').selectOption({ label: taken });
    await button(director, '换过去').click();
    await director
      .getByRole('alert')
      .getByText(/没有换：.+最多照看 1 段陪伴/)
      .waitFor();
    await director
      .getByRole('alert')
      .getByText(/请选另一位督导/)
      .waitFor();
    await picture(director, 'supervision-full-1440-zh');
    await setting('24', 1);
    await director.keyboard.press('Escape');
  });

  it('asks a colleague to stand in from a day to a day', async () => {
    await director.goto(BOARD);
    await heading(director, '督导安排');
    await director.getByLabel('谁要离开').selectOption({ label: LEAVES });
    await director.getByLabel('请谁代').selectOption({ label: TAKES });
    await director.getByLabel('到哪一天').fill('2026-11-29');
    await button(director, '请这位同事代理').click();
    await message(director, '安排好了，到日子自己开始和结束。');
    await column(LEAVES)
      .getByText(/陈静代到/)
      .waitFor();
    await button(director, `结束${TAKES}代${LEAVES}`).click();
    await message(director, '代理结束了。');
  });

  it('is agreed on, written down with praise, and signed by the volunteer on the phone', async () => {
    await director.goto(BOARD);
    await heading(director, '督导安排');
    await button(director, '给许诺换督导').click();
    await director.getByLabel('新的督导').selectOption({ label: await choice(TAKES) });
    await button(director, '换过去').click();
    await message(director, `许诺现在由${TAKES}督导。`);
    const phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    supervisor = await browser.visit(platform.address);
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await supervisor.goto('/agency/supervision/new');
    await heading(supervisor, '约一次会谈');
    await supervisor.getByRole('checkbox', { name: '许诺', exact: true }).check();
    await button(supervisor, '约好').click();
    await heading(supervisor, '许诺');

    await phone.goto('/volunteer/supervision');
    await phone.getByLabel('您想谈什么').fill('不知道怎么说再见');
    // A page that dies keeps what was typed.
    await phone.reload();
    expect(await phone.getByLabel('您想谈什么').inputValue()).toBe('不知道怎么说再见');
    await button(phone, '告诉督导').click();
    await message(phone, '记下了，督导会先看到。');

    await supervisor.reload();
    await words(supervisor, '不知道怎么说再见');
    await supervisor.getByLabel('多少分钟').fill('40');
    await supervisor.getByLabel('谈了什么').fill('怎样好好说再见');
    await supervisor.getByLabel('做得好的').fill('每一次都准时到');
    await picture(supervisor, 'supervision-talk-1440-zh');
    await button(supervisor, '写好并签名').click();
    await message(supervisor, '写好了，也算您签了名。来的人会收到消息去看和签名。');

    await phone.reload();
    await words(phone, '每一次都准时到');
    expect(await violations(phone, '/volunteer/supervision')).toEqual([]);
    await picture(phone, 'my-supervision-390-zh');
    await button(phone, '写得对，我签名').click();
    await message(phone, '签好了，谢谢您。');
  });

  it('lets a supervisor with 25 volunteers go only once each of them has somebody', async () => {
    await director.goto(BOARD);
    await heading(director, '督导安排');
    await link(director, LEAVES).first().click();
    await heading(director, LEAVES);
    await director.getByText('结束这项职责', { exact: true }).first().click();
    await director.getByLabel('最后一天').fill('2026-11-21');
    await director.getByLabel('为什么').first().selectOption({ label: '离开了机构' });
    await button(director, '结束这项职责').click();
    await button(director, '结束职责').click();
    await words(director, /督导着 24 名志愿者/);
    await director.getByLabel('由谁接手').selectOption({ label: TAKES });
    await button(director, '结束这项职责').click();
    await button(director, '结束职责').click();
    await message(director, '改好了，写进了操作记录。');
    for (const id of many.volunteerIds) {
      const supervisors = await many.supervisorsOf(id);
      expect(supervisors[0]).toBe(many.supervisorId);
      expect(supervisors.length).toBeGreaterThan(1);
      expect(supervisors.at(-1)).not.toBe(many.supervisorId);
    }
    await director.goto(BOARD);
    await heading(director, '督导安排');
    expect(
      await column(TAKES)
        .getByText(/^志愿者甲\d+$/)
        .count(),
    ).toBe(NAMES.length);
    expect(await column(LEAVES).count()).toBe(0);
  });

  it('is the same board on a phone, and in English', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await phone.goto(BOARD);
    await heading(phone, 'Supervision board');
    expect(await violations(phone, BOARD)).toEqual([]);
    await picture(phone, 'supervision-board-390-en');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
