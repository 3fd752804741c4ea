// The types of a donor's page: nothing here is an entity, and nothing joins a donor to a child's own row.
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AGE_BANDS, type AgeBand } from '@tongxing/shared/disclosure';
import { Graded, OfGrade } from '../../platform/access/index.js';
import { InstantType, LocalDateType, make, toGlobalId } from '../../platform/graphql/index.js';
import type { SponsoredChildView } from '../domain/sponsored-child.js';

const words = <Word extends string>(list: readonly Word[]) =>
  Object.fromEntries(list.map((word) => [word, word])) as Record<Word, Word>;
export const AgeBandEnum = words(AGE_BANDS);
registerEnumType(AgeBandEnum, { name: 'AgeBand', description: 'About how old a child is: three years wide.' });

@ObjectType('ReleasedCard', { description: 'A card that two people released for those who stand beside the child.' })
@Graded('sponsorship', 'G3')
export class ReleasedCardType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Its title.' }) title: string;
  @Field({ description: 'Its words.' }) text: string;
  @Field(() => InstantType, { description: 'When it was released.' }) releasedAt: string;
}

@ObjectType('SponsoredChild', {
  description: 'A child as a donor reads of them: an initial, and what the family agreed to.',
})
@Graded('sponsorship', 'G3')
export class SponsoredChildType {
  @Field(() => ID, { description: 'Opaque id: of the sponsorship, never of the child.' }) id: string;
  @Field({ description: 'The first character of a pseudonym that only donors know.' }) initial: string;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when they stand beside the child.' })
  @OfGrade('G1')
  startsOn: string | null;
  @Field(() => LocalDateType, { nullable: true, description: 'When it ended.' }) @OfGrade('G1') endsOn: string | null;
  @Field({ description: 'Whether the family agrees now that donors read of the child’s progress.' })
  @OfGrade('G1')
  open: boolean;
  @Field(() => AgeBandEnum, { nullable: true, description: 'About how old.' }) ageBand: AgeBand | null;
  @Field(() => String, { nullable: true, description: 'School stage.' }) schoolStage: string | null;
  @Field(() => [String], { nullable: true, description: 'What the child likes to do.' }) interests: string[] | null;
  @Field(() => String, { nullable: true, description: 'The district, nothing nearer.' }) district: string | null;
  @Field(() => [ReleasedCardType], { description: 'Released cards, the newest first.' }) cards: ReleasedCardType[];
}

export const toSponsoredChildType = (view: SponsoredChildView): SponsoredChildType =>
  make(SponsoredChildType, {
    id: toGlobalId('Sponsorship', view.sponsorshipId),
    initial: view.initial,
    startsOn: view.startsOn ?? null,
    endsOn: view.endsOn ?? null,
    open: view.open,
    ageBand: view.ageBand ?? null,
    schoolStage: view.schoolStage ?? null,
    interests: view.interests ? [...view.interests] : null,
    district: view.district ?? null,
    cards: view.cards.map(({ id, title, text, releasedAt }) =>
      make(ReleasedCardType, { id: toGlobalId('ProgressCard', id), title, text, releasedAt }),
    ),
  });
