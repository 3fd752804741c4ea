// What a pair sets out to do next, for the case team and for the companion.
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Graded, OfGrade } from '../../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
} from '../../../platform/graphql/index.js';
import type { NextStepView } from '../next-steps/next-steps.js';
import { CompanionshipStepType } from './steps.types.js';

@ObjectType('NextStep', { description: 'Something small that the two of a pair set out to do.' })
@Graded('companionship', 'G2')
export class NextStepType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'What; without the child’s name.' }) @OfGrade('G3') text: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Until when; null: whenever it fits.' })
  dueOn: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was done; null as long as it is not.' })
  doneAt: string | null;
}

@InputType()
export class AddNextStepInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
  @Field({ description: 'What; 200 characters at most, without the child’s name.' }) text: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Until when; from today on, within a year.' })
  dueOn?: string | null;
  @Field({ description: 'The client’s own id of this; a retry with it adds nothing more.' }) requestId: string;
}
@InputType()
export class TickNextStepInput {
  @Field(() => ID, { description: 'Which step.' }) nextStepId: string;
  @Field({ description: 'Done, or not yet.' }) done: boolean;
}
@InputType()
export class DropNextStepInput {
  @Field(() => ID, { description: 'Which step.' }) nextStepId: string;
}

const result = (name: string) =>
  createUnionType({
    name,
    types: () => [CompanionshipStepType, InvalidInput, TransitionRefused, StaleVersion, NotFound] as const,
  });
export const AddNextStepResult = result('AddNextStepResult');
export const TickNextStepResult = result('TickNextStepResult');
export const DropNextStepResult = result('DropNextStepResult');

export const toNextStep = ({ id, text, dueOn, doneAt }: NextStepView): NextStepType =>
  make(NextStepType, { id: toGlobalId('NextStep', id), text, dueOn: dueOn ?? null, doneAt: doneAt ?? null });
