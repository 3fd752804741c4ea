// Reads the facts of an audit row. They are JSON written by the server; a row that cannot be read shows none.

export interface AuditFact {
  readonly name: string;
  readonly value: string;
}

/** The facts in their order, values as text; what holds nothing is left out. */
export function factsOf(json: string): readonly AuditFact[] {
  const parsed = parse(json);
  return Object.entries(parsed).flatMap(([name, value]) => {
    if (typeof value === 'string') return value === '' ? [] : [{ name, value }];
    return typeof value === 'number' || typeof value === 'boolean' ? [{ name, value: String(value) }] : [];
  });
}

/** Codes have words elsewhere or stand in the raw record only; a value for the page is a number, a day, or words. */
export const isCode = (value: string): boolean => /^[A-Z][A-Z0-9_]+$/.test(value);

/** Enough of a hash to compare two rows by eye; the whole stands behind it. */
export const shortHash = (hash: string): string => hash.slice(0, 10);

/** A filter from the address, only if the page offers it. */
export function knownFilter(offered: readonly string[], value: string): string | null {
  return offered.includes(value) ? value : null;
}

function parse(json: string): object {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** The filters of the page as its address carries them. */
export interface AuditAddress {
  readonly action: string;
  readonly subject: string;
  readonly who: string;
  readonly about: string;
  readonly from: string;
  readonly until: string;
  readonly refusals: string;
}

/** Noon to noon would lose half a day: a period is from the first day's midnight to that after the last, in the agency's zone. */
export function auditFilter(
  address: AuditAddress,
  known: { readonly actions: readonly string[]; readonly subjects: readonly string[] },
  midnight: (day: string) => string | null,
) {
  const { action, subject, who, about, from, until, refusals } = address;
  return {
    action: knownFilter(known.actions, action),
    subjectType: knownFilter(known.subjects, subject),
    actorId: who === '' ? null : who,
    subjectId: about === '' ? null : about,
    from: from === '' ? null : midnight(from),
    until: until === '' ? null : midnight(dayAfter(until)),
    refusalsOnly: refusals === 'true' ? true : null,
  };
}

/** The address of the file with the same links as the page. */
export function exportAddress(filter: Readonly<Record<string, string | boolean | null>>): string {
  const given = Object.entries(filter).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]));
  const search = new URLSearchParams(given).toString();
  return `/files/audit.csv${search === '' ? '' : `?${search}`}`;
}

/** Midnight of a day in a zone, as an instant; null for what is no day. */
export function midnightIn(timeZone: string, day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const utc = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(utc)) return null;
  return new Date(utc - offsetAt(utc, timeZone)).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  const options = { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' } as const;
  // Swedish writes days and times as ISO does.
  const there = new Intl.DateTimeFormat('sv-SE', options).format(instant);
  return Date.parse(`${there.replace(' ', 'T')}.000Z`) - instant;
}

function dayAfter(day: string): string {
  const next = Date.parse(`${day}T00:00:00.000Z`) + 86_400_000;
  return Number.isNaN(next) ? '' : new Date(next).toISOString().slice(0, 10);
}
