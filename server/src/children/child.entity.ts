import { Entity, Index } from 'typeorm';
import type { WeeklyTime } from '@tongxing/shared/matching';
import {
  DIFFICULTY_LEVELS,
  DISCOVERY_CHANNELS,
  REGISTRATIONS,
  SCHOOL_STAGES,
  type ChildCategory,
  type DifficultyLevel,
  type DiscoveryChannel,
  type Registration,
  type SchoolStage,
} from '@tongxing/shared/rules';
import {
  Counted,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalJsonColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  TextColumn,
} from '../platform/database/index.js';

const codes = (table: readonly { readonly code: string }[]) => table.map(({ code }) => code);

/** A child whom the agency stands beside. Name and birth date are the person's; what tells of the home is sealed. */
@Counted()
@Entity('child')
@Index('ux_child_person', ['agencyId', 'personId'], { unique: true })
@Index('ux_child_pseudonym', ['agencyId', 'pseudonym'], { unique: true })
@Index('ix_child_batch', ['batchId'])
@Index('ix_child_list', ['agencyId', 'erasedAt', 'id'])
@Index('ix_child_office', ['agencyId', 'officeId'])
@Index('ix_child_household', ['agencyId', 'householdId'])
@Index('ix_child_school', ['agencyId', 'schoolIndex'])
@Index('ix_child_channel', ['agencyId', 'discoveryChannel'])
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
  /** The household in which the child lives now; whom else it has, and since when, is in the household. */
  @OptionalLinkColumn('child', 'householdId', 'household') householdId: string | null;
  /** Finds the children of one school again without telling its name. */
  @OptionalTextColumn(64) schoolIndex: string | null;
  @OptionalJsonColumn() categories: ChildCategory[] | null;
  @OptionalEnumColumn('child', 'difficultyLevel', codes(DIFFICULTY_LEVELS)) difficultyLevel: DifficultyLevel | null;
  /** How the child came to the agency: one channel and a referrer (P02). */
  @OptionalEnumColumn('child', 'discoveryChannel', codes(DISCOVERY_CHANNELS)) discoveryChannel: DiscoveryChannel | null;
  @OptionalDateColumn() discoveredOn: string | null;
  @OptionalLongTextColumn() referrerSealed: string | null;
  @OptionalEnumColumn('child', 'schoolStage', codes(SCHOOL_STAGES)) schoolStage: SchoolStage | null;
  @OptionalEnumColumn('child', 'registration', codes(REGISTRATIONS)) registration: Registration | null;
  /** Need → 1 (least pressing) to 5; the list `needs` stands in their order. */
  @OptionalJsonColumn() needPriorities: Partial<Record<string, number>> | null;
}
