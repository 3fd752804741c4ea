import type { LocalDate } from '../kernel/index.js';
import { supervisionDue, type SeenOn } from './supervision.js';

const INTERVALS = { supervisionIndividualDays: 30, supervisionGroupDays: 90 };
const day = (text: string) => text as LocalDate;
const due = (seen: SeenOn, today: string) => supervisionDue(seen, INTERVALS, day(today));

describe('supervision is due', () => {
  it('by the interval of each format: a group talk does not stand for an individual one, nor the other way round', () => {
    const since = day('2026-01-01');
    expect(due({ since, groupOn: day('2026-06-01') }, '2026-06-10').overdue).toEqual(['INDIVIDUAL']);
    expect(due({ since, individualOn: day('2026-06-01') }, '2026-06-10').overdue).toEqual(['GROUP']);
    expect(due({ since }, '2026-06-10').overdue).toEqual(['INDIVIDUAL', 'GROUP']);
  });

  it('the last day is still in time, the day after is not', () => {
    const seen = { since: day('2026-01-01'), individualOn: day('2026-06-01'), groupOn: day('2026-06-01') };
    expect(due(seen, '2026-07-01')).toEqual({
      individualDueOn: '2026-07-01',
      groupDueOn: '2026-08-30',
      overdue: [],
    });
    expect(due(seen, '2026-07-02').overdue).toEqual(['INDIVIDUAL']);
  });

  it('counts from the day on which supervision began, where that is later than the last talk', () => {
    const seen = { since: day('2026-06-20'), individualOn: day('2026-01-05') };
    expect(due(seen, '2026-07-01').individualDueOn).toBe('2026-07-20');
  });
});
