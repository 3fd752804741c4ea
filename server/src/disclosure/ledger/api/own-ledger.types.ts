import { createUnionType, Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Audience, ConsentAnswer, DisclosurePurpose, FieldGroup, TextLanguage } from '@tongxing/shared/disclosure';
import { Graded } from '../../../platform/access/index.js';
import { InvalidInput, LocalDateType, NotFound } from '../../../platform/graphql/index.js';
import { AnswerEnum, AudienceEnum, FieldGroupEnum, LanguageEnum, PurposeEnum } from './ledger-enums.js';
import { ConsentAnswerInput, ConsentTextType } from './ledger.types.js';

@ObjectType('OwnAnswer', { description: "A guardian's own word on one group." })
@Graded('consent', 'G4')
export class OwnAnswerType {
  @Field(() => FieldGroupEnum, { description: 'Which group.' }) group: FieldGroup;
  @Field(() => AnswerEnum, { nullable: true, description: 'The own latest word; null before there is one.' })
  answer: ConsentAnswer | null;
}

@ObjectType('OwnConsentLine', { description: 'One purpose on the page of a guardian, with the own words only.' })
@Graded('consent', 'G4')
export class OwnConsentLineType {
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who sees it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'The one occasion, for a public story.' }) occasion:
    string | null;
  @Field(() => LocalDateType, { description: 'Last day.' }) until: string;
  @Field({ description: 'It waits for an answer.' }) asked: boolean;
  @Field(() => ConsentTextType, { description: 'What is asked, in plain words.' }) text: ConsentTextType;
  @Field(() => [OwnAnswerType], { description: 'Every group of the text.' }) groups: OwnAnswerType[];
}

@ObjectType('OwnConsents', { description: 'What a guardian was asked, and answered.' })
@Graded('consent', 'G4')
export class OwnConsentsType {
  @Field(() => [OwnConsentLineType], { description: 'What waits for an answer comes first.' })
  lines: OwnConsentLineType[];
}

@InputType()
export class AnswerOwnConsentInput {
  @Field({ description: 'The client’s own id of this answer; a retry with it writes nothing.' }) requestId: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who sees it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'For a public story.' }) occasion?: string | null;
  @Field(() => LanguageEnum, { description: 'In which language it was read.' }) language: TextLanguage;
  @Field({ description: 'SHA-256 of the text that was shown.' }) textHash: string;
  @Field({ description: 'The text was read aloud.' }) readAloud: boolean;
  @Field(() => [ConsentAnswerInput], { description: 'Every group of the text, once.' }) answers: ConsentAnswerInput[];
}

@InputType()
export class TakeBackOwnConsentInput {
  @Field({ description: 'The client’s own id of this; a retry with it writes nothing.' }) requestId: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) purpose: DisclosurePurpose;
  @Field(() => AudienceEnum, { description: 'Who sees it.' }) audience: Audience;
  @Field(() => String, { nullable: true, description: 'For a public story.' }) occasion?: string | null;
  @Field(() => LanguageEnum, { description: 'In which language the page stands.' }) language: TextLanguage;
}

export const OwnConsentResult = createUnionType({
  name: 'OwnConsentResult',
  types: () => [OwnConsentsType, InvalidInput, NotFound] as const,
});
