// What a team is told after its day. Each edition stays as it was sent; a mistake is put right by the next one.
import { Entity, Index } from 'typeorm';
import {
  DateColumn,
  EnumColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LinkColumn,
  LongTextColumn,
  OptionalFenColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
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

/** The number on somebody's certificate of service; it holds as long as the newest edition has them. */
@Entity('service_certificate')
@Index('ux_service_certificate_number', ['number'], { unique: true })
@Index('ux_service_certificate', ['packId', 'personId'], { unique: true })
@Index('ix_service_certificate_person', ['agencyId', 'personId'])
export class ServiceCertificate {
  @IdColumn() id: string;
  @LinkColumn('service_certificate', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('service_certificate', 'packId', 'team_pack') packId: string;
  @LinkColumn('service_certificate', 'personId', 'person') personId: string;
  @TextColumn(12) number: string;
  @InstantColumn() madeAt: string;
}

/** A team's report of a closed year, as it was when it was made; never changed. */
@Entity('team_year_statement')
@Index('ux_team_year_statement', ['teamId', 'year'], { unique: true })
export class TeamYearStatement {
  @IdColumn() id: string;
  @LinkColumn('team_year_statement', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_year_statement', 'teamId', 'volunteer_team') teamId: string;
  @IntColumn() year: number;
  /** The report, as JSON. */
  @LongTextColumn() contentSealed: string;
  /** SHA-256 of it. */
  @TextColumn(64) hash: string;
  @RefColumn() madeBy: string;
  @InstantColumn() madeAt: string;
}

export const INTEREST_STATES = ['SAID', 'ANSWERED', 'WITHDRAWN'] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** Somebody who would like to accompany a child for longer (P20): a wish to talk, which opens no gate and names no child. */
@Entity('companion_interest')
@Index('ux_companion_interest', ['agencyId', 'personId'], { unique: true })
@Index('ix_companion_interest_state', ['agencyId', 'state', 'saidAt'])
export class CompanionInterest {
  @IdColumn() id: string;
  @LinkColumn('companion_interest', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('companion_interest', 'personId', 'person') personId: string;
  @EnumColumn('companion_interest', 'state', INTEREST_STATES) state: InterestState;
  @InstantColumn() saidAt: string;
  @OptionalRefColumn() answeredBy: string | null;
  @OptionalInstantColumn() answeredAt: string | null;
}

export const TEAM_PAPER_KINDS = ['DONATION_AGREEMENT', 'DONATION_RECEIPT'] as const;
export type TeamPaperKind = (typeof TEAM_PAPER_KINDS)[number];

/** A company's donation agreement or receipt, with what stands on it: no entry of any ledger. One that is wrong is withdrawn. */
@Entity('team_paper')
@Index('ux_team_paper_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_team_paper_pack', ['agencyId', 'packId'])
@Index('ix_team_paper_team', ['agencyId', 'teamId', 'datedOn'])
export class TeamPaper {
  @IdColumn() id: string;
  @LinkColumn('team_paper', 'agencyId', 'agency') agencyId: string;
  /** The day at which it was brought in. */
  @LinkColumn('team_paper', 'packId', 'team_pack') packId: string;
  @LinkColumn('team_paper', 'teamId', 'volunteer_team') teamId: string;
  @EnumColumn('team_paper', 'kind', TEAM_PAPER_KINDS) kind: TeamPaperKind;
  /** As it is printed on the paper. */
  @TextColumn(60) number: string;
  @DateColumn() datedOn: string;
  /** As it is stated on the paper; null where it states none. */
  @OptionalFenColumn() amountFen: bigint | null;
  @RefColumn() addedBy: string;
  @InstantColumn() addedAt: string;
  @OptionalRefColumn() withdrawnBy: string | null;
  @OptionalInstantColumn() withdrawnAt: string | null;
  @OptionalLongTextColumn() whySealed: string | null;
  @TextColumn(64) requestId: string;
}

/** Tables of this module. */
export const PACK_ENTITIES = [
  TeamPack,
  TeamPackEdition,
  TeamPackLine,
  TeamPackThanks,
  ServiceCertificate,
  TeamYearStatement,
  CompanionInterest,
  TeamPaper,
];
