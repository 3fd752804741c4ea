import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, LinkColumn } from '../../platform/database/index.js';

/** What is agreed with one supervisor; without a row the agency's setting stands. */
@Entity('supervisor_profile')
@Index('ux_supervisor_profile_person', ['agencyId', 'personId'], { unique: true })
export class SupervisorProfile {
  @IdColumn() id: string;
  @LinkColumn('supervisor_profile', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('supervisor_profile', 'personId', 'person') personId: string;
  /** Companionships that this supervisor looks after at most. */
  @IntColumn() places: number;
  @IntColumn() version: number;
  @InstantColumn() changedAt: string;
}
