import { readHolidays } from './read-holidays.js';

const ICAL = (events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((one) => ['BEGIN:VEVENT', one, 'END:VEVENT']), 'END:VCALENDAR']
    .join('\r\n')
    .replaceAll('\n\n', '\n');

describe('a table of holidays', () => {
  it('is read from CSV in the forms in which days are written, the heading passed over', () => {
    const { days, unread } = readHolidays(
      '\uFEFF日期,休或班,名称\r\n2027-02-05,休,春节\r\n2027/2/6,休,春节\r\n2027年2月14日,班,春节\r\n20270405;off;清明节\r\n',
    );
    expect(unread).toEqual([]);
    expect(days).toEqual([
      { day: '2027-02-05', mark: 'OFF', name: '春节' },
      { day: '2027-02-06', mark: 'OFF', name: '春节' },
      { day: '2027-02-14', mark: 'WORK', name: '春节' },
      { day: '2027-04-05', mark: 'OFF', name: '清明节' },
    ]);
  });

  it('is read from a calendar file: spans, folded lines, marks in words or by others’ signs', () => {
    const { days, unread } = readHolidays(
      ICAL([
        'DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270208\r\nSUMMARY:春节 假\r\n 期 第1天/共3天',
        'DTSTART;VALUE=DATE:20270214\r\nSUMMARY:春节 补班 第1天/共1天',
        'DTSTART;VALUE=DATE:20271001\r\nSUMMARY:国庆节（休）\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY',
        'DTSTART;VALUE=DATE:20271009\r\nSUMMARY:国庆节（班）\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY',
      ]),
    );
    expect(unread).toEqual([]);
    expect(days.map(({ day, mark, name }) => `${day} ${mark} ${name}`)).toEqual([
      '2027-02-05 OFF 春节',
      '2027-02-06 OFF 春节',
      '2027-02-07 OFF 春节',
      '2027-02-14 WORK 春节',
      '2027-10-01 OFF 国庆节',
      '2027-10-09 WORK 国庆节',
    ]);
  });

  it('guesses nothing: each line that it cannot read is told with why', () => {
    const { days, unread } = readHolidays(
      '2027-13-40,休,春节\n2027-02-05,,七夕\n2027-02-06,休,春节\n2027-02-06,班,春节',
    );
    expect(days).toHaveLength(1);
    expect(unread.map(({ line, why }) => [line, why])).toEqual([
      [1, 'NO_DAY'],
      [2, 'NO_MARK'],
      [4, 'TWICE'],
    ]);
    expect(readHolidays('').days).toEqual([]);
    expect(readHolidays(ICAL(['SUMMARY:春节（休）'])).unread).toEqual([{ line: 1, text: '春节（休）', why: 'NO_DAY' }]);
  });
});
