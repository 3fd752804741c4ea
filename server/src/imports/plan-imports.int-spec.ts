// Lists of activities and of teams on the engine under test: who may bring them, that a plan passes no gate by coming in,
// that nothing comes twice however many ask at once, and that whoever books is invited once, after the second person's word.
import { join, resolve } from 'node:path';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { inboxOf } from '../testing/inbox.js';
import { CONFIRM, load, RosterStaff, RUN, stage, step, type Batch, type Outcome } from '../testing/roster-staff.js';
import { addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Activity } from '../activities/index.js';
import { TeamCoordinator, VolunteerTeam } from '../teams/index.js';

/** For what imports whole lists, on a machine that is busy otherwise. */
const LONG = 120_000;
const VENUE = `mutation ($i: SaveVenueInput!) { outcome: saveVenue(input: $i) { __typename
  ... on Venue { id version } } }`;
const REVIEW = `mutation ($i: ActivityStepInput!) { outcome: reviewActivity(input: $i) { __typename
  ... on PlanIncomplete { needs } } }`;
const CANCEL = `mutation ($i: CancelActivityInput!) { outcome: cancelActivity(input: $i) { __typename } }`;
const UNDO = `mutation ($i: UndoImportInput!) { outcome: undoImport(input: $i) { __typename
  ... on ImportBatch { id version state } ... on ImportInUse { uses { use count } } } }`;
const LIST = `query ($from: LocalDate!, $to: LocalDate!) { activities(from: $from, to: $to) {
  id version state theme onDate venue { name } inCharge { name } } }`;
const LEFT = 'query ($id: ID!) { importBatch(id: $id) { rows { edges { node { line cells { field problem } } } } } }';
const HEAD = '活动名称,活动类型,日期,开始,结束,场地,负责人';
const VENUES = ['河湾社区活动室', '滨河公园东门草地'];

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly theme: string;
  readonly onDate: string;
  readonly venue: { readonly name: string };
  readonly inCharge: readonly { readonly name: string }[];
}

let platform: TestApp;
/** Of the agency's clock in these specs. */
let today: LocalDate;
let samples: { readonly files: Readonly<Record<string, Buffer>>; readonly expected: Expectations };
interface Expectations {
  readonly activities: { readonly valid: number; readonly bad: number };
  readonly teams: { readonly valid: number; readonly bad: number };
}

beforeAll(async () => {
  platform = await startTestApp();
  today = platform.clock.today('Asia/Shanghai');
  const generator = resolve(import.meta.dirname, '../../../infra/samples');
  const { generate } = (await import(join(generator, 'generate.mjs'))) as { generate: (day: string) => typeof samples };
  samples = generate(today);
}, LONG);
afterAll(() => platform.stop());

async function agency(name: string): Promise<RosterStaff> {
  const staff = await RosterStaff.of(platform, name);
  for (const venue of VENUES) expect((await saveVenue(staff.worker, venue)).__typename).toBe('Venue');
  return staff;
}
const saveVenue = (client: TestClient, name: string) =>
  step(client, VENUE, { name, people: 40, checks: VENUE_CHECKS.map(({ code }) => code), checkedOn: today });
const activities = (staff: RosterStaff, name = 'activities.csv') =>
  stage(staff.worker, 'ACTIVITIES', samples.files[name] ?? '');
const rows = (count: number, more = '') =>
  `${HEAD}\n${Array.from({ length: count }, (_, index) => row(`活动${index}`, 1 + (index % 600))).join('\n')}\n${more}`;
const row = (theme: string, ahead: number, venue = VENUES[0], worker = '林溪') =>
  [theme, '成长小组', addDays(today, ahead), '9:00', '11:00', venue, worker].join(',');
const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ batchId: id, version });
const run = (client: TestClient, batch: Batch) => step(client, RUN, at(batch));
const listed = async (staff: RosterStaff, from = 1, to = 99) =>
  (await staff.worker.data<{ activities: Listed[] }>(LIST, { from: addDays(today, from), to: addDays(today, to) }))
    .activities;
const problems = async (client: TestClient, id: string) => {
  const data = await client.data<{
    importBatch: { rows: { edges: { node: { cells: { problem: string | null }[] } }[] } };
  }>(LEFT, { id });
  return data.importBatch.rows.edges.flatMap(({ node }) => node.cells.flatMap(({ problem }) => problem ?? []));
};
const batchOf = (outcome: Outcome) => outcome as unknown as Batch;

