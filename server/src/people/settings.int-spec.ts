// A setting is changed by a director, once at a time, within its borders, and found in the audit.
import { addAgency, addPerson, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';

const CHANGE = `mutation ($i: ChangeSettingInput!) { outcome: changeSetting(input: $i) { __typename
  ... on AgencySetting { key value version } ... on InvalidInput { fields { field code } }
  ... on StaleVersion { currentVersion } } }`;
const SETTINGS = '{ agencySettings { key value defaultValue minimum maximum unit rule version } }';
const AUDIT = `{ auditTrail(first: 50, filter: { action: "setting.changed" }) { totalCount
  edges { node { action actorName facts sequence } } } }`;

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly version: number;
}

let platform: TestApp;
let director: TestClient;
let worker: TestClient;
let stranger: TestClient;
beforeAll(async () => {
  platform = await startTestApp();
  const agencyId = await addAgency(platform.app, 'settings');
  const otherId = await addAgency(platform.app, 'others');
  const signedIn = async (agency: typeof agencyId, role: 'DIRECTOR' | 'SOCIAL_WORKER', identifier: string) => {
    await addPerson(platform.app, agency, { name: role === 'DIRECTOR' ? '周岚' : '林溪', roles: [role], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  };
  director = await signedIn(agencyId, 'DIRECTOR', 'director@settings.example');
  worker = await signedIn(agencyId, 'SOCIAL_WORKER', 'worker@settings.example');
  stranger = await signedIn(otherId, 'DIRECTOR', 'director@others.example');
});
afterAll(() => platform.stop());

const change = async (client: TestClient, key: string, value: string, version: number) =>
  (await client.data<{ outcome: Record<string, unknown> }>(CHANGE, { i: { key, value, version } })).outcome;
const settingOf = async (client: TestClient, key: string) =>
  (await client.data<{ agencySettings: Setting[] }>(SETTINGS)).agencySettings.find((setting) => setting.key === key);

describe('settings', () => {
  it('are changed by nobody but a director, and the refusal is remembered', async () => {
    const answer = await worker.graphql(CHANGE, { i: { key: 'renewalWindowDays', value: '10', version: 0 } });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const audit = await director.data<{ auditTrail: { edges: { node: { facts: string; actorName: string } }[] } }>(
      '{ auditTrail(filter: { action: "access.refused" }) { edges { node { facts actorName } } } }',
    );
    expect(audit.auditTrail.edges.map((edge) => edge.node)).toEqual([
      { facts: '{"field":"changeSetting","permission":"setting.change"}', actorName: '林溪' },
    ]);
    expect((await worker.graphql(AUDIT)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('stay within the borders that the rules set', async () => {
    const tooLong = await change(director, 'recordCheckValidDays', '366', 0);
    expect(tooLong).toEqual({ __typename: 'InvalidInput', fields: [{ field: 'value', code: 'ABOVE_MAXIMUM' }] });
    expect(await change(director, 'recordCheckValidDays', 'a year', 0)).toMatchObject({ __typename: 'InvalidInput' });
    expect(await change(director, 'noSuchSetting', '1', 0)).toEqual({ __typename: 'NotFound' });
    expect(await settingOf(director, 'recordCheckValidDays')).toMatchObject({ value: '365', version: 0 });
  });

  it('let one of two racing changes through', async () => {
    const both = await Promise.all([
      change(director, 'supervisorPlaces', '10', 0),
      change(director, 'supervisorPlaces', '11', 0),
    ]);
    const kinds = both.map((outcome) => outcome['__typename']);
    expect([...kinds].sort()).toEqual(['AgencySetting', 'StaleVersion']);
    expect(await settingOf(director, 'supervisorPlaces')).toMatchObject({ version: 1 });
  });

  it('are found in the audit with old and new value, and by no other agency', async () => {
    expect(await change(director, 'renewalWindowDays', '45', 0)).toMatchObject({ value: '45', version: 1 });
    const { auditTrail } = await director.data<{
      auditTrail: { edges: { node: { facts: string; actorName: string } }[] };
    }>(AUDIT);
    const newest = auditTrail.edges[0]?.node;
    expect(newest?.actorName).toBe('周岚');
    expect(JSON.parse(newest?.facts ?? '')).toEqual({ key: 'renewalWindowDays', from: '30', to: '45' });
    expect(await settingOf(stranger, 'renewalWindowDays')).toMatchObject({ value: '30', version: 0 });
    const theirs = await stranger.data<{ auditTrail: { totalCount: number } }>(AUDIT);
    expect(theirs.auditTrail.totalCount).toBe(0);
  });
});
