import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { SupervisionFormat, SupervisionKind, SupervisionSource } from '@tongxing/shared/rules';
import type { SupervisionState } from '@tongxing/shared/states';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import { ActionType, FormatEnum, KindEnum, SourceEnum, StateEnum } from './supervision.types.js';

@ObjectType('MySupervision', { description: 'A talk with the supervisor: the volunteer’s own copy.' })
@Graded('supervision', 'G2')
export class MySupervisionType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => KindEnum, { description: 'What it is for.' }) kind: SupervisionKind;
  @Field(() => FormatEnum, { description: 'With one, or with several.' }) format: SupervisionFormat;
  @Field(() => SourceEnum, { description: 'By the agency, or by somebody from outside.' }) source: SupervisionSource;
  @Field(() => StateEnum, { description: 'Where it stands.' }) state: SupervisionState;
  @Field(() => LocalDateType, { description: 'The day that was agreed on.' }) plannedOn: string;
  @Field(() => Int, { description: 'Minutes since midnight, in the agency’s zone.' }) startMinute: number;
  @Field(() => LocalDateType, { nullable: true, description: 'The day on which it took place.' }) heldOn: string | null;
  @Field(() => Int, { nullable: true, description: 'How long, in minutes.' }) minutes: number | null;
  @Field({ description: 'Who leads it.' }) leaderName: string;
  @Field(() => String, { nullable: true, description: 'What the volunteer would like to talk about.' })
  wish: string | null;
  @Field({ description: 'Whether the volunteer came.' }) came: boolean;
  @Field(() => String, { nullable: true, description: 'What was talked about; null for whoever was not there.' })
  topics: string | null;
  @Field(() => Int, { nullable: true, description: 'How they are, from 0 to 4.' }) wellbeing: number | null;
  @Field(() => String, { nullable: true, description: 'The note that only the two read.' }) note: string | null;
  @Field(() => String, { nullable: true, description: 'What goes well.' }) praise: string | null;
  @Field(() => [ActionType], { description: 'What the volunteer and whoever led it agreed to do.' })
  actions: ActionType[];
  @Field(() => InstantType, { nullable: true, description: 'When the volunteer signed.' }) signedAt: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When whoever led it signed.' })
  leaderSignedAt: string | null;
  @Field(() => Int, { description: 'To be passed back with the signature.' }) version: number;
}

@InputType()
export class WishForSupervisionInput {
  @Field(() => ID, { description: 'Which talk.' }) sessionId: string;
  @Field({ description: 'What the volunteer would like to talk about; 2,000 characters at most, empty: nothing.' })
  wish: string;
}
@InputType()
export class SignSupervisionInput {
  @Field(() => ID, { description: 'Which talk.' }) sessionId: string;
  @Field(() => Int, { description: 'As last read: exactly this is signed.' }) version: number;
}
@InputType()
export class FinishOwnSupervisionActionInput {
  @Field(() => ID, { description: 'Which talk.' }) sessionId: string;
  @Field(() => ID, { description: 'What is done.' }) actionId: string;
}

const result = (name: string) =>
  createUnionType({
    name,
    types: () => [MySupervisionType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
  });
export const WishForSupervisionResult = result('WishForSupervisionResult');
export const SignSupervisionResult = result('SignSupervisionResult');
export const FinishOwnSupervisionActionResult = result('FinishOwnSupervisionActionResult');
