import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../../platform/database/index.js';

/** Something small that a pair sets out to do. A worker writes it down; either side says that it is done (P20). */
@Entity('companionship_next_step')
@Index('ux_next_step_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_next_step_pair', ['companionshipId', 'addedAt'])
export class CompanionshipNextStep {
  @IdColumn() id: string;
  @LinkColumn('companionship_next_step', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('companionship_next_step', 'companionshipId', 'companionship') companionshipId: string;
  /** Sealed with the child's key, as the plan is. */
  @LongTextColumn() textSealed: string;
  @OptionalDateColumn() dueOn: string | null;
  @RefColumn() addedBy: string;
  @InstantColumn() addedAt: string;
  @OptionalInstantColumn() doneAt: string | null;
  @OptionalRefColumn() doneBy: string | null;
  /** Taken off the list again; the row stays. */
  @OptionalInstantColumn() droppedAt: string | null;
  @TextColumn(64) requestId: string;
}
