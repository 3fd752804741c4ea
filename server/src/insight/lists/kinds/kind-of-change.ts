// What a kind of change of many rows is made of: with whose permission, what may be put there, and what is taken back.
import type { Permission } from '@tongxing/shared/permissions';
import type { KeptReason, ListName } from '@tongxing/shared/rules';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import type { ArrangedColumn } from '../../../platform/database/index.js';
import type { ListChangeRow } from '../list-change.entity.js';

/** Rows that stay as they are, and why. */
export type Kept = ReadonlyMap<string, KeptReason>;
export type DoneRow = Omit<ListChangeRow, 'changeId'>;
export interface Done {
  readonly rows: readonly DoneRow[];
  readonly kept: Kept;
}

export interface KindOfChange {
  readonly list: ListName;
  readonly permission: Permission;
  readonly subjectType: 'Child' | 'Volunteer' | 'Household' | 'Companionship';
  readonly action: string;
  /** At most so many rows in one step. */
  readonly most: number;
  /** Whether this can be put there at all. */
  readonly allows: (actor: PersonActor, to: string | null) => Promise<boolean>;
  /** Changes those of the rows that can be; inside a unit of work. */
  readonly apply: (actor: PersonActor, ids: readonly string[], to: string | null) => Promise<Done>;
  /** Takes back what nobody else has changed since; answers the rows that it took back. Inside a unit of work. */
  readonly undo: (actor: PersonActor, rows: readonly ListChangeRow[], to: string | null) => Promise<ListChangeRow[]>;
}

export interface Arrangement {
  readonly column: ArrangedColumn;
  /** Those of the rows that have to stay as they are. */
  readonly stay: (actor: PersonActor, ids: readonly string[], to: string | null) => Promise<Kept>;
  /** Whether this may stand there again, where what stood before is not everybody's to put. */
  readonly back: (actor: PersonActor, before: string | null) => boolean;
}

/** A change of one column: put for all, and put back where it still says the same. */
export const arranged = ({ column, stay, back }: Arrangement): Pick<KindOfChange, 'apply' | 'undo'> => ({
  apply: async (actor, ids, to) => {
    const before = await column.before(actor.agencyId, ids);
    const kept = await stay(actor, ids, to);
    const changed = [...before].filter(([id, value]) => value !== to && !kept.has(id));
    await column.put(
      actor.agencyId,
      changed.map(([id]) => id),
      to,
    );
    return { rows: changed.map(([rowId, beforeId]) => ({ rowId, beforeId, ofId: null, madeId: null })), kept };
  },
  undo: async (actor, rows, to) => {
    const { agencyId } = actor;
    const ids = rows.map(({ rowId }) => rowId);
    const now = await column.before(agencyId, ids);
    const done: ListChangeRow[] = [];
    for (const before of new Set(rows.map(({ beforeId }) => beforeId))) {
      const mine = rows.filter(
        ({ rowId, beforeId }) => beforeId === before && now.has(rowId) && now.get(rowId) === to && back(actor, before),
      );
      const wanted = mine.map(({ rowId }) => rowId);
      // What came about since, as a pair that began, binds the way back as it binds the way there.
      const kept = await stay(actor, wanted, before);
      const free = mine.filter(({ rowId }) => !kept.has(rowId));
      await column.put(
        agencyId,
        free.map(({ rowId }) => rowId),
        before,
      );
      done.push(...free);
    }
    return done;
  },
});

export const nobodyStays = (): Promise<Kept> => Promise.resolve(new Map());

/** What stood there before is bound to the offices of whoever takes it back. */
export const ownOffice =
  (permission: 'child.arrange' | 'volunteer.arrange' | 'household.arrange') =>
  (actor: PersonActor, before: string | null): boolean => {
    const { offices } = rowsFor(actor, permission);
    return before === null || offices === 'ALL' || offices.some((one) => one === before);
  };
