import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ARRIVALS,
  ARRIVAL_REFUSALS,
  CHECK_IN_WAYS,
  DAY_NEEDS,
  TEAM_TASKS,
  type Arrival,
  type ArrivalRefusal,
  type CheckInWay,
  type DayNeed,
  type TeamTasks,
} from '@tongxing/shared/rules';
import { ACTIVITY_STATES, type ActivityState } from '@tongxing/shared/states';
import { EligibilityFindingType, TooManyAttempts } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, NotFound, StaleVersion, TransitionRefused, UserError } from '../../platform/graphql/index.js';
import { EXPECTED_FROM, type ExpectedFrom } from '../expected-people.js';

const toEnum = <W extends string>(words: readonly W[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<W, W>;
export const CHECK_IN_REFUSED = [...ARRIVAL_REFUSALS, 'NOT_RUNNING', 'WRONG_CODE', 'CLOSED'] as const;
const WayEnum = toEnum(CHECK_IN_WAYS);
const ArrivalEnum = toEnum(ARRIVALS);
const RefusalEnum = toEnum(ARRIVAL_REFUSALS);
const RefusedEnum = toEnum(CHECK_IN_REFUSED);
const NeedEnum = toEnum(DAY_NEEDS);
const FromEnum = toEnum(EXPECTED_FROM);
const TasksEnum = toEnum(TEAM_TASKS);
const DayStateEnum = toEnum(ACTIVITY_STATES);
registerEnumType(WayEnum, { name: 'CheckInWay', description: 'How somebody came in.' });
registerEnumType(ArrivalEnum, { name: 'Arrival', description: 'What came of an arrival.' });
registerEnumType(RefusalEnum, { name: 'ArrivalRefusal', description: 'Why somebody was not let in.' });
registerEnumType(RefusedEnum, { name: 'CheckInRefusal', description: 'Why a check-in was refused.' });
registerEnumType(NeedEnum, { name: 'DayNeed', description: 'What a step of the day still needs.' });
registerEnumType(FromEnum, { name: 'ExpectedFrom', description: 'By which list somebody is expected.' });
registerEnumType(TasksEnum, { name: 'DayTasks', description: 'Beside children, or without meeting any (T11).' });
registerEnumType(DayStateEnum, { name: 'DayState', description: 'How far the activity has come (SM8).' });

@ObjectType('CheckedIn', { description: 'One arrival at an activity.' })
@Graded('activity', 'G2')
export class CheckedInType {
  @Field(() => WayEnum, { description: 'How.' }) how: CheckInWay;
  @Field(() => ArrivalEnum, { description: 'What came of it.' }) arrival: Arrival;
  @Field(() => RefusalEnum, { nullable: true, description: 'Why not.' }) refusal: ArrivalRefusal | null;
  @Field(() => Int, { description: 'Since when, in minutes since midnight.' }) inMinute: number;
  @Field(() => Int, { nullable: true, description: 'Until when; null while they are inside.' }) outMinute:
    number | null;
}
@ObjectType('DayGuest', { description: 'Somebody on the list of an activity’s day.' })
@Graded('activity', 'G2')
export class DayGuestType {
  @Field(() => ID, { description: 'Opaque id of the person.' }) personId: string;
  @Field({ description: 'Name.' }) name: string;
  @Field(() => FromEnum, { nullable: true, description: 'By which list; null for a walk-in.' })
  from: ExpectedFrom | null;
  @Field(() => TasksEnum, { nullable: true, description: 'For what they are expected.' }) tasks: TeamTasks | null;
  @Field({ description: 'Whether they may be beside children on that day (H6–H8).' }) ready: boolean;
  @Field({ description: 'Whether their work is stopped: then there are no other tasks either.' }) stopped: boolean;
  @Field(() => CheckedInType, { nullable: true, description: 'Their arrival; null before it.' })
  checkIn: CheckedInType | null;
}
@ObjectType('LookedBack', { description: 'Evaluation and reflection of an activity (P21).' })
@Graded('activity', 'G2')
export class LookedBackType {
  @Field(() => Int, { description: 'How far the task goal was reached, 1 to 5; 0 before.' }) taskReached: number;
  @Field(() => Int, { description: 'The same of the process goal.' }) processReached: number;
  @Field({ description: 'What came of it.' }) evaluation: string;
  @Field({ description: 'What was learned, and what will be done otherwise.' }) reflection: string;
}
@ObjectType('ActivityDay', { description: 'The day of an activity: who is there, and what the next step needs.' })
@Graded('activity', 'G2')
export class ActivityDayType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field(() => DayStateEnum, { description: 'How far it has come.' }) state: ActivityState;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field({ description: 'On which day, as 2026-12-19.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Where.' }) venueName: string;
  @Field({ description: 'Whether the viewer is in charge, and may close the attendance (P07).' }) inCharge: boolean;
  @Field(() => [DayGuestType], { description: 'Everybody expected, and whoever came besides.' }) guests: DayGuestType[];
  @Field(() => [NeedEnum], { description: 'What the next step still needs.' }) needs: DayNeed[];
  @Field(() => String, { nullable: true, description: 'Who closed the attendance.' }) recordedBy: string | null;
  @Field(() => LookedBackType, { nullable: true, description: 'Null before the attendance is closed.' })
  lookedBack: LookedBackType | null;
  @Field(() => Int, { description: 'Version of the activity.' }) version: number;
}
@ObjectType('DoorCode', { description: 'The code at the door, for a minute.' })
@Graded('activity', 'G2')
export class DoorCodeType {
  @Field(() => String, { nullable: true, description: 'Six digits; null while the activity does not run.' })
  code: string | null;
  @Field(() => Float, { description: 'Seconds until the next one; 0 without one.' }) secondsLeft: number;
  @Field(() => String, { nullable: true, description: 'A picture of the address with the code, as SVG.' })
  picture: string | null;
}
@ObjectType('DayIncomplete', { implements: () => [UserError], description: 'The step needs more.' })
@Graded('activity', 'G1')
export class DayIncomplete extends UserError {
  @Field(() => [NeedEnum], { description: 'Everything that is missing.' }) needs: DayNeed[];
}
@ObjectType('CheckInRefused', { implements: () => [UserError], description: 'Somebody was not let in, and why (P14).' })
@Graded('activity', 'G2')
export class CheckInRefused extends UserError {
  @Field(() => RefusedEnum, { description: 'Why.' }) why: (typeof CHECK_IN_REFUSED)[number];
  @Field(() => [EligibilityFindingType], { description: 'Every requirement, where they are not ready; else empty.' })
  findings: EligibilityFindingType[];
}

@InputType()
export class DayStepInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}
@InputType()
export class CloseAttendanceInput extends DayStepInput {
  @Field(() => Int, { nullable: true, description: 'When everybody left who is still inside; minutes since midnight.' })
  allLeftAt?: number | null;
}
@InputType()
export class LookBackInput extends DayStepInput {
  @Field(() => Int, { description: '1 to 5.' }) taskReached: number;
  @Field(() => Int, { description: '1 to 5.' }) processReached: number;
  @Field({ description: 'At most 4000 characters.' }) evaluation: string;
  @Field({ description: 'At most 4000 characters.' }) reflection: string;
}
@InputType()
export class CheckInGuestInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => ID, { description: 'Who; sent twice, it counts once.' }) personId: string;
  @Field(() => Int, { nullable: true, description: 'When, in minutes since midnight; left out: now.' })
  minute?: number | null;
  @Field({ description: 'Something to do without meeting children.' }) otherTasks: boolean;
}
@InputType()
export class CheckOutGuestInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => ID, { description: 'Who.' }) personId: string;
  @Field(() => Int, { nullable: true, description: 'When; left out: now.' }) minute?: number | null;
}
@InputType()
export class CheckInByCodeInput {
  @Field({ description: 'Six digits, as they are shown at the door.' }) code: string;
}
@InputType()
export class CheckOutInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
}

export const DayResult = createUnionType({
  name: 'DayResult',
  types: () => [ActivityDayType, DayIncomplete, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
export const CheckInGuestResult = createUnionType({
  name: 'CheckInGuestResult',
  types: () => [ActivityDayType, CheckInRefused, InvalidInput, NotFound, TooManyAttempts] as const,
});
