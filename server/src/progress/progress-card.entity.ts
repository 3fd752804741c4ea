import { Entity, Index } from 'typeorm';
import { PROGRESS_CARD_STATES, type ProgressCardState } from '@tongxing/shared/states';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A few words on how a child is growing, for whoever stands beside them with a gift (SM6b). */
@Entity('progress_card')
@Index('ux_progress_card_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_progress_card_list', ['agencyId', 'state', 'changedAt'])
@Index('ix_progress_card_child', ['childId', 'state'])
export class ProgressCard {
  @IdColumn() id: string;
  @LinkColumn('progress_card', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('progress_card', 'childId', 'child') childId: string;
  @EnumColumn('progress_card', 'state', PROGRESS_CARD_STATES) state: ProgressCardState;
  @LongTextColumn() titleSealed: string;
  @LongTextColumn() textSealed: string;
  /** Why it was sent back or taken back, last of all. */
  @OptionalLongTextColumn() noteSealed: string | null;
  @RefColumn() writtenBy: string;
  /** Who changed the words last: neither they nor the author is the second reader. */
  @RefColumn() changedBy: string;
  @InstantColumn() changedAt: string;
  /** Since when it waits for its second reader. */
  @OptionalInstantColumn() submittedAt: string | null;
  @OptionalRefColumn() reviewedBy: string | null;
  @OptionalInstantColumn() reviewedAt: string | null;
  @OptionalRefColumn() releasedBy: string | null;
  @OptionalInstantColumn() releasedAt: string | null;
  @OptionalRefColumn() withdrawnBy: string | null;
  @OptionalInstantColumn() withdrawnAt: string | null;
  /** A safeguarding flag: as long as it stands nobody outside reads the card. */
  @OptionalRefColumn() frozenBy: string | null;
  @OptionalInstantColumn() frozenAt: string | null;
  @OptionalLongTextColumn() freezeReasonSealed: string | null;
  /** The first of the two who lift it. */
  @OptionalRefColumn() clearedBy: string | null;
  @TextColumn(64) requestId: string;
  @IntColumn() version: number;
}
