// D1 to D7 by SQL from the cohorts' rows, and what nobody else reads of them.
import type { AgencyId } from '@tongxing/shared/kernel';
import { ROLES } from '@tongxing/shared/permissions';
import { Household, HouseholdEvent } from '../../children/index.js';
import { Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import {
  COHORT_LOGIN,
  DEMO_LOGINS,
  DEMO_PASSWORD,
  demoLogin,
  seedCohorts,
  startDemoApp,
} from '../../testing/demo-app.js';
import { addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import type { TestApp, TestClient } from '../../testing/test-app.js';

const LONG = 120_000;
const FIGURES = `query ($on: LocalDate, $outside: Boolean) { familyFigures(on: $on, outside: $outside) {
  on outside figures { figure unit denominator multiSelect sum mean together togetherShare helpers
    parts { part count share } } } }`;
const BEHIND = `query ($figure: FigureCode!, $part: String!, $on: LocalDate, $first: Int) {
  householdsBehind(figure: $figure, part: $part, on: $on, first: $first) {
    totalCount edges { node { id number familyForm size } } } }`;
const END_OF_2013 = '2013-12-31';

interface Figure {
  readonly figure: string;
  readonly denominator: number | null;
  readonly multiSelect: boolean;
  readonly sum: number | null;
  readonly mean: number | null;
  readonly together: number | null;
  readonly togetherShare: number | null;
  readonly helpers: number | null;
  readonly parts: readonly { readonly part: string; readonly count: number | null; readonly share: number | null }[];
}
interface Behind {
  readonly householdsBehind: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string; readonly number: number } }[];
  } | null;
}

let platform: TestApp;
let director: TestClient;
let cohortAgency: AgencyId;
beforeAll(async () => {
  platform = await startDemoApp();
  const both = await Promise.all([seedCohorts(platform), seedCohorts(platform)]);
  expect(both.sort()).toEqual([false, true]);
  director = await signedIn(COHORT_LOGIN.identifier);
  const [household] = await households().find({ where: { number: 1017 } });
  cohortAgency = household?.agencyId as AgencyId;
}, LONG);
afterAll(() => platform.stop());

const database = () => platform.app.get(Database);
const households = () => database().repository(Household);
const inCohorts = <T>(work: () => Promise<T>) =>
  platform.app.get(UnitOfWork).run({ kind: 'system', agencyId: cohortAgency, name: 'test' }, work);

async function signedIn(identifier: string, password = DEMO_PASSWORD): Promise<TestClient> {
  const client = platform.client();
  expect(await client.signIn(identifier, password)).toBe('Viewer');
  return client;
}
async function figuresOf(client: TestClient, variables: object = { on: END_OF_2013 }) {
  const { familyFigures } = await client.data<{ familyFigures: { figures: Figure[] } }>(FIGURES, variables);
  return new Map(familyFigures.figures.map((figure) => [figure.figure, figure]));
}
function figure(found: ReadonlyMap<string, Figure>, code: string): Figure {
  const one = found.get(code);
  if (!one) throw new Error(`no figure ${code}`);
  return one;
}
const counts = ({ parts }: Figure) => Object.fromEntries(parts.map(({ part, count }) => [part, count]));
const shares = ({ parts }: Figure) => parts.map(({ share }) => share);

describe('whoever may not', () => {
  it(
    'reads no figure and no household behind one, in whatever role but a director',
    async () => {
      for (const role of ROLES.filter((one) => one !== 'DIRECTOR' && one !== 'GUARDIAN')) {
        const identifier = `${role.toLowerCase().replaceAll('_', '-')}@cohorts.example.org`;
        await addPerson(platform.app, cohortAgency, { name: '访客', roles: [role], identifier });
        const client = await signedIn(identifier, TEST_PASSWORD);
        for (const [query, variables] of [
          [FIGURES, {}],
          [BEHIND, { figure: 'FAMILY_FORM', part: 'BLENDED' }],
        ] as const) {
          const { data, errors } = await client.graphql<Record<string, unknown>>(query, variables);
          const told = Object.values(data ?? {}).filter((answer) => answer !== null);
          expect([role, told, errors?.[0]?.extensions?.['code']]).toEqual([role, [], 'FORBIDDEN']);
        }
      }
    },
    LONG,
  );

  it('finds nothing of the cohorts from the demo agency, nor the other way round', async () => {
    const own = await signedIn(demoLogin('DIRECTOR'));
    expect(figure(await figuresOf(own), 'HOUSEHOLD_SIZE').denominator).not.toBe(624);
    const { householdsBehind } = await own.data<Behind>(BEHIND, { figure: 'FAMILY_NEED', part: 'HOUSING' });
    expect(householdsBehind?.totalCount).not.toBe(198);
    const { children } = await director.data<{ children: { totalCount: number } }>('{ children { totalCount } }');
    expect(children.totalCount).toBe(18 + 6);
  });

  it('learns nothing of a figure that has no such part', async () => {
    for (const [code, part] of [
      ['FAMILY_FORM', 'ILLNESS'],
      ['HOUSEHOLD_SIZE', 'TWO_PARENT'],
      ['VOLUNTEER_KIND', 'CORE_CHILD'],
      ['FAMILY_FORM', "' OR 1=1 --"],
    ]) {
      expect((await director.data<Behind>(BEHIND, { figure: code, part })).householdsBehind).toBeNull();
    }
  });
});

