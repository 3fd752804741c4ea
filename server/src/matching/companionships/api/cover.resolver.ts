import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import { Allow, OfGrade, type PersonActor } from '../../../platform/access/index.js';
import { fromGlobalId, LocalDateType, type GraphqlContext } from '../../../platform/graphql/index.js';
import { PairLoaders } from '../../pair-loaders.js';
import { Covers } from '../covers/covers.js';
import { toCompanionship, toHandOnRefusal } from './companionship.payloads.js';
import { CompanionshipType } from './companionship.types.js';
import { CoverDaysType, InviteCoverInput, InviteCoverResult, toCoverDays } from './cover.types.js';

@Resolver(() => CompanionshipType)
export class CoverResolver {
  constructor(
    private readonly service: Covers,
    private readonly loaders: PairLoaders,
  ) {}

  @Mutation(() => InviteCoverResult, {
    description: 'Invites a volunteer to stand in for a companion who is away: a pair of its own, with its days.',
  })
  @Allow('companionship.prepare')
  async inviteCover(
    @Args('input') input: InviteCoverInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof InviteCoverResult> {
    const id = fromGlobalId('Companionship', input.companionshipId) ?? '';
    const outcome = await this.service.invite(actor, id, input.version, {
      volunteerId: fromGlobalId('Volunteer', input.volunteerId) ?? '',
      from: input.from as LocalDate,
      until: input.until as LocalDate,
      share: input.share.flatMap((kind) => (kind === 'NOTE' ? [] : [kind])),
      contactIds: input.contactIds.map((contact) => fromGlobalId('CompanionshipContact', contact) ?? ''),
    });
    return outcome.ok ? toCompanionship(outcome.value) : toHandOnRefusal(outcome.error);
  }

  @ResolveField(() => CoverDaysType, {
    nullable: true,
    description: 'The days of standing in; null of any other pair.',
  })
  cover(@Parent() { view }: CompanionshipType): CoverDaysType | null {
    return view.cover ? toCoverDays(view.cover) : null;
  }

  @ResolveField(() => CompanionshipType, {
    nullable: true,
    description: 'The pair for whose companion this one stands in.',
  })
  @OfGrade('G5')
  async standsInFor(
    @Parent() { view }: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = view.cover ? await this.loaders.pair(context, view.cover.of) : undefined;
    return pair ? toCompanionship(pair) : null;
  }

  @ResolveField(() => CompanionshipType, {
    nullable: true,
    description: 'The pair that stands in for this one now, or is asked to; null where nobody does.',
  })
  @OfGrade('G5')
  async standIn(
    @Parent() { view }: CompanionshipType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = await this.loaders.standIn(context, view.id);
    return pair ? toCompanionship(pair) : null;
  }

  @ResolveField(() => LocalDateType, {
    nullable: true,
    description: 'Since when it rests by the word of the companion or of a worker; null while the two meet.',
  })
  absentOn(@Parent() { view }: CompanionshipType): string | null {
    return view.state === 'PAUSED' && view.familyStoppedAt === undefined ? (view.absentOn ?? null) : null;
  }
}
