import { Entity, Index } from 'typeorm';
import type { WeeklyTime } from '@tongxing/shared/matching';
import {
  Counted,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLinkColumn,
  OptionalRefColumn,
  OptionalTextColumn,
} from '../../platform/database/index.js';

/** What someone brings along as a volunteer. Whether they may serve is never stored: it is derived from dated facts. */
@Counted()
@Entity('volunteer')
@Index('ux_volunteer_person', ['agencyId', 'personId'], { unique: true })
@Index('ix_volunteer_batch', ['batchId'])
@Index('ix_volunteer_list', ['agencyId', 'erasedAt', 'id'])
@Index('ix_volunteer_stopped', ['agencyId', 'stoppedSince'])
@Index('ix_volunteer_office', ['agencyId', 'officeId'])
export class Volunteer {
  @IdColumn() id: string;
  @LinkColumn('volunteer', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('volunteer', 'personId', 'person') personId: string;
  /** The office that the volunteer belongs to; null: the whole agency. */
  @OptionalLinkColumn('volunteer', 'officeId', 'office') officeId: string | null;
  @JsonColumn() languages: string[];
  @JsonColumn() skills: string[];
  @JsonColumn() freeTimes: WeeklyTime[];
  @OptionalTextColumn(20) areaCode: string | null;
  /** Children that the volunteer is willing to accompany. */
  @IntColumn() places: number;
  /** As far as the volunteer travels, in metres; null: the agency's setting. */
  @OptionalIntColumn() travelMetres: number | null;
  /** Person who supervises the volunteer. */
  @OptionalRefColumn() supervisorId: string | null;
  @OptionalDateColumn() stoppedSince: string | null;
  /** Of what can be changed at the desk; null: nothing was changed yet. */
  @OptionalIntColumn() version: number | null;
  @OptionalRefColumn() batchId: string | null;
  @InstantColumn() createdAt: string;
  /** Since when the person is erased; such a row stands only for what others point at. */
  @OptionalInstantColumn() erasedAt: string | null;
}
