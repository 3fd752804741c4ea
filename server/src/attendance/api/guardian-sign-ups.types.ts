import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ActivityKind } from '@tongxing/shared/rules';
import { ActivityKindEnum } from '../../activities/index.js';
import { Graded } from '../../platform/access/index.js';
import { LocalDateType, NotFound, UserError } from '../../platform/graphql/index.js';
import { SIGN_UP_REFUSALS, type SignUpRefusal } from '../domain/guardian-word.js';

const RefusalEnum = Object.fromEntries(SIGN_UP_REFUSALS.map((word) => [word, word])) as Record<
  SignUpRefusal,
  SignUpRefusal
>;
registerEnumType(RefusalEnum, { name: 'SignUpRefusal', description: 'Why a child cannot be signed up by a link.' });

@ObjectType('ChildActivity', { description: 'An open activity, as a guardian sees it for the own child.' })
@Graded('activity', 'G1')
export class ChildActivityType {
  @Field(() => ID, { description: 'Opaque id of the activity.' }) activityId: string;
  @Field(() => ActivityKindEnum, { description: 'What kind of day.' }) kind: ActivityKind;
  @Field({ description: 'What it is about.' }) theme: string;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) themeEn: string | null;
  @Field({ description: 'What will be done.' }) taskGoal: string;
  @Field({ description: 'What children themselves do and decide (T4).' }) childrenPart: string;
  @Field(() => LocalDateType, { description: 'On which day.' }) onDate: string;
  @Field(() => Int, { description: 'From when, in minutes since midnight.' }) startMinute: number;
  @Field(() => Int, { description: 'Until when.' }) endMinute: number;
  @Field({ description: 'Where.' }) venueName: string;
  @Field(() => String, { nullable: true, description: 'How to find it.' }) venueAddress: string | null;
  @Field({ description: 'Whether a team from outside may come.' }) outsiders: boolean;
  @Field({ description: 'Whether the own child comes.' }) signedUp: boolean;
  @Field({ description: 'Whether it can be taken back now.' }) mayOptOut: boolean;
  @Field(() => RefusalEnum, {
    nullable: true,
    description: 'Why the child cannot be signed up now; null: it can, or is.',
  })
  refusal: SignUpRefusal | null;
}
@ObjectType('ChildActivities', { description: 'Open activities for the own child, the earliest first.' })
@Graded('activity', 'G1')
export class ChildActivitiesType {
  @Field(() => [ChildActivityType], { description: 'At most 60.' }) list: ChildActivityType[];
}
@ObjectType('SignUpRefused', { implements: () => [UserError], description: 'Nothing was changed.' })
@Graded('activity', 'G1')
export class SignUpRefused extends UserError {
  @Field(() => RefusalEnum, { description: 'Why.' }) why: SignUpRefusal;
}
@InputType()
export class SignUpChildInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
  @Field({ description: 'Whether the child was asked and wants to come.' }) childSaidYes: boolean;
  @Field({ description: 'Whether the guardian agrees that people from outside come.' }) outsidersAgreed: boolean;
}
@InputType()
export class OptOutChildInput {
  @Field(() => ID, { description: 'Which activity.' }) activityId: string;
}
export const ChildSignUpResult = createUnionType({
  name: 'ChildSignUpResult',
  types: () => [ChildActivitiesType, SignUpRefused, NotFound] as const,
});
