// Which certificates end within a window with none of their kind after them.
import type { LocalDate } from '@tongxing/shared/kernel';

export interface Ending {
  readonly personId: string;
  readonly kind: string;
  readonly validUntil: string | null;
}

/** Last days by person, the nearest first. One without an end never ends, and lets no other of its kind end. */
export function endingWithin(
  rows: readonly Ending[],
  from: LocalDate,
  to: LocalDate,
): ReadonlyMap<string, readonly LocalDate[]> {
  const last = new Map<string, Ending>();
  for (const row of rows) {
    const key = `${row.personId}.${row.kind}`;
    const before = last.get(key);
    const longer =
      before && (before.validUntil === null || (row.validUntil !== null && before.validUntil > row.validUntil));
    if (!longer) last.set(key, row);
  }
  const found = new Map<string, LocalDate[]>();
  for (const { personId, validUntil } of last.values()) {
    if (validUntil === null || validUntil < from || validUntil > to) continue;
    found.set(personId, [...(found.get(personId) ?? []), validUntil as LocalDate].sort());
  }
  return found;
}
