import { localDate } from '@tongxing/shared/kernel';
import { wishStep } from './year-messages.js';

const UNTIL = localDate('2026-12-20');
const step = (today: string, openedOn = '2026-11-01') => wishStep(UNTIL, localDate(openedOn), localDate(today));

describe('reminders before wishes close', () => {
  it('come a fortnight and two days before, not sooner, and none after', () => {
    expect(
      ['2026-12-05', '2026-12-06', '2026-12-17', '2026-12-18', '2026-12-20', '2026-12-21'].map((day) => step(day)),
    ).toEqual([...[undefined, 'FORTNIGHT', 'FORTNIGHT', 'TWO_DAYS', 'TWO_DAYS', undefined]]);
  });

  it('are none for a day on which the opening itself was told', () => {
    expect(step('2026-12-06', '2026-12-06')).toBeUndefined();
    expect(step('2026-12-10', '2026-12-09')).toBeUndefined();
    expect(step('2026-12-18', '2026-12-09')).toBe('TWO_DAYS');
    expect(step('2026-12-19', '2026-12-18')).toBeUndefined();
  });
});
