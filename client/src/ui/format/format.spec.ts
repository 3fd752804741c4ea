import { formatDay, formatDayOf, formatInstant, formatMinute, formatWeekday } from './format.js';

describe('format', () => {
  it('writes a calendar day without shifting it by any zone', () => {
    expect(formatDay('2026-03-01', 'zh-CN')).toBe('2026年3月1日');
    expect(formatDay('2026-03-01', 'en')).toBe('1 March 2026');
  });

  it('shows an instant in the zone of the agency, not of the device', () => {
    expect(formatInstant('2026-03-01T16:30:00Z', 'zh-CN', 'Asia/Shanghai')).toContain('3月2日');
    expect(formatDayOf('2026-03-01T16:30:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('2026年3月2日');
  });

  it('begins the week on Monday', () => {
    expect(formatWeekday(1, 'zh-CN')).toBe('星期一');
    expect(formatWeekday(7, 'en')).toBe('Sunday');
  });

  it('writes the end of the day as 24:00', () => {
    expect(formatMinute(1440)).toBe('24:00');
    expect(formatMinute(485)).toBe('08:05');
  });
});
