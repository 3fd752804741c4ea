import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { assertUnreachable, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { Allow, mayDo, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  LocalDateType,
  make,
  perRequest,
  toCommonPayload,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { Exemptions } from '../exemptions/exemptions.js';
import type { FactError } from '../facts/volunteer-facts.js';
import { Volunteers } from '../volunteers.js';
import type { VolunteerView } from '../volunteers.repository.js';
import {
  EndExemptionInput,
  ExemptionResult,
  ExemptionType,
  GrantExemptionInput,
  toExemption,
  toReadiness,
  VolunteerReadinessType,
} from './readiness.types.js';
import { FactRefused } from './volunteer-history.types.js';
import { VolunteerLoaders } from './volunteer.loaders.js';
import { toVolunteer, VolunteerType } from './volunteer.types.js';

/** Who is ready, how many are not and why, and what a director may do about it for some days. */
@Resolver(() => VolunteerType)
export class ReadinessResolver {
  constructor(
    private readonly volunteers: Volunteers,
    private readonly exemptions: Exemptions,
    private readonly agencies: Agencies,
  ) {}

  @Query(() => VolunteerReadinessType, {
    description: 'How many volunteers are ready on a day, and why others are not.',
  })
  @Allow('volunteer.read')
  async volunteerReadiness(
    @Context('actor') actor: PersonActor,
    @Args('on', {
      type: () => LocalDateType,
      nullable: true,
      description: 'Day of service; today where it is missing.',
    })
    on?: LocalDate,
  ): Promise<VolunteerReadinessType> {
    const day = on ?? (await this.agencies.today(actor.agencyId));
    const reads = { hits: mayDo(actor, 'screening.readHit') };
    return toReadiness(day, await this.volunteers.counts(rowsFor(actor, 'volunteer.read'), day, reads));
  }

  @ResolveField('exemptions', () => [ExemptionType], {
    description: 'Exemptions from training or agreement, the newest first; those that were taken back too.',
  })
  exemptionsOf(@Parent() { view }: VolunteerType, @Context() context: GraphqlContext): Promise<ExemptionType[]> {
    return this.#loader(context).load(view);
  }

  @Mutation(() => ExemptionResult, {
    description: 'Lets somebody serve without training or agreement for some days; never without a record check (H8).',
  })
  @Allow('volunteer.exempt')
  async grantExemption(
    @Args('input') { volunteerId, ...wish }: GrantExemptionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ExemptionResult> {
    const id = fromGlobalId('Volunteer', volunteerId) ?? '';
    return toAnswer(await this.exemptions.grant(actor, { ...wish, volunteerId: id }));
  }

  @Mutation(() => ExemptionResult, { description: 'Takes an exemption back; it counts no more from now on.' })
  @Allow('volunteer.exempt')
  async endExemption(
    @Args('input') { exemptionId }: EndExemptionInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ExemptionResult> {
    return toAnswer(await this.exemptions.end(actor, fromGlobalId('EligibilityExemption', exemptionId) ?? ''));
  }

  #loader(context: GraphqlContext): DataLoader<VolunteerView, ExemptionType[]> {
    const { actor } = context;
    return perRequest(
      context,
      'exemptions',
      () =>
        new DataLoader<VolunteerView, ExemptionType[]>(async (volunteers) => {
          if (actor?.kind !== 'person') return volunteers.map(() => []);
          const ids = volunteers.map(({ person }) => person.id);
          const rows = await this.exemptions.byPerson(actor.agencyId, ids);
          return volunteers.map(({ person }) => rows.filter((row) => row.personId === person.id).map(toExemption));
        }),
    );
  }
}

@Resolver(() => ExemptionType)
export class ExemptionResolver {
  constructor(private readonly loaders: VolunteerLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'Name of the director who approved it.' })
  approvedBy(@Parent() { approvedById }: ExemptionType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, approvedById);
  }
}

function toAnswer(outcome: Result<VolunteerView, FactError>) {
  if (outcome.ok) return toVolunteer(outcome.value);
  const { error } = outcome;
  switch (error.code) {
    case 'FACT_REFUSED':
      return make(FactRefused, { code: error.code, message: 'Not by this person, or not any more.', why: error.why });
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    default:
      return assertUnreachable(error);
  }
}
