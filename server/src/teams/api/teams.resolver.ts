import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { TeamOffers } from '../team-offers.js';
import { Teams } from '../teams.js';
import {
  AddTeamCoordinatorInput,
  CoordinatorChoiceType,
  EndTeamCoordinatorInput,
  InviteTeamCoordinatorInput,
  SaveTeamInput,
  SaveTeamOfferInput,
  SaveTeamOfferResult,
  SaveTeamResult,
  TeamCoordinatorResult,
  TeamOfferType,
  VolunteerTeamType,
} from './teams.types.js';
import { toInviteRefusal, toOffer, toTeam } from './to-team.js';

@Resolver()
export class TeamsResolver {
  constructor(
    private readonly teams: Teams,
    private readonly offers: TeamOffers,
  ) {}

  @Query(() => [VolunteerTeamType], { name: 'volunteerTeams', description: 'Those that still come first.' })
  @Allow('team.read')
  async allTeams(@Context('actor') { agencyId }: PersonActor): Promise<VolunteerTeamType[]> {
    return (await this.teams.list(agencyId)).map(toTeam);
  }

  @Query(() => [CoordinatorChoiceType], { description: 'People who sign in as coordinators today.' })
  @Allow('team.change')
  async coordinatorChoices(@Context('actor') { agencyId }: PersonActor): Promise<CoordinatorChoiceType[]> {
    const choices = await this.teams.choices(agencyId);
    return choices.map(({ id, name }) => make(CoordinatorChoiceType, { id: toGlobalId('Person', id), name }));
  }

  @Query(() => TeamOfferType, {
    nullable: true,
    description: 'On which terms teams may come to an activity; the agency’s usual ones, with version 0, until then.',
  })
  @Allow('team.read')
  async teamOffer(
    @Args('activityId', { type: () => ID, description: 'Which activity.' }) activityId: string,
    @Context('actor') { agencyId }: PersonActor,
  ): Promise<TeamOfferType | null> {
    const id = fromGlobalId('Activity', activityId) ?? '';
    if (!(await this.offers.knows(agencyId, id))) return null;
    const offer = await this.offers.find(agencyId, id);
    return offer ? toOffer(offer, offer.version) : toOffer(await this.offers.usual(agencyId), 0);
  }

  @Mutation(() => SaveTeamResult, { description: 'Adds a team, or changes one.' })
  @Allow('team.change')
  async saveTeam(
    @Args('input') { teamId, version, ...fields }: SaveTeamInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveTeamResult> {
    const known =
      teamId == null ? undefined : { id: fromGlobalId('VolunteerTeam', teamId) ?? '', version: version ?? 0 };
    const outcome = await this.teams.save(actor, fields, known);
    return outcome.ok ? toTeam(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => TeamCoordinatorResult, { description: 'Somebody who signs in already books for a team from now on.' })
  @Allow('team.change')
  async addTeamCoordinator(
    @Args('input') { teamId, choiceId }: AddTeamCoordinatorInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TeamCoordinatorResult> {
    const who = { personId: fromGlobalId('Person', choiceId) ?? '' };
    const outcome = await this.teams.addCoordinator(actor, fromGlobalId('VolunteerTeam', teamId) ?? '', who);
    return outcome.ok ? toTeam(outcome.value) : toInviteRefusal(outcome.error);
  }

  @Mutation(() => TeamCoordinatorResult, { description: 'Invites somebody new to book for a team.' })
  @Allow('team.change')
  async inviteTeamCoordinator(
    @Args('input') { teamId, ...who }: InviteTeamCoordinatorInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TeamCoordinatorResult> {
    const outcome = await this.teams.addCoordinator(actor, fromGlobalId('VolunteerTeam', teamId) ?? '', who);
    return outcome.ok ? toTeam(outcome.value) : toInviteRefusal(outcome.error);
  }

  @Mutation(() => TeamCoordinatorResult, { description: 'Somebody books for a team no more.' })
  @Allow('team.change')
  async endTeamCoordinator(
    @Args('input') { coordinatorId }: EndTeamCoordinatorInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TeamCoordinatorResult> {
    const outcome = await this.teams.endCoordinator(actor, fromGlobalId('TeamCoordinator', coordinatorId) ?? '');
    return outcome.ok ? toTeam(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => SaveTeamOfferResult, { description: 'Teams may come to an open activity, on these terms.' })
  @Allow('team.offer')
  async saveTeamOffer(
    @Args('input') { activityId, version, ...terms }: SaveTeamOfferInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof SaveTeamOfferResult> {
    const outcome = await this.offers.save(actor, fromGlobalId('Activity', activityId) ?? '', version, terms);
    return outcome.ok ? toOffer(outcome.value, outcome.value.version) : toCommonPayload(outcome.error);
  }
}
