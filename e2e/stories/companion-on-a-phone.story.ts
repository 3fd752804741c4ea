// A companion's own page on a phone: when they are free, a rest with a reason for the worker alone; and the supervisor,
// who sees what they carry change with it.
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { allText, button, heading, message, signIn, words } from '../support/page.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { walkingPair } from '../support/walking-pair.js';

const REASON = '这个月要照顾住院的父亲';
const WEDNESDAY = '3';
const SUPERVISED = '/agency/supervised';
const WHO = `query ($id: ID!) { supervisorChoices { personId name } companionship(id: $id) { volunteer { id } } }`;
const ASSIGN = `mutation ($i: AssignSupervisorInput!) { outcome: assignSupervisor(input: $i) { __typename } }`;
interface Who {
  readonly supervisorChoices: readonly { readonly personId: string; readonly name: string }[];
  readonly companionship: { readonly volunteer: { readonly id: string } };
}

describe('a companion on a phone', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Awaited<ReturnType<typeof walkingPair>>;
  let phone: Page;
  let desk: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    pair = await walkingPair(platform);
    await giveSupervisor('陈静');
    browser = await StoryBrowser.open();
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  async function giveSupervisor(name: string): Promise<void> {
    const client = platform.client();
    await client.signIn(demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    const { supervisorChoices, companionship } = await client.data<Who>(WHO, { id: pair.id });
    const personId = supervisorChoices.find((one) => one.name === name)?.personId;
    const i = { personId, volunteerIds: [companionship.volunteer.id], requestId: 'on-a-phone' };
    const { outcome } = await client.data<{ outcome: { __typename: string } }>(ASSIGN, { i });
    expect(outcome.__typename).toBe('ListChange');
  }

  /** As the supervisor's page of their own volunteers says it. */
  async function load(): Promise<string> {
    await desk.goto(SUPERVISED);
    await heading(desk, '我督导的志愿者');
    const name = desk.getByRole('heading', { name: pair.volunteer.name });
    const own = desk.getByRole('listitem').filter({ has: name });
    return (await own.innerText()).replace(/\s+/g, ' ');
  }

  it('is not the page of anybody else: a donor is led to their own', async () => {
    const donor = await browser.visit(platform.address, { on: 'phone' });
    await signIn(donor, demoLogin('DONOR'), DEMO_PASSWORD);
    await donor.goto('/volunteer/companionships');
    await donor.getByRole('heading', { level: 1 }).waitFor();
    expect(await allText(donor)).not.toContain(pair.child.pseudonym);
  });

  it('says when they are free; a span that ends before it begins is not taken, and nothing typed is lost', async () => {
    expect(await load()).toContain('正在陪伴');
    await phone.goto('/volunteer');
    await button(phone, '改时间').click();
    await button(phone, '再加一段').click();
    const last = phone.getByRole('group').last();
    await last.getByLabel('星期').selectOption(WEDNESDAY);
    await last.getByLabel('从', { exact: true }).fill('11:30');
    await last.getByLabel('到', { exact: true }).fill('09:00');
    await button(phone, '保存时间').click();
    await words(phone, '开始要早于结束');
    expect(await last.getByLabel('从', { exact: true }).inputValue()).toBe('11:30');
    await last.getByLabel('到', { exact: true }).fill('12:30');
    expect(await violations(phone, '/volunteer')).toEqual([]);
    await picture(phone, 'my-times-390-zh');
    await button(phone, '保存时间').click();
    await message(phone, '记下了。以后安排陪伴会按新的时间。');
    await words(phone, /11:30/);
    expect(await load()).toMatch(/11:30\S*12:30/);
  });

  it('lets the companionship rest, with words that the worker reads and nobody else', async () => {
    await phone.goto('/volunteer/companionships');
    await words(phone, pair.child.pseudonym);
    expect(await allText(phone)).not.toContain(pair.child.name);
    await button(phone, '先停一停').click();
    await button(phone, '停一停').click();
    await words(phone, '请写几个字，让社会工作者知道怎么跟孩子说。');
    await phone.getByLabel('为什么先停一停').fill(REASON);
    await picture(phone, 'my-pause-390-zh');
    await button(phone, '停一停').click();
    await message(phone, '先停下来了。社会工作者会告诉孩子，也会和您联系。');
    await words(phone, '暂停中');
    expect(await violations(phone, '/volunteer/companionships')).toEqual([]);
  });

  it('is seen by the supervisor with what it now carries, and goes on by the word of the worker', async () => {
    const resting = await load();
    expect(resting).toContain('暂停中');
    expect(resting).not.toContain(REASON);
    await picture(desk, 'supervised-resting-1440-zh');
    const worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await worker.goto(`/agency/companionships/${encodeURIComponent(pair.id)}`);
    await words(worker, REASON);
    await button(worker, '继续这段陪伴').click();
    await message(worker, '陪伴继续了。');
    expect(await load()).toContain('正在陪伴');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
