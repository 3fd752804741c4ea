// A colleague comes: invited at the desk, in by an own password, and a second role from its own day on; then one leaves.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { addKnownVolunteers } from '../../server/src/testing/known-volunteers.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const AGENCY = '云溪同行社会工作服务中心';
const NEW = { name: '何欣', identifier: 'hexin@yunxi.example', password: '周六下午和孩子们一起读书' };
const DAY = 86_400_000;

describe('a colleague who is invited', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let colleague: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await staffedAgency(platform);
    await addKnownVolunteers(platform.app, agencyId, [{ name: '许诺', supervisor: STAFF.supervisor.name }]);
    browser = await StoryBrowser.open();
    desk = await browser.visit(platform.address);
    await signIn(desk, DIRECTOR.identifier, TEST_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const open = async (page: Page, name: string): Promise<void> => {
    await page.goto('/agency/staff');
    await link(page, name).click();
    await heading(page, name);
  };
  /** The card of one role on a colleague's page. */
  const post = (page: Page, role: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: role });

  it('is not a supervisor’s to add: the list is there, nothing on it can be changed', async () => {
    const supervisor = await browser.visit(platform.address);
    await signIn(supervisor, STAFF.supervisor.identifier, TEST_PASSWORD);
    await supervisor.goto('/agency/staff');
    await heading(supervisor, '同事');
    await words(supervisor, '需要改动时，请找机构负责人。');
    expect(await link(supervisor, '加一位同事').count()).toBe(0);
    await open(supervisor, STAFF.worker.name);
    await words(supervisor, '有账号');
    expect(await supervisor.getByText('结束这项职责').count()).toBe(0);
    expect(await supervisor.getByText('给一项新的职责').count()).toBe(0);
    await supervisor.goto('/agency/staff/new');
    await heading(supervisor, '没有打开这一页');
    await supervisor.goto('/agency/staff/offices');
    await heading(supervisor, '服务点');
    expect(await button(supervisor, '开这个服务点').count()).toBe(0);
  });

  it('is added by the director: a name, an address, what for; the link is shown once', async () => {
    await desk.goto('/agency/staff');
    await link(desk, '加一位同事').click();
    await heading(desk, '加一位同事');
    await button(desk, '发出邀请').click();
    await words(desk, '请填写手机号，或完整的邮箱。');
    await words(desk, '请至少选一项职责。');
    await desk.getByLabel('姓名', { exact: true }).fill(NEW.name);
    await desk.getByLabel('手机号或邮箱', { exact: true }).fill(STAFF.worker.identifier);
    await desk.getByLabel('社会工作者', { exact: true }).check();
    await clean(desk);
    await button(desk, '发出邀请').click();
    await words(desk, '机构里已经有人用这个号码或邮箱。');
    await desk.getByLabel('手机号或邮箱', { exact: true }).fill(NEW.identifier);
    await button(desk, '发出邀请').click();
    await words(desk, '短信或邮件没有到时，可以把这个链接当面交给本人');
    expect(await desk.getByLabel('本人的链接', { exact: true }).inputValue()).toContain(`${platform.address}/join/`);
    await picture(desk, 'colleague-invited-1440-zh');
    await clean(desk);
    await link(desk, `看${NEW.name}的页面`).click();
    await heading(desk, NEW.name);
    await words(desk, '接受邀请以后开始：');
    await words(desk, '已邀请');
    expect(await desk.getByLabel('本人的链接', { exact: true }).count()).toBe(0);
    await clean(desk);
  });

  it('joins by the link in the mail: agrees, sets a password, and is at the desk of a social worker', async () => {
    colleague = await browser.visit(platform.address);
    await followNewest(colleague, platform, '/join/');
    await heading(colleague, `${AGENCY}邀请您加入`);
    await words(colleague, '您将作为社会工作者加入。');
    await colleague.getByLabel('给自己设一个密码', { exact: true }).fill(NEW.password);
    await button(colleague, '开通账号').click();
    await words(colleague, '请先读一读，同意后再继续。');
    await picture(colleague, 'join-1440-zh');
    await clean(colleague);
    await colleague.getByRole('checkbox').check();
    await button(colleague, '开通账号').click();
    await colleague.waitForURL('**/agency');
    const rail = colleague.getByRole('navigation').first();
    await rail.getByRole('link', { name: '儿童' }).waitFor();
    expect(await rail.getByRole('link', { name: '同事' }).count()).toBe(0);
  });

  it('is at work from then on, in the director’s list', async () => {
    await open(desk, NEW.name);
    await words(desk, '有账号');
    await post(desk, '社会工作者').getByText('在职').waitFor();
  });

  it('gets a second role that begins by itself on its day', async () => {
    await desk.getByText('给一项新的职责').click();
    await desk.getByLabel('哪项职责', { exact: true }).selectOption({ label: '督导者' });
    await desk.getByLabel('从哪天起', { exact: true }).fill('2026-11-21');
    await button(desk, '给这项职责').click();
    await words(desk, '从今天或以后开始：过去的日子不能补。');
    await desk.getByLabel('从哪天起', { exact: true }).fill('2026-11-24');
    await button(desk, '给这项职责').click();
    await message(desk, `${NEW.name}有了新的职责`);
    await post(desk, '督导者').getByText('还没开始').waitFor();
    await picture(desk, 'colleague-1440-zh');
    await clean(desk);

    const rail = colleague.getByRole('navigation').first();
    platform.clock.advance(DAY);
    await colleague.reload();
    await rail.getByRole('link', { name: '儿童' }).waitFor();
    expect(await rail.getByRole('link', { name: '同事' }).count()).toBe(0);
    platform.clock.advance(DAY);
    await colleague.reload();
    await rail.getByRole('link', { name: '同事' }).click();
    await heading(colleague, '同事');
    await picture(colleague, 'colleagues-1440-zh');
  });

  it('a colleague leaves: first it is said who takes over', async () => {
    await open(desk, STAFF.supervisor.name);
    await desk.getByText('结束这项职责').first().click();
    await desk.getByLabel('最后一天', { exact: true }).fill('2026-11-24');
    await desk.getByLabel('为什么', { exact: true }).first().selectOption({ label: '离开了机构' });
    const confirm = desk.getByRole('dialog', { name: `结束${STAFF.supervisor.name}的职责“督导者”？` });
    await button(desk, '结束这项职责').click();
    await confirm.getByRole('button', { name: '结束职责' }).click();
    await words(desk, '督导着 1 名志愿者。');
    await button(desk, '结束这项职责').click();
    await words(desk, '先选好由谁接手，职责才能结束。');
    await desk.getByLabel('由谁接手', { exact: true }).selectOption({ label: NEW.name });
    await clean(desk);
    await button(desk, '结束这项职责').click();
    await confirm.getByText(`手上的人都交给${NEW.name}。`).waitFor();
    await picture(desk, 'role-end-1440-zh');
    await confirm.getByRole('button', { name: '结束职责' }).click();
    await message(desk, '改好了，写进了操作记录。');
    await words(desk, '2026年11月22日 至 2026年11月24日');
  });

  it('the last director stays, and hears why', async () => {
    await open(desk, DIRECTOR.name);
    await words(desk, '给自己加职责，要请另一位机构负责人来做。');
    await desk.getByText('结束这项职责').first().click();
    await desk.getByLabel('为什么', { exact: true }).first().selectOption({ label: '换了别的工作' });
    await button(desk, '结束这项职责').click();
    await desk.getByRole('dialog').getByRole('button', { name: '结束职责' }).click();
    await words(desk, '机构总要有一位能登录、没有被暂停的负责人。');
    await words(desk, '先给另一位同事“机构负责人”的职责，再结束这一项。');
    await clean(desk);
  });

  it('an office opens, is somebody’s place of work, and closes only once nobody is left there', async () => {
    await desk.goto('/agency/staff/offices');
    await words(desk, '还没有服务点');
    await desk.getByLabel('服务点的名字', { exact: true }).fill('桥头站');
    await button(desk, '开这个服务点').click();
    await desk.getByRole('heading', { level: 2, name: '桥头站' }).waitFor();
    await open(desk, STAFF.worker.name);
    await desk.getByText('给一项新的职责').click();
    await desk.getByLabel('哪项职责', { exact: true }).selectOption({ label: '档案管理员' });
    await desk.getByLabel('在哪里', { exact: true }).selectOption({ label: '桥头站' });
    await button(desk, '给这项职责').click();
    await post(desk, '档案管理员').getByText('桥头站').waitFor();
    await desk.goto('/agency/staff/offices');
    await words(desk, '档案管理员');
    await desk.getByText('关掉这个服务点').click();
    await button(desk, '关掉服务点').click();
    await desk.getByRole('dialog').getByRole('button', { name: '关掉服务点' }).click();
    await words(desk, `还有同事在这里有职责，或者受邀到这里来：${STAFF.worker.name}。`);
    await picture(desk, 'office-in-use-1440-zh');
    await clean(desk);
  });

  it('a certificate that ends soon is found by the address of the list, with its day; nobody else is in it', async () => {
    await desk.goto('/agency/staff?credentials=SOON');
    await words(desk, '没有快到期的证书');
    await open(desk, STAFF.worker.name);
    await desk.getByText('记下一份证书').click();
    const form = desk.locator('form').filter({ has: button(desk, '记下证书') });
    await form.getByLabel('哪种证书', { exact: true }).selectOption({ index: 1 });
    await form.getByLabel('从哪天起有效', { exact: true }).fill('2024-12-06');
    await form.getByLabel('到哪天为止', { exact: true }).fill('2026-12-05');
    await button(desk, '记下证书').click();
    await message(desk, '证书记下了，从写明的那天起算数。');
    await desk.goto('/agency/staff?credentials=SOON');
    await words(desk, '2026年12月5日');
    await link(desk, STAFF.worker.name).waitFor();
    expect(await link(desk, NEW.name).count()).toBe(0);
    await clean(desk);
    await button(desk, '不限').click();
    await link(desk, NEW.name).waitFor();
    await desk.waitForURL((url) => !url.search.includes('SOON'));
  });

  it('reads well in English on a phone', async () => {
    const phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, DIRECTOR.identifier, TEST_PASSWORD);
    for (const [path, title] of [
      ['/agency/staff', 'Colleagues'],
      ['/agency/staff/new', 'Add a colleague'],
      ['/agency/staff/offices', 'Offices'],
    ] as const) {
      await phone.goto(path);
      await heading(phone, title);
      await picture(phone, `${path.split('/').at(-1) ?? ''}-390-en`);
      await clean(phone);
    }
    await open(phone, NEW.name);
    await picture(phone, 'colleague-390-en');
    await clean(phone);
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
