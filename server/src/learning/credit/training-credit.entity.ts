import { Entity, Index } from 'typeorm';
import { CREDIT_REFUSALS, CREDIT_STATES, type CreditRefusal, type CreditState } from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** Somebody asks that what they learned elsewhere counts for a course; another looks at the paper and decides. */
@Entity('training_credit')
@Index('ux_training_credit_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_training_credit_state', ['agencyId', 'state', 'askedAt'])
@Index('ix_training_credit_person', ['agencyId', 'personId'])
export class TrainingCredit {
  @IdColumn() id: string;
  @LinkColumn('training_credit', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('training_credit', 'personId', 'person') personId: string;
  @LinkColumn('training_credit', 'courseId', 'course') courseId: string;
  /** Day on which they finished it. */
  @DateColumn() learnedOn: string;
  /** Where, in their words. */
  @LongTextColumn() placeSealed: string;
  @EnumColumn('training_credit', 'state', CREDIT_STATES) state: CreditState;
  @OptionalEnumColumn('training_credit', 'refusedFor', CREDIT_REFUSALS) refusedFor: CreditRefusal | null;
  /** What the one who decided wrote to them. */
  @OptionalLongTextColumn() wordsSealed: string | null;
  /** The training that came of it. */
  @OptionalRefColumn() trainingId: string | null;
  @InstantColumn() askedAt: string;
  @OptionalRefColumn() decidedBy: string | null;
  @OptionalInstantColumn() decidedAt: string | null;
  @TextColumn(64) requestId: string;
}
