import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CAPACITY_LIMITS,
  TEAM_TASKS,
  type ActivityKind,
  type CapacityLimit,
  type TeamTasks,
} from '@tongxing/shared/rules';
import {
  TEAM_BOOKING_ENDS,
  TEAM_BOOKING_STATES,
  type ActivityState,
  type TeamBookingEnd,
  type TeamBookingState,
} from '@tongxing/shared/states';
import { ActivityKindEnum, ActivityStateEnum } from '../../activities/index.js';
import { Graded } from '../../platform/access/index.js';
import {
  InvalidInput,
  InstantType,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import { TeamCostLineType, TeamNameType } from './teams.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const TasksEnum = words(TEAM_TASKS);
registerEnumType(TasksEnum, { name: 'TeamTasks', description: 'What a team comes for (T11).' });
const LimitEnum = words(CAPACITY_LIMITS);
registerEnumType(LimitEnum, { name: 'CapacityLimit', description: 'What limits the places of a day.' });
const StateEnum = words(TEAM_BOOKING_STATES);
registerEnumType(StateEnum, { name: 'TeamBookingState', description: 'How far a booking has come (SM5b).' });
const EndEnum = words(TEAM_BOOKING_ENDS);
registerEnumType(EndEnum, { name: 'TeamBookingEnd', description: 'Who or what ended a booking.' });

@ObjectType('FreePlaces', { description: 'Free places of a day at this moment, and the limit that leaves least.' })
@Graded('team', 'G1')
export class FreePlacesType {
  @Field(() => TasksEnum, { description: 'For which tasks.' }) tasks: TeamTasks;
  @Field(() => Int, { description: 'How many are free.' }) free: number;
  @Field(() => LimitEnum, { description: 'Which limit binds.' }) binding: CapacityLimit;
}
@ObjectType('TeamDay', { description: 'An activity to which teams may come.' })
@Graded('team', 'G1')
export class TeamDayType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) id: string;
  @Field(() => ActivityKindEnum, { description: 'What kind of day.' }) kind: ActivityKind;
  @Field(() => ActivityStateEnum, { description: 'How far it has come.' }) state: ActivityState;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Name of the venue.' }) venue: string;
  @Field(() => String, { nullable: true, description: 'How to find it; null before the team’s booking is confirmed.' })
  address: string | null;
  @Field(() => Int, { description: 'How many children are expected; none by name.' }) childCount: number;
  @Field({ description: 'What will be done.' }) taskGoal: string;
  @Field({ description: 'What children themselves do and decide (T4).' }) childrenPart: string;
  @Field(() => String, { nullable: true, description: 'What can be done without meeting children.' })
  otherTasks: string | null;
  @Field(() => [TeamCostLineType], { description: 'What it costs a team.' }) costLines: TeamCostLineType[];
  @Field(() => [FreePlacesType], { description: 'What is free, for each kind of tasks.' }) places: FreePlacesType[];
  @Field(() => LocalDateType, { description: 'By when the record check of whoever meets children must be there.' })
  checkBy: string;
  @Field({ description: 'Whether checks asked for today can still arrive by then.' }) checksInTime: boolean;
  @Field(() => LocalDateType, { description: 'The last day on which a team may cancel by itself.' })
  cancelUntil: string;
  @Field(() => Int, { description: 'How many teams wait for places.' }) waiting: number;
}
@ObjectType('TeamBookingStep', { description: 'One step of a booking’s story.' })
@Graded('team', 'G2')
export class TeamBookingStepType {
  @Field(() => InstantType, { description: 'When.' }) at: string;
  @Field(() => StateEnum, { description: 'Where it stood then.' }) state: TeamBookingState;
  @Field(() => Int, { description: 'How many people then.' }) people: number;
  @Field({ description: 'Who did it; empty where time itself did.' }) by: string;
}
@ObjectType('TeamBooking', { description: 'A team’s places on a day.' })
@Graded('team', 'G2')
export class TeamBookingType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => TeamNameType, { description: 'Whose.' }) team: TeamNameType;
  @Field(() => TeamDayType, { description: 'On which day, as it is now.' }) day: TeamDayType;
  @Field(() => TasksEnum, { description: 'What the team comes for.' }) tasks: TeamTasks;
  @Field(() => Int, { description: 'Places that it has, or waits for.' }) people: number;
  @Field(() => Int, { description: 'How many wanted to come.' }) wanted: number;
  @Field({ description: 'Whether a part of the team would come too.' }) partly: boolean;
  @Field(() => StateEnum, { description: 'How far it has come.' }) state: TeamBookingState;
  @Field(() => InstantType, { nullable: true, description: 'Until when a hold or an offer stands.' })
  expiresAt: string | null;
  @Field(() => Int, { nullable: true, description: 'Seconds until then, 0 once it is over; by the platform’s clock.' })
  secondsLeft: number | null;
  @Field(() => EndEnum, { nullable: true, description: 'Who or what ended it.' }) endedHow: TeamBookingEnd | null;
  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever ended it.' }) reason: string | null;
  @Field(() => [TeamCostLineType], { description: 'What it costs, as it was agreed.' }) costs: TeamCostLineType[];
  @Field({ description: 'What that is for so many people, in fen, as digits.' }) cost: string;
  @Field(() => String, { nullable: true, description: 'What the team can spend, in fen, as digits.' })
  budget: string | null;
  @Field(() => Int, { nullable: true, description: 'Its place among those who wait, from 1.' }) inLine: number | null;
  @Field({ description: 'Name of whoever booked.' }) requestedBy: string;
  @Field(() => [TeamBookingStepType], { description: 'What became of it, the first step first.' })
  steps: TeamBookingStepType[];
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}

