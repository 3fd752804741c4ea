import { Entity, Index } from 'typeorm';
import {
  Counted,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/index.js';

@Entity('agency')
export class Agency {
  @IdColumn() id: string;
  @TextColumn(120) name: string;
  /** IANA name; dates are the agency's. */
  @TextColumn(60) timeZone: string;
  @TextColumn(8) locale: string;
  @OptionalTextColumn(40) contactPhone: string | null;
  @InstantColumn() createdAt: string;
}

/** A number that the rules leave to the agency; no row means the default. */
@Counted()
@Entity('agency_setting')
@Index('ux_agency_setting_key', ['agencyId', 'key'], { unique: true })
export class AgencySetting {
  @IdColumn() id: string;
  @LinkColumn('agency_setting', 'agencyId', 'agency') agencyId: string;
  @TextColumn(60) key: string;
  @TextColumn(60) value: string;
  @IntColumn() version: number;
  @InstantColumn() changedAt: string;
}

/** The one row that says an agency was made: two first runs at once meet at its key. */
@Entity('installation')
export class Installation {
  @IdColumn() id: string;
  @InstantColumn() createdAt: string;
}

export const THE_INSTALLATION = 'installation';
