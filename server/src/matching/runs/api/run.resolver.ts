import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { ProposalState } from '@tongxing/shared/states';
import { toChild } from '../../../children/index.js';
import { VolunteerLoaders } from '../../../people/index.js';
import { Allow, mayDo, type PersonActor, OfGrade, rowsFor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  pageBounds,
  toCommonPayload,
  toConnection,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import type { MatchProposal, RunScope } from '../match-run.entity.js';
import { MatchRuns } from '../match-runs.js';
import { Proposals } from '../proposals.js';
import { stateOf } from '../run-state.js';
import { RunReports } from '../run-reports.js';
import { toAcceptRefusal, toProposal, toReason, toRun, toRunRefusal } from './run.payloads.js';
import {
  AcceptProposalInput,
  AcceptProposalResult,
  DeclineProposalInput,
  DeclineProposalResult,
  MatchProposalConnection,
  MatchProposalType,
  MatchRunConnection,
  MatchRunType,
  ProposalStateEnum,
  RunMatchInput,
  RunMatchResult,
  UnmatchedChildType,
} from './run.types.js';

const MISSING = { code: 'NOT_FOUND' } as const;
const LONGEST_WAIT = 20;
const MOST_UNMATCHED = 500;

function scopeOf({ officeId, areaCode }: RunMatchInput): RunScope {
  // An id of something else names no office of theirs, and is refused as such.
  if (officeId) return { kind: 'OFFICE', officeId: fromGlobalId('Office', officeId) ?? '' };
  return areaCode ? { kind: 'AREA', areaCode } : { kind: 'ALL' };
}

@Resolver(() => MatchRunType)
export class MatchRunResolver {
  constructor(
    private readonly runs: MatchRuns,
    private readonly proposalsService: Proposals,
    private readonly reports: RunReports,
    private readonly names: VolunteerLoaders,
  ) {}

  @Query(() => MatchRunConnection, { description: 'Runs of the engine, the newest first.' })
  @Allow('match.read')
  async matchRuns(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    if (mayDo(actor, 'match.run')) this.runs.expect();
    const { offset, limit } = pageBounds({ first, after });
    const { runs, total } = await this.runs.page(actor.agencyId, offset, limit);
    return toConnection(runs.map(toRun), offset, total);
  }

  @Query(() => MatchRunType, {
    nullable: true,
    description: 'One run; null where there is none, or none for the viewer.',
  })
  @Allow('match.read')
  async matchRun(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<MatchRunType | null> {
    const run = await this.runs.find(actor.agencyId, fromGlobalId('MatchRun', id) ?? '');
    return run && toRun(run);
  }

  @Query(() => MatchProposalType, {
    nullable: true,
    description: 'One proposal; null where there is none for the viewer.',
  })
  @Allow('match.read')
  async matchProposal(
    @Args('id', { type: () => ID, description: 'Opaque id.' }) id: string,
    @Context('actor') actor: PersonActor,
  ): Promise<MatchProposalType | null> {
    const row = await this.proposalsService.find(rowsFor(actor, 'match.read'), fromGlobalId('MatchProposal', id) ?? '');
    return row && this.#toProposal(row);
  }

  @Mutation(() => RunMatchResult, {
    description: 'Proposes companions for all waiting children; a worker then decides.',
  })
  @Allow('match.run')
  async runMatch(
    @Args('input') input: RunMatchInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RunMatchResult> {
    const outcome = await this.runs.start(actor, {
      serviceDate: (input.serviceDate ?? undefined) as LocalDate | undefined,
      requestId: input.requestId,
      scope: scopeOf(input),
      waitMs: Math.min(Math.max(input.waitSeconds ?? LONGEST_WAIT, 0), LONGEST_WAIT) * 1000,
    });
    return outcome.ok ? toRun(outcome.value) : toRunRefusal(outcome.error);
  }

  @Mutation(() => AcceptProposalResult, { description: 'Accepts a proposal; the volunteer is asked next.' })
  @Allow('match.decide')
  async acceptProposal(
    @Args('input') input: AcceptProposalInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AcceptProposalResult> {
    const id = fromGlobalId('MatchProposal', input.proposalId);
    if (id === undefined) return toCommonPayload(MISSING);
    const outcome = await this.proposalsService.accept(actor, id, input.version);
    return outcome.ok ? toProposal(outcome.value, undefined) : toAcceptRefusal(outcome.error);
  }

  @Mutation(() => DeclineProposalResult, {
    description: 'Declines a proposal with a reason; the pair is not proposed again.',
  })
  @Allow('match.decide')
  async declineProposal(
    @Args('input') input: DeclineProposalInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DeclineProposalResult> {
    const id = fromGlobalId('MatchProposal', input.proposalId);
    if (id === undefined) return toCommonPayload(MISSING);
    const outcome = await this.proposalsService.decline(actor, id, input.version, input.reason);
    if (!outcome.ok) return toCommonPayload(outcome.error);
    return this.#toProposal(outcome.value);
  }

  @ResolveField(() => MatchProposalConnection, { description: 'What the run proposed, the highest score first.' })
  async proposals(
    @Parent() run: MatchRunType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
    @Args('state', { type: () => ProposalStateEnum, nullable: true, description: 'Only proposals in this state.' })
    state?: ProposalState,
  ) {
    const bounds = pageBounds({ first, after });
    const within = rowsFor(actor, 'match.read');
    // What a run has written so far is nobody's to see before all of it is there.
    if (stateOf(run.row) !== 'DONE') return toConnection([], bounds.offset, 0);
    const found = await this.proposalsService.page(within, run.row.id, state ?? undefined, bounds);
    const reasons = await this.proposalsService.declineReasons(found.proposals);
    const nodes = found.proposals.map((row) => toProposal(row, reasons.get(row.id)));
    return toConnection(nodes, bounds.offset, found.total);
  }

  @ResolveField(() => [UnmatchedChildType], {
    description: 'Waiting children for whom nobody was proposed, with reasons.',
  })
  @OfGrade('G5')
  async unmatched(
    @Parent() run: MatchRunType,
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many; 500 at the most.' })
    first?: number,
  ): Promise<UnmatchedChildType[]> {
    const count = Math.min(Math.max(first ?? MOST_UNMATCHED, 0), MOST_UNMATCHED);
    const unmatched = await this.reports.unmatched(run.row, rowsFor(actor, 'match.read'), count);
    return unmatched.first.map(({ child, reasons }) =>
      make(UnmatchedChildType, { child: toChild(child), reasons: reasons.map(toReason) }),
    );
  }

  @ResolveField(() => Int, { description: 'How many waiting children it found nobody for.' })
  async unmatchedTotal(@Parent() run: MatchRunType, @Context('actor') actor: PersonActor): Promise<number> {
    return (await this.reports.unmatched(run.row, rowsFor(actor, 'match.read'), 0)).total;
  }

  @ResolveField(() => String, { description: 'Who started it.' })
  @OfGrade('G2')
  async startedBy(@Parent() run: MatchRunType, @Context() context: GraphqlContext): Promise<string> {
    return (await this.names.personName(context, run.row.startedBy)) ?? '';
  }

  async #toProposal(row: MatchProposal): Promise<MatchProposalType> {
    return toProposal(row, (await this.proposalsService.declineReasons([row])).get(row.id));
  }
}
