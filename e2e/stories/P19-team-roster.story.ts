// P18, P19, T11: thirty colleagues come to one day by one link on their phones, once with 25 and once with 7 of them not
// checked. Nobody meets a child who is not clear, nobody stays at home for a missing check, and whoever books for the company
// sees numbers, names and what is missing, never why. After the day there is one pack, and a report of the year.
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { clearedByPhone } from '../../server/src/testing/cleared-by-phone.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { inboxOf, sendDue } from '../../server/src/testing/inbox.js';
import { pdfText } from '../../server/src/testing/pdf-text.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';
import {
  act,
  bookDay,
  COLLEAGUE_PASSWORD,
  comeIn,
  companyOf,
  dayForTeams,
  prepare,
  type Desk,
} from '../support/team-of-colleagues.js';

const FIRST = { theme: '给孩子们的书角', themeEn: 'A corner of books', onDate: '2026-12-19', otherTasks: '整理图书' };
const SECOND = { theme: '新年一起读书', themeEn: 'New year, new books', onDate: '2027-01-16', otherTasks: '包书皮' };
const TEAM = '远帆科技';
const PEOPLE = 30;
const [TENS, ONES] = ['甲乙丙', '东南西北春夏秋冬山水'];
const NAMES = Array.from({ length: PEOPLE }, (_, at) => `同${TENS[Math.floor(at / 10)] ?? ''}${ONES[at % 10] ?? ''}`);
const phoneOf = (at: number): string => `138000090${String(at).padStart(2, '0')}`;
const LINES = 'query ($id: ID!) { roster(bookingId: $id) { state lines { name chosen needs } } }';
const DAY = 'query ($id: ID!) { activityDay(activityId: $id) { guests { personId name tasks ready } } }';
const LET_IN = ['checkInGuest', 'CheckInGuestInput', '... on ActivityDay { version }'] as const;

