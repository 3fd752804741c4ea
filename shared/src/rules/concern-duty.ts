// Who is on call, and until when a concern may lie unseen before the next one is told (§7.5.1, P34).
import type { LocalDate } from '../kernel/index.js';

export const DUTY_LINES = ['FIRST', 'SECOND'] as const;
export type DutyLine = (typeof DUTY_LINES)[number];

export interface DutyFacts {
  readonly personId: string;
  readonly line: DutyLine;
  /** ISO, UTC; from this instant … */
  readonly startsAt: string;
  /** … up to but not at this one. */
  readonly endsAt: string;
}

/** Who is on call at an instant (ISO, UTC), each once, in the order of the slots. */
export function onCallAt(slots: readonly DutyFacts[], line: DutyLine, at: string): string[] {
  const now = slots.filter((slot) => slot.line === line && slot.startsAt <= at && at < slot.endsAt);
  return [...new Set(now.map(({ personId }) => personId))];
}

/** The instant (ISO, UTC) of a minute of a day in a zone (IANA name). A time that clocks skip is the one after it. */
export function instantAt(day: LocalDate, minute: number, timeZone: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const near = wall - aheadMs(wall, timeZone);
  return new Date(wall - aheadMs(near, timeZone)).toISOString();
}

function aheadMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(at / 1000) * 1000;
}
