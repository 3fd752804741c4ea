import { localDate } from '../kernel/index.js';
import { seriesDays, seriesProblems, type SeriesWish } from './activity-series.js';
import { knownHolidays } from './working-days.js';

const marked = new Map([2026, 2027].flatMap((year) => knownHolidays(year).map((day) => [day.day, day] as const)));
const last = localDate('2027-12-31');
const wish = (more: Partial<SeriesWish>): SeriesWish => ({
  ...{ every: 'WEEK', times: undefined, until: undefined, keep: [], ...more },
});
const days = (first: string, more: Partial<SeriesWish>) => seriesDays(localDate(first), wish(more), { marked, last });

describe('days of a series', () => {
  it('come every week, and what falls on a holiday is named and made up for at the end', () => {
    expect(days('2026-09-16', { times: 4 })).toMatchObject({
      days: ['2026-09-16', '2026-09-23', '2026-09-30', '2026-10-14'],
      skipped: [{ day: '2026-10-07', name: '国庆节', mark: 'OFF' }],
    });
  });

  it('leave out a Sunday on which children are at school', () => {
    expect(days('2026-09-06', { until: localDate('2026-09-20') })).toMatchObject({
      days: ['2026-09-06', '2026-09-13'],
      skipped: [{ day: '2026-09-20', mark: 'WORK' }],
    });
  });

  it('are kept on a holiday where somebody says so', () => {
    const keep = [localDate('2026-10-07')];
    expect(days('2026-09-30', { times: 2, keep })).toEqual({
      ...{ days: ['2026-09-30', '2026-10-07'], skipped: [] },
      kept: [expect.objectContaining({ day: '2026-10-07' })],
    });
  });

  it('come every second week, and every month on the last day where the date is not there', () => {
    expect(days('2026-11-02', { every: 'FORTNIGHT', times: 3 })).toMatchObject({
      days: ['2026-11-02', '2026-11-16', '2026-11-30'],
    });
    expect(days('2027-01-31', { every: 'MONTH', times: 3 })).toMatchObject({
      days: ['2027-01-31', '2027-02-28', '2027-03-31'],
    });
  });

  it('are refused where they are one, more than sixty, or beyond what may be planned', () => {
    expect(days('2026-11-02', { until: localDate('2026-11-05') })).toEqual({ field: 'until', code: 'TOO_FEW' });
    expect(seriesDays(localDate('2026-01-02'), wish({ until: last }), { marked, last })).toEqual({
      ...{ field: 'until', code: 'TOO_MANY' },
    });
    expect(days('2027-12-01', { times: 10 })).toEqual({ field: 'times', code: 'TOO_FAR' });
  });

  it.each([
    [{}, 'times', 'REQUIRED'],
    [{ times: 3, until: localDate('2027-01-01') }, 'until', 'BOTH'],
    [{ times: 1 }, 'times', 'OUT_OF_RANGE'],
    [{ times: 2.5 }, 'times', 'OUT_OF_RANGE'],
    [{ times: 61 }, 'times', 'OUT_OF_RANGE'],
    [{ until: localDate('2026-11-02') }, 'until', 'OUT_OF_RANGE'],
  ])('ask again for %j', (more, field, code) => {
    expect(seriesProblems(wish(more), localDate('2026-11-02'))).toEqual([{ field, code }]);
  });
});
