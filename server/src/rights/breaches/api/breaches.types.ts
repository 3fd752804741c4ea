import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  AFFECTED_GROUPS,
  BREACH_CATEGORIES,
  BREACH_KINDS,
  BREACH_STEPS,
  TOLD_HOW,
  type AffectedGroup,
  type BreachCategory,
  type BreachKind,
  type BreachStep,
  type ToldHow,
} from '@tongxing/shared/rules';
import { Graded } from '../../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  make,
  NotFound,
  StaleVersion,
  toGlobalId,
  TransitionRefused,
} from '../../../platform/graphql/index.js';
import type { BreachView } from '../breaches.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;

const KindEnum = words(BREACH_KINDS);
registerEnumType(KindEnum, { name: 'BreachKind', description: 'What happened to the data.' });
const CategoryEnum = words(BREACH_CATEGORIES);
registerEnumType(CategoryEnum, { name: 'BreachCategory', description: 'Which data.' });
const GroupEnum = words(AFFECTED_GROUPS);
registerEnumType(GroupEnum, { name: 'AffectedGroup', description: 'Whose data.' });
const StepEnum = words(BREACH_STEPS);
registerEnumType(StepEnum, { name: 'BreachStep', description: 'What is to be done, in this order.' });
const ToldEnum = words(TOLD_HOW);
registerEnumType(ToldEnum, { name: 'ToldHow', description: 'How those concerned were told.' });

@ObjectType('AffectedCount', { description: 'About how many people of a kind are concerned.' })
@Graded('breach', 'G1')
export class AffectedCountType {
  @Field(() => GroupEnum, { description: 'Who.' }) group: AffectedGroup;
  @Field(() => Int, { description: 'About how many.' }) count: number;
}

@ObjectType('BreachStepState', { description: 'One step with its clock.' })
@Graded('breach', 'G1')
export class BreachStepStateType {
  @Field(() => StepEnum, { description: 'Which step.' }) step: BreachStep;
  @Field(() => InstantType, { description: 'Until when.' }) deadline: string;
  @Field(() => InstantType, { nullable: true, description: 'When it was done.' }) doneAt: string | null;
}

@ObjectType('Breach', { description: 'Personal data leaked, changed or lost, or an exercise of that.' })
@Graded('breach', 'G2')
export class BreachType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'As it is called in letters: 2026-01.' }) number: string;
  @Field({ description: 'An exercise: nobody outside is told.' }) drill: boolean;
  @Field(() => [KindEnum], { description: 'What happened to the data.' }) kinds: BreachKind[];
  @Field(() => InstantType, { nullable: true, description: 'When, if that is known.' }) happenedAt: string | null;
  @Field(() => InstantType, { description: 'When it was noticed: the clocks run from here.' }) noticedAt: string;
  @Field(() => [CategoryEnum], { description: 'Which data.' }) categories: BreachCategory[];
  @Field(() => [AffectedCountType], { description: 'Whose data.' }) affected: AffectedCountType[];
  @Field({ description: 'What happened.' }) happened: string;
  @Field({ description: 'What it may lead to.' }) harm: string;
  @Field({ description: 'What was done.' }) done: string;
  @Field(() => [BreachStepStateType], { description: 'The steps, in their order.' }) steps: BreachStepStateType[];
  @Field(() => String, { nullable: true, description: "The authority's reference." })
  authorityReference: string | null;
  @Field(() => ToldEnum, { nullable: true, description: 'How those concerned were told.' })
  affectedToldHow: ToldHow | null;
  @Field(() => Int, { description: 'For the next step.' }) version: number;
}

@InputType()
export class AffectedCountInput {
  @Field(() => GroupEnum, { description: 'Who.' }) group: AffectedGroup;
  @Field(() => Int, { description: 'About how many; an estimate will do.' }) count: number;
}
@InputType()
export class OpenBreachInput {
  @Field({ description: 'An exercise.' }) drill: boolean;
  @Field(() => [KindEnum], { description: 'What happened to the data; at least one.' }) kinds: BreachKind[];
  @Field(() => InstantType, { nullable: true, description: 'When, if that is known.' }) happenedAt?: string | null;
  @Field(() => InstantType, { description: 'When it was noticed; not in the future.' }) noticedAt: string;
  @Field(() => [CategoryEnum], { description: 'Which data; at least one.' }) categories: BreachCategory[];
  @Field(() => [AffectedCountInput], { description: 'Whose data.' }) affected: AffectedCountInput[];
  @Field({ description: 'What happened; 4,000 characters.' }) happened: string;
  @Field({ description: 'What it may lead to; may be empty.' }) harm: string;
  @Field({ description: 'What was done already; may be empty.' }) done: string;
  @Field({ description: 'The client’s own id of this; a retry with it finds the same record.' }) requestId: string;
}
@InputType()
export class TakeBreachStepInput {
  @Field(() => ID, { description: 'Which breach.' }) breachId: string;
  @Field(() => Int, { description: 'As it was read.' }) version: number;
  @Field(() => StepEnum, { description: 'The step that is done, now.' }) step: BreachStep;
  @Field(() => String, { nullable: true, description: "The authority's reference, where it was told." })
  reference?: string | null;
  @Field(() => ToldEnum, { nullable: true, description: 'How those concerned were told.' }) toldHow?: ToldHow | null;
}

export const OpenBreachResult = createUnionType({
  name: 'OpenBreachResult',
  types: () => [BreachType, InvalidInput] as const,
});
export const TakeBreachStepResult = createUnionType({
  name: 'TakeBreachStepResult',
  types: () => [BreachType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});

export function toBreach(view: BreachView): BreachType {
  const doneAt: Readonly<Record<BreachStep, string | null>> = {
    CONTAIN: view.containedAt,
    TELL_AUTHORITY: view.authorityToldAt,
    TELL_AFFECTED: view.affectedToldAt,
    CLOSE: view.closedAt,
  };
  const { number, drill, kinds, happenedAt, noticedAt, categories, affected, facts, version } = view;
  return make(BreachType, {
    ...{ id: toGlobalId('Breach', view.id), number, drill, kinds, happenedAt, noticedAt, categories, version },
    ...facts,
    affected: affected.map(({ group, count }) => make(AffectedCountType, { group, count })),
    steps: BREACH_STEPS.map((step) =>
      make(BreachStepStateType, { step, deadline: view.deadlines[step], doneAt: doneAt[step] }),
    ),
    authorityReference: view.authorityReference,
    affectedToldHow: view.affectedToldHow,
  });
}
