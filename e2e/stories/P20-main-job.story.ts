// The main job in a browser: from two spreadsheets to a companionship that began, by the people whose work it is.
import { join } from 'node:path';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Page } from 'playwright-core';
import { heldProposals, importBigRosters } from '../../server/src/testing/big-rosters.js';
import { useBuiltEngine } from '../../server/src/testing/built-engine.js';
import { giveVolunteerLogin } from '../../server/src/testing/matched-agency.js';
import { startTestApp, type TestApp } from '../../server/src/testing/test-app.js';
import { DIRECTOR, SAMPLES, STAFF, staffedAgency, TEST_PASSWORD } from '../support/agency.js';
import { picture, StoryBrowser } from '../support/browser.js';
import { allText, button, heading, link, message, signIn, words } from '../support/page.js';

const VOLUNTEER_PHONE = '13900008888';
const WORRY = '他说下次要单独带孩子去河边';
const NOT_OPENED = '没有打开机构工作台';

interface Pair {
  readonly child: string;
  readonly pseudonym: string;
  readonly volunteer: string;
  /** As addresses carry it. */
  readonly volunteerId: string;
}

let platform: TestApp;
let agencyId: AgencyId;
let isEngineOpen: () => boolean;
let browser: StoryBrowser;
let worker: Page;
let supervisor: Page;
let volunteer: Page;
beforeAll(async () => {
  // As in production: nothing but the operations of the built client is served.
  platform = await startTestApp({ ALLOW_LIST: 'true' });
  isEngineOpen = useBuiltEngine(platform);
  agencyId = await staffedAgency(platform);
  browser = await StoryBrowser.open();
});
afterAll(async () => {
  await browser.close();
  await platform.stop();
});

async function arrive(person: { readonly identifier: string }, on: 'desk' | 'phone' = 'desk'): Promise<Page> {
  const page = await browser.visit(platform.address, { on });
  await signIn(page, person.identifier, TEST_PASSWORD);
  return page;
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: place, exact: true }).click();
  await heading(page, place);
}

describe('who may not', () => {
  it('leads a visitor to sign in, and refuses a donor the desk, saying why and whom to ask', async () => {
    const visitor = await browser.visit(platform.address);
    await visitor.goto('/agency/children');
    await visitor.waitForURL('**/sign-in?next=%2Fagency%2Fchildren');
    const donor = await arrive(STAFF.donor, 'phone');
    await donor.goto('/agency/children');
    await heading(donor, NOT_OPENED);
    await words(donor, '云溪同行社会工作服务中心的机构负责人可以调整您的角色。');
    await link(donor, '回到捐赠人页面').click();
    await donor.waitForURL('**/donor');
  });
});

