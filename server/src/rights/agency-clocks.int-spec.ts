// The agency's own clocks of requests and breaches: within the law, for what comes after the change, and to the boundary.
import type { LocalDate } from '@tongxing/shared/kernel';
import { PapersWorld } from '../testing/papers-world.js';
import { RightsReminders } from './rights-reminders.js';

const LONG = 180_000;
const CHANGE = `mutation ($i: ChangeSettingInput!) { outcome: changeSetting(input: $i) { __typename
  ... on AgencySetting { value } ... on InvalidInput { fields { field code } } } }`;
const ASK = `mutation ($i: AskForRightInput!) { outcome: askForRight(input: $i) { __typename
  ... on MyRightsRequest { id dueOn version } } }`;
const MINE = '{ myRights { id dueOn } }';
const TAKE_BACK = `mutation ($i: TakeBackRightInput!) { outcome: takeBackRight(input: $i) { __typename } }`;
const OPEN = `mutation ($i: OpenBreachInput!) { outcome: openBreach(input: $i) { __typename
  ... on Breach { id steps { step deadline } } } }`;
const BREACHES = '{ breaches { id steps { step deadline } } }';
const NOTICED = '2026-11-22T01:30:00.000Z';

interface Asked {
  readonly id: string;
  readonly dueOn: string;
  readonly version: number;
}
interface Breached {
  readonly id: string;
  readonly steps: readonly { readonly step: string; readonly deadline: string }[];
}

let world: PapersWorld;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

const outcome = async <T>(who: string, mutation: string, i: object) =>
  (await world.ask<{ outcome: T }>(who, mutation, { i })).outcome;
const change = (key: string, value: string, version = 0) =>
  outcome<object>('director', CHANGE, { key, value, version });
const ask = (requestId: string, right = 'COPY') => outcome<Asked>('companion', ASK, { right, requestId });
const open = async (requestId: string) => {
  const facts = { happened: '电脑丢了', harm: '', done: '已锁定', kinds: ['LOST'], categories: ['NAMES'] };
  const about = { drill: true, noticedAt: NOTICED, happenedAt: NOTICED, affected: [], requestId };
  return outcome<Breached>('director', OPEN, { ...facts, ...about });
};
const deadlines = ({ steps }: Breached) => steps.map(({ deadline }) => deadline);

it('no agency sets them beyond the law', async () => {
  const refused = { __typename: 'InvalidInput', fields: [{ field: 'value', code: 'ABOVE_MAXIMUM' }] };
  for (const [key, value] of [
    ['rightsAnswerDays', '31'],
    ['breachAuthorityHours', '5'],
    ['breachContainHours', '5'],
    ['breachAffectedHours', '73'],
    ['breachCloseDays', '31'],
  ] as const) {
    expect([key, await change(key, value)]).toEqual([key, refused]);
  }
});

it('a promise holds for what comes after it; what was asked keeps its day', async () => {
  const first = await ask('before');
  expect(first.dueOn).toBe('2026-12-07');
  await change('rightsAnswerDays', '7');
  const second = await ask('after', 'ERASE');
  expect(second.dueOn).toBe('2026-11-29');
  const { myRights } = await world.ask<{ myRights: Asked[] }>('companion', MINE, {});
  expect(new Map(myRights.map(({ id, dueOn }) => [id, dueOn]))).toEqual(
    new Map([
      [first.id, '2026-12-07'],
      [second.id, '2026-11-29'],
    ]),
  );
  // Only the second one is near its end: five days and one day before it, not on the day, and daily once it has passed.
  await outcome('companion', TAKE_BACK, { rightsRequestId: first.id, version: first.version });
  const reminders = world.platform.app.get(RightsReminders);
  const due = (day: number) => reminders.requestsDue(world.agencyId, `2026-11-${String(day)}` as LocalDate);
  const days = [];
  for (let day = 22; day <= 30; day += 1) if (await due(day)) days.push(day);
  expect(days).toEqual([24, 28, 30]);
});

it('the hours of a breach are those of the day on which it was written down', async () => {
  const before = await open('before');
  await change('breachAuthorityHours', '2');
  await change('breachAffectedHours', '12');
  await change('breachCloseDays', '10');
  const after = await open('after');
  expect(deadlines(after)).toEqual([
    '2026-11-22T02:30:00.000Z',
    '2026-11-22T03:30:00.000Z',
    '2026-11-22T13:30:00.000Z',
    '2026-12-02T01:30:00.000Z',
  ]);
  const { breaches } = await world.ask<{ breaches: Breached[] }>('director', BREACHES, {});
  expect(breaches.filter(({ id }) => id === before.id).map(deadlines)).toEqual([deadlines(before)]);
  const reminders = world.platform.app.get(RightsReminders);
  const late = async (now: string) =>
    (await reminders.breachStepsDue(world.agencyId, now))
      .filter(({ phase, step }) => phase === 'late' && step === 'TELL_AUTHORITY')
      .map(({ id }) => id);
  expect(await late('2026-11-22T03:30:00.000Z')).toEqual([]);
  expect(await late('2026-11-22T03:30:00.001Z')).toHaveLength(1);
  expect(await late('2026-11-22T05:30:00.001Z')).toHaveLength(2);
});
