import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type PersonActor } from '../../../platform/access/index.js';
import { endedLinkSecret, sessionToken } from '../../../platform/auth/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { FamilyLinks } from '../family-links.js';
import {
  CreateGuardianLinkInput,
  CreateGuardianLinkResult,
  EndedLinkType,
  GuardianLinkEntryType,
  GuardianLinkType,
  RevokeGuardianLinkInput,
  RevokeGuardianLinkResult,
  toEntry,
} from './family-link.types.js';

const pairOf = (globalId: string): string => fromGlobalId('Companionship', globalId) ?? '';

@Resolver()
export class FamilyLinkResolver {
  constructor(private readonly links: FamilyLinks) {}

  @Query(() => [GuardianLinkEntryType], {
    nullable: true,
    description: 'The personal links made for the family of a pair, the newest first; null without such a pair.',
  })
  @Allow('consent.link')
  async guardianLinks(
    @Args('companionshipId', { type: () => ID, description: 'A companionship of the child.' }) companionshipId: string,
    @Context('actor') actor: PersonActor,
  ): Promise<GuardianLinkEntryType[] | null> {
    return (await this.links.list(actor, pairOf(companionshipId)))?.map(toEntry) ?? null;
  }

  @Mutation(() => CreateGuardianLinkResult, { description: "Makes the guardian's personal link and sends it by SMS." })
  @Allow('consent.link')
  async createGuardianLink(
    @Args('input') input: CreateGuardianLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CreateGuardianLinkResult> {
    const outcome = await this.links.create(actor, pairOf(input.companionshipId));
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return make(GuardianLinkType, { path: outcome.value.path, expiresAt: outcome.value.expiresAt });
  }

  @Mutation(() => RevokeGuardianLinkResult, {
    description: 'Takes a personal link back: from now on it opens nothing, and says whom to call.',
  })
  @Allow('consent.link')
  async revokeGuardianLink(
    @Args('input') input: RevokeGuardianLinkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RevokeGuardianLinkResult> {
    const outcome = await this.links.revoke(actor, fromGlobalId('GuardianLink', input.guardianLinkId) ?? '');
    return outcome.ok ? toEntry(outcome.value) : toCommonPayload(outcome.error);
  }

  @Query(() => EndedLinkType, {
    nullable: true,
    description: 'Whom to call, for whoever holds a personal link that has ended; null for everybody else.',
  })
  @Public()
  async endedLink(@Context() { request }: GraphqlContext): Promise<EndedLinkType | null> {
    const { cookie } = request.headers;
    const agency = await this.links.ended(endedLinkSecret(cookie), sessionToken(cookie));
    return agency ? make(EndedLinkType, { ...agency }) : null;
  }
}
