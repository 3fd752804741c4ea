// P18: next year's catalogue is open, two teams have wished; the desk closes, arranges, moves one by hand and tells them; one
// comes and has a booking, the other does not.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
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
    await company.reload();
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
    expect(browser.faults).toEqual([]);
  });
});
