// How children came: one channel and a referrer each (P02), channels that add up, and a name of their own for each audience.
import { PSEUDONYM_AUDIENCES } from '@tongxing/shared/rules';
import { Database } from '../../platform/database/index.js';
import { fromGlobalId } from '../../platform/graphql/index.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { Child } from '../child.entity.js';
import { Pseudonyms } from '../names/child-names.js';

const LONG = 180_000;
const CHANGE = `mutation ($i: ChangeChildIntakeInput!) { outcome: changeChildIntake(input: $i) { __typename
  ... on StaleVersion { currentVersion }
  ... on Child { needs intake { version discoveryChannel referrer discoveredOn categories difficultyLevel schoolStage registration }
    needsByPriority { need priority } }
  ... on InvalidInput { fields { field code } } } }`;
const COUNTS = '{ intakesByChannel { total unrecorded channels { channel count } } }';

interface Counts {
  readonly intakesByChannel: {
    readonly total: number;
    readonly unrecorded: number;
    readonly channels: readonly { readonly channel: string; readonly count: number }[];
  };
}
type Outcome = Readonly<Record<string, unknown>>;

let platform: TestApp;
let agency: FamilyAgency;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  for (const name of ['童一', '童二', '童三']) await agency.addChild(name);
  await agency.addChild('南童', undefined, agency.south);
}, LONG);
afterAll(() => platform.stop());

const intake = { discoveryChannel: 'SCHOOL', referrer: '河边小学的王老师', categories: [] };
const change = async (client: TestClient, childId: string, more: object = {}) =>
  (await client.data<{ outcome: Outcome }>(CHANGE, { i: { childId, ...intake, ...more } })).outcome;
const counts = async (client: TestClient) => (await client.data<Counts>(COUNTS)).intakesByChannel;

describe('an intake', () => {
  it('is nobody’s outside the case team to write, nor to count', async () => {
    for (const [role, client] of agency.outsiders) {
      for (const query of [CHANGE, COUNTS]) {
        const answer = await client.graphql(query, { i: { childId: agency.childId('童一'), ...intake } });
        expect([role, answer.errors?.[0]?.extensions?.['code']]).toEqual([role, 'FORBIDDEN']);
      }
    }
  });

  it('of another office or agency answers as a missing child’s', async () => {
    for (const client of [agency.northern, agency.stranger]) {
      expect(await change(client, agency.childId('南童'))).toEqual({ __typename: 'NotFound' });
    }
  });

  it('has a referrer, a day that has been, and needs between 1 and 5', async () => {
    const needs = [{ need: 'STUDY', priority: 6 }];
    const refused = await change(agency.worker, agency.childId('童一'), {
      ...{ referrer: ' ', discoveredOn: '2027-01-01', needs },
    });
    expect(refused['fields']).toEqual([
      { field: 'referrer', code: 'REQUIRED' },
      { field: 'discoveredOn', code: 'IN_FUTURE' },
      { field: 'needs.0.priority', code: 'OUT_OF_RANGE' },
    ]);
  });

  it('is kept with needs in their order, and leaves the school as it was where nobody names one', async () => {
    const saved = await change(agency.worker, agency.childId('童一'), {
      ...{ categories: ['MIGRANT'], difficultyLevel: 'LEVEL_2', schoolStage: 'PRIMARY', registration: 'RURAL' },
      needs: [
        { need: 'STUDY', priority: 2 },
        { need: 'EMOTION', priority: 5 },
      ],
    });
    expect(saved).toMatchObject({
      needs: ['EMOTION', 'STUDY'],
      intake: { ...intake, categories: ['MIGRANT'], schoolStage: 'PRIMARY', registration: 'RURAL' },
      needsByPriority: [
        { need: 'EMOTION', priority: 5 },
        { need: 'STUDY', priority: 2 },
      ],
    });
    const { schoolNames } = await agency.worker.data<{ schoolNames: string[] }>('{ schoolNames }');
    expect(schoolNames).toEqual(['河边小学']);
    const row = await platform.app
      .get(Database)
      .repository(Child)
      .findOneByOrFail({ id: fromGlobalId('Child', agency.childId('童一')) ?? '' });
    expect([row.referrerSealed?.startsWith('v2.'), row.schoolIndex === null]).toEqual([true, false]);
  });

  it('is not written over by a page that shows what somebody has changed since', async () => {
    const childId = agency.childId('童一');
    const { child } = await agency.worker.data<{ child: { intake: { version: number } } }>(
      'query ($id: ID!) { child(id: $id) { intake { version } } }',
      { id: childId },
    );
    const { version } = child.intake;
    const first = await change(agency.worker, childId, { version, referrer: '李老师' });
    const current = (first['intake'] as { version: number }).version;
    expect(current).not.toBe(version);
    expect(await change(agency.northern, childId, { version, referrer: '别的人' })).toEqual({
      __typename: 'StaleVersion',
      currentVersion: current,
    });
    // The school alone is no field of the page, and counts all the same.
    await change(agency.worker, childId, { version: current, referrer: '李老师', school: '山边小学' });
    expect(await change(agency.northern, childId, { version: current })).toMatchObject({ __typename: 'StaleVersion' });
    await change(agency.worker, childId, { school: '河边小学' });
  });

  it('is counted once, by one channel: the channels add up to all intakes', async () => {
    await change(agency.worker, agency.childId('童二'), { discoveryChannel: 'OUTREACH' });
    await change(agency.worker, agency.childId('童二'), { discoveryChannel: 'SCHOOL' });
    await change(agency.worker, agency.childId('南童'), { discoveryChannel: 'PEERS' });
    const all = await counts(agency.worker);
    expect([all.total, all.unrecorded]).toEqual([3, 1]);
    expect(all.channels.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    expect(Object.fromEntries(all.channels.map(({ channel, count }) => [channel, count]))).toEqual({
      ...{ OWN_SERVICES: 0, PEERS: 1, SCHOOL: 2, COMMUNITY: 0, OUTREACH: 0 },
    });
    expect((await counts(agency.northern)).total).toBe(2);
    expect((await counts(agency.stranger)).total).toBe(0);
  });
});

describe('the names of a child', () => {
  it('are another for each audience, and stay the same for each', async () => {
    const id = fromGlobalId('Child', agency.childId('童三')) ?? '';
    const names = platform.app.get(Pseudonyms);
    const ask = () =>
      agency.write(async () => {
        const given: string[] = [];
        for (const { code } of PSEUDONYM_AUDIENCES) given.push(await names.of(agency.agencyId, id, code));
        return given;
      });
    const first = await ask();
    expect(new Set(first).size).toBe(PSEUDONYM_AUDIENCES.length);
    expect(await ask()).toEqual(first);
    for (const name of first) expect(name).not.toContain('童');
  });

  it('are drawn once where two ask at the same time', async () => {
    const id = fromGlobalId('Child', agency.childId('童二')) ?? '';
    const ask = () => agency.write(() => platform.app.get(Pseudonyms).of(agency.agencyId, id, 'DONOR'));
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toBe(other);
  });
});
