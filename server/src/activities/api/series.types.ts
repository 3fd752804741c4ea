import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { SERIES_RHYTHMS, type DayMark, type SeriesRhythm } from '@tongxing/shared/rules';
import type { ActivityState } from '@tongxing/shared/states';
import { Graded } from '../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import { SERIES_LEFT, type SeriesLeftWhy } from '../series/series-steps.js';
import { ActivityPlanInput, ActivityStateEnum, ActivityStepInput, ChangeActivityInput } from './activities.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
const RhythmEnum = words(SERIES_RHYTHMS);
registerEnumType(RhythmEnum, { name: 'SeriesRhythm', description: 'How often a series comes.' });
const LeftEnum = words(SERIES_LEFT);
registerEnumType(LeftEnum, { name: 'SeriesLeftWhy', description: 'Why an occasion of a series stays as it is.' });
const MarkEnum: Readonly<Record<DayMark, DayMark>> = { OFF: 'OFF', WORK: 'WORK' };
registerEnumType(MarkEnum, {
  name: 'SeriesDayMark',
  description: 'A day off, or one on which children are at school.',
});

@ObjectType('SeriesMarkedDay', { description: 'A day of the rhythm that is marked in the table of holidays.' })
@Graded('activity', 'G1')
export class SeriesMarkedDayType {
  @Field(() => LocalDateType, { description: 'Which day.' }) day: LocalDate;
  @Field(() => MarkEnum, { description: 'Off, or worked.' }) mark: DayMark;
  @Field({ description: 'Of which holiday.' }) name: string;
  @Field({ description: 'In English; empty where the agency marked it.' }) nameEn: string;
}
@ObjectType('SeriesDays', { description: 'On which days a series would be; nothing is made.' })
@Graded('activity', 'G1')
export class SeriesDaysType {
  @Field(() => [LocalDateType], { description: 'In order.' }) days: LocalDate[];
  @Field(() => [SeriesMarkedDayType], { description: 'Left out.' }) skipped: SeriesMarkedDayType[];
  @Field(() => [SeriesMarkedDayType], { description: 'Held all the same.' }) kept: SeriesMarkedDayType[];
}
@ObjectType('SeriesOccasion', { description: 'One activity of a series.' })
@Graded('activity', 'G1')
export class SeriesOccasionType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field(() => ActivityStateEnum, { description: 'How far it has come.' }) state: ActivityState;
}
@ObjectType('ActivitySeries', { description: 'Activities that belong together.' })
@Graded('activity', 'G1')
export class ActivitySeriesType {
  @Field({ description: 'What it is called.' }) name: string;
  @Field(() => RhythmEnum, { nullable: true, description: 'How often; null where a list brought it in.' })
  every: SeriesRhythm | null;
  @Field(() => [SeriesOccasionType], { description: 'The earliest first.' }) occasions: SeriesOccasionType[];
}
@ObjectType('SeriesLeft', { description: 'An occasion that stays as it is.' })
@Graded('activity', 'G1')
export class SeriesLeftType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => LeftEnum, { description: 'Why.' }) why: SeriesLeftWhy;
}
@ObjectType('SeriesStepped', { description: 'How many occasions went on, and which did not.' })
@Graded('activity', 'G1')
export class SeriesSteppedType {
  @Field(() => Int, { description: 'How many.' }) stepped: number;
  @Field(() => [SeriesLeftType], { description: 'The earliest first.' }) left: SeriesLeftType[];
}
@ObjectType('SeriesHeldOccasion', { description: 'An occasion on which teams count.' })
@Graded('activity', 'G2')
export class SeriesHeldOccasionType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => [String], { description: 'Names of the teams.' }) names: string[];
}
@ObjectType('SeriesHeld', {
  implements: () => [UserError],
  description: 'Teams come to some of these days, and the time to tell them has run out: nothing was called off.',
})
@Graded('activity', 'G2')
export class SeriesHeld extends UserError {
  @Field(() => [SeriesHeldOccasionType], { description: 'The earliest first.' }) held: SeriesHeldOccasionType[];
}

@InputType()
export class RepeatInput {
  @Field(() => RhythmEnum, { description: 'How often.' }) every: SeriesRhythm;
  @Field(() => Int, { nullable: true, description: 'How many occasions, from 2 to 60; or until a day.' })
  times?: number | null;
  @Field(() => LocalDateType, { nullable: true, description: 'The last day on which there may be one.' })
  until?: LocalDate | null;
  @Field(() => [LocalDateType], { description: 'Holidays on which it is held all the same.' }) keep: LocalDate[];
}
@InputType()
export class PlanActivitySeriesInput extends ActivityPlanInput {
  @Field(() => RepeatInput, { description: 'From the plan’s own day on.' }) repeat: RepeatInput;
  @Field({ description: 'Made by the client: the same request sent twice gives one series.' }) requestId: string;
}
@InputType()
export class CancelSeriesInput extends ActivityStepInput {
  @Field({ description: 'Why; at most 300 characters.' }) reason: string;
}
@InputType()
export class SeriesStepInput extends ActivityStepInput {}
@InputType()
export class ChangeSeriesInput extends ChangeActivityInput {}

export const SeriesDaysResult = createUnionType({
  name: 'SeriesDaysResult',
  types: () => [SeriesDaysType, InvalidInput] as const,
});
export const StepSeriesResult = createUnionType({
  name: 'StepSeriesResult',
  types: () => [SeriesSteppedType, SeriesHeld, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
