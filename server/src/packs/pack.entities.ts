// What a team is told after its day. Each edition stays as it was sent; a mistake is put right by the next one.
import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLongTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** One for each booking of an activity that was closed. It is the row that is locked before an edition is written. */
@Entity('team_pack')
@Index('ux_team_pack_booking', ['bookingId'], { unique: true })
@Index('ix_team_pack_due', ['agencyId', 'sentAt', 'dueOn'])
@Index('ix_team_pack_team', ['agencyId', 'teamId'])
export class TeamPack {
  @IdColumn() id: string;
  @LinkColumn('team_pack', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_pack', 'bookingId', 'team_booking') bookingId: string;
  @LinkColumn('team_pack', 'teamId', 'volunteer_team') teamId: string;
  @LinkColumn('team_pack', 'activityId', 'activity') activityId: string;
  /** Of the activity, as it was: what a team was told of a year stays in that year. */
  @DateColumn() onDate: string;
  @DateColumn() closedOn: string;
  @DateColumn() dueOn: string;
  /** Number of the newest edition; none yet: 0. */
  @IntColumn() edition: number;
  /** Children on the day, as a team may have it, from the first edition on; null: few, or none. */
  @OptionalIntColumn() children: number | null;
  /** Of the newest edition. */
  @OptionalInstantColumn() sentAt: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** What was told once; never changed. */
@Entity('team_pack_edition')
@Index('ux_team_pack_edition', ['packId', 'number'], { unique: true })
export class TeamPackEdition {
  @IdColumn() id: string;
  @LinkColumn('team_pack_edition', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_pack_edition', 'packId', 'team_pack') packId: string;
  @IntColumn() number: number;
  @LongTextColumn() debriefSealed: string;
  @LongTextColumn() outcomesSealed: string;
  /** What the one before had wrong; null for the first. */
  @OptionalLongTextColumn() whySealed: string | null;
  @OptionalIntColumn() taskReached: number | null;
  @OptionalIntColumn() processReached: number | null;
  /** SHA-256 over all of it, people by id. */
  @TextColumn(64) hash: string;
  @RefColumn() sentBy: string;
  @InstantColumn() sentAt: string;
}

/** Somebody's minutes as they were told, from the hours log. */
@Entity('team_pack_line')
@Index('ux_team_pack_line', ['editionId', 'personId'], { unique: true })
@Index('ix_team_pack_line_person', ['agencyId', 'personId'])
export class TeamPackLine {
  @IdColumn() id: string;
  @LinkColumn('team_pack_line', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_pack_line', 'editionId', 'team_pack_edition') editionId: string;
  @LinkColumn('team_pack_line', 'personId', 'person') personId: string;
  @IntColumn() minutes: number;
}

/** A child's words that were released; they are read only while the family's yes stands. */
@Entity('team_pack_thanks')
@Index('ux_team_pack_thanks', ['editionId', 'childId'], { unique: true })
@Index('ix_team_pack_thanks_child', ['agencyId', 'childId'])
export class TeamPackThanks {
  @IdColumn() id: string;
  @LinkColumn('team_pack_thanks', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_pack_thanks', 'editionId', 'team_pack_edition') editionId: string;
  @LinkColumn('team_pack_thanks', 'childId', 'child') childId: string;
  @LongTextColumn() wordsSealed: string;
}

/** Tables of this module. */
export const PACK_ENTITIES = [TeamPack, TeamPackEdition, TeamPackLine, TeamPackThanks];
