// The demo: seeded once, only into an empty platform that is not in production, and with something on every page.
import { AuditEvent } from '../platform/audit-trail/index.js';
import { readConfig } from '../platform/config/index.js';
import { createKey } from '../platform/crypto/index.js';
import { Database } from '../platform/database/index.js';
import { PEOPLE_ENTITIES } from '../people/index.js';
import { addAgency } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo-logins.js';
import { SeedDemo } from './seed-demo.js';
import { StartWords } from './start-words.js';

/** A whole seed, on a machine that is busy otherwise. */
const LONG = 60_000;

/** How many rows every table of people holds, and how many things were audited. */
async function rowsOf(platform: TestApp): Promise<number[]> {
  const database = platform.app.get(Database);
  return Promise.all([AuditEvent, ...PEOPLE_ENTITIES].map((entity) => database.repository(entity).count()));
}
const seed = (platform: TestApp) => platform.app.get(SeedDemo).seed();

describe('nothing is seeded', () => {
  it(
    'where the demo is off',
    async () => {
      const platform = await startTestApp({ DEMO: 'false' });
      expect(await seed(platform)).toBe(false);
      expect(await rowsOf(platform)).toEqual([AuditEvent, ...PEOPLE_ENTITIES].map(() => 0));
      expect(await platform.app.get(StartWords).lines()).toEqual([expect.stringMatching(/^同行 Tongxing: http/)]);
      await platform.stop();
    },
    LONG,
  );

  it(
    'in production, which refuses to be a demo',
    async () => {
      const production = {
        NODE_ENV: 'production',
        APP_KEYS: createKey('test'),
        PUBLIC_URL: 'https://tongxing.example.org',
      };
      expect(() => readConfig({ ...production, DEMO: 'true' })).toThrow('DEMO');
      const platform = await startTestApp({ ...production, DEMO: '' });
      expect(await seed(platform)).toBe(false);
      expect(await rowsOf(platform)).toEqual([AuditEvent, ...PEOPLE_ENTITIES].map(() => 0));
      await platform.stop();
    },
    LONG,
  );

  it(
    'beside an agency of somebody’s own, and its start names no demo login',
    async () => {
      const platform = await startTestApp({ DEMO: 'true' });
      const create = `mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename } }`;
      const input = {
        agencyName: '同路',
        directorName: '周岚',
        identifier: 'own@example.org',
        password: 'a-long-password',
        locale: 'EN',
      };
      await platform.client().data(create, { i: input });
      const before = await rowsOf(platform);
      expect(await seed(platform)).toBe(false);
      expect(await rowsOf(platform)).toEqual(before);
      expect(await platform.app.get(StartWords).lines()).toHaveLength(1);
      await platform.stop();
    },
    LONG,
  );

  it(
    'where rows of an agency stand without the mark of a first run',
    async () => {
      const platform = await startTestApp({ DEMO: 'true' });
      await addAgency(platform.app, '手工建立');
      const before = await rowsOf(platform);
      expect(await seed(platform)).toBe(false);
      expect(await rowsOf(platform)).toEqual(before);
      await platform.stop();
    },
    LONG,
  );
});

