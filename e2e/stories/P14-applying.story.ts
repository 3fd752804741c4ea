// A stranger becomes a volunteer: applies on a phone whose page is killed half way, the guardian and somebody who knows
// them answer by links, a worker talks, decides and invites; another is told kindly that it is not possible now.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { addAgency, addPerson } from '../../server/src/testing/staff.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { DIRECTOR, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { followNewest } from '../support/letters.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const AGENCY = '云溪同行社会工作服务中心';
const MOTIVE = '我妹妹刚转学过来，不太敢说话。我想陪像她一样的孩子一起玩。';
const ELSEWHERE = { name: '远方', roles: ['SOCIAL_WORKER'], identifier: 'worker@elsewhere.example' } as const;

interface Applicant {
  readonly name: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly guardian?: { readonly name: string; readonly phone: string };
}
const MINOR: Applicant = {
  name: '贺知夏',
  phone: '13800138101',
  birthDate: '2010-03-03',
  guardian: { name: '贺青', phone: '13800138201' },
};
const ADULT: Applicant = { name: '高远舟', phone: '13800138102', birthDate: '1995-05-05' };

describe('applying', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let phone: Page;
  let desk: Page;
  let deskAddress: string;
  beforeAll(async () => {
    platform = await startTestApp();
    await staffedAgency(platform);
    const elsewhere = await addAgency(platform.app, '远方机构');
    await addPerson(platform.app, elsewhere, ELSEWHERE);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };
  const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const next = (page: Page) => button(page, '下一步').click();
  /** As far as the reasons: everything before them. */
  const begin = async (page: Page, { name, phone: number, birthDate, guardian }: Applicant) => {
    await page.goto('/apply');
    await heading(page, '报名做志愿者');
    await page.getByRole('radio', { name: AGENCY }).check();
    await button(page, '开始报名').click();
    await heading(page, '先认识您');
    await fill(page, '姓名', name);
    await fill(page, '手机号', number);
    await fill(page, '出生日期', birthDate);
    if (guardian) {
      await words(page, '您还没有满十八周岁');
      await fill(page, '监护人姓名', guardian.name);
      await fill(page, '监护人手机号', guardian.phone);
    }
    await next(page);
    await heading(page, '想做些什么');
    await page.getByRole('checkbox', { name: '成长小组' }).check();
    await next(page);
    await heading(page, '什么时候有空');
    await page.getByRole('checkbox', { name: /^(星期六|周六) 上午$/ }).check();
    await next(page);
    await heading(page, '住在哪一带');
    await next(page);
    await heading(page, '会说什么话，会做什么');
    await page.getByRole('checkbox', { name: '普通话' }).check();
    await next(page);
    await heading(page, '为什么想来');
  };
  const finish = async (page: Page, referee: { readonly name: string; readonly phone: string }) => {
    await next(page);
    await heading(page, '谁认识您');
    await fill(page, '姓名', referee.name);
    await fill(page, '手机号', referee.phone);
    await fill(page, '怎么认识的', '班主任');
    await next(page);
    await heading(page, '再看一遍');
    await page.getByRole('checkbox', { name: /我读过/ }).check();
    await picture(page, 'apply-check-390-zh');
    await button(page, '送出报名').click();
    await heading(page, '您的报名');
    await words(page, '送到了');
  };
  const openAtDesk = async (name: string): Promise<void> => {
    await desk.goto('/agency/applications');
    await heading(desk, '报名');
    await link(desk, name).click();
    await heading(desk, name);
  };
  const noteTalk = async (note: string): Promise<void> => {
    await fill(desk, '谈了什么，您的印象', note);
    await button(desk, '记下').click();
    await message(desk, '面谈记下了。');
    await words(desk, note);
  };

  it('says what is missing, screen by screen, and keeps each word on the phone', async () => {
    phone = await browser.visit(platform.address, { on: 'phone' });
    await phone.goto('/apply');
    await heading(phone, '报名做志愿者');
    await picture(phone, 'apply-390-zh');
    await clean(phone);
    await button(phone, '开始报名').click();
    await words(phone, '请选一家。');
    await phone.getByRole('radio', { name: AGENCY }).check();
    await button(phone, '开始报名').click();
    await heading(phone, '先认识您');
    await next(phone);
    await words(phone, '请写上姓名。');
    await picture(phone, 'apply-about-390-zh');
    await clean(phone);
    await begin(phone, MINOR);
    await clean(phone);
  });

  it('loses nothing when the page is killed in the middle of a sentence, without a line', async () => {
    await phone.context().setOffline(true);
    await fill(phone, '为什么想来陪孩子', MOTIVE);
    await words(phone, '写下的都存在这台设备上了');
    await picture(phone, 'apply-kept-390-zh');
    const address = new URL(phone.url()).pathname;
    const crashed = phone.waitForEvent('crash');
    const session = await phone.context().newCDPSession(phone);
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    const device = phone.context();
    await phone.close();
    await device.setOffline(false);
    phone = await device.newPage();
    await phone.goto('/apply');
    await words(phone, MINOR.name);
    await picture(phone, 'apply-begun-390-zh');
    await link(phone, '接着写').click();
    await phone.waitForURL(`**${address}*`);
    await phone.goto(`${address}?step=motive`);
    await heading(phone, '为什么想来');
    expect(await phone.getByLabel('为什么想来陪孩子', { exact: true }).inputValue()).toBe(MOTIVE);
    expect(await phone.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('转学');
  });

  it('is sent, and then says what it waits for; it rests and goes on', async () => {
    await finish(phone, { name: '方老师', phone: '13800138301' });
    await words(phone, '等一次面谈');
    await words(phone, '等监护人的回答');
    await button(phone, '先放一放').click();
    await button(phone, '继续').click();
    await words(phone, '等一次面谈');
    await picture(phone, 'apply-sent-390-zh');
    await clean(phone);
    // Wishes may still change.
    await button(phone, '改一改：想做些什么').click();
    await phone.getByRole('checkbox', { name: '活动和外出' }).check();
    await button(phone, '存好').click();
    await words(phone, /成长小组.*活动和外出/);
  });

  it('is found again on another phone, by the number', async () => {
    const other = await browser.visit(platform.address, { on: 'phone' });
    await other.goto('/apply/back');
    await heading(other, '找回我的报名');
    await fill(other, '报名用的手机号', MINOR.phone);
    await button(other, '发短信给我').click();
    await words(other, '短信马上就到');
    await clean(other);
    await followNewest(other, platform, '/apply/');
    await heading(other, '您的报名');
    await words(other, MOTIVE);
    await other.goto('/apply/234567ABCDEF');
    await heading(other, '找不到这份报名');
  });

  it('asks the guardian by a link of their own, who reads, signs with a finger and agrees', async () => {
    const guardian = await browser.visit(platform.address, { on: 'phone' });
    const path = await followNewest(guardian, platform, '/apply/guardian/');
    await heading(guardian, `${MINOR.name}想做志愿者`);
    await words(guardian, '从不单独服务');
    await button(guardian, '我同意').click();
    await words(guardian, '请写上关系。');
    await fill(guardian, `您和${MINOR.name}的关系`, '妈妈');
    await button(guardian, '我同意').click();
    await words(guardian, '请在框里签名');
    await draw(guardian);
    await picture(guardian, 'apply-guardian-390-zh');
    await clean(guardian);
    await button(guardian, '我同意').click();
    await words(guardian, '您同意了');
    await guardian.goto(path);
    await words(guardian, '您同意了');
    await phone.reload();
    await words(phone, '等一次面谈');
    expect(await allText(phone)).not.toContain('等监护人的回答');
  });

  it('comes to the worker’s list; another agency’s worker finds nothing', async () => {
    desk = await browser.visit(platform.address);
    await signIn(desk, STAFF.worker.identifier, TEST_PASSWORD);
    await openAtDesk(MINOR.name);
    deskAddress = new URL(desk.url()).pathname;
    await words(desk, '打电话，约一次面谈');
    await words(desk, '每一次都要有一位查询过记录的成年人在身边');
    await words(desk, MOTIVE);
    await desk.getByRole('img', { name: `${MINOR.guardian?.name ?? ''}的签名` }).waitFor();
    await clean(desk);
    const elsewhere = await browser.visit(platform.address);
    await signIn(elsewhere, ELSEWHERE.identifier, TEST_PASSWORD);
    await elsewhere.goto('/agency/applications');
    await words(elsewhere, '现在没有等我们答复的报名');
    await elsewhere.goto(deskAddress);
    await elsewhere.getByRole('heading', { level: 1, name: '这里没有内容' }).waitFor();
    expect(await allText(elsewhere)).not.toContain(MINOR.name);
  });

  it('is talked about, and a referee says a few words by a link', async () => {
    await noteTalk('说话不多，会等别人先说完。');
    await button(desk, '请方老师说几句').click();
    await message(desk, '链接用短信发出去了');
    const referee = await browser.visit(platform.address, { on: 'phone', language: 'en' });
    await followNewest(referee, platform, '/apply/reference/');
    await heading(referee, `A few words about ${MINOR.name}, please`);
    await picture(referee, 'apply-reference-390-en');
    await clean(referee);
    await referee.getByRole('radio', { name: 'Yes, with an easy mind' }).check();
    await fill(referee, 'For how long have you known them, and what are they like?', '两年的班主任，放心。');
    await button(referee, 'Send').click();
    await words(referee, 'It has arrived');
    expect(await allText(phone)).not.toContain('两年的班主任');
    await desk.reload();
    await words(desk, '两年的班主任，放心。');
    await words(desk, '都齐了，可以决定');
    await picture(desk, 'application-1440-zh');
    await clean(desk);
  });

  it('is accepted by one of two colleagues at once; the other is told so', async () => {
    const supervisor = await browser.visit(platform.address);
    await signIn(supervisor, STAFF.supervisor.identifier, TEST_PASSWORD);
    await supervisor.goto(deskAddress);
    for (const page of [desk, supervisor]) await button(page, '接受').click();
    await Promise.all([desk, supervisor].map((page) => button(page, '接受，发出邀请').click()));
    await Promise.any([desk, supervisor].map((page) => message(page, '开通账号的邀请已经用短信发出去')));
    await Promise.any([desk, supervisor].map((page) => words(page, '没有保存')));
    await desk.goto(deskAddress);
    await words(desk, '接受了');
    await phone.reload();
    await words(phone, '欢迎您加入');
    await picture(phone, 'apply-accepted-390-zh');
  });

  it('leads to an account, signed in on the same phone', async () => {
    await followNewest(phone, platform, '/join/');
    await heading(phone, `${AGENCY}邀请您加入`);
    await fill(phone, '给自己设一个密码', '周六上午一起玩，每周都去');
    await phone.getByRole('checkbox').check();
    await button(phone, '开通账号').click();
    await phone.waitForURL('**/volunteer');
    await phone.getByRole('heading', { level: 1 }).waitFor();
  });

  it('tells another kindly that it is not possible this time, in words the desk saw before', async () => {
    const other = await browser.visit(platform.address, { on: 'phone' });
    await begin(other, ADULT);
    await fill(other, '为什么想来陪孩子', '想帮忙');
    await finish(other, { name: '周老师', phone: '13800138302' });
    await openAtDesk(ADULT.name);
    await button(desk, '这一次不接受').click();
    await desk.getByLabel('为什么', { exact: true }).selectOption('TIMES_DO_NOT_FIT');
    await fill(desk, '您自己再写几句（可以不写）', '您讲故事的本事，孩子们会喜欢。');
    const letter = desk.getByRole('region', { name: '报名的人会读到' });
    await letter.getByText('您讲故事的本事，孩子们会喜欢。').waitFor();
    await picture(desk, 'application-decline-1440-zh');
    await clean(desk);
    const kind = '时间有了变化，随时可以再报名。';
    await letter.getByText(kind).waitFor();
    await button(desk, '送出这封信').click();
    await message(desk, '报名的人会收到短信');
    await other.reload();
    await words(other, kind);
    await words(other, '您讲故事的本事，孩子们会喜欢。');
    await picture(other, 'apply-declined-390-zh');
    await clean(other);
  });

  it('is not checked, being a minor, and serves beside a cleared adult only; colleagues are checked like everybody', async () => {
    const supervisor = await browser.visit(platform.address);
    await signIn(supervisor, STAFF.supervisor.identifier, TEST_PASSWORD);
    await supervisor.goto('/agency/checks-due');
    await heading(supervisor, '记录查询');
    await words(supervisor, '另有 1 位未满十八周岁的志愿者');
    await words(supervisor, '您自己的，请同事来记');
    await picture(supervisor, 'checks-due-1440-zh');
    await clean(supervisor);
    await button(supervisor, `记下${STAFF.worker.name}的查询`).click();
    const dialog = supervisor.getByRole('dialog', { name: `记下${STAFF.worker.name}的查询` });
    await dialog.getByLabel('答复是什么', { exact: true }).selectOption('CLEAR');
    await dialog.getByText('没有勾的，会列在“记录查询”上，等您还给本人。').waitFor();
    await picture(supervisor, 'check-form-1440-zh');
    await dialog.getByRole('button', { name: '记下答复' }).click();
    await message(supervisor, '记下了，从现在起算数。');
    await dialog.waitFor({ state: 'hidden' });
    await button(supervisor, `记下${STAFF.worker.name}的查询`).waitFor({ state: 'detached' });
    // The paper is still here, and stays on the list and on Today until it went back.
    await supervisor.getByRole('heading', { name: '证明还没有还给本人' }).waitFor();
    await supervisor.goto('/agency');
    await heading(supervisor, '今天');
    await supervisor.getByRole('link', { name: /份查询的证明还没有还给本人/ }).click();
    await heading(supervisor, '记录查询');
    await picture(supervisor, 'papers-here-1440-zh');
    await clean(supervisor);
    await button(supervisor, `看过了，还给${STAFF.worker.name}了`).click();
    await message(supervisor, '记下了，证明已经还给本人。');
    await supervisor.getByRole('heading', { name: '证明还没有还给本人' }).waitFor({ state: 'detached' });
    await supervisor.goto('/agency/volunteers');
    await link(supervisor, MINOR.name).click();
    await heading(supervisor, MINOR.name);
    await words(supervisor, /成年人/);
    await picture(supervisor, 'minor-volunteer-1440-zh');
  });

  it('takes a colleague’s check back that was a mistake: the row stays, and says when and why', async () => {
    const director = await browser.visit(platform.address);
    await signIn(director, DIRECTOR.identifier, TEST_PASSWORD);
    await director.goto('/agency/staff');
    await heading(director, '同事');
    await link(director, STAFF.worker.name).click();
    await heading(director, STAFF.worker.name);
    const checks = director
      .locator('section')
      .filter({ has: director.getByRole('heading', { name: '违法犯罪记录查询' }) });
    await checks.getByText(`还给本人`).waitFor();
    await checks.getByText('这条记错了').click();
    await checks.getByRole('button', { name: '说明记错了' }).click();
    await checks.getByText('请选一个原因。').waitFor();
    await checks.getByLabel('错在哪里', { exact: true }).selectOption('WRONG_PERSON');
    await checks.getByRole('button', { name: '说明记错了' }).click();
    await message(director, '这条不再算数');
    await checks.getByText('记错了，不再算数').waitFor();
    await checks.getByText('原因：记到了别人名下').waitFor();
    await picture(director, 'colleague-checks-1440-zh');
    await clean(director);
    await director.goto('/agency/checks-due');
    await heading(director, '记录查询');
    await button(director, `记下${STAFF.worker.name}的查询`).waitFor();
    await desk.goto('/agency/account');
    await heading(desk, '我的账号');
    await words(desk, '还没有，请去查一次');
    await picture(desk, 'own-check-1440-zh');
    await clean(desk);
  });

  it('comes by a team’s link too, until it is closed', async () => {
    await desk.goto('/agency/applications/links');
    await heading(desk, '报名链接');
    await fill(desk, '叫什么', '阳光车队');
    await button(desk, '做一个链接').click();
    await message(desk, '链接做好了。');
    const address = await desk.getByLabel('阳光车队的链接', { exact: true }).inputValue();
    await picture(desk, 'apply-links-1440-zh');
    await clean(desk);
    const driver = await browser.visit(platform.address, { on: 'phone' });
    await driver.goto(address);
    await heading(driver, '阳光车队：报名做志愿者');
    await words(driver, AGENCY);
    await button(desk, '关掉这个链接').click();
    await desk.getByRole('dialog').getByRole('button', { name: '关掉', exact: true }).click();
    await message(desk, '链接关了');
    await driver.goto(address);
    await heading(driver, '这个报名链接已经关了');
    await clean(driver);
  });

  it('broke nothing on the way', () => {
    expect(browser.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});

/** Signs in the box, as a finger does. */
async function draw(page: Page): Promise<void> {
  const pad = page.locator('[data-signature="pad"]');
  await pad.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0, height = 0 } = (await pad.boundingBox()) ?? {};
  await page.mouse.move(x + width * 0.2, y + height * 0.4);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height * 0.7, { steps: 6 });
  await page.mouse.move(x + width * 0.8, y + height * 0.3, { steps: 6 });
  await page.mouse.up();
}
