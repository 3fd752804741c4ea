import { Entity, Index } from 'typeorm';
import {
  PLACE_END_REASONS,
  SERVICE_LEVELS,
  SUPPORT_KINDS,
  type PlaceEndReason,
  type ProgrammeCriteria,
  type ProgrammeFinding,
  type ServiceLevel,
  type SupportKind,
} from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalIntColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

const codes = <C extends string>(table: readonly { readonly code: C }[]) => table.map(({ code }) => code);

/** Something that the agency offers to children, with who it is for, how many places, and from when to when (P01). */
@Entity('programme')
@Index('ix_programme_list', ['agencyId', 'id'])
export class Programme {
  @IdColumn() id: string;
  @LinkColumn('programme', 'agencyId', 'agency') agencyId: string;
  @TextColumn(60) name: string;
  @OptionalTextColumn(80) nameEn: string | null;
  /** What it is for, in the agency's words; nobody in particular. */
  @OptionalTextColumn(300) purpose: string | null;
  @EnumColumn('programme', 'level', codes(SERVICE_LEVELS)) level: ServiceLevel;
  @EnumColumn('programme', 'support', codes(SUPPORT_KINDS)) support: SupportKind;
  @JsonColumn() criteria: ProgrammeCriteria;
  /** Null: as many as come. */
  @OptionalIntColumn() places: number | null;
  @DateColumn() startsOn: string;
  @OptionalDateColumn() endsOn: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** A child's place in a programme, from a day to a day. A place that has ended stays, and says why. */
@Entity('programme_place')
@Index('ux_programme_place_held', ['heldKey'], { unique: true })
@Index('ux_programme_place_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_programme_place_programme', ['programmeId'])
@Index('ix_programme_place_child', ['childId'])
export class ProgrammePlace {
  @IdColumn() id: string;
  @LinkColumn('programme_place', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('programme_place', 'programmeId', 'programme') programmeId: string;
  @LinkColumn('programme_place', 'childId', 'child') childId: string;
  /** Programme and child while the place is held, null afterwards: the key lets a child hold one place of a programme. */
  @OptionalTextColumn(80) heldKey: string | null;
  @DateColumn() startsOn: string;
  @OptionalDateColumn() endsOn: string | null;
  @OptionalEnumColumn('programme_place', 'endReason', codes(PLACE_END_REASONS)) endReason: PlaceEndReason | null;
  /** What the programme asked on the day of enrolment, and what stood on the child's page; codes and days only. */
  @JsonColumn() checked: ProgrammeFinding[];
  /** Made by the client: the same request sent twice gives one place. */
  @TextColumn(64) requestId: string;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
}
