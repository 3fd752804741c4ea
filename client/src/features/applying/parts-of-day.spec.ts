import { has, toggled } from './parts-of-day.js';

describe('parts of the days', () => {
  it('come and go, in the order of the week', () => {
    const times = toggled(toggled(toggled([], 6, 'AFTERNOON'), 6, 'MORNING'), 2, 'EVENING');
    expect(times).toEqual([
      { weekday: 2, startMinute: 1080, endMinute: 1230 },
      { weekday: 6, startMinute: 540, endMinute: 720 },
      { weekday: 6, startMinute: 840, endMinute: 1020 },
    ]);
    expect(has(times, 6, 'MORNING')).toBe(true);
    expect(has(toggled(times, 6, 'MORNING'), 6, 'MORNING')).toBe(false);
  });
});
