// A companionship handed on (P06, P38, H26): at the desk a worker chooses who goes on and, item by item, what that one may read; the
// next volunteer's phone shows nothing before family and child have said yes, and then no more than was chosen.
import type { Page } from 'playwright-core';
import { demoAgency } from '../../server/src/testing/demo-rows.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { giveVolunteerLogin } from '../../server/src/testing/matched-agency.js';
import { TEST_PASSWORD } from '../../server/src/testing/staff.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

const PHONE = '13900007777';
const DAY = '2026-11-22';
const KEPT = '一起在活动室种了一盆薄荷';
const UNTOLD = '说起了想回老家的事';
const NOTE = 'mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename } }';
const PAIR = 'query ($id: ID!) { companionship(id: $id) { version volunteer { id name } } }';
const CONSENT = `mutation ($i: RecordConsentInput!) { outcome: recordConsent(input: $i) { __typename
  ... on Companionship { version } } }`;

describe('a companionship that is handed on', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Awaited<ReturnType<typeof walkingPair>>;
  let desk: Page;
  let nextId: string;
  let phone: Page;
  beforeAll(async () => {
    platform = await startDemoApp();
    pair = await walkingPair(platform);
    const volunteer = platform.client();
    await volunteer.signIn(demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    for (const note of [KEPT, UNTOLD]) {
      const i = { companionshipId: pair.id, kind: 'MADE', happenedOn: DAY, note, requestId: note };
      await volunteer.data(NOTE, { i });
    }
    browser = await StoryBrowser.open();
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('begins at the child’s or the pair’s page, with who could go on, ranked, and nothing ticked', async () => {
    await desk.goto(`/agency/companionships/${encodeURIComponent(pair.id)}?step=hand-on`);
    await heading(desk, `${pair.volunteer.name}陪伴${pair.child.pseudonym}`);
    await desk.getByRole('group', { name: `由谁接着陪${pair.child.pseudonym}` }).waitFor();
    await words(desk, '接手的志愿者可以看到什么');
    expect(await desk.getByRole('checkbox', { checked: true }).count()).toBe(0);
    expect(await violations(desk, 'handing on')).toEqual([]);
    await picture(desk, 'handing-on-1440-zh');
  });

  it('asks for the farewell first', async () => {
    await button(desk, '交给这位志愿者').click();
    await words(desk, '请选一位志愿者。');
    await words(desk, /请选告别谈话的那一天/);
    await words(desk, '请写几个字，让以后的同事明白。');
  });

  it('is handed on with one note and no more', async () => {
    await desk.getByRole('radio').first().click();
    const form = desk.locator('form').filter({ hasText: '接手的志愿者可以看到什么' });
    await form.locator('input[type=date]').fill(DAY);
    await desk.getByLabel('交接的原因').fill('志愿者要去外地读书');
    const about = await form.getByText(KEPT, { exact: true }).getAttribute('id');
    await form.locator(`input[aria-describedby="${about ?? ''}"]`).click();
    await button(desk, '交给这位志愿者').click();
    await message(desk, '邀请已经发给接手的志愿者，也谢过了以前的志愿者。');
    await words(desk, '以前的陪伴者');
    await words(desk, '联系里记的话（1 条）');
    expect(await violations(desk, 'handed on')).toEqual([]);
    await picture(desk, 'handed-on-1440-zh');
    nextId = decodeURIComponent(new URL(desk.url()).pathname.split('/').at(-1) ?? '');
    expect(nextId).not.toBe(pair.id);
  });

  it('shows the next volunteer nothing before the family has been asked', async () => {
    const worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const { companionship } = await worker.data<{ companionship: { volunteer: { id: string } } }>(PAIR, { id: nextId });
    await giveVolunteerLogin(platform, await demoAgency(platform), companionship.volunteer.id, PHONE);
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, PHONE, TEST_PASSWORD);
    await phone.goto('/volunteer/companionships');
    await words(phone, '等您回答');
    const before = await allText(phone);
    for (const secret of [KEPT, UNTOLD, pair.child.pseudonym, pair.child.name]) expect(before).not.toContain(secret);
    await phone.getByRole('checkbox', { name: '我读过了，愿意遵守' }).click();
    await button(phone, '我愿意').click();
    await words(phone, '等家庭回音');
  });

  it('and then only what was chosen', async () => {
    const worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const { companionship } = await worker.data<{ companionship: { version: number } }>(PAIR, { id: nextId });
    const i = {
      ...{ companionshipId: nextId, version: companionship.version, guardianName: '王秀兰', relation: '奶奶' },
      ...{ method: 'SIGNATURE', serviceAgreementSignedOn: DAY, givenOn: DAY, validUntil: '2027-11-21' },
      ...{ childAnswer: 'YES', childAnsweredOn: DAY },
    };
    const { outcome } = await worker.data<{ outcome: { __typename: string } }>(CONSENT, { i });
    expect(outcome.__typename).toBe('Companionship');
    await phone.reload();
    await words(phone, pair.child.pseudonym);
    await words(phone, '上一位陪伴者留下的');
    await words(phone, new RegExp(KEPT));
    const shown = await allText(phone);
    for (const secret of [UNTOLD, '每周一起读完一章', '能把心里话说出来', pair.child.name]) {
      expect(shown).not.toContain(secret);
    }
    expect(await violations(phone, 'the next volunteer')).toEqual([]);
    await picture(phone, 'handed-on-390-zh');
  });

  it('thanks who walked before, and shows nothing of the child any more', async () => {
    const before = await browser.visit(platform.address, { on: 'phone' });
    await signIn(before, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await before.goto('/volunteer/companionships');
    await words(before, '谢谢您走过的这一段。');
    const shown = await allText(before);
    for (const secret of [KEPT, UNTOLD, pair.child.pseudonym]) expect(shown).not.toContain(secret);
    await picture(before, 'handed-on-before-390-zh');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
