import { createUnionType, Field, HideField, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  ACTIVITY_KINDS,
  BUDGET_PAYERS,
  PLAN_NEEDS,
  type ActivityKind,
  type BudgetPayer,
  type PlanNeed,
} from '@tongxing/shared/rules';
import { ACTIVITY_STATES, type ActivityState } from '@tongxing/shared/states';
import { Graded } from '../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
  UserError,
} from '../../platform/graphql/index.js';
import type { ActivityView } from '../activity-views.js';
import { VenueType } from './venues.types.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

export const ActivityKindEnum = words(ACTIVITY_KINDS.map(({ code }) => code));
registerEnumType(ActivityKindEnum, { name: 'ActivityKind', description: 'What kind of day it is (P07–P12).' });
export const ActivityStateEnum = words(ACTIVITY_STATES);
registerEnumType(ActivityStateEnum, { name: 'ActivityState', description: 'How far an activity has come (SM8).' });
export const NeedEnum = words(PLAN_NEEDS);
registerEnumType(NeedEnum, { name: 'PlanNeed', description: 'What a plan still needs.' });
const PayerEnum = words(BUDGET_PAYERS.map(({ code }) => code));
registerEnumType(PayerEnum, { name: 'BudgetPayer', description: 'Who pays a line of a budget.' });
const ClashEnum = words(['VENUE', 'WORKER'] as const);
registerEnumType(ClashEnum, { name: 'ClashKind', description: 'What would be in two places (H22).' });

@ObjectType('ActivityInCharge', { description: 'A colleague who can be, or is, in charge of an activity.' })
@Graded('activity', 'G2')
export class ActivityInChargeType {
  @Field(() => ID, { description: 'Opaque id of the colleague.' }) id: string;
  @Field({ description: 'Name.' }) name: string;
}
@ObjectType('ActivityRole', { description: 'What has to be done on the day, and by how many.' })
@Graded('activity', 'G1')
export class ActivityRoleType {
  @Field({ description: 'What is done.' }) task: string;
  @Field(() => Int, { description: 'By how many.' }) seats: number;
  @Field({ description: 'Code of a skill; empty where anybody will do.' }) skill: string;
}
@ObjectType('BudgetLine', { description: 'One line of a budget.' })
@Graded('activity', 'G1')
export class BudgetLineType {
  @Field({ description: 'For what.' }) what: string;
  @Field({ description: 'In fen, as digits.' }) amount: string;
  @Field(() => PayerEnum, { description: 'Who pays it.' }) payer: BudgetPayer;
}
@ObjectType('TimeClash', { description: 'Another activity that has the venue, or a colleague, at these hours.' })
@Graded('activity', 'G2')
export class TimeClashType {
  @Field(() => ClashEnum, { description: 'What would be in two places.' }) what: 'VENUE' | 'WORKER';
  @Field(() => ID, { description: 'Opaque id of the other activity.' }) otherId: string;
  @Field({ description: 'Its theme.' }) theme: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field(() => [String], { description: 'Names of the colleagues; empty for a venue.' }) names: string[];
}

@ObjectType('Activity', { description: 'A day with children, families or guests, with its plan.' })
@Graded('activity', 'G2')
export class ActivityType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => ActivityKindEnum, { description: 'What kind of day.' }) kind: ActivityKind;
  @Field(() => ActivityStateEnum, { description: 'How far it has come.' }) state: ActivityState;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field(() => VenueType, { description: 'Where.' }) venue: VenueType;
  @Field(() => String, { nullable: true, description: 'Which group of children; no child by name.' })
  childrenGroup: string | null;
  @Field(() => Int, { description: 'How many children are expected.' }) children: number;
  @Field(() => Int, { description: 'Children whom one adult looks after.' }) childrenPerAdult: number;
  @Field({ description: 'What will be done.' }) taskGoal: string;
  @Field({ description: 'What grows on the way.' }) processGoal: string;
  @Field({ description: 'What children themselves do and decide (T4).' }) childrenPart: string;
  @Field({ description: 'Risks for children, and what is done about each (P42).' }) riskChildren: string;
  @Field({ description: 'The same for staff and volunteers.' }) riskStaff: string;
  @Field(() => [ActivityInChargeType], { description: 'Who is in charge.' }) inCharge: ActivityInChargeType[];
  @Field(() => [ActivityRoleType], { description: 'What has to be done, and by how many.' }) roles: ActivityRoleType[];
  @Field(() => [BudgetLineType], { description: 'What it costs.' }) budget: BudgetLineType[];
  @Field(() => [NeedEnum], { description: 'What the plan still needs.' }) needs: PlanNeed[];
  @Field({ description: 'Name of whoever planned it last.' }) plannedBy: string;
  @Field({ description: 'Whether that is the viewer, who then cannot pass it.' }) ownPlan: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the second person who read the risks.' })
  reviewedBy: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was called off.' }) cancelReason: string | null;
  @Field(() => Int, { description: 'Changes with each change.' }) version: number;
  @HideField() view: ActivityView;
}

