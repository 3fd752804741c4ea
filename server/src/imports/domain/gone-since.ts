// What a good row names at the agency may be gone by the time it is taken in.
import type { LocalDate } from '@tongxing/shared/kernel';
import type { ActivityValues } from './activity-row.js';
import type { CellProblem } from './cell-problem.js';
import type { RosterKind } from './roster-fields.js';
import type { StaffValues } from './staff-row.js';
import type { RosterRow } from './validate-row.js';

/** As it stands at this moment. */
export interface StandsNow {
  readonly today: LocalDate;
  readonly offices: ReadonlySet<string>;
  readonly venues: ReadonlySet<string>;
  /** Names of colleagues whom one name means. */
  readonly team: ReadonlySet<string>;
}
interface Gone {
  readonly field: string;
  readonly problem: CellProblem;
}

/**
 * The row, held back where it names an office that was closed since (a role there never becomes one everywhere), a venue
 * or a colleague who is not there any more, or a day that has passed.
 */
export function unlessGone<K extends RosterKind>(kind: K, row: RosterRow<K>, now: StandsNow): RosterRow<K> {
  if (row.status !== 'VALID') return row;
  const gone = goneOf(kind, row.values, now);
  if (!gone) return row;
  const { line, cells } = row;
  const marked = cells.map((cell) => (cell.field === gone.field ? { ...cell, problem: gone.problem } : cell));
  return { line, cells: marked, status: 'BAD' };
}

function goneOf(kind: RosterKind, values: unknown, now: StandsNow): Gone | undefined {
  if (kind === 'STAFF') {
    const { office } = values as StaffValues;
    const stands = office === undefined || now.offices.has(office);
    return stands ? undefined : { field: 'office', problem: 'OFFICE_UNKNOWN' };
  }
  if (kind !== 'ACTIVITIES') return undefined;
  const { venue, inCharge, onDate } = values as ActivityValues;
  if (onDate < now.today) return { field: 'onDate', problem: 'DATE_PAST' };
  if (!now.venues.has(venue)) return { field: 'venue', problem: 'VENUE_UNKNOWN' };
  return inCharge.every((name) => now.team.has(name)) ? undefined : { field: 'inCharge', problem: 'WORKER_UNKNOWN' };
}
