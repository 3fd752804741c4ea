import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** A place of an agency from which staff work. A row that names no office belongs to the whole agency. */
@Entity('office')
@Index('ix_office_list', ['agencyId', 'id'])
export class Office {
  @IdColumn() id: string;
  @LinkColumn('office', 'agencyId', 'agency') agencyId: string;
  @TextColumn(80) name: string;
  /** Area of the agency's own table in which it stands. */
  @OptionalTextColumn(20) areaCode: string | null;
  @DateColumn() startsOn: string;
  @OptionalDateColumn() endsOn: string | null;
  @InstantColumn() createdAt: string;
}
