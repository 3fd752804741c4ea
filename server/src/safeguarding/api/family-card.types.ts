import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TooManyAttempts } from '../../people/index.js';
import { Graded, OfGrade } from '../../platform/access/index.js';
import { InvalidInput, make, NotFound, ReadRecorded } from '../../platform/graphql/index.js';
import { CARD_WORDS, type CardMessage, type CardView, type CardWord } from '../family-cards.js';

const CardWordEnum = Object.fromEntries(CARD_WORDS.map((word) => [word, word])) as Record<CardWord, CardWord>;
registerEnumType(CardWordEnum, { name: 'CardWord', description: "What the holder of a family's card can say." });
type CardHolder = CardMessage['who'];
const CardHolderEnum: Record<CardHolder, CardHolder> = { CHILD: 'CHILD', GUARDIAN: 'GUARDIAN', OTHER: 'OTHER' };
registerEnumType(CardHolderEnum, { name: 'CardHolder', description: 'Who holds the card.' });

@ObjectType('FamilyCard', { description: 'The card of a child and their family, as it is printed.' })
@Graded('consent', 'G2')
export class FamilyCardType {
  @Field(() => String, { nullable: true, description: 'The code; null before a card is made.' })
  @OfGrade('G5')
  code: string | null;
  @Field({ description: 'Who the companion is.' }) companionName: string;
  @Field({ description: 'The worker to call.' }) workerName: string;
  @Field(() => String, { nullable: true, description: 'Their phone number.' }) @ReadRecorded() workerPhone:
    string | null;
  @Field({ description: 'The agency.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: "The agency's phone number." }) agencyPhone: string | null;
}

@InputType()
export class MakeFamilyCardInput {
  @Field(() => ID, { description: 'Which companionship.' }) companionshipId: string;
}

@InputType()
export class SayByCardInput {
  @Field({ description: 'The code on the card, however it was typed.' }) code: string;
  @Field(() => CardWordEnum, { description: 'What is said.' }) say: CardWord;
  @Field(() => CardHolderEnum, { description: 'Who says it.' }) who: CardHolder;
  @Field(() => String, { nullable: true, description: 'In own words; 2,000 characters at most.' }) text?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'It is about the worker on the card: it goes round them.' })
  aboutWorker?: boolean | null;
  @Field({ description: 'The client’s own id of this; a retry with it is heard once.' }) requestId: string;
}

@ObjectType('CardHeard', { description: 'The same for every code that can be one.' })
@Graded('G0')
export class CardHeardType {
  @Field(() => CardWordEnum, { description: 'What was said.' }) said: CardWord;
}

export const MakeFamilyCardResult = createUnionType({
  name: 'MakeFamilyCardResult',
  types: () => [FamilyCardType, NotFound] as const,
});
export const SayByCardResult = createUnionType({
  name: 'SayByCardResult',
  types: () => [CardHeardType, InvalidInput, TooManyAttempts] as const,
});

export const toCard = ({ code, companionName, workerName, workerPhone, agencyName, agencyPhone }: CardView) =>
  make(FamilyCardType, {
    ...{ companionName, workerName, agencyName },
    code: code ?? null,
    workerPhone: workerPhone ?? null,
    agencyPhone: agencyPhone ?? null,
  });
