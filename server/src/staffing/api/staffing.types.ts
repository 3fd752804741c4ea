import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SEAT_STATES, type SeatState } from '@tongxing/shared/states';
import { ActivityKindEnum } from '../../activities/index.js';
import type { ActivityKind } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import { SEAT_CONFLICTS, type SeatConflictCode } from '../domain/conflicts.js';
import { SEAT_SOURCES, type SeatSource } from '../domain/seat-sources.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const SeatStateEnum = words(SEAT_STATES);
registerEnumType(SeatStateEnum, { name: 'SeatState', description: 'How far a volunteer’s seat has come.' });
const SourceEnum = words(SEAT_SOURCES);
registerEnumType(SourceEnum, { name: 'SeatSource', description: 'Who proposed a seat: the engine, or a worker.' });
const ConflictEnum = words(SEAT_CONFLICTS);
registerEnumType(ConflictEnum, { name: 'SeatConflictCode', description: 'What stands against somebody in a seat.' });

@ObjectType('SeatConflict', { description: 'One reason against somebody in a seat.' })
@Graded('staffing', 'G2')
export class SeatConflictType {
  @Field(() => ConflictEnum, { description: 'Which.' }) code: SeatConflictCode;
  @Field(() => String, { nullable: true, description: 'Theme of the activity at which they are; null elsewhere.' })
  theme: string | null;
  @Field(() => Int, { nullable: true, description: 'From when they are elsewhere, in minutes since midnight.' })
  startMinute: number | null;
  @Field(() => Int, { nullable: true, description: 'Until when.' }) endMinute: number | null;
  @Field(() => Int, { nullable: true, description: 'Minutes left of their month.' }) minutesLeft: number | null;
}

@ObjectType('SeatAssignment', { description: 'A volunteer at an activity.' })
@Graded('staffing', 'G2')
export class SeatAssignmentType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { nullable: true, description: 'Opaque id of the volunteer.' }) volunteerId: string | null;
  @Field({ description: 'The volunteer’s name.' }) name: string;
  @Field(() => Int, { description: 'Which of the activity’s roles, counted from 0.' }) role: number;
  @Field(() => SeatStateEnum, { description: 'How far it has come.' }) state: SeatState;
  @Field(() => SourceEnum, { description: 'Who proposed it.' }) source: SeatSource;
  @Field({ description: 'Whether the volunteer said yes.' }) accepted: boolean;
  @Field(() => String, { nullable: true, description: 'Why the volunteer cannot come, where they said so.' })
  reason: string | null;
  @Field(() => [SeatConflictType], { description: 'What stands against it by now.' }) conflicts: SeatConflictType[];
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}
@ObjectType('StaffedRole', { description: 'A role of an activity and who has it.' })
@Graded('staffing', 'G2')
export class StaffedRoleType {
  @Field(() => Int, { description: 'Counted from 0.' }) role: number;
  @Field({ description: 'What is done.' }) task: string;
  @Field({ description: 'Code of a skill; empty where anybody will do.' }) skill: string;
  @Field(() => Int, { description: 'How many.' }) seats: number;
  @Field(() => [SeatAssignmentType], { description: 'Who, and who said no.' }) taken: SeatAssignmentType[];
}
@ObjectType('StaffedActivity', { description: 'An open activity with its seats.' })
@Graded('staffing', 'G2')
export class StaffedActivityType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) id: string;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Name of the venue.' }) venueName: string;
  @Field(() => Int, { description: 'Volunteers without whom there are not adults enough for the children.' })
  least: number;
  @Field(() => [StaffedRoleType], { description: 'Its roles.' }) roles: StaffedRoleType[];
  @Field(() => Int, { nullable: true, description: 'So many could come at most, by the last run; null: enough.' })
  reachable: number | null;
}
@ObjectType('StaffingRun', { description: 'One run of the engine for a month’s seats, with its proof.' })
@Graded('staffing', 'G1')
export class StaffingRunType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => InstantType, { description: 'When.' }) startedAt: string;
  @Field(() => Int, { description: 'Activities that it looked at.' }) activities: number;
  @Field(() => Int, { description: 'Volunteers who could serve on one of the days.' }) volunteers: number;
  @Field(() => Int, { description: 'Seats in its plan.' }) seats: number;
  @Field(() => Int, { description: 'How far from the best at most, in millionths; 0: proven best.' }) gapPpm: number;
  @Field({ description: 'Whether the checker, which does not trust the engine, passed it.' }) checked: boolean;
  @Field(() => Int, { description: 'Seats that are newly taken, compared with before.' }) come: number;
  @Field(() => Int, { description: 'Seats that somebody leaves, compared with before.' }) gone: number;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' }) durationMs: number;
}
@ObjectType('StaffingBoard', { description: 'A month’s open activities and their seats.' })
@Graded('staffing', 'G2')
export class StaffingBoardType {
  @Field({ description: 'As 2027-03.' }) month: string;
  @Field(() => [StaffedActivityType], { description: 'The earliest first.' }) activities: StaffedActivityType[];
  @Field(() => StaffingRunType, { nullable: true, description: 'The last run.' }) run: StaffingRunType | null;
  @Field(() => Int, { description: 'Volunteers who may serve on at least one of the days.' }) mayServe: number;
  @Field(() => Int, { description: 'Volunteers in all.' }) everybody: number;
}

