// A child with the family's card on a borrowed phone: something is wrong with a grown-up, and later: stop.
import type { Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { act, activePair, type TestPair } from '../../server/src/testing/test-pair.js';
import { violations } from '../accessibility/violations.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, words } from '../support/page.js';

const MAKE = `mutation ($i: MakeFamilyCardInput!) { outcome: makeFamilyCard(input: $i) { __typename
  ... on FamilyCard { code } } }`;
const CONCERNS = '{ concerns { edges { node { text raisedByKind childName } } } }';
const SAID = '我不想再跟他去河边';

interface Concern {
  readonly text: string;
  readonly raisedByKind: string;
  readonly childName: string;
}

describe('a child with a card', () => {
  let platform: TestApp;
  let pair: TestPair;
  let browser: StoryBrowser;
  let phone: Page;
  let code: string;
  beforeAll(async () => {
    platform = await startTestApp();
    pair = await activePair(platform, 'yunxi');
    code = String((await act(pair.agency.worker, MAKE, { companionshipId: pair.pairId }))['code']);
    browser = await StoryBrowser.open();
    phone = await browser.visit(platform.address, { on: 'phone' });
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const heardBy = async (who: keyof Pick<TestPair['agency'], 'worker' | 'supervisor'>) => {
    const { concerns } = await pair.agency[who].data<{ concerns: { edges: { node: Concern }[] } }>(CONCERNS);
    return concerns.edges.map(({ node }) => node);
  };

  it('is told at once when a letter of the code is wrong, before anything is sent', async () => {
    await phone.goto('/card');
    await heading(phone, '家庭卡');
    await phone.getByLabel('卡上的代码').fill('AAAA-AAAA');
    await button(phone, '有事不对').click();
    await words(phone, '代码好像有一个字不对，请对着卡片再看一遍。');
    expect(await heardBy('supervisor')).toEqual([]);
  });

  it('says that something is wrong, and that the worker on the card shall not know', async () => {
    await phone.getByLabel('卡上的代码').fill(code);
    await phone.getByRole('radio', { name: '孩子自己' }).click();
    await phone.getByLabel('想说的话').fill(SAID);
    await phone.getByRole('checkbox', { name: '和卡上的社会工作者有关，不要告诉他或她' }).click();
    expect(await violations(phone, '/card')).toEqual([]);
    await picture(phone, 'card-390-zh');
    await button(phone, '有事不对').click();
    await words(phone, '送出去了，谢谢你说出来');
    await picture(phone, 'card-heard-390-zh');
    const child = { text: SAID, raisedByKind: 'CHILD', childName: pair.child.name };
    expect(await heardBy('supervisor')).toEqual([child]);
    expect(await heardBy('worker')).toEqual([]);
    // Nothing of it stays on a borrowed phone.
    await button(phone, '还想说').click();
    await phone.getByLabel('想说的话').waitFor();
    expect(await phone.getByLabel('想说的话').inputValue()).toBe('');
  });

  it('takes back its own yes with one word: the companionship rests at once', async () => {
    await button(phone, '请停下来').click();
    await words(phone, /陪伴已经停下来了/);
    expect((await pair.mine()).state).toBe('PAUSED');
  });

  it('broke nothing', () => {
    expect(browser.faults).toEqual([]);
  });
});