@ObjectType('PlanIncomplete', { implements: () => [UserError], description: 'The plan cannot be passed yet.' })
@Graded('activity', 'G1')
export class PlanIncomplete extends UserError {
  @Field(() => [NeedEnum], { description: 'Everything that is missing.' }) needs: PlanNeed[];
}
@ObjectType('TimeTaken', { implements: () => [UserError], description: 'Venue or colleague are elsewhere (H22).' })
@Graded('activity', 'G2')
export class TimeTaken extends UserError {
  @Field(() => [TimeClashType], { description: 'With what it collides.' }) clashes: TimeClashType[];
}
@ObjectType('OwnPlan', { implements: () => [UserError], description: 'A second person has to read the risks.' })
export class OwnPlan extends UserError {}

@InputType()
export class ActivityRoleInput {
  @Field({ description: 'What is done; at most 60 characters.' }) task: string;
  @Field(() => Int, { description: 'By how many, from 1 to 200.' }) seats: number;
  @Field({ description: 'Code of a skill; empty where anybody will do.' }) skill: string;
}
@InputType()
export class BudgetLineInput {
  @Field({ description: 'For what; at most 60 characters.' }) what: string;
  @Field({ description: 'In fen, as digits.' }) amount: string;
  @Field(() => PayerEnum, { description: 'Who pays it.' }) payer: BudgetPayer;
}
@InputType()
export class ActivityPlanInput {
  @Field(() => ActivityKindEnum, { description: 'What kind of day.' }) kind: ActivityKind;
  @Field({ description: 'At most 80 characters.' }) theme: string;
  @Field({ description: 'At most 120 characters; may be empty.' }) themeEn: string;
  @Field(() => ID, { description: 'Where.' }) venueId: string;
  @Field(() => LocalDateType, { description: 'From today on, within two years.' }) onDate: LocalDate;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Minutes since midnight, after the start.' }) endMinute: number;
  @Field({ description: 'At most 60 characters; may be empty.' }) childrenGroup: string;
  @Field(() => Int, { description: 'From 0 to 500.' }) children: number;
  @Field(() => Int, { description: 'From 1 to 30.' }) childrenPerAdult: number;
  @Field({ description: 'At most 300 characters.' }) taskGoal: string;
  @Field({ description: 'At most 300 characters.' }) processGoal: string;
  @Field({ description: 'At most 500 characters.' }) childrenPart: string;
  @Field({ description: 'At most 2000 characters.' }) riskChildren: string;
  @Field({ description: 'At most 2000 characters.' }) riskStaff: string;
  @Field(() => [ID], { description: 'Colleagues in charge.' }) inChargeIds: string[];
  @Field(() => [ActivityRoleInput], { description: 'At most 20.' }) roles: ActivityRoleInput[];
  @Field(() => [BudgetLineInput], { description: 'At most 20.' }) budget: BudgetLineInput[];
}
@InputType()
export class PlanActivityInput extends ActivityPlanInput {
  @Field({ description: 'Made by the client: the same request sent twice gives one draft.' }) requestId: string;
}
@InputType()
export class ActivityStepInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}
@InputType()
export class ChangeActivityInput extends ActivityPlanInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
}
@InputType()
export class CancelActivityInput extends ActivityStepInput {
  @Field({ description: 'Why; at most 300 characters.' }) reason: string;
}

const common = [InvalidInput, NotFound, StaleVersion, TransitionRefused] as const;
export const SaveActivityResult = createUnionType({
  name: 'SaveActivityResult',
  types: () => [ActivityType, ...common] as const,
});
export const MoveActivityResult = createUnionType({
  name: 'MoveActivityResult',
  types: () => [ActivityType, PlanIncomplete, TimeTaken, OwnPlan, ...common] as const,
});