describe('the demo', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp({ DEMO: 'true' });
    const both = await Promise.all([seed(platform), seed(platform)]);
    expect(both.sort()).toEqual([false, true]);
  }, LONG);
  afterAll(() => platform.stop());

  async function signedIn(role: string): Promise<TestClient> {
    const account = DEMO_LOGINS.find((one) => one.role === role);
    const client = platform.client();
    expect(await client.signIn(account?.identifier ?? '', DEMO_PASSWORD)).toBe('Viewer');
    return client;
  }

  it('is not seeded a second time', async () => {
    const before = await rowsOf(platform);
    expect(await seed(platform)).toBe(false);
    expect(await rowsOf(platform)).toEqual(before);
  });

  it('lets each of its logins in, under the name and the face that the sign-in page shows', async () => {
    for (const { role, name, face } of DEMO_LOGINS) {
      const client = await signedIn(role);
      const { viewer } = await client.data<{ viewer: unknown }>('{ viewer { name face roles agency { name } } }');
      expect(viewer).toEqual({ name, face, roles: [role], agency: { name: '云溪同行社会工作服务中心' } });
    }
  });

  it('has rosters confirmed by a second person and one that waits for review', async () => {
    const client = await signedIn('SUPERVISOR');
    const { importBatches } = await client.data<{ importBatches: unknown[] }>(
      '{ importBatches { state validCount badCount duplicateCount importedBy confirmedBy } }',
    );
    expect(importBatches).toEqual([
      { state: 'STAGED', validCount: 5, badCount: 2, duplicateCount: 1, importedBy: null, confirmedBy: null },
      { state: 'CONFIRMED', validCount: 40, badCount: 2, duplicateCount: 1, importedBy: '林溪', confirmedBy: '陈静' },
      { state: 'CONFIRMED', validCount: 60, badCount: 3, duplicateCount: 1, importedBy: '林溪', confirmedBy: '陈静' },
    ]);
    const ready = '{ volunteers(filter: { standing: READY }) { totalCount } }';
    const { volunteers } = await client.data<{ volunteers: { totalCount: number } }>(ready);
    // Of the roster, the one who signs in, and a mother who helps.
    expect(volunteers.totalCount).toBe(41 + 1 + 1);
  });

  it('has a run with open, accepted and declined proposals', async () => {
    const client = await signedIn('SOCIAL_WORKER');
    const { companionships } = await client.data<{
      companionships: { edges: { node: { state: string; volunteer: { name: string } } }[] };
    }>('{ companionships { edges { node { state volunteer { name } } } } }');
    const pairs = companionships.edges.map(({ node }) => [node.state, node.volunteer.name === '许诺']);
    expect(pairs.sort()).toEqual([
      // Somebody who goes on with a child, and the one who walked before.
      ['ACCEPTED', false],
      ['ACCEPTED', true],
      // Somebody who stands in, and the one who is away.
      ...Array.from({ length: 5 + 1 }, () => ['ACTIVE', false]),
      ...Array.from({ length: 1 + 1 }, () => ['ENDED', false]),
      ['FAMILY_CONSENTED', false],
      ...Array.from({ length: 1 + 1 }, () => ['PAUSED', false]),
      ['VOLUNTEER_AGREED', false],
    ]);
    const { matchRuns } = await client.data<{ matchRuns: { edges: { node: { id: string } }[] } }>(
      '{ matchRuns { edges { node { id } } } }',
    );
    const count =
      'query ($id: ID!) { matchRun(id: $id) { open: proposals(state: PROPOSED) { totalCount } declined: proposals(state: DECLINED) { totalCount } } }';
    const { matchRun } = await client.data<{
      matchRun: { open: { totalCount: number }; declined: { totalCount: number } };
    }>(count, { id: matchRuns.edges[0]?.node.id });
    expect(matchRun.open.totalCount).toBeGreaterThan(15);
    expect(matchRun.declined.totalCount).toBe(1);
  });

  it('has families with what happened and what they need, one of them with a move behind it', async () => {
    const client = await signedIn('DIRECTOR');
    const { households } = await client.data<{ households: { totalCount: number } }>('{ households { totalCount } }');
    expect(households.totalCount).toBe(34 - 3);
    const figures = '{ familyFigures { figures { figure denominator helpers } } }';
    const { familyFigures } = await client.data<{
      familyFigures: { figures: { figure: string; denominator: number; helpers: number | null }[] };
    }>(figures);
    for (const { figure, denominator } of familyFigures.figures) {
      expect([figure, denominator > 5]).toEqual([figure, true]);
    }
    // Two mothers help where their own children are stood beside.
    expect(familyFigures.figures.at(-1)).toMatchObject({ figure: 'VOLUNTEER_KIND', helpers: 2 });
    const moved = platform.app.get(Database).read('SELECT id FROM household_address WHERE until IS NOT NULL', []);
    expect(await moved).toHaveLength(2);
  });

  it('has children in programmes, a place that was passed on, and what waits for somebody’s word', async () => {
    const client = await signedIn('SUPERVISOR');
    const { programmes, today } = await client.data<{
      programmes: { name: string; held: number }[];
      today: { fileRequestsToDecide: number };
    }>('{ programmes { name held } today { fileRequestsToDecide } }');
    expect(new Map(programmes.map(({ name, held }) => [name, held]))).toEqual(
      new Map([
        ['流动书桌助学计划', 11],
        ['周末阅读小组', 7],
        ['家长互助茶会', 5],
      ]),
    );
    expect(today.fileRequestsToDecide).toBe(1);
  });

  it('has helpers at each point of the way, and talks held, missed, tomorrow and overdue', async () => {
    const client = await signedIn('SUPERVISOR');
    const { helperJourneys, supervisionSessions, mySupervised, renewals } = await client.data<{
      helperJourneys: { state: string; origin?: string }[];
      supervisionSessions: { state: string; format: string }[];
      mySupervised: { overdue: string[]; seenOn: string[] }[];
      renewals: { total: number };
    }>(`{ helperJourneys { state } supervisionSessions { state format } mySupervised { overdue seenOn }
      renewals { total } }`);
    expect(helperJourneys.map(({ state }) => state).sort()).toEqual([
      'AGREEMENT_SIGNED',
      'CORE',
      'INTERESTED',
      'INTERESTED',
      'LEFT',
    ]);
    const talks = supervisionSessions.map(({ state, format }) => `${state} ${format}`).sort();
    expect(talks).toEqual([
      ...['ACTIONS_OPEN INDIVIDUAL', 'ACTIONS_OPEN INDIVIDUAL', 'ACTIONS_OPEN INDIVIDUAL', 'HELD GROUP'],
      ...['HELD INDIVIDUAL', 'MISSED INDIVIDUAL', 'SCHEDULED GROUP', 'SCHEDULED INDIVIDUAL'],
    ]);
    const late = mySupervised.filter(({ overdue }) => overdue.length > 0).length;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(mySupervised.length);
    expect(renewals.total).toBeGreaterThan(4);
  });

  it('shows its volunteer a companionship to answer, without a child’s name', async () => {
    const client = await signedIn('VOLUNTEER');
    const { myCompanionships, myEligibility } = await client.data<{
      myCompanionships: unknown[];
      myEligibility: { ready: boolean };
    }>('{ myCompanionships { state } myEligibility { ready } }');
    expect(myCompanionships).toEqual([{ state: 'ACCEPTED' }]);
    expect(myEligibility.ready).toBe(true);
  });

  it('has children opened to a company, a partner agency and an expert, and evidence of its year', async () => {
    const reads = async (role: string, query: string) => (await signedIn(role)).data<Record<string, object[]>>(query);
    const company = await reads('CSR_COORDINATOR', '{ childrenForCompany { ageBand interests } }');
    expect(company['childrenForCompany']).toEqual([
      { ageBand: expect.any(String) as string, interests: expect.any(Array) as string[] },
      { ageBand: null, interests: null },
    ]);
    const partner = await reads('REFERRER', '{ childrenForPartner { schoolStage district cards { title } } }');
    expect(partner['childrenForPartner']).toEqual([
      { schoolStage: expect.any(String) as string, district: null, cards: [{ title: '会修东西的手' }] },
    ]);
    const expert = await reads('EXPERT', '{ childrenForExpert { schoolStage cards { title } } }');
    expect(expert['childrenForExpert']).toEqual([
      { schoolStage: null, cards: [{ title: '会修东西的手' }] },
      { schoolStage: expect.any(String) as string, cards: [] },
    ]);
    const director = await reads('DIRECTOR', '{ complianceEvidence { madeBy } }');
    expect(director['complianceEvidence']).toEqual([{ madeBy: '周岚' }]);
  });

  it('has teams whose days are confirmed, asked for, waited for and held, each with another limit', async () => {
    const client = await signedIn('CSR_COORDINATOR');
    const { myTeams, myTeamBookings, teamDays } = await client.data<{
      myTeams: { shortName: string }[];
      myTeamBookings: { state: string; people: number; inLine: number | null }[];
      teamDays: { places: { free: number; binding: string }[]; checksInTime: boolean; waiting: number }[];
    }>(`{ myTeams { shortName } myTeamBookings { state people inLine }
      teamDays(from: "2026-11-22", to: "2027-11-22") { places { free binding } checksInTime waiting } }`);
    expect(myTeams).toEqual([{ shortName: '禾光软件' }]);
    const asked = '{ rosters { joined waiting } }';
    const { rosters } = await client.data<{ rosters: { joined: number; waiting: number }[] }>(asked);
    expect(rosters.map(({ joined }) => joined)).toEqual([18]);
    // Some are clear and some are not.
    expect(rosters[0]?.waiting).toBeGreaterThan(2);
    expect(rosters[0]?.waiting).toBeLessThan(16);
    expect(myTeamBookings.map(({ state, people }) => [state, people]).sort()).toEqual([
      ['CONFIRMED', 30],
      ['REQUESTED', 12],
      ['WAITLISTED', 6],
    ]);
    expect(teamDays.map(({ places }) => places)).toEqual([
      [
        { free: 0, binding: 'CHECK_TIME' },
        { free: 15, binding: 'WORKERS' },
      ],
      [
        { free: 10, binding: 'WORKERS' },
        { free: 10, binding: 'WORKERS' },
      ],
      [
        { free: 6, binding: 'RATIO' },
        { free: 15, binding: 'WORKERS' },
      ],
      [
        { free: 12, binding: 'RATIO' },
        { free: 18, binding: 'WORKERS' },
      ],
      [
        { free: 0, binding: 'RATIO' },
        { free: 0, binding: 'NO_OTHER_TASKS' },
      ],
    ]);
    const desk = await signedIn('SUPERVISOR');
    const { teamBookings } = await desk.data<{ teamBookings: { state: string; people: number }[] }>(
      '{ teamBookings { state people } }',
    );
    expect(teamBookings.map(({ state, people }) => `${state} ${people}`).sort()).toEqual([
      ...['CONFIRMED 30', 'CONFIRMED 8', 'HELD 5', 'REQUESTED 12', 'WAITLISTED 6'],
    ]);
  });

  it('prints its logins, and a guardian’s link that opens', async () => {
    const text = (await platform.app.get(StartWords).lines()).join('\n');
    for (const { identifier } of DEMO_LOGINS) expect(text).toContain(identifier);
    expect(text).toContain('/inbox');
    const path = /监护人 Guardian: http:\/\/[^/]+(\/g\/\S+)/.exec(text)?.[1] ?? '';
    const guardian = platform.client();
    const answer = await guardian.fetch(path);
    expect(answer.status).toBeLessThan(400);
    const { guardianView } = await guardian.data<{ guardianView: { consents: unknown[] } | null }>(
      '{ guardianView { consents { id } } }',
    );
    expect(guardianView?.consents).toHaveLength(1);
  });
});
