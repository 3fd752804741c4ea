// P18: next year's catalogue is open, two teams have wished; the desk changes a line and takes one back, closes, arranges, moves
// one by hand and tells them; one comes and has a booking, the other does not; the year after goes on from this one's lines.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { sendDue } from '../../server/src/testing/inbox.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

const CLUB_LOGIN = 'club@demo.tongxing.example';
const CLUB = '云溪大学青鸟社（虚构）';
const DESK = '/agency/company-years/2027';

describe('a company’s year', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let company: Page;
  let club: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    company = await browser.visit(platform.address, { on: 'phone' });
    await signIn(company, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    club = await browser.visit(platform.address);
    await signIn(club, CLUB_LOGIN, DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('is wished for on a phone, in an order that can be changed until the closing date', async () => {
    await company.goto('/company/year');
    await heading(company, '2027 年的合作');
    await company.getByLabel('大概来几个人').fill('0');
    await button(company, '保存意愿').click();
    await words(company, '请写 1 到 500 的整数。');
    await company.getByLabel('大概来几个人').fill('7');
    await button(company, '“春天的运动会”往前排').click();
    await button(company, '保存意愿').click();
    await message(company, '意愿保存好了。截止以前都可以再改。');
    await picture(company, 'company-year-wishes-390-zh');
    expect(await violations(company, 'company-year-wishes')).toEqual([]);
  });

  it('has a line changed and another taken back while it is open; who chose that one hears why', async () => {
    await worker.goto(DESK);
    await heading(worker, '2027 年的企业合作');
    await button(worker, '改“春天的运动会”').click();
    const dialog = worker.getByRole('dialog');
    const days = dialog.getByLabel('哪几天可以办');
    expect(await days.inputValue()).toBe('2027-05-08\n2027-05-22\n2027-06-05');
    await days.fill('2027-05-01\n2027-05-08\n2027-05-22\n2027-06-05');
    await picture(worker, 'company-year-change-1440-zh');
    await dialog.getByRole('button', { name: '改好', exact: true }).click();
    await message(worker, '改好了，企业看到的也换成新的。');
    await words(worker, '劳动节放假');
    await button(worker, '收回“一天的小小工程师”').click();
    await worker.getByRole('dialog').getByRole('button', { name: '收回并告诉企业', exact: true }).click();
    await worker.getByRole('dialog').getByText('请写一句为什么，300 字以内。').waitFor();
    await worker.getByRole('dialog').getByLabel('为什么办不成').fill('教室暑假要翻修');
    await worker.getByRole('dialog').getByRole('button', { name: '收回并告诉企业', exact: true }).click();
    await message(worker, '收回了，选了它的企业会接到通知。');
    await sendDue(platform);
    await club.goto('/company/notices');
    await words(club, '你们选的一项活动办不成了');
    await club.goto('/company/year');
    await words(club, '“一天的小小工程师”办不成了：教室暑假要翻修。可以另选一项。');
    await picture(club, 'company-year-line-closed-1440-zh');
    expect(await violations(club, 'company-year-line-closed')).toEqual([]);
    await button(club, '保存意愿').click();
    await message(club, '意愿保存好了。截止以前都可以再改。');
  });

  it('is closed, arranged with reasons, moved by hand, and told', async () => {
    await worker.goto(DESK);
    await heading(worker, '2027 年的企业合作');
    await words(worker, CLUB);
    await picture(worker, 'company-year-open-1440-zh');
    expect(await violations(worker, 'company-year-open')).toEqual([]);
    await button(worker, '现在就截止').click();
    await worker.getByRole('dialog').getByRole('button', { name: '截止', exact: true }).click();
    await message(worker, '意愿截止了，可以排日子了。');
    await button(worker, '请系统排日子').click();
    await message(worker, '排好了，请看一看。');
    await words(worker, '它来的人比名额多');
    await picture(worker, 'company-year-arranged-1440-zh');
    expect(await violations(worker, 'company-year-arranged')).toEqual([]);
    const card = worker.locator('li').filter({ has: worker.getByRole('heading', { name: CLUB }) });
    await card.getByRole('button', { name: /换到/ }).first().click();
    await worker.getByRole('dialog').getByRole('radio').first().click();
    await picture(worker, 'company-year-move-1440-zh');
    await worker.getByRole('dialog').getByRole('button', { name: '就换到这一天', exact: true }).click();
    await message(worker, '换好了，并且重新证明过。');
    await card.getByText('同事定下的，还没有告诉企业').waitFor();
    await button(worker, '告诉企业').click();
    await worker.getByRole('dialog').getByRole('button', { name: '告诉它们', exact: true }).click();
    await message(worker, '告诉企业了，等它们答复。');
  });

  it('one comes and has a booking, the other says why not', async () => {
    await sendDue(platform);
    await company.goto('/company/notices');
    await words(company, '你们的日子排好了');
    await company.goto('/company/year');
    await company
      .getByRole('heading', { name: /一起给图书角安个家/ })
      .first()
      .waitFor();
    const day = company.locator('li').filter({ has: company.getByRole('heading', { name: /一起给图书角安个家/ }) });
    await day.getByRole('button', { name: '我们来', exact: true }).click();
    await message(company, '记下了，期待你们来。');
    await day.getByText('约好了').waitFor();
    await picture(company, 'company-year-accepted-390-zh');
    expect(await violations(company, 'company-year-accepted')).toEqual([]);
    await club.goto('/company/year');
    await button(club, '我们来不了').click();
    await club.getByRole('dialog').getByLabel('为什么来不了').fill('那一周考试');
    await club.getByRole('dialog').getByRole('button', { name: '告诉机构', exact: true }).click();
    await message(club, '记下了，谢谢您早点告诉我们。');
    await worker.reload();
    await words(worker, '企业说：那一周考试');
    await words(worker, '约好了');
    await picture(worker, 'company-year-answered-1440-zh');
  });

  it('ends with a word on the year after, which both sides read, and goes on from last year’s lines', async () => {
    const card = worker.locator('li').filter({ has: worker.getByRole('heading', { name: CLUB }) });
    await card.getByText(/^记下.*明年还来不来$/).click();
    await card.getByLabel('明年', { exact: true }).selectOption('LAPSED');
    await card.getByLabel('原因').fill('社团换届，停一年');
    await card.getByRole('button', { name: '记下', exact: true }).click();
    await message(worker, '记下了，以前说的也还在。');
    await club.reload();
    await words(club, '社团换届，停一年');
    await worker.getByRole('link', { name: '下一年', exact: true }).click();
    await heading(worker, '2028 年的企业合作');
    await worker.getByLabel('企业可以选到哪一天').fill('2027-12-20');
    await button(worker, '开始编目录').click();
    await button(worker, '接上一年的活动').click();
    await message(worker, '接过来 3 项，日子换成同一个星期几。请看看有没有碰上放假。');
    await worker.getByRole('heading', { name: '认识河边的树' }).waitFor();
    await picture(worker, 'company-year-taken-over-1440-zh');
    expect(await violations(worker, 'company-year-taken-over')).toEqual([]);
    expect(browser.faults).toEqual([]);
  });
});
