// Reminders as one wants them: a volunteer has them sent together, opens the link of the mail, and stops them by a click.
import { AxeBuilder } from '@axe-core/playwright';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { happen } from '../../server/src/testing/happen.js';
import { inboxOf } from '../../server/src/testing/inbox.js';
import { addPerson } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { button, heading, link, message, signIn, words } from '../support/page.js';

const VOLUNTEER = { name: '许诺', roles: ['VOLUNTEER'], identifier: 'xunuo@volunteer.example' } as const;

describe('how messages reach me', () => {
  let platform: TestApp;
  let agencyId: AgencyId;
  let personId: PersonId;
  let browser: StoryBrowser;
  let phone: Page;
  beforeAll(async () => {
    platform = await startTestApp();
    platform.clock.set('2026-11-20T23:30:00.000Z');
    agencyId = await staffedAgency(platform);
    personId = await addPerson(platform.app, agencyId, VOLUNTEER);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const remind = (kind: 'TRAINING' | 'RECORD_CHECK'): Promise<void> =>
    happen(platform, agencyId, 'ReminderDue', {
      ...{ personId, kind, step: 30, lastDay: '2026-12-20' as LocalDate, path: '/volunteer' },
    });
  const chosen = (page: Page, label: string): Promise<string> => page.getByLabel(label, { exact: true }).inputValue();

  it('is chosen on the phone, from one’s own account, and holds', async () => {
    phone = await browser.visit(platform.address, { on: 'phone', language: 'zh-CN' });
    await signIn(phone, VOLUNTEER.identifier, TEST_PASSWORD);
    await phone.goto('/volunteer/account');
    await link(phone, '选择消息怎么发给我').click();
    await heading(phone, '消息怎么发给我');
    await words(phone, '关系到孩子安全的消息');
    await picture(phone, 'messages-390-zh-before');
    await phone.getByLabel('到期提醒', { exact: true }).selectOption('DAILY');
    await phone.getByLabel('安静时间', { exact: true }).selectOption('QUIET');
    await phone.getByLabel('合在一起的，几点发', { exact: true }).selectOption('3');
    await button(phone, '保存').click();
    await words(phone, '合在一起发的钟点在安静时间里，请换一个。');
    await phone.getByLabel('合在一起的，几点发', { exact: true }).selectOption('8');
    await clean(phone);
    await picture(phone, 'messages-390-zh');
    await button(phone, '保存').click();
    await message(phone, '记下了，从下一条消息起就这样。');
    await phone.reload();
    await heading(phone, '消息怎么发给我');
    expect(await chosen(phone, '到期提醒')).toBe('DAILY');
    expect(await chosen(phone, '从几点')).toBe('22');
  });

  it('sends what was gathered as one mail at the hour, without anybody’s name', async () => {
    await remind('TRAINING');
    await remind('RECORD_CHECK');
    expect(await inboxOf(platform)).not.toContain('培训');
    platform.clock.set('2026-11-21T00:00:00.000Z');
    const inbox = await inboxOf(platform);
    expect(inbox).toContain('您有 2 条消息');
    expect(inbox).not.toContain(VOLUNTEER.name);
    await phone.goto('/inbox');
    await link(phone, '看邮件的样子').first().click();
    await phone.getByRole('heading', { name: '您有 2 条消息' }).waitFor();
    await picture(phone, 'digest-390-zh');
  });

  it('stops by the link of the mail, which asks first, and says so on the page', async () => {
    await followNewest(phone, platform, '/u/');
    await phone.getByRole('heading', { level: 1, name: '不再发送“合在一起的消息”？' }).waitFor();
    await clean(phone);
    await picture(phone, 'unsubscribe-390-zh');
    await button(phone, '不再发送').click();
    await phone.getByRole('heading', { level: 1, name: '“合在一起的消息”不再发送了' }).waitFor();
    await picture(phone, 'unsubscribed-390-zh');
    await link(phone, '消息怎么发给我').click();
    await heading(phone, '消息怎么发给我');
    expect(await chosen(phone, '到期提醒')).toBe('IN_APP');
    await remind('TRAINING');
    expect((await inboxOf(platform)).match(/<li>/g)).toHaveLength(1);
    await phone.goto('/volunteer/notices');
    await words(phone, '您的培训 2026-12-20 到期');
  });

  it('puts one’s own days into one’s own calendar, by an address that can be ended', async () => {
    await phone.goto('/messages');
    await heading(phone, '消息怎么发给我');
    await words(phone, '还没有地址。');
    await button(phone, '做一个日历地址').click();
    const { pathname } = new URL(await phone.getByLabel('您的日历地址', { exact: true }).inputValue());
    await clean(phone);
    await picture(phone, 'calendar-390-zh');
    const visitor = platform.client();
    expect(await (await visitor.fetch(pathname)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    await phone.reload();
    await words(phone, '忘了它，或者怕别人知道了，就换一个。');
    await button(phone, '停用').click();
    await message(phone, '停用了，原来的地址不再有回应。');
    await words(phone, '还没有地址。');
    expect((await visitor.fetch(pathname)).status).toBe(404);
  });

  it('is the same at the desk, in English', async () => {
    const desk = await browser.visit(platform.address, { on: 'desk', language: 'en' });
    await signIn(desk, STAFF.supervisor.identifier, TEST_PASSWORD);
    await desk.goto('/messages');
    await heading(desk, 'How messages reach me');
    await desk.getByLabel('Daily work of the agency', { exact: true }).selectOption('WEEKLY');
    await clean(desk);
    await picture(desk, 'messages-1440-en');
    await button(desk, 'Save').click();
    await message(desk, 'Noted: it holds from the next message on.');
  });
});
