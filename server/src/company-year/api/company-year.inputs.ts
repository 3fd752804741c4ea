import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ActivityKind, TeamTasks } from '@tongxing/shared/rules';
import type { YearRenewal } from '@tongxing/shared/states';
import { ActivityKindEnum } from '../../activities/index.js';
import { LocalDateType } from '../../platform/graphql/index.js';
import { TeamTasksEnum } from '../../teams/index.js';
import { RenewalEnum } from './company-year.types.js';

@InputType()
export class SaveCompanyYearInput {
  @Field(() => Int, { description: 'Which year.' }) year: number;
  @Field(() => LocalDateType, { description: 'The last day for wishes.' }) wishesUntil: string;
  @Field(() => Int, { description: 'As it was loaded; 0 for a new one.' }) version: number;
}
@InputType()
export class CompanyYearStepInput {
  @Field(() => ID, { description: 'Which year, by its id.' }) companyYearId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}
@InputType()
export class SaveYearEntryInput {
  @Field(() => ID, { description: 'Of which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { nullable: true, description: 'Which line; left out: a new one.' }) entryId?: string | null;
  @Field(() => Int, { nullable: true, description: 'As it was loaded; left out for a new one.' })
  version?: number | null;
  @Field(() => ActivityKindEnum, { description: 'What kind of activity.' }) kind: ActivityKind;
  @Field({ description: 'At most 80 characters.' }) theme: string;
  @Field({ description: 'At most 120 characters; may be empty.' }) themeEn: string;
  @Field({ description: 'At most 300 characters.' }) taskGoal: string;
  @Field(() => ID, { description: 'Where.' }) venueId: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field(() => Int, { description: 'From 0 to 500.' }) childCount: number;
  @Field(() => Int, { description: 'From 1 to 30.' }) childrenPerAdult: number;
  @Field(() => Int, { description: 'From 1 to 500.' }) mostGuests: number;
  @Field(() => Int, { description: 'From 1 to 50.' }) workers: number;
  @Field({ description: 'In fen, as digits.' }) costPerGuest: string;
  @Field({ description: 'Whether a company can come that does not meet children.' }) hasOtherTasks: boolean;
  @Field(() => [LocalDateType], { description: 'Days of the year, beside those of planned activities.' })
  days: string[];
  @Field(() => [ID], { description: 'Activities that are planned already, each with its own day.' })
  activityIds: string[];
  @Field(() => Int, { description: 'On how many days at most.' }) times: number;
}
@InputType()
export class RemoveYearEntryInput {
  @Field(() => ID, { description: 'Of which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { description: 'Which line.' }) entryId: string;
}
@InputType()
export class CloseYearEntryInput {
  @Field(() => ID, { description: 'Of which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { description: 'Which line.' }) entryId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
  @Field({ description: 'Why; companies read it. At most 300 characters.' }) reason: string;
}
@InputType()
export class TakeOverYearInput {
  @Field(() => ID, { description: 'Into which year, by its id.' }) companyYearId: string;
}
@InputType()
export class RunCompanyYearInput {
  @Field(() => ID, { description: 'Which year, by its id.' }) companyYearId: string;
  @Field({ description: 'Made by the client; the same again is the same run.' }) requestId: string;
}
@InputType()
export class MoveYearPlaceInput {
  @Field(() => ID, { description: 'Which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { description: 'Which company.' }) teamId: string;
  @Field(() => ID, { nullable: true, description: 'Instead of which day; left out: beside those that it has.' })
  visitId?: string | null;
  @Field(() => ID, { description: 'To which line of the catalogue.' }) entryId: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) day: string;
}
@InputType()
export class EndYearPlaceInput {
  @Field(() => ID, { description: 'Which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { description: 'Which day of a company.' }) visitId: string;
}
@InputType()
export class DecideYearPlaceInput {
  @Field(() => ID, { description: 'Which day of a company.' }) visitId: string;
  @Field({ description: 'Whether later runs leave it as it is.' }) decided: boolean;
}
@InputType()
export class RenewCompanyInput {
  @Field(() => ID, { description: 'After which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { description: 'Which company.' }) teamId: string;
  @Field(() => RenewalEnum, { description: 'Whether it goes on.' }) answer: YearRenewal;
  @Field({ description: 'At most 300 characters; needed where it does not go on.' }) reason: string;
}
@InputType()
export class SaveYearWishInput {
  @Field(() => ID, { description: 'Of which year, by its id.' }) companyYearId: string;
  @Field(() => ID, { description: 'For which company.' }) teamId: string;
  @Field(() => Int, { description: 'As it was loaded; 0 where nothing was said yet.' }) version: number;
  @Field(() => Int, { description: 'From 1 to 500.' }) people: number;
  @Field(() => String, { nullable: true, description: 'For the whole year, in fen as digits.' }) budget?: string | null;
  @Field(() => Int, { description: 'From 1 to 12.' }) mostDays: number;
  @Field(() => [Int], { description: '1 to 12; none: any.' }) months: number[];
  @Field(() => TeamTasksEnum, { description: 'What it would come for (T11).' }) tasks: TeamTasks;
  @Field(() => [ID], { description: 'At most 5 lines of the catalogue, the dearest first.' }) wishes: string[];
}
@InputType()
export class AnswerYearPlaceInput {
  @Field(() => ID, { description: 'Which day.' }) visitId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
  @Field({ description: 'Whether the company comes.' }) accept: boolean;
  @Field({ description: 'Why not, at most 300 characters; empty where it comes.' }) reason: string;
}
@InputType()
export class DesignYearPlaceInput {
  @Field(() => ID, { description: 'Which day.' }) visitId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
  @Field({ description: 'What the day is to reach; at most 300 characters.' }) taskGoal: string;
  @Field({ description: 'How people are to meet; at most 300 characters.' }) processGoal: string;
  @Field({ description: 'What children do themselves; at most 500 characters.' }) childrenPart: string;
  @Field({ description: 'Whether whoever writes says yes to these words.' }) agree: boolean;
}
@InputType()
export class PlanYearPlaceInput {
  @Field(() => ID, { description: 'Which day.' }) visitId: string;
}