describe('the rosters', () => {
  async function upload(kind: string, file: string, counts: { valid: number; bad: number; duplicate: number }) {
    await goTo(worker, '导入名单');
    await worker.getByRole('radio', { name: kind }).check();
    await worker.getByLabel('选一个 XLSX 或 CSV 文件，或者拖到这里').setInputFiles(join(SAMPLES, file));
    await button(worker, '上传并检查').click();
    await heading(worker, file);
    await button(worker, `需要看一看 ${counts.bad}`).waitFor();
    await button(worker, `重复 ${counts.duplicate}`).waitFor();
    await button(worker, `可以导入 ${counts.valid}`).waitFor();
  }

  async function bringIn(valid: number) {
    await button(worker, new RegExp(`^导入 ${valid} 行`)).click();
    await words(worker, `${valid} 个人已经导入，等第二个人确认。`);
    expect(await button(worker, '我核对过了，确认').count()).toBe(0);
  }

  it('are read by the worker row by row, in the encoding of old spreadsheets, each doubt with its reason', async () => {
    worker = await arrive(STAFF.worker);
    await words(worker, '从名单开始');
    await upload('志愿者名单', 'volunteers-gbk.csv', { valid: 180, bad: 15, duplicate: 5 });
    await words(worker, '按 GBK 读取');
    await words(worker, '日历上没有这一天');
    await words(worker, '看不出是什么时间，请写成“周六 14:00-17:00”这样');
    await picture(worker, 'import-1440-zh');
    await bringIn(180);
    await upload('儿童和家庭名单', 'children.csv', { valid: 89, bad: 8, duplicate: 3 });
    await words(worker, '紧急程度请写 1 到 5');
    await bringIn(89);
  });

  it('make nobody ready before a second person has confirmed them', async () => {
    await goTo(worker, '志愿者');
    await words(worker, '怎么办：资料已经导入，请第二个人确认那份名单。');
    await button(worker, '可以服务').click();
    await words(worker, '没有符合条件的志愿者');
    await goTo(worker, '匹配');
    await button(worker, '开始匹配').click();
    await words(worker, '这次没有可以搭配的人');
    await words(worker, /180 名志愿者里有 0 名可以服务/);
  });

  it('are confirmed by the supervisor, who finds them waiting on the first page', async () => {
    supervisor = await arrive(STAFF.supervisor);
    await words(supervisor, '份导入的名单等第二个人确认');
    for (const file of ['volunteers-gbk.csv', 'children.csv']) {
      await goTo(supervisor, '导入名单');
      await link(supervisor, file).click();
      await heading(supervisor, file);
      await button(supervisor, '我核对过了，确认').click();
      await words(supervisor, /个人已经导入。陈静在.*确认。/);
    }
  });

  it('now say who is ready, and of the others what is missing, by which clause, and what to do', async () => {
    await worker.reload();
    await goTo(worker, '志愿者');
    await button(worker, '可以服务').click();
    await words(worker, '符合条件的 127 名，全机构共 180 名');
    await button(worker, '还差几步').click();
    await words(worker, '符合条件的 44 名');
    await words(worker, /怎么办：再办理一次违法犯罪记录查询。/);
    await words(worker, /依据 MZ\/T 248—2025/);
    await picture(worker, 'readiness-1440-zh');
  });

  it('grow to two thousand volunteers and a thousand children, whose readiness is counted by reason', async () => {
    await importBigRosters(platform, STAFF.worker.identifier, STAFF.supervisor.identifier);
    await worker.goto('/agency/volunteers');
    // The small lists came before: whoever stands in both is there once.
    await words(worker, /那天 [12]\d{3} 名可以服务/);
    // Each number opens the list of exactly so many people.
    const reason = link(worker, /^违法犯罪记录查询 · 已经到期/);
    const people = (await reason.locator('strong').innerText()).trim();
    await reason.click();
    await words(worker, `符合条件的 ${people} 名`);
    await words(worker, /怎么办：再办理一次违法犯罪记录查询。/);
    await picture(worker, 'readiness-reason-1440-zh');
  });
});

