import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalIntColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** A part of town that the agency serves, placed on its own grid in metres: distance needs no outside map. */
@Entity('service_area')
@Index('ux_service_area_code', ['agencyId', 'code'], { unique: true })
export class ServiceArea {
  @IdColumn() id: string;
  @LinkColumn('service_area', 'agencyId', 'agency') agencyId: string;
  @TextColumn(20) code: string;
  @TextColumn(60) name: string;
  @TextColumn(60) nameEn: string;
  @IntColumn() x: number;
  @IntColumn() y: number;
  /** Last day on which it was served; its people keep it until they move. */
  @OptionalDateColumn() closedOn: string | null;
  /** Null: never changed. */
  @OptionalIntColumn() version: number | null;
}