describe('thirty colleagues on one roster', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let csr: TestClient;
  let coordinator: Page;
  let phone: Page;
  let code: string;
  let first: { readonly activityId: string; readonly bookingId: string };
  let second: typeof first;
  const colleagues: TestClient[] = [];
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    const desk: Desk = {
      worker: await signedIn(demoLogin('SOCIAL_WORKER')),
      supervisor: await signedIn(demoLogin('SUPERVISOR')),
    };
    csr = await signedIn(demoLogin('CSR_COORDINATOR'));
    const { viewer } = await csr.data<{ viewer: { name: string } }>('{ viewer { name } }');
    const teamId = await companyOf(desk, TEAM, viewer.name);
    const booked = async (wish: typeof FIRST) => {
      const activityId = await dayForTeams(desk, wish);
      return { activityId, bookingId: await bookDay(desk, csr, { teamId, activityId, people: PEOPLE }) };
    };
    [first, second] = [await booked(FIRST), await booked(SECOND)];
    coordinator = await browser.visit(platform.address);
    await signIn(coordinator, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    phone = await browser.visit(platform.address, { on: 'phone' });
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  async function signedIn(login: string): Promise<TestClient> {
    const client = platform.client();
    expect(await client.signIn(login, DEMO_PASSWORD)).toBe('Viewer');
    return client;
  }
  async function rosterOf(bookingId: string) {
    const { roster } = await csr.data<{
      readonly roster: { state: string; lines: { name: string; chosen: string; needs: string[] }[] };
    }>(LINES, { id: bookingId });
    return roster;
  }
  const openRoster = async (theme: string): Promise<void> => {
    await coordinator.goto('/company');
    await link(coordinator, `${TEAM} · ${theme}`).click();
    await heading(coordinator, `${theme}：名单`);
  };
  const newLink = async (): Promise<string> => {
    await button(coordinator, '开一个链接').click();
    const address = await coordinator.getByLabel('发给同事的链接', { exact: true }).inputValue();
    return address.slice(address.lastIndexOf('/') + 1);
  };
  /** The authority's answers are in: nothing is known of these colleagues. */
  const checked = (from: number, to: number): Promise<void> =>
    clearedByPhone(
      platform,
      NAMES.slice(from, to).map((_, at) => `+86${phoneOf(from + at)}`),
    );

  it('has one link, which the coordinator sends to everybody', async () => {
    await openRoster(FIRST.theme);
    await words(coordinator, `${PEOPLE} 个名额，报名 0 人`);
    await words(coordinator, /2026年12月16日.*以前，每个人都要准备好/);
    code = await newLink();
    expect(code).toMatch(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/);
    await coordinator.getByAltText('报名链接的二维码').waitFor();
    await picture(coordinator, 'roster-link-1440-zh');
    expect(await violations(coordinator, 'empty roster')).toEqual([]);
  });

  it('goes to the company’s own list, in GBK: what would be sent stands there first, with each row that is left out', async () => {
    const list = [
      '姓名,手机,邮箱',
      '林一,13800009201,',
      '林二,,lin.er@harbour.example',
      ',13800009203,',
      '林四,12345,',
    ];
    const buffer = iconv.encode(list.join('\r\n'), 'gbk');
    const chooser = coordinator.getByLabel('同事名单（.csv 或 .xlsx）', { exact: true });
    await chooser.setInputFiles({ name: '同事.csv', mimeType: 'text/csv', buffer });
    await words(coordinator, '会发给 2 位同事。');
    await words(coordinator, '第 4 行 ：没有姓名');
    await words(coordinator, '第 5 行 林四：手机号不完整');
    await picture(coordinator, 'roster-list-1440-zh');
    expect(await violations(coordinator, 'list of colleagues')).toEqual([]);
    expect(await inboxOf(platform)).not.toContain(code);
    await button(coordinator, '发出链接').click();
    await message(coordinator, '链接发给了 2 位同事。');
    await words(coordinator, '已经给 2 个手机号或邮箱发过链接。');
    expect(await inboxOf(platform)).toContain(`/join-day/${code}`);
    expect((await rosterOf(first.bookingId)).lines).toEqual([]);
  });

  it('opens on a phone, says by when checks have to be there, and leads to an account of one’s own', async () => {
    const english = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await english.goto(`/join-day/${code}`);
    await heading(english, /A corner of books/);
    await words(english, /16 December 2026|December 16, 2026|Dec 16, 2026|16 Dec 2026/);
    await picture(english, 'join-day-390-en');
    await phone.goto(`/join-day/${code}`);
    await heading(phone, `和${TEAM}一起来：${FIRST.theme}`);
    await words(phone, /记录查询要在 2026年12月16日.*以前办好/);
    await picture(phone, 'join-day-390-zh');
    expect(await violations(phone, 'join a team day')).toEqual([]);
    await phone.getByLabel('姓名', { exact: true }).fill(NAMES[0] ?? '');
    await phone.getByLabel('手机号', { exact: true }).fill(phoneOf(0));
    await phone.getByLabel('出生日期', { exact: true }).fill('1994-05-06');
    await phone.getByRole('checkbox').check();
    await button(phone, '发短信给我').click();
    await heading2('请看手机短信');
    await followNewest(phone, platform, '/join/');
    await phone.getByLabel('给自己设一个密码', { exact: true }).fill(COLLEAGUE_PASSWORD);
    await phone.getByRole('checkbox').check();
    await button(phone, '开通账号').click();
    await phone.waitForURL('**/volunteer');
    await phone.getByRole('link', { name: /和团队来的日子/ }).click();
    await heading(phone, '和团队来的日子');
    await button(phone, '我来报名').click();
    await message(phone, '报上名了。');
    await picture(phone, 'own-team-day-390-zh');
    expect(await violations(phone, 'own team days')).toEqual([]);
  });

  it('is prepared for on the phone: a lesson that explains a wrong answer, and a short agreement in the own name', async () => {
    await phone.getByRole('link', { name: /学一课/ }).click();
    await heading(phone, '和孩子们过好这一天');
    await phone.getByLabel('拍一张，只留在自己手机里', { exact: true }).check();
    await phone.getByLabel('谢谢孩子，不答应保密，当场告诉社会工作者', { exact: true }).check();
    await phone.getByLabel('叫一位工作人员来陪', { exact: true }).check();
    await button(phone, '看看我想得对不对').click();
    await words(phone, '手机里的照片会到哪里，谁也说不准。');
    await phone.getByLabel('夸这张画，说照片由机构的老师来安排', { exact: true }).check();
    await button(phone, '看看我想得对不对').click();
    await words(phone, '都想到了。这一课学完了。');
    await link(phone, '接着准备').click();
    const signature = phone.getByLabel('写下您的姓名，就是签名', { exact: true });
    await signature.fill('别人');
    await button(phone, '同意并签名').click();
    await words(phone, `请写您登记的姓名：${NAMES[0] ?? ''}`);
    await signature.fill(NAMES[0] ?? '');
    await button(phone, '同意并签名').click();
    await message(phone, '签好了。');
    await words(phone, '记录查询');
    expect(await phone.getByRole('link', { name: /学一课/ }).count()).toBe(0);
    await picture(phone, 'own-team-day-waiting-390-zh');
    for (const [at, name] of NAMES.entries()) {
      if (at === 0) continue;
      const client = await comeIn(platform, code, name, phoneOf(at));
      expect(await prepare(client, code, name)).toEqual(['RECORD_CHECK']);
      colleagues.push(client);
    }
    const late = await comeIn(platform, code, '同事多余', '13800009099');
    await expect(prepare(late, code, '同事多余')).rejects.toThrow('FULL');
  });

  it('with 25 of 30 not checked is refused by name, and locks with five beside children and 25 with other tasks', async () => {
    await checked(0, 5);
    await openRoster(FIRST.theme);
    await words(coordinator, `${PEOPLE} 个名额，报名 30 人，5 人都准备好了`);
    await words(coordinator, '还差：学一课 0 人，签协议 0 人，记录查询 25 人');
    await picture(coordinator, 'roster-25-not-clear-1440-zh');
    expect(await violations(coordinator, 'roster')).toEqual([]);
    const read = await allText(coordinator);
    for (const [at, name] of NAMES.entries()) {
      expect(read).toContain(name);
      expect(read).not.toContain(phoneOf(at));
    }
    expect(read).not.toMatch(/1994|5月6日/);
    await button(coordinator, '锁定名单').click();
    await words(coordinator, '名单还不能锁定');
    await words(coordinator, `${NAMES[29] ?? ''}：还差办好记录查询`);
    expect((await rosterOf(first.bookingId)).state).toBe('CONFIRMED');
    await coordinator.getByRole('checkbox', { name: /25 位同事只差记录查询/ }).check();
    await button(coordinator, '锁定名单').click();
    await message(coordinator, '名单锁定了。');
    const { state, lines } = await rosterOf(first.bookingId);
    expect(state).toBe('ROSTER_LOCKED');
    expect(lines.filter(({ needs }) => needs.length > 0)).toEqual([]);
    expect(lines.filter(({ chosen }) => chosen === 'WITH_CHILDREN').map(({ name }) => name)).toEqual(NAMES.slice(0, 5));
    await picture(coordinator, 'roster-locked-1440-zh');
    await coordinator.setViewportSize({ width: 390, height: 844 });
    expect(await violations(coordinator, 'roster on a phone')).toEqual([]);
    await picture(coordinator, 'roster-locked-390-zh');
    await coordinator.setViewportSize({ width: 1440, height: 900 });
  });

  it('is taken along for the insurer by a lead, with a reason; the coordinator takes names alone', async () => {
    const lead = await browser.visit(platform.address);
    await signIn(lead, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await lead.goto(`/agency/rosters/${first.bookingId}`);
    await lead.getByLabel('为什么要下载', { exact: true }).selectOption({ label: '交给保险公司投保' });
    const insured = await taken(lead, '投保名单 CSV');
    expect(insured.name).toBe(`投保名单 ${FIRST.onDate}.csv`);
    expect(insured.text.startsWith('\ufeff姓名,性别,证件类型,证件号码,出生日期,手机号')).toBe(true);
    expect(insured.text.match(/1994-05-06/g)).toHaveLength(PEOPLE);
    await picture(lead, 'roster-desk-1440-zh');
    expect(await violations(lead, 'roster at the desk')).toEqual([]);
    expect(await button(coordinator, /^投保名单/).count()).toBe(0);
    const names = await taken(coordinator, '姓名和任务 CSV');
    expect(names.text).toContain(`${NAMES[29] ?? ''},不接触孩子的任务`);
    expect(names.text).not.toMatch(/1994|138000/);
  });

  it('with 7 of 30 not checked locks with 23 beside children and 7 with other tasks', async () => {
    await checked(5, 23);
    await openRoster(SECOND.theme);
    const again = await newLink();
    await phone.goto(`/join-day/${again}`);
    await button(phone, '我来报名').click();
    await heading(phone, '和团队来的日子');
    await words(phone, SECOND.theme);
    expect(await phone.getByRole('link', { name: /学一课/ }).count()).toBe(0);
    await phone.getByLabel('写下您的姓名，就是签名', { exact: true }).fill(NAMES[0] ?? '');
    await button(phone, '同意并签名').click();
    await message(phone, '签好了。');
    for (const [at, client] of colleagues.entries()) {
      expect(await prepare(client, again, NAMES[at + 1] ?? '')).toEqual(at + 1 < 23 ? [] : ['RECORD_CHECK']);
    }
    await coordinator.reload();
    await words(coordinator, `${PEOPLE} 个名额，报名 30 人，23 人都准备好了`);
    await coordinator.getByRole('checkbox', { name: /7 位同事只差记录查询/ }).check();
    await button(coordinator, '锁定名单').click();
    await message(coordinator, '名单锁定了。');
    const { lines } = await rosterOf(second.bookingId);
    expect(lines.filter(({ chosen }) => chosen === 'WITH_CHILDREN').map(({ name }) => name)).toEqual(
      NAMES.slice(0, 23),
    );
    expect(lines.filter(({ chosen }) => chosen === 'WITHOUT_CHILDREN')).toHaveLength(7);
  });

  it('runs with everybody: five beside children, the others at other tasks, and each one’s hours are kept', async () => {
    platform.clock.set(`${FIRST.onDate}T01:10:00.000Z`);
    const worker = await browser.visit(platform.address, { on: 'phone' });
    // Who comes and goes is written down by the worker's phone, which goes on without a line.
    await worker.clock.setFixedTime(`${FIRST.onDate}T01:10:00.000Z`);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await worker.goto(`/agency/activities/${first.activityId}/day`);
    await button(worker, '定下名单').click();
    await message(worker, '名单定下来了。');
    await button(worker, '开始活动').click();
    await message(worker, '活动开始了，可以签到。');
    await button(worker, `${NAMES[1] ?? ''}到了`).click();
    await message(worker, `${NAMES[1] ?? ''}签到了。`);
    expect(await button(worker, `${NAMES[29] ?? ''}到了`).count()).toBe(0);
    await button(worker, `${NAMES[29] ?? ''}做别的事`).click();
    await message(worker, `${NAMES[29] ?? ''}来做不接触孩子的事。`);
    await picture(worker, 'team-day-list-390-zh');
    await worker.goto(`/agency/activities/${first.activityId}/door`);
    const shown = worker.locator('output');
    const digits = ((await shown.textContent()) ?? '').replaceAll(/\D/g, '');
    await signIn(phone, phoneOf(0), COLLEAGUE_PASSWORD);
    await phone.goto(`/check-in?code=${digits}`);
    await button(phone, '我到了').click();
    await button(phone, /离开/).first().waitFor();
    await picture(phone, 'team-check-in-390-zh');
    const list = await signedIn(demoLogin('SOCIAL_WORKER'));
    const { activityDay } = await list.data<{
      readonly activityDay: { readonly guests: readonly { personId: string; name: string }[] };
    }>(DAY, { id: first.activityId });
    // Two colleagues do not come.
    const { activityId } = first;
    for (const { personId, name } of activityDay.guests) {
      if (!NAMES.slice(2, 28).includes(name)) continue;
      await act(list, LET_IN, { activityId, personId, otherTasks: false });
    }
    platform.clock.advance(2 * 3_600_000);
    await worker.clock.setFixedTime(`${FIRST.onDate}T03:10:00.000Z`);
    await worker.goto(`/agency/activities/${activityId}/day`);
    await words(worker, '名单上 31 人，现在在场 29 人。');
    await button(worker, '都离开了，关上签到').click();
    await message(worker, '签到关上了，服务时间记好了。');
    await sendDue(platform);
    csr = await signedIn(demoLogin('CSR_COORDINATOR'));
    expect((await rosterOf(first.bookingId)).state).toBe('ATTENDED');
    const own = platform.client();
    expect(await own.signIn(phoneOf(0), COLLEAGUE_PASSWORD)).toBe('Viewer');
    const { myDay } = await own.data<{ myDay: { hours: object[] } }>('{ myDay { hours { state onDate minutes } } }');
    expect(myDay.hours).toMatchObject([{ state: 'CONFIRMED', onDate: FIRST.onDate, minutes: 120 }]);
    await worker.getByLabel('要做成的事，做到了多少', { exact: true }).selectOption('4');
    await worker.getByLabel('希望长出的，长出了多少', { exact: true }).selectOption('5');
    await worker.getByLabel('评估', { exact: true }).fill('书角搭好了，书都上了架。');
    await worker.getByLabel('反思', { exact: true }).fill('下次早一点分组。');
    await button(worker, '写好了').click();
    await message(worker, '评估和反思写好了。');
    const lead = await browser.visit(platform.address);
    await signIn(lead, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await lead.goto(`/agency/activities/${activityId}/day`);
    await button(lead, '读过了，结束活动').click();
    await message(lead, '活动结束了。');
  });

  it('is followed by one pack, written from the log of hours, and sent once', async () => {
    await sendDue(platform);
    const desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await desk.goto('/agency/packs');
    await heading(desk, '活动之后');
    await picture(desk, 'packs-1440-zh');
    expect(await violations(desk, 'packs')).toEqual([]);
    await link(desk, new RegExp(FIRST.theme)).click();
    await words(desk, NAMES[1] ?? '');
    await button(desk, '发给团队').click();
    await words(desk, '请写下这一项。');
    await desk.getByLabel('那天怎么样', { exact: true }).fill('大家分成六组，书架当天就立起来了。');
    await desk.getByLabel('带来了什么', { exact: true }).fill('社区有了一个一直开着的书角。');
    await picture(desk, 'pack-1440-zh');
    expect(await violations(desk, 'pack')).toEqual([]);
    await button(desk, '发给团队').click();
    await message(desk, '发出了，团队的联系人会收到通知。');
    await words(desk, '第 1 版');
    expect((await rosterOf(first.bookingId)).state).toBe('REPORTED');
  });

  it('comes to an impact report: page, PDF and workbook, with numbers of people and no child', async () => {
    await signIn(coordinator, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    await coordinator.setViewportSize({ width: 390, height: 844 });
    await coordinator.goto('/company/packs');
    await link(coordinator, new RegExp(FIRST.theme)).click();
    await words(coordinator, '大家分成六组，书架当天就立起来了。');
    await words(coordinator, NAMES[29] ?? '');
    await picture(coordinator, 'company-pack-390-zh');
    expect(await violations(coordinator, 'company pack')).toEqual([]);
    await coordinator.setViewportSize({ width: 1440, height: 900 });
    await coordinator.goto('/company/impact?year=2026');
    await words(coordinator, '社区有了一个一直开着的书角。');
    await words(coordinator, '29 位同事');
    await picture(coordinator, 'company-impact-1440-zh');
    expect(await violations(coordinator, 'impact')).toEqual([]);
    const section = coordinator.locator('section').filter({ hasText: TEAM });
    const paper = await downloaded(coordinator, section.getByRole('link', { name: '下载 PDF' }).first());
    const text = pdfText(paper);
    expect(text).toContain(FIRST.theme);
    expect(text).toContain('社区有了一个一直开着的书角。');
    expect(text).not.toContain(NAMES[1] ?? '');
    const book = await downloaded(coordinator, section.getByRole('link', { name: '下载表格（XLSX）' }).first());
    expect(book.subarray(0, 2).toString('latin1')).toBe('PK');
    const english = await browser.visit(platform.address, { language: 'en' });
    await signIn(english, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    await english.goto('/company/impact?year=2026');
    await english.getByText(FIRST.themeEn).first().waitFor();
    await picture(english, 'company-impact-1440-en');
    expect(browser.faults).toEqual([]);
  });

  async function downloaded(page: Page, what: ReturnType<Page['locator']>): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), what.click()]);
    return readFileSync(await download.path());
  }

  async function taken(page: Page, name: string): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
    const path = await download.path();
    return { name: download.suggestedFilename(), text: readFileSync(path, 'utf8') };
  }

  const heading2 = (name: string) => phone.getByRole('heading', { level: 2, name, exact: true }).waitFor();
});
