// The types of a company's, a partner agency's and an expert's page: nothing joins any of them to a child's own row.
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Graded, OfGrade } from '../../platform/access/index.js';
import { InstantType, LocalDateType, make, toGlobalId } from '../../platform/graphql/index.js';
import type { AgeBand } from '@tongxing/shared/disclosure';
import { AgeBandEnum } from '../../progress/index.js';
import type {
  ChildForCompanyView,
  ChildForExpertView,
  ChildForPartnerView,
  SharedWords,
} from '../domain/shared-child.js';

@ObjectType('SharedCard', { description: 'A progress card that two people released, as a reader outside sees it.' })
@Graded('share', 'G3')
export class SharedCardType {
  @Field({ description: 'Its title.' }) title: string;
  @Field({ description: 'Its words.' }) text: string;
  @Field(() => InstantType, { description: 'When it was released.' }) releasedAt: string;
}

@ObjectType('ChildForCompany', {
  description: 'A child as a company that does an activity reads of them: an initial, and what the family agreed to.',
})
@Graded('share', 'G3')
export class ChildForCompanyType {
  @Field(() => ID, { description: 'Opaque id: of what was opened, never of the child.' }) id: string;
  @Field({ description: 'The first character of a pseudonym that only companies know.' }) initial: string;
  @Field(() => LocalDateType, { description: 'Last day.' }) @OfGrade('G1') until: string;
  @Field(() => AgeBandEnum, { nullable: true, description: 'About how old.' }) ageBand: AgeBand | null;
  @Field(() => [String], { nullable: true, description: 'What the child likes to do.' }) interests: string[] | null;
}

@ObjectType('ChildForPartner', {
  description: 'A child as a partner agency reads of them: an initial, and what the family agreed to.',
})
@Graded('share', 'G3')
export class ChildForPartnerType {
  @Field(() => ID, { description: 'Opaque id: of what was opened, never of the child.' }) id: string;
  @Field({ description: 'The first character of a pseudonym that only partner agencies know.' }) initial: string;
  @Field(() => LocalDateType, { description: 'Last day.' }) @OfGrade('G1') until: string;
  @Field(() => AgeBandEnum, { nullable: true, description: 'About how old.' }) ageBand: AgeBand | null;
  @Field(() => String, { nullable: true, description: 'School stage.' }) schoolStage: string | null;
  @Field(() => String, { nullable: true, description: 'The district, nothing nearer.' }) district: string | null;
  @Field(() => [SharedCardType], { description: 'Released cards, the newest first.' }) cards: SharedCardType[];
}

@ObjectType('ChildForExpert', {
  description: 'A child as an expert who is asked for advice reads of them: an initial, and what the family agreed to.',
})
@Graded('share', 'G3')
export class ChildForExpertType {
  @Field(() => ID, { description: 'Opaque id: of what was opened, never of the child.' }) id: string;
  @Field({ description: 'The first character of a pseudonym that only experts know.' }) initial: string;
  @Field(() => LocalDateType, { description: 'Last day.' }) @OfGrade('G1') until: string;
  @Field(() => AgeBandEnum, { nullable: true, description: 'About how old.' }) ageBand: AgeBand | null;
  @Field(() => String, { nullable: true, description: 'School stage.' }) schoolStage: string | null;
  @Field(() => [String], { nullable: true, description: 'What the child likes to do.' }) interests: string[] | null;
  @Field(() => [SharedCardType], { description: 'Released cards, the newest first.' }) cards: SharedCardType[];
}

const idOf = (shareId: string) => toGlobalId('ChildShare', shareId);
const toCard = ({ title, text, releasedAt }: SharedWords) => make(SharedCardType, { title, text, releasedAt });

export const toCompanyType = ({ shareId, initial, untilOn, ...view }: ChildForCompanyView) =>
  make(ChildForCompanyType, {
    ...{ id: idOf(shareId), initial, until: untilOn },
    ageBand: view.ageBand ?? null,
    interests: view.interests ? [...view.interests] : null,
  });

export const toPartnerType = ({ shareId, initial, untilOn, ...view }: ChildForPartnerView) =>
  make(ChildForPartnerType, {
    ...{ id: idOf(shareId), initial, until: untilOn },
    ageBand: view.ageBand ?? null,
    schoolStage: view.schoolStage ?? null,
    district: view.district ?? null,
    cards: view.cards.map(toCard),
  });

export const toExpertType = ({ shareId, initial, untilOn, ...view }: ChildForExpertView) =>
  make(ChildForExpertType, {
    ...{ id: idOf(shareId), initial, until: untilOn },
    ageBand: view.ageBand ?? null,
    schoolStage: view.schoolStage ?? null,
    interests: view.interests ? [...view.interests] : null,
    cards: view.cards.map(toCard),
  });
