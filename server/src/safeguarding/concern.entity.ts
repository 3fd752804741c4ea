import { Entity, Index } from 'typeorm';
import { CONCERN_STATES, type ConcernState } from '@tongxing/shared/states';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalRefColumn,
  TextColumn,
} from '../platform/database/index.js';
import { RAISED_BY_KINDS, type RaisedByKind } from './concern-words.js';

/** Something may be wrong with a child's safety (SM12). No row of this table is ever deleted (H9). */
@Entity('concern')
@Index('ux_concern_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_concern_agency_raised', ['agencyId', 'raisedAt'])
@Index('ix_concern_child', ['childId'])
@Index('ix_concern_companionship', ['companionshipId'])
export class Concern {
  @IdColumn() id: string;
  @LinkColumn('concern', 'agencyId', 'agency') agencyId: string;
  @OptionalLinkColumn('concern', 'childId', 'child') childId: string | null;
  @OptionalLinkColumn('concern', 'companionshipId', 'companionship') companionshipId: string | null;
  /** Who stood beside the child when it was raised. */
  @OptionalRefColumn() workerId: string | null;
  /** Null where somebody without an account raised it, by a family's card. */
  @OptionalRefColumn() raisedBy: string | null;
  @EnumColumn('concern', 'raisedByKind', RAISED_BY_KINDS) raisedByKind: RaisedByKind;
  @LongTextColumn() textSealed: string;
  @InstantColumn() raisedAt: string;
  /** Until when the authority must have the report, if it is one. */
  @InstantColumn() dueAt: string;
  @EnumColumn('concern', 'state', CONCERN_STATES) state: ConcernState;
  @OptionalRefColumn() seenBy: string | null;
  @OptionalInstantColumn() seenAt: string | null;
  @TextColumn(64) requestId: string;
  /** When the authority had the first report: the clock has stopped. */
  @OptionalInstantColumn() reportedAt: string | null;
  @OptionalInstantColumn() closedAt: string | null;
}
