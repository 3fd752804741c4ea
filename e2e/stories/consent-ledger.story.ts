// A family says who may see what of a child: on the worker's device, with a thumbprint, on paper and by the personal link.
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { phonePhoto } from '../../server/src/platform/testing/papers.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const CHILDREN = '{ children(first: 50) { edges { node { id name } } } }';
const LEDGER = 'query ($id: ID!) { consentLedger(childId: $id) { age guardians { name } lines { purpose } } }';

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly guardian: string;
}

describe('who may see what of a child', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let worker: Page;
  let children: Asked[];
  beforeAll(async () => {
    platform = await startDemoApp();
    children = await askable(platform);
    browser = await StoryBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const child = (at: number): Asked => {
    const found = children[at];
    if (!found) throw new Error('the demo has no child of that age with a guardian');
    return found;
  };
  const ledgerPath = ({ id }: Asked) => `/agency/children/${encodeURIComponent(id)}/consents`;
  const ask = async (of: Asked): Promise<void> => {
    await worker.goto(`${ledgerPath(of)}/new`);
    await heading(worker, `问一问${of.name}的家庭`);
    await worker.getByText('您随时可以收回，不用说理由。').waitFor();
  };

  it('is nobody and nothing before the family was asked', async () => {
    worker = await browser.visit(platform.address, { on: 'phone' });
    await signIn(worker, demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
    await worker.goto(ledgerPath(child(0)));
    await heading(worker, `${child(0).name}：可以给谁看什么`);
    await words(worker, '还没有问过这个家庭');
  });

  it('is heard and signed on the worker’s device, one thing at a time, the child last', async () => {
    await link(worker, '问一问家庭').click();
    await heading(worker, `问一问${child(0).name}的家庭`);
    await worker.getByText('孩子得到的帮助不会因此改变，一点也不会。').waitFor();
    await button(worker, '记下家庭的回答').click();
    await words(worker, '请监护人在这里签名。');
    await answerAll(worker.getByRole('group', { name: '监护人的回答', exact: true }), '可以');
    const own = worker.getByRole('group', { name: '孩子的回答', exact: true });
    await answerAll(own, '可以');
    await own.getByRole('group', { name: '照片' }).getByRole('radio', { name: '不可以' }).click();
    await draw(worker, worker.getByRole('img', { name: '监护人签名：还没有签' }));
    await worker.getByRole('img', { name: '监护人签名：已经签了' }).waitFor();
    await picture(worker, 'consent-sitting-390-zh');
    await button(worker, '记下家庭的回答').click();
    await heading(worker, `${child(0).name}：可以给谁看什么`);
    await groupIs(worker, '照片', '孩子说不可以');
    await groupIs(worker, '孩子的画和自己说的话', '可以看');
    await picture(worker, 'consent-ledger-390-zh');
  });

  it('is hidden at once when the family takes it back by phone', async () => {
    await button(worker, '按本人的意思收回').last().click();
    await worker.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click();
    await message(worker, '已经收回，从现在起不再给看。');
    await groupIs(worker, '孩子的画和自己说的话', '监护人说不可以');
    expect(await allText(worker)).not.toContain('可以看');
  });

  it('is given with a thumbprint, and on paper, by a photo', async () => {
    for (const [at, way, field] of [
      [1, '按手印', '手印的照片'],
      [2, '签在纸上', '签好的纸'],
    ] as const) {
      await ask(child(at));
      await worker.getByRole('radio', { name: way, exact: true }).click();
      const buffer = await phonePhoto(500 + at, 400);
      const upload = worker.getByRole('group', { name: field }).getByLabel('选照片或 PDF', { exact: true });
      await upload.setInputFiles({ name: `${field}.jpg`, mimeType: 'image/jpeg', buffer });
      await link(worker, `${field}.jpg`).waitFor();
      await answerAll(worker.getByRole('group', { name: '监护人的回答', exact: true }), '可以');
      await answerAll(worker.getByRole('group', { name: '孩子的回答', exact: true }), '可以');
      await button(worker, '记下家庭的回答').click();
      await heading(worker, `${child(at).name}：可以给谁看什么`);
      await groupIs(worker, '照片', '可以看');
    }
  });

  it('is asked by link, answered by the guardian on their own phone, and taken back there', async () => {
    const of = child(3);
    await ask(of);
    await worker.getByRole('radio', { name: '监护人以后用自己的链接回答' }).click();
    await button(worker, '做一个链接去问').click();
    const address = await worker.getByLabel('监护人的链接', { exact: true }).inputValue();
    const guardian = await browser.visit(platform.address, { on: 'phone' });
    await guardian.goto(address);
    await heading(guardian, `${of.name}的陪伴和您的同意`);
    await words(guardian, '等您回答');
    await answerAll(guardian.getByRole('group', { name: '您的回答', exact: true }), '可以');
    await picture(guardian, 'consent-guardian-390-zh');
    await button(guardian, '记下我的回答').click();
    await words(guardian, '您同意了其中一些');
    await worker.goto(ledgerPath(of));
    await groupIs(worker, '照片', '还要问孩子自己');
    await button(guardian, '全部收回').click();
    await guardian.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click();
    await words(guardian, '您没有同意，谁也看不到');
    await worker.reload();
    await groupIs(worker, '照片', '监护人说不可以');
  });
});

/** Children of nine to thirteen whom nobody asked yet: guardian and child are both asked, and the child signs nothing. */
async function askable(platform: TestApp): Promise<Asked[]> {
  const client = platform.client();
  await client.signIn(demoLogin('SOCIAL_WORKER'), DEMO_PASSWORD);
  const { children } = await client.data<{ children: { edges: { node: { id: string; name: string } }[] } }>(CHILDREN);
  const found: Asked[] = [];
  for (const { node } of children.edges) {
    if (found.length === 4) break;
    const { consentLedger: ledger } = await client.data<{
      consentLedger: { age: number; guardians: { name: string }[]; lines: object[] };
    }>(LEDGER, { id: node.id });
    const [guardian] = ledger.guardians;
    const asked = ledger.lines.length > 0;
    if (guardian && !asked && ledger.age >= 9 && ledger.age <= 13) found.push({ ...node, guardian: guardian.name });
  }
  return found;
}

async function answerAll(group: Locator, answer: '可以' | '不可以'): Promise<void> {
  await group.getByRole('radio').first().waitFor();
  for (const radio of await group.getByRole('radio', { name: answer, exact: true }).all()) await radio.click();
}

async function groupIs(page: Page, group: string, state: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: group }).filter({ hasText: state }).first().waitFor();
}

async function draw(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
  await page.mouse.down();
  for (const [x, y] of [
    [0.35, 0.3],
    [0.5, 0.7],
    [0.7, 0.4],
  ] as const) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
  }
  await page.mouse.up();
}