describe('the figures of the cohorts', () => {
  let found: ReadonlyMap<string, Figure>;
  beforeAll(async () => {
    found = await figuresOf(director);
  });

  it('D1: 4.1 persons in a household, 2,558 in 624', () => {
    expect(figure(found, 'HOUSEHOLD_SIZE')).toMatchObject({ sum: 2_558, denominator: 624, mean: 4.1 });
  });

  it('D2: 34.1%, 213 of 624', () => {
    const forms = figure(found, 'FAMILY_FORM');
    expect(forms).toMatchObject({ denominator: 624, together: 213, togetherShare: 34.1, multiSelect: false });
    expect(counts(forms)).toEqual({ TWO_PARENT: 411, SINGLE_PARENT: 96, GRANDPARENT_LED: 84, BLENDED: 33, OTHER: 0 });
  });

  it('D3: 84.3%, 526 of 624 persons', () => {
    const education = figure(found, 'CAREGIVER_EDUCATION');
    expect(education).toMatchObject({ denominator: 624, together: 526, togetherShare: 84.3, unit: 'PERSON' });
  });

  it('D4: 67.9%, 424 of 624', () => {
    expect(figure(found, 'MAJOR_EVENT')).toMatchObject({ denominator: 624, together: 424, togetherShare: 67.9 });
  });

  it('D5: of those 424, not of all 624, and more than a hundred altogether', () => {
    const kinds = figure(found, 'MAJOR_EVENT_KIND');
    expect([kinds.denominator, kinds.multiSelect]).toEqual([424, true]);
    expect(Object.values(counts(kinds))).toEqual([280, 104, 40, 24, 8]);
    expect(shares(kinds)).toEqual([66, 24.5, 9.4, 5.7, 1.9]);
    expect(shares(kinds).reduce<number>((sum, share) => sum + (share ?? 0) * 10, 0)).toBe(1_075);
  });

  it('D6: of 393 families, those of D5 left out', () => {
    const needs = figure(found, 'FAMILY_NEED');
    expect([needs.denominator, needs.multiSelect]).toEqual([393, true]);
    expect(counts(needs)).toMatchObject({ STUDY: 275, HOUSING: 198, MEDICAL: 262, WORK: 161, NEIGHBOUR_SUPPORT: 213 });
    expect(shares(needs)).toEqual([70, 50.4, 66.7, 41, 54.2, 0, 0]);
  });

  it('D7: 541 roles by the end of 2013, 25 helpers; what began in 2014 comes on top', async () => {
    const kinds = figure(found, 'VOLUNTEER_KIND');
    expect(counts(kinds)).toEqual({ CORE_CHILD: 18, PARENT: 7, CORPORATE: 380, SPONSOR: 136 });
    expect([kinds.denominator, kinds.helpers]).toEqual([541, 25]);
    const later = figure(await figuresOf(director, { on: '2014-12-31' }), 'VOLUNTEER_KIND');
    expect([later.denominator, later.helpers]).toEqual([541 + 61, 25 + 9]);
    // The page of helpers prints the same.
    const asked = `query ($on: LocalDate!) { grownVolunteers(on: $on, outside: false) { roles served kinds { count } } }`;
    expect(await director.data(asked, { on: END_OF_2013 })).toEqual({
      grownVolunteers: { roles: 541, served: 25, kinds: [18, 7, 380, 136].map((count) => ({ count })) },
    });
  });

  it('opens the households behind a number: as many as it says', async () => {
    for (const [code, part] of [
      ['HOUSEHOLD_SIZE', 'ALL'],
      ...[...found.values()].flatMap(({ figure: one, parts }) =>
        one === 'VOLUNTEER_KIND' ? [] : parts.map((each) => [one, each.part]),
      ),
    ] as [string, string][]) {
      const { householdsBehind } = await director.data<Behind>(BEHIND, {
        figure: code,
        part,
        on: END_OF_2013,
        first: 1,
      });
      const count = code === 'HOUSEHOLD_SIZE' ? 624 : counts(figure(found, code))[part];
      expect([code, part, householdsBehind?.totalCount]).toEqual([code, part, count]);
    }
    const { householdsBehind } = await director.data<Behind>(BEHIND, {
      figure: 'FAMILY_FORM',
      part: 'BLENDED',
      first: 2,
    });
    const numbers = householdsBehind?.edges.map(({ node }) => node.number) ?? [];
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    const row = await households().findOneByOrFail({ agencyId: cohortAgency, number: numbers[0] ?? 0 });
    expect(householdsBehind?.edges[0]?.node.id).toBe(toGlobalId('Household', row.id));
  });

  it('moves D5 with the households that had an event, and with nothing else', async () => {
    const without = await director.data<Behind>(BEHIND, { figure: 'MAJOR_EVENT', part: 'WITHOUT_EVENT', first: 1 });
    const number = without.householdsBehind?.edges[0]?.node.number ?? 0;
    const { id: householdId } = await households().findOneByOrFail({ agencyId: cohortAgency, number });
    const id = platform.app.get(Ids).next();
    const event = { id, agencyId: cohortAgency, householdId, kind: 'OTHER' as const, happenedOn: '2012-05-01' };
    const recordedAt = '2013-11-30T00:00:00.000Z';
    const rows = () => database().repository(HouseholdEvent);
    await inCohorts(() => rows().insert({ ...event, noteSealed: null, recordedBy: null, recordedAt }));
    const moved = figure(await figuresOf(director), 'MAJOR_EVENT_KIND');
    expect([moved.denominator, moved.parts[0]?.share, moved.parts[4]?.count]).toEqual([425, 65.9, 9]);
    await inCohorts(() => rows().delete({ id }));
  });

  it('counts no household that is erased', async () => {
    const first = { agencyId: cohortAgency, number: 1 };
    const { size } = await households().findOneByOrFail(first);
    await inCohorts(() => households().update(first, { erasedAt: '2026-01-01T00:00:00.000Z' }));
    const sizes = figure(await figuresOf(director), 'HOUSEHOLD_SIZE');
    expect([sizes.denominator, sizes.sum]).toEqual([623, 2_558 - (size ?? 0)]);
    await inCohorts(() => households().update(first, { erasedAt: null }));
  });

  it('withholds small cells from outsiders only', async () => {
    const outside = await figuresOf(director, { on: END_OF_2013, outside: true });
    expect(counts(figure(outside, 'MAJOR_EVENT_KIND'))['OTHER']).toBe(8);
    // One caregiver went to college: neither that cell nor the one it could be worked out by.
    expect(counts(figure(outside, 'CAREGIVER_EDUCATION'))).toMatchObject({ COLLEGE: null, SENIOR: null, JUNIOR: 31 });
    expect(figure(outside, 'CAREGIVER_EDUCATION').together).toBe(526);
    for (const { parts } of outside.values()) {
      for (const { count } of parts) if (count !== null) expect(count).toBeGreaterThanOrEqual(5);
    }
    expect(counts(figure(found, 'CAREGIVER_EDUCATION'))['COLLEGE']).toBe(1);
  });
});

describe('the cohort agency', () => {
  it('has one login, of a director, beside those of the demo agency', async () => {
    const { viewer } = await director.data<{ viewer: unknown }>('{ viewer { name roles agency { name } } }');
    expect(viewer).toEqual({ name: '方砚', roles: ['DIRECTOR'], agency: { name: '同行历史数据（虚构样本）' } });
    expect(DEMO_LOGINS.map(({ identifier }) => identifier)).not.toContain(COHORT_LOGIN.identifier);
  });

  it('is not seeded a second time', async () => {
    expect(await seedCohorts(platform)).toBe(false);
  });
});
