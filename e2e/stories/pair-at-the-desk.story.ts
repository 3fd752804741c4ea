// A pair at the worker's desk: a contact by phone is written down, it rests and goes on; a stop ends it, and the same two begin anew.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { button, heading, message, signIn, words } from '../support/page.js';
import { walkingPair } from '../support/walking-pair.js';

const PERSON = 'query ($id: ID!) { companionship(id: $id) { volunteer { personId } } }';
const STOP = `mutation ($i: StopWorkInput!) { outcome: stopWork(input: $i) { ... on WorkStanding { stop { id } } } }`;
const WAITING = `{ matchRuns(first: 1) { edges { node { proposals(first: 1, state: PROPOSED) { edges { node {
  child { id name } } } } } } } }`;
interface Waiting {
  readonly matchRuns: Edges<{
    readonly proposals: Edges<{ readonly child: { readonly id: string; readonly name: string } }>;
  }>;
}
interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
const RESUME = `mutation ($i: ResumeWorkInput!) { outcome: resumeWork(input: $i) { __typename } }`;

describe('a pair at the worker’s desk', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let pair: Awaited<ReturnType<typeof walkingPair>>;
  let desk: Page;
  let stopId: string;
  beforeAll(async () => {
    platform = await startDemoApp();
    pair = await walkingPair(platform);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const clean = async (page: Page): Promise<void> => {
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  };

  it('takes down a contact that the volunteer told by phone', async () => {
    desk = await browser.visit(platform.address);
    await signIn(desk, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await desk.goto(`/agency/companionships/${encodeURIComponent(pair.id)}`);
    await words(desk, '还没有记过联系。');
    await button(desk, '记一次联系').click();
    await desk.getByLabel('想记一句的话').fill('一起选了第一本书');
    await clean(desk);
    await button(desk, '记下来').click();
    await message(desk, '记下了这次联系。');
    await words(desk, /一起选了第一本书/);
  });

  it('rests with a reason, which the page calls by its name, and goes on', async () => {
    await button(desk, '先停一停').click();
    await button(desk, '停一停').click();
    await words(desk, '请写几个字，让以后的同事明白。');
    await desk.getByLabel('为什么先停一停').fill('志愿者期末考试');
    await button(desk, '停一停').click();
    await message(desk, '先停下来了。志愿者会收到消息，请告诉孩子和家人。');
    await words(desk, '暂停的原因');
    await words(desk, '志愿者期末考试');
    await button(desk, '继续这段陪伴').click();
    await message(desk, '陪伴继续了。');
    await words(desk, '正在陪伴');
  });

  it('ends at once with a stop, says that and not why, and asks that the child is told', async () => {
    const supervisor = platform.client();
    await supervisor.signIn(demoLogin('SUPERVISOR'), DEMO_PASSWORD);
    const { companionship } = await supervisor.data<{ companionship: { volunteer: { personId: string } } }>(PERSON, {
      id: pair.id,
    });
    const i = { personId: companionship.volunteer.personId, reason: 'CONDUCT', words: '' };
    stopId = (await supervisor.data<{ outcome: { stop: { id: string } } }>(STOP, { i })).outcome.stop.id;
    await desk.reload();
    await words(desk, '志愿者的服务停止了');
    await clean(desk);
    await picture(desk, 'pair-ended-by-stop-1440-zh');
    await button(desk, '重新邀请志愿者').click();
    await words(desk, `现在还不能邀请${pair.volunteer.name}`);
    await desk.getByLabel('孩子听到了什么，谁说的').fill('社工当面说了：陪伴者不能来了，不是你的错。');
    await button(desk, '孩子已经知道了，记下来').click();
    await message(desk, '记下了孩子听到的话。');
  });

  it('begins anew once another person has lifted the stop: everybody is asked again', async () => {
    const director = platform.client();
    await director.signIn(demoLogin('DIRECTOR'), DEMO_PASSWORD);
    await director.data(RESUME, { i: { stopId, words: '一场误会' } });
    await button(desk, '重新邀请志愿者').click();
    await message(desk, '邀请已经发给志愿者。');
    await words(desk, '等志愿者回答');
    await words(desk, /同样的两个人/);
    await words(desk, '还没有监护人的同意');
    await heading(desk, `${pair.volunteer.name}陪伴${pair.child.pseudonym}`);
  });

  it('could be others too: a child’s page says who could accompany them, a volunteer’s page whom, each with why', async () => {
    const worker = platform.client();
    await worker.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    const { matchRuns } = await worker.data<Waiting>(WAITING);
    const child = matchRuns.edges[0]?.node.proposals.edges[0]?.node.child;
    if (!child) throw new Error('no proposal waits in the demo');
    // The innermost of the sections that hold the heading.
    const part = (title: string) =>
      desk
        .locator('section')
        .filter({ has: desk.getByRole('heading', { name: title, exact: true }) })
        .last();
    await desk.goto(`/agency/children/${encodeURIComponent(child.id)}`);
    await heading(desk, child.name);
    const first = part('谁可以陪伴').getByRole('listitem').first();
    await first.getByText(/^选这一对，/).waitFor();
    await first.getByText('得分从哪里来', { exact: true }).click();
    await first.getByRole('rowheader', { name: '合计' }).waitFor();
    await clean(desk);
    await picture(desk, 'suggested-volunteers-1440-zh');
    await first.getByRole('link').first().click();
    await part('可以陪伴谁')
      .getByRole('listitem')
      .first()
      .getByText(/^选这一对，/)
      .waitFor();
    await clean(desk);
    await picture(desk, 'suggested-children-1440-zh');
    await part('可以陪伴谁').getByRole('link', { name: '到匹配里决定' }).click();
    await heading(desk, /^搭配建议：/);
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