describe('the match', () => {
  let accepted: Pair;

  const openPair = async (): Promise<Pair> => {
    const title = worker.getByRole('heading', { level: 2, name: /化名/ });
    const [child = '', pseudonym = ''] = (await title.getByRole('link').first().innerText())
      .split(/[（）]|化名/)
      .filter(Boolean);
    const person = title.getByRole('link').last();
    const address = (await person.getAttribute('href')) ?? '';
    const volunteerId = decodeURIComponent(address.split('/').pop() ?? '');
    return { child, pseudonym, volunteer: await person.innerText(), volunteerId };
  };
  /** The one pair that is held fast, as addresses name it. */
  const heldProposal = async (): Promise<string> => {
    const held = await heldProposals(platform, agencyId);
    expect(held).toHaveLength(1);
    return held[0] ?? '';
  };
  const otherPair = (before: Pair) =>
    worker.getByRole('heading', { level: 2, name: /化名/ }).filter({ hasNotText: before.child }).waitFor();

  it('is run with one press, proves itself, and gives its reasons in words', async () => {
    await goTo(worker, '匹配');
    await button(worker, '开始匹配').click();
    await heading(worker, /^搭配建议：/);
    // In a process of its own, as in production.
    expect(isEngineOpen()).toBe(true);
    await words(worker, /已经证明：没有更好的整体安排。总分 [\d,]+，能达到的上限也是 [\d,]+，证明另外核对过。/);
    const score = worker.getByRole('table', { name: '这一对的得分从哪里来' }).first();
    await score.getByRole('rowheader', { name: '合计' }).waitFor();
    expect(await score.getByRole('row').count()).toBeGreaterThan(4);
    await words(worker, '还可以考虑谁');
    await words(worker, '还没有找到陪伴者的孩子');
    await picture(worker, 'matching-1440-zh');
  });

  it('is decided by keyboard: `a` accepts, `d` asks for a reason before it declines', async () => {
    accepted = await openPair();
    await worker.keyboard.press('a');
    await message(worker, `接受了。${accepted.volunteer}会收到邀请，等对方回答。`);
    await otherPair(accepted);
    const declined = await openPair();
    await button(worker, '接受这条建议').waitFor();
    await worker.keyboard.press('d');
    const dialog = worker.getByRole('dialog', { name: '为什么不采用这一对？' });
    await dialog.getByText(/所有孩子合起来|整体同样好/).waitFor();
    await dialog.getByRole('button', { name: '不采用这一对' }).click();
    await dialog.getByText(/请写几个字/).waitFor();
    await dialog.getByLabel('原因', { exact: true }).fill('孩子周末要回老家，时间对不上');
    await dialog.getByRole('button', { name: '不采用这一对' }).click();
    await message(worker, '记下了。以后的匹配不再建议这一对。');
    await otherPair(declined);
  });

  it('swaps one at the cost that it told, and keeps that pair when the match is run again', async () => {
    const before = await openPair();
    await button(worker, '接受这条建议').waitFor();
    await worker.keyboard.press('s');
    const dialog = worker.getByRole('dialog', { name: `换一位志愿者陪伴${before.child}` });
    await dialog.getByText(/所有孩子合起来|整体同样好/).waitFor();
    await picture(worker, 'swap-1440-zh');
    await dialog.getByRole('button', { name: /^换成/ }).click();
    await button(worker, '放开这一对').waitFor();
    await goTo(worker, '匹配');
    await button(worker, '开始匹配').click();
    await heading(worker, /^搭配建议：/);
    await button(worker, '接受这条建议').waitFor();
    // Hundreds of proposals stand on the new board; the held one is opened by its address.
    await worker.goto(`${new URL(worker.url()).pathname}?proposal=${encodeURIComponent(await heldProposal())}`);
    await worker.getByRole('heading', { level: 2, name: new RegExp(before.child) }).waitFor();
    await button(worker, '放开这一对').waitFor();
  });

  it('asks the volunteer on the phone, without a word about the child', async () => {
    await giveVolunteerLogin(platform, agencyId, accepted.volunteerId, VOLUNTEER_PHONE);
    volunteer = await arrive({ identifier: VOLUNTEER_PHONE }, 'phone');
    await heading(volunteer, `${accepted.volunteer}，您好`);
    await words(volunteer, '您已经准备好了');
    await picture(volunteer, 'volunteer-390-zh');
    await link(volunteer, /有 1 位孩子的陪伴等您回答/).click();
    await heading(volunteer, '我的陪伴');
    await words(volunteer, '等您回答');
    await button(volunteer, '我愿意').waitFor();
    const text = await allText(volunteer);
    expect(text).not.toContain(accepted.child);
    expect(text).not.toContain(accepted.pseudonym);
    await picture(volunteer, 'question-390-zh');
  });

  it('refuses the volunteer the desk', async () => {
    await volunteer.goto('/agency/children');
    await heading(volunteer, NOT_OPENED);
    await picture(volunteer, 'refused-390-zh');
    await link(volunteer, '回到志愿者页面').click();
    await volunteer.waitForURL('**/volunteer');
  });

  it('takes the volunteer’s yes only with the rules of meeting', async () => {
    await volunteer.goto('/volunteer/companionships');
    await button(volunteer, '我愿意').click();
    await words(volunteer, '请先读完约定，再打上勾。');
    await volunteer.getByRole('checkbox', { name: '我读过了，愿意遵守' }).check();
    await button(volunteer, '我愿意').click();
    await words(volunteer, '等家庭回音');
    expect(await allText(volunteer)).not.toContain(accepted.child);
  });

  it('says everything that is missing before the first day, and refuses to begin without the plan', async () => {
    await worker.reload();
    await goTo(worker, '成长陪伴');
    await link(worker, new RegExp(accepted.child)).click();
    await heading(worker, `${accepted.volunteer}陪伴${accepted.pseudonym}`);
    const missing = ['还没有与监护人签服务协议', '还没有监护人的同意', '还没有问过孩子自己', '还没有批准的陪伴计划'];
    for (const what of missing) await words(worker, what);
    expect(await button(worker, '开始这段陪伴').count()).toBe(0);
    await picture(worker, 'companionship-1440-zh');

    await button(worker, '记下家庭的同意').click();
    await words(worker, '请填写监护人的姓名。');
    await worker.getByLabel('监护人姓名', { exact: true }).fill('王秀兰');
    await worker.getByLabel('与孩子的关系', { exact: true }).fill('奶奶');
    await worker.getByLabel('怎样同意的', { exact: true }).selectOption({ label: '按手印' });
    await worker.getByLabel('服务协议签署日期', { exact: true }).fill('2026-11-20');
    await worker.getByRole('radio', { name: '愿意和这位陪伴者试一试' }).check();
    await worker.getByLabel('孩子回答的日期', { exact: true }).fill('2026-11-22');
    await button(worker, '记下家庭的同意').click();
    await message(worker, '家庭的同意已经记下。');

    await button(worker, '开始这段陪伴').click();
    await words(worker, '那一天还不能开始');
    await words(worker, '还没有批准的陪伴计划');
  });

  it('begins once the plan is approved; the phone then shows the pseudonym and never the name', async () => {
    await worker.getByLabel('任务目标', { exact: true }).fill('每周一起读完一章');
    await worker.getByLabel('过程目标', { exact: true }).fill('能把心里话说出来');
    await worker.getByLabel('约好的见面地点', { exact: true }).fill('晴川街道社工站活动室');
    await button(worker, '批准这份计划').click();
    await message(worker, '计划已经批准。');
    await button(worker, '开始这段陪伴').click();
    await message(worker, '陪伴开始了。');
    await words(worker, '正在陪伴');

    await volunteer.reload();
    await volunteer.getByRole('heading', { level: 2, name: accepted.pseudonym, exact: true }).waitFor();
    await words(volunteer, '晴川街道社工站活动室');
    const text = await allText(volunteer);
    expect(text).not.toContain(accepted.child);
    expect(text).not.toContain('王秀兰');
    await picture(volunteer, 'active-390-zh');
  });

  it('leaves every step in the director’s record, with a changed setting, in words and without a name of a child', async () => {
    const director = await arrive(DIRECTOR);
    await goTo(director, '机构设置');
    await button(director, /^修改\s?每月见面次数$/).click();
    const field = director.getByLabel('每月见面次数：新的值', { exact: true });
    const before = await field.inputValue();
    await field.fill('3');
    await button(director, '保存').click();
    await message(director, '每月见面次数已经改好，写进了操作记录。');
    await goTo(director, '操作记录');
    await words(director, `原来 ${before} 次`);
    await words(director, '现在 3 次');
    const text = await allText(director);
    for (const step of ['做了一次匹配', '接受了搭配建议', '志愿者答应了邀请', '陪伴没有能开始', '陪伴开始']) {
      expect(text).toContain(step);
    }
    expect(text).not.toContain('另一种操作');
    expect(text).not.toContain(accepted.child);
    await picture(director, 'audit-1440-zh');
  });

  it('has the volunteer write down a contact, and say in the same screen that something is wrong', async () => {
    await volunteer.goto('/volunteer/companionships');
    await words(volunteer, '第一次见面以前');
    await button(volunteer, '记一次联系').click();
    await volunteer.getByRole('radio', { name: '联系了，没有联系上' }).check();
    await button(volunteer, '记下来').click();
    await words(volunteer, '最近 1 次联系');
    await button(volunteer, '我担心孩子的安全').click();
    await button(volunteer, '马上告诉他们').click();
    await words(volunteer, '请写几个字，两千字以内。');
    await volunteer.getByLabel('您看到、听到了什么？', { exact: true }).fill(WORRY);
    await button(volunteer, '马上告诉他们').click();
    await words(volunteer, '收到了，谢谢您说出来。');
    await words(volunteer, /最迟在 .+ 以前报告。/);
    await picture(volunteer, 'concern-390-zh');
  });

  it('puts it on top of the worker’s today, with the clock to the authority, until somebody has seen it', async () => {
    await worker.goto('/agency');
    const first = worker.getByRole('main').getByRole('listitem').first();
    await first.getByText('件安全关切').waitFor();
    await picture(worker, 'today-concern-1440-zh');
    await first.getByRole('link').click();
    await heading(worker, '安全关切');
    await words(worker, WORRY);
    await words(worker, /报告主管部门/);
    await button(worker, '我看到了').click();
    await message(worker, '记下了：您看到了这件事。');
    await picture(worker, 'concerns-1440-zh');
  });

  it('broke nothing on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
