import { inOrder, readClock, readSpan } from './read-clock.js';

const minutes = (text: string): number | string => {
  const read = readClock(text);
  return read.ok ? read.value : read.error;
};
const span = (text: string): string => {
  const read = readSpan(text);
  return read.ok ? `${read.value.startMinute}-${read.value.endMinute}` : read.error;
};

describe('a time of day', () => {
  it.each([
    ['14:00', 840],
    ['14：05', 845],
    [' ９：００ ', 540],
    ['9点', 540],
    ['9点半', 570],
    ['9时05分', 545],
    ['下午2点半', 870],
    ['中午11点', 660],
    ['晚上7:30', 1170],
    ['2pm', 840],
    ['12:30 am', 30],
    ['0900', 540],
    ['14.30', 870],
    ['24:00', 1440],
    ['2400', 1440],
    ['0.375', 540],
    ['1', 1440],
    ['09:30:00', 570],
    ['1899-12-31 09:30', 570],
  ])('%s is minute %d', (text, expected) => {
    expect(minutes(text)).toBe(expected);
  });

  it.each(['看情况', '9', '25:00', '24:30', '14:75', '', '下午'])('%s is none', (text) => {
    expect(minutes(text)).toBe('CLOCK_UNREADABLE');
  });
});

describe('from one to another', () => {
  it.each([
    ['14:00-16:30', '840-990'],
    ['14:00～16:30', '840-990'],
    ['下午2点至4点', '840-960'],
    ['9点到11点半', '540-690'],
    ['9:00 — 24:00', '540-1440'],
    ['2:00 pm to 4:00 pm', '840-960'],
    ['18:00-0:00', '1080-1440'],
    ['16:00-14:00', 'TIME_ORDER'],
    ['14:00', 'CLOCK_UNREADABLE'],
    ['9-10-11', 'CLOCK_UNREADABLE'],
  ])('%s', (text, expected) => {
    expect(span(text)).toBe(expected);
  });

  it('never begins at the midnight behind the day', () => {
    expect(inOrder(1440, 1440)).toEqual({ ok: false, error: 'TIME_ORDER' });
    expect(inOrder(0, 0)).toEqual({ ok: true, value: { startMinute: 0, endMinute: 1440 } });
  });
});
