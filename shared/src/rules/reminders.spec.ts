import { addDays, localDate } from '../kernel/index.js';
import { ENDED_STEP, LATE_DAYS, reminderStep, stepAmong, TEAM_DAY_STEPS } from './reminders.js';

const CHECKED_ON = localDate('2026-01-10');
const LAST_DAY = addDays(CHECKED_ON, 365);
const dayOf = (left: number) => addDays(LAST_DAY, -left);
const stepsBetween = (from: number, to: number, first = 60) => {
  const steps: (number | undefined)[] = [];
  for (let left = from; left >= to; left -= 1) {
    const step = reminderStep(LAST_DAY, dayOf(left), first);
    if (step !== steps.at(-1)) steps.push(step);
  }
  return steps;
};

describe('when somebody is reminded', () => {
  it('is not before the first day, and not long after the end', () => {
    expect(reminderStep(LAST_DAY, dayOf(61), 60)).toBeUndefined();
    expect(reminderStep(LAST_DAY, dayOf(-LATE_DAYS - 1), 60)).toBeUndefined();
  });

  it('is on the first day, at 30 and 7, the day before, on the day itself, and on day 366', () => {
    for (const step of [60, 30, 7, 1, 0]) expect(reminderStep(LAST_DAY, dayOf(step), 60)).toBe(step);
    expect(reminderStep(LAST_DAY, addDays(CHECKED_ON, 366), 60)).toBe(ENDED_STEP);
    expect(stepsBetween(90, -LATE_DAYS)).toEqual([60, 30, 7, 1, 0, ENDED_STEP]);
  });

  it('passes no day between the first and the end without a step, whichever first day the agency chose', () => {
    for (const first of [30, 45, 60, 90, 180]) {
      for (let left = first; left >= -LATE_DAYS; left -= 1) {
        expect([first, left, reminderStep(LAST_DAY, dayOf(left), first)]).not.toEqual([first, left, undefined]);
      }
    }
    expect(stepsBetween(40, -1, 30)).toEqual([30, 7, 1, 0, ENDED_STEP]);
  });

  it('takes the step that lies next above the days left, so that a day missed is made up for', () => {
    expect(reminderStep(LAST_DAY, dayOf(29), 60)).toBe(30);
    expect(reminderStep(LAST_DAY, dayOf(2), 60)).toBe(7);
    expect(reminderStep(LAST_DAY, dayOf(-20), 60)).toBe(ENDED_STEP);
  });
});

describe('with steps of its own', () => {
  it('is said at each of them, made up for when a day was missed, and never after the last day', () => {
    const said = (left: number) => stepAmong(TEAM_DAY_STEPS, LAST_DAY, dayOf(left));
    expect([30, 15, 14, 8, 7, 3, 2, 1, 0, -1].map(said)).toEqual([
      ...[undefined, undefined, 14, 14, 7, 7, 2, 2, 2, undefined],
    ]);
    expect(stepAmong([0], LAST_DAY, dayOf(1))).toBeUndefined();
    expect(stepAmong([0], LAST_DAY, dayOf(0))).toBe(0);
  });
});
