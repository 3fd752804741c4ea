// P18: a company's people come in by the company's own sign-in: the director lets them, each ties the own account once.
import type { Page } from 'playwright-core';
import {
  DIRECTORY_CLIENT,
  freePort,
  startCompanyDirectory,
  type CompanyDirectory,
} from '../../server/src/testing/company-directory.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { button, heading, message, signIn, words } from '../support/page.js';
import { act, bookDay, companyOf, dayForTeams } from '../support/team-of-colleagues.js';

const DAY = { theme: '一起做书签', themeEn: 'Bookmarks together', onDate: '2026-12-19', otherTasks: '整理图书' };

describe('a company that signs its own people in', () => {
  let platform: TestApp;
  let directory: CompanyDirectory;
  let browser: StoryBrowser;
  let director: Page;
  let coordinator: Page;
  beforeAll(async () => {
    const port = await freePort();
    platform = await startDemoApp({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` });
    directory = await startCompanyDirectory(`${platform.address}/sso/callback`);
    browser = await StoryBrowser.open();
    director = await browser.visit(platform.address);
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    coordinator = await browser.visit(platform.address, { on: 'phone' });
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
    await directory.stop();
  });

  async function fill(issuer: string): Promise<void> {
    const type = (label: string, value: string) => director.getByLabel(label, { exact: true }).fill(value);
    await type('哪家公司', '海蓝科技');
    await type('公司代码', 'hailan');
    await type('登录系统的网址', issuer);
    await type('平台在公司那里的编号', DIRECTORY_CLIENT.registeredAs);
    await type('登录密钥', DIRECTORY_CLIENT.clientSecret);
    await button(director, '问一问再添加').click();
  }

  it('is asked before it is kept: nothing typed is lost where nobody answers', async () => {
    await director.goto('/agency/settings');
    await director.getByRole('link', { name: '用公司账号登录' }).click();
    await heading(director, '用公司账号登录');
    await words(director, '还没有公司这样登录。');
    await fill('http://127.0.0.1:1');
    await words(director, '这个网址没有回答');
    expect(await director.getByLabel('公司代码', { exact: true }).inputValue()).toBe('hailan');
    await director.getByLabel('登录系统的网址', { exact: true }).fill(directory.issuer);
    await button(director, '问一问再添加').click();
    await message(director, '公司的登录系统回答了，已经保存。');
    await director.getByRole('heading', { name: '海蓝科技' }).waitFor();
    await picture(director, 'company-sign-ins-1440-zh');
    expect(await violations(director, 'company sign-ins')).toEqual([]);
  });

  it('does not open by the company account before it is tied, and says what to do', async () => {
    directory.signedIn = 'lin';
    await coordinator.goto('/sign-in');
    await coordinator.getByText('用公司账号登录').click();
    await coordinator.getByLabel('公司代码').fill('Hailan');
    await picture(coordinator, 'sign-in-by-company-390-zh');
    await button(coordinator, '去公司的登录页').click();
    await words(coordinator, '这个公司账号还没有关联这里的账号。');
    expect(await violations(coordinator, 'sign-in by a company')).toEqual([]);
  });

  it('brings a colleague from the link of the day to the company and back: the name is there, and the place', async () => {
    const clientOf = async (role: Parameters<typeof demoLogin>[0]): Promise<TestClient> => {
      const client = platform.client();
      expect(await client.signIn(demoLogin(role), DEMO_PASSWORD)).toBe('Viewer');
      return client;
    };
    const desk = { worker: await clientOf('SOCIAL_WORKER'), supervisor: await clientOf('SUPERVISOR') };
    const csr = await clientOf('CSR_COORDINATOR');
    const { viewer } = await csr.data<{ viewer: { name: string } }>('{ viewer { name } }');
    const teamId = await companyOf(desk, '海蓝科技有限公司', viewer.name);
    const activityId = await dayForTeams(desk, DAY);
    const bookingId = await bookDay(desk, csr, { teamId, activityId, people: 10 });
    const answer = ['makeRosterLink', 'RosterLinkInput', '... on Roster { linkCode }'] as const;
    const { linkCode } = await act(csr, answer, { bookingId });

    const phone = await browser.visit(platform.address, { on: 'phone' });
    await phone.goto(`/join-day/${linkCode}`);
    await heading(phone, `和海蓝科技有限公司一起来：${DAY.theme}`);
    expect(await phone.getByRole('link', { name: '用海蓝科技的公司账号登录' }).count()).toBe(0);

    await director.reload();
    await director.getByText('更改“海蓝科技”').click();
    const choice = director.getByLabel('哪些活动日的报名页上可以用', { exact: true }).first();
    await choice.selectOption({ label: '海蓝科技有限公司' });
    await picture(director, 'company-sign-in-of-a-company-1440-zh');
    await button(director, '问一问再保存').click();
    await message(director, '公司的登录系统回答了，已经保存。');

    directory.signedIn = undefined;
    await phone.reload();
    await picture(phone, 'join-by-company-390-zh');
    const way = () => phone.getByRole('link', { name: /用海蓝科技的公司账号登录/ });
    await way().click();
    await words(phone, '公司的登录系统没有确认是您。');
    directory.signedIn = 'jiang';
    directory.names.set('jiang', '江小满');
    await way().click();
    await words(phone, '海蓝科技确认了是您。');
    expect(await phone.getByLabel('姓名', { exact: true }).inputValue()).toBe('江小满');
    expect(await violations(phone, 'joining by a company')).toEqual([]);
    await phone.getByLabel('手机号', { exact: true }).fill('13800008801');
    await phone.getByLabel('出生日期', { exact: true }).fill('1994-05-06');
    await phone.getByRole('checkbox').check();
    await picture(phone, 'join-from-company-390-zh');
    await button(phone, '报名，发短信给我').click();
    await words(phone, '请看手机短信');
    const lines = 'query ($id: ID!) { roster(bookingId: $id) { lines { name } } }';
    expect(await csr.data(lines, { id: bookingId })).toEqual({ roster: { lines: [{ name: '江小满' }] } });

    await followNewest(phone, platform, '/join/');
    await phone.getByLabel('给自己设一个密码', { exact: true }).fill(DEMO_PASSWORD);
    await phone.getByRole('checkbox').check();
    await button(phone, '开通账号').click();
    await phone.waitForURL('**/volunteer');
    const next = await browser.visit(platform.address, { language: 'en' });
    await next.goto(`/join-day/${linkCode}`);
    await next.getByRole('link', { name: /Sign in with/ }).waitFor();
    await picture(next, 'join-by-company-1440-en');
    await next.getByRole('link', { name: /Sign in with/ }).click();
    await button(next, 'I will come').waitFor();
    expect(next.url()).toContain(`/join-day/${linkCode}`);
    directory.signedIn = 'lin';
  });

  it('opens after the coordinator tied it, until the director ends it', async () => {
    await signIn(coordinator, demoLogin('CSR_COORDINATOR'), DEMO_PASSWORD);
    await coordinator.goto('/company/account');
    await coordinator.getByRole('link', { name: '关联我的公司账号' }).click();
    await words(coordinator, '公司账号关联好了');
    await picture(coordinator, 'company-ties-390-zh');
    const other = await browser.visit(platform.address, { language: 'en' });
    await other.goto('/sso/hailan');
    await other.waitForURL(/\/company$/);
    await other.goto('/company/account');
    await words(other, 'Connect it once');
    await picture(other, 'company-ties-1440-en');

    await director.reload();
    await words(director, '2 人关联了');
    await button(director, '停用').click();
    await director.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await message(director, '停用了，关联也都取消了。');
    const late = await browser.visit(platform.address);
    await late.goto('/sso/hailan');
    await words(late, '没有这个公司代码');
  });
});
