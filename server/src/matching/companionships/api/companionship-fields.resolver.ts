// What hangs on a companionship, and where companionships hang on children and volunteers.
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChildType } from '../../../children/index.js';
import { ConsentPaperType, toConsentPaper } from '../../../documents/index.js';
import { VolunteerLoaders, VolunteerType } from '../../../people/index.js';
import { fromGlobalId, type GraphqlContext } from '../../../platform/graphql/index.js';
import { PairLoaders } from '../../pair-loaders.js';
import { toBlocker, toCompanionship, toConsent, toPlan } from './companionship.payloads.js';
import { BlockerType, CompanionshipPlanType, CompanionshipType, ConsentType } from './companionship.types.js';
import { OfGrade } from '../../../platform/access/index.js';

@Resolver(() => CompanionshipType)
export class CompanionshipFieldsResolver {
  constructor(private readonly loaders: PairLoaders) {}

  @ResolveField(() => ChildType, { description: 'The child.' })
  @OfGrade('G4')
  child(@Parent() pair: CompanionshipType, @Context() context: GraphqlContext): Promise<ChildType> {
    return this.loaders.child(context, pair.view.childId);
  }

  @ResolveField(() => VolunteerType, { description: 'The companion.' })
  @OfGrade('G2')
  volunteer(@Parent() pair: CompanionshipType, @Context() context: GraphqlContext): Promise<VolunteerType> {
    return this.loaders.volunteer(context, pair.view.volunteerId);
  }

  @ResolveField(() => ConsentType, { nullable: true, description: "The family's latest word." })
  @OfGrade('G5')
  async consent(@Parent() pair: CompanionshipType, @Context() context: GraphqlContext): Promise<ConsentType | null> {
    const consent = await this.loaders.consent(context, pair.view.id);
    return consent ? toConsent(consent) : null;
  }

  @ResolveField(() => CompanionshipPlanType, { nullable: true, description: 'The approved plan.' })
  @OfGrade('G5')
  plan(@Parent() pair: CompanionshipType): CompanionshipPlanType | null {
    return pair.view.plan ? toPlan(pair.view.plan) : null;
  }

  @ResolveField(() => [BlockerType], {
    description: 'What still stands between this pair and Active today; empty where nothing does.',
  })
  async blockers(@Parent() pair: CompanionshipType, @Context() context: GraphqlContext): Promise<BlockerType[]> {
    return (await this.loaders.blockers(context, pair.view)).map(toBlocker);
  }
}

@Resolver(() => CompanionshipPlanType)
export class PlanFieldsResolver {
  constructor(private readonly names: VolunteerLoaders) {}

  @ResolveField(() => String, { description: 'Who approved it.' })
  async approvedBy(@Parent() plan: CompanionshipPlanType, @Context() context: GraphqlContext): Promise<string> {
    return (await this.names.personName(context, plan.approvedById)) ?? '';
  }
}

@Resolver(() => ConsentType)
export class ConsentFieldsResolver {
  constructor(
    private readonly names: VolunteerLoaders,
    private readonly loaders: PairLoaders,
  ) {}

  @ResolveField(() => [ConsentPaperType], { description: 'Photos or scans of the paper, the oldest first.' })
  async papers(@Parent() consent: ConsentType, @Context() context: GraphqlContext): Promise<ConsentPaperType[]> {
    const papers = await this.loaders.papersOf(context, fromGlobalId('Consent', consent.id) ?? '');
    return papers.map(toConsentPaper);
  }

  @ResolveField(() => String, { description: 'Who wrote it down.' })
  async recordedBy(@Parent() consent: ConsentType, @Context() context: GraphqlContext): Promise<string> {
    return (await this.names.personName(context, consent.recordedById)) ?? '';
  }
}

@Resolver(() => ChildType)
export class ChildCompanionshipResolver {
  constructor(private readonly loaders: PairLoaders) {}

  @ResolveField(() => CompanionshipType, {
    nullable: true,
    description: 'The pair that holds the one place of the child.',
  })
  async companionship(
    @Parent() child: ChildType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType | null> {
    const pair = await this.loaders.ofChild(context, child.view.id);
    return pair ? toCompanionship(pair) : null;
  }
}

@Resolver(() => VolunteerType)
export class VolunteerCompanionshipsResolver {
  constructor(private readonly loaders: PairLoaders) {}

  @ResolveField(() => [CompanionshipType], { description: 'All pairs of the volunteer, the newest first.' })
  async companionships(
    @Parent() volunteer: VolunteerType,
    @Context() context: GraphqlContext,
  ): Promise<CompanionshipType[]> {
    return (await this.loaders.ofVolunteer(context, volunteer.view.id)).map(toCompanionship);
  }
}
