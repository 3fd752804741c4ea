import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ActivityKind, TeamTasks } from '@tongxing/shared/rules';
import {
  COMPANY_YEAR_STAGES,
  YEAR_PLACE_STATES,
  YEAR_RENEWALS,
  type CompanyYearStage,
  type YearPlaceState,
  type YearRenewal,
} from '@tongxing/shared/states';
import { ActivityKindEnum } from '../../activities/index.js';
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
import { TeamNameType, TeamTasksEnum } from '../../teams/index.js';
import { WISH_REASONS, type WishReason } from '../domain/wish-reasons.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const StageEnum = words(COMPANY_YEAR_STAGES);
registerEnumType(StageEnum, { name: 'CompanyYearStage', description: 'How far a company year has come (SM5).' });
const PlaceStateEnum = words(YEAR_PLACE_STATES);
registerEnumType(PlaceStateEnum, { name: 'YearPlaceState', description: 'How far a company’s day has come.' });
export const RenewalEnum = words(YEAR_RENEWALS);
registerEnumType(RenewalEnum, { name: 'YearRenewal', description: 'Whether a company goes on next year.' });
const ReasonEnum = words(WISH_REASONS);
registerEnumType(ReasonEnum, { name: 'YearWishReason', description: 'Why a wish did not come true.' });

@ObjectType('YearEntryDay', { description: 'A day on which an activity of the catalogue could be.' })
@Graded('companyYear', 'G1')
export class YearEntryDayType {
  @Field(() => LocalDateType, { description: 'Which day.' }) day: string;
  @Field({ description: 'Whether the activity of that day is planned already.' }) planned: boolean;
  @Field(() => ID, { nullable: true, description: 'That activity; at the desk only.' }) activityId: string | null;
  @Field(() => String, { nullable: true, description: 'Of which holiday, where the day is off.' })
  holiday: string | null;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) holidayEn: string | null;
}
@ObjectType('CompanyYearEntry', { description: 'An activity that companies can wish for.' })
@Graded('companyYear', 'G1')
export class CompanyYearEntryType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ActivityKindEnum, { description: 'What kind of activity.' }) kind: ActivityKind;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field({ description: 'What it is to reach.' }) taskGoal: string;
  @Field(() => ID, { description: 'Opaque id of the venue.' }) venueId: string;
  @Field({ description: 'Name of the venue.' }) venue: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field(() => Int, { description: 'Children who come.' }) childCount: number;
  @Field(() => Int, { description: 'Children for one adult at most.' }) childrenPerAdult: number;
  @Field(() => Int, { description: 'Guests of all companies together on one day.' }) mostGuests: number;
  @Field(() => Int, { description: 'Colleagues who have to be there.' }) workers: number;
  @Field({ description: 'For each guest, in fen as digits.' }) costPerGuest: string;
  @Field({ description: 'Whether a company can come that does not meet children.' }) hasOtherTasks: boolean;
  @Field(() => [YearEntryDayType], { description: 'On which days it could be.' }) days: YearEntryDayType[];
  @Field(() => Int, { description: 'On how many of them it is held at most.' }) times: number;
  @Field(() => InstantType, { nullable: true, description: 'When it was taken back after companies had seen it.' })
  closedAt: string | null;
  @Field(() => String, { nullable: true, description: 'Why.' }) closedWhy: string | null;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}
