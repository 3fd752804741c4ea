// A volunteer on the phone: a lesson is read, answered wrongly with the reason, kept over a reload, and learned.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, signIn, words } from '../support/page.js';

describe('the course on keeping children safe, on a phone', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let phone: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (): Promise<void> => {
    expect((await new AxeBuilder({ page: phone }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const choose = (label: string): Promise<void> => phone.getByLabel(label).click();

  it('is found from the first page, with nothing learned yet', async () => {
    phone = await browser.visit(platform.address, { on: 'phone', language: 'zh-CN' });
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await link(phone, /保护孩子的课/).click();
    await heading(phone, '保护孩子的课');
    await words(phone, '学完 0 课，共 12 课');
    await clean();
    await picture(phone, 'course-390');
  });

  it('asks after each lesson, and says why an answer does not serve the child', async () => {
    await link(phone, /孩子在前面/).click();
    await heading(phone, '孩子在前面');
    await button(phone, '看看我想得对不对').click();
    await words(phone, '请选一个。');
    await choose('先做，做好了再告诉大家');
    await phone.reload();
    await heading(phone, '孩子在前面');
    await phone.locator('input[type=radio]:checked').waitFor();
    await choose('“你已经想了两个办法，我们看看哪个先试。”');
    await button(phone, '看看我想得对不对').click();
    await words(phone, '出了事，受伤的是孩子。先问，再做。');
    await words(phone, '对。看见孩子的长处，和孩子一起走。');
    await clean();
    await picture(phone, 'lesson-390');
  });

  it('counts the lesson once all is thought of, and leads on', async () => {
    await choose('问社会工作者');
    await button(phone, '看看我想得对不对').click();
    await words(phone, '都想到了。这一课学完了。');
    await link(phone, '下一课：您的位置').click();
    await heading(phone, '您的位置');
    await link(phone, '第 2 课，共 12 课').click();
    await words(phone, '学完 1 课，共 12 课');
  });
});
