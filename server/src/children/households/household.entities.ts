// A household with its dated rows. A change ends a row and adds another: what was, stays (P46).
import { Entity, Index } from 'typeorm';
import {
  EDUCATION_CODES,
  FAMILY_DOMAINS,
  FAMILY_FORMS,
  HOUSEHOLD_RELATIONS,
  MAJOR_EVENTS,
  type EducationLevel,
  type FamilyDomain,
  type FamilyForm,
  type HouseholdRelation,
  type MajorEventKind,
} from '@tongxing/shared/rules';
import {
  Counted,
  DateColumn,
  EnumColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
} from '../../platform/database/index.js';

const codes = (table: readonly { readonly code: string }[]) => table.map(({ code }) => code);

/** People who live together and look after children. Its texts are sealed with a key of its own. */
@Counted()
@Entity('household')
@Index('ux_household_number', ['agencyId', 'number'], { unique: true })
@Index('ix_household_list', ['agencyId', 'erasedAt', 'id'])
@Index('ix_household_office', ['agencyId', 'officeId'])
@Index('ix_household_batch', ['batchId'])
export class Household {
  @IdColumn() id: string;
  @LinkColumn('household', 'agencyId', 'agency') agencyId: string;
  @OptionalLinkColumn('household', 'officeId', 'office') officeId: string | null;
  /** What people call it by: 家庭 0012. */
  @IntColumn() number: number;
  @OptionalEnumColumn('household', 'familyForm', codes(FAMILY_FORMS)) familyForm: FamilyForm | null;
  /** Persons, as the family states it: not everybody in a family has a row. */
  @OptionalIntColumn() size: number | null;
  @OptionalTextColumn(20) originProvince: string | null;
  @OptionalLongTextColumn() noteSealed: string | null;
  @OptionalRefColumn() batchId: string | null;
  @InstantColumn() createdAt: string;
  @IntColumn() version: number;
  @OptionalInstantColumn() erasedAt: string | null;
}

/** Somebody in a household from a day to a day; an open end says "now". */
@Entity('household_member')
@Index('ix_household_member_household', ['agencyId', 'householdId'])
@Index('ix_household_member_person', ['agencyId', 'personId'])
@Index('ix_household_member_batch', ['batchId'])
@Index('ux_household_member_caregiver', ['openCaregiverOf'], { unique: true })
export class HouseholdMember {
  @IdColumn() id: string;
  @LinkColumn('household_member', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('household_member', 'householdId', 'household') householdId: string;
  @LinkColumn('household_member', 'personId', 'person') personId: string;
  @EnumColumn('household_member', 'relation', codes(HOUSEHOLD_RELATIONS)) relation: HouseholdRelation;
  @OptionalEnumColumn('household_member', 'education', EDUCATION_CODES) education: EducationLevel | null;
  @FlagColumn() isGuardian: boolean;
  @FlagColumn() isCaregiver: boolean;
  /** The household, on the open row of its primary caregiver; null elsewhere. Unique, so that there is one at a time. */
  @OptionalRefColumn() openCaregiverOf: string | null;
  @OptionalDateColumn() since: string | null;
  @OptionalDateColumn() until: string | null;
  @OptionalRefColumn() batchId: string | null;
  @InstantColumn() recordedAt: string;
}

/** Something that turned a family's life. */
@Entity('household_event')
@Index('ix_household_event_household', ['agencyId', 'householdId'])
export class HouseholdEvent {
  @IdColumn() id: string;
  @LinkColumn('household_event', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('household_event', 'householdId', 'household') householdId: string;
  @EnumColumn('household_event', 'kind', codes(MAJOR_EVENTS)) kind: MajorEventKind;
  @OptionalDateColumn() happenedOn: string | null;
  @OptionalLongTextColumn() noteSealed: string | null;
  @OptionalRefColumn() recordedBy: string | null;
  @InstantColumn() recordedAt: string;
}

/** Where a household lives or lived. A refuge's address is never written here. */
@Entity('household_address')
@Index('ix_household_address_household', ['agencyId', 'householdId'])
export class HouseholdAddress {
  @IdColumn() id: string;
  @LinkColumn('household_address', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('household_address', 'householdId', 'household') householdId: string;
  @OptionalTextColumn(20) areaCode: string | null;
  @OptionalLongTextColumn() addressSealed: string | null;
  @DateColumn() since: string;
  @OptionalDateColumn() until: string | null;
  @InstantColumn() recordedAt: string;
}

/** What a family needs in one of seven domains, and how pressing: 1 (least) to 5. */
@Entity('family_need')
@Index('ix_family_need_household', ['agencyId', 'householdId'])
export class FamilyNeed {
  @IdColumn() id: string;
  @LinkColumn('family_need', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('family_need', 'householdId', 'household') householdId: string;
  @EnumColumn('family_need', 'domain', codes(FAMILY_DOMAINS)) domain: FamilyDomain;
  @IntColumn() priority: number;
  @DateColumn() since: string;
  @OptionalDateColumn() until: string | null;
  @InstantColumn() recordedAt: string;
}

export const HOUSEHOLD_ENTITIES = [Household, HouseholdMember, HouseholdEvent, HouseholdAddress, FamilyNeed];
