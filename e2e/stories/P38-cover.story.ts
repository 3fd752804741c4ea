// A companion is away (P06, P20, P38, H26): the first page says since when, a worker asks somebody whom the matching ranks to stand
// in for some days, and on both phones it is plain who is there until when; when the companion is back it is over by itself.
import type { Page } from 'playwright-core';
import { demoAgency } from '../../server/src/testing/demo-rows.js';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { giveVolunteerLogin } from '../../server/src/testing/matched-agency.js';
import { TEST_PASSWORD } from '../../server/src/testing/staff.js';
import type { TestApp, TestClient } from '../../server/src/testing/test-app.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

const PHONE = '13900007788';
const DAY = '2026-11-22';
const LAST = '2026-12-20';
const KEPT = '一起在活动室种了一盆薄荷';
const UNTOLD = '说起了想回老家的事';
const NOTE = 'mutation ($i: RecordContactInput!) { outcome: recordContact(input: $i) { __typename } }';
const PAUSE = 'mutation ($i: PauseCompanionshipInput!) { outcome: pauseCompanionship(input: $i) { __typename } }';
const PAIR = 'query ($id: ID!) { companionship(id: $id) { version volunteer { id name } } }';
const CONSENT = `mutation ($i: RecordConsentInput!) { outcome: recordConsent(input: $i) { __typename } }`;
const PLAN = `mutation ($i: ApprovePlanInput!) { outcome: approvePlan(input: $i) { __typename } }`;
const ACTIVATE = `mutation ($i: ActivateCompanionshipInput!) { outcome: activateCompanionship(input: $i) { __typename } }`;

