// A closed part of a child's file: a reason opens it, a second person where the agency wants one, time closes it; the
// auditor sees who has looked and that the audit is whole.
import { AxeBuilder } from '@axe-core/playwright';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoLogin, startDemoApp } from '../../server/src/testing/demo-app.js';
import { addPerson, TEST_PASSWORD } from '../../server/src/testing/staff.js';
import type { TestApp } from '../../server/src/testing/test-app.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const AUDITOR = { name: '孟谦', roles: ['AUDITOR'], identifier: 'auditor@demo.tongxing.example' } as const;
const COLLEAGUE = { name: '唐宁', roles: ['SOCIAL_WORKER'], identifier: 'colleague@demo.tongxing.example' } as const;
const DAY_MS = 86_400_000;
const APPROVAL = 'fileApprovalNeeded';
const SETTINGS = '{ agencySettings { key version } }';
const CHILDREN = '{ children(first: 2) { edges { node { id name } } } viewer { agency { id } } }';

/** A test makes people beside the API, by the row's own id. */
const rowOf = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? '';

interface Settings {
  readonly agencySettings: readonly { readonly key: string; readonly version: number }[];
}
interface Known {
  readonly children: { readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[] };
  readonly viewer: { readonly agency: { readonly id: string } };
}

describe('a closed part of a file', () => {
  let platform: TestApp;
  let browser: StoryBrowser;
  let colleague: Page;
  let supervisor: Page;
  let auditor: Page;
  let child: { readonly id: string; readonly name: string };
  beforeAll(async () => {
    platform = await startDemoApp();
    const director = platform.client();
    await director.signIn(demoLogin('DIRECTOR'), DEMO_PASSWORD);
    const known = await director.data<Known>(CHILDREN);
    const [first] = known.children.edges;
    if (!first) throw new Error('the demo has no child');
    child = first.node;
    const agencyId = rowOf(known.viewer.agency.id) as AgencyId;
    for (const person of [AUDITOR, COLLEAGUE]) await addPerson(platform.app, agencyId, person);
    browser = await StoryBrowser.open();
    colleague = await browser.visit(platform.address);
    await signIn(colleague, COLLEAGUE.identifier, TEST_PASSWORD);
    supervisor = await browser.visit(platform.address);
    await signIn(supervisor, demoLogin('SUPERVISOR'), DEMO_PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });

  const toChild = async (page: Page) => {
    await page.goto(`/agency/children/${encodeURIComponent(child.id)}`);
    await heading(page, child.name);
  };
  const accessible = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  };

  it('asks a colleague who does not walk with the child for a reason, and for more than a word', async () => {
    await toChild(colleague);
    await words(colleague, '学校和监护人的联系方式收着');
    await accessible(colleague);
    await picture(colleague, 'file-closed-zh');
    await colleague.getByLabel('为什么现在需要看').fill('看看');
    await button(colleague, '写明理由并打开').click();
    await words(colleague, '请写一句完整的理由，六个字以上。');
  });

  it('opens for the reason, and says until when', async () => {
    await colleague.getByLabel('为什么现在需要看').fill('家访前要和监护人约时间');
    await button(colleague, '写明理由并打开').click();
    await message(colleague, '已经打开，理由记下了。');
    await words(colleague, '监护人的电话');
    await words(colleague, /自动合上/);
    await accessible(colleague);
    await picture(colleague, 'file-open-zh');
  });

  it('closes when the time is over', async () => {
    platform.clock.advance(DAY_MS);
    await toChild(colleague);
    await words(colleague, '学校和监护人的联系方式收着');
  });

  it('waits for a second person where the agency wants one; the wish stands in today', async () => {
    const director = platform.client();
    await director.signIn(demoLogin('DIRECTOR'), DEMO_PASSWORD);
    const change = 'mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) { __typename } }';
    const { agencySettings } = await director.data<Settings>(SETTINGS);
    const version = agencySettings.find(({ key }) => key === APPROVAL)?.version;
    await director.data(change, { i: { key: APPROVAL, value: 'true', version } });
    await toChild(colleague);
    await colleague.getByLabel('为什么现在需要看').fill('孩子转学，要和新学校联系');
    await button(colleague, '请同事决定').click();
    await words(colleague, /已经请同事决定。同意以后/);
    await supervisor.goto('/agency');
    await link(supervisor, /位同事想看收着的档案/).click();
    await heading(supervisor, '等您决定的调阅');
    await words(supervisor, '孩子转学，要和新学校联系');
    await accessible(supervisor);
    await picture(supervisor, 'file-requests-zh');
    // The demo's own colleague has asked too, and goes on waiting.
    const wish = supervisor.getByRole('listitem').filter({ hasText: '孩子转学，要和新学校联系' });
    await wish.getByRole('button', { name: '同意打开' }).click();
    await message(supervisor, `已经为${COLLEAGUE.name}打开。`);
    await wish.waitFor({ state: 'detached' });
    await words(supervisor, '下周家访，想先知道怎么联系家里');
    await toChild(colleague);
    await words(colleague, '监护人的电话');
  });

  it('shows the auditor what happened, who has seen the record, and that the audit is whole', async () => {
    auditor = await browser.visit(platform.address);
    await signIn(auditor, AUDITOR.identifier, TEST_PASSWORD);
    await auditor.goto('/agency/audit');
    await heading(auditor, '操作记录');
    await auditor.getByRole('cell', { name: '同意同事打开儿童收着的资料' }).first().waitFor();
    await auditor.getByRole('cell', { name: '写明理由，打开了儿童收着的资料' }).first().waitFor();
    await button(auditor, '核对一遍').click();
    await words(auditor, /一条接一条都完整/);
    await accessible(auditor);
    await picture(auditor, 'audit-zh');
    await button(auditor, COLLEAGUE.name).first().click();
    await auditor.waitForURL(/who=/);
    await link(auditor, '谁看过').first().click();
    await heading(auditor, '谁看过这份资料');
    await words(auditor, COLLEAGUE.name);
    await words(auditor, '看了资料和联系方式');
    await accessible(auditor);
    await picture(auditor, 'file-readers-zh');
  });

  it('tells the auditor in English what happened to the file, and never opens the child', async () => {
    const page = await browser.visit(platform.address, { language: 'en' });
    await signIn(page, AUDITOR.identifier, TEST_PASSWORD);
    await page.goto('/agency/audit');
    await heading(page, 'Audit trail');
    await page
      .getByRole('cell', { name: "Gave a reason and opened a closed part of a child's file" })
      .first()
      .waitFor();
    await page.goto(`/agency/children/${encodeURIComponent(child.id)}`);
    await words(page, 'We did not open this page');
    expect(await allText(page)).not.toContain(child.name);
    expect(browser.faults).toEqual([]);
  });
});
