import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import type { PersonKind } from '../name-kinds.js';
import { PeopleSearch } from '../people-search.js';
import { PeopleFoundType, PersonKindEnum, toPeopleFound } from './people-search.types.js';

@Resolver()
export class PeopleSearchResolver {
  constructor(private readonly search: PeopleSearch) {}

  @Query(() => PeopleFoundType, {
    description: 'Children and volunteers of the viewer’s offices by name: characters, pinyin, initials.',
  })
  @Allow('person.search')
  async searchPeople(
    @Context('actor') actor: PersonActor,
    @Args('query', { description: 'What was typed; spaces, dots and case make no difference.' }) query: string,
    @Args('kinds', { type: () => [PersonKindEnum], nullable: true, description: 'Only these; all where missing.' })
    kinds?: PersonKind[] | null,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many, and never over 50.' })
    first?: number | null,
  ): Promise<PeopleFoundType> {
    return toPeopleFound(await this.search.find(actor, query, kinds, first));
  }
}