@ObjectType('CompanyYearWish', { description: 'What a company would like of a year.' })
@Graded('companyYear', 'G2')
export class CompanyYearWishType {
  @Field(() => Int, { description: 'People who would come.' }) people: number;
  @Field(() => String, { nullable: true, description: 'For the whole year, in fen as digits; null: not said.' })
  budget: string | null;
  @Field(() => Int, { description: 'Days of the year at most.' }) mostDays: number;
  @Field(() => [Int], { description: 'Months that suit, 1 to 12; none: any.' }) months: number[];
  @Field(() => TeamTasksEnum, { description: 'What it would come for (T11).' }) tasks: TeamTasks;
  @Field(() => [ID], { description: 'Activities of the catalogue, the dearest first.' }) wishes: string[];
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
  @Field(() => InstantType, { description: 'When it was last changed.' }) changedAt: string;
}
@ObjectType('YearWishOutcome', { description: 'What became of one wish.' })
@Graded('companyYear', 'G2')
export class YearWishOutcomeType {
  @Field({ description: 'The activity’s theme.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field({ description: 'Whether the company has a day there.' }) given: boolean;
  @Field(() => [ReasonEnum], { description: 'Otherwise what stood against it.' }) reasons: WishReason[];
}
@ObjectType('CompanyYearVisit', { description: 'A company at an activity of the catalogue on a day.' })
@Graded('companyYear', 'G2')
export class CompanyYearPlaceType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ID, { description: 'Opaque id of the line of the catalogue.' }) entryId: string;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'On which day.' }) day: string;
  @Field(() => Int, { description: 'With how many people.' }) people: number;
  @Field(() => PlaceStateEnum, { description: 'How far it has come.' }) state: YearPlaceState;
  @Field({ description: 'Whether a worker decided it; later runs leave it as it is.' }) decided: boolean;
  @Field(() => Int, { description: 'Which of the company’s wishes, from 1; 0: none.' }) wishRank: number;
  @Field(() => String, { nullable: true, description: 'Why the company cannot come.' }) reason: string | null;
  @Field(() => ID, { nullable: true, description: 'The booking that it became.' }) bookingId: string | null;
  @Field(() => ID, { nullable: true, description: 'The plan of the activity that came of the design.' })
  activityId: string | null;
  @Field({ description: 'Whether the day is to be designed together.' }) toDesign: boolean;
  @Field(() => String, { nullable: true, description: 'What the day is to reach.' }) taskGoal: string | null;
  @Field(() => String, { nullable: true, description: 'How people are to meet.' }) processGoal: string | null;
  @Field(() => String, { nullable: true, description: 'What children do themselves.' }) childrenPart: string | null;
  @Field({ description: 'Whether the company said yes to these words.' }) teamYes: boolean;
  @Field({ description: 'Whether the agency said yes to them.' }) deskYes: boolean;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
}
@ObjectType('DayOff', { description: 'A day off, or one that is worked instead, as the agency counts it.' })
@Graded('companyYear', 'G1')
export class DayOffType {
  @Field(() => LocalDateType, { description: 'Which day.' }) day: string;
  @Field({ description: 'Whether it is worked, though it would be off.' }) worked: boolean;
  @Field({ description: 'Of which holiday.' }) name: string;
  @Field({ description: 'In English; empty where the agency marked it.' }) nameEn: string;
}
@ObjectType('TeamYear', { description: 'A company’s year.' })
@Graded('companyYear', 'G2')
export class TeamYearType {
  @Field(() => TeamNameType, { description: 'Which company.' }) team: TeamNameType;
  @Field(() => CompanyYearWishType, { nullable: true, description: 'What it would like; null: it said nothing.' })
  wish: CompanyYearWishType | null;
  @Field(() => [YearWishOutcomeType], { description: 'What became of each wish, by rank; at the desk only.' })
  outcomes: YearWishOutcomeType[];
  @Field(() => [CompanyYearPlaceType], { description: 'Its days, the earliest first.' }) places: CompanyYearPlaceType[];
  @Field(() => Int, { description: 'Years before, one after another, in which it asked and had no day; desk only.' })
  yearsWithout: number;
  @Field({ description: 'Whether it was told that there is no day for it.' }) noDay: boolean;
  @Field(() => RenewalEnum, { nullable: true, description: 'Whether it goes on after this year; null: not said.' })
  renewal: YearRenewal | null;
  @Field(() => String, { nullable: true, description: 'Why, where it was said.' }) renewalReason: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When that was said.' }) renewalAt: string | null;
}
@ObjectType('CompanyYearRun', { description: 'One run of the engine for a year, with its proof.' })
@Graded('companyYear', 'G2')
export class CompanyYearRunType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => InstantType, { description: 'When.' }) startedAt: string;
  @Field(() => Int, { description: 'Companies that wished for something.' }) companies: number;
  @Field(() => Int, { description: 'Companies with a day.' }) served: number;
  @Field(() => Int, { description: 'Days in all.' }) days: number;
  @Field(() => Int, { description: 'How far it may be from the best, in millionths.' }) gapPpm: number;
  @Field(() => Int, { description: 'Days that are new since before.' }) come: number;
  @Field(() => Int, { description: 'Days that are no longer.' }) gone: number;
}
@ObjectType('CompanyYear', { description: 'What companies are offered for a year, and what became of it (SM5, P18).' })
@Graded('companyYear', 'G1')
export class CompanyYearType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => Int, { description: 'Which year.' }) year: number;
  @Field(() => StageEnum, { description: 'How far it has come.' }) stage: CompanyYearStage;
  @Field(() => LocalDateType, { description: 'The last day for wishes.' }) wishesUntil: string;
  @Field(() => [CompanyYearEntryType], { description: 'The catalogue.' }) entries: CompanyYearEntryType[];
  @Field(() => [TeamYearType], { description: 'At the desk every company; for a coordinator the own.' })
  teams: TeamYearType[];
  @Field(() => CompanyYearRunType, { nullable: true, description: 'The last run; at the desk only.' })
  run: CompanyYearRunType | null;
  @Field(() => Int, { description: 'Changes with each change of the year or its plan.' }) version: number;
}
@ObjectType('YearChoice', { description: 'A day on which a company could come instead.' })
@Graded('companyYear', 'G2')
export class YearChoiceType {
  @Field(() => ID, { description: 'Opaque id of the line of the catalogue.' }) entryId: string;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'On which day.' }) day: string;
  @Field(() => Int, { nullable: true, description: 'Points that the whole loses at least; null: not wished for.' })
  leastLoss: number | null;
}
@ObjectType('YearNotTold', { description: 'A proposal that nobody is told of, since others have booked its places.' })
@Graded('companyYear', 'G2')
export class YearNotToldType {
  @Field({ description: 'Which company.' }) team: string;
  @Field({ description: 'What the day is about.' }) theme: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) day: string;
  @Field(() => Int, { description: 'People of the company.' }) people: number;
  @Field(() => Int, { description: 'Places that are left.' }) free: number;
}
@ObjectType('CompanyYearTold', { description: 'What was told to companies.' })
@Graded('companyYear', 'G2')
export class CompanyYearToldType {
  @Field(() => Int, { description: 'Days of which companies were told.' }) told: number;
  @Field(() => [YearNotToldType], { description: 'Those that stay proposals.' }) refused: YearNotToldType[];
}

