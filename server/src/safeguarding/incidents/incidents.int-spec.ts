// Incidents and drills: the times are measured by the server's clock, and what was written stays. Refusals first.
import { Database } from '../../platform/database/index.js';
import { addAgency, addPerson, TEST_PASSWORD } from '../../testing/staff.js';
import { startTestApp, type TestApp, type TestClient } from '../../testing/test-app.js';
import { act, codeOf } from '../../testing/test-pair.js';
import { Incident } from './incident.entities.js';

const FIELDS = `id kind scenario startedAt endedAt minutes startedByName words lessons moments { minute byName words }`;
const outcome = (name: string, input: string) =>
  `mutation ($i: ${input}!) { outcome: ${name}(input: $i) { __typename ... on Incident { ${FIELDS} }
    ... on InvalidInput { fields { field code } } } }`;
const START = outcome('startIncident', 'StartIncidentInput');
const NOTE = outcome('noteIncident', 'NoteIncidentInput');
const END = outcome('endIncident', 'EndIncidentInput');
const LIST = `{ incidents { ${FIELDS} } }`;
const DRILL = { kind: 'DRILL', scenario: 'FIRE', words: '活动室，二楼', requestId: 'drill' };
const LONG = 120_000;

let platform: TestApp;
let worker: TestClient;
let donor: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  platform = await startTestApp();
  const signedIn = async (name: string, agency: string, role: 'SOCIAL_WORKER' | 'DONOR') => {
    const identifier = `${name}@${agency}.example`;
    await addPerson(platform.app, agency === 'ours' ? ours : others, { name, roles: [role], identifier });
    const client = platform.client();
    await client.signIn(identifier, TEST_PASSWORD);
    return client;
  };
  const ours = await addAgency(platform.app, 'ours', []);
  const others = await addAgency(platform.app, 'others', []);
  worker = await signedIn('worker', 'ours', 'SOCIAL_WORKER');
  donor = await signedIn('donor', 'ours', 'DONOR');
  stranger = await signedIn('stranger', 'others', 'SOCIAL_WORKER');
}, LONG);
afterAll(() => platform.stop());

it('is nothing for donors, and nothing begins without a word', async () => {
  expect(await codeOf(donor, LIST)).toBe('FORBIDDEN');
  expect(await codeOf(donor, START, { i: DRILL })).toBe('FORBIDDEN');
  expect((await act(worker, START, { ...DRILL, words: ' ' }))['fields']).toEqual([
    { field: 'words', code: 'REQUIRED' },
  ]);
});

it('measures a drill from its beginning, over each step, to its end', async () => {
  const begun = await act(worker, START, DRILL);
  expect(await act(worker, START, DRILL)).toEqual(begun);
  const own = { incidentId: begun['id'] };
  platform.clock.set('2026-11-22T02:02:59.000Z');
  await act(worker, NOTE, { ...own, words: '孩子都到了操场', requestId: 'm1' });
  await act(worker, NOTE, { ...own, words: '孩子都到了操场', requestId: 'm1' });
  platform.clock.set('2026-11-22T02:03:00.000Z');
  await act(worker, NOTE, { ...own, words: '点过名，一个不少', requestId: 'm2' });
  expect(await stranger.data(LIST)).toEqual({ incidents: [] });
  expect((await act(stranger, NOTE, { ...own, words: '别人', requestId: 'x' })).__typename).toBe('NotFound');
  expect((await act(stranger, END, { ...own, lessons: '别人' })).__typename).toBe('NotFound');
  expect((await act(worker, END, { ...own, lessons: '' }))['fields']).toEqual([{ field: 'lessons', code: 'REQUIRED' }]);
  platform.clock.set('2026-11-22T02:06:30.000Z');
  expect(await act(worker, END, { ...own, lessons: '楼梯口要放一个灯' })).toMatchObject({
    ...{ kind: 'DRILL', scenario: 'FIRE', minutes: 6, lessons: '楼梯口要放一个灯', startedByName: 'worker' },
    moments: [
      { minute: 2, words: '孩子都到了操场', byName: 'worker' },
      { minute: 3, words: '点过名，一个不少' },
    ],
  });
});

it('is over once it has ended, and what still runs stands on top', async () => {
  const { incidents } = await worker.data<{ incidents: { id: string }[] }>(LIST);
  const own = { incidentId: incidents[0]?.id };
  expect((await act(worker, NOTE, { ...own, words: '再记一笔', requestId: 'm3' })).__typename).toBe('NotFound');
  expect((await act(worker, END, { ...own, lessons: '再来' })).__typename).toBe('NotFound');
  platform.clock.set('2026-11-22T02:10:00.000Z');
  await act(worker, START, { kind: 'INCIDENT', scenario: 'INJURY', words: '膝盖擦破', requestId: 'real' });
  expect(await worker.data(LIST)).toMatchObject({
    incidents: [{ kind: 'INCIDENT', minutes: null }, { kind: 'DRILL' }],
  });
  const rows = JSON.stringify(await platform.app.get(Database).repository(Incident).find());
  for (const word of ['膝盖擦破', '活动室']) expect(rows).not.toContain(word);
});
