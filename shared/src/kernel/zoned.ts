// Between instants and the clock on the wall of an agency. Pure; zones are IANA names.
import { localDateIn, type LocalDate } from './local-date.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The minute of the day, 0 to 1439, that it is somewhere at an instant. */
export function minuteIn(instant: Date, timeZone: string): number {
  return (((wallMs(instant, timeZone) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS;
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * The instant at which a clock somewhere shows this minute of this day. A minute that the change to summer time leaves
 * out is told as the one an hour later; of one that comes twice, the first is meant.
 */
export function instantAt(day: LocalDate, minute: number, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS;
  const before = shiftAt(wall - DAY_MS, timeZone);
  const after = shiftAt(wall + DAY_MS, timeZone);
  for (const shift of [before, after]) {
    const candidate = wall - shift;
    if (shiftAt(candidate, timeZone) === shift) return new Date(candidate);
  }
  return new Date(wall - before);
}

/** Milliseconds by which the wall clock is ahead of UTC. */
const shiftAt = (at: number, timeZone: string): number => wallMs(new Date(at), timeZone) - floorMinute(at);
const floorMinute = (at: number): number => Math.floor(at / MINUTE_MS) * MINUTE_MS;

/** The wall clock read as if it were UTC. */
function wallMs(instant: Date, timeZone: string): number {
  const [hour, minute] = clockOf(timeZone).format(instant).split(':').map(Number) as [number, number];
  return Date.parse(`${localDateIn(instant, timeZone)}T00:00:00Z`) + (hour * 60 + minute) * MINUTE_MS;
}

/** Making one costs as much as a hundred uses. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, made);
  return made;
}
