import { Entity, Index } from 'typeorm';
import type { WeeklyTime } from '@tongxing/shared/matching';
import {
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A child whom the agency stands beside. Name and birth date are the person's; what tells of the home is sealed. */
@Entity('child')
@Index('ux_child_person', ['agencyId', 'personId'], { unique: true })
@Index('ux_child_pseudonym', ['agencyId', 'pseudonym'], { unique: true })
@Index('ix_child_batch', ['batchId'])
@Index('ix_child_list', ['agencyId', 'erasedAt', 'id'])
@Index('ix_child_office', ['agencyId', 'officeId'])
export class Child {
  @IdColumn() id: string;
  @LinkColumn('child', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('child', 'personId', 'person') personId: string;
  /** The office that stands beside the child; null: the whole agency. */
  @OptionalLinkColumn('child', 'officeId', 'office') officeId: string | null;
  /** The only name outside the case team (H11). */
  @TextColumn(40) pseudonym: string;
  @OptionalLongTextColumn() schoolSealed: string | null;
  @OptionalLongTextColumn() guardianNameSealed: string | null;
  @OptionalLongTextColumn() guardianPhoneSealed: string | null;
  @OptionalLongTextColumn() guardianRelationSealed: string | null;
  /** Finds the same child in a second roster: name, birth date and guardian's phone. */
  @TextColumn(64) identityIndex: string;
  @OptionalTextColumn(20) areaCode: string | null;
  @JsonColumn() languages: string[];
  @JsonColumn() needs: string[];
  @JsonColumn() freeTimes: WeeklyTime[];
  /** 1 (least pressing) to 5. */
  @IntColumn() priority: number;
  @OptionalDateColumn() waitingSince: string | null;
  /** A gender that the companion must have, where child or family asked for it. */
  @OptionalTextColumn(10) companionGender: 'FEMALE' | 'MALE' | null;
  @OptionalRefColumn() batchId: string | null;
  @InstantColumn() createdAt: string;
  /** Since when the child's person is erased; such a row stands only for what others point at. */
  @OptionalInstantColumn() erasedAt: string | null;
}
