import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LinkColumn, OptionalTextColumn, TextColumn } from '../../platform/database/index.js';

/** A school that the agency works with. Which child learns there is the child's to tell, and sealed. */
@Entity('school')
@Index('ux_school_name', ['agencyId', 'name'], { unique: true })
export class School {
  @IdColumn() id: string;
  @LinkColumn('school', 'agencyId', 'agency') agencyId: string;
  @TextColumn(100) name: string;
  @OptionalTextColumn(20) areaCode: string | null;
  @InstantColumn() createdAt: string;
}
