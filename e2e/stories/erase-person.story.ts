// A director erases a volunteer who asked for it; while a companionship stands the page says what has to come first.
import type { Page } from 'playwright-core';
import { HOLDS_PLACE, type CompanionshipState } from '@tongxing/shared/states';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { StoryBrowser } from '../support/browser.js';
import { allText, button, heading, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

const FOLD = '抹除这个人的个人信息';

describe('erasing a person', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let director: Page;
  let accompanied: { readonly id: string; readonly name: string };
  let free: { readonly id: string; readonly name: string };

  beforeAll(async () => {
    platform = await startDemoApp();
    await walkingPair(platform);
    const client = platform.client();
    await client.signIn(demoLogin('DIRECTOR'), DEMO_PASSWORD);
    const query = `{ volunteers(first: 100) { edges { node { id name companionships { state } } } } }`;
    const { volunteers } = await client.data<{
      volunteers: { edges: { node: { id: string; name: string; companionships: { state: CompanionshipState }[] } }[] };
    }>(query);
    const nodes = volunteers.edges.map(({ node }) => node);
    const withPair = nodes.find(({ companionships }) =>
      companionships.some(({ state }) => HOLDS_PLACE.includes(state)),
    );
    const without = nodes.find(({ companionships }) => companionships.length === 0);
    if (!withPair || !without) throw new Error('the demo has too few volunteers');
    accompanied = withPair;
    free = without;
    browser = await StoryBrowser.open();
    director = await browser.visit(platform.address);
    await signIn(director, demoLogin('DIRECTOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  async function openPage(page: Page, volunteer: typeof free): Promise<void> {
    await page.goto(`/agency/volunteers/${encodeURIComponent(volunteer.id)}`);
    await heading(page, volunteer.name);
  }
  async function fill(name: string): Promise<void> {
    await director.getByText(FOLD, { exact: true }).click();
    await director.getByLabel('为什么抹除', { exact: true }).selectOption('OWN_REQUEST');
    await director.getByLabel('请输入这个人的姓名', { exact: true }).fill(name);
    await button(director, '抹除个人信息').click();
  }

  it('is not offered to a social worker', async () => {
    const worker = await browser.visit(platform.address);
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await openPage(worker, free);
    expect(await allText(worker)).not.toContain(FOLD);
  });

  it('asks for the right name before it asks again', async () => {
    await openPage(director, free);
    await fill('别人');
    await words(director, '与上面的姓名不一样，请再看一看。');
    expect(await director.getByRole('dialog').count()).toBe(0);
  });

  it('is held while a companionship stands, with what has to come first', async () => {
    await openPage(director, accompanied);
    await fill(accompanied.name);
    await director.getByRole('dialog').getByRole('button', { name: '抹除，不再恢复' }).click();
    await words(director, '还有一段陪伴没有结束。');
    await words(director, '先与孩子好好告别，结束这段陪伴，再来抹除。');
  });

  it('erases after being asked twice, and nobody finds the name again', async () => {
    await openPage(director, free);
    await fill(free.name);
    const dialog = director.getByRole('dialog', { name: `抹除${free.name}的个人信息？` });
    await dialog.getByText('谁也找不回来').waitFor();
    await dialog.getByRole('button', { name: '先不改' }).click();
    await button(director, '抹除个人信息').click();
    await dialog.getByRole('button', { name: '抹除，不再恢复' }).click();
    await message(director, '个人信息已经抹除。');
    await director.waitForURL('**/agency/volunteers');
    await director.goto(`/agency/volunteers/${encodeURIComponent(free.id)}`);
    await heading(director, '个人信息已抹除');
    expect(await allText(director)).not.toContain(free.name);
  });
});
