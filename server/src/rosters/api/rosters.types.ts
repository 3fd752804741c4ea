import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RosterNeed, TeamTasks } from '@tongxing/shared/rules';
import { TEAM_BOOKING_STATES, type TeamBookingState } from '@tongxing/shared/states';
import { Graded } from '../../platform/access/index.js';
import { InstantType, NotFound, StaleVersion, UserError } from '../../platform/graphql/index.js';
import { TURNOUTS, type Turnout } from '../roster-turnout.js';
import { GuestDayType, GuestTasksEnum, RosterNeedEnum, RosterRefused } from './team-day.types.js';

const RosterStateEnum = Object.fromEntries(TEAM_BOOKING_STATES.map((one) => [one, one])) as {
  readonly [K in TeamBookingState]: K;
};
registerEnumType(RosterStateEnum, { name: 'RosterState', description: 'How far the booking of a roster has come.' });

const TurnoutEnum = Object.fromEntries(TURNOUTS.map((one) => [one, one])) as { readonly [K in Turnout]: K };
registerEnumType(TurnoutEnum, {
  name: 'RosterTurnout',
  description: 'Whether somebody took part: as they were down, for tasks without children, or not at all.',
});
@ObjectType('RosterTurnoutNumbers', { description: 'How many of a roster took part.' })
@Graded('teamRoster', 'G1')
export class TurnoutNumbersType {
  @Field(() => Int, { description: 'Who took part.' }) came: number;
  @Field(() => Int, { description: 'Of these, for tasks without children.' }) otherTasks: number;
  @Field(() => Int, { description: 'Who did not.' }) absent: number;
}

@ObjectType('RosterLine', { description: 'Somebody of the own team who is down for the day.' })
@Graded('teamRoster', 'G2')
export class RosterLineType {
  @Field(() => ID, { description: 'Opaque id of the place.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => GuestTasksEnum, { description: 'What they are down for.' }) chosen: TeamTasks;
  @Field(() => [RosterNeedEnum], { description: 'What is missing for that; empty: clear.' }) needs: RosterNeed[];
  @Field(() => [RosterNeedEnum], { description: 'What is missing for tasks without children.' })
  needsWithout: RosterNeed[];
  @Field(() => InstantType, { nullable: true, description: 'When they were last reminded.' }) remindedAt: string | null;
  @Field(() => TurnoutEnum, { nullable: true, description: 'Null until the attendance of the day is closed.' })
  turnout: Turnout | null;
}

@ObjectType('Roster', { description: 'Who comes with a team, and who of them may.' })
@Graded('teamRoster', 'G2')
export class RosterType {
  @Field(() => ID, { description: 'Opaque id of the booking.' }) bookingId: string;
  @Field(() => RosterStateEnum, { description: 'How far the booking has come.' }) state: TeamBookingState;
  @Field(() => GuestDayType, { description: 'The day.' }) day: GuestDayType;
  @Field(() => Int, { description: 'Places of the booking.' }) people: number;
  @Field(() => Int, { description: 'To be said when the roster is locked.' }) version: number;
  @Field(() => String, { nullable: true, description: 'Code of the open link; null where none is open.' })
  linkCode: string | null;
  @Field(() => String, { nullable: true, description: 'The open link, as an address.' }) linkAddress: string | null;
  @Field(() => String, { nullable: true, description: 'The same as a QR picture, in SVG.' }) linkPicture: string | null;
  @Field(() => Int, { description: 'To how many of the company’s own list the link was sent.' }) invited: number;
  @Field(() => [RosterLineType], { description: 'In the order in which they joined.' }) lines: RosterLineType[];
}

@ObjectType('RosterHead', { description: 'A day that a team has booked, and how many are down for it.' })
@Graded('teamRoster', 'G1')
export class RosterHeadType {
  @Field(() => ID, { description: 'Opaque id of the booking.' }) bookingId: string;
  @Field(() => RosterStateEnum, { description: 'How far the booking has come.' }) state: TeamBookingState;
  @Field(() => GuestDayType, { description: 'The day.' }) day: GuestDayType;
  @Field(() => Int, { description: 'Places of the booking.' }) people: number;
  @Field(() => Int, { description: 'How many are down.' }) joined: number;
  @Field(() => Int, { nullable: true, description: 'How many of them still miss something; null once it is over.' })
  waiting: number | null;
  @Field(() => TurnoutNumbersType, { nullable: true, description: 'Null until the attendance of the day is closed.' })
  turnout: TurnoutNumbersType | null;
}

@ObjectType('PlaceNotClear', { description: 'Somebody who cannot come as they are down.' })
@Graded('teamRoster', 'G2')
export class PlaceNotClearType {
  @Field(() => ID, { description: 'Opaque id of the place.' }) placeId: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => [RosterNeedEnum], { description: 'What is missing.' }) needs: RosterNeed[];
  @Field({ description: 'Whether they could come for tasks without children.' }) otherTasks: boolean;
}
@ObjectType('RosterNotClear', { implements: () => [UserError], description: 'Not everybody on it may come yet.' })
@Graded('teamRoster', 'G2')
export class RosterNotClear extends UserError {
  @Field(() => [PlaceNotClearType], { description: 'Who, and what is missing.' }) notClear: PlaceNotClearType[];
}

@InputType()
export class RosterLinkInput {
  @Field(() => ID, { description: 'Of which booking.' }) bookingId: string;
}
@InputType()
export class TakeOffRosterInput {
  @Field(() => ID, { description: 'Of which booking.' }) bookingId: string;
  @Field(() => ID, { description: 'Which place.' }) placeId: string;
}
@InputType()
export class LockRosterInput {
  @Field(() => ID, { description: 'Of which booking.' }) bookingId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field({ description: 'Whoever lacks no more than a check gets tasks without children.' }) moveOthers: boolean;
}
const result = (name: string) => createUnionType({ name, types: () => [RosterType, NotFound, RosterRefused] as const });
export const MakeRosterLinkResult = result('MakeRosterLinkResult');
export const CloseRosterLinkResult = result('CloseRosterLinkResult');
export const TakeOffRosterResult = result('TakeOffRosterResult');
export const RemindRosterResult = result('RemindRosterResult');
export const LockRosterResult = createUnionType({
  name: 'LockRosterResult',
  types: () => [RosterType, NotFound, RosterNotClear, RosterRefused, StaleVersion] as const,
});