@ObjectType('SeatPart', { description: 'A part of what a seat is worth.' })
@Graded('staffing', 'G1')
export class SeatPartType {
  @Field({ description: 'preference, skills, need or stay.' }) criterion: string;
  @Field(() => Int, { description: 'Points.' }) points: number;
}
@ObjectType('SeatReason', { description: 'A volunteer for one role: why, or why not.' })
@Graded('staffing', 'G2')
export class SeatReasonType {
  @Field(() => ID, { description: 'Opaque id of the volunteer.' }) volunteerId: string;
  @Field({ description: 'Name.' }) name: string;
  @Field({ description: 'Whether they have the seat.' }) chosen: boolean;
  @Field(() => [SeatPartType], { description: 'What the engine counts for them; empty where it did not know them.' })
  parts: SeatPartType[];
  @Field(() => Float, {
    nullable: true,
    description: 'The whole would lose at least so many points with them in this seat; null where it is not known.',
  })
  leastLoss: number | null;
  @Field(() => [SeatConflictType], { description: 'What stands against them now.' }) conflicts: SeatConflictType[];
}

@ObjectType('MySeat', { description: 'An activity for which a volunteer was asked.' })
@Graded('staffing', 'G2')
export class MySeatType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ActivityKindEnum, { description: 'What kind of day.' }) kind: ActivityKind;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Name of the venue.' }) venueName: string;
  @Field(() => String, { nullable: true, description: 'Address of the venue.' }) venueAddress: string | null;
  @Field({ description: 'What the volunteer is to do.' }) task: string;
  @Field(() => [String], { description: 'Names of the colleagues in charge.' }) inCharge: string[];
  @Field(() => SeatStateEnum, { description: 'How far it has come.' }) state: SeatState;
  @Field({ description: 'Whether the volunteer said yes.' }) accepted: boolean;
  @Field({ description: 'Whether the activity was called off.' }) calledOff: boolean;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}
@ObjectType('MyActivityWishes', { description: 'What a volunteer likes to do, and how much.' })
@Graded('staffing', 'G2')
export class MyActivityWishesType {
  @Field(() => [ActivityKindEnum], { description: 'Kinds that they like most; empty: all the same.' })
  kinds: ActivityKind[];
  @Field(() => Int, { description: 'Hours a month at most.' }) hoursPerMonth: number;
  @Field(() => [LocalDateType], { description: 'Days on which they do not come.' }) restDays: string[];
  @Field({ description: 'Never outside of their weekly free times.' }) onlyFreeTimes: boolean;
  @Field(() => Int, { description: '0 where nothing was said yet.' }) version: number;
}

