// Work that stops at once: a director at the desk, a volunteer in English on her phone, a colleague who lets her back in.
import { AxeBuilder } from '@axe-core/playwright';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { addPerson, addVolunteerRecord, publishPhone } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const VOLUNTEER = { name: '许诺', roles: ['VOLUNTEER'], identifier: 'xunuo@yunxi.example' } as const;
const PHONE = '027-5550-0100';

describe('work that stops at once', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let desk: Page;
  let phone: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    const agencyId = await staffedAgency(platform);
    await volunteerOf(platform, agencyId);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const open = async (page: Page): Promise<void> => {
    await page.goto('/agency/volunteers');
    await link(page, VOLUNTEER.name).click();
    await heading(page, VOLUNTEER.name);
  };
  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };

  it('is no switch for a social worker', async () => {
    const worker = await browser.visit(platform.address);
    await signIn(worker, STAFF.worker.identifier, TEST_PASSWORD);
    await open(worker);
    await words(worker, '能带来什么');
    expect(await worker.getByText('立即暂停全部工作').count()).toBe(0);
  });

  it('asks for a reason, and lists all that ends before anything happens', async () => {
    phone = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await signIn(phone, VOLUNTEER.identifier, TEST_PASSWORD);
    desk = await browser.visit(platform.address);
    await signIn(desk, DIRECTOR.identifier, TEST_PASSWORD);
    await open(desk);
    await desk.getByText('立即暂停全部工作').click();
    await button(desk, '暂停全部工作').click();
    await desk.getByText('请选一个最接近的原因。').waitFor();
    await desk.getByLabel('为什么', { exact: true }).selectOption({ label: '没有遵守相处守则' });
    await desk.getByLabel('说明', { exact: true }).fill('没有按约定的地点见面。');
    await clean(desk);
    await button(desk, '暂停全部工作').click();
    const dialog = desk.getByRole('dialog', { name: '暂停许诺的全部工作' });
    await dialog.getByText('账号不能再登录，1 台登录着的设备马上退出。').waitFor();
    await dialog.getByText('恢复要由另一位有权限的同事决定。').waitFor();
    await picture(desk, 'stop-work-confirm-1440-zh');
    await clean(desk);
    await dialog.getByRole('button', { name: '先不改' }).click();
    await phone.reload();
    await phone.getByRole('navigation').first().waitFor();
  });

  it('ends with one click: the next step on the phone says kindly whom to call', async () => {
    await button(desk, '暂停全部工作').click();
    await button(desk, '立即暂停').click();
    await message(desk, '许诺的全部工作已经暂停。');
    await words(desk, '全部工作已经暂停');
    await words(desk, '您是暂停的人，恢复要由另一位有权限的同事决定。');
    await picture(desk, 'stop-work-stopped-1440-zh');
    await clean(desk);
    await phone.reload();
    await phone.waitForURL('**/sign-in?**');
    await words(phone, 'Your account is paused');
    await phone.getByRole('link', { name: PHONE }).waitFor();
    await picture(phone, 'stop-work-phone-390-en');
    await clean(phone);
  });

  it('signs nobody in who was stopped, and tells no more than that', async () => {
    await phone.getByLabel('Phone number or e-mail', { exact: true }).fill(VOLUNTEER.identifier);
    await phone.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await phone.getByRole('alert').first().waitFor();
    expect(new URL(phone.url()).pathname).toBe('/sign-in');
  });

  it('begins again by the word of a second person', async () => {
    const supervisor = await browser.visit(platform.address);
    await signIn(supervisor, STAFF.supervisor.identifier, TEST_PASSWORD);
    await open(supervisor);
    await supervisor.getByText('恢复工作').first().click();
    await supervisor.getByLabel('为什么可以恢复').fill('一起谈过，约定了见面的地点。');
    await button(supervisor, '恢复工作').click();
    await message(supervisor, '可以重新工作了。');
    await signIn(phone, VOLUNTEER.identifier, TEST_PASSWORD);
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});

async function volunteerOf({ app }: TestApp, agencyId: AgencyId): Promise<void> {
  const personId = await addPerson(app, agencyId, VOLUNTEER);
  await publishPhone(app, agencyId, PHONE);
  await addVolunteerRecord(app, agencyId, personId);
}