@ObjectType('WishesClosed', {
  implements: () => [UserError],
  description: 'The closing date of the wishes is over.',
})
@Graded('companyYear', 'G1')
export class WishesClosed extends UserError {
  @Field(() => LocalDateType, { description: 'The last day for wishes.' }) wishesUntil: string;
}
@ObjectType('YearNotReady', {
  implements: () => [UserError],
  description: 'Companies may still change their wishes, none wished for anything, or others change the plan now.',
})
export class YearNotReady extends UserError {}
@ObjectType('YearDayImpossible', { implements: () => [UserError], description: 'That day cannot be.' })
@Graded('companyYear', 'G2')
export class YearDayImpossible extends UserError {
  @Field(() => [ReasonEnum], { description: 'What stands against it; none: days that are decided.' })
  reasons: WishReason[];
}
@ObjectType('YearDayTaken', {
  implements: () => [UserError],
  description: 'The places of the day are others’ by now, or it takes no bookings any more.',
})
@Graded('companyYear', 'G2')
export class YearDayTaken extends UserError {
  @Field(() => Int, { nullable: true, description: 'Places that are left; null where that is not why.' })
  free: number | null;
}

const COMMON = [InvalidInput, NotFound, StaleVersion, TransitionRefused] as const;
export const CompanyYearResult = createUnionType({
  name: 'CompanyYearResult',
  types: () => [CompanyYearType, ...COMMON] as const,
});
export const CompanyYearPlanResult = createUnionType({
  name: 'CompanyYearPlanResult',
  types: () => [CompanyYearRunType, ...COMMON, YearNotReady, YearDayImpossible] as const,
});
export const CompanyYearTellResult = createUnionType({
  name: 'CompanyYearTellResult',
  types: () => [CompanyYearToldType, ...COMMON] as const,
});
export const YearWishResult = createUnionType({
  name: 'YearWishResult',
  types: () => [CompanyYearType, ...COMMON, WishesClosed] as const,
});
export const YearPlaceResult = createUnionType({
  name: 'YearPlaceResult',
  types: () => [CompanyYearPlaceType, ...COMMON, YearDayTaken] as const,
});
