import { Entity, Index } from 'typeorm';
import {
  AUTHORITIES,
  CONCERN_CATEGORIES,
  CONCERN_STEP_KINDS,
  type Authority,
  type ConcernCategory,
  type ConcernStepKind,
} from '@tongxing/shared/rules';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** What somebody did, decided or asked about a concern. Rows are added and never changed: the end of a task is a row too. */
@Entity('concern_step')
@Index('ux_concern_step_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_concern_step_concern', ['concernId', 'at'])
@Index('ix_concern_step_assignee', ['agencyId', 'assigneeId'])
export class ConcernStep {
  @IdColumn() id: string;
  @LinkColumn('concern_step', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('concern_step', 'concernId', 'concern') concernId: string;
  @EnumColumn('concern_step', 'kind', CONCERN_STEP_KINDS) kind: ConcernStepKind;
  @RefColumn() byId: string;
  /** When it was written down. */
  @InstantColumn() at: string;
  /** When it happened, where that is another moment: the report. */
  @OptionalInstantColumn() happenedAt: string | null;
  @OptionalLongTextColumn() textSealed: string | null;
  @OptionalEnumColumn('concern_step', 'category', CONCERN_CATEGORIES) category: ConcernCategory | null;
  @OptionalEnumColumn('concern_step', 'authority', AUTHORITIES) authority: Authority | null;
  @OptionalLongTextColumn() referenceSealed: string | null;
  /** Who does it, and by when. */
  @OptionalRefColumn() assigneeId: string | null;
  @OptionalInstantColumn() dueAt: string | null;
  /** The task that this step ends. */
  @OptionalRefColumn() taskId: string | null;
  @TextColumn(64) requestId: string;
}
