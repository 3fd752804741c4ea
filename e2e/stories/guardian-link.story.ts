// A guardian without an account: reads what the family agreed to, takes it back, and the child is hidden at once.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

describe('a guardian’s personal link', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Awaited<ReturnType<typeof walkingPair>>;
  let address: string;
  let worker: Page;
  let guardian: Page;
  let volunteer: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    pair = await walkingPair(platform);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  async function saysItEnded(page: Page): Promise<void> {
    await heading(page, '这个链接已经不能用了');
    await words(page, '打电话给您的社会工作者，马上就能有新的。');
    await words(page, '想撤回同意，也可以直接告诉社会工作者，不需要链接。');
    expect(await allText(page)).not.toContain(pair.child.name);
  }

  it('shows nobody’s child to whoever comes without one, or with one that never was', async () => {
    const stranger = await browser.visit(platform.address, { on: 'phone' });
    for (const path of ['/guardian', '/g/not-a-secret']) {
      await stranger.goto(path);
      await saysItEnded(stranger);
    }
  });

  it('is made by the worker at the desk', async () => {
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await worker.goto(`/agency/companionships/${encodeURIComponent(pair.id)}`);
    await button(worker, '为监护人做一个链接').click();
    address = await worker.getByLabel('监护人的链接', { exact: true }).inputValue();
    expect(new URL(address).origin).toBe(platform.address);
    const made = worker.getByRole('list', { name: '做过的链接' }).getByRole('listitem').first();
    await made.getByText('还没有打开过').waitFor();
  });

  it('opens, without an account, what was agreed to in plain words; the secret leaves the address', async () => {
    guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(address);
    await heading(guardian, `${pair.child.name}的陪伴和您的同意`);
    expect(new URL(guardian.url()).pathname).toBe('/guardian');
    await words(guardian, '您已同意');
    await words(guardian, `${pair.volunteer.name}按计划陪伴${pair.child.name}`);
    await words(guardian, '同意到 2027年11月21日 为止。');
    await words(guardian, '陪伴的人只知道孩子的化名、年龄段、语言和爱好');
    await picture(guardian, 'guardian-390-zh');
  });

  it('opens nothing else', async () => {
    await guardian.goto('/agency/children');
    await guardian.waitForURL('**/sign-in?**');
    await guardian.goto('/guardian');
    await heading(guardian, `${pair.child.name}的陪伴和您的同意`);
  });

  it('takes the consent back after saying what follows; the volunteer’s page hides the child at once', async () => {
    volunteer = await browser.visit(platform.address, { on: 'phone' });
    await signIn(volunteer, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await volunteer.goto('/volunteer/companionships');
    await volunteer.getByRole('heading', { level: 2, name: pair.child.pseudonym, exact: true }).waitFor();
    await words(volunteer, '晴川街道社工站活动室');

    await button(guardian, '撤回同意').click();
    const dialog = guardian.getByRole('dialog', { name: `撤回对${pair.volunteer.name}的同意？` });
    await dialog.getByText('不需要理由，也不影响孩子得到的其他帮助。').waitFor();
    await dialog.getByRole('button', { name: '先不改' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await words(guardian, '您已同意');
    await button(guardian, '撤回同意').click();
    await dialog.getByRole('button', { name: '撤回同意' }).click();
    await message(guardian, '已经撤回。社会工作者会马上知道。');
    await words(guardian, '从那时起，陪伴的人看不到孩子的任何资料。');

    await volunteer.reload();
    await words(volunteer, '暂停中');
    const text = await allText(volunteer);
    for (const hidden of [pair.child.name, pair.child.pseudonym, '晴川街道社工站活动室', '每周一起读完一章']) {
      expect(text).not.toContain(hidden);
    }
    await picture(volunteer, 'paused-390-zh');
  });

  it('is taken back at the desk, opens nothing from then on, and says whom to call', async () => {
    await worker.reload();
    const made = worker.getByRole('list', { name: '做过的链接' }).getByRole('listitem').first();
    await made.getByText('最近打开：').waitFor();
    await made.getByRole('button', { name: '收回链接' }).click();
    const dialog = worker.getByRole('dialog', { name: '收回监护人的链接' });
    await dialog.getByText('家庭的同意不受影响。').waitFor();
    await dialog.getByRole('button', { name: '收回链接' }).click();
    await message(worker, '链接收回了，从现在起打不开。');
    await made.getByText('已经收回').waitFor();
    await picture(worker, 'guardian-links-1440-zh');
    for (const again of [() => guardian.reload(), () => guardian.goto(address)]) {
      await again();
      await saysItEnded(guardian);
      await guardian.getByText(/^(打给|请联系)/).waitFor();
    }
  });

  it('comes as a code that is read out: typed on a phone it opens the same page, and a second time kindly nothing', async () => {
    await button(worker, '做一个可以念的代码').click();
    const slip = worker.getByRole('status', { name: '监护人的代码' });
    await slip.getByText('输入这八个字母和数字：').waitFor();
    const code = (await slip.locator('code').innerText()).trim();
    await picture(worker, 'guardian-code-1440-zh');
    const type = async (page: Page) => {
      await page.goto('/code');
      await heading(page, '输入代码');
      await page.getByLabel('代码', { exact: true }).fill(code.toLowerCase().replace('-', ' '));
      await button(page, '打开').click();
    };
    const caller = await browser.visit(platform.address, { on: 'phone' });
    await type(caller);
    await heading(caller, `${pair.child.name}的陪伴和您的同意`);
    await type(guardian);
    await words(guardian, '这个代码打不开。');
    await words(guardian, '打电话给您的社会工作者，马上就能有新的。');
    expect(await allText(guardian)).not.toContain(pair.child.name);
    await picture(guardian, 'code-refused-390-zh');
    await worker.reload();
    await worker.getByRole('list', { name: '做过的链接' }).getByText('已经用过').waitFor();
  });

  it('says so kindly once it has ended', async () => {
    platform.clock.set('2027-03-01T02:00:00.000Z');
    await guardian.goto('/guardian');
    await saysItEnded(guardian);
    await guardian.goto(address);
    await saysItEnded(guardian);
    await picture(guardian, 'guardian-ended-390-zh');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
