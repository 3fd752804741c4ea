import { isOwnChoice, settingProblem } from './setting-view.js';

const DAYS = { kind: 'INTEGER', minimum: 30, maximum: 365 } as const;

describe('settingProblem', () => {
  it.each([
    ['', 'NOT_A_WHOLE_NUMBER'],
    ['一年', 'NOT_A_WHOLE_NUMBER'],
    ['30.5', 'NOT_A_WHOLE_NUMBER'],
    ['29', 'BELOW_MINIMUM'],
    ['366', 'ABOVE_MAXIMUM'],
  ])('does not send %j', (typed, problem) => expect(settingProblem(DAYS, typed)).toBe(problem));

  it('sends what lies on the borders, and any switch', () => {
    expect(['30', ' 365 '].map((typed) => settingProblem(DAYS, typed))).toEqual([undefined, undefined]);
    expect(settingProblem({ kind: 'BOOLEAN', minimum: null, maximum: null }, 'true')).toBeUndefined();
  });
});

it('a value is the agency’s own choice only where it differs from the platform’s', () => {
  expect(isOwnChoice({ value: '365', defaultValue: '365' })).toBe(false);
  expect(isOwnChoice({ value: '180', defaultValue: '365' })).toBe(true);
});
