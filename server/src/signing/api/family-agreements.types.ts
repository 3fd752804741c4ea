import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { AgreementMethod } from '@tongxing/shared/rules';
import type { AgreementState } from '@tongxing/shared/states';
import { LocaleEnum } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import {
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import { AgreementMethodEnum, AgreementStateEnum } from './agreement-words.js';

@ObjectType('FamilyAgreement', { description: 'A service agreement for one’s child, on the guardian’s page.' })
@Graded('agreement', 'G4')
export class FamilyAgreementType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => AgreementStateEnum, { description: 'Where it stands.' }) state: AgreementState;
  @Field(() => LocaleEnum, { description: 'Of the words below.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Title.' }) title: string;
  @Field({ description: 'The whole text; each line a paragraph.' }) text: string;
  @Field({ description: 'In plain words.' }) plain: string;
  @Field({ description: 'Fingerprint of the text; goes back with the signature.' }) textHash: string;
  @Field({ description: 'The guardian’s hand is awaited.' }) toSign: boolean;
  @Field(() => LocalDateType, { nullable: true, description: 'Last day.' }) validUntil: string | null;
  @Field({ description: 'The guardian who holds the link.' }) guardianName: string;
  @Field({ description: 'How they are related to the child, as the agency knows it.' }) relation: string;
}

@InputType()
export class SignFamilyAgreementInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
  @Field(() => LocaleEnum, { description: 'In which language it was read.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Fingerprint of the text that was read.' }) textHash: string;
  @Field(() => AgreementMethodEnum, { description: 'Drawn or typed.' }) method: AgreementMethod;
  @Field({ description: 'Own name; 60 characters.' }) name: string;
  @Field({ description: 'How they are related to the child; 30 characters.' }) relation: string;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature?: string | null;
}
@InputType()
export class LeaveFamilyAgreementInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
}
const result = (name: string) =>
  createUnionType({
    name,
    types: () => [FamilyAgreementType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
  });
export const SignFamilyAgreementResult = result('SignFamilyAgreementResult');
export const LeaveFamilyAgreementResult = result('LeaveFamilyAgreementResult');
