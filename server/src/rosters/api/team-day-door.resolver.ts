import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { toTooMany } from '../../people/index.js';
import { Public } from '../../platform/access/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import { guestOf } from '../../sso/index.js';
import { DayGuests } from '../day-guests.js';
import { closedWhy } from '../roster-bookings.js';
import {
  AskForTeamDayInput,
  AskForTeamDayResult,
  OpenTeamDayType,
  TeamDayAskedType,
  toGuestDay,
  toRosterRefused,
  toWayIn,
} from './team-day.types.js';

@Resolver()
export class TeamDayDoorResolver {
  constructor(private readonly guests: DayGuests) {}

  @Query(() => OpenTeamDayType, {
    nullable: true,
    description: 'A team’s day by the code of its link; null for a code that opens nothing.',
  })
  @Public()
  async openTeamDay(
    @Args('code', { description: 'Eight signs, however they were typed.' }) code: string,
    @Context() { request }: GraphqlContext,
  ): Promise<OpenTeamDayType | null> {
    const found = await this.guests.look(code, guestOf(request));
    if (!found) return null;
    const { day, agencyName, agencyPhone = null, otherCompany } = found;
    const wayIn = toWayIn(code, found);
    return make(OpenTeamDayType, {
      agencyName,
      agencyPhone,
      wayIn,
      otherCompany,
      day: toGuestDay(day, closedWhy(day)),
    });
  }

  @Mutation(() => AskForTeamDayResult, {
    description: 'Asks for an account, to come with the team. Every number is answered alike.',
  })
  @Public()
  async askForTeamDay(
    @Args('input') input: AskForTeamDayInput,
    @Context() { address, request }: GraphqlContext,
  ): Promise<typeof AskForTeamDayResult> {
    const outcome = await this.guests.ask(input, address, guestOf(request));
    if (outcome.ok) return make(TeamDayAskedType, { asked: true });
    const { error } = outcome;
    if (error.code === 'TOO_MANY_ATTEMPTS') return toTooMany(error);
    return error.code === 'ROSTER_REFUSED' ? toRosterRefused(error) : toCommonPayload(error);
  }
}
