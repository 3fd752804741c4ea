import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AgreementKind } from '@tongxing/shared/rules';
import { Graded } from '../../platform/access/index.js';
import { InstantType, InvalidInput, LocalDateType, NotFound, StaleVersion } from '../../platform/graphql/index.js';
import { AgreementKindEnum } from './agreement-words.js';

@ObjectType('AgreementField', { description: 'A blank in the text of an agreement.' })
@Graded('agreement', 'G1')
export class AgreementFieldType {
  @Field({ description: 'As it stands in the text, between two pairs of braces.' }) key: string;
  @Field({ description: 'What is asked for, in Chinese.' }) labelZh: string;
  @Field({ description: 'What is asked for, in English.' }) labelEn: string;
}

@ObjectType('AgreementTemplate', { description: 'One version of an agency’s text; once released it never changes.' })
@Graded('agreement', 'G1')
export class AgreementTemplateType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => AgreementKindEnum, { description: 'With whom.' }) kind: AgreementKind;
  @Field(() => Int, { description: 'Of the version, from 1.' }) number: number;
  @Field({ description: 'Title, in Chinese.' }) titleZh: string;
  @Field({ description: 'Title, in English.' }) titleEn: string;
  @Field({ description: 'The whole text in Chinese; each line a paragraph.' }) textZh: string;
  @Field({ description: 'The whole text in English.' }) textEn: string;
  @Field({ description: 'In plain words, in Chinese.' }) plainZh: string;
  @Field({ description: 'In plain words, in English.' }) plainEn: string;
  @Field(() => [AgreementFieldType], { description: 'Blanks that are filled in for each person.' })
  fields: AgreementFieldType[];
  @Field(() => Int, { description: 'Days for which it holds once both have signed.' }) validDays: number;
  @Field(() => LocalDateType, {
    nullable: true,
    description: 'Until when those with an earlier version sign this one.',
  })
  signBy: string | null;
  @Field(() => InstantType, { nullable: true, description: 'When it was released; null: a draft.' })
  releasedAt: string | null;
  @Field(() => Int, { description: 'Of the draft; to be passed back.' }) version: number;
}

@InputType()
export class AgreementFieldInput {
  @Field({ description: 'Small letters and figures, 20 at most.' }) key: string;
  @Field({ description: 'In Chinese; 30 characters.' }) labelZh: string;
  @Field({ description: 'In English; 30 characters.' }) labelEn: string;
}
@InputType()
export class SaveAgreementTemplateInput {
  @Field(() => AgreementKindEnum, { description: 'With whom.' }) kind: AgreementKind;
  @Field(() => Int, { description: 'As last read; 0 where no draft was there.' }) version: number;
  @Field({ description: 'Title, in Chinese; 60 characters.' }) titleZh: string;
  @Field({ description: 'Title, in English; 60 characters.' }) titleEn: string;
  @Field({ description: 'The whole text in Chinese; 20,000 characters.' }) textZh: string;
  @Field({ description: 'The whole text in English; 20,000 characters.' }) textEn: string;
  @Field({ description: 'In plain words, in Chinese; 4,000 characters.' }) plainZh: string;
  @Field({ description: 'In plain words, in English; 4,000 characters.' }) plainEn: string;
  @Field(() => [AgreementFieldInput], { description: 'Blanks; 12 at most.' }) fields: AgreementFieldInput[];
  @Field(() => Int, { description: 'Days for which it holds, from 30 to 730.' }) validDays: number;
}
@InputType()
export class ReleaseAgreementTemplateInput {
  @Field(() => ID, { description: 'The draft.' }) templateId: string;
  @Field(() => Int, { description: 'As last read: exactly this is released.' }) version: number;
  @Field(() => LocalDateType, {
    nullable: true,
    description: 'Those who signed an earlier version are asked to sign this one until then; null: they need not.',
  })
  signBy?: string | null;
}

const result = (name: string) =>
  createUnionType({
    name,
    types: () => [AgreementTemplateType, InvalidInput, NotFound, StaleVersion] as const,
  });
export const SaveAgreementTemplateResult = result('SaveAgreementTemplateResult');
export const ReleaseAgreementTemplateResult = result('ReleaseAgreementTemplateResult');
