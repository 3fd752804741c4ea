import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Allow, Public, type PersonActor } from '../../platform/access/index.js';
import { perRequest, type GraphqlContext } from '../../platform/graphql/index.js';
import type { AccountStanding } from '../invitations/account-standing.js';
import { Invitations } from '../invitations/invitations.js';
import { VolunteerType } from '../volunteers/api/volunteer.types.js';
import { InvitationsApi } from './invitations.api.js';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  AccountStandingType,
  InvitationType,
  InvitePersonInput,
  InvitePersonResult,
  RevokeInvitationInput,
  RevokeInvitationResult,
  toStanding,
} from './invitations.types.js';

@Resolver()
export class InvitationsResolver {
  constructor(private readonly api: InvitationsApi) {}

  @Mutation(() => InvitePersonResult, {
    description: 'Sends a personal link by SMS or mail, good for seven days; an earlier one ends. Audited.',
  })
  @Allow('person.invite')
  invitePerson(
    @Args('input') input: InvitePersonInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof InvitePersonResult> {
    return this.api.invite(actor, input);
  }

  @Mutation(() => RevokeInvitationResult, { description: 'Takes an invitation back: its link is dead at once.' })
  @Allow('person.invite')
  revokeInvitation(
    @Args('input') input: RevokeInvitationInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RevokeInvitationResult> {
    return this.api.revoke(actor, input);
  }

  @Query(() => InvitationType, {
    nullable: true,
    description: 'What a living link tells whoever holds it; null for every other link, whatever became of it.',
  })
  @Public()
  invitation(@Args('token', { description: 'The secret of the link.' }) token: string): Promise<InvitationType | null> {
    return this.api.look(token);
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Makes the account, or opens the one that stands, takes up the roles, and signs in.',
  })
  @Public('account.own')
  acceptInvitation(
    @Args('input') input: AcceptInvitationInput,
    @Context() context: GraphqlContext,
  ): Promise<typeof AcceptInvitationResult> {
    return this.api.accept(input, context);
  }
}

@Resolver(() => VolunteerType)
export class VolunteerAccountResolver {
  constructor(private readonly invitations: Invitations) {}

  @ResolveField(() => AccountStandingType, { description: 'Whether the volunteer has an account, or an invitation.' })
  async account(
    @Parent() { view }: VolunteerType,
    @Context() context: GraphqlContext,
    @Context('actor') actor: PersonActor,
  ): Promise<AccountStandingType> {
    const { id } = view.person;
    return toStanding(id, await this.#loader(context, actor).load(id));
  }

  #loader(context: GraphqlContext, { agencyId }: PersonActor): DataLoader<string, AccountStanding> {
    return perRequest(
      context,
      'account standings',
      () =>
        new DataLoader<string, AccountStanding>(async (ids) => {
          const standings = await this.invitations.standings(agencyId, ids);
          return ids.map((id) => standings.get(id) ?? { state: 'NOT_INVITED' });
        }),
    );
  }
}
