import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
} from '../../../platform/database/index.js';

/** After a stop somebody has to tell the child. It waits on the worker's first page until what was said is written down. */
@Entity('telling')
@Index('ux_telling_open', ['openCompanionshipId'], { unique: true })
@Index('ix_telling_agency_answered', ['agencyId', 'answeredAt'])
@Index('ix_telling_companionship', ['companionshipId'])
@Index('ix_telling_child', ['childId'])
export class Telling {
  @IdColumn() id: string;
  @LinkColumn('telling', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('telling', 'companionshipId', 'companionship') companionshipId: string;
  /** The pair while nobody has answered, null afterwards: one waits at a time. */
  @OptionalRefColumn() openCompanionshipId: string | null;
  @LinkColumn('telling', 'childId', 'child') childId: string;
  @InstantColumn() askedAt: string;
  @OptionalInstantColumn() answeredAt: string | null;
  @OptionalRefColumn() answeredBy: string | null;
  @OptionalLongTextColumn() wordsSealed: string | null;
}
