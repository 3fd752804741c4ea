import { Entity, Index } from 'typeorm';
import { VOLUNTEER_KINDS, type VolunteerKindCode } from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalRefColumn,
} from '../../../platform/database/index.js';

const KINDS = VOLUNTEER_KINDS.map(({ code }) => code);

/** Who a volunteer is, from a day to a day; somebody may be several at once. */
@Entity('volunteer_kind')
@Index('ix_volunteer_kind_person', ['agencyId', 'personId'])
@Index('ix_volunteer_kind_count', ['agencyId', 'kind', 'startsOn'])
@Index('ix_volunteer_kind_batch', ['batchId'])
export class VolunteerKind {
  @IdColumn() id: string;
  @LinkColumn('volunteer_kind', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('volunteer_kind', 'personId', 'person') personId: string;
  @EnumColumn('volunteer_kind', 'kind', KINDS) kind: VolunteerKindCode;
  @DateColumn() startsOn: string;
  @OptionalDateColumn() endsOn: string | null;
  @OptionalRefColumn() batchId: string | null;
  @InstantColumn() recordedAt: string;
}