@ObjectType('CapacityFull', { implements: () => [UserError], description: 'There are not so many places.' })
@Graded('team', 'G1')
export class CapacityFull extends UserError {
  @Field(() => FreePlacesType, { description: 'What is free, and why no more.' }) places: FreePlacesType;
}
@ObjectType('PlacesFree', { implements: () => [UserError], description: 'There are places: nobody needs to wait.' })
@Graded('team', 'G1')
export class PlacesFree extends UserError {
  @Field(() => FreePlacesType, { description: 'What is free.' }) places: FreePlacesType;
}
@ObjectType('AlreadyBooked', { implements: () => [UserError], description: 'The team has places on this day.' })
@Graded('team', 'G1')
export class AlreadyBooked extends UserError {
  @Field(() => ID, { description: 'Opaque id of the booking that stands.' }) bookingId: string;
}
@ObjectType('HoldExpired', { implements: () => [UserError], description: 'The time of the hold or the offer is over.' })
export class HoldExpired extends UserError {}
@ObjectType('DayClosed', { implements: () => [UserError], description: 'Teams cannot come to this activity any more.' })
export class DayClosed extends UserError {}
@ObjectType('NoticeOver', { implements: () => [UserError], description: 'Too near to the day: the desk is asked.' })
@Graded('team', 'G1')
export class NoticeOver extends UserError {
  @Field(() => LocalDateType, { description: 'The last day on which the team could do it.' }) lastDay: string;
}

@InputType()
export class TeamWishInput {
  @Field(() => ID, { description: 'Which team.' }) teamId: string;
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => Int, { description: 'From 1 to 500.' }) people: number;
  @Field(() => TasksEnum, { description: 'What the team comes for.' }) tasks: TeamTasks;
  @Field({ description: 'Whether a part of the team would come too.' }) partly: boolean;
  @Field(() => String, { nullable: true, description: 'What the team can spend, in fen, as digits.' })
  budget?: string | null;
  @Field({ description: 'Made by the client: the same request sent twice gives one booking.' }) requestId: string;
}
@InputType()
export class TeamBookingInput {
  @Field(() => ID, { description: 'Which booking.' }) bookingId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}
@InputType()
export class ChangeTeamBookingInput extends TeamBookingInput {
  @Field(() => Int, { description: 'From 1 to 500.' }) people: number;
}
@InputType()
export class EndTeamBookingInput extends TeamBookingInput {
  @Field({ description: 'Why; at most 300 characters. The other side reads it.' }) reason: string;
}

export const TeamBookingResult = createUnionType({
  name: 'TeamBookingResult',
  types: () =>
    [
      TeamBookingType,
      CapacityFull,
      PlacesFree,
      AlreadyBooked,
      HoldExpired,
      DayClosed,
      NoticeOver,
      InvalidInput,
      NotFound,
      StaleVersion,
      TransitionRefused,
    ] as const,
});
