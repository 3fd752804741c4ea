import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type {
  AgreementCapacity,
  AgreementEnd,
  AgreementKind,
  AgreementMethod,
  AgreementWay,
} from '@tongxing/shared/rules';
import type { AgreementState } from '@tongxing/shared/states';
import { LocaleEnum } from '../../people/index.js';
import { Graded, OfGrade } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import {
  AgreementCapacityEnum,
  AgreementEndEnum,
  AgreementKindEnum,
  AgreementMethodEnum,
  AgreementStateEnum,
  AgreementWayEnum,
} from './agreement-words.js';

@ObjectType('AgreementHand', { description: 'One signature, as the desk reads it.' })
@Graded('agreement', 'G5')
export class AgreementHandType {
  @Field(() => AgreementCapacityEnum, { description: 'As what.' }) capacity: AgreementCapacity;
  @Field(() => AgreementMethodEnum, { description: 'How.' }) method: AgreementMethod;
  @Field(() => AgreementWayEnum, { description: 'Where.' }) way: AgreementWay;
  @Field({ description: 'Who signed.' }) name: string;
  @Field(() => String, { nullable: true, description: 'Of a guardian: how they are related.' })
  relation: string | null;
  @Field(() => String, { nullable: true, description: 'Who saw it.' }) witnessName: string | null;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature: string | null;
  @Field(() => InstantType, { description: 'When.' }) signedAt: string;
}

@ObjectType('Agreement', { description: 'An agreement with a volunteer or a family, as the desk reads it.' })
@Graded('agreement', 'G5')
export class AgreementType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => AgreementKindEnum, { description: 'With whom.' }) kind: AgreementKind;
  @Field(() => AgreementStateEnum, { description: 'Where it stands.' }) state: AgreementState;
  @Field({ description: 'The number on the paper.' }) number: string;
  @Field({ description: 'The volunteer’s or the child’s name.' }) name: string;
  @Field(() => ID, { nullable: true, description: 'The volunteer.' }) volunteerId: string | null;
  @Field(() => ID, { nullable: true, description: 'The child.' }) childId: string | null;
  @Field(() => Int, { description: 'Which version of the text.' }) templateNumber: number;
  @Field(() => LocaleEnum, { description: 'Of the words below: once somebody has signed, that which they read.' })
  language: 'zh-CN' | 'en';
  @Field({ description: 'Title.' }) title: string;
  @Field({ description: 'The whole text; each line a paragraph.' }) text: string;
  @Field({ description: 'In plain words.' }) plain: string;
  @Field({ description: 'Fingerprint of the text; goes back with a signature.' }) textHash: string;
  @Field({ description: 'A guardian signs beside the volunteer.' }) guardianNeeded: boolean;
  @Field(() => [AgreementCapacityEnum], { description: 'Who has still to sign, in this order.' })
  waitsFor: AgreementCapacity[];
  @Field(() => [AgreementHandType], { description: 'Who has signed.' }) hands: AgreementHandType[];
  @Field(() => InstantType, { description: 'When it was offered.' }) offeredAt: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Until when it is to be signed.' }) signBy: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'First day.' }) startsOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day.' }) validUntil: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'First day on which it holds no longer.' })
  endedOn: string | null;
  @Field(() => AgreementEndEnum, { nullable: true, description: 'Why it ended.' }) endReason: AgreementEnd | null;
  @Field(() => String, { nullable: true, description: 'What was written down about it.' }) endNote: string | null;
  @Field({ description: 'With the viewer themselves: somebody else signs for the agency.' }) mine: boolean;
  @Field(() => Int, { description: 'To be passed back.' }) version: number;
}

@ObjectType('MyAgreementHand', { description: 'One signature below an own agreement.' })
@Graded('agreement', 'G2')
export class MyAgreementHandType {
  @Field(() => AgreementCapacityEnum, { description: 'As what.' }) capacity: AgreementCapacity;
  @Field(() => AgreementMethodEnum, { description: 'How.' }) method: AgreementMethod;
  @Field({ description: 'Who signed.' }) name: string;
  @Field(() => InstantType, { description: 'When.' }) signedAt: string;
}

@ObjectType('MyAgreement', { description: 'An own agreement as a volunteer.' })
@Graded('agreement', 'G2')
export class MyAgreementType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @OfGrade('G1')
  @Field(() => AgreementStateEnum, { description: 'Where it stands.' })
  state: AgreementState;
  @Field({ description: 'The number on the paper.' }) number: string;
  @Field({ description: 'The code beside it: with both, anybody may ask whether it holds.' }) code: string;
  @Field(() => LocaleEnum, { description: 'Of the words below.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Title.' }) title: string;
  @Field({ description: 'The whole text; each line a paragraph.' }) text: string;
  @Field({ description: 'In plain words.' }) plain: string;
  @Field({ description: 'Fingerprint of the text; goes back with the signature.' }) textHash: string;
  @Field(() => [AgreementCapacityEnum], { description: 'Who has still to sign, in this order.' })
  waitsFor: AgreementCapacity[];
  @Field(() => [MyAgreementHandType], { description: 'Who has signed.' }) hands: MyAgreementHandType[];
  @Field(() => LocalDateType, { nullable: true, description: 'Until when it is to be signed.' }) signBy: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'First day.' }) startsOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day.' }) validUntil: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'First day on which it holds no longer.' })
  endedOn: string | null;
}

@InputType()
export class AgreementValueInput {
  @Field({ description: 'Which blank.' }) key: string;
  @Field({ description: 'What stands in it; 200 characters.' }) value: string;
}
@InputType()
export class OfferAgreementInput {
  @Field({ description: 'The client’s own id of this offer; a retry with it offers nothing twice.' }) requestId: string;
  @Field(() => ID, { nullable: true, description: 'With this volunteer.' }) volunteerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Or with the family of this child.' }) childId?: string | null;
  @Field(() => [AgreementValueInput], { description: 'Every blank of the newest text.' })
  values: AgreementValueInput[];
}
@InputType()
export class CountersignAgreementInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field({ description: 'Fingerprint of the text that was read.' }) textHash: string;
  @Field(() => AgreementMethodEnum, { description: 'Drawn or typed.' }) method: AgreementMethod;
  @Field({ description: 'Own name; 60 characters.' }) name: string;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature?: string | null;
}
@InputType()
export class EndAgreementInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field(() => AgreementEndEnum, { description: 'Why.' }) reason: AgreementEnd;
  @Field(() => String, { nullable: true, description: 'In own words; 500 characters. Required with OTHER.' })
  note?: string | null;
}
@InputType()
export class SignAgreementInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
  @Field(() => LocaleEnum, { description: 'In which language it was read.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Fingerprint of the text that was read.' }) textHash: string;
  @Field(() => AgreementMethodEnum, { description: 'Drawn or typed.' }) method: AgreementMethod;
  @Field({ description: 'Own name; 60 characters.' }) name: string;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature?: string | null;
}
@InputType()
export class LeaveAgreementInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
}

const atDesk = (name: string) =>
  createUnionType({
    name,
    types: () => [AgreementType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
  });
export const OfferAgreementResult = atDesk('OfferAgreementResult');
export const CountersignAgreementResult = atDesk('CountersignAgreementResult');
export const EndAgreementResult = atDesk('EndAgreementResult');
const own = (name: string) =>
  createUnionType({
    name,
    types: () => [MyAgreementType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
  });
export const SignAgreementResult = own('SignAgreementResult');
export const LeaveAgreementResult = own('LeaveAgreementResult');
