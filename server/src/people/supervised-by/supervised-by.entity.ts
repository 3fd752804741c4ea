import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LinkColumn, OptionalInstantColumn } from '../../platform/database/index.js';

/** Who supervised a volunteer from when to when; `volunteer.supervisorId` says only who does now. */
@Entity('supervised_by')
@Index('ix_supervised_by_volunteer', ['agencyId', 'volunteerId', 'endedAt'])
@Index('ix_supervised_by_supervisor', ['agencyId', 'supervisorId', 'endedAt'])
export class SupervisedBy {
  @IdColumn() id: string;
  @LinkColumn('supervised_by', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('supervised_by', 'volunteerId', 'volunteer') volunteerId: string;
  @LinkColumn('supervised_by', 'supervisorId', 'person') supervisorId: string;
  @InstantColumn() startedAt: string;
  /** Null for the one who does now. */
  @OptionalInstantColumn() endedAt: string | null;
}
