import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalRefColumn,
  RefColumn,
  TextColumn,
} from '../../platform/database/index.js';

/** A colleague whom a concern is about: from then on it is nothing that they may know of. */
@Entity('concern_about')
@Index('ux_concern_about', ['concernId', 'personId'], { unique: true })
export class ConcernAbout {
  @IdColumn() id: string;
  @LinkColumn('concern_about', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('concern_about', 'concernId', 'concern') concernId: string;
  @RefColumn() personId: string;
  /** Null where whoever raised it has no account. */
  @OptionalRefColumn() namedBy: string | null;
  @InstantColumn() namedAt: string;
}

/** Which child a concern is about that named none. Another child later is another row; the one before keeps its end. */
@Entity('concern_link')
@Index('ux_concern_link_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_concern_link_concern', ['concernId', 'endedAt'])
@Index('ix_concern_link_child', ['childId', 'endedAt'])
export class ConcernLink {
  @IdColumn() id: string;
  @LinkColumn('concern_link', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('concern_link', 'concernId', 'concern') concernId: string;
  @LinkColumn('concern_link', 'childId', 'child') childId: string;
  /** By what one knows that it is this child; sealed with the agency's key, as the concern is. */
  @LongTextColumn() reasonSealed: string;
  @RefColumn() linkedBy: string;
  @InstantColumn() linkedAt: string;
  @OptionalInstantColumn() endedAt: string | null;
  @TextColumn(64) requestId: string;
}