describe('a list of activities', () => {
  it(
    'is not for volunteers to bring, and another agency knows neither the list nor its places and people',
    async () => {
      const staff = await agency('acts-refused');
      const refused = await staff.volunteer.fetch('/files/rosters?kind=ACTIVITIES&name=a.csv', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
        body: new Uint8Array(Buffer.from(rows(1))),
      });
      expect(refused.status).toBe(403);
      const batch = await activities(staff);
      const stranger = await RosterStaff.of(platform, 'acts-stranger');
      await saveVenue(stranger.worker, '只有他们有的礼堂');
      await addPerson(platform.app, stranger.agencyId, { name: '别家的社工', roles: ['SOCIAL_WORKER'] });
      expect(await load(stranger.worker, batch.id)).toBeNull();
      expect((await run(stranger.worker, batch)).__typename).toBe('NotFound');
      const text = `${HEAD}\n${row('甲', 3, '只有他们有的礼堂')}\n${row('乙', 3, VENUES[0], '别家的社工')}\n`;
      const theirs = await stage(staff.worker, 'ACTIVITIES', text);
      expect(theirs).toMatchObject({ validCount: 0, badCount: 2 });
      expect((await problems(staff.worker, theirs.id)).sort()).toEqual(['VENUE_UNKNOWN', 'WORKER_UNKNOWN']);
    },
    LONG,
  );

  it(
    'comes in as drafts, with every spoilt row left out, and passes no gate of a plan',
    async () => {
      const staff = await agency('acts-drafts');
      const batch = await activities(staff);
      const { valid, bad } = samples.expected.activities;
      expect(batch).toMatchObject({ validCount: valid, badCount: bad, duplicateCount: 1 });
      const imported = await run(staff.worker, batch);
      expect(imported).toMatchObject({ __typename: 'ImportBatch', state: 'IMPORTED', importedCount: valid });
      const plans = await listed(staff);
      expect(plans).toHaveLength(valid);
      expect(new Set(plans.map(({ state }) => state))).toEqual(new Set(['DRAFT']));
      expect(plans[0]).toMatchObject({ theme: '一起读绘本(第1次)', onDate: addDays(today, 40) });
      // Risks are for people to think about: no list says them, so nobody can pass it yet.
      const [first] = plans;
      const asked = { activityId: first?.id, version: first?.version };
      expect(await step(staff.supervisor, REVIEW, asked)).toMatchObject({
        __typename: 'PlanIncomplete',
        needs: expect.arrayContaining(['RISK_CHILDREN', 'RISK_STAFF']) as unknown,
      });
      expect(await step(staff.supervisor, CONFIRM, at(batchOf(imported)))).toMatchObject({ state: 'CONFIRMED' });
      expect(new Set((await listed(staff)).map(({ state }) => state))).toEqual(new Set(['DRAFT']));
      expect((await staff.audited('roster.imported'))[0]).toMatchObject({ kind: 'ACTIVITIES', imported: valid });
    },
    LONG,
  );

  it(
    'brings nothing twice: not a second time, and not where two bring it at once',
    async () => {
      const staff = await agency('acts-twice');
      const other = `${HEAD}\n${row('活动3', 4)}\n${row('另外一个', 4)}\n`;
      const batches = [
        await stage(staff.worker, 'ACTIVITIES', rows(20)),
        await stage(staff.worker, 'ACTIVITIES', other),
      ];
      const outcomes = await Promise.all(batches.map((batch) => run(staff.worker, batch)));
      const counts = outcomes.map(({ importedCount }) => Number(importedCount));
      expect([counts.join(), counts.reduce((sum, count) => sum + count, 0)]).toEqual([
        expect.stringMatching(/^(20,1|19,2)$/),
        21,
      ]);
      expect(await listed(staff)).toHaveLength(21);
      const again = await stage(staff.worker, 'ACTIVITIES', ` \n${rows(20)}`);
      expect(again).toMatchObject({ validCount: 0, duplicateCount: 20 });
      expect(new Set(await problems(staff.worker, again.id))).toEqual(new Set(['ACTIVITY_KNOWN']));
      expect((await run(staff.worker, again)).__typename).toBe('ImportNothingValid');
    },
    LONG,
  );

  it(
    'run three times at once, and confirmed twice at once, counts once',
    async () => {
      const staff = await agency('acts-race');
      const batch = await stage(staff.worker, 'ACTIVITIES', rows(12));
      const runs = await Promise.all([staff.worker, staff.worker, staff.worker].map((client) => run(client, batch)));
      const won = runs.filter(({ __typename }) => __typename === 'ImportBatch');
      expect(won).toHaveLength(1);
      expect(await listed(staff)).toHaveLength(12);
      const confirm = at(batchOf(won[0] ?? ({} as Outcome)));
      const said = await Promise.all([1, 2].map(() => step(staff.supervisor, CONFIRM, confirm)));
      expect(said.filter(({ __typename }) => __typename === 'ImportBatch')).toHaveLength(1);
      expect(await staff.audited('roster.confirmed')).toHaveLength(1);
    },
    LONG,
  );

  it(
    'holds a row back whose venue was renamed since it was looked at',
    async () => {
      const staff = await agency('acts-venue');
      const hall = await saveVenue(staff.worker, '旧礼堂');
      const text = `${HEAD}\n${row('甲', 3, '旧礼堂')}\n${row('乙', 3)}\n`;
      const batch = await stage(staff.worker, 'ACTIVITIES', text);
      expect(batch).toMatchObject({ validCount: 2 });
      const renamed = { venueId: hall['id'], version: 1, name: '新礼堂', people: 40, checks: [] };
      expect((await step(staff.worker, VENUE, renamed)).__typename).toBe('Venue');
      expect(await run(staff.worker, batch)).toMatchObject({ importedCount: 1, badCount: 1 });
      expect(await problems(staff.worker, batch.id)).toEqual(['VENUE_UNKNOWN']);
    },
    LONG,
  );

  it(
    'goes back as one, unless somebody has worked on a plan of it',
    async () => {
      const staff = await agency('acts-undo');
      const first = batchOf(await run(staff.worker, await stage(staff.worker, 'ACTIVITIES', rows(3))));
      expect(await step(staff.supervisor, UNDO, at(first))).toMatchObject({ state: 'DISCARDED' });
      expect(await listed(staff)).toEqual([]);
      const second = batchOf(await run(staff.worker, await stage(staff.worker, 'ACTIVITIES', rows(3))));
      const [plan] = await listed(staff);
      const cancel = { activityId: plan?.id, version: plan?.version, reason: '下雨' };
      expect((await step(staff.worker, CANCEL, cancel)).__typename).toBe('Activity');
      expect(await step(staff.supervisor, UNDO, at(second))).toMatchObject({
        __typename: 'ImportInUse',
        uses: [{ use: 'CHANGED', count: 1 }],
      });
      expect(await platform.app.get(Database).repository(Activity).countBy({ agencyId: staff.agencyId })).toBe(3);
    },
    LONG,
  );

  it(
    'of two thousand rows is taken in whole',
    async () => {
      const staff = await agency('acts-many');
      const batch = await stage(staff.worker, 'ACTIVITIES', rows(2_000, `${row('活动7', 8)}\n`));
      expect(batch).toMatchObject({ validCount: 2_000, badCount: 0, duplicateCount: 1 });
      const began = Date.now();
      expect(await run(staff.worker, batch)).toMatchObject({ importedCount: 2_000 });
      // As a bound, not as a figure: a machine that does eight other things does it in a few seconds.
      expect(Date.now() - began).toBeLessThan(60_000);
      expect(await platform.app.get(Database).repository(Activity).countBy({ agencyId: staff.agencyId })).toBe(2_000);
    },
    LONG,
  );
});

