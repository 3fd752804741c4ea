import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** Who stands in for a supervisor, from a day to a day. What the one may read of supervision, the other may meanwhile. */
@Entity('supervision_delegate')
@Index('ux_supervision_delegate_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_supervision_delegate_of', ['agencyId', 'supervisorId', 'endsOn'])
@Index('ix_supervision_delegate_by', ['agencyId', 'delegateId', 'endsOn'])
export class SupervisionDelegate {
  @IdColumn() id: string;
  @LinkColumn('supervision_delegate', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('supervision_delegate', 'supervisorId', 'person') supervisorId: string;
  @LinkColumn('supervision_delegate', 'delegateId', 'person') delegateId: string;
  @DateColumn() startsOn: string;
  @DateColumn() endsOn: string;
  @RefColumn() givenBy: string;
  @InstantColumn() givenAt: string;
  @TextColumn(64) requestId: string;
}
