// Read back by somebody else's parser.
import ICAL from 'ical.js';
import { localDate } from '@tongxing/shared/kernel';
import { toICal, type CalendarEvent } from './ical.js';

const TALK: CalendarEvent = {
  uid: 'supervision-1@t.example',
  sequence: 3,
  title: '督导',
  about: '详情请登录同行，在自己的页面上看。',
  url: 'https://t.example/volunteer/supervision',
  when: { from: new Date('2026-03-02T01:30:00Z'), to: new Date('2026-03-02T02:30:00Z') },
};
const DAY: CalendarEvent = {
  ...TALK,
  uid: 'contact-1@t.example',
  title: '陪伴',
  when: { day: localDate('2026-02-28') },
};
const sheet = (events: readonly CalendarEvent[], name = '同行') =>
  toICal({ name, timeZone: 'Asia/Shanghai', now: new Date('2026-03-01T10:00:00Z'), events });
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
};

describe('a calendar', () => {
  it('is read by another program with its instants, whole days and numbers of changes', () => {
    const { calendar, events } = read(sheet([TALK, DAY]));
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai');
    const [talk, day] = events;
    expect([talk?.uid, talk?.sequence, talk?.summary]).toEqual(['supervision-1@t.example', 3, '督导']);
    expect(talk?.startDate.toJSDate().toISOString()).toBe('2026-03-02T01:30:00.000Z');
    expect(talk?.duration.toSeconds()).toBe(3600);
    expect([day?.startDate.isDate, day?.startDate.toString(), day?.endDate.toString()]).toEqual([
      true,
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it.each([
    'comma, semicolon; back\\slash \\n and "quotes"',
    'two\nlines\r\nand a third\rand no BEGIN:VEVENT of its own\nEND:VCALENDAR',
    '长'.repeat(200),
    `${'a'.repeat(74)}👩‍👧 a family`,
    '',
  ])('keeps %j as it is, and no line longer than 75 octets', (text) => {
    const written = sheet([{ ...TALK, title: text, about: text }], text);
    const { events } = read(written);
    const same = text.replaceAll(/\r\n|\r/g, '\n');
    expect(events).toHaveLength(1);
    expect([events[0]?.summary, events[0]?.description]).toEqual([same, same]);
    const lines = written.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.some((line) => line.includes('\n') || line.includes('\uFFFD'))).toBe(false);
    expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('may be empty', () => {
    expect(read(sheet([])).events).toEqual([]);
  });
});
