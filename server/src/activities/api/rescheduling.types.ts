import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { PlanNeed } from '@tongxing/shared/rules';
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
import { MOVE_CONFLICTS, type MoveConflictCode } from '../domain/rescheduling.js';
import { ActivityType, NeedEnum } from './activities.types.js';

const CodeEnum = Object.fromEntries(MOVE_CONFLICTS.map((code) => [code, code])) as Record<
  MoveConflictCode,
  MoveConflictCode
>;
registerEnumType(CodeEnum, { name: 'MoveConflictCode', description: 'What stands against another time.' });

@ObjectType('MoveConflict', { description: 'What stands against another time for an activity.' })
@Graded('activity', 'G2')
export class MoveConflictType {
  @Field(() => CodeEnum, { description: 'What it is.' }) code: MoveConflictCode;
  @Field({ description: 'Whether it refuses the move; otherwise it takes a reason.' }) hard: boolean;
  @Field(() => [String], { description: 'Colleagues, volunteers, teams or a day off; never a child.' })
  names: string[];
  @Field(() => Int, { nullable: true, description: 'How many children, guests or places; null where names say it.' })
  count: number | null;
  @Field(() => ID, { nullable: true, description: 'The other activity at these hours.' }) otherId: string | null;
  @Field(() => String, { nullable: true, description: 'Its theme.' }) theme: string | null;
  @Field(() => Int, { nullable: true, description: 'From when it is.' }) startMinute: number | null;
  @Field(() => Int, { nullable: true, description: 'Until when.' }) endMinute: number | null;
  @Field(() => [NeedEnum], { description: 'What the plan would lack.' }) needs: PlanNeed[];
}

@ObjectType('ActivityMovePreview', { description: 'What would stand against a move, what refuses it first.' })
@Graded('activity', 'G2')
export class ActivityMovePreviewType {
  @Field(() => [MoveConflictType], { description: 'Everything; empty where nothing does.' })
  conflicts: MoveConflictType[];
}

@ObjectType('ActivityPastMove', { description: 'That an activity was moved.' })
@Graded('activity', 'G2')
export class ActivityPastMoveType {
  @Field(() => LocalDateType, { description: 'The day it was on.' }) fromDate: string;
  @Field(() => Int, { description: 'From which minute of that day.' }) startMinute: number;
  @Field(() => Int, { description: 'Until which.' }) endMinute: number;
  @Field({ description: 'Where it was.' }) venueName: string;
  @Field({ description: 'Why; empty where nothing was said.' }) reason: string;
  @Field({ description: 'Name of whoever moved it.' }) movedBy: string;
  @Field(() => InstantType, { description: 'When they did.' }) movedAt: string;
}

@ObjectType('MoveRefused', {
  implements: () => [UserError],
  description: 'Something has to change first (H6–H8, H22).',
})
@Graded('activity', 'G2')
export class MoveRefused extends UserError {
  @Field(() => [MoveConflictType], { description: 'What refuses it.' }) conflicts: MoveConflictType[];
}

@InputType()
export class ActivityMoveInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field(() => LocalDateType, { description: 'From today on, within two years.' }) onDate: LocalDate;
  @Field(() => Int, { description: 'Minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Minutes since midnight, after the start.' }) endMinute: number;
  @Field(() => ID, { description: 'Where.' }) venueId: string;
}
@InputType()
export class MoveActivityInput extends ActivityMoveInput {
  @Field(() => Int, { description: 'As it was loaded.' }) version: number;
  @Field({ description: 'Why; at most 300 characters, empty only where nothing stands against it.' }) reason: string;
}

export const ActivityMovePreviewResult = createUnionType({
  name: 'ActivityMovePreviewResult',
  types: () => [ActivityMovePreviewType, InvalidInput, TransitionRefused] as const,
});
export const RescheduleActivityResult = createUnionType({
  name: 'RescheduleActivityResult',
  types: () => [ActivityType, MoveRefused, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
