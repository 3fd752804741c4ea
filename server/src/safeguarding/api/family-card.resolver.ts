import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { toTooMany } from '../../people/index.js';
import { Allow, Public, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import { FamilyCards } from '../family-cards.js';
import {
  CardHeardType,
  FamilyCardType,
  MakeFamilyCardInput,
  MakeFamilyCardResult,
  SayByCardInput,
  SayByCardResult,
  toCard,
} from './family-card.types.js';

const pairOf = (globalId: string): string => fromGlobalId('Companionship', globalId) ?? '';

@Resolver()
export class FamilyCardResolver {
  constructor(private readonly cards: FamilyCards) {}

  @Query(() => FamilyCardType, { nullable: true, description: 'The card of a pair; null where there is no such pair.' })
  @Allow('consent.link')
  async familyCard(
    @Args('companionshipId', { type: () => ID, description: 'Which companionship.' }) companionshipId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<FamilyCardType | null> {
    const card = await this.cards.card(actor, pairOf(companionshipId));
    return card ? toCard(card) : null;
  }

  @Mutation(() => MakeFamilyCardResult, {
    description: "Makes a family's card; an earlier code opens nothing any more.",
  })
  @Allow('consent.link')
  async makeFamilyCard(
    @Args('input') { companionshipId }: MakeFamilyCardInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MakeFamilyCardResult> {
    const outcome = await this.cards.make(actor, pairOf(companionshipId));
    return outcome.ok ? toCard(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => SayByCardResult, {
    description: 'By the code of a card, without an account: stop, or something is wrong.',
  })
  @Public()
  async sayByCard(
    @Args('input') { text, ...said }: SayByCardInput,
    @Context() { address }: GraphqlContext,
  ): Promise<typeof SayByCardResult> {
    const message = { ...said, text: text ?? '', aboutWorker: said.aboutWorker ?? false };
    const outcome = await this.cards.hear(message, address);
    if (outcome.ok) return make(CardHeardType, { said: said.say });
    return outcome.error.code === 'INVALID_INPUT' ? toCommonPayload(outcome.error) : toTooMany(outcome.error);
  }
}
