import { RELEASE_AUDIENCES, type ReleaseAudience } from '@tongxing/shared/release-check';
import { Entity, Index } from 'typeorm';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';
import { OUTGOING_FORMS, type OutgoingForm } from './outgoing.js';

/** Somebody looked at what was to leave, and at every mark on it. What it says is not kept. */
@Entity('release_check')
@Index('ux_release_check_hash', ['agencyId', 'hash'], { unique: true })
@Index('ix_release_check_list', ['agencyId', 'checkedAt'])
export class ReleaseCheck {
  @IdColumn() id: string;
  @LinkColumn('release_check', 'agencyId', 'agency') agencyId: string;
  /** Whom it is about; null: nobody in particular. */
  @OptionalLinkColumn('release_check', 'childId', 'child') childId: string | null;
  @EnumColumn('release_check', 'audience', RELEASE_AUDIENCES) audience: ReleaseAudience;
  @EnumColumn('release_check', 'form', OUTGOING_FORMS) form: OutgoingForm;
  /** Keyed, over audience, child and bytes: the same paper is known again, and no guess can be tried on it. */
  @TextColumn(64) hash: string;
  @IntColumn() marks: number;
  @RefColumn() checkedBy: string;
  @InstantColumn() checkedAt: string;
  @OptionalRefColumn() secondBy: string | null;
  @OptionalInstantColumn() secondAt: string | null;
}
