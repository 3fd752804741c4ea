import { Context, Query, Resolver } from '@nestjs/graphql';
import { AgencySettings, toVolunteer } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { make } from '../../platform/graphql/index.js';
import { Renewals } from '../renewals.js';
import { RenewalsType, RenewalType } from './renewals.types.js';

@Resolver()
export class RenewalsResolver {
  constructor(
    private readonly service: Renewals,
    private readonly settings: AgencySettings,
  ) {}

  @Query(() => RenewalsType, { description: 'Whose training, agreement or record check ends soon, or has ended.' })
  @Allow('reminder.read')
  async renewals(@Context('actor') actor: PersonActor): Promise<RenewalsType> {
    const { renewals, total } = await this.service.list(actor);
    const { reminderFirstDays: firstDays } = await this.settings.valuesOf(actor.agencyId);
    const rows = renewals.map(({ volunteer, toldOn, ...renewal }) =>
      make(RenewalType, { ...renewal, volunteer: toVolunteer(volunteer), toldOn: toldOn ?? null }),
    );
    return make(RenewalsType, { renewals: rows, total, firstDays });
  }
}
