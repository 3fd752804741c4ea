import { Args, Context, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, OfGrade, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, type GraphqlContext } from '../../../platform/graphql/index.js';
import { PairLoaders } from '../../pair-loaders.js';
import { toSuggestions } from '../../runs/api/board.resolver.js';
import { SuggestionsType } from '../../runs/api/board.types.js';
import { Suggestions } from '../../runs/suggestions.js';
import { HandingOn } from '../handing-on/handing-on.js';
import { toCompanionship, toHandOnRefusal } from './companionship.payloads.js';
import { CompanionshipType } from './companionship.types.js';
import { HandedOnType, HandOnCompanionshipInput, HandOnCompanionshipResult, toHandedOn } from './handing-on.types.js';

const FEW = 5;
const MOST = 20;

@Resolver(() => CompanionshipType)
export class HandingOnResolver {
  constructor(
    private readonly service: HandingOn,
    private readonly suggestions: Suggestions,
    private readonly loaders: PairLoaders,
  ) {}

  @Mutation(() => HandOnCompanionshipResult, {
    description:
      'Ends a pair after its closing talk and invites another volunteer: a new pair, of whom everybody is asked anew.',
  })
  @Allow('companionship.prepare')
  async handOnCompanionship(
    @Args('input') input: HandOnCompanionshipInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof HandOnCompanionshipResult> {
    const outcome = await this.service.handOn(
      actor,
      fromGlobalId('Companionship', input.companionshipId) ?? '',
      input.version,
      {
        volunteerId: fromGlobalId('Volunteer', input.volunteerId) ?? '',
        reason: input.reason,
        closingTalkOn: (input.closingTalkOn ?? undefined) as LocalDate | undefined,
        share: input.share.flatMap((kind) => (kind === 'NOTE' ? [] : [kind])),
        contactIds: input.contactIds.map((id) => fromGlobalId('CompanionshipContact', id) ?? ''),
      },
    );
    return outcome.ok ? toCompanionship(outcome.value) : toHandOnRefusal(outcome.error);
  }

  @ResolveField(() => CompanionshipType, { nullable: true, description: 'The pair before, with another companion.' })
  @OfGrade('G5')
  async handedOnFrom(
    @Parent() { view }: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = view.handedOnFromId ? await this.loaders.pair(context, view.handedOnFromId) : undefined;
    return pair ? toCompanionship(pair) : null;
  }

  @ResolveField(() => CompanionshipType, {
    nullable: true,
    description: 'The pair in which the child goes on, with another companion.',
  })
  @OfGrade('G5')
  async handedOnTo(
    @Parent() { view }: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = await this.loaders.handedOnTo(context, view.id);
    return pair ? toCompanionship(pair) : null;
  }

  @ResolveField(() => HandedOnType, {
    nullable: true,
    description: 'What the companion may read of the pair before; null where nothing went before.',
  })
  @OfGrade('G5')
  async handedOn(
    @Parent() { view }: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<HandedOnType | null> {
    const found = await this.loaders.handedOn(context, view);
    return found ? toHandedOn(found) : null;
  }

  @ResolveField(() => SuggestionsType, {
    nullable: true,
    description: 'Volunteers who could go on with the child, or stand in; null where there is no run yet to ask.',
  })
  @OfGrade('G5')
  async takers(
    @Parent() { view }: CompanionshipType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many; five where it is missing.' })
    first?: number,
  ): Promise<SuggestionsType | null> {
    const count = Math.min(Math.max(first ?? FEW, 1), MOST);
    return toSuggestions(await this.suggestions.takersOf(actor, view, count));
  }
}
