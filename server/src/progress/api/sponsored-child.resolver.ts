import { Context, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { SponsoredChildren } from '../sponsored-children.js';
import { SponsoredChildType, toSponsoredChildType } from './sponsored-child.types.js';

@Resolver()
export class SponsoredChildResolver {
  constructor(private readonly children: SponsoredChildren) {}

  @Query(() => [SponsoredChildType], {
    description: 'The children beside whom this donor stands, each as far as the family agrees at this moment.',
  })
  @Allow('sponsorship.readOwn')
  async sponsoredChildren(@Context('actor') actor: PersonActor): Promise<SponsoredChildType[]> {
    return (await this.children.of(actor)).map(toSponsoredChildType);
  }
}
