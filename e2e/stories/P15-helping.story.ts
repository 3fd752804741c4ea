// P15, 助人自助: a child who is accompanied says that they would like to help. The worker begins it, child and guardian say yes, a
// supervisor of their own walks along, the first services are beside somebody, and they stop when they wish: aid goes on untouched.
import type { LocalDate } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import {
  COHORT_LOGIN,
  DEMO_PASSWORD,
  demoLogin,
  seedCohorts,
  startDemoApp,
} from '../../server/src/testing/demo-app.js';
import { TEST_PASSWORD } from '../../server/src/testing/staff.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { youngHelper, type YoungHelper } from '../../server/src/testing/young-helper.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const HELPERS = '/agency/helpers';
const PHONE = '13900008801';
const BESIDE = '许诺';
const SUPERVISOR = '陈静';
const WORKER = '林溪';
const OWN_WORDS = '轮到我给弟弟妹妹读书了';

describe('those who were helped and help', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let young: YoungHelper;
  let aid: string;
  let worker: Page;
  let guardian: Page;
  let phone: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    await seedCohorts(platform);
    young = await youngHelper(platform);
    await young.workerSupervises();
    aid = await young.aid();
    browser = await StoryBrowser.open();
    worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const card = () =>
    worker
      .getByRole('listitem')
      .filter({ has: worker.getByRole('heading', { level: 2, name: young.child.name, exact: true }) });
  const record = (name: string | RegExp) => card().getByRole('button', { name });
  /** The two numbers of the page, at the end of a day. */
  async function grown(page: Page): Promise<readonly [roles: number, helped: number]> {
    const finding = await page.getByText(/从服务中成长起来的志愿者有 \d+ 个角色/).textContent();
    const helped = page
      .locator('div')
      .filter({ has: page.getByText('其中自己得到过帮助的人（助人自助）', { exact: true }) });
    return [Number(/(\d+) 个角色/.exec(finding ?? '')?.[1]), Number(await helped.locator('dd').last().textContent())];
  }

  it('are invited by the worker alone, from the child’s page, with a supervisor who does not work on the case', async () => {
    await worker.goto(`/agency/children/${encodeURIComponent(young.child.id)}`);
    await link(worker, '孩子或家人想帮助别人？').click();
    await heading(worker, '邀请做志愿者');
    const supervisors = worker.getByLabel('谁来督导');
    expect(await supervisors.getByRole('option').allTextContents()).not.toContain(WORKER);
    await worker.getByLabel('谁想帮助别人').selectOption({ label: young.child.name });
    await supervisors.selectOption({ label: SUPERVISOR });
    expect(await violations(worker, 'helping')).toEqual([]);
    await picture(worker, 'helping-begin-1440-zh');
    await button(worker, '现在就开始').click();
    await heading(worker, '助人自助');
    await card().getByText('说想帮助别人', { exact: true }).first().waitFor();
    expect(await young.aid()).toBe(aid);
  });

  it('say yes to the words that they hear, and a guardian by a link on the phone', async () => {
    await card().getByText('孩子得到的帮助、资助和陪伴和这件事没有关系', { exact: false }).waitFor();
    await record('孩子听了，说愿意').click();
    await record('孩子说不想了').waitFor();
    await record(/^发链接请.+自己决定$/).click();
    const said = (await card().getByRole('status').textContent()) ?? '';
    guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(/\/g\/[\w-]+/.exec(said)?.[0] ?? '');
    await guardian.getByRole('heading', { level: 2, name: `${young.child.name}想做小志愿者` }).waitFor();
    await words(guardian, '您和孩子随时可以说停，不用说理由，说了马上就停。');
    expect(await violations(guardian, '/guardian')).toEqual([]);
    await picture(guardian, 'helping-guardian-390-zh');
    await button(guardian, '同意孩子做小志愿者').click();
    await words(guardian, '您同意了');
    await button(guardian, '收回同意，马上停').waitFor();
    await worker.reload();
    await card().getByText('孩子和监护人都同意', { exact: true }).first().waitFor();
  });

  it('sign in like any volunteer, and see nothing of a case', async () => {
    await young.getsLogin(PHONE);
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, PHONE, TEST_PASSWORD);
    await link(phone, /我帮助别人的路/).click();
    await heading(phone, '我的助人历程');
    for (const path of ['/volunteer', '/volunteer/helping', '/volunteer/companionships', '/volunteer/training']) {
      await phone.goto(path);
      await phone.getByRole('heading', { level: 1 }).waitFor();
      await phone.waitForLoadState('networkidle');
      const text = await allText(phone);
      for (const told of [young.child.pseudonym, young.volunteer.name, '个案', '服务对象']) {
        expect([path, told, text.includes(told)]).toEqual([path, told, false]);
      }
    }
    const api = platform.client();
    await api.signIn(PHONE, TEST_PASSWORD);
    for (const query of ['{ helperJourneys { id } }', '{ children { totalCount } }', '{ households { totalCount } }']) {
      expect([query, (await api.graphql(query)).errors?.[0]?.extensions?.['code']]).toEqual([query, 'FORBIDDEN']);
    }
  });

  it('serve the first times beside somebody, once a day, and only then by themselves', async () => {
    await young.learns('2026-11-22' as LocalDate);
    for (const day of ['22', '23', '24']) {
      platform.clock.set(`2026-11-${day}T03:00:00.000Z`);
      await worker.goto(HELPERS);
      await card().getByLabel('今天在谁身边服务').selectOption({ label: BESIDE });
      await record('记下这一次').click();
      if (day === '24') await record('记下：开始服务').waitFor();
      else
        await card()
          .getByText(`${Number(day) - 21} 次，共 3 次`)
          .waitFor();
    }
    await picture(worker, 'helping-accompanied-1440-zh');
  });

  it('are one more who was helped and helps, by kind and until any day', async () => {
    const director = await browser.visit(platform.address);
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await director.goto(HELPERS);
    await heading(director, '助人自助');
    const [roles, helped] = await grown(director);
    await record('记下：开始服务').click();
    await record('记下：成为骨干志愿者').click();
    await card().getByText('成为骨干志愿者', { exact: true }).first().waitFor();
    await record('记下：成为骨干志愿者').waitFor({ state: 'detached' });
    await director.reload();
    await director.getByText(`从服务中成长起来的志愿者有 ${String(roles + 1)} 个角色`, { exact: false }).waitFor();
    expect(await grown(director)).toEqual([roles + 1, helped + 1]);
    expect(await violations(director, HELPERS)).toEqual([]);
    await picture(director, 'helpers-1440-zh');
    await director.getByLabel('数到哪一天').fill('2026-11-23');
    await director.getByText(`从服务中成长起来的志愿者有 ${String(roles)} 个角色`, { exact: false }).waitFor();
  });

  it('are counted as the history has them: 18, 7, 380 and 136 at the end of 2013, of whom 25 were helped', async () => {
    const historian = await browser.visit(platform.address);
    await signIn(historian, COHORT_LOGIN.identifier, DEMO_PASSWORD);
    await historian.goto(HELPERS);
    await historian.getByLabel('数到哪一天').fill('2013-12-31');
    await historian.getByText('从服务中成长起来的志愿者有 541 个角色', { exact: false }).waitFor();
    expect(await grown(historian)).toEqual([541, 25]);
    for (const [kind, count] of [
      ['儿童骨干志愿者', '18'],
      ['家长志愿者', '7'],
      ['企业志愿者', '380'],
      ['资助人志愿者', '136'],
    ]) {
      const fact = historian.locator('div').filter({ has: historian.getByText(kind ?? '', { exact: true }) });
      expect([kind, await fact.locator('dd').last().textContent()].slice(0, 1)).toEqual([kind]);
      expect((await allText(historian)).replaceAll(/\s/g, '')).toContain(`${kind ?? ''}${count ?? ''}`);
    }
    await picture(historian, 'helpers-2013-1440-zh');
  });

  it('keep a supervisor of their own whoever moves them later', async () => {
    const director = await browser.visit(platform.address);
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await director.goto('/agency/supervision/board');
    await button(director, `给${young.child.name}换督导`).click();
    const choices = await director.getByLabel('新的督导').getByRole('option').allTextContents();
    await director.getByLabel('新的督导').selectOption({ label: choices.find((one) => one.startsWith(WORKER)) ?? '' });
    await button(director, '换过去').click();
    await director.getByRole('alert').getByText(`没有换：${WORKER}和${young.child.name}之间已有别的工作关系`).waitFor();
    expect(await violations(director, 'board')).toEqual([]);
    await picture(director, 'supervisor-too-close-1440-zh');
  });

  it('tell it in their own words, where they wish', async () => {
    await phone.goto('/volunteer/helping');
    await phone.getByLabel('讲哪一步').selectOption({ label: '开始服务' });
    await phone.getByLabel('您的话').fill(OWN_WORDS);
    // A page that dies keeps what was typed.
    await phone.reload();
    await phone.getByLabel('您的话').waitFor();
    expect(await phone.getByLabel('您的话').inputValue()).toBe(OWN_WORDS);
    await button(phone, '记下来').click();
    await words(phone, `“${OWN_WORDS}”`);
    expect(await violations(phone, '/volunteer/helping')).toEqual([]);
    await picture(phone, 'my-helping-390-zh');
    await worker.goto(HELPERS);
    await card().getByText(`“${OWN_WORDS}”`).waitFor();
  });

  it('stop when they wish; what they receive goes on untouched', async () => {
    await button(phone, '停下来').click();
    await phone.getByRole('dialog').getByRole('button', { name: '停下来' }).click();
    await words(phone, '您得到的帮助一点也没有变。');
    await picture(phone, 'my-helping-left-390-zh');
    await worker.reload();
    await card().getByText('已经结束', { exact: true }).waitFor();
    expect(await young.aid()).toBe(aid);
    await message(worker, '已经结束');
  });

  it('are the same page in English, on a phone', async () => {
    const small = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(small, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    await small.goto(HELPERS);
    await heading(small, 'Helped and helping');
    await small.getByText(/By this day, \d+ roles? of (a )?volunteers? ha(s|ve) grown from service/).waitFor();
    expect(await violations(small, HELPERS)).toEqual([]);
    await picture(small, 'helpers-390-en');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
