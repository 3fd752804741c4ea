// A list of children goes further as a file than as a page: its reader shows a second factor first, where one is set.
import { AuditEvent } from '../../platform/audit-trail/index.js';
import { Database } from '../../platform/database/index.js';
import { codeOf, setUpTotp } from '../../testing/factors.js';
import { FamilyAgency } from '../../testing/family-agency.js';
import { TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp } from '../../testing/test-app.js';

const LONG = 120_000;
const MINUTE = 60_000;
const PROVE = 'mutation ($i: TypedFactorInput!) { proveFactor(input: $i) { __typename } }';

let platform: TestApp;
let agency: FamilyAgency;
let secret: string;
beforeAll(async () => {
  platform = await startTestApp();
  agency = await FamilyAgency.open(platform);
  await agency.addChild('童一');
  ({ secret } = await setUpTotp(platform, agency.director, TEST_PASSWORD));
  platform.clock.advance(11 * MINUTE);
}, LONG);
afterAll(() => platform.stop());

const take = async (address: string, client = agency.director) => {
  const response = await client.fetch(`/files/lists/${address}`);
  const said = response.headers.get('content-type')?.includes('json') ? ((await response.json()) as object) : {};
  return { status: response.status, said };
};
const exported = () => platform.app.get(Database).repository(AuditEvent).countBy({ action: 'list.exported' });
const NEEDED = { status: 403, said: { code: 'STEP_UP_NEEDED', methods: ['TOTP', 'RECOVERY_CODE'] } };

it('is refused as a file while none was shown within ten minutes, and asking for it says so', async () => {
  for (const list of ['children', 'households', 'companionships']) {
    expect([list, await take(`${list}.xlsx`)]).toEqual([list, NEEDED]);
    expect([list, await take(`${list}.xlsx?ask=true`)]).toEqual([list, NEEDED]);
  }
  expect(await exported()).toBe(0);
});

it('comes at once where no child is told of, and to whoever has no second factor', async () => {
  expect((await take('staff.xlsx')).status).toBe(200);
  expect((await take('children.xlsx', agency.worker)).status).toBe(200);
});

it('comes once the factor is shown, for ten minutes', async () => {
  const before = await exported();
  const { proveFactor } = await agency.director.data<{ proveFactor: object }>(PROVE, {
    i: { method: 'TOTP', code: codeOf(platform, secret) },
  });
  expect(proveFactor).toEqual({ __typename: 'MyFactors' });
  expect((await take('children.xlsx?ask=true')).status).toBe(204);
  expect(await exported()).toBe(before);
  expect((await take('children.xlsx')).status).toBe(200);
  expect(await exported()).toBe(before + 1);
  platform.clock.advance(11 * MINUTE);
  expect(await take('children.xlsx')).toEqual(NEEDED);
});
