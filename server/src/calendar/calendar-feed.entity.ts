import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LinkColumn, TextColumn } from '../platform/database/index.js';

/** The one address from which a calendar takes somebody's appointments. No row: there is none. */
@Entity('calendar_feed')
@Index('ux_calendar_feed_secret', ['secretHash'], { unique: true })
@Index('ux_calendar_feed_person', ['agencyId', 'personId'], { unique: true })
export class CalendarFeed {
  @IdColumn() id: string;
  @LinkColumn('calendar_feed', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('calendar_feed', 'personId', 'person') personId: string;
  /** SHA-256 of the address's secret, which is shown once and kept nowhere. */
  @TextColumn(64) secretHash: string;
  @InstantColumn() madeAt: string;
}
