import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TooManyAttempts } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import { InvalidInput, LocalDateType, NotFound } from '../../platform/graphql/index.js';
import { HOURS_STATES, type HoursState } from '../attendance.entities.js';
import { CheckedInType, CheckInRefused } from './day.types.js';

const HoursEnum = Object.fromEntries(HOURS_STATES.map((word) => [word, word])) as Record<HoursState, HoursState>;
registerEnumType(HoursEnum, { name: 'HoursState', description: 'Whether the attendance of the day is closed.' });

@ObjectType('OwnActivity', { description: 'An activity that runs today and expects the viewer.' })
@Graded('activity', 'G2')
export class OwnActivityType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Where.' }) venueName: string;
  @Field(() => CheckedInType, { nullable: true, description: 'The own arrival; null before it.' })
  checkIn: CheckedInType | null;
}
@ObjectType('OwnHours', { description: 'One line of the own hours of service.' })
@Graded('activity', 'G2')
export class OwnHoursType {
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field({ description: 'At which activity; empty for service elsewhere.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => Int, { description: 'Minutes.' }) minutes: number;
  @Field(() => HoursEnum, { description: 'Whether the attendance of the day is closed.' }) state: HoursState;
}
@ObjectType('OwnDay', { description: 'Where the viewer is expected today, and their hours of service.' })
@Graded('activity', 'G2')
export class OwnDayType {
  @Field(() => [OwnActivityType], { description: 'Activities that run today.' }) today: OwnActivityType[];
  @Field(() => [OwnHoursType], { description: 'The newest day first; at most 200.' }) hours: OwnHoursType[];
}
export const CheckInResult = createUnionType({
  name: 'CheckInResult',
  types: () => [OwnDayType, CheckInRefused, InvalidInput, NotFound, TooManyAttempts] as const,
});
