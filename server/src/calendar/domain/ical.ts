// A calendar as RFC 5545 writes it: escaped, folded, with instants in UTC, so that no zone has to be described.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';

export interface CalendarEvent {
  /** The same for the same appointment, however often it is moved. */
  readonly uid: string;
  /** Counts the changes; never smaller than it was. */
  readonly sequence: number;
  readonly title: string;
  readonly about: string;
  readonly url: string;
  /** Left out: it is certain. */
  readonly status?: 'TENTATIVE' | 'CANCELLED' | undefined;
  /** A span of time, or a whole day. */
  readonly when: { readonly from: Date; readonly to: Date } | { readonly day: LocalDate };
}
export interface CalendarSheet {
  readonly name: string;
  /** IANA name; shown by calendars as the place's own time. */
  readonly timeZone: string;
  readonly now: Date;
  readonly events: readonly CalendarEvent[];
}

const LONGEST_LINE = 75;
const ASKED_AGAIN_EVERY = 'PT6H';

/** The text of a calendar file, with CRLF line ends. */
export function toICal({ name, timeZone, now, events }: CalendarSheet): string {
  const stamp = utc(now);
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tongxing//Calendar 1.0//ZH', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, `X-WR-TIMEZONE:${timeZone}`],
    ...[`REFRESH-INTERVAL;VALUE=DURATION:${ASKED_AGAIN_EVERY}`, `X-PUBLISHED-TTL:${ASKED_AGAIN_EVERY}`],
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const { uid, sequence, title, about, url, when, status = 'CONFIRMED' } = event;
  // What was called off keeps nobody from anything.
  const busy = !('day' in when) && status !== 'CANCELLED';
  return [
    ...['BEGIN:VEVENT', `UID:${escaped(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${String(sequence)}`],
    ...('day' in when
      ? [`DTSTART;VALUE=DATE:${compact(when.day)}`, `DTEND;VALUE=DATE:${compact(addDays(when.day, 1))}`]
      : [`DTSTART:${utc(when.from)}`, `DTEND:${utc(when.to)}`]),
    ...[`SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(about)}`, `URL:${url}`],
    // Colleagues who share a calendar see that somebody is busy, and no more.
    ...['CLASS:PRIVATE', `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`, `STATUS:${status}`, 'END:VEVENT'],
  ];
}

const compact = (day: LocalDate): string => day.replaceAll('-', '');
const utc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** TEXT of RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Lines of at most 75 octets (3.1), never broken within a character. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_LINE) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}
