import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, toCommonPayload } from '../../platform/graphql/index.js';
import { Venues } from '../venues.js';
import { SaveVenueInput, SaveVenueResult, toVenue, VenueType } from './venues.types.js';

@Resolver()
export class VenuesResolver {
  constructor(private readonly venues: Venues) {}

  @Query(() => [VenueType], { name: 'venues', description: 'Where the agency’s activities happen, by name.' })
  @Allow('activity.read')
  async allVenues(@Context('actor') { agencyId }: PersonActor): Promise<VenueType[]> {
    return (await this.venues.list(agencyId)).map(toVenue);
  }

  @Mutation(() => SaveVenueResult, { description: 'Adds a venue, or writes down what was seen there.' })
  @Allow('activity.plan')
  async saveVenue(
    @Args('input') { venueId, version, ...input }: SaveVenueInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveVenueResult> {
    const known = venueId == null ? undefined : { id: fromGlobalId('Venue', venueId) ?? '', version: version ?? 0 };
    const fields = { ...input, address: input.address ?? '', checkedOn: input.checkedOn ?? undefined };
    const outcome = await this.venues.save(actor, fields, known);
    return outcome.ok ? toVenue(outcome.value) : toCommonPayload(outcome.error);
  }
}
