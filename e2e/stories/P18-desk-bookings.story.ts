// P18, D8: the desk keeps the teams that come and who books for them, opens a day to teams on its own terms, and answers
// what they ask; of two colleagues who do the same at once the second is told so in words.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const DAY = '认识河边的树';
const COMPANY = '星桥软件有限公司';
const SCHOOL = '河湾师范学院';
const CLUB = '晨光跑步社';
const COORDINATOR = '高小雨';
const TEAMS = '{ myTeams { id name } }';
const HOLD = `mutation ($i: TeamWishInput!) { outcome: holdTeamDay(input: $i) { __typename
  ... on TeamBooking { id version } } }`;
const ASK = `mutation ($i: TeamBookingInput!) { outcome: requestTeamBooking(input: $i) { __typename
  ... on TeamBooking { id version state } } }`;

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
}

describe('bookings at the desk', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let supervisor: Page;
  let csr: TestClient;
  let activity: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    supervisor = await browser.visit(platform.address);
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    csr = platform.client();
    await csr.signIn(demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const fillTeam = async (page: Page, kind: string, name: string, shortName: string): Promise<void> => {
    await page.getByLabel('是什么团队', { exact: true }).last().selectOption({ label: kind });
    await page.getByLabel('团队的全名', { exact: true }).last().fill(name);
    await page.getByLabel('简称', { exact: true }).last().fill(shortName);
  };
  const manage = (page: Page, name: string) => page.getByText(`改“${name}”和它的联系人`).click();
  const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
  /** The demo's coordinator asks for places as the company's pages do. */
  async function ask(name: string, people: number, more: object = {}): Promise<void> {
    const { myTeams } = await csr.data<{ myTeams: { id: string; name: string }[] }>(TEAMS);
    const teamId = myTeams.find((team) => team.name === name)?.id;
    const wish = { teamId, activityId: activity, people, tasks: 'WITH_CHILDREN', partly: false, requestId: name };
    const { outcome: held } = await csr.data<{ outcome: Outcome }>(HOLD, { i: { ...wish, ...more } });
    expect(held.__typename).toBe('TeamBooking');
    const i = { bookingId: held.id, version: held.version };
    expect((await csr.data<{ outcome: Outcome }>(ASK, { i })).outcome).toMatchObject({ state: 'REQUESTED' });
  }

  it('a supervisor adds teams, and a name is one team’s: the colleague who writes it too is told what to do', async () => {
    const other = await browser.visit(platform.address);
    await signIn(other, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    for (const page of [supervisor, other]) {
      await page.goto('/agency/teams');
      await heading(page, '来访团队');
      await fillTeam(page, '企业', COMPANY, '星桥');
    }
    await button(supervisor, '登记团队').click();
    await message(supervisor, '团队保存好了。');
    await card(supervisor, COMPANY).first().waitFor();
    await button(other, '登记团队').click();
    await words(other, '已经有一个团队叫这个名字，也许是同事刚刚登记的。');
    expect(await other.getByLabel('简称', { exact: true }).last().inputValue()).toBe('星桥');
    await picture(other, 'teams-taken-1440-zh');
    for (const [kind, name, short] of [
      ['高校', SCHOOL, '河师'],
      ['社团', CLUB, '晨跑'],
    ] as const) {
      await fillTeam(supervisor, kind, name, short);
      await button(supervisor, '登记团队').click();
      await card(supervisor, name).first().waitFor();
    }
    // The director invites somebody new; an account is the director's to give.
    await other.reload();
    await manage(other, COMPANY);
    await card(other, COMPANY).getByText(`邀请一位新的联系人替“${COMPANY}”预约`).click();
    await card(other, COMPANY).getByLabel('联系人的姓名').fill(COORDINATOR);
    await card(other, COMPANY).getByLabel('发到哪个手机号或邮箱').fill('13900007788');
    await card(other, COMPANY).getByRole('button', { name: '发出邀请' }).click();
    await message(other, '邀请发出去了。');
    await card(other, COMPANY).getByText(`替团队预约的是${COORDINATOR}`).waitFor();
    await other.context().close();
  });

  it('and says who books for them; whoever may not invite is told whom to ask', async () => {
    await supervisor.reload();
    for (const name of [COMPANY, SCHOOL, CLUB]) {
      const one = card(supervisor, name);
      await manage(supervisor, name);
      await one.getByText(`请已经有账号的联系人替“${name}”预约`).click();
      await one.getByLabel('哪一位联系人').selectOption({ label: '何雨' });
      await one.getByRole('button', { name: '请本人预约' }).click();
      await one.getByText(/替团队预约的是.*何雨/).waitFor();
    }
    await card(supervisor, SCHOOL).getByText(`邀请一位新的联系人替“${SCHOOL}”预约`).click();
    await card(supervisor, SCHOOL).getByText('联系人的账号由机构负责人来给。').waitFor();
    await picture(supervisor, 'teams-1440-zh');
    expect(await violations(supervisor, 'teams')).toEqual([]);
  });

  it('a worker opens a day to teams, with the agency’s usual numbers to begin with', async () => {
    await worker.goto('/agency/activities?view=list&month=2026-12');
    await link(worker, DAY).first().click();
    await heading(worker, DAY);
    activity = decodeURIComponent(new URL(worker.url()).pathname.split('/').at(-1) ?? '');
    await button(worker, '开放这个活动').click();
    await worker.getByText('让团队来约这一天').click();
    const field = (label: string) => worker.getByLabel(label, { exact: true });
    expect(await field('一位同事最多带几位来访的人').inputValue()).toBe('15');
    await field('一位同事最多带几位来访的人').fill('0');
    await field('也有不接触孩子的任务').check();
    await field('用在哪里（第 1 行）').last().fill('点心');
    await field('多少元').last().fill('20');
    await button(worker, '让团队来约').click();
    await words(worker, '请写 1 到 100 的整数。');
    await words(worker, '请写下是什么事情，不超过 300 个字。');
    await picture(worker, 'offer-faults-1440-zh');
    expect(await violations(worker, 'activity')).toEqual([]);
    await field('一位同事最多带几位来访的人').fill('12');
    await field('是什么事情').fill('给图书贴标签、登记书目');
    await button(worker, '让团队来约').click();
    await message(worker, '团队现在可以来约这一天了。');
    await words(worker, '还空 12 个名额');
    await words(worker, '负责的同事只照看得过来这么多人');
    await words(worker, '还没有团队来约。');
  });

  it('what teams ask stands on Today, and longest first at the desk', async () => {
    await ask(COMPANY, 5, { budget: '5000' });
    platform.clock.advance(60_000);
    await ask(SCHOOL, 3, { tasks: 'WITHOUT_CHILDREN' });
    await worker.goto('/agency');
    await worker.getByRole('link', { name: /个团队等我们答复/ }).click();
    await heading(worker, '团队预约');
    const first = worker.getByRole('main').getByRole('heading', { level: 3 });
    await first.first().waitFor();
    const asked = (await first.allTextContents()).filter((name) => name.includes('星桥') || name.includes('河湾'));
    expect(asked.map((name) => name.split(' ')[0])).toEqual([COMPANY, SCHOOL]);
    await card(worker, COMPANY).getByText('团队的预算是 50 元，不够').waitFor();
    await card(worker, COMPANY).getByText('还空 4 个名额').waitFor();
    await picture(worker, 'bookings-1440-zh');
    expect(await violations(worker, 'bookings')).toEqual([]);
  });

  it('one is confirmed, one declined with a reason that the team reads', async () => {
    await button(worker, `确认${COMPANY}`).click();
    await message(worker, `确认了，${COMPANY}马上会知道。`);
    await card(worker, COMPANY).getByText('已确认').waitFor();
    await button(worker, `谢绝${SCHOOL}`).click();
    const dialog = worker.getByRole('dialog');
    await dialog.getByRole('button', { name: '谢绝', exact: true }).click();
    await dialog.getByText('请写下为什么，不超过 300 个字。').waitFor();
    await picture(worker, 'booking-decline-1440-zh');
    await dialog.getByLabel('为什么', { exact: true }).fill('这一天的书已经有人登记了，下个月再约。');
    await dialog.getByRole('button', { name: '谢绝', exact: true }).click();
    await message(worker, `${SCHOOL}马上会知道，名额空出来了。`);
    await card(worker, SCHOOL).waitFor({ state: 'detached' });
    const { myTeamBookings } = await csr.data<{ myTeamBookings: { state: string; reason: string | null }[] }>(
      '{ myTeamBookings { state reason } }',
    );
    expect(myTeamBookings).toContainEqual({ state: 'CANCELLED', reason: '这一天的书已经有人登记了，下个月再约。' });
  });

  it('of two colleagues who answer the same team, the second is told that the first was quicker', async () => {
    await ask(CLUB, 2);
    for (const page of [worker, supervisor]) {
      await page.goto('/agency/bookings');
      await button(page, `确认${CLUB}`).waitFor();
    }
    await button(supervisor, `确认${CLUB}`).click();
    await card(supervisor, CLUB).getByText('已确认').waitFor();
    await button(worker, `确认${CLUB}`).click();
    await worker.getByRole('alert').getByText('您打开以后，有同事先做了改动。').first().waitFor();
    await picture(worker, 'booking-second-1440-zh');
    await button(worker, '换成最新的内容').click();
    await card(worker, CLUB).getByText('已确认').waitFor();
  });

  it('a team that still comes does not end, and its day can be called off with a word to it', async () => {
    await supervisor.goto('/agency/teams');
    await manage(supervisor, CLUB);
    await button(supervisor, `${CLUB}不再来`).click();
    await supervisor.getByRole('dialog').getByRole('button', { name: '不再来', exact: true }).click();
    await words(supervisor, '这个团队还有约好的日子，或者在排队。');
    await supervisor.goto('/agency/bookings');
    await button(supervisor, `取消${CLUB}的预约`).click();
    const dialog = supervisor.getByRole('dialog');
    await dialog.getByLabel('为什么', { exact: true }).fill('电话里说好了，改到春天。');
    await dialog.getByRole('button', { name: '取消预约', exact: true }).click();
    await card(supervisor, CLUB).waitFor({ state: 'detached' });
    await supervisor.goto('/agency/teams');
    await manage(supervisor, CLUB);
    await button(supervisor, `${CLUB}不再来`).click();
    await supervisor.getByRole('dialog').getByRole('button', { name: '不再来', exact: true }).click();
    await message(supervisor, `${CLUB}不再来了。`);
  });

  it('reads as well on a phone and in English', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    for (const [path, title] of [
      ['/agency/bookings', 'Team bookings'],
      ['/agency/teams', 'Teams that come'],
      [`/agency/activities/${encodeURIComponent(activity)}`, 'Trees along the river'],
    ] as const) {
      await phone.goto(path);
      await heading(phone, title);
      await phone.getByText(COMPANY).first().waitFor();
      await picture(phone, `desk-teams-390-en-${title.replace(/\W+/g, '-')}`);
      expect(await violations(phone, path)).toEqual([]);
    }
    await worker.goto(`/agency/activities/${encodeURIComponent(activity)}`);
    await worker.getByText('2 个团队不来了').waitFor();
    await picture(worker, 'activity-teams-1440-zh');
    expect(await violations(worker, 'activity')).toEqual([]);
    expect(browser.faults).toEqual([]);
  });
});
