// A breach of personal data: who may not know of it, its steps and clocks, the report form, and who is reminded.
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { PapersWorld } from '../../testing/papers-world.js';
import { RightsReminders } from '../rights-reminders.js';
import { Breach } from './breach.entity.js';

const LONG = 180_000;
const MINUTE_MS = 60_000;
const FIELDS = '{ id number drill version authorityReference affectedToldHow steps { step deadline doneAt } }';
const OPEN = `mutation ($i: OpenBreachInput!) { outcome: openBreach(input: $i) { __typename
  ... on Breach ${FIELDS} ... on InvalidInput { fields { field code } } } }`;
const STEP = `mutation ($i: TakeBreachStepInput!) { outcome: takeBreachStep(input: $i) { __typename
  ... on Breach ${FIELDS} ... on InvalidInput { fields { field code } } ... on UserError { code } } }`;
const LIST = `{ breaches ${FIELDS} }`;
const MARKER = '一台笔记本电脑在地铁上丢了标记';

interface Outcome {
  readonly __typename: string;
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly steps: readonly { readonly step: string; readonly deadline: string; readonly doneAt: string | null }[];
}

let world: PapersWorld;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const input = (changes: object = {}) => ({
  drill: false,
  kinds: ['LOST'],
  happenedAt: '2026-11-22T00:30:00.000Z',
  noticedAt: '2026-11-22T01:30:00.000Z',
  categories: ['NAMES', 'CONTACTS'],
  affected: [{ group: 'CHILDREN', count: 12 }],
  happened: MARKER,
  harm: '',
  done: '已经远程锁定',
  requestId: 'breach-1',
  ...changes,
});
const open = async (changes: object = {}) =>
  (await world.ask<{ outcome: Outcome }>('director', OPEN, { i: input(changes) })).outcome;
const step = async ({ id, version }: Outcome, name: string, told: object = {}) =>
  (await world.ask<{ outcome: Outcome }>('director', STEP, { i: { breachId: id, version, step: name, ...told } }))
    .outcome;

describe('a breach', () => {
  let breach: Outcome;

  it('is the director’s and the auditor’s to know of, the director’s to write', async () => {
    for (const who of ['worker', 'colleague', 'companion', 'guardian', 'donor']) {
      await expect(world.ask(who, LIST, {})).rejects.toThrow('FORBIDDEN');
      await expect(world.ask(who, OPEN, { i: input() })).rejects.toThrow('FORBIDDEN');
    }
    await expect(world.ask('auditor', OPEN, { i: input() })).rejects.toThrow('FORBIDDEN');
    expect(await world.ask('auditor', LIST, {})).toEqual({ breaches: [] });
  });

  it('says what is missing, and cannot be noticed in the future', async () => {
    const wrong = await open({ kinds: [], categories: [], happened: ' ', noticedAt: '2026-11-22T03:00:00.000Z' });
    expect(wrong).toMatchObject({
      fields: [
        { field: 'happened', code: 'REQUIRED' },
        { field: 'kinds', code: 'REQUIRED' },
        { field: 'categories', code: 'REQUIRED' },
        { field: 'noticedAt', code: 'IN_FUTURE' },
      ],
    });
  });

  it('is written once, numbered by the year, with its clocks from when it was noticed, and lies sealed', async () => {
    breach = await open();
    expect(breach).toMatchObject({ number: '2026-01', version: 1 });
    expect((await open()).id).toBe(breach.id);
    expect(breach.steps.map(({ deadline }) => deadline)).toEqual([
      '2026-11-22T02:30:00.000Z',
      '2026-11-22T05:30:00.000Z',
      '2026-11-23T01:30:00.000Z',
      '2026-12-22T01:30:00.000Z',
    ]);
    const rows = await world.platform.app.get(Database).repository(Breach).find();
    expect(JSON.stringify(rows)).not.toContain(MARKER);
    expect(await world.ask('stranger', LIST, {})).toEqual({ breaches: [] });
  });

  it('is due soon and then late, step by step, until each is done', async () => {
    const reminders = world.platform.app.get(RightsReminders);
    const due = async (now: string) =>
      (await reminders.breachStepsDue(world.agencyId, now)).map(({ step: name, phase }) => `${name} ${phase}`);
    expect(await due('2026-11-22T02:14:59.000Z')).toEqual([]);
    expect(await due('2026-11-22T02:15:00.000Z')).toEqual(['CONTAIN soon']);
    expect(await due('2026-11-22T05:30:01.000Z')).toEqual(['CONTAIN late', 'TELL_AUTHORITY late']);
  });

  it('closes only when everything is told, with the authority’s reference', async () => {
    expect(await step(breach, 'CLOSE')).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await step(breach, 'TELL_AUTHORITY')).toMatchObject({ fields: [{ field: 'reference', code: 'REQUIRED' }] });
    expect(await step(breach, 'TELL_AFFECTED')).toMatchObject({ fields: [{ field: 'toldHow', code: 'REQUIRED' }] });
    breach = await step(breach, 'CONTAIN');
    expect(await step({ ...breach, version: 1 }, 'TELL_AUTHORITY', { reference: 'x' })).toMatchObject({
      code: 'STALE_VERSION',
    });
    world.platform.clock.advance(5 * MINUTE_MS);
    breach = await step(breach, 'TELL_AUTHORITY', { reference: '网信〔2026〕17号' });
    breach = await step(breach, 'TELL_AFFECTED', { toldHow: 'EACH' });
    breach = await step(breach, 'CLOSE');
    expect(breach).toMatchObject({ authorityReference: '网信〔2026〕17号', affectedToldHow: 'EACH', version: 5 });
    expect(breach.steps.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(await step(breach, 'CONTAIN')).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(await world.actions('breach.stepDone')).toBe(4);
  });

  it('has a report form, for those who may know of it', async () => {
    for (const who of ['worker', 'guardian']) {
      expect((await world.get(who, `breaches/${breach.id}/report.pdf`)).status).toBe(403);
    }
    expect((await world.get('stranger', `breaches/${breach.id}/report.pdf`)).status).toBe(404);
    expect((await world.get('director', `breaches/${toGlobalId('Breach', 'x')}/report.pdf`)).status).toBe(404);
    const { status, bytes } = await world.get('auditor', `breaches/${breach.id}/report.pdf`);
    expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(await world.actions('breach.reportTaken')).toBe(1);
  });
});

it('an exercise takes the same steps, and needs no reference of an authority', async () => {
  let drill = await open({ drill: true, requestId: 'drill-1' });
  expect(drill.number).toBe('2026-02');
  for (const name of ['CONTAIN', 'TELL_AUTHORITY']) drill = await step(drill, name);
  drill = await step(drill, 'TELL_AFFECTED', { toldHow: 'NOBODY_AFFECTED' });
  drill = await step(drill, 'CLOSE');
  expect(drill.steps.map(({ doneAt }) => doneAt === null)).toEqual([false, false, false, false]);
});