describe('somebody who stands in', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Awaited<ReturnType<typeof walkingPair>>;
  let worker: TestClient;
  let desk: Page;
  let coverId: string;
  let phone: Page;
  const versionOf = async (id: string) =>
    (await worker.data<{ companionship: { version: number } }>(PAIR, { id })).companionship.version;
  const step = async (mutation: string, companionshipId: string, more: object) => {
    const i = { companionshipId, version: await versionOf(companionshipId), ...more };
    return (await worker.data<{ outcome: { __typename: string } }>(mutation, { i })).outcome.__typename;
  };

  beforeAll(async () => {
    platform = await startDemoApp();
    pair = await walkingPair(platform);
    worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const volunteer = platform.client();
    await volunteer.signIn(demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    for (const note of [KEPT, UNTOLD]) {
      const i = { companionshipId: pair.id, kind: 'MADE', happenedOn: DAY, note, requestId: note };
      await volunteer.data(NOTE, { i });
    }
    const away = { companionshipId: pair.id, version: await versionOf(pair.id), reason: '要考试了，十二月底回来' };
    await volunteer.data(PAUSE, { i: away });
    browser = await StoryBrowser.open();
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  it('is asked for on the first page, with the day since which nobody is there', async () => {
    await desk.goto('/agency');
    const line = desk.getByRole('link', { name: /段陪伴的志愿者不在，没有人代/ });
    await line.waitFor();
    expect(await line.innerText()).toContain('11月22日');
    await picture(desk, 'cover-today-1440-zh');
    await line.click();
    await desk
      .getByRole('link', { name: new RegExp(pair.child.pseudonym) })
      .first()
      .click();
    await heading(desk, `${pair.volunteer.name}陪伴${pair.child.pseudonym}`);
    await words(desk, '还没有人');
  });

  it('is ranked with reasons, for days that the agency allows, and nothing of the pair is ticked', async () => {
    await desk.getByRole('group', { name: `由谁代为陪伴${pair.child.pseudonym}` }).waitFor();
    expect(await desk.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await button(desk, '请这位志愿者代为陪伴').click();
    await words(desk, '请选一位志愿者。');
    await words(desk, /请选最后一天/);
    expect(await violations(desk, 'finding cover')).toEqual([]);
    await picture(desk, 'cover-1440-zh');
  });

  it('is invited with one note and no more', async () => {
    await desk.getByRole('radio').first().click();
    const form = desk.locator('form').filter({ hasText: '代为陪伴的志愿者可以看到什么' });
    await form.getByLabel('到哪天为止').fill(LAST);
    const about = await form.getByText(KEPT, { exact: true }).getAttribute('id');
    await form.locator(`input[aria-describedby="${about ?? ''}"]`).click();
    await button(desk, '请这位志愿者代为陪伴').click();
    await message(desk, '邀请已经发给代为陪伴的志愿者。');
    await words(desk, '代谁陪伴');
    await words(desk, '代为陪伴的日子');
    expect(await violations(desk, 'a cover')).toEqual([]);
    await picture(desk, 'cover-invited-1440-zh');
    coverId = decodeURIComponent(new URL(desk.url()).pathname.split('/').at(-1) ?? '');
    expect(coverId).not.toBe(pair.id);
  });

  it('reads on the phone for how long, and nothing of the child before family and child have said yes', async () => {
    const { companionship } = await worker.data<{ companionship: { volunteer: { id: string } } }>(PAIR, {
      id: coverId,
    });
    await giveVolunteerLogin(platform, await demoAgency(platform), companionship.volunteer.id, PHONE);
    phone = await browser.visit(platform.address, { on: 'phone' });
    await signIn(phone, PHONE, TEST_PASSWORD);
    await phone.goto('/volunteer/companionships');
    await words(phone, /这是代为陪伴：.*到 2026年12月20日/);
    const before = await allText(phone);
    for (const secret of [KEPT, UNTOLD, pair.child.pseudonym, pair.child.name, pair.volunteer.name]) {
      expect(before).not.toContain(secret);
    }
    await picture(phone, 'cover-asked-390-zh');
    await phone.getByRole('checkbox', { name: '我读过了，愿意遵守' }).click();
    await button(phone, '我愿意').click();
    await words(phone, '等家庭回音');
  });

  it('and then for whom, until when, and only what was chosen', async () => {
    const said = {
      ...{ guardianName: '王秀兰', relation: '奶奶', method: 'SIGNATURE', serviceAgreementSignedOn: DAY },
      ...{ givenOn: DAY, validUntil: '2027-11-21', childAnswer: 'YES', childAnsweredOn: DAY },
    };
    const plan = {
      taskGoal: '接着读完这一本',
      processGoal: '敢和新的人说话',
      meetingPlace: '活动室',
      contactsPerMonth: 4,
    };
    expect(await step(CONSENT, coverId, said)).toBe('Companionship');
    expect(await step(PLAN, coverId, plan)).toBe('Companionship');
    expect(await step(ACTIVATE, coverId, { startsOn: DAY })).toBe('Companionship');
    await phone.reload();
    await words(phone, pair.child.pseudonym);
    await words(
      phone,
      `您代${pair.volunteer.name}陪伴，到 2026年12月20日 为止。${pair.volunteer.name}提前回来，就到那一天。`,
    );
    await words(phone, new RegExp(KEPT));
    const shown = await allText(phone);
    for (const secret of [UNTOLD, '每周一起读完一章', pair.child.name]) expect(shown).not.toContain(secret);
    expect(await violations(phone, 'standing in')).toEqual([]);
    await picture(phone, 'cover-390-zh');
  });

  it('is over by itself when the companion is back, and the child is told', async () => {
    const first = await browser.visit(platform.address, { on: 'phone' });
    await signIn(first, demoLogin('VOLUNTEER'), DEMO_PASSWORD);
    await first.goto('/volunteer/companionships');
    await words(first, '您不在的时候，有一位志愿者代您陪伴，到 2026年12月20日 为止。');
    await picture(first, 'covered-390-zh');
    expect(await step(ACTIVATE, pair.id, { startsOn: DAY })).toBe('Companionship');
    await phone.reload();
    await words(phone, '谢谢您走过的这一段。');
    expect(await allText(phone)).not.toContain(pair.child.pseudonym);
    await desk.goto(`/agency/companionships/${encodeURIComponent(coverId)}`);
    await words(desk, '原来的志愿者回来了');
    await desk.getByLabel('孩子听到了什么，谁说的').fill('告诉了孩子，许诺下周就来');
    await button(desk, '孩子已经知道了，记下来').click();
    await message(desk, '记下了孩子听到的话。');
    await picture(desk, 'cover-over-1440-zh');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
