import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { toChild } from '../../../children/index.js';
import { toVolunteer, VolunteerLoaders } from '../../../people/index.js';
import { Allow, OfGrade, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { make, toCommonPayload, type GraphqlContext } from '../../../platform/graphql/index.js';
import { checkedWeights, MatchWeightTables, type WeightsRefusedError, type WeightsView } from '../match-weights.js';
import { RunReports, type ComparisonView } from '../run-reports.js';
import { MatchRunType } from './run.types.js';
import {
  ExtraPlacesType,
  MatchCriterionInput,
  MatchCriterionType,
  MatchWeightsType,
  SaveMatchWeightsInput,
  SaveMatchWeightsResult,
  UnderWeights,
  WeightProblemType,
  WeightsComparisonType,
  WeightsMoveType,
  WeightsRefused,
} from './weights.types.js';

const FEW_PLACES = 3;
const MOST_PLACES = 20;

/** What the matching gives weight to: the agency's own table, and what another one would do. */
@Resolver(() => MatchRunType)
export class WeightsResolver {
  constructor(
    private readonly tables: MatchWeightTables,
    private readonly reports: RunReports,
    private readonly names: VolunteerLoaders,
  ) {}

  @Query(() => [MatchWeightsType], {
    description: 'All versions of the table of weights, the newest, which holds, first.',
  })
  @Allow('match.read')
  async matchWeights(
    @Context('actor') actor: PersonActor,
    @Context() context: GraphqlContext,
  ): Promise<MatchWeightsType[]> {
    const versions = await this.tables.versions(actor.agencyId);
    return Promise.all(versions.map((version) => this.#toWeights(context, version)));
  }

  @Mutation(() => SaveMatchWeightsResult, {
    description: 'Writes a new version of the table of weights, with its reason.',
  })
  @Allow('match.weigh')
  async saveMatchWeights(
    @Args('input') { criteria, reason, version }: SaveMatchWeightsInput,
    @Context('actor') actor: PersonActor,
    @Context() context: GraphqlContext,
  ): Promise<typeof SaveMatchWeightsResult> {
    const outcome = await this.tables.save(actor, criteria, reason, version);
    if (outcome.ok) return this.#toWeights(context, outcome.value);
    return outcome.error.code === 'WEIGHTS_REFUSED' ? toRefused(outcome.error) : toCommonPayload(outcome.error);
  }

  @ResolveField(() => UnderWeights, {
    description: 'How this table of weights would move what the run proposed, for the very same people.',
  })
  @OfGrade('G5')
  async underWeights(
    @Parent() run: MatchRunType,
    @Context('actor') actor: PersonActor,
    @Args('criteria', { type: () => [MatchCriterionInput], nullable: true, description: 'The whole table.' })
    criteria?: MatchCriterionInput[],
  ): Promise<typeof UnderWeights> {
    const checked = checkedWeights(run.weightsVersion + 1, criteria ?? []);
    if (!checked.ok) return toRefused(checked.error);
    return toComparison(await this.reports.underWeights(run.row, checked.value, rowsFor(actor, 'match.read')));
  }

  @ResolveField(() => ExtraPlacesType, {
    nullable: true,
    description: 'What more places of supervisors would do, wherever they help most; null where the run is not done.',
  })
  async extraPlaces(
    @Parent() run: MatchRunType,
    @Args('places', { type: () => Int, nullable: true, description: 'How many, 1 to 20; three where it is missing.' })
    given?: number,
  ): Promise<ExtraPlacesType | null> {
    const places = Math.min(Math.max(given ?? FEW_PLACES, 1), MOST_PLACES);
    const found = await this.reports.extraPlaces(run.row, places);
    return found ? make(ExtraPlacesType, { places, wouldPlace: found.wherever.wouldPlace }) : null;
  }

  async #toWeights(context: GraphqlContext, view: WeightsView): Promise<MatchWeightsType> {
    return make(MatchWeightsType, {
      version: view.version,
      criteria: view.criteria.map((one) => make(MatchCriterionType, one)),
      reason: view.reason ?? null,
      createdBy: await this.names.personName(context, view.createdBy ?? null),
      createdAt: view.createdAt ?? null,
    });
  }
}

const toRefused = ({ code, problems }: WeightsRefusedError): WeightsRefused =>
  make(WeightsRefused, {
    code,
    message: 'The table of weights is refused.',
    problems: problems.map((one) => make(WeightProblemType, { code: one.code, criterion: one.criterion ?? null })),
  });

const toComparison = ({ kept, moved, gain, moves }: ComparisonView): WeightsComparisonType =>
  make(WeightsComparisonType, {
    kept,
    moved,
    gain,
    moves: moves.map(({ child, before, after }) =>
      make(WeightsMoveType, {
        child: toChild(child),
        before: before ? toVolunteer(before) : null,
        after: after ? toVolunteer(after) : null,
      }),
    ),
  });
