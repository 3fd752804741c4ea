// P12, P18, H22, SM8: a worker drags an open activity to another day and is told beforehand what stands against it, heeds it,
// takes it back, and moves another by the keyboard and on a phone; whoever comes hears of it once, and the second of two who
// move it at once is told that somebody else did.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { sendDue } from '../../server/src/testing/inbox.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';
import { settled } from '../support/settled.js';

const THEME = '给鸟儿做个窝';
const OTHER = '春天的诗会';
const MARCH = '/agency/activities?month=2027-03';
const VOLUNTEER = '许诺';

interface Stepped {
  readonly id: string;
  readonly version: number;
}

describe('the calendar of activities', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let other: Page;
  let phone: Page;
  let api: TestClient;
  let address: string;

  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    api = platform.client();
    await api.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const supervisor = platform.client();
    await supervisor.signIn(demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    const id = await opened(supervisor, THEME, '2027-03-10');
    await opened(supervisor, OTHER, '2027-03-17');
    address = `/agency/activities/${encodeURIComponent(id)}`;
    await seat(id);
    await sendDue(platform);
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    other = await browser.visit(platform.address);
    await signIn(other, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const step = async (client: TestClient, name: string, input: string, i: object): Promise<Stepped> => {
    const query = `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { ... on Activity { id version } } }`;
    return (await client.data<{ outcome: Stepped }>(query, { i })).outcome;
  };

  /** A day in the room by the river, with the same colleague in charge. */
  async function opened(supervisor: TestClient, theme: string, onDate: string): Promise<string> {
    interface Planning {
      readonly activityTeam: readonly { id: string; name: string }[];
      readonly venues: readonly { id: string; name: string }[];
    }
    const planning = await api.data<Planning>('{ activityTeam { id name } venues { id name } }');
    const plan = {
      ...{ kind: 'GROWTH_GROUP', theme, themeEn: '', onDate, startMinute: 540, endMinute: 660, children: 8 },
      ...{ childrenGroup: '春天小组', childrenPerAdult: 4, taskGoal: '一起做成一件事', processGoal: '认识新朋友' },
      ...{ childrenPart: '孩子们决定怎么做', riskChildren: '走散：两人一组。', riskStaff: '疲劳：每小时休息。' },
      ...{ roles: [{ task: '带一个小组', seats: 2, skill: '' }], budget: [], requestId: `story ${theme}` },
      inChargeIds: planning.activityTeam.filter(({ name }) => name === '林溪').map((one) => one.id),
      venueId: planning.venues.find(({ name }) => name === '河湾社区活动室')?.id,
    };
    const { id, version } = await step(api, 'planActivity', 'PlanActivityInput', plan);
    const read = await step(supervisor, 'reviewActivity', 'ActivityStepInput', { activityId: id, version });
    await step(api, 'openActivity', 'ActivityStepInput', { activityId: id, version: read.version });
    return id;
  }

  async function seat(activityId: string): Promise<void> {
    const reasons = await api.data<{ seatReasons: { volunteerId: string; name: string }[] }>(
      'query ($id: ID!) { seatReasons(activityId: $id, role: 0) { volunteerId name } }',
      { id: activityId },
    );
    const volunteerId = reasons.seatReasons.find(({ name }) => name === VOLUNTEER)?.volunteerId;
    await api.data('mutation ($i: AddSeatInput!) { addSeat(input: $i) { __typename } }', {
      i: { activityId, role: 0, volunteerId, despite: true },
    });
    const told = await api.data(
      'mutation { publishStaffing(input: { month: "2027-03" }) { ... on StaffingPublished { told } } }',
    );
    expect(told).toEqual({ publishStaffing: { told: 1 } });
  }

  const cell = (page: Page, day: string) => page.locator(`td[data-day="${day}"]`);
  const asks = (theme: string) => `把“${theme}”移到…`;

  it('names the month in words, and an activity that is dragged says beforehand what stands against it', async () => {
    await desk.goto(MARCH);
    await heading(desk, '活动');
    await desk.getByRole('table', { name: '2027年3月的活动' }).waitFor();
    await settled(desk);
    await picture(desk, 'calendar-month-1440-zh');
    expect(await violations(desk, 'calendar-month')).toEqual([]);
    await cell(desk, '2027-03-10').locator('li').dragTo(cell(desk, '2027-03-17'));
    const dialog = desk.getByRole('dialog', { name: asks(THEME) });
    await dialog.getByText('场地已经有人用。请换一个时间或场地。').waitFor();
    await dialog.getByText('林溪要负责那个活动，路上也要一个小时。请换一个时间。').waitFor();
    await settled(desk);
    await picture(desk, 'calendar-conflict-1440-zh');
    expect(await violations(desk, 'calendar-conflict')).toEqual([]);
    await button(desk, '移过去，告诉大家').click();
    await dialog.getByRole('alert').getByText('换不过去。请先解决上面说的，或者换一个时间。').waitFor();
  });

  it('is moved once the conflict is heeded, and taken back by another move', async () => {
    const dialog = desk.getByRole('dialog', { name: asks(THEME) });
    await dialog.getByLabel('几点开始').fill('14:00');
    await dialog.getByLabel('几点结束').fill('16:00');
    await dialog.getByText('这个时间没有冲突。').waitFor();
    await button(desk, '移过去，告诉大家').click();
    await message(desk, /“给鸟儿做个窝”换到了.*3月17日.+14:00–16:00，也告诉了大家。/);
    await cell(desk, '2027-03-17').getByText('14:00–16:00').waitFor();
    await button(desk, '撤销').click();
    await message(desk, '换回了原来的时间，也告诉了大家。');
    await cell(desk, '2027-03-10').getByRole('link', { name: THEME }).waitFor();
  });

  it('is moved by the keyboard alone, in the week', async () => {
    await desk.goto('/agency/activities?view=week&day=2027-03-10');
    await heading(desk, '活动');
    await cell(desk, '2027-03-10').getByRole('link', { name: THEME }).waitFor();
    await settled(desk);
    await picture(desk, 'calendar-week-1440-zh');
    expect(await violations(desk, 'calendar-week')).toEqual([]);
    await button(desk, asks(THEME)).focus();
    await desk.keyboard.press('Enter');
    const dialog = desk.getByRole('dialog', { name: asks(THEME) });
    await dialog.getByLabel('移到哪一天').fill('2027-03-12');
    await dialog.getByText('这个时间没有冲突。').waitFor();
    await button(desk, '移过去，告诉大家').press('Enter');
    await message(desk, /换到了.*3月12日/);
    await cell(desk, '2027-03-12').getByRole('link', { name: THEME }).waitFor();
  });

  it('tells whoever has a seat once for each move, and asks them anew', async () => {
    await sendDue(platform);
    const volunteer = await browser.visit(platform.address, { on: 'phone' });
    await signIn(volunteer, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await volunteer.goto('/volunteer/notices');
    await words(volunteer, '您要来的活动换了时间');
    await settled(volunteer);
    // Moved, taken back, and moved: three times, each once.
    expect(await volunteer.getByText('您要来的活动换了时间').count()).toBe(3);
    await volunteer.goto('/volunteer/activities');
    await words(volunteer, THEME);
    await words(volunteer, /3月12日/);
    await picture(volunteer, 'my-moved-activity-390-zh');
  });

  it('is told to the second of two who move it: somebody else was quicker', async () => {
    for (const page of [desk, other]) {
      await page.goto(address);
      await heading(page, THEME);
      await button(page, '移到…').click();
      await page.getByRole('dialog').getByText('选好时间，这里会先说有什么冲突。').waitFor();
    }
    for (const [page, day] of [
      [desk, '2027-03-24'],
      [other, '2027-03-25'],
    ] as const) {
      await page.getByLabel('移到哪一天').fill(day);
      await page.getByText('这个时间没有冲突。').waitFor();
      await button(page, '移过去，告诉大家').click();
      if (page === desk) await message(desk, /换到了.*3月24日/);
    }
    await other.getByRole('alert').getByText('您打开以后，有同事先做了改动。').first().waitFor();
    await other.getByRole('alert').getByRole('button', { name: '换成最新的内容' }).click();
    await words(other, /3月24日/);
    await desk.reload();
    await words(desk, '换过时间');
    await settled(desk);
    await picture(desk, 'activity-moved-1440-zh');
    expect(await violations(desk, 'activity-moved')).toEqual([]);
  });

  it('moves on a phone by “Move to…” alone, day by day', async () => {
    await phone.goto(MARCH);
    await heading(phone, 'Activities');
    await phone.getByRole('heading', { level: 2, name: 'March 2027' }).waitFor();
    await settled(phone);
    await picture(phone, 'calendar-month-390-en');
    expect(await violations(phone, 'calendar-phone')).toEqual([]);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await button(phone, `Move “${THEME}” to…`).filter({ visible: true }).click();
    const dialog = phone.getByRole('dialog');
    await dialog.getByLabel('To which day').fill('2027-03-17');
    await dialog.getByText('It cannot be moved before this is settled').waitFor();
    await settled(phone);
    await picture(phone, 'calendar-conflict-390-en');
    expect(await violations(phone, 'calendar-conflict-phone')).toEqual([]);
    await dialog.getByLabel('To which day').fill('2027-03-18');
    await dialog.getByText('Nothing stands against this time.').waitFor();
    await button(phone, 'Move it and tell everybody').click();
    await message(phone, /was moved to .*18/);
    expect(browser.faults).toEqual([]);
  });
});
