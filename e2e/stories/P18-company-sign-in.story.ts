// P18: a company's people come in by the company's own sign-in: the director lets them, each ties the own account once.
import type { Page } from 'playwright-core';
import {
  DIRECTORY_CLIENT,
  freePort,
  startCompanyDirectory,
  type CompanyDirectory,
} from '../../server/src/testing/company-directory.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';

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
    await words(director, '1 人关联了');
    await button(director, '停用').click();
    await director.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await message(director, '停用了，关联也都取消了。');
    const late = await browser.visit(platform.address);
    await late.goto('/sso/hailan');
    await words(late, '没有这个公司代码');
  });
});