@ObjectType('NothingToStaff', { implements: () => [UserError], description: 'No open activity in this month.' })
export class NothingToStaff extends UserError {}
@ObjectType('MonthBusy', { implements: () => [UserError], description: 'Somebody else changes seats of this month.' })
export class MonthBusy extends UserError {}
@ObjectType('SeatConflicts', { implements: () => [UserError], description: 'The seat cannot be given so.' })
@Graded('staffing', 'G2')
export class SeatConflictsType extends UserError {
  @Field(() => [SeatConflictType], { description: 'Everything against it.' }) conflicts: SeatConflictType[];
}
@ObjectType('SeatNotPublished', { description: 'A proposal that nobody was told of.' })
@Graded('staffing', 'G2')
export class SeatNotPublishedType {
  @Field({ description: 'The volunteer’s name.' }) name: string;
  @Field({ description: 'Theme of the activity.' }) theme: string;
  @Field(() => [SeatConflictType], { description: 'Why.' }) conflicts: SeatConflictType[];
}
@ObjectType('StaffingPublished', { description: 'Who was told of a month’s seats.' })
@Graded('staffing', 'G2')
export class StaffingPublishedType {
  @Field(() => Int, { description: 'Seats that volunteers were told of.' }) told: number;
  @Field(() => [SeatNotPublishedType], { description: 'What could not be by now.' }) refused: SeatNotPublishedType[];
}

@InputType()
export class RunStaffingInput {
  @Field({ description: 'As 2027-03.' }) month: string;
  @Field({ description: 'Made by the client: the same request sent twice gives one run.' }) requestId: string;
}
@InputType()
export class PublishStaffingInput {
  @Field({ description: 'As 2027-03.' }) month: string;
}
@InputType()
export class AddSeatInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => Int, { description: 'Which of its roles, counted from 0.' }) role: number;
  @Field(() => ID, { description: 'Which volunteer.' }) volunteerId: string;
  @Field({ description: 'Although it is against what they said: the worker asked them anew.' }) despite: boolean;
}
@InputType()
export class EndSeatInput {
  @Field(() => ID, { description: 'Which seat.' }) seatAssignmentId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}
@InputType()
export class AnswerSeatInput extends EndSeatInput {
  @Field({ description: 'Whether the volunteer comes.' }) coming: boolean;
  @Field({ description: 'Why not; at most 200 characters, may be empty.' }) reason: string;
}
@InputType()
export class ChangeActivityWishesInput {
  @Field(() => [ActivityKindEnum], { description: 'Kinds that they like most; empty: all the same.' })
  kinds: ActivityKind[];
  @Field(() => Int, { description: 'From 0 to 60.' }) hoursPerMonth: number;
  @Field(() => [LocalDateType], { description: 'At most 60.' }) restDays: string[];
  @Field({ description: 'Never outside of their weekly free times.' }) onlyFreeTimes: boolean;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}

export const RunStaffingResult = createUnionType({
  name: 'RunStaffingResult',
  types: () => [StaffingRunType, NothingToStaff, MonthBusy, InvalidInput] as const,
});
export const PublishStaffingResult = createUnionType({
  name: 'PublishStaffingResult',
  types: () => [StaffingPublishedType, InvalidInput] as const,
});
export const AddSeatResult = createUnionType({
  name: 'AddSeatResult',
  types: () => [SeatAssignmentType, SeatConflictsType, NotFound] as const,
});
export const EndSeatResult = createUnionType({
  name: 'EndSeatResult',
  types: () => [SeatAssignmentType, StaleVersion, TransitionRefused, NotFound] as const,
});
export const AnswerSeatResult = createUnionType({
  name: 'AnswerSeatResult',
  types: () => [MySeatType, StaleVersion, TransitionRefused, NotFound, InvalidInput] as const,
});
export const ChangeActivityWishesResult = createUnionType({
  name: 'ChangeActivityWishesResult',
  types: () => [MyActivityWishesType, StaleVersion, NotFound, InvalidInput] as const,
});
