import { Entity, Index } from 'typeorm';
import { ROLES } from '@tongxing/shared/permissions';
import {
  Counted,
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalTextColumn,
} from '../platform/database/index.js';

/** Someone an agency knows. Name and phone are sealed. What they are to the agency is in dated roles. */
@Counted({ everywhere: /^UPDATE\b.*\bloginId\b/is })
@Entity('person')
@Index('ux_person_agency_phone', ['agencyId', 'phoneIndex'], { unique: true })
@Index('ux_person_agency_id_number', ['agencyId', 'idNumberIndex'], { unique: true })
@Index('ix_person_agency_email', ['agencyId', 'emailIndex'])
@Index('ix_person_login', ['loginId'])
@Index('ix_person_ids', ['agencyId', 'id'])
@Index('ix_person_name_scheme', ['nameScheme', 'id'])
export class Person {
  @IdColumn() id: string;
  @LinkColumn('person', 'agencyId', 'agency') agencyId: string;
  @OptionalLinkColumn('person', 'loginId', 'login') loginId: string | null;
  @LongTextColumn() nameSealed: string;
  @OptionalLongTextColumn() phoneSealed: string | null;
  @OptionalTextColumn(64) phoneIndex: string | null;
  /** Of a colleague: an invitation goes there. Two people may share one. */
  @OptionalLongTextColumn() emailSealed: string | null;
  @OptionalTextColumn(64) emailIndex: string | null;
  /** The resident identity number, 18 characters. Nobody reads it whole again; the case team sees its end. */
  @OptionalLongTextColumn() idNumberSealed: string | null;
  @OptionalTextColumn(64) idNumberIndex: string | null;
  @OptionalTextColumn(10) gender: 'FEMALE' | 'MALE' | null;
  @OptionalDateColumn() birthDate: string | null;
  @InstantColumn() createdAt: string;
  /** Since when nothing of the person is kept but this row, which others point at. */
  @OptionalInstantColumn() erasedAt: string | null;
  /** How the name was taken apart for the search; null: not yet. */
  @OptionalIntColumn() nameScheme: number | null;
  /** The tokens that stand in `name_token`, one after another: they go with the name. */
  @OptionalLongTextColumn() nameTokens: string | null;
}

/** A role from a day to a day. A change ends one row and adds another; no row is ever flipped. */
@Counted()
@Entity('role_assignment')
@Index('ix_role_assignment_person', ['personId'])
@Index('ix_role_assignment_role', ['agencyId', 'role'])
@Index('ix_role_assignment_office', ['agencyId', 'officeId'])
export class RoleAssignment {
  @IdColumn() id: string;
  @LinkColumn('role_assignment', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('role_assignment', 'personId', 'person') personId: string;
  @EnumColumn('role_assignment', 'role', ROLES) role: string;
  /** Where the role holds; null: in the whole agency. */
  @OptionalLinkColumn('role_assignment', 'officeId', 'office') officeId: string | null;
  @DateColumn() startsOn: string;
  @OptionalDateColumn() endsOn: string | null;
}
