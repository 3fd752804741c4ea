import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../platform/access/index.js';
import { CardPapers } from '../papers/card-papers.js';

@Resolver()
export class CardPaperResolver {
  constructor(private readonly papers: CardPapers) {}

  @Query(() => Boolean, {
    description:
      'Whether the card on a paper with this number still holds. A number that never was gets the answer of one that no longer does.',
  })
  @Public()
  cardPaperHolds(
    @Args('number', { description: 'The number on the paper, however it is typed.' }) number: string,
  ): Promise<boolean> {
    return this.papers.holds(number);
  }
}
