import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AgreementMethod } from '@tongxing/shared/rules';
import { LocaleEnum } from '../../people/index.js';
import { Graded } from '../../platform/access/index.js';
import {
  InstantType,
  InvalidInput,
  LocalDateType,
  NotFound,
  StaleVersion,
  TransitionRefused,
} from '../../platform/graphql/index.js';
import { AgreementMethodEnum } from './agreement-words.js';
import { AgreementType } from './agreements.types.js';

@ObjectType('AgreementToCosign', { description: 'An agreement of a minor, for whoever holds the guardian’s link.' })
@Graded('G0')
export class AgreementToCosignType {
  @Field({ description: 'The agency that asks.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Its number, for questions.' }) agencyPhone: string | null;
  @Field({ description: 'The young volunteer.' }) volunteerName: string;
  @Field(() => LocaleEnum, { description: 'Of the words below.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Title.' }) title: string;
  @Field({ description: 'The whole text; each line a paragraph.' }) text: string;
  @Field({ description: 'In plain words.' }) plain: string;
  @Field({ description: 'Fingerprint of the text; goes back with the signature.' }) textHash: string;
  @Field({ description: 'It is signed by a guardian already.' }) signed: boolean;
}
@ObjectType('AgreementLinkMade', { description: 'A link by which a minor’s guardian signs; shown once.' })
@Graded('agreement', 'G2')
export class AgreementLinkMadeType {
  @Field({ description: 'Path with the secret.' }) path: string;
  @Field(() => InstantType, { description: 'Until when it opens.' }) expiresAt: string;
}

@InputType()
export class MakeAgreementLinkInput {
  @Field(() => ID, { description: 'Of which agreement.' }) agreementId: string;
}
@InputType()
export class CosignAgreementInput {
  @Field({ description: 'The secret of the link.' }) code: string;
  @Field(() => LocaleEnum, { description: 'In which language it was read.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Fingerprint of the text that was read.' }) textHash: string;
  @Field(() => AgreementMethodEnum, { description: 'Drawn or typed.' }) method: AgreementMethod;
  @Field({ description: 'Own name; 60 characters.' }) name: string;
  @Field({ description: 'How they are related; 30 characters.' }) relation: string;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature?: string | null;
}
@InputType()
export class SignForGuardianInput {
  @Field(() => ID, { description: 'Which one.' }) agreementId: string;
  @Field(() => Int, { description: 'As last read.' }) version: number;
  @Field(() => LocaleEnum, { description: 'In which language it was read.' }) language: 'zh-CN' | 'en';
  @Field({ description: 'Fingerprint of the text that was read.' }) textHash: string;
  @Field(() => AgreementMethodEnum, { description: 'How.' }) method: AgreementMethod;
  @Field({ description: 'The guardian’s name; 60 characters.' }) name: string;
  @Field({ description: 'How they are related; 30 characters.' }) relation: string;
  @Field(() => String, { nullable: true, description: 'A drawn signature: strokes as an SVG path.' })
  signature?: string | null;
  @Field(() => String, { nullable: true, description: 'Who saw it: required before a witness and on paper.' })
  witnessName?: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'The day on a paper, within the last 90; null: today.' })
  signedOn?: string | null;
}

export const MakeAgreementLinkResult = createUnionType({
  name: 'MakeAgreementLinkResult',
  types: () => [AgreementLinkMadeType, InvalidInput, NotFound] as const,
});
export const CosignAgreementResult = createUnionType({
  name: 'CosignAgreementResult',
  types: () => [AgreementToCosignType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
export const SignForGuardianResult = createUnionType({
  name: 'SignForGuardianResult',
  types: () => [AgreementType, InvalidInput, NotFound, StaleVersion, TransitionRefused] as const,
});
