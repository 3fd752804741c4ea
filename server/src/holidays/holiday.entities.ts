import { Entity, Index } from 'typeorm';
import { DAY_MARKS, type DayMark } from '@tongxing/shared/rules';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A day that the agency marked itself, off or worked; it wins over what is built in. */
@Entity('agency_holiday')
@Index('ux_agency_holiday_day', ['agencyId', 'day'], { unique: true })
export class AgencyHoliday {
  @IdColumn() id: string;
  @LinkColumn('agency_holiday', 'agencyId', 'agency') agencyId: string;
  @DateColumn() day: string;
  @EnumColumn('agency_holiday', 'mark', DAY_MARKS) mark: DayMark;
  @TextColumn(40) name: string;
  @RefColumn() recordedBy: string;
  @InstantColumn() recordedAt: string;
}

/** A year whose official notice the agency has brought in. */
@Entity('agency_holiday_year')
@Index('ux_agency_holiday_year', ['agencyId', 'year'], { unique: true })
export class AgencyHolidayYear {
  @IdColumn() id: string;
  @LinkColumn('agency_holiday_year', 'agencyId', 'agency') agencyId: string;
  @IntColumn() year: number;
  @RefColumn() announcedBy: string;
  @InstantColumn() announcedAt: string;
}
