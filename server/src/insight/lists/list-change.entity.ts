import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  TextColumn,
} from '../../platform/database/index.js';

export const CHANGE_KINDS = [
  'MOVE_CHILDREN',
  'MOVE_VOLUNTEERS',
  'ASSIGN_SUPERVISOR',
  'MOVE_HOUSEHOLDS',
  'HAND_OVER_PAIRS',
  'INVITE_VOLUNTEERS',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Many rows changed in one step by one person, who can take it back for a day. */
@Entity('list_change')
@Index('ux_list_change_request', ['personId', 'requestId'], { unique: true })
export class ListChangeRecord {
  @IdColumn() id: string;
  @LinkColumn('list_change', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('list_change', 'personId', 'person') personId: string;
  @EnumColumn('list_change', 'kind', CHANGE_KINDS) kind: ChangeKind;
  /** The office, supervisor or worker that all of them got; null: the whole agency, or nobody. */
  @OptionalRefColumn() toId: string | null;
  /** Made by the client: a repeated request finds the same change. */
  @TextColumn(60) requestId: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() undoneAt: string | null;
}

/** What one row said before, or what was made for it. */
@Entity('list_change_row')
export class ListChangeRow {
  @IdColumn() changeId: string;
  @IdColumn() rowId: string;
  @OptionalRefColumn() beforeId: string | null;
  /** The row of the list that this one goes along with, as a child with its family; null: it is the row itself. */
  @OptionalRefColumn() ofId: string | null;
  /** What was made for the row, as an invitation; null where only a column changed. */
  @OptionalRefColumn() madeId: string | null;
}
