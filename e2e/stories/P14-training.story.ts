// From a course to a training: the director adds one, the worker arranges a day and shows the code, a volunteer takes a
// seat on the phone and types it; who has no phone at hand is ticked, and a full session has a waiting list.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

describe('training, from the catalogue to the record', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let director: Page;
  let worker: Page;
  let phone: Page;
  let code: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    // Ten past two in the afternoon where the agency is: the session of today has begun.
    platform.clock.set(`${platform.clock.nowIso().slice(0, 10)}T06:10:00.000Z`);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const session = (title: string) => phone.getByRole('region', { name: new RegExp(`^${title}`) });

  it('is a course that says what it lets somebody do; half a course is not kept, and nothing typed is lost', async () => {
    director = await browser.visit(platform.address, { on: 'desk', language: 'zh-CN' });
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await link(director, '培训课程').click();
    await heading(director, '培训课程');
    await words(director, '走近孩子第一课');
    await clean(director);
    await picture(director, 'courses-1440');
    await link(director, '添一门课程').click();
    await director.getByLabel('课程名称').fill('和家长说话');
    await button(director, '添上').click();
    await words(director, '请写几句学什么，志愿者报名前会看。');
    await director.reload();
    expect(await director.getByLabel('课程名称').inputValue()).toBe('和家长说话');
    await director.getByLabel('学什么').fill('先听，再问；怎样把不好说的话说出来。');
    await director.getByLabel('走访').check();
    await director.getByLabel('有效几个月').fill('12');
    await clean(director);
    await button(director, '添上').click();
    await heading(director, '和家长说话');
    await words(director, '还没有安排过。');
  });

  it('has sessions, which the worker arranges with a day, a room and seats', async () => {
    worker = await browser.visit(platform.address, { on: 'desk', language: 'zh-CN' });
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await link(worker, '培训课程').click();
    await link(worker, '和家长说话').click();
    await heading(worker, '和家长说话');
    await worker.getByText('安排一场', { exact: true }).click();
    await worker.getByLabel('几点开始').fill('19:00');
    await button(worker, '安排好').click();
    await words(worker, '请写地点；线上的，请在下面写链接。');
    await worker.getByLabel('在哪里').fill('服务点二楼');
    await button(worker, '安排好').click();
    await message(worker, '安排好了，志愿者可以报名了。');
    await words(worker, '还没有人报名。');
    await clean(worker);
  });

  it('gives a volunteer a seat on the phone, and a place to wait where all are taken', async () => {
    phone = await browser.visit(platform.address, { on: 'phone', language: 'zh-CN' });
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await link(phone, /我的培训/).click();
    await heading(phone, '我的培训');
    const [today, full] = [session('走近孩子第一课').first(), session('走近孩子第一课').nth(1)];
    await today.getByRole('button', { name: /^报名/ }).click();
    await today.getByText('您有名额').waitFor();
    await full.getByText('名额满了，可以候补').waitFor();
    await full.getByRole('button').click();
    await full.getByText('您在候补').waitFor();
    await full.getByText('前面还有 2 个人。').waitFor();
    await clean(phone);
    await picture(phone, 'my-training-390');
  });

  it('is there by the code of the room; a wrong one says how often it can still be typed', async () => {
    await link(worker, '培训课程').click();
    await heading(worker, '培训课程');
    await worker.getByRole('main').getByRole('link', { name: /14:00/ }).first().click();
    code = (await worker.getByRole('main').locator('output').textContent()) ?? '';
    expect(code).toMatch(/^\d{3} \d{3}$/);
    await words(worker, '名额 20，报名 4');
    await clean(worker);
    await picture(worker, 'training-session-1440');
    const today = session('走近孩子第一课').first();
    await today.getByLabel('签到码').fill(code === '000 000' ? '000001' : '000000');
    await today.getByRole('button', { name: '我到了' }).click();
    await today.getByText('还可以试 5 次。').waitFor();
    await today.getByLabel('签到码').fill(code);
    await today.getByRole('button', { name: '我到了' }).click();
    await message(phone, '签到好了，谢谢您来。');
    await today.getByText('您到了').waitFor();
    await words(phone, '到场签到');
    await picture(phone, 'my-training-done-390');
  });

  it('is ticked on the list for whoever has no phone at hand', async () => {
    await button(worker, '看最新的').click();
    await words(worker, '用签到码');
    await worker.getByRole('main').getByRole('checkbox').first().check();
    await button(worker, '记下他们到了').click();
    await message(worker, '记下了。到场的人，培训已经记好。');
    await words(worker, '由同事记下');
    await clean(worker);
    await picture(worker, 'training-marked-1440');
  });
});
