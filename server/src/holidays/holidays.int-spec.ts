// The agency's table of holidays on the engine under test: who may not, what is built in, that own rows win, and that a
// notice is taken whole or not at all.
import { localDate, type AgencyId } from '@tongxing/shared/kernel';
import { addAgency, addPerson, firstAgency, TEST_PASSWORD } from '../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../testing/test-app.js';
import { Holidays } from './index.js';

const TABLE = '__typename year announced days { day mark name own }';
const READ = `query ($year: Int!) { holidayTable(year: $year) { ${TABLE} } }`;
const ERROR = '... on InvalidInput { fields { field code } }';
const MARK = `mutation ($i: MarkHolidayInput!) { outcome: markHoliday(input: $i) { __typename ... on HolidayTable { ${TABLE} } ${ERROR} } }`;
const UNMARK = `mutation ($i: UnmarkHolidayInput!) { outcome: unmarkHoliday(input: $i) { __typename ... on HolidayTable { ${TABLE} } } }`;
const IMPORT = `mutation ($i: ImportHolidaysInput!) { outcome: importHolidays(input: $i) { __typename
  ... on HolidayImport { taken table { ${TABLE} } unread { line why } } ${ERROR} } }`;
const NOTICE = ['20270101,休,元旦', '2027-02-05,休,春节', '2027-02-14,班,春节', '2028-01-01,休,元旦'].join('\n');

interface Table {
  readonly announced: boolean;
  readonly days: readonly { readonly day: string; readonly mark: string; readonly own: boolean }[];
}
let platform: TestApp;
let agencyId: AgencyId;
let director: TestClient;
let worker: TestClient;
let stranger: TestClient;

const act = async (client: TestClient, mutation: string, i: object) =>
  (await client.data<{ outcome: Record<string, unknown> }>(mutation, { i })).outcome;
const table = async (client: TestClient, year: number) =>
  (await client.data<{ holidayTable: Table }>(READ, { year })).holidayTable;

beforeAll(async () => {
  platform = await startTestApp();
  const { app } = platform;
  const signedIn = async (identifier: string) => {
    const client = platform.client();
    expect(await client.signIn(identifier, TEST_PASSWORD)).toBe('Viewer');
    return client;
  };
  agencyId = await firstAgency(app, { name: '同路', director: '周岚', identifier: 'director@holidays.example' });
  await addPerson(app, agencyId, { name: '林溪', roles: ['SOCIAL_WORKER'], identifier: 'worker@holidays.example' });
  const other = await addAgency(app, '远山');
  await addPerson(app, other, { name: '秦望', roles: ['DIRECTOR'], identifier: 'other@holidays.example' });
  director = await signedIn('director@holidays.example');
  worker = await signedIn('worker@holidays.example');
  stranger = await signedIn('other@holidays.example');
});
afterAll(() => platform.stop());

describe('a table of holidays', () => {
  it('is changed by the director alone, and read by nobody without a desk', async () => {
    const day = { day: '2027-03-08', mark: 'OFF', name: '机构日' };
    expect((await worker.graphql(MARK, { i: day })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await platform.client().graphql(READ, { year: 2027 })).errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED',
    );
    expect((await table(worker, 2027)).days).toHaveLength(13);
  });

  it('says of a year without its notice that it is not announced, and has its days of the law', async () => {
    expect(await table(director, 2027)).toMatchObject({ announced: false });
    expect(await table(director, 2026)).toMatchObject({ announced: true });
    expect(await table(director, 2031)).toMatchObject({ announced: false, days: [] });
  });

  it('refuses days without a name or out of range, and a mark that nobody made', async () => {
    expect(await act(director, MARK, { day: '2027-03-08', mark: 'OFF', name: ' ' })).toEqual({
      __typename: 'InvalidInput',
      fields: [{ field: 'name', code: 'REQUIRED' }],
    });
    expect(await act(director, MARK, { day: '1999-03-08', mark: 'OFF', name: '节' })).toMatchObject({
      fields: [{ field: 'day', code: 'OUT_OF_RANGE' }],
    });
    expect(await act(director, UNMARK, { day: '2027-02-05' })).toEqual({ __typename: 'NotFound' });
  });

  it('lets the agency’s own word win, for this agency alone, until it is taken back', async () => {
    const holidays = platform.app.get(Holidays);
    const after = () => holidays.afterWorkingDays(agencyId, localDate('2027-02-04'), 1);
    expect(await after()).toBe('2027-02-09');
    await act(director, MARK, { day: '2027-02-09', mark: 'OFF', name: '春节' });
    const marked = await act(director, MARK, { day: '2027-02-08', mark: 'WORK', name: '春节' });
    expect((marked as unknown as Table).days.filter(({ own }) => own).map(({ day, mark }) => [day, mark])).toEqual([
      ['2027-02-08', 'WORK'],
      ['2027-02-09', 'OFF'],
    ]);
    expect(await after()).toBe('2027-02-08');
    expect((await table(stranger, 2027)).days.some(({ own }) => own)).toBe(false);
    await act(director, UNMARK, { day: '2027-02-08' });
    expect(await after()).toBe('2027-02-10');
  });

  it('takes a notice whole or not at all, in the place of the year’s own rows', async () => {
    const broken = { year: 2027, official: true, text: `${NOTICE}\n2027-99-99,休,?` };
    expect(await act(director, IMPORT, broken)).toMatchObject({ fields: [{ field: 'text', code: 'UNREAD_LINES' }] });
    expect((await table(director, 2027)).announced).toBe(false);
    const nothing = { year: 2029, official: true, text: NOTICE };
    expect(await act(director, IMPORT, nothing)).toMatchObject({ fields: [{ field: 'text', code: 'NO_DAYS' }] });
    const all = await Promise.all(
      [1, 2].map(() => act(director, IMPORT, { year: 2027, official: true, text: NOTICE })),
    );
    expect(all.map(({ __typename, taken }) => [__typename, taken])).toEqual([
      ['HolidayImport', 3],
      ['HolidayImport', 3],
    ]);
    const now = await table(director, 2027);
    expect(now.announced).toBe(true);
    expect(now.days.filter(({ own }) => own).map(({ day }) => day)).toEqual(['2027-01-01', '2027-02-05', '2027-02-14']);
    expect((await table(director, 2028)).days).toEqual([]);
  });

  it('adds single days without a notice, and tells which lines it left', async () => {
    const added = await act(director, IMPORT, { year: 2028, official: false, text: '2028-01-03,休,元旦\nx,y,z' });
    expect(added).toMatchObject({ taken: 1, unread: [{ line: 2, why: 'NO_DAY' }], table: { announced: false } });
  });
});
