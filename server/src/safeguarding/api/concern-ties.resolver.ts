import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { PersonId, Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import { ConcernTies, type TieError } from '../ties/concern-ties.js';
import { ConcernFileResolver } from './concern-file.resolver.js';
import { LinkConcernInput, NameConcernColleagueInput, TieConcernResult } from './concern-ties.types.js';

@Resolver()
export class ConcernTiesResolver {
  constructor(
    private readonly ties: ConcernTies,
    private readonly files: ConcernFileResolver,
  ) {}

  @Mutation(() => TieConcernResult, { description: 'Says which child a concern is about that named none.' })
  @Allow('concern.handle')
  async linkConcern(
    @Args('input') { concernId, childId, reason, requestId }: LinkConcernInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TieConcernResult> {
    const known = {
      concernId: fromGlobalId('Concern', concernId) ?? '',
      childId: fromGlobalId('Child', childId) ?? '',
    };
    return this.#answer(actor, concernId, await this.ties.link(actor, { ...known, reason, requestId }));
  }

  @Mutation(() => TieConcernResult, {
    description: 'Says that a concern is about a colleague; whoever names themselves finds it no more.',
  })
  @Allow('concern.handle')
  async nameConcernColleague(
    @Args('input') { concernId, personId }: NameConcernColleagueInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TieConcernResult> {
    const named = {
      concernId: fromGlobalId('Concern', concernId) ?? '',
      personId: (fromGlobalId('Person', personId) ?? '-') as PersonId,
    };
    return this.#answer(actor, concernId, await this.ties.nameColleague(actor, named));
  }

  async #answer(
    actor: PersonActor,
    concernId: string,
    outcome: Result<true, TieError>,
  ): Promise<typeof TieConcernResult> {
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return (await this.files.concernFile(concernId, actor)) ?? toCommonPayload({ code: 'NOT_FOUND' });
  }
}
