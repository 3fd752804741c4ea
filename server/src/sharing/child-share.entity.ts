import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';
import { SHARED_WITH, type SharedWith } from './domain/shared-child.js';

/** What a family agreed to, opened for one named reader until a day. It shows nothing that the ledger does not. */
@Entity('child_share')
@Index('ux_child_share_request', ['agencyId', 'requestId'], { unique: true })
@Index('ux_child_share_open', ['openPair'], { unique: true })
@Index('ix_child_share_reader', ['agencyId', 'readerPersonId'])
@Index('ix_child_share_child', ['childId'])
export class ChildShare {
  @IdColumn() id: string;
  @LinkColumn('child_share', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('child_share', 'childId', 'child') childId: string;
  @EnumColumn('child_share', 'audience', SHARED_WITH) audience: SharedWith;
  @LinkColumn('child_share', 'readerPersonId', 'person') readerPersonId: string;
  /** Which company or agency, or where the expert is from. */
  @TextColumn(80) organisation: string;
  @DateColumn() openedOn: string;
  /** The last day. */
  @DateColumn() untilOn: string;
  @RefColumn() openedBy: string;
  @InstantColumn() openedAt: string;
  /** Child, reader and audience while it is open: no two at a time. */
  @OptionalTextColumn(120) openPair: string | null;
  @OptionalRefColumn() closedBy: string | null;
  @OptionalInstantColumn() closedAt: string | null;
  @TextColumn(64) requestId: string;
}
