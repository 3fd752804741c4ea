// The paper behind a family's yes: photographed at the door on a phone, read at the desk, and by nobody outside of the team;
// and a certificate on a volunteer's card.
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { HTML, MARKER, PAGES, pdf, phonePhoto } from '../../server/src/platform/testing/papers.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const AGREED = '{ companionships(first: 9, state: VOLUNTEER_AGREED) { edges { node { id volunteer { id name } } } } }';
interface Pair {
  readonly id: string;
  readonly volunteer: { readonly id: string; readonly name: string };
}
const photo = async (name: string, width: number) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await phonePhoto(width, 400),
});

describe('papers', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Pair;
  let phone: Page;
  let desk: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    const worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const found = await worker.data<{ companionships: { edges: { node: Pair }[] } }>(AGREED);
    const [edge] = found.companionships.edges;
    if (!edge) throw new Error('no family of the demo is waited for');
    pair = edge.node;
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const chooser = (page: Page, field: string | RegExp) =>
    page.getByRole('group', { name: field }).getByLabel('选照片或 PDF', { exact: true });
  const FIELD = '纸面材料的照片（可以不传）';

  it('are refused in words where they are none, and nothing typed is lost', async () => {
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await phone.goto(`/agency/companionships/${encodeURIComponent(pair.id)}`);
    await phone.getByLabel('监护人姓名', { exact: true }).fill('王秀兰');
    await chooser(phone, FIELD).setInputFiles({
      name: '同意书.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(HTML),
    });
    await phone.getByRole('alert').getByText('这不是照片，也不是 PDF。').waitFor();
    await picture(phone, 'paper-refused-390-zh');
    await button(phone, '移除同意书.jpg').click();
    expect(await phone.getByLabel('监护人姓名', { exact: true }).inputValue()).toBe('王秀兰');
    // The one refusal on purpose; the browser counts every answer above 399 as a fault of the page.
    browser.faults.splice(0, browser.faults.filter((fault) => fault.includes('415')).length);
  });

  it('say so where the line breaks, and go through on the second try', async () => {
    await phone.route('**/files?**', (route) => route.abort());
    await chooser(phone, FIELD).setInputFiles(await photo('第一页.jpg', 600));
    await phone.getByRole('alert').getByText('没有传上去。').waitFor();
    await button(phone, '记下家庭的同意').click();
    browser.faults.length = 0;
    await phone.unroute('**/files?**');
    await button(phone, '再试一次：第一页.jpg').click();
    await link(phone, '第一页.jpg').waitFor();
  });

  it('are shown before they are saved, survive a reload, and can be taken away again', async () => {
    await chooser(phone, FIELD).setInputFiles([await photo('第二页.jpg', 610), await photo('拍歪了.jpg', 620)]);
    await link(phone, '第二页.jpg').waitFor();
    await link(phone, '拍歪了.jpg').waitFor();
    expect(await chooser(phone, FIELD).count()).toBe(0);
    expect(await violations(phone, 'consent at 390')).toEqual([]);
    await picture(phone, 'paper-upload-390-zh');
    await button(phone, '移除拍歪了.jpg').click();
    await chooser(phone, FIELD).waitFor({ state: 'attached' });
    await phone.reload();
    await link(phone, '第一页.jpg').waitFor();
    await link(phone, '第二页.jpg').waitFor();
    expect(await link(phone, '拍歪了.jpg').count()).toBe(0);
  });

  it('stand behind the consent once it is recorded', async () => {
    await phone.getByLabel('与孩子的关系', { exact: true }).fill('奶奶');
    await phone.getByLabel('服务协议签署日期', { exact: true }).fill('2026-11-20');
    await phone.getByRole('radio', { name: '愿意和这位陪伴者试一试' }).check();
    await phone.getByLabel('孩子回答的日期', { exact: true }).fill('2026-11-22');
    await button(phone, '记下家庭的同意').click();
    await message(phone, '家庭的同意已经记下。');
    await words(phone, '纸面材料');
    await chooser(phone, '补上纸面材料').setInputFiles(await photo('第三页.jpg', 630));
    await link(phone, '第三页.jpg').waitFor();
    expect(await button(phone, '移除第三页.jpg').count()).toBe(0);
    expect(await chooser(phone, '补上纸面材料').count()).toBe(0);
  });

  it('are read at the desk, upright and without the place where they were taken', async () => {
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await desk.goto(`/agency/companionships/${encodeURIComponent(pair.id)}`);
    await link(desk, '第一页.jpg').waitFor();
    expect(await violations(desk, 'consent at the desk')).toEqual([]);
    await picture(desk, 'paper-consent-1440-zh');
    const address = (await link(desk, '第一页.jpg').getAttribute('href')) ?? '';
    const opened = await desk.request.get(address);
    expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    const bytes = await opened.body();
    expect(bytes.includes(Buffer.from(MARKER))).toBe(false);
    const { exif, width, height } = await sharp(bytes).metadata();
    expect([exif, width, height]).toEqual([undefined, 400, 600]);
    const visitor = await browser.visit(platform.address);
    expect((await visitor.request.get(address)).status()).toBe(401);
    const volunteer = await browser.visit(platform.address, { on: 'phone' });
    await signIn(volunteer, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    // As if there were none: a volunteer may read papers, but only their own.
    expect((await volunteer.request.get(address)).status()).toBe(404);
    await desk.goto('/agency/audit');
    // The list of filters has the same words, folded away.
    await desk.getByText('打开了一份材料').locator('visible=true').first().waitFor();
    expect(await allText(desk)).not.toContain('另一种操作');
  });

  it('stand on a volunteer’s card, and are taken off again', async () => {
    await desk.goto(`/agency/volunteers/${encodeURIComponent(pair.volunteer.id)}`);
    await heading(desk, pair.volunteer.name);
    const certificate = { name: '岗前培训.pdf', mimeType: 'application/pdf', buffer: pdf(...PAGES) };
    await chooser(desk, '培训证明').setInputFiles(certificate);
    await link(desk, '岗前培训.pdf').waitFor();
    expect(await violations(desk, 'a volunteer’s card')).toEqual([]);
    await picture(desk, 'paper-card-1440-zh');
    await desk.reload();
    await button(desk, '移除岗前培训.pdf').click();
    await link(desk, '岗前培训.pdf').waitFor({ state: 'detached' });
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
