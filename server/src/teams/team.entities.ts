import { Entity, Index } from 'typeorm';
import {
  TEAM_KINDS,
  TEAM_STATES,
  TEAM_TASKS,
  type CostLine,
  type TeamKind,
  type TeamState,
  type TeamTasks,
} from '@tongxing/shared/rules';
import {
  TEAM_BOOKING_ENDS,
  TEAM_BOOKING_STATES,
  type TeamBookingEnd,
  type TeamBookingState,
} from '@tongxing/shared/states';
import {
  DateColumn,
  EnumColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  OptionalDateColumn,
  OptionalEnumColumn,
  OptionalFenColumn,
  OptionalInstantColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** A company or another team that comes together; whoever comes of it is a volunteer of their own. */
@Entity('volunteer_team')
@Index('ux_volunteer_team_name', ['agencyId', 'name'], { unique: true })
export class VolunteerTeam {
  @IdColumn() id: string;
  @LinkColumn('volunteer_team', 'agencyId', 'agency') agencyId: string;
  @EnumColumn('volunteer_team', 'kind', TEAM_KINDS.map(({ code }) => code))
  kind: TeamKind;
  @TextColumn(80) name: string;
  @TextColumn(20) shortName: string;
  @EnumColumn('volunteer_team', 'state', TEAM_STATES) state: TeamState;
  @RefColumn() recordedBy: string;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** Who books for a team, from one day until another; they sign in with the company face. */
@Entity('team_coordinator')
@Index('ix_team_coordinator_person', ['agencyId', 'personId'])
@Index('ix_team_coordinator_team', ['teamId'])
export class TeamCoordinator {
  @IdColumn() id: string;
  @LinkColumn('team_coordinator', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_coordinator', 'teamId', 'volunteer_team') teamId: string;
  @LinkColumn('team_coordinator', 'personId', 'person') personId: string;
  @DateColumn() sinceOn: string;
  /** The first day on which they no longer do; null while they do. */
  @OptionalDateColumn() untilOn: string | null;
}

/** One for each open activity to which teams may come. It is the row that is locked before places are counted. */
@Entity('team_offer')
@Index('ux_team_offer_activity', ['activityId'], { unique: true })
export class TeamOffer {
  @IdColumn() id: string;
  @LinkColumn('team_offer', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_offer', 'activityId', 'activity') activityId: string;
  @IntColumn() guestsPerWorker: number;
  @IntColumn() guestsPerChild: number;
  /** Days of a month on which teams may visit the same group of children. */
  @IntColumn() visitsPerMonth: number;
  @FlagColumn() hasOtherTasks: boolean;
  /** What can be done without meeting children. */
  @OptionalTextColumn(300) otherTasks: string | null;
  /** Days that a record check takes to arrive. */
  @IntColumn() checkLeadDays: number;
  /** Days before the activity by which everybody is cleared. */
  @IntColumn() cutOffDays: number;
  /** Days before the activity until which a team may cancel without asking. */
  @IntColumn() noticeDays: number;
  @JsonColumn() costLines: CostLine[];
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** A team's places on a day (SM5b). */
@Entity('team_booking')
@Index('ix_team_booking_activity', ['activityId', 'state'])
@Index('ix_team_booking_team', ['agencyId', 'teamId'])
@Index('ix_team_booking_expires', ['state', 'expiresAt'])
@Index('ux_team_booking_request', ['teamId', 'activityId', 'requestId'], { unique: true })
export class TeamBooking {
  @IdColumn() id: string;
  @LinkColumn('team_booking', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_booking', 'teamId', 'volunteer_team') teamId: string;
  @LinkColumn('team_booking', 'activityId', 'activity') activityId: string;
  @EnumColumn('team_booking', 'tasks', TEAM_TASKS) tasks: TeamTasks;
  /** Places that it has, or waits for. */
  @IntColumn() people: number;
  /** How many wanted to come; more than `people` where a part of the team was offered places. */
  @IntColumn() wanted: number;
  /** Whether a part of the team would come too. */
  @FlagColumn() partly: boolean;
  @EnumColumn('team_booking', 'state', TEAM_BOOKING_STATES) state: TeamBookingState;
  /** Of a hold or an offer: from then on its places are anybody's. */
  @OptionalInstantColumn() expiresAt: string | null;
  @OptionalEnumColumn('team_booking', 'endedHow', TEAM_BOOKING_ENDS) endedHow: TeamBookingEnd | null;
  @OptionalLongTextColumn() reasonSealed: string | null;
  /** As they stood when it was held. */
  @JsonColumn() costs: CostLine[];
  /** What the team can spend on the day, in fen; null where it did not say. */
  @OptionalFenColumn() budgetFen: bigint | null;
  @TextColumn(64) requestId: string;
  @RefColumn() requestedBy: string;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** What became of a booking, step by step; nobody where time itself did it. */
@Entity('team_booking_step')
@Index('ix_team_booking_step_story', ['bookingId', 'at'])
export class TeamBookingStep {
  @IdColumn() id: string;
  @LinkColumn('team_booking_step', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_booking_step', 'bookingId', 'team_booking') bookingId: string;
  @InstantColumn() at: string;
  @OptionalRefColumn() doneBy: string | null;
  @EnumColumn('team_booking_step', 'state', TEAM_BOOKING_STATES) state: TeamBookingState;
  @IntColumn() people: number;
}
