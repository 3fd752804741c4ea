import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildType } from '../../../children/index.js';
import { toVolunteer, VolunteerLoaders, VolunteerType } from '../../../people/index.js';
import { make, type GraphqlContext } from '../../../platform/graphql/index.js';
import { toCompanionship } from '../../companionships/api/companionship.payloads.js';
import { CompanionshipType } from '../../companionships/api/companionship.types.js';
import { PairLoaders } from '../../pair-loaders.js';
import { Boards } from '../boards.js';
import { toParts } from './run.payloads.js';
import { AlternativeType, MatchProposalType } from './run.types.js';
import { OfGrade, type PersonActor } from '../../../platform/access/index.js';

const FEW = 3;
const MOST = 10;

@Resolver(() => MatchProposalType)
export class ProposalResolver {
  constructor(
    private readonly loaders: PairLoaders,
    private readonly names: VolunteerLoaders,
    private readonly boards: Boards,
  ) {}

  @ResolveField(() => ChildType, { description: 'The child.' })
  @OfGrade('G4')
  child(@Parent() proposal: MatchProposalType, @Context() context: GraphqlContext): Promise<ChildType> {
    return this.loaders.child(context, proposal.row.childId);
  }

  @ResolveField(() => VolunteerType, { description: 'The volunteer.' })
  @OfGrade('G2')
  volunteer(@Parent() proposal: MatchProposalType, @Context() context: GraphqlContext): Promise<VolunteerType> {
    return this.loaders.volunteer(context, proposal.row.volunteerId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who decided.' })
  @OfGrade('G2')
  decidedBy(@Parent() proposal: MatchProposalType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.personName(context, proposal.row.decidedBy);
  }

  @ResolveField(() => CompanionshipType, { nullable: true, description: 'What became of it once accepted.' })
  @OfGrade('G5')
  async companionship(
    @Parent() proposal: MatchProposalType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = await this.loaders.ofProposal(context, proposal.row.id);
    return pair ? toCompanionship(pair) : null;
  }

  @ResolveField(() => [AlternativeType], { description: 'Others who may accompany the child, the least loss first.' })
  @OfGrade('G5')
  async alternatives(
    @Parent() proposal: MatchProposalType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many; three where it is missing.' })
    first?: number,
  ): Promise<AlternativeType[]> {
    const count = Math.min(Math.max(first ?? FEW, 1), MOST);
    const found = await this.boards.alternatives(actor, proposal.row, count);
    return found.map(({ volunteer, score, loss, parts }) =>
      make(AlternativeType, { volunteer: toVolunteer(volunteer), score, loss, parts: toParts(parts) }),
    );
  }
}
