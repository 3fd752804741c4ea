// A supervisor's own volunteers: who carries how much now hangs on each of them as it does everywhere.
import { Context, Query, Resolver } from '@nestjs/graphql';
import { toVolunteer, VolunteersRepository, VolunteerType } from '../../../people/index.js';
import { Allow, rowsFor, type PersonActor } from '../../../platform/access/index.js';

/** More than anybody supervises: places end long before. */
const MOST = 200;

@Resolver()
export class SupervisedResolver {
  constructor(private readonly volunteers: VolunteersRepository) {}

  @Query(() => [VolunteerType], { description: 'Volunteers whom the viewer supervises, 200 at most.' })
  @Allow('volunteer.read')
  async supervisedVolunteers(@Context('actor') actor: PersonActor): Promise<VolunteerType[]> {
    const found = await this.volunteers.supervisedBy(rowsFor(actor, 'volunteer.read'), actor.personId);
    return found.slice(0, MOST).map(toVolunteer);
  }
}
