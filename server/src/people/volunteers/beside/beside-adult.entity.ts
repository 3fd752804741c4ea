import { Entity, Index } from 'typeorm';
import {
  Counted,
  DateColumn,
  IdColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalRefColumn,
  RefColumn,
} from '../../../platform/database/index.js';

/** Beside which adult a volunteer under age accompanies a child (ADR 0033). Whether that adult is cleared is never stored. */
@Counted()
@Entity('beside_adult')
@Index('ux_beside_adult_open', ['openPersonId'], { unique: true })
@Index('ix_beside_adult_adult', ['agencyId', 'adultId'])
@Index('ix_beside_adult_person', ['agencyId', 'personId'])
export class BesideAdult {
  @IdColumn() id: string;
  @LinkColumn('beside_adult', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('beside_adult', 'personId', 'person') personId: string;
  @LinkColumn('beside_adult', 'adultId', 'person') adultId: string;
  /** The person while it stands, null afterwards: the key lets only one adult stand for each. */
  @OptionalRefColumn() openPersonId: string | null;
  @DateColumn() startsOn: string;
  @RefColumn() recordedBy: string;
  @OptionalDateColumn() endedOn: string | null;
  @OptionalRefColumn() endedBy: string | null;
}