describe('a list of teams', () => {
  const teamsOf = (staff: RosterStaff) =>
    platform.app.get(Database).repository(VolunteerTeam).findBy({ agencyId: staff.agencyId });
  const coordinatorsOf = (staff: RosterStaff) =>
    platform.app.get(Database).repository(TeamCoordinator).findBy({ agencyId: staff.agencyId });
  /** A second person who may confirm. */
  async function director(staff: RosterStaff, name: string): Promise<TestClient> {
    const identifier = `director.${name}@example.org`;
    await addPerson(platform.app, staff.agencyId, { name: '周岚', roles: ['DIRECTOR'], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  }

  it(
    'is brought by those only who may add teams',
    async () => {
      const staff = await RosterStaff.of(platform, 'teams-refused');
      const refused = await staff.worker.fetch('/files/rosters?kind=TEAMS&name=t.csv', {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'x-tongxing-client': 'web' },
        body: new Uint8Array(samples.files['teams.csv'] ?? Buffer.alloc(0)),
      });
      expect([refused.status, await refused.json()]).toEqual([403, { code: 'ROSTER_KIND_NOT_YOURS' }]);
      const batch = await stage(staff.supervisor, 'TEAMS', samples.files['teams.csv'] ?? '');
      expect((await run(staff.worker, batch)).__typename).toBe('NotFound');
    },
    LONG,
  );

  it(
    'invites nobody before the second person’s word, and each once though two say it at once',
    async () => {
      const staff = await RosterStaff.of(platform, 'teams-invite');
      const second = await director(staff, 'teams-invite');
      const batch = await stage(staff.supervisor, 'TEAMS', samples.files['teams.csv'] ?? '');
      const { valid, bad } = samples.expected.teams;
      expect(batch).toMatchObject({ validCount: valid, badCount: bad, duplicateCount: 1 });
      const imported = batchOf(await run(staff.supervisor, batch));
      expect(await teamsOf(staff)).toHaveLength(valid);
      expect(await inboxOf(platform)).not.toContain('chengyinuo@yunfan.example');
      expect(await coordinatorsOf(staff)).toEqual([]);
      const said = await Promise.all([1, 2].map(() => step(second, CONFIRM, at(imported))));
      expect(said.filter(({ __typename }) => __typename === 'ImportBatch')).toHaveLength(1);
      expect(await coordinatorsOf(staff)).toHaveLength(5);
      const inbox = await inboxOf(platform);
      for (const mail of ['chengyinuo@yunfan.example', 'shen@hewan.example', 'lea@yunxi-design.example']) {
        expect(inbox.split(mail)).toHaveLength(2);
      }
      expect(await problems(second, batch.id)).toEqual([]);
    },
    LONG,
  );

  it(
    'lets one person book for two teams, and says whose address is somebody else’s',
    async () => {
      const staff = await RosterStaff.of(platform, 'teams-same');
      const second = await director(staff, 'teams-same');
      const identifier = 'books@teams-same.example';
      await addPerson(platform.app, staff.agencyId, { name: '老朋友', roles: ['CSR_COORDINATOR'], identifier });
      const text = [
        '公司名称,联系人,邮箱',
        '甲公司,沈一,shen@teams-same.example',
        '乙公司,沈一,SHEN@teams-same.example',
        `丙公司,老朋友,${identifier}`,
        '丁公司,林溪,SOCIAL_WORKER.teams-same@example.org',
        '',
      ].join('\n');
      const imported = batchOf(await run(staff.supervisor, await stage(staff.supervisor, 'TEAMS', text)));
      expect(await step(second, CONFIRM, at(imported))).toMatchObject({ state: 'CONFIRMED' });
      const books = await coordinatorsOf(staff);
      expect(books).toHaveLength(3);
      expect(new Set(books.map(({ personId }) => personId)).size).toBe(2);
      expect(await problems(second, imported.id)).toEqual(['COORDINATOR_NOT_INVITED']);
      const { version } = await load(second, imported.id);
      expect(await step(second, UNDO, { batchId: imported.id, version })).toMatchObject({
        __typename: 'ImportInUse',
        uses: [{ use: 'ACCOUNT', count: 3 }],
      });
    },
    LONG,
  );

  it(
    'brings no team that the agency has, and goes back as one before anybody is invited',
    async () => {
      const staff = await RosterStaff.of(platform, 'teams-undo');
      const text = '公司名称,联系人,邮箱\n甲公司,沈一,shen@teams-undo.example\n';
      const first = batchOf(await run(staff.supervisor, await stage(staff.supervisor, 'TEAMS', text)));
      const again = await stage(staff.supervisor, 'TEAMS', `${text}\n`);
      expect(again).toMatchObject({ validCount: 0, duplicateCount: 1 });
      expect(await step(staff.supervisor, UNDO, at(first))).toMatchObject({ state: 'DISCARDED' });
      expect(await teamsOf(staff)).toEqual([]);
    },
    LONG,
  );
});
