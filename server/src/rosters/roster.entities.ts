// Who comes with a team, and for which of its days. Whether somebody may is never kept here: the one function says it anew.
import { Entity, Index } from 'typeorm';
import { ROSTER_PLACE_STATES, TEAM_TASKS, type RosterPlaceState, type TeamTasks } from '@tongxing/shared/rules';
import {
  EnumColumn,
  IdColumn,
  InstantColumn,
  LinkColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** Somebody of a team: a volunteer of their own, on the same terms as any other. */
@Entity('team_member')
@Index('ux_team_member', ['teamId', 'personId'], { unique: true })
@Index('ix_team_member_person', ['agencyId', 'personId'])
export class TeamMember {
  @IdColumn() id: string;
  @LinkColumn('team_member', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('team_member', 'teamId', 'volunteer_team') teamId: string;
  @LinkColumn('team_member', 'personId', 'person') personId: string;
  @InstantColumn() createdAt: string;
}

/** The address by which people of a team join its day; of a booking one is open at most. */
@Entity('roster_link')
@Index('ux_roster_link_code', ['code'], { unique: true })
@Index('ux_roster_link_open', ['openBookingId'], { unique: true })
export class RosterLink {
  @IdColumn() id: string;
  @LinkColumn('roster_link', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('roster_link', 'bookingId', 'team_booking') bookingId: string;
  /** The booking while it is open, null once it is closed. */
  @OptionalRefColumn() openBookingId: string | null;
  @TextColumn(12) code: string;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: string;
  @OptionalInstantColumn() closedAt: string | null;
}

/** One person's place on a team's day. */
@Entity('roster_place')
@Index('ux_roster_place', ['bookingId', 'personId'], { unique: true })
@Index('ix_roster_place_person', ['agencyId', 'personId'])
export class RosterPlace {
  @IdColumn() id: string;
  @LinkColumn('roster_place', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('roster_place', 'bookingId', 'team_booking') bookingId: string;
  @LinkColumn('roster_place', 'personId', 'person') personId: string;
  @EnumColumn('roster_place', 'tasks', TEAM_TASKS) tasks: TeamTasks;
  @EnumColumn('roster_place', 'state', ROSTER_PLACE_STATES) state: RosterPlaceState;
  /** The short agreement: which version of its words, in which language, by which fingerprint, and the fact made of it. */
  @OptionalIntColumn() agreementVersion: number | null;
  @OptionalTextColumn(8) agreementLanguage: string | null;
  @OptionalTextColumn(64) agreementHash: string | null;
  @OptionalRefColumn() agreementFactId: string | null;
  @OptionalInstantColumn() signedAt: string | null;
  @OptionalInstantColumn() remindedAt: string | null;
  @InstantColumn() changedAt: string;
  @InstantColumn() createdAt: string;
}

/** That a link was sent to a number or an address of the company's own list: a keyed fingerprint, and nothing of whose it is. */
@Entity('roster_invite')
@Index('ux_roster_invite', ['bookingId', 'contactIndex'], { unique: true })
export class RosterInvite {
  @IdColumn() id: string;
  @LinkColumn('roster_invite', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('roster_invite', 'bookingId', 'team_booking') bookingId: string;
  @TextColumn(64) contactIndex: string;
  @InstantColumn() sentAt: string;
}

/** Tables of this module. */
export const ROSTER_ENTITIES = [TeamMember, RosterLink, RosterPlace, RosterInvite];
